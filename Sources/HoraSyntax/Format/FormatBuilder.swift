// The tree as pieces to lay out.
// In: a tree. Out: tokens in canonical spelling, in order, with the places between them where lines
// may end. What may stand between two tokens is one rule, `gap`; groups are one table, `isGroup`.
// Nothing here calls itself: a node becomes a list of steps, and its children are steps of that list.

struct FormatBuilder {
  /// What is to be done next.
  private enum Step {
    case node(NodeID)
    case token(Int, in: NodeKind, isFirst: Bool)
    case piece(FormatPiece)
    case lineEnd
    /// A group that begins with a node's first token.
    case open(NodeID, isForced: Bool)
    case close
    case comments(before: Int, keepsBlank: Bool)
    /// Comments before a closing bracket stand inside it.
    case lastComments(before: Int)
    /// The blank lines before a token go.
    case tighten(before: Int)
  }

  let tree: SyntaxTree
  private(set) var pieces: [FormatPiece] = []
  /// For each group: must it be broken?
  private(set) var forced: [Bool] = []
  private var openGroups: [Int] = []
  /// The comments before each token; emptied when written.
  private var leading: [Comment.Leading]

  init(_ tree: SyntaxTree, keepsComments: Bool) {
    self.tree = tree
    leading = keepsComments ? Comment.leading(of: tree) : []
  }

  mutating func script() {
    run(
      statements(of: tree.root)
        + [.comments(before: tree.sourceTokenCount - 1, keepsBlank: true)])
  }

  mutating func node(_ id: NodeID) { run([.node(id)]) }

  private mutating func run(_ steps: [Step]) {
    var left: [Step] = steps.reversed()
    while let step = left.popLast() {
      switch step {
      case .node(let id): left += self.steps(id).reversed()
      case .token(let index, let kind, let isFirst): token(index, in: kind, isFirst: isFirst)
      case .piece(let piece): pieces.append(piece)
      case .lineEnd:
        pieces.append(.lineEnd)
        force()
      case .open(let id, let isForced): open(id, isForced: isForced)
      case .close:
        pieces.append(.close)
        openGroups.removeLast()
      case .comments(let index, let keepsBlank): comments(before: index, keepsBlank: keepsBlank)
      case .lastComments(let index): lastComments(before: index)
      case .tighten(let index):
        if leading.indices.contains(index) { leading[index] = Comment.Leading() }
      }
    }
  }

  // MARK: Statements

  private func statements(of id: NodeID) -> [Step] {
    var steps: [Step] = []
    var isFirst = true
    for statement in tree.nodeChildren(of: id) {
      guard let first = tree.firstToken(of: statement) else { continue }
      if !isFirst, !endsAtLineEnd(before: first) { steps.append(.piece(.text(";", hugs: true))) }
      if !isFirst || tree.kind(of: id) == .block { steps.append(.lineEnd) }
      isFirst = false
      steps += [.comments(before: first, keepsBlank: true), .node(statement)]
    }
    if !isFirst, tree.kind(of: id) == .script { steps.append(.lineEnd) }
    return steps
  }

  /// True where a line end in place of the separators before a statement would end the one before.
  private func endsAtLineEnd(before next: Int) -> Bool {
    var last = next - 1
    while last >= 0, isSeparator(last) { last -= 1 }
    var after = next + 1
    while tree.token(after).kind == .bar { after += 1 }
    var before = last - 1
    if tree.token(before).kind == .bar { before -= 1 }
    let end = Token(kind: .lineEnd, triviaStart: 0, start: 0, end: 0)
    let tokens = [tree.token(before), tree.token(last), end, tree.token(next), tree.token(after)]
    return Layout.settled(tokens.filter { $0.kind != .endOfText })
      .contains { $0.kind == .lineEnd && $0.end == 0 }
  }

  private func isSeparator(_ index: Int) -> Bool {
    let kind = tree.token(index).kind
    return kind == .lineEnd || kind == .semicolon
  }

  private func block(_ id: NodeID) -> [Step] {
    let tokens = tree.tokenChildren(of: id).filter { !isSeparator($0) }
    guard let open = tokens.first, let close = tokens.last, open != close else { return [] }
    var steps: [Step] = [.token(open, in: .block, isFirst: true)]
    if !tree.nodeChildren(of: id).isEmpty || hasComments(close) {
      steps.append(.piece(.indent))
      steps += statements(of: id)
      if hasComments(close) { steps += [.lineEnd, .comments(before: close, keepsBlank: true)] }
      steps += [.piece(.outdent), .lineEnd]
    }
    return steps + [.tighten(before: close), .token(close, in: .block, isFirst: false)]
  }

  // MARK: Nodes

  private func steps(_ id: NodeID) -> [Step] {
    let kind = tree.kind(of: id)
    switch kind {
    case .block: return block(id)
    case .query: return query(id)
    case .filterStep, .callStep, .listLiteral, .parenthesized, .overStep: return brackets(id, kind)
    case .messageText:
      return tree.tokenChildren(of: id).prefix(1).map { .token($0, in: kind, isFirst: true) }
    default: return sequence(id, kind)
    }
  }

  /// Children in order, with the gap between each two.
  private func sequence(_ id: NodeID, _ kind: NodeKind) -> [Step] {
    var steps: [Step] = []
    var last: Child?
    for child in tree.children(of: id) {
      if let last, let piece = gap(last, child, in: kind) { steps.append(.piece(piece)) }
      switch child {
      case .token(let index): steps.append(.token(index, in: kind, isFirst: last == nil))
      case .node(let node): steps.append(.node(node))
      }
      last = child
    }
    return FormatBuilder.isGroup(kind) ? group(id, isForced: false, steps) : steps
  }

  private func group(_ id: NodeID, isForced: Bool, _ inside: [Step]) -> [Step] {
    [.open(id, isForced: isForced), .piece(.indent)] + inside + [.piece(.outdent), .close]
  }

  private func query(_ id: NodeID) -> [Step] {
    let range = tree.rangeInSource(of: id)
    let isOnOneLine =
      tree.source.lineIndex(ofByte: range.start) == tree.source.lineIndex(ofByte: range.end)
    var steps: [Step] = []
    for child in tree.nodeChildren(of: id) {
      if !steps.isEmpty {
        steps.append(.piece(tree.kind(of: child) == .sourceName ? .space : .line))
      }
      steps.append(.node(child))
    }
    return group(id, isForced: !isOnOneLine, steps)
  }

  /// `[…]`, `(…)`, `over (…)`: on one line, or one item per line.
  private func brackets(_ id: NodeID, _ kind: NodeKind) -> [Step] {
    let hasItems =
      !tree.nodeChildren(of: id).isEmpty
      || tree.tokenChildren(of: id).last.map(hasComments) ?? false
    let edge: [Step] = hasItems ? [.piece(.softLine)] : []
    var steps: [Step] = [.open(id, isForced: false)]
    var last: TokenKind?
    for child in tree.children(of: id) {
      switch child {
      case .node(let node):
        // Behind a comma; or a `sort by` behind what a window is over.
        if last == .comma || last == nil { steps.append(.piece(.line)) }
        steps.append(.node(node))
        last = nil
      case .token(let index):
        last = tree.token(index).kind
        let token = Step.token(index, in: kind, isFirst: false)
        switch last {
        case .leftParen, .leftBracket:
          if kind == .overStep { steps.append(.piece(.space)) }
          steps += [token, .piece(.indent)] + edge
        case .rightParen, .rightBracket:
          steps += [.lastComments(before: index), .piece(.outdent)] + edge + [token]
        default: steps.append(token)
        }
      }
    }
    return steps + [.close]
  }

  // MARK: Gaps

  /// What stands between two neighbours in a node; nil is nothing.
  private func gap(_ left: Child, _ right: Child, in kind: NodeKind) -> FormatPiece? {
    let before = tokenKind(left)
    let after = tokenKind(right)
    switch kind {
    case .rangeExpression, .memberStep, .hopStep, .typeName: return nil
    case .negation: return before == .minus && after == .minus ? .space : nil
    case .postfixExpression:
      guard case .node(let step) = right else { return nil }
      if tree.kind(of: step) == .overStep { return .space }
      return tree.kind(of: step) == .memberStep && isNumber(left) ? .space : nil
    case .defStatement where before == .leftParen || after == .leftParen || after == .rightParen:
      return nil
    default: break
    }
    if after == .comma || after == .colon { return nil }
    if before == .comma { return FormatBuilder.isGroup(kind) ? .line : .space }
    return mayEndLine(before: right, behind: left, in: kind) ? .line : .space
  }

  private func mayEndLine(before child: Child, behind left: Child, in kind: NodeKind) -> Bool {
    switch (kind, child) {
    case (.orExpression, .token), (.andExpression, .token), (.additiveExpression, .token),
      (.multiplicativeExpression, .token), (.coalesceExpression, .token):
      return true
    case (.ifExpression, .token(let index)):
      return tree.token(index).word != .if
    case (.networkStatement, .token(let index)):
      return tree.token(index).word == .where || tree.token(index).word == .weight
    case (.summarizeClause, .node(let node)): return tree.kind(of: node) == .grouping
    case (.coverClause, .node(let node)):
      switch tree.kind(of: node) {
      case .coverMax, .coverAtLeast, .coverAtMost, .coverWith, .coverWithout, .coverEligible,
        .coverPrefer, .coverBest:
        return true
      default: return false
      }
    default: return false
    }
  }

  /// Nodes that stand on one line or are broken as a whole.
  static func isGroup(_ kind: NodeKind) -> Bool {
    switch kind {
    case .networkStatement, .assertStatement, .selectClause, .addClause, .dropClause,
      .summarizeClause, .grouping, .sortClause, .perKeys, .distinctClause, .coverClause,
      .expectClause, .ifExpression, .orExpression, .andExpression, .coalesceExpression,
      .additiveExpression, .multiplicativeExpression:
      true
    default: false
    }
  }

  private func tokenKind(_ child: Child) -> TokenKind? {
    if case .token(let index) = child { tree.token(index).kind } else { nil }
  }

  /// True for literals that a dot right behind might change.
  private func isNumber(_ child: Child) -> Bool {
    guard case .node(let node) = child else { return false }
    switch tree.kind(of: node) {
    case .integerLiteral, .decimalLiteral, .dateLiteral, .monthLiteral, .quarterLiteral,
      .durationLiteral:
      return true
    default: return false
    }
  }

  // MARK: Tokens

  /// Nodes whose words are names, as they were written.
  static func namesThings(_ kind: NodeKind) -> Bool {
    switch kind {
    case .name, .nameReference, .memberStep, .typeName, .amount, .fixedAmount, .argument: true
    default: false
    }
  }

  private mutating func token(_ index: Int, in kind: NodeKind, isFirst: Bool = false) {
    comments(before: index, keepsBlank: false)
    let token = tree.token(index)
    let written = tree.text(ofToken: index)
    switch token.kind {
    case .name:
      let isName =
        FormatBuilder.namesThings(kind) || (kind == .expectedRows && isFirst && !token.isKeyword)
      add(isName ? written : token.word?.rawValue ?? written, hugs: false)
    case .text: add(FormatBuilder.quoted(written), hugs: false)
    case .comma, .rightParen, .rightBracket, .hopBrace: add(written, hugs: true)
    default: add(written, hugs: false)
    }
  }

  /// A text in double quotes, where it holds none itself. Escapes stay as they are.
  static func quoted(_ written: String) -> String {
    let scalars = written.unicodeScalars
    guard let first = scalars.first, first != "\"", scalars.count >= 2 else { return written }
    let content = String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
    if !content.utf8.contains(UInt8(ascii: "\"")) { return "\"\(content)\"" }
    return content.utf8.contains(UInt8(ascii: "'")) ? written : "'\(content)'"
  }

  // MARK: Pieces

  private mutating func add(_ text: String, hugs: Bool) { pieces.append(.text(text, hugs: hugs)) }

  /// Comments before a group's first token stand before the group.
  private mutating func open(_ id: NodeID, isForced: Bool) {
    if let first = tree.firstToken(of: id) { comments(before: first, keepsBlank: false) }
    let group = forced.count
    forced.append(false)
    openGroups.append(group)
    pieces.append(.open(group))
    if isForced { force() }
  }

  /// Everything that is open is broken.
  private mutating func force() {
    for group in openGroups.reversed() {
      if forced[group] { return }
      forced[group] = true
    }
  }

  private func hasComments(_ index: Int) -> Bool {
    leading.indices.contains(index) && !leading[index].comments.isEmpty
  }

  private mutating func lastComments(before index: Int) {
    guard hasComments(index), let first = leading[index].comments.first else { return }
    if first.isLine || first.linesBefore > 0 { pieces.append(.softLine) }
    comments(before: index, keepsBlank: false)
  }

  private mutating func comments(before index: Int, keepsBlank: Bool) {
    guard leading.indices.contains(index) else { return }
    let here = leading[index]
    guard !here.comments.isEmpty || keepsBlank else { return }
    leading[index] = Comment.Leading()
    if here.forcesLines { force() }
    pieces.append(.comments(here, keepsBlank: keepsBlank))
  }
}
