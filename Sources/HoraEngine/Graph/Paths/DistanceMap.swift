// Comes in: an end. Goes out: how far every node is from it, so that a walk from any start can always
// take the least next node that is on a shortest way. That gives the first way in canonical order.

struct DistanceMap {
  private let graph: Graph
  private let length: TieLength
  private var hops: HopSearch
  private var costs: CostSearch

  init(_ graph: Graph, _ length: TieLength) {
    self.graph = graph
    self.length = length
    hops = HopSearch(graph.backward)
    costs = CostSearch(graph.backward)
  }

  /// Measures the way from every node to `end`. `banned` nodes are not there.
  mutating func measure(
    to end: Int32, without banned: [Int32] = [], _ budget: some Budget
  ) throws(RunError) {
    switch length {
    case .hops: try hops.run(from: end, without: banned, budget)
    case .inverseWeight: try costs.run(from: end, without: banned, budget)
    }
  }

  /// The distance to the end; nil where there is no way.
  func distance(_ node: Int32) -> Double? {
    switch length {
    case .hops: hops.hops[Int(node)] < 0 ? nil : Double(hops.hops[Int(node)])
    case .inverseWeight: costs.ranks[Int(node)] < 0 ? nil : costs.costs[Int(node)]
    }
  }

  /// Whether a shortest way from `node` may go on along the arc at `place`.
  func isOnward(_ node: Int32, _ place: Int) -> Bool {
    let target = Int(graph.targets[place])
    switch length {
    case .hops:
      return hops.hops[target] >= 0 && hops.hops[target] + 1 == hops.hops[Int(node)]
    case .inverseWeight:
      guard costs.ranks[target] >= 0, costs.ranks[target] < costs.ranks[Int(node)] else {
        return false
      }
      let cost = costs.costs[target] + length.of(graph.forward.weight(place))
      return CostSearch.areEqual(cost, costs.costs[Int(node)])
    }
  }

  /// The first shortest way from `start` in canonical order, to the end that was measured.
  func walk(from start: Int32, to end: Int32) -> [Int32]? {
    guard distance(start) != nil else { return nil }
    var path = [start]
    var node = start
    while node != end {
      // Ascending, so the first that leads on is the least.
      let here = node
      guard let place = graph.forward.places(Int(here)).first(where: { isOnward(here, $0) }) else {
        return nil
      }
      node = graph.targets[place]
      path.append(node)
    }
    return path
  }
}
