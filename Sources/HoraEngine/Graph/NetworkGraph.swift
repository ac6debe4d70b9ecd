// Comes in: the plan of a network. Goes out: its graph over the rows of a collection, made once a run.
// Nodes are numbered in canonical order, so that numbers of the graph and rows ascend together.

/// A network that was built.
struct NetworkGraph {
  let graph: Graph
  /// The row of each node, ascending.
  let rows: [Int32]
  /// The node of each row of the collection; -1 for none.
  let nodes: [Int32]
  /// What nodes share; nil where ties are direct.
  let affiliation: CoAffiliation?
  /// True where weights are counts or 1.
  let hasWholeWeights: Bool

  /// A value for each node as a column over the rows of the collection; missing elsewhere.
  func spread(_ values: Vector) -> Vector { values.gather(nodes) }

  /// In how many of the things that make ties each node takes part, alone or with others; where ties
  /// are direct, how many it has.
  var activities: [Int] {
    let ties = affiliation?.elements ?? graph.undirected.forward
    return rows.indices.map { ties.degree($0) }
  }

  func node(_ row: Int32) -> Int32 {
    row >= 0 && Int(row) < nodes.count ? nodes[Int(row)] : -1
  }
}

extension Run {
  func network(_ id: NetworkID) throws(RunError) -> NetworkGraph {
    if let known = networks[id] { return known }
    let built = try build(plan.networks[id])
    networks[id] = built
    return built
  }

  private func build(_ network: NetworkPlan) throws(RunError) -> NetworkGraph {
    let size = self.network.collections[network.collection].rowCount
    let rows = try members(network, size)
    try reserve(size + rows.count)
    var nodes = [Int32](repeating: -1, count: size)
    for (node, row) in rows.enumerated() { nodes[Int(row)] = Int32(node) }
    let batch = Batch(
      count: rows.count, columns: [.entity(rows)], parent: Batch.unit(), parentRows: nil)
    let (offsets, elements) = try Distinct.lists(evaluate(network.path, batch)).asList
    var ends: [Int32] = []
    if case .entity(let found) = elements.expanded { ends = found }
    switch network.tie {
    case .direct(let isDirected):
      var builder = GraphBuilder(
        nodeCount: rows.count, isDirected: isDirected, repeated: .keepFirst)
      for node in rows.indices {
        for place in Int(offsets[node])..<Int(offsets[node + 1]) {
          builder.add(Int32(node), nodes[Int(ends[place])])
        }
      }
      let (graph, _) = try builder.build(self)
      let built = NetworkGraph(
        graph: graph, rows: rows, nodes: nodes, affiliation: nil, hasWholeWeights: true)
      return try weighed(built, network)
    case .shared(let collection):
      let count = self.network.collections[collection].rowCount
      // Elements of a row ascend already: a path has canonical order.
      let affiliation = try CoAffiliation(
        offsets: offsets.map { Int($0) }, elements: sorted(ends, offsets), elementCount: count, self
      )
      let (graph, _) = try affiliation.graph(self)
      let built = NetworkGraph(
        graph: graph, rows: rows, nodes: nodes, affiliation: affiliation, hasWholeWeights: true)
      return try weighed(built, network)
    }
  }

  /// The rows of the nodes, ascending and each once.
  private func members(_ network: NetworkPlan, _ size: Int) throws(RunError) -> [Int32] {
    guard let query = network.nodes else { return (0..<Int32(size)).map { $0 } }
    let frame = try independent(query)
    guard let column = plan.queries[query].entityColumn, column < frame.columns.count,
      case .entity(let rows) = frame.columns[column].expanded
    else { return [] }
    var isNode = [Bool](repeating: false, count: size)
    for row in rows where row >= 0 { isNode[Int(row)] = true }
    return (0..<Int32(size)).filter { isNode[Int($0)] }
  }

  private func sorted(_ ends: [Int32], _ offsets: [Int32]) -> [Int32] {
    var result = ends
    for row in 0..<(offsets.count - 1) {
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      if range.dropFirst().contains(where: { result[$0 - 1] > result[$0] }) {
        result[range].sort()
      }
    }
    return result
  }

  /// The network with the weights its plan asks for.
  private func weighed(
    _ built: NetworkGraph, _ network: NetworkPlan
  ) throws(RunError) -> NetworkGraph {
    guard let weight = network.weight else { return built }
    let ties = try built.graph.ties(self)
    let frame = try tieFrame(built, ties)
    let values = try column(weight, frame, Batch.unit()).expanded
    let isWhole: Bool
    let weights: [Double]
    switch values {
    case .int(let v, let mask):
      isWhole = true
      weights = v.enumerated().map { mask.isEmpty || mask[$0] == 1 ? Double($1) : 0 }
    case .decimal(let v, let mask):
      isWhole = false
      weights = v.enumerated().map { mask.isEmpty || mask[$0] == 1 ? $1 : 0 }
    default:
      isWhole = false
      weights = [Double](repeating: 0, count: ties.a.count)
    }
    var builder = GraphBuilder(
      nodeCount: built.rows.count, isDirected: built.graph.isDirected, repeated: .keepFirst)
    for tie in ties.a.indices { builder.add(ties.a[tie], ties.b[tie], weight: weights[tie]) }
    let (graph, unusable) = try builder.build(self)
    try warn(.tieWeight, rows: unusable, at: plan.expressions[weight].range)
    return NetworkGraph(
      graph: graph, rows: built.rows, nodes: built.nodes, affiliation: built.affiliation,
      hasWholeWeights: isWhole)
  }

  /// Ties as rows: `a`, `b`, and where things are shared, `shared`.
  func tieFrame(_ built: NetworkGraph, _ ties: TieRows) throws(RunError) -> Frame {
    var columns: [Vector] = [
      .entity(ties.a.map { built.rows[Int($0)] }), .entity(ties.b.map { built.rows[Int($0)] }),
    ]
    if let affiliation = built.affiliation {
      var shared: [Int32] = []
      var offsets: [Int32] = [0]
      for tie in ties.a.indices {
        affiliation.appendShared(ties.a[tie], ties.b[tie], to: &shared)
        if tie % 4096 == 0 { try reserve(shared.count) }
        offsets.append(Int32(truncatingIfNeeded: shared.count))
      }
      try charge(shared.count)
      try reserve(shared.count)
      columns.append(.list(offsets: offsets, elements: .entity(shared)))
    }
    return Frame(
      segments: [0, Int32(ties.a.count)], count: ties.a.count, columns: columns)
  }

  /// A network as a source: its ties with `a`, `b`, `weight` and what is shared.
  func tieRows(_ id: NetworkID) throws(RunError) -> Frame {
    let built = try network(id)
    let ties = try built.graph.ties(self)
    var frame = try tieFrame(built, ties)
    let weight: Vector
    if built.hasWholeWeights {
      weight =
        ties.weights.isEmpty
        ? .int([Int64](repeating: 1, count: frame.count), [])
        : .int(ties.weights.map { Int64($0) }, [])
    } else {
      weight = .decimal(
        ties.weights.isEmpty ? [Double](repeating: 1, count: frame.count) : ties.weights, [])
    }
    frame.columns.insert(weight, at: 2)
    return frame
  }
}
