// Comes in: a graph. Goes out: how many ties each node has, and how strong they are together.

extension Graph {
  /// Ties of each node; in a directed graph those that leave it, lead to it, or (`nil`) both.
  /// Unit: ties; `normalised` is the share of the `n - 1` possible ones, see `normalisedDegree`.
  func degree(_ direction: Direction? = nil) -> [Int64] {
    (0..<nodeCount).map { node in
      switch direction {
      case .out: Int64(forward.degree(node))
      case .into: Int64(backward.degree(node))
      case nil: Int64(forward.degree(node) + (isDirected ? backward.degree(node) : 0))
      }
    }
  }

  /// Degree divided by `n - 1` (Freeman 1979); missing (NaN) in a graph of one node.
  func normalisedDegree(_ direction: Direction? = nil) -> [Double] {
    degree(direction).map { nodeCount < 2 ? .nan : Double($0) / Double(nodeCount - 1) }
  }

  /// The sum of the weights of a node's ties (Barrat and others 2004), 0 without ties; without
  /// weights the degree.
  func strength(_ direction: Direction? = nil) -> [Double] {
    guard isWeighted else { return degree(direction).map(Double.init) }
    return (0..<nodeCount).map { node in
      switch direction {
      case .out: forward.strength(node)
      case .into: backward.strength(node)
      case nil: forward.strength(node) + (isDirected ? backward.strength(node) : 0)
      }
    }
  }
}

extension Arcs {
  func strength(_ node: Int) -> Double {
    guard !weights.isEmpty else { return Double(degree(node)) }
    var sum = 0.0
    for place in places(node) { sum += weights[place] }
    return sum
  }
}
