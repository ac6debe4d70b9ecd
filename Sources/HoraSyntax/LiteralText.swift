// What the text of a literal says. In: the text of one token. Out: its value, or nil where the
// text is wrong. Used by the lexer to check and by the tree to answer, so that both agree.

public enum LiteralText {
  static func withoutUnderscores(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "_")) ? String(text.filter { $0 != "_" }) : text
  }

  /// `2015-12-01`
  static func date(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      year >= 1, month >= 1, month <= 12, day >= 1, day <= days(inMonth: month, of: year)
    else { return nil }
    return (year, month, day)
  }

  /// `2015-12`
  static func month(_ text: String) -> (year: Int, month: Int)? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      year >= 1, month >= 1, month <= 12
    else { return nil }
    return (year, month)
  }

  /// `2015-Q4`
  static func quarter(_ text: String) -> (year: Int, quarter: Int)? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let quarter = Int(parts[1].dropFirst()),
      year >= 1, quarter >= 1, quarter <= 4
    else { return nil }
    return (year, quarter)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  /// `\u{1F600}`
  static func scalar(ofEscape text: String) -> Unicode.Scalar? {
    guard text.hasPrefix("\\u{"), text.hasSuffix("}") else { return nil }
    let digits = text.dropFirst(3).dropLast()
    guard digits.utf8.count <= 6, let value = UInt32(digits, radix: 16) else { return nil }
    return Unicode.Scalar(value)
  }

  /// The quote that closes a typographic one.
  static func closingQuote(_ opening: UInt32) -> String {
    switch opening {
    case 0x2018...0x201B: "\u{2019}"
    case 0xAB: "\u{BB}"
    case 0xBB: "\u{AB}"
    default: "\u{201D}"
    }
  }

  // MARK: Texts

  /// What a text token says: without quotes, escapes decoded.
  public static func text(_ written: String) -> String { decoded(content(written)) }

  /// The dates that a text may mean that is written another way, such as 31.12.2020 or 12/31/2020;
  /// two where day and month could be either.
  public static func dates(writtenAs text: String) -> [String] {
    let written = text.filter { $0 != " " }
    let parts = written.split { "./-".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 && Int($0) != nil }) else { return [] }
    let numbers = parts.map { Int($0) ?? 0 }
    var found: [String] = []
    func add(_ year: Int, _ month: Int, _ day: Int) {
      func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
      }
      let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      if LiteralText.date(date) != nil, !found.contains(date), date != text { found.append(date) }
    }
    if parts[0].count == 4 {
      add(numbers[0], numbers[1], numbers[2])
    } else if parts[2].count == 4 {
      // With dots the day comes first everywhere; with slashes it depends.
      add(numbers[2], numbers[1], numbers[0])
      if !written.contains(".") { add(numbers[2], numbers[0], numbers[1]) }
    }
    return found
  }

  /// A text as a literal that says it.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// What stands between the quotes, escapes as written. In a text of several lines the line end
  /// behind the opening `"""` and the one before the closing go, and every line loses the
  /// indentation of the last.
  static func content(_ written: String) -> String {
    let isLong = written.hasPrefix("\"\"\"")
    let marks = isLong ? 3 : 1
    var content = written.dropFirst(marks)
    if isClosed(written, marks: marks) { content = content.dropLast(marks) }
    return isLong ? unindented(String(content)) : String(content)
  }

  private static func isClosed(_ written: String, marks: Int) -> Bool {
    guard written.count >= 2 * marks, let opening = written.unicodeScalars.first?.value,
      let last = written.unicodeScalars.last?.value
    else { return false }
    if marks == 3 { return written.hasSuffix("\"\"\"") }
    let backslashes = written.dropLast().reversed().prefix { $0 == "\\" }.count
    guard backslashes % 2 == 0 else { return false }
    switch opening {
    case 0x22, 0x27: return last == opening
    case 0x2018...0x201B: return last == 0x27 || (last >= 0x2018 && last <= 0x201B)
    case 0xAB: return last == 0xBB
    case 0xBB: return last == 0xAB
    default: return last == 0x22 || last == 0xFF02 || (last >= 0x201C && last <= 0x201F)
    }
  }

  private static func unindented(_ content: String) -> String {
    var lines = content.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard lines.count > 1, let last = lines.last else { return content }
    if lines.first?.allSatisfy({ $0 == " " || $0 == "\t" }) ?? false { lines.removeFirst() }
    guard last.allSatisfy({ $0 == " " || $0 == "\t" }) else {
      return lines.joined(separator: "\n")
    }
    lines.removeLast()
    return lines.map { $0.hasPrefix(last) ? $0.dropFirst(last.count) : $0 }
      .joined(separator: "\n")
  }

  /// The content with its escapes replaced; a wrong escape stays as written.
  static func decoded(_ content: String) -> String {
    guard content.utf8.contains(UInt8(ascii: "\\")) else { return content }
    var result = String.UnicodeScalarView()
    var rest = content.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch rest.first {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "\"", "'", "\\": result.append(contentsOf: rest.prefix(1))
      case "\n": break
      case "u":
        let escape = "\\" + String(String.UnicodeScalarView(rest.prefix { $0 != "}" })) + "}"
        if let decoded = LiteralText.scalar(ofEscape: escape) {
          result.append(decoded)
          rest = rest.dropFirst(escape.unicodeScalars.count - 2)
        } else {
          result.append(contentsOf: ["\\", "u"])
        }
      case let other?: result.append(contentsOf: ["\\", other])
      case nil: result.append("\\")
      }
      rest = rest.dropFirst()
    }
    return String(result)
  }

  /// The pattern and the flags of `/…/i`; `\/` is `/`.
  static func regex(_ written: String) -> (pattern: String, flags: String)? {
    guard written.hasPrefix("/"), let last = written.lastIndex(of: "/"),
      last != written.startIndex
    else { return nil }
    let pattern = written[written.index(after: written.startIndex)..<last]
    return (
      unescapedSlashes(pattern), String(written[written.index(after: last)...])
    )
  }

  private static func unescapedSlashes(_ pattern: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in pattern {
      if isEscaped, character == "/" { result.removeLast() }
      result.append(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }
}
