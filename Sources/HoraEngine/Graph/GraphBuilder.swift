// Comes in: ties in any order, some of them more than once. Goes out: a graph, and how many ties
// had a weight that nothing can be computed with. Linear in the ties: sorted by counting, twice.

struct GraphBuilder {
  /// What becomes of a tie that is given more than once.
  enum Repeated: Sendable {
    case sumWeights
    case keepFirst
  }

  let nodeCount: Int
  let isDirected: Bool
  private let repeated: Repeated
  private var from: [Int32] = []
  private var to: [Int32] = []
  private var weights: [Double] = []

  init(nodeCount: Int, isDirected: Bool, repeated: Repeated = .sumWeights) {
    self.nodeCount = max(0, min(nodeCount, Int(Int32.max) - 1))
    self.isDirected = isDirected
    self.repeated = repeated
  }

  /// A tie to itself, or to what is no node, is left out.
  mutating func add(_ a: Int32, _ b: Int32, weight: Double = 1) {
    guard a != b, a >= 0, b >= 0, Int(a) < nodeCount, Int(b) < nodeCount else { return }
    let swapped = !isDirected && a > b
    from.append(swapped ? b : a)
    to.append(swapped ? a : b)
    weights.append(weight)
  }

  /// A weight of a tie must be above zero and finite, and so must be the length `1 / weight`. A tie
  /// whose weight is not (after the sum) is left out and counted.
  static func isUsable(_ weight: Double) -> Bool {
    weight > 0 && weight.isFinite && (1 / weight).isFinite
  }

  func build(_ budget: some Budget) throws(RunError) -> (graph: Graph, unusable: Int) {
    try budget.reserve(4 * from.count + 2 * nodeCount)
    try budget.charge(4 * from.count + nodeCount)
    // A stable sort by the far end, then by the near end.
    let byTarget = Self.order((0..<from.count).map { Int32(truncatingIfNeeded: $0) }, to, nodeCount)
    let order = Self.order(byTarget, from, nodeCount)
    var offsets = [0]
    var targets: [Int32] = []
    var sums: [Double] = []
    var unusable = 0
    var next = 0
    for node in 0..<nodeCount {
      while next < order.count, Int(from[Int(order[next])]) == node {
        let target = to[Int(order[next])]
        var sum = weights[Int(order[next])]
        next += 1
        while next < order.count, Int(from[Int(order[next])]) == node,
          to[Int(order[next])] == target
        {
          if repeated == .sumWeights { sum += weights[Int(order[next])] }
          next += 1
        }
        if Self.isUsable(sum) {
          targets.append(target)
          sums.append(sum)
        } else {
          unusable += 1
        }
      }
      offsets.append(targets.count)
    }
    let arcs = Arcs(offsets: offsets, targets: targets, weights: Arcs.stored(sums))
    let graph =
      isDirected ? Graph(directed: arcs) : Graph(undirected: Arcs(mirroring: arcs))
    return (graph, unusable)
  }

  private static func order(_ places: [Int32], _ keys: [Int32], _ nodeCount: Int) -> [Int32] {
    var starts = Arcs.starts(keys, nodeCount: nodeCount)
    var result = [Int32](repeating: 0, count: places.count)
    for place in places {
      let key = Int(keys[Int(place)])
      result[starts[key]] = place
      starts[key] += 1
    }
    return result
  }
}
