// The tree as pieces to lay out.
// In: a tree. Out: tokens in canonical spelling, in order, with the places between them where lines
// may end. What may stand between two tokens is one rule, `gap`; groups are one table, `isGroup`.

struct FormatBuilder {
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

  // MARK: Statements

  mutating func script() {
    statements(of: tree.root)
    comments(before: tree.sourceTokenCount - 1, keepsBlank: true)
  }

  private mutating func statements(of id: NodeID) {
    var isFirst = true
    for statement in tree.nodeChildren(of: id) {
      guard let first = tree.firstToken(of: statement) else { continue }
      if !isFirst, !endsAtLineEnd(before: first) { add(";", hugs: true) }
      if !isFirst || tree.kind(of: id) == .block { lineEnd() }
      isFirst = false
      comments(before: first, keepsBlank: true)
      node(statement)
    }
    if !isFirst, tree.kind(of: id) == .script { lineEnd() }
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

  private mutating func block(_ id: NodeID) {
    let tokens = tree.tokenChildren(of: id).filter { !isSeparator($0) }
    guard let open = tokens.first, let close = tokens.last, open != close else { return }
    token(open, in: .block)
    let isEmpty = tree.nodeChildren(of: id).isEmpty && !hasComments(close)
    if !isEmpty {
      pieces.append(.indent)
      statements(of: id)
      if hasComments(close) {
        lineEnd()
        comments(before: close, keepsBlank: true)
      }
      pieces.append(.outdent)
      lineEnd()
    }
    leaveOutComments(before: close)
    token(close, in: .block)
  }

  // MARK: Nodes

  mutating func node(_ id: NodeID) {
    let kind = tree.kind(of: id)
    switch kind {
    case .block: block(id)
    case .query: query(id)
    case .filterStep, .callStep, .listLiteral, .parenthesized, .overStep: brackets(id, kind)
    case .messageText:
      if let text = tree.tokenChildren(of: id).first { token(text, in: kind) }
    default: sequence(id, kind)
    }
  }

  /// Children in order, with the gap between each two.
  private mutating func sequence(_ id: NodeID, _ kind: NodeKind) {
    let isGroup = FormatBuilder.isGroup(kind)
    if isGroup {
      open(id, isForced: false)
      pieces.append(.indent)
    }
    var last: Child?
    for child in tree.children(of: id) {
      if let last, let piece = gap(last, child, in: kind) { pieces.append(piece) }
      switch child {
      case .token(let index): token(index, in: kind, isFirst: last == nil)
      case .node(let node): self.node(node)
      }
      last = child
    }
    if isGroup {
      pieces.append(.outdent)
      close()
    }
  }

  private mutating func query(_ id: NodeID) {
    let range = tree.range(of: id)
    let isOnOneLine =
      tree.source.lineIndex(ofByte: range.start) == tree.source.lineIndex(ofByte: range.end)
    open(id, isForced: !isOnOneLine)
    pieces.append(.indent)
    for (place, child) in tree.nodeChildren(of: id).enumerated() {
      if place > 0 { pieces.append(tree.kind(of: child) == .sourceName ? .space : .line) }
      node(child)
    }
    pieces.append(.outdent)
    close()
  }

  /// `[…]`, `(…)`, `over (…)`: on one line, or one item per line.
  private mutating func brackets(_ id: NodeID, _ kind: NodeKind) {
    open(id, isForced: false)
    var depth = 0
    let children = tree.children(of: id)
    let hasItems = tree.tokenChildren(of: id).last.map(hasComments) ?? false || !isEmpty(children)
    for (place, child) in children.enumerated() {
      guard case .token(let index) = child else {
        if case .node(let node) = child {
          if case .token(let before)? = place > 0 ? children[children.startIndex + place - 1] : nil,
            tree.token(before).kind == .comma
          {
            pieces.append(.line)
          } else if tree.kind(of: node) == .sortClause, depth > 0, place > 2 {
            pieces.append(.line)
          }
          self.node(node)
        }
        continue
      }
      switch tree.token(index).kind {
      case .leftParen, .leftBracket:
        if kind == .overStep { pieces.append(.space) }
        token(index, in: kind)
        pieces.append(.indent)
        depth += 1
        if hasItems { pieces.append(.softLine) }
      case .rightParen, .rightBracket:
        if let first = leading.indices.contains(index) ? leading[index].comments.first : nil,
          first.isLine || first.linesBefore > 0
        {
          pieces.append(.softLine)
        }
        comments(before: index, keepsBlank: false)
        pieces.append(.outdent)
        if hasItems { pieces.append(.softLine) }
        token(index, in: kind)
      default: token(index, in: kind)
      }
    }
    close()
  }

  private func isEmpty(_ children: ChildList) -> Bool {
    !children.contains { if case .node = $0 { true } else { false } }
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
      case .coverMax, .coverAtLeast, .coverAtMost, .coverWith, .coverWithout, .coverPrefer:
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
    case .name, .nameReference, .memberStep, .typeName, .amount, .argument: true
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

  private mutating func lineEnd() {
    pieces.append(.lineEnd)
    force()
  }

  /// Comments before a group's first token stand before the group.
  private mutating func open(_ id: NodeID, isForced: Bool) {
    if let first = tree.firstToken(of: id) { comments(before: first, keepsBlank: false) }
    let group = forced.count
    forced.append(false)
    openGroups.append(group)
    pieces.append(.open(group))
    if isForced { force() }
  }

  private mutating func close() {
    pieces.append(.close)
    openGroups.removeLast()
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

  private mutating func leaveOutComments(before index: Int) {
    if leading.indices.contains(index) { leading[index] = Comment.Leading() }
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
