// The entry of the module: text in, tree and diagnostics out.

/// How large a text may be, and how deep. Beyond a limit there is one diagnostic and the rest is
/// kept unread; no limit is ever met by a trap.
public struct SyntaxLimits: Sendable, Hashable {
  /// Brackets, blocks, sub-queries and conditionals within one another.
  public var nesting: Int
  public var bytes: Int
  public var tokens: Int
  public var nodes: Int
  /// How many diagnostics one parse gives at most.
  public var diagnostics: Int

  public init(
    nesting: Int = 200, bytes: Int = 8_000_000, tokens: Int = 2_000_000, nodes: Int = 4_000_000,
    diagnostics: Int = 100
  ) {
    self.nesting = nesting
    self.bytes = bytes
    self.tokens = tokens
    self.nodes = nodes
    self.diagnostics = diagnostics
  }

  public static let standard = SyntaxLimits()
}

public struct LexResult: Sendable {
  public let source: SourceText
  /// In order; the last is the end of the text.
  public let tokens: [Token]
  public let diagnostics: [Diagnostic]
}

public struct ParseResult: Sendable {
  public let tree: SyntaxTree
  /// In order of their place in the text.
  public let diagnostics: [Diagnostic]
  /// True where the text is not wrong but ends too early: a shell asks for another line.
  public let isIncomplete: Bool

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

public func lex(_ source: SourceText, limits: SyntaxLimits = .standard) -> LexResult {
  LexResult(source: source, tokens: [], diagnostics: [])
}

public func parse(_ source: SourceText, limits: SyntaxLimits = .standard) -> ParseResult {
  let tree = SyntaxTree(
    source: source, tokens: [], sourceTokenCount: 0, root: NodeID(0), nodes: [], childTable: [])
  return ParseResult(tree: tree, diagnostics: [], isIncomplete: false)
}
