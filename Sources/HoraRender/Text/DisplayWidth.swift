// Comes in: texts. Goes out: how many terminal cells they take, and texts cut or broken to fit. One
// rule for all terminals: a grapheme is as wide as its widest scalar; East Asian wide characters,
// emoji and flags are 2. Nothing here asks the terminal.

enum DisplayWidth {
  static func of(_ text: String) -> Int {
    // Most text is ASCII: one cell a byte.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars { width = max(width, of(scalar)) }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F1E6...0x1F265,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// The text cut to `width` cells, with a mark of one cell where something is left out.
  static func cut(_ text: String, to width: Int, mark: String = "…") -> String {
    if of(text) <= width { return text }
    if width < 1 { return "" }
    var result = ""
    var used = 0
    for character in text {
      let cells = of(character)
      if used + cells > width - 1 { break }
      result.append(character)
      used += cells
    }
    return result + mark
  }

  /// The text in exactly `width` cells: cut, or filled with spaces.
  static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let shown = cut(text, to: width)
    let padding = String(repeating: " ", count: max(0, width - of(shown)))
    return right ? padding + shown : shown + padding
  }

  /// The text as lines of at most `width` cells, broken at spaces where there are any; with more
  /// than `most` lines, the last one ends in an ellipsis.
  static func lines(_ text: String, width: Int, most: Int = .max) -> [String] {
    if of(text) <= width { return [text] }
    var result: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if result.count == most - 1 {
        result.append(cut(String(rest), to: width))
        break
      }
      var used = 0
      var end = rest.startIndex
      var space: Substring.Index?
      while end < rest.endIndex {
        let cells = of(rest[end])
        // One character at least, however narrow the terminal.
        if used + cells > width, end > rest.startIndex { break }
        if rest[end] == " " { space = end }
        used += cells
        end = rest.index(after: end)
      }
      if end < rest.endIndex, rest[end] != " ", let space, space > rest.startIndex { end = space }
      var line = rest[..<end]
      while line.last == " " { line.removeLast() }
      result.append(String(line))
      rest = rest[end...]
      while rest.first == " " { rest.removeFirst() }
    }
    return result
  }

  /// Text from data may not move the cursor or colour the terminal: control characters are shown.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { picture($0) != nil }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(picture(scalar) ?? scalar) }
    return String(result)
  }

  /// What stands for a control character; nil for any other.
  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    // C1 controls, line and paragraph separators, what turns the direction of writing.
    case 0x80..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}
