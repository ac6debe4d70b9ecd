// Comes in: a graph. Goes out: how often a walker is at each node who follows ties at random and now
// and then jumps anywhere. Source: S. Brin, L. Page, Computer Networks 30 (1998) 107.

/// Values of an iteration, and whether it came to rest.
struct Iterated: Sendable {
  var values: [Double]
  var rounds: Int
  /// False where the last round still changed more than the tolerance.
  var hasConverged: Bool
}

extension Graph {
  /// Shares of 1. A walker at a node takes each of its outgoing ties with a probability in proportion
  /// to the weight; from a node without any it jumps anywhere, as it does otherwise with a
  /// probability of `1 - damping`. Rounds end when the sum of changes is below the tolerance.
  /// `rounds * ties`. Agrees with NetworkX and igraph.
  func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-12, rounds: Int = 1000, _ budget: some Budget
  ) throws(RunError) -> Iterated {
    guard nodeCount > 0 else { return Iterated(values: [], rounds: 0, hasConverged: true) }
    try budget.reserve(4 * nodeCount)
    let outgoing = strength(.out)
    let n = Double(nodeCount)
    var ranks = [Double](repeating: 1 / n, count: nodeCount)
    var flow = ranks
    for round in 1...max(1, rounds) {
      try budget.charge(backward.count + nodeCount)
      var dangling = 0.0
      for node in 0..<nodeCount {
        if outgoing[node] > 0 {
          flow[node] = ranks[node] / outgoing[node]
        } else {
          flow[node] = 0
          dangling += ranks[node]
        }
      }
      let base = (1 - damping + damping * dangling) / n
      var change = 0.0
      for node in 0..<nodeCount {
        let new = base + damping * backward.weighted(flow, into: node)
        change += (new - ranks[node]).magnitude
        ranks[node] = new
      }
      if change < tolerance {
        return Iterated(values: ranks, rounds: round, hasConverged: true)
      }
    }
    return Iterated(values: ranks, rounds: max(1, rounds), hasConverged: false)
  }
}

extension Arcs {
  /// The sum over a node's arcs of weight times the value of the other end.
  @inline(__always)
  func weighted(_ values: [Double], into node: Int) -> Double {
    var sum = 0.0
    if weights.isEmpty {
      for place in places(node) { sum += values[Int(targets[place])] }
    } else {
      for place in places(node) { sum += weights[place] * values[Int(targets[place])] }
    }
    return sum
  }
}
