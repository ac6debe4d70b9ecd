// How a name is written in a program. In: a name. Out: the same, in backticks where it needs them; nil
// where it cannot be written at all. Pure.

public enum NameText {
  /// A path keeps its dots: a column that was made by `select projects.acronym` is called so.
  public static func written(_ name: String) -> String? {
    if isPath(name) { return name }
    let quoted = "`\(name)`"
    let lexed = lex(SourceText(quoted))
    return lexed.diagnostics.isEmpty && lexed.tokens.count == 2 ? quoted : nil
  }

  private static func isPath(_ name: String) -> Bool {
    let lexed = lex(SourceText(name))
    let tokens = lexed.tokens.dropLast()
    guard lexed.diagnostics.isEmpty, tokens.count % 2 == 1, tokens[0].isPlainName else {
      return false
    }
    return tokens.enumerated().allSatisfy { place, token in
      // A blank or a comment is no part of a name.
      token.trivia.isEmpty && (place % 2 == 0 ? token.kind == .name : token.kind == .dot)
    }
  }
}
