// Comes in: two nodes and a number. Goes out: so many shortest ways without a node twice.
// Source: J. Y. Yen, Management Science 17 (1971) 712: each next way leaves an earlier one somewhere.

extension Graph {
  /// At most `count` shortest simple ways by ties, or cheapest by `1 / weight`; among equals in
  /// canonical order. Cost: `count` times the length of a way times a search. `isComplete` tells
  /// that there are no more.
  func shortestPaths(
    from start: Int32, to end: Int32, atMost count: Int, length: TieLength = .hops,
    _ budget: some Budget
  ) throws(RunError) -> PathList {
    var list = PathList()
    guard contains(start), contains(end) else { return list }
    try budget.reserve(6 * nodeCount)
    var map = DistanceMap(self, length)
    try map.measure(to: end, budget)
    guard let first = map.walk(from: start, to: end) else { return list }
    var candidates = [Way(nodes: first, cost: map.distance(start) ?? 0)]
    var found: [Way] = []
    while let best = candidates.indices.min(by: { candidates[$0].isBefore(candidates[$1]) }) {
      guard found.count < count else {
        list.isComplete = false
        break
      }
      let way = candidates.remove(at: best)
      found.append(way)
      try budget.reserve(list.nodes.count + way.nodes.count)
      list.append(way.nodes, in: self)
      // Also after the last one: it tells whether there are more.
      try leave(way, found, &map, end, length, &candidates, budget)
    }
    return list
  }

  /// For each node of a way the shortest one that runs with it up to there and then differs from all
  /// that were found. Before the node where the way itself left another one, that is known already.
  private func leave(
    _ way: Way, _ found: [Way], _ map: inout DistanceMap, _ end: Int32, _ length: TieLength,
    _ candidates: inout [Way], _ budget: some Budget
  ) throws(RunError) {
    var cost = 0.0
    for place in 0..<(way.nodes.count - 1) {
      let node = way.nodes[place]
      if place >= way.left {
        let root = way.nodes[0...place]
        var taken: Set<Int32> = []
        for other in found where other.nodes.count > place + 1 && other.nodes[0...place] == root {
          taken.insert(other.nodes[place + 1])
        }
        try map.measure(to: end, without: Array(root), budget)
        if let (next, rest) = onward(from: node, without: taken, map, length),
          let tail = map.walk(from: next, to: end)
        {
          candidates.append(Way(nodes: root + tail, cost: cost + rest, left: place))
          try budget.charge(found.count + tail.count)
        }
      }
      if let arc = forward.place(from: Int(node), to: way.nodes[place + 1]) {
        cost += length.of(forward.weight(arc))
      }
    }
  }

  /// The neighbour over which the end is nearest, the least among equals, and the cost that way.
  private func onward(
    from node: Int32, without taken: Set<Int32>, _ map: DistanceMap, _ length: TieLength
  ) -> (next: Int32, cost: Double)? {
    var best: (next: Int32, cost: Double)?
    for place in forward.places(Int(node)) where !taken.contains(targets[place]) {
      guard let rest = map.distance(targets[place]) else { continue }
      let cost = length.of(forward.weight(place)) + rest
      if let known = best, known.cost <= cost || CostSearch.areEqual(known.cost, cost) { continue }
      best = (targets[place], cost)
    }
    return best
  }
}

/// A way that may be the next.
private struct Way {
  var nodes: [Int32]
  var cost: Double
  /// The place of the node where it left an earlier way.
  var left = 0

  init(nodes: some Sequence<Int32>, cost: Double, left: Int = 0) {
    self.nodes = Array(nodes)
    self.cost = cost
    self.left = left
  }

  func isBefore(_ other: Way) -> Bool {
    CostSearch.areEqual(cost, other.cost)
      ? nodes.lexicographicallyPrecedes(other.nodes) : cost < other.cost
  }
}
