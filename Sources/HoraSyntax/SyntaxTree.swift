// The syntax tree: a flat table of nodes over a flat table of tokens.
// In: what the parser built. Out: kinds, ranges, children. It is a value, it knows nothing of names
// or types (those live in tables by NodeID elsewhere), and no use of it can trap: an id from
// another tree reads as an `absent` node.

/// A node of one tree: its index, from 0, in the order in which nodes were finished.
public struct NodeID: Sendable, Hashable, Comparable {
  public let rawValue: Int32

  public init(_ rawValue: Int32) { self.rawValue = rawValue }

  public var index: Int { Int(rawValue) }

  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// A child of a node: another node, or a token by its index in `SyntaxTree.tokens`.
public enum Child: Sendable, Hashable {
  case node(NodeID)
  case token(Int)
}

/// What the tree stores of a node.
struct Node: Sendable {
  var kind: NodeKind
  var start: Int32
  var end: Int32
  var firstChild: Int32
  var childCount: Int32
}

public struct SyntaxTree: Sendable {
  public let source: SourceText
  /// Where the source begins among the sources of a program (`SourceSet`). What `range` gives counts
  /// from the first source; what tokens say of themselves counts from this one.
  public var base = 0
  /// All tokens up to and with the end of the text, then those of the expressions inside messages
  /// (`print "{name}"`), which lie within a text token.
  public let tokens: [Token]
  /// How many of `tokens` make up the source.
  public let sourceTokenCount: Int
  public let root: NodeID
  let nodes: [Node]
  /// Children of all nodes, those of one node side by side: a node's id, or -1 - token index.
  let childTable: [Int32]

  public var nodeCount: Int { nodes.count }

  /// Every node, children before their parents.
  public var allNodes: [NodeID] { nodes.indices.map { NodeID(Int32(clamping: $0)) } }

  func node(_ id: NodeID) -> Node {
    id.index >= 0 && id.index < nodes.count
      ? nodes[id.index] : Node(kind: .absent, start: 0, end: 0, firstChild: 0, childCount: 0)
  }

  public func kind(of id: NodeID) -> NodeKind { node(id).kind }

  /// The bytes of a node, without the trivia around it.
  public func range(of id: NodeID) -> SourceRange { moved(rangeInSource(of: id)) }

  func rangeInSource(of id: NodeID) -> SourceRange {
    let node = node(id)
    return SourceRange(start: Int(node.start), end: Int(node.end))
  }

  private func moved(_ range: SourceRange) -> SourceRange {
    SourceRange(start: base + range.start, end: base + range.end)
  }

  /// The text in a range that counts as those of nodes do.
  public func text(in range: SourceRange) -> String {
    source.text(in: SourceRange(start: range.start - base, end: range.end - base))
  }

  public func text(of id: NodeID) -> String { source.text(in: rangeInSource(of: id)) }

  // MARK: Children

  /// Nodes and tokens in the order of the source.
  public func children(of id: NodeID) -> ChildList {
    let node = node(id)
    let start = Int(node.firstChild)
    return ChildList(slots: childTable[start..<start + Int(node.childCount)])
  }

  public func nodeChildren(of id: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    for child in children(of: id) {
      if case .node(let node) = child { result.append(node) }
    }
    return result
  }

  /// The node children that are neither `unexpected` nor `absent`.
  public func soundChildren(of id: NodeID) -> [NodeID] {
    nodeChildren(of: id).filter { kind(of: $0) != .unexpected && kind(of: $0) != .absent }
  }

  public func tokenChildren(of id: NodeID) -> [Int] {
    var result: [Int] = []
    for child in children(of: id) {
      if case .token(let token) = child { result.append(token) }
    }
    return result
  }

  public func firstChild(of id: NodeID, kind wanted: NodeKind) -> NodeID? {
    for child in children(of: id) {
      if case .node(let node) = child, kind(of: node) == wanted { return node }
    }
    return nil
  }

  public func childNodes(of id: NodeID, kind wanted: NodeKind) -> [NodeID] {
    nodeChildren(of: id).filter { kind(of: $0) == wanted }
  }

  /// The node that comes right after a token that spells `word`: `where` in a networkStatement.
  public func child(of id: NodeID, after word: Word) -> NodeID? {
    var found = false
    for child in children(of: id) {
      switch child {
      case .token(let index): found = token(index).word == word
      case .node(let node): if found { return node }
      }
    }
    return nil
  }

  public func hasToken(_ word: Word, in id: NodeID) -> Bool {
    tokenChildren(of: id).contains { token($0).word == word }
  }

  // MARK: Tokens

  /// The token at an index; outside the table, the end of the text.
  public func token(_ index: Int) -> Token {
    if index >= 0, index < tokens.count { return tokens[index] }
    let end = source.bytes.count
    return Token(kind: .endOfText, triviaStart: end, start: end, end: end)
  }

  public func text(ofToken index: Int) -> String { source.text(in: token(index).range) }

  /// The bytes of a token, counted as those of a node are.
  public func range(ofToken index: Int) -> SourceRange {
    moved(token(index).range)
  }

  /// The first token of a node, however deep; nil where it has none.
  public func firstToken(of id: NodeID) -> Int? {
    var next = id
    while let first = children(of: next).first {
      switch first {
      case .token(let index): return index
      case .node(let node): next = node
      }
    }
    return tokenChildren(of: id).first
  }

  /// The source again, from the tokens and their trivia.
  public func printed() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count)
    for token in tokens.prefix(sourceTokenCount) {
      bytes += source.bytes[source.clamped(token.trivia)]
      bytes += source.bytes[source.clamped(token.range)]
    }
    return bytes
  }
}

/// The children of one node.
public struct ChildList: RandomAccessCollection, Sendable {
  let slots: ArraySlice<Int32>

  public var startIndex: Int { slots.startIndex }
  public var endIndex: Int { slots.endIndex }

  public subscript(position: Int) -> Child {
    let slot = slots[position]
    return slot >= 0 ? .node(NodeID(slot)) : .token(-1 - Int(slot))
  }
}
