// Comes in: the statements that make a graph. Goes out: its nodes and links as data.

struct Graph: Sendable {
  struct Node: Sendable {
    var labels: [String]
    var properties: [String: Value]
  }
  struct Link: Sendable {
    var from: Int
    var to: Int
    var type: String
    var properties: [String: Value]
  }
  var nodes: [Node] = []
  var links: [Link] = []

  /// Reads `CREATE` with patterns, also behind `UNWIND` of known values.
  init(_ statements: [String]) throws(OutOfScope) {
    for statement in statements { try run(statement) }
  }

  private mutating func run(_ statement: String) throws(OutOfScope) {
    var reader = try CypherReader(statement)
    // One entry for each row: names of nodes and of values.
    var rows: [Row] = [Row()]
    while reader.stream.current != .end {
      if reader.stream.takeWord("create") {
        let patterns = try reader.patterns()
        for row in rows.indices {
          for pattern in patterns { try add(pattern, &rows[row]) }
        }
      } else if reader.stream.takeWord("unwind") {
        let list = try reader.expression()
        guard reader.stream.takeWord("as") else { throw OutOfScope(.graphSetup) }
        let name = try reader.stream.name()
        var next: [Row] = []
        for row in rows {
          guard case .list(let items) = try Constant.value(list, row.values) else {
            throw OutOfScope(.graphSetup)
          }
          for item in items {
            var copy = row
            copy.values[name] = item
            next.append(copy)
          }
        }
        rows = next
      } else if !reader.stream.take(";") {
        throw OutOfScope(.graphSetup)
      }
    }
  }

  private struct Row {
    var nodes: [String: Int] = [:]
    var values: [String: Value] = [:]
  }

  private mutating func add(_ pattern: Pattern, _ row: inout Row) throws(OutOfScope) {
    var previous: Int?
    for (place, node) in pattern.nodes.enumerated() {
      let number: Int
      if let name = node.name, let known = row.nodes[name] {
        number = known
      } else {
        number = nodes.count
        nodes.append(
          Node(labels: node.labels, properties: try values(node.properties, row)))
        if let name = node.name { row.nodes[name] = number }
      }
      if let previous {
        let link = pattern.links[place - 1]
        let isLeft = link.direction == .left
        guard link.types.count == 1, link.direction != .both else { throw OutOfScope(.graphSetup) }
        links.append(
          Link(
            from: isLeft ? number : previous, to: isLeft ? previous : number, type: link.types[0],
            properties: try values(link.properties, row)))
      }
      previous = number
    }
  }

  private func values(_ entries: [MapEntry], _ row: Row) throws(OutOfScope) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in entries {
      let value = try Constant.value(entry.value, row.values)
      if value != .null { values[entry.key] = value }
    }
    return values
  }

  /// The graphs that the suite refers to by name.
  static func named(_ name: String) throws(OutOfScope) -> Graph {
    switch name {
    case "empty": return try Graph([])
    case "binary-tree-1": return try binaryTree { _ in "X" }
    case "binary-tree-2": return try binaryTree { $0 == 1 ? "X" : "Y" }
    default: throw OutOfScope(.graphSetup)
    }
  }

  /// A root `a` that knows `b1` and `b2` and follows `b3` and `b4`. Each of the four is a friend of the next, around
  /// in a ring, and of two leaves, `c11` and `c12` to `c41` and `c42`.
  private static func binaryTree(_ leafLabel: (Int) -> String) throws(OutOfScope) -> Graph {
    var graph = try Graph([])
    func add(_ name: String, _ label: String) -> Int {
      graph.nodes.append(Node(labels: [label], properties: ["name": .text(name)]))
      return graph.nodes.count - 1
    }
    func tie(_ from: Int, _ type: String, _ to: Int) {
      graph.links.append(Link(from: from, to: to, type: type, properties: [:]))
    }
    let root = add("a", "A")
    let ring = (1...4).map { add("b\($0)", "X") }
    for (place, node) in ring.enumerated() {
      tie(root, place < 2 ? "KNOWS" : "FOLLOWS", node)
      tie(node, "FRIEND", ring[(place + 1) % 4])
      for leaf in 1...2 { tie(node, "FRIEND", add("c\(place + 1)\(leaf)", leafLabel(leaf))) }
    }
    return graph
  }
}
