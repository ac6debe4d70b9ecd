// Comes in: a graph. Goes out: for each node a value in proportion to the values of those tied to it.
// Source: P. Bonacich, American Journal of Sociology 92 (1987) 1170.

extension Graph {
  /// The greatest value is 1 (as igraph; NetworkX divides by the Euclidean norm). Power iteration on
  /// the weighted ties plus the identity, which has the same vectors and does not swing in bipartite
  /// graphs; it starts even, so that parts of a graph with the same greatest eigenvalue keep their
  /// shares. In a directed graph what counts are the ties that lead to a node, and where no way
  /// leads back all values are 0; without any tie all are 1. Where one round is nearly as good as the
  /// next the iteration does not come to rest, and says so. `rounds * ties`.
  func eigenvector(
    tolerance: Double = 1e-12, rounds: Int = 10_000, _ budget: some Budget
  ) throws(RunError) -> Iterated {
    try budget.reserve(3 * nodeCount)
    var values = [Double](repeating: 1, count: nodeCount)
    guard tieCount > 0 else { return Iterated(values: values, rounds: 0, hasConverged: true) }
    if isDirected, try isAcyclic(budget) {
      return Iterated(
        values: [Double](repeating: 0, count: nodeCount), rounds: 0, hasConverged: true)
    }
    // In units of the largest strength, so that the identity neither drowns nor is drowned.
    let unit = strength(.into).max() ?? 1
    var next = values
    for round in 1...max(1, rounds) {
      try budget.charge(backward.count + nodeCount)
      var largest = 0.0
      for node in 0..<nodeCount {
        next[node] = values[node] + backward.weighted(values, into: node) / unit
        largest = max(largest, next[node])
      }
      var change = 0.0
      for node in 0..<nodeCount {
        next[node] /= largest
        change = max(change, (next[node] - values[node]).magnitude)
      }
      swap(&values, &next)
      if change < tolerance {
        return Iterated(values: values, rounds: round, hasConverged: true)
      }
    }
    return Iterated(values: values, rounds: max(1, rounds), hasConverged: false)
  }

  /// Whether no way leads back to where it began: nodes without incoming arcs are taken away until
  /// none is left (Kahn 1962).
  private func isAcyclic(_ budget: some Budget) throws(RunError) -> Bool {
    try budget.charge(forward.count + nodeCount)
    var incoming = degree(.into)
    var free = (0..<Int32(truncatingIfNeeded: nodeCount)).filter { incoming[Int($0)] == 0 }
    var taken = 0
    while let node = free.popLast() {
      taken += 1
      for place in forward.places(Int(node)) {
        let target = targets[place]
        incoming[Int(target)] -= 1
        if incoming[Int(target)] == 0 { free.append(target) }
      }
    }
    return taken == nodeCount
  }
}
