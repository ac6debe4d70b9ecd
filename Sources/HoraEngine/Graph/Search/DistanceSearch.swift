// Comes in: arcs and a start. Goes out: every node that can be reached, nearest first, and how far it is.
// One search after another uses the same arrays; only what the last one touched is cleared.

/// What breadth-first search and Dijkstra's search have in common.
protocol DistanceSearch {
  init(_ arcs: Arcs)
  /// Reached nodes, nearest first; the start is the first of them.
  var order: [Int32] { get }
  /// Of a reached node.
  func distance(_ node: Int32) -> Double
  /// `banned` nodes are as if they were not there; the start is none of them.
  mutating func run(
    from start: Int32, without banned: [Int32], _ budget: some Budget
  ) throws(RunError)
}

extension DistanceSearch {
  mutating func run(from start: Int32, _ budget: some Budget) throws(RunError) {
    try run(from: start, without: [], budget)
  }
}

/// Distances in ties. Linear in what is reached.
struct HopSearch: DistanceSearch {
  private let arcs: Arcs
  /// -1 where the last search did not come.
  private(set) var hops: [Int32]
  private(set) var order: [Int32] = []

  init(_ arcs: Arcs) {
    self.arcs = arcs
    hops = [Int32](repeating: -1, count: arcs.offsets.count - 1)
    order.reserveCapacity(hops.count)
  }

  func distance(_ node: Int32) -> Double { Double(hops[Int(node)]) }

  mutating func run(
    from start: Int32, without banned: [Int32], _ budget: some Budget
  ) throws(RunError) {
    for node in order { hops[Int(node)] = -1 }
    order.removeAll(keepingCapacity: true)
    // What has a distance is not visited again.
    for node in banned { hops[Int(node)] = .max }
    hops[Int(start)] = 0
    order.append(start)
    var next = 0
    var looked = 0
    while next < order.count {
      let node = Int(order[next])
      next += 1
      let distance = hops[node] + 1
      let places = arcs.places(node)
      looked += places.count
      for place in places {
        let target = arcs.targets[place]
        if hops[Int(target)] < 0 {
          hops[Int(target)] = distance
          order.append(target)
        }
      }
    }
    for node in banned { hops[Int(node)] = -1 }
    try budget.charge(looked + next)
  }
}

/// Distances in costs; a tie costs `1 / weight` of the given arcs. Dijkstra's search with a binary heap:
/// `(nodes + ties) log ties`.
struct CostSearch: DistanceSearch {
  /// With lengths for weights.
  private let arcs: Arcs
  /// Infinite where the last search did not come.
  private(set) var costs: [Double]
  /// When a node's cost was final: the place in `order`; -1 where it is not.
  private(set) var ranks: [Int32]
  private(set) var order: [Int32] = []
  private var heap = CostHeap()
  private var touched: [Int32] = []

  init(_ arcs: Arcs) {
    self.arcs = arcs.lengths
    costs = [Double](repeating: .infinity, count: arcs.offsets.count - 1)
    ranks = [Int32](repeating: -1, count: arcs.offsets.count - 1)
  }

  func distance(_ node: Int32) -> Double { costs[Int(node)] }

  mutating func run(
    from start: Int32, without banned: [Int32], _ budget: some Budget
  ) throws(RunError) {
    for node in touched {
      costs[Int(node)] = .infinity
      ranks[Int(node)] = -1
    }
    touched.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    heap.removeAll()
    // Nothing is cheaper than that.
    for node in banned { costs[Int(node)] = -1 }
    costs[Int(start)] = 0
    touched.append(start)
    heap.push(start, 0)
    var looked = 0
    while let (node, cost) = heap.pop() {
      // A node lies in the heap once for each time its cost fell.
      guard ranks[Int(node)] < 0 else { continue }
      ranks[Int(node)] = Int32(truncatingIfNeeded: order.count)
      order.append(node)
      looked += arcs.degree(Int(node))
      for place in arcs.places(Int(node)) {
        let target = Int(arcs.targets[place])
        let new = cost + arcs.weight(place)
        guard new < costs[target] else { continue }
        if costs[target] == .infinity { touched.append(arcs.targets[place]) }
        costs[target] = new
        heap.push(arcs.targets[place], new)
      }
    }
    for node in banned { costs[Int(node)] = .infinity }
    try budget.charge(looked + order.count)
  }

  /// Whether two costs are equal but for rounding; sums of the same lengths in another order are.
  @inline(__always)
  static func areEqual(_ a: Double, _ b: Double) -> Bool {
    a == b || (a - b).magnitude <= 1e-10 * max(a, b)
  }
}
