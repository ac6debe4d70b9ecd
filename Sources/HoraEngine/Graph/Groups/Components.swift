// Comes in: a graph, and maybe a grouping of its nodes. Goes out: which nodes ties lead to from one
// another. Source: J. Hopcroft, R. Tarjan, Communications of the ACM 16 (1973) 372.

extension Graph {
  /// Connected components (weak ones of a directed graph): numbered from 1, largest first, among
  /// equals by first member. Linear.
  func components(_ budget: some Budget) throws(RunError) -> [Int32] {
    let labels = try connectedParts(
      of: [Int32](repeating: 0, count: nodeCount), undirected.forward, budget)
    return GroupNumbers.largestFirst(labels, bound: nodeCount)
  }

  /// Labels from 0 of the parts that hang together by ties inside a group. A walk from the first
  /// node of each.
  func connectedParts(
    of groups: [Int32], _ ties: Arcs, _ budget: some Budget
  ) throws(RunError) -> [Int32] {
    try budget.reserve(2 * nodeCount)
    try budget.charge(nodeCount)
    var labels = [Int32](repeating: -1, count: nodeCount)
    var waiting: [Int32] = []
    var label: Int32 = 0
    for start in 0..<nodeCount where labels[start] < 0 {
      labels[start] = label
      waiting.append(Int32(truncatingIfNeeded: start))
      var looked = 0
      while let node = waiting.popLast() {
        looked += ties.degree(Int(node))
        for place in ties.places(Int(node)) {
          let other = Int(ties.targets[place])
          guard labels[other] < 0, groups[other] == groups[start] else { continue }
          labels[other] = label
          waiting.append(ties.targets[place])
        }
      }
      try budget.charge(looked)
      label += 1
    }
    return labels
  }
}
