// Comes in: a graph. Goes out: on how many shortest ways between others each node lies.
// Sources: L. C. Freeman, Sociometry 40 (1977) 35; U. Brandes, Journal of Mathematical Sociology 25
// (2001) 163.

extension Graph {
  /// The sum over pairs of other nodes of the share of their shortest ways that run through the
  /// node: unordered pairs, in a directed graph ordered ones. Exact; one search from each source:
  /// `nodes * ties`, times a logarithm for lengths. Missing (NaN) where a pair has more shortest ways
  /// than a number can hold (1e308).
  /// - Parameters:
  ///   - sources: only pairs with an end (directed: a start) among these; each pair counts once. All
  ///     nodes where nil.
  ///   - normalised: divided by the number of all pairs of others, `(n - 1)(n - 2) / 2`, directed
  ///     `(n - 1)(n - 2)`, whatever the sources are.
  func betweenness(
    from sources: [Int32]? = nil, normalised: Bool = false, length: TieLength = .hops,
    _ budget: some Budget
  ) throws(RunError) -> [Double] {
    // Ascending and each once, whatever was given.
    let starts =
      sources.map { BitSet(size: nodeCount, $0).rows }
      ?? (0..<Int32(truncatingIfNeeded: nodeCount)).map(\.self)
    // From both ends an undirected pair is counted twice, so half each time.
    var shares = [Double](repeating: 1, count: nodeCount)
    if !isDirected {
      for start in starts { shares[Int(start)] = 0.5 }
    }
    let sums = try dependencies(from: starts, shares, length, budget)
    return normalised ? sums.map { $0 * pairScale } : sums
  }

  /// What makes a number of pairs a share of all pairs of others; 0 where there is none.
  var pairScale: Double {
    guard nodeCount > 2 else { return 0 }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2)
    return isDirected ? 1 / pairs : 2 / pairs
  }

  /// The sum over `sources` of each node's dependency: over all other ends of ways from the source,
  /// the share of shortest ways that run through the node, times the end's `share`.
  func dependencies(
    from sources: [Int32], _ shares: [Double], _ length: TieLength, _ budget: some Budget
  ) throws(RunError) -> [Double] {
    var sums = [Double](repeating: 0, count: nodeCount)
    try budget.reserve(4 * nodeCount)
    switch length {
    case .hops:
      var search = HopDependency(forward)
      for source in sources {
        try search.run(from: source, shares, into: &sums, budget)
      }
    case .inverseWeight:
      var search = CostDependency(self)
      for source in sources {
        try search.run(from: source, shares, into: &sums, budget)
      }
    }
    return sums
  }
}
