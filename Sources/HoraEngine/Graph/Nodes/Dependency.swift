// Comes in: a source. Goes out: how much each node is depended on by the shortest ways from there,
// added to a column. The inner loops of betweenness; Brandes 2001.

/// Ways counted in ties: one pass outward that counts ways, one pass back that adds up.
struct HopDependency {
  private let arcs: Arcs
  private var hops: [Int32]
  /// How many shortest ways lead to a node.
  private var ways: [Double]
  /// Of a node that is done: (its share + what depends on it) / ways.
  private var perWay: [Double]
  private var order: [Int32] = []

  init(_ arcs: Arcs) {
    self.arcs = arcs
    let count = arcs.offsets.count - 1
    hops = [Int32](repeating: -1, count: count)
    ways = [Double](repeating: 0, count: count)
    perWay = ways
    order.reserveCapacity(count)
  }

  mutating func run(
    from source: Int32, _ shares: [Double], into sums: inout [Double], _ budget: some Budget
  ) throws(RunError) {
    order.removeAll(keepingCapacity: true)
    order.append(source)
    hops[Int(source)] = 0
    ways[Int(source)] = 1
    var next = 0
    var looked = 0
    while next < order.count {
      let node = Int(order[next])
      next += 1
      let distance = hops[node] + 1
      let own = ways[node]
      let places = arcs.places(node)
      looked += 2 * places.count
      for place in places {
        let target = arcs.targets[place]
        let known = hops[Int(target)]
        if known < 0 {
          hops[Int(target)] = distance
          ways[Int(target)] = own
          order.append(target)
        } else if known == distance {
          ways[Int(target)] += own
        }
      }
    }
    for last in order.reversed() {
      let node = Int(last)
      let distance = hops[node] + 1
      var sum = 0.0
      for place in arcs.places(node) {
        let target = Int(arcs.targets[place])
        if hops[target] == distance { sum += perWay[target] }
      }
      sum *= ways[node]
      if last != source { sums[node] += sum }
      perWay[node] = (shares[node] + sum) / ways[node]
    }
    for node in order { hops[Int(node)] = -1 }
    try budget.charge(looked + next)
  }
}

/// Ways counted in lengths `1 / weight`, by Dijkstra's search.
struct CostDependency {
  /// With lengths for weights.
  private let backward: Arcs
  private var search: CostSearch
  private var ways: [Double]
  private var depending: [Double]

  init(_ graph: Graph) {
    backward = graph.backward.lengths
    search = CostSearch(graph.forward)
    ways = [Double](repeating: 0, count: graph.nodeCount)
    depending = ways
  }

  mutating func run(
    from source: Int32, _ shares: [Double], into sums: inout [Double], _ budget: some Budget
  ) throws(RunError) {
    try search.run(from: source, budget)
    var looked = 0
    for node in search.order {
      depending[Int(node)] = 0
      var count = node == source ? 1.0 : 0
      for place in backward.places(Int(node)) where leads(place, to: node) {
        count += ways[Int(backward.targets[place])]
      }
      ways[Int(node)] = count
      looked += 2 * backward.degree(Int(node))
    }
    for node in search.order.reversed() {
      let perWay = (shares[Int(node)] + depending[Int(node)]) / ways[Int(node)]
      for place in backward.places(Int(node)) where leads(place, to: node) {
        let before = Int(backward.targets[place])
        depending[before] += ways[before] * perWay
      }
      if node != source { sums[Int(node)] += depending[Int(node)] }
    }
    try budget.charge(looked)
  }

  /// Whether the last step of a shortest way to the node may be this arc.
  @inline(__always)
  private func leads(_ place: Int, to node: Int32) -> Bool {
    let before = Int(backward.targets[place])
    guard search.ranks[before] >= 0, search.ranks[before] < search.ranks[Int(node)] else {
      return false
    }
    let cost = search.costs[before] + backward.weight(place)
    return CostSearch.areEqual(cost, search.costs[Int(node)])
  }
}
