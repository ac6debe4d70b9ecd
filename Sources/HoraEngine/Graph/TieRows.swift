// Comes in: a graph. Goes out: its ties as columns. An undirected tie is there once.

/// Ties in canonical order: by `a`, then by `b`.
struct TieRows: Sendable {
  /// Less than `b` in an undirected graph.
  var a: [Int32] = []
  var b: [Int32] = []
  /// Empty where every weight is 1.
  var weights: [Double] = []
}

extension Graph {
  func ties(_ budget: some Budget) throws(RunError) -> TieRows {
    try budget.reserve(3 * tieCount)
    try budget.charge(forward.count)
    var rows = TieRows()
    rows.a.reserveCapacity(tieCount)
    rows.b.reserveCapacity(tieCount)
    for node in 0..<nodeCount {
      for place in forward.places(node) where isDirected || Int(targets[place]) > node {
        rows.a.append(Int32(truncatingIfNeeded: node))
        rows.b.append(targets[place])
        if isWeighted { rows.weights.append(weights[place]) }
      }
    }
    return rows
  }
}
