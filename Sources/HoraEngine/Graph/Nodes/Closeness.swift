// Comes in: a graph. Goes out: how near each node is to those it can reach.
// Sources: L. C. Freeman, Social Networks 1 (1979) 215; S. Wasserman, K. Faust, Social Network
// Analysis (1994) formula 5.22; M. Marchiori, V. Latora, Physica A 285 (2000) 539 (harmonic).

/// What one search from each node tells of its distances.
struct DistanceSums: Sendable {
  /// Sum of the distances to all nodes that can be reached.
  var distance: [Double]
  /// Sum of `1 / distance`.
  var inverse: [Double]
  /// How many other nodes can be reached.
  var reached: [Int]
  /// The greatest distance (eccentricity).
  var farthest: [Double]
}

extension Graph {
  /// One search from each node along `direction`: `nodes * ties`, times a logarithm for lengths.
  func distanceSums(
    _ length: TieLength, _ direction: Direction = .out, _ budget: some Budget
  ) throws(RunError) -> DistanceSums {
    switch length {
    case .hops: try distanceSums(HopSearch(arcs(direction)), budget)
    case .inverseWeight: try distanceSums(CostSearch(arcs(direction)), budget)
    }
  }

  private func distanceSums(
    _ search: consuming some DistanceSearch, _ budget: some Budget
  ) throws(RunError) -> DistanceSums {
    let zeros = [Double](repeating: 0, count: nodeCount)
    var sums = DistanceSums(
      distance: zeros, inverse: zeros, reached: [Int](repeating: 0, count: nodeCount),
      farthest: zeros)
    for start in 0..<nodeCount {
      try search.run(from: Int32(truncatingIfNeeded: start), budget)
      for node in search.order.dropFirst() {
        let distance = search.distance(node)
        sums.distance[start] += distance
        sums.inverse[start] += 1 / distance
        sums.farthest[start] = distance
      }
      sums.reached[start] = search.order.count - 1
    }
    return sums
  }

  /// Raw: `1 /` the sum of distances to the nodes that can be reached (as igraph); missing (NaN)
  /// where there is none. Normalised: by Wasserman and Faust for graphs in several parts (as
  /// NetworkX): `r / (n - 1) * r / sum` with `r` nodes reached; 0 where there is none. In a directed
  /// graph distances run along `direction`; NetworkX means `.into`.
  func closeness(
    normalised: Bool = false, length: TieLength = .hops, direction: Direction = .out,
    _ budget: some Budget
  ) throws(RunError) -> [Double] {
    let sums = try distanceSums(length, direction, budget)
    return (0..<nodeCount).map { node in
      let reached = Double(sums.reached[node])
      guard reached > 0 else { return normalised ? 0 : .nan }
      guard normalised else { return 1 / sums.distance[node] }
      return reached / Double(nodeCount - 1) * reached / sums.distance[node]
    }
  }

  /// The sum of `1 / distance` to all others, 0 for those out of reach; normalised: divided by
  /// `n - 1`. NetworkX means raw and `.into`, igraph normalised and `.out`.
  func harmonic(
    normalised: Bool = false, length: TieLength = .hops, direction: Direction = .out,
    _ budget: some Budget
  ) throws(RunError) -> [Double] {
    let sums = try distanceSums(length, direction, budget).inverse
    return normalised && nodeCount > 1 ? sums.map { $0 / Double(nodeCount - 1) } : sums
  }
}
