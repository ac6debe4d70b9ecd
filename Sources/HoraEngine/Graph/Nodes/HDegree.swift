// Comes in: a graph. Goes out: for each node the largest h such that h of its ties have a weight of
// at least h. Source: S. X. Zhao, R. Rousseau, F. Y. Ye, Journal of Informetrics 5 (2011) 668.

extension Graph {
  /// 0 without ties. In a directed graph over the ties without direction. `ties log ties`.
  func hDegree(_ budget: some Budget) throws(RunError) -> [Int64] {
    let ties = undirected.forward
    var result = [Int64](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      try budget.charge(ties.degree(node))
      let weights = ties.places(node).map { ties.weight($0) }.sorted(by: >)
      var h = 0
      while h < weights.count, weights[h] >= Double(h + 1) { h += 1 }
      result[node] = Int64(h)
    }
    return result
  }
}
