// The parser's machinery: tokens in, nodes out. The grammar is in the files Grammar….swift, one
// function per production of grammar/hora.ebnf; what it does about wrong input is in Recovery.swift
// and Habits.swift.
//
// How a production is written: `let start = mark` notes where its children begin; productions and
// `bump` add children; `close(start, .kind)` makes them a node. A production that has nothing to
// add to its only child does not close, and the child stands for itself. As the kind is named last,
// `a` can become the left side of `a + b` without looking ahead.
//
// Chains (`a or b or …`, `a.b.c…`, clauses, `else if`) are loops and make flat nodes. Everything
// that nests passes `descend`, which limits depth. The parser never throws and reports one message
// per mistake: `report` is silent from a mistake until a place where the text makes sense again.

final class Parser {
  let input: SourceText
  let limits: SyntaxLimits
  /// The tokens of the source, then those of expressions inside messages.
  var tokens: [Token]
  /// The index of the token that is looked at.
  var position = 0

  var nodes: [Node] = []
  var childTable: [Int32] = []
  /// Children that no node has claimed yet.
  var pending: [Int32] = []

  var diagnostics: [Diagnostic] = []
  /// True from a mistake until the text makes sense again.
  var isQuiet = false
  /// True once a limit is met: the rest is kept unread.
  var isAbandoned = false
  /// True where the first mistake is that the text ends too early.
  var isIncomplete = false
  var depth = 0
  /// Where the stack was when parsing began.
  let stackStart = ParserStack.place()
  /// What is safe on a thread with 512 KB.
  static let mostStack = 420_000
  /// How many brackets are open around the token.
  var brackets = 0
  /// False while a proposed rewriting is being tried.
  var proposesRewritings = true
  /// Steps taken, for tests of linear time.
  var work = 0

  init(_ lexed: LexResult, limits: SyntaxLimits) {
    input = lexed.source
    tokens = lexed.tokens
    self.limits = limits
  }

  // MARK: Looking

  var current: Token { token(at: position) }

  /// A token further on, or before with a negative distance.
  func ahead(_ distance: Int) -> Token { token(at: position + distance) }

  func token(at index: Int) -> Token {
    if index >= 0, index < tokens.count { return tokens[index] }
    let end = input.bytes.count
    return Token(kind: .endOfText, triviaStart: end, start: end, end: end)
  }

  func at(_ kind: TokenKind) -> Bool { current.kind == kind }

  /// True at a word, however it is meant; not right for words that the lexer decides.
  func at(_ word: Word) -> Bool { current.word == word }

  /// True at a word that the lexer found to be a keyword here.
  func atKeyword(_ word: Word) -> Bool { current.word == word && current.isKeyword }

  var atName: Bool { current.isPlainName }
  var atSeparator: Bool { at(.lineEnd) || at(.semicolon) }
  var atStatementsEnd: Bool { at(.endOfText) || at(.rightBrace) }
  var atClause: Bool { current.word?.isClauseWord ?? false }

  func text(ofToken index: Int) -> String { input.text(in: token(at: index).range) }

  // MARK: Building

  var mark: Int { pending.count }

  /// Takes the current token as a child.
  func bump() {
    work += 1
    guard current.kind != .endOfText else { return }
    pending.append(-1 - Int32(clamping: position))
    position += 1
  }

  /// Makes the children since `start` a node, which becomes a child itself.
  func close(_ start: Int, _ kind: NodeKind) {
    let start = min(max(0, start), pending.count)
    let count = pending.count - start
    work += 1 + count
    var node = Node(
      kind: kind, start: 0, end: 0, firstChild: Int32(clamping: childTable.count),
      childCount: Int32(clamping: count))
    if let first = pending[start...].first, let last = pending.last, count > 0 {
      node.start = range(ofChild: first).start
      node.end = range(ofChild: last).end
    } else {
      node.start = endOfLastToken
      node.end = node.start
    }
    childTable.append(contentsOf: pending[start...])
    pending.removeSubrange(start...)
    nodes.append(node)
    pending.append(Int32(clamping: nodes.count - 1))
    if nodes.count > limits.nodes { abandon(ParserMessages.tooManyNodes(current, limits.nodes)) }
  }

  /// Marks that something is missing here.
  func absent() { close(mark, .absent) }

  private func range(ofChild child: Int32) -> (start: Int32, end: Int32) {
    if child >= 0 {
      let node = nodes[Int(child)]
      return (node.start, node.end)
    }
    let token = token(at: -1 - Int(child))
    return (token.start, token.end)
  }

  private var endOfLastToken: Int32 {
    position > 0 ? token(at: position - 1).end : current.start
  }

  /// The bytes of the children since `start`.
  func written(since start: Int) -> SourceRange {
    guard let last = pending.last, start < pending.count, start >= 0 else {
      return SourceRange(start: Int(endOfLastToken), end: Int(endOfLastToken))
    }
    return SourceRange(
      start: Int(range(ofChild: pending[start]).start), end: Int(range(ofChild: last).end))
  }

  /// The kind of the child added last, if it is a node.
  var lastKind: NodeKind? {
    guard let last = pending.last, last >= 0 else { return nil }
    return nodes[Int(last)].kind
  }

  // MARK: Depth

  /// One level deeper. False, reported and everything left unread, where that is too deep.
  func descend() -> Bool {
    depth += 1
    // Frames differ between debug and release: the stack itself is asked as well as the depth.
    let isDeep = depth > limits.nesting || ParserStack.distance(from: stackStart) > Parser.mostStack
    guard isDeep else { return true }
    abandon(ParserMessages.tooDeep(current, min(depth - 1, limits.nesting)))
    return false
  }

  func ascend() { depth -= 1 }

  func enterBracket() -> Bool {
    brackets += 1
    return descend()
  }

  func leaveBracket() {
    brackets -= 1
    ascend()
  }

  /// Gives up: one message, and all that is left becomes one unexpected node.
  func abandon(_ message: Diagnostic) {
    guard !isAbandoned else { return }
    isAbandoned = true
    isQuiet = false
    report(message)
    let start = mark
    while !at(.endOfText) { bump() }
    if pending.count > start { close(start, .unexpected) }
  }
}

extension Token {
  /// True for what the grammar calls NAME.
  var isPlainName: Bool {
    kind == .quotedName || (kind == .name && !isKeyword && !(word?.isReserved ?? false))
  }

  /// True for what the grammar calls WORD: any word at all.
  var isWord: Bool { kind == .name || kind == .quotedName }
}

/// Places on the stack, to see how far it has grown.
enum ParserStack {
  @inline(never)
  static func place() -> UInt {
    var mark: UInt8 = 0
    return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
  }

  static func distance(from start: UInt) -> UInt {
    let here = place()
    return start > here ? start - here : here - start
  }
}
