// Comes in: a text. Goes out: what it says of itself in `##` lines. It must not know what statements are.

extension SourceText {
  /// The `##` lines at the head of the text, without the marks, where an empty line parts them from
  /// what follows; what touches a statement is the statement's.
  public var documentation: String {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if lines.isEmpty, line.hasPrefix("#!") { continue }
      if let text = SourceText.documentation(ofLine: line) {
        lines.append(text)
      } else {
        return line.allSatisfy(\.isWhitespace) ? lines.joined(separator: "\n") : ""
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Of a line that begins with `##`, what stands behind it.
  static func documentation(ofLine line: Substring) -> String? {
    let line = String(line).trimmed
    guard line.hasPrefix("##") else { return nil }
    return String(line.dropFirst(line.hasPrefix("## ") ? 3 : 2))
  }
}
