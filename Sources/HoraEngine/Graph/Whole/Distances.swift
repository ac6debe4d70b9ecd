// Comes in: a graph. Goes out: its diameter and the average length of its ways.
// Source of the bounds: P. Crescenzi and others, Theoretical Computer Science 514 (2013) 84 (iFUB).

struct Diameter: Sendable {
  /// The longest of the shortest ways, in ties.
  var hops: Int
  /// How many nodes the part has that was measured: the largest, by ties without direction, among
  /// equals the one with the first node.
  var nodes: Int
  /// Whether that is the whole graph.
  var isWhole: Bool
}

extension Graph {
  /// The diameter of the largest component; nil without nodes. In a directed graph the longest of
  /// those ways that there are. Exact. In an undirected graph few searches as a rule: ways are at
  /// most twice as long as the distance from a central node, so nodes near it need no search; at
  /// worst one search from each node, as always in a directed graph.
  func diameter(_ budget: some Budget) throws(RunError) -> Diameter? {
    let component = try components(budget)
    let members = (0..<Int32(truncatingIfNeeded: nodeCount)).filter { component[Int($0)] == 1 }
    guard let first = members.first else { return nil }
    var search = HopSearch(forward)
    var longest: Int32 = 0
    if isDirected {
      for member in members {
        try search.run(from: member, budget)
        longest = max(longest, search.reach)
      }
    } else {
      let center = try middle(from: first, &search, budget)
      try search.run(from: center, budget)
      longest = search.reach
      let order = search.order
      let hops = search.hops
      for node in order.reversed() {
        guard 2 * hops[Int(node)] > longest else { break }
        try search.run(from: node, budget)
        longest = max(longest, search.reach)
      }
    }
    return Diameter(hops: Int(longest), nodes: members.count, isWhole: members.count == nodeCount)
  }

  /// A node in the middle of a long way: from the start to the farthest node, from there to the
  /// farthest, and half of that way back.
  private func middle(
    from start: Int32, _ search: inout HopSearch, _ budget: some Budget
  ) throws(RunError) -> Int32 {
    try search.run(from: start, budget)
    try search.run(from: search.order.last ?? start, budget)
    var node = search.order.last ?? start
    let half = search.reach / 2
    while search.hops[Int(node)] > half {
      let nearer = search.hops[Int(node)] - 1
      guard
        let next = forward.places(Int(node)).first(where: {
          search.hops[Int(targets[$0])] == nearer
        })
      else { break }
      node = targets[next]
    }
    return node
  }

  /// The mean distance over all ordered pairs with a way between them (as igraph); nil where there
  /// is none. One search from each node.
  func averagePathLength(
    length: TieLength = .hops, _ budget: some Budget
  ) throws(RunError) -> Double? {
    let sums = try distanceSums(length, .out, budget)
    let pairs = sums.reached.reduce(0, +)
    return pairs > 0 ? sums.distance.reduce(0, +) / Double(pairs) : nil
  }
}

extension HopSearch {
  /// How far the last search came.
  fileprivate var reach: Int32 { order.last.map { hops[Int($0)] } ?? 0 }
}
