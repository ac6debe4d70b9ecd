// What the grammar allows at a cursor: words of the language, a name, a file.
// In: a text and the place of its cursor. Out: the words, and the text made whole with a name at the
// cursor, for whoever knows what names mean. Nothing is guessed: each word is tried by parsing the
// statement with it, so what is offered parses. Pure; cost: one parse of the statement a word.

public struct GrammarCompletion: Sendable {
  /// What kind of name may stand at the cursor.
  public enum Wanted: Sendable, Hashable {
    /// No name, or one that the program is about to make.
    case nothing
    case name
    /// A name behind a dot: no value can stand there.
    case member
    /// The path of a file, behind `use` or `save`.
    case file
    /// A text beside an expression.
    case text
  }

  /// Words of the language, in the order of the reference.
  public var words: [String] = []
  public var wanted = Wanted.nothing
  /// The text up to the cursor with ``marker`` (or the text typed) in its place, and what makes a whole
  /// statement of it.
  public var whole: SourceText
  /// The bytes of the marker or text in `whole`.
  public var marked: SourceRange

  /// A name that nobody gives.
  public static let marker = "hora_cursor_"

  public init(_ text: [UInt8], _ place: CursorPlace) {
    let before = Array(text[..<place.replaced.start])
    let statement = Array(before[min(place.statementStart, before.count)...])
    let filler: String =
      switch place.kind {
      case .word: Self.marker
      case .parameter: "$" + Self.marker
      case .text: LiteralText.quoted(LiteralText.decoded(place.typed))
      }
    whole = SourceText(bytes: before + Array(filler.utf8) + Self.closers(before))
    marked = SourceRange(start: before.count, end: before.count + filler.utf8.count)
    if place.kind == .word {
      let continued = Array(before[min(place.continuedStart, before.count)...])
      words = Self.words(
        Self.accepted(continued) == nil ? statement : continued, typed: place.typed,
        isFirst: place.continuedStart == 0 && place.statementStart == 0)
    }
    guard let (suffix, kind) = Self.completed(statement, filler) else { return }
    let around = Self.closers(Array(before[..<min(place.statementStart, before.count)]))
    whole = SourceText(bytes: before + Array(filler.utf8) + suffix + around)
    switch (place.kind, kind) {
    case (.text, .useStatement), (.text, .saveClause): wanted = .file
    case (.text, .testStatement), (.text, .messageText): wanted = .nothing
    case (.text, _): wanted = .text
    case (_, .name), (_, .unexpected), (_, .absent): wanted = .nothing
    case (_, .memberStep): wanted = .member
    default: wanted = .name
    }
    // The name of a format is being chosen, not given.
    if kind == .name, Self.isFormat(statement, filler, suffix) { wanted = .name }
  }

  // MARK: Words

  private static func words(_ statement: [UInt8], typed: String, isFirst: Bool) -> [String] {
    let wanted = typed.lowercased()
    return CompletionPhrase.all.filter { phrase in
      guard phrase.text.hasPrefix(wanted) else { return false }
      if phrase.text == "language 1", !isFirst { return false }
      // By the grammar it may stand behind any operand; it means something only behind a call.
      if phrase.text == "over (", statement.last(where: { $0 > 0x20 }) != UInt8(ascii: ")") {
        return false
      }
      return phrase.endings.contains { ending in
        let text = statement + Array((phrase.text + ending).utf8)
        guard let parsed = accepted(text) else { return false }
        return !isName(parsed.tree, at: statement.count)
      }
    }.map(\.text)
  }

  /// The tree of a statement that is right, or that only ends too early.
  private static func accepted(_ text: [UInt8]) -> ParseResult? {
    let parsed = parseOnce(SourceText(bytes: text), limits: .standard)
    return !parsed.hasErrors || parsed.isIncomplete ? parsed : nil
  }

  /// True where the word at an offset was read as a name.
  private static func isName(_ tree: SyntaxTree, at offset: Int) -> Bool {
    switch parent(tree, at: offset)?.kind {
    case .nameReference?, .name?, .memberStep?, .amount?, .typeName?, .argument?, .unexpected?, nil:
      true
    default: false
    }
  }

  /// The node whose own token begins at an offset.
  private static func parent(_ tree: SyntaxTree, at offset: Int) -> (id: NodeID, kind: NodeKind)? {
    for id in tree.allNodes {
      let range = tree.rangeInSource(of: id)
      guard range.start <= offset, offset < range.end else { continue }
      for child in tree.children(of: id) {
        if case .token(let token) = child, Int(tree.token(token).start) == offset {
          return (id, tree.kind(of: id))
        }
      }
    }
    return nil
  }

  // MARK: A whole statement

  /// What may have to follow a name until its statement is whole.
  private static let suffixes = [
    "", " as x", " as x, y", " by x", " then 1 else 1", " via x", " = x", " to x in y", " in x",
    " {}", " with x by y", " against x by y", " x", ": int",
  ]

  /// The shortest of them with which the statement parses, and the node that takes the marked token.
  private static func completed(_ statement: [UInt8], _ filler: String) -> ([UInt8], NodeKind)? {
    let closers = closers(statement)
    let start = statement + Array(filler.utf8)
    for suffix in suffixes {
      let suffix = Array(suffix.utf8)
      for ending in closers.isEmpty ? [suffix] : [suffix + closers, closers + suffix] {
        let parsed = parseOnce(SourceText(bytes: start + ending), limits: .standard)
        if !parsed.hasErrors, let taker = taker(parsed.tree, statement.count) {
          return (ending, taker)
        }
      }
    }
    // No name may stand there.
    guard accepted(start) != nil || accepted(statement) == nil else { return nil }
    // What stands before is wrong; the parser still makes something of it.
    let parsed = parseOnce(SourceText(bytes: start + closers), limits: .standard)
    return taker(parsed.tree, statement.count).map { (closers, $0) }
  }

  /// The kind of the node that a word or text at an offset belongs to: of a literal, its parent's.
  private static func taker(_ tree: SyntaxTree, _ offset: Int) -> NodeKind? {
    guard let (id, kind) = parent(tree, at: offset) else { return nil }
    guard kind == .textLiteral else { return kind }
    let owner = tree.allNodes.first { tree.nodeChildren(of: $0).contains(id) }
    switch owner.map(tree.kind(of:)) {
    case .useStatement?: return .useStatement
    case .saveClause?: return .saveClause
    case .testStatement?: return .testStatement
    default: return .textLiteral
    }
  }

  private static func isFormat(_ statement: [UInt8], _ filler: String, _ suffix: [UInt8]) -> Bool {
    let tree = parseOnce(
      SourceText(bytes: statement + Array(filler.utf8) + suffix), limits: .standard
    ).tree
    guard let (id, _) = parent(tree, at: statement.count) else { return false }
    return tree.allNodes.contains {
      tree.kind(of: $0) == .showClause && tree.nodeChildren(of: $0).first == id
    }
  }

  /// The brackets that are open at the end of a text, closed.
  private static func closers(_ text: [UInt8]) -> [UInt8] {
    let tokens = lex(SourceText(bytes: text)).tokens
    return tokens.filter { $0.kind.closing != .invalid && $0.partner < 0 }.reversed()
      .flatMap { Array($0.kind.closing.spelling.utf8) }
  }
}
