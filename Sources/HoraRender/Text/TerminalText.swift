// Comes in: lines that hold text from data. Goes out: the same for a terminal: control characters are
// shown as signs, and no line is wider than it may be.

public enum TerminalText {
  /// - Parameter width: nil where lines may be of any width.
  public static func fitted(_ text: String, width: Int?) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let shown = DisplayWidth.visible(String(line))
      return width.map { DisplayWidth.cut(shown, to: $0) } ?? shown
    }.joined(separator: "\n")
  }
}
