// Comes in: texts. Goes out: how many terminal cells they take, and texts cut or broken to fit, between characters as
// people see them. Nothing here asks the terminal.

import HoraSyntax

enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int { TextWidth.width(of: text) }

  static func of(_ character: Character) -> Int { TextWidth.width(of: character) }

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
