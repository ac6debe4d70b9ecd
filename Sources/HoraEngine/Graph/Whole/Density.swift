// Comes in: a graph. Goes out: figures of the whole that only need degrees and triangles.

extension Graph {
  /// Ties as a share of the possible ones, `n (n - 1) / 2`, directed `n (n - 1)`; nil below two nodes.
  var density: Double? {
    nodeCount < 2
      ? nil : Double(forward.count) / (Double(nodeCount) * Double(nodeCount - 1))
  }

  /// The share of arcs that are answered by one the other way (as igraph and NetworkX); 1 in an
  /// undirected graph, nil without ties. Linear.
  func reciprocity(_ budget: some Budget) throws(RunError) -> Double? {
    guard forward.count > 0 else { return nil }
    guard isDirected else { return 1 }
    try budget.charge(2 * forward.count)
    // Both ways of an answered tie are one tie of the united graph.
    let pairs = unweighted.undirected.tieCount
    return Double(2 * (forward.count - pairs)) / Double(forward.count)
  }

  /// The share of pairs of neighbours that are tied, over all nodes at once: three times the
  /// triangles by the triples (Newman, Watts, Strogatz 2002). Ties without direction or weight; nil
  /// where no node has two neighbours. Cost `ties^1.5`.
  func transitivity(_ budget: some Budget) throws(RunError) -> Double? {
    let (closed, degrees) = try undirected.closedPairs(budget)
    var pairs = 0.0
    for degree in degrees { pairs += Double(degree) * Double(degree - 1) }
    return pairs > 0 ? closed.reduce(0, +) / pairs : nil
  }
}
