// Comes in: a graph. Goes out: how many pairs of a node's neighbours are tied to one another.
// Sources: D. J. Watts, S. H. Strogatz, Nature 393 (1998) 440; M. Latapy, Theoretical Computer
// Science 407 (2008) 458 (the count).

extension Graph {
  /// The share of the ordered pairs of a node's neighbours (by ties of either direction) that have an
  /// arc: from 0 to 1, missing (NaN) below two neighbours. Weights play no part. In an undirected
  /// graph the local clustering coefficient of NetworkX and igraph, in a directed one that of LDBC
  /// Graphalytics. Cost `ties^1.5`.
  func clustering(_ budget: some Budget) throws(RunError) -> [Double] {
    let (closed, degrees) = try closedPairs(budget)
    return (0..<nodeCount).map { node in
      let pairs = Double(degrees[node]) * Double(degrees[node] - 1)
      return degrees[node] < 2 ? .nan : closed[node] / pairs
    }
  }

  /// For each node how many arcs there are among its neighbours, and how many neighbours. Each
  /// triangle is found once: from its node of least degree, along ties to nodes of greater degree.
  func closedPairs(_ budget: some Budget) throws(RunError) -> (closed: [Double], degrees: [Int]) {
    // The weight of a tie is its number of arcs.
    let ties = unweighted.undirected.forward
    let arcsOfTie = isDirected ? 1.0 : 2.0
    let degrees = (0..<nodeCount).map { ties.degree($0) }
    var closed = [Double](repeating: 0, count: nodeCount)
    let upward = ties.upward(degrees)
    try budget.reserve(2 * upward.count)
    /// Where the arc from the node in hand to a neighbour is.
    var mark = [Int](repeating: -1, count: nodeCount)
    for node in 0..<nodeCount {
      let places = upward.places(node)
      var work = places.count
      for place in places {
        mark[Int(upward.targets[place])] = place
        work += upward.degree(Int(upward.targets[place]))
      }
      try budget.charge(work)
      for place in places {
        let second = Int(upward.targets[place])
        for far in upward.places(second) {
          let third = Int(upward.targets[far])
          guard mark[third] >= 0 else { continue }
          closed[node] += arcsOfTie * upward.weight(far)
          closed[second] += arcsOfTie * upward.weight(mark[third])
          closed[third] += arcsOfTie * upward.weight(place)
        }
      }
      for place in places { mark[Int(upward.targets[place])] = -1 }
    }
    return (closed, degrees)
  }
}

extension Arcs {
  /// Only the arcs to nodes of greater degree, among equals of a greater number.
  fileprivate func upward(_ degrees: [Int]) -> Arcs {
    var newOffsets = [0]
    var newTargets: [Int32] = []
    var newWeights: [Double] = []
    newTargets.reserveCapacity(count / 2)
    for node in 0..<degrees.count {
      for place in places(node) {
        let other = Int(targets[place])
        guard (degrees[node], node) < (degrees[other], other) else { continue }
        newTargets.append(targets[place])
        if !weights.isEmpty { newWeights.append(weights[place]) }
      }
      newOffsets.append(newTargets.count)
    }
    return Arcs(offsets: newOffsets, targets: newTargets, weights: newWeights)
  }
}
