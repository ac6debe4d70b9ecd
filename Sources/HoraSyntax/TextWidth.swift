// Comes in: text. Goes out: how many columns it takes on a terminal. One rule for all terminals, by one version
// of Unicode: a character is as wide as its widest scalar. East Asian wide letters, emoji and flags are 2,
// marks and what steers the writing 0; a sign that could be an emoji and is not by itself (☂ with U+FE0F) is 1.

public enum TextWidth {
  public static func width(of text: some StringProtocol) -> Int {
    // Most text is ASCII: one column a byte.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  public static func width(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, width(of: $1)) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    let runs = TextWidthTable.runs
    // The last run that begins at or before the scalar.
    var (low, high) = (0, runs.count / 3)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle * 3] <= value { low = middle + 1 } else { high = middle }
    }
    guard low > 0, value <= runs[low * 3 - 2] else { return 1 }
    return Int(runs[low * 3 - 1])
  }
}
