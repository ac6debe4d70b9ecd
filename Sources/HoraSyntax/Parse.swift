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
  /// Stack that checking may use from where it starts: what is safe on a thread with 512 KB. The
  /// parser's own use is bounded by `nesting`.
  public var stackBytes: Int

  public init(
    nesting: Int = 200, bytes: Int = 8_000_000, tokens: Int = 2_000_000, nodes: Int = 4_000_000,
    diagnostics: Int = 100, stackBytes: Int = 380_000
  ) {
    self.nesting = nesting
    self.bytes = bytes
    self.tokens = tokens
    self.nodes = nodes
    self.diagnostics = diagnostics
    self.stackBytes = stackBytes
  }

  public static let standard = SyntaxLimits()
}

public struct LexResult: Sendable {
  public let source: SourceText
  /// In order; the last is the end of the text.
  public let tokens: [Token]
  public let diagnostics: [Diagnostic]
  /// Steps taken: proof of linear time.
  let work: Int
}

public struct ParseResult: Sendable {
  public let tree: SyntaxTree
  /// In order of their place in the text.
  public internal(set) var diagnostics: [Diagnostic]
  /// True where the text is not wrong but ends too early: a shell asks for another line.
  public let isIncomplete: Bool
  /// Steps taken: proof of linear time.
  let work: Int

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Tokens of a text. Never throws; what is wrong is among the diagnostics. Linear time.
public func lex(_ source: SourceText, limits: SyntaxLimits = .standard) -> LexResult {
  var lexer = Lexer(source, in: source.range, limits: limits)
  lexer.run()
  return LexResult(
    source: source, tokens: WordRoles.marked(Layout.settled(lexer.tokens)),
    diagnostics: Array(lexer.diagnostics.prefix(limits.diagnostics)), work: lexer.work)
}

/// The tree of a text. Never throws; what is wrong is among the diagnostics. Linear time.
public func parse(_ source: SourceText, limits: SyntaxLimits = .standard) -> ParseResult {
  var result = parseOnce(source, limits: limits)
  result.diagnostics = Repairs.told(result, limits: limits)
  return result
}

/// The tree of a text, with the messages as the parser came to them.
func parseOnce(_ source: SourceText, limits: SyntaxLimits) -> ParseResult {
  let lexed = lex(source, limits: limits)
  let parser = Parser(lexed, limits: limits)
  parser.script()
  let tree = SyntaxTree(
    source: source, tokens: parser.tokens, sourceTokenCount: lexed.tokens.count,
    root: NodeID(Int32(clamping: parser.nodes.count - 1)), nodes: parser.nodes,
    childTable: parser.childTable)
  let reported = lexed.diagnostics + withoutEchoes(parser.diagnostics, of: lexed)
  let order = reported.indices.sorted {
    (reported[$0].range.start, $0) < (reported[$1].range.start, $1)
  }
  let endsEarly = lexed.diagnostics.contains { $0.isOpenEnd }
  return ParseResult(
    tree: tree, diagnostics: order.map { reported[$0] },
    isIncomplete: parser.isIncomplete || endsEarly, work: lexed.work + parser.work)
}

/// Without what the parser says about a line on which a text, name or regular expression is not
/// closed: there it reads the wrong words, and the lexer has told the cause.
private func withoutEchoes(_ diagnostics: [Diagnostic], of lexed: LexResult) -> [Diagnostic] {
  let lines = Set(
    lexed.diagnostics.filter { [103, 108, 117].contains($0.code.number) }
      .map { lexed.source.lineIndex(ofByte: $0.range.start) })
  guard !lines.isEmpty else { return diagnostics }
  return diagnostics.filter { !lines.contains(lexed.source.lineIndex(ofByte: $0.range.start)) }
}

extension Diagnostic {
  /// True where a text of several lines or a comment is not closed: more lines may close it.
  fileprivate var isOpenEnd: Bool {
    code.number == 106 || (code.number == 103 && fixIts.first?.edits.first?.replacement == "\"\"\"")
  }
}
