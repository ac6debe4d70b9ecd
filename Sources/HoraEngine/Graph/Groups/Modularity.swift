// Comes in: a graph and a grouping of its nodes. Goes out: how much more weight lies inside groups
// than chance would put there. Source: M. E. J. Newman, Physical Review E 69, 066133 (2004); with a
// resolution: J. Reichardt, S. Bornholdt, Physical Review E 74, 016110 (2006).

extension Graph {
  /// `sum_g (I_g / m - resolution * (K_g / 2 m)^2)`: I the weight of ties inside a group, K the sum
  /// of its nodes' strengths, m the weight of all ties. Ties without direction. nil without ties. A
  /// node without a group (-1) is a group of its own. Linear.
  func modularity(
    _ groups: [Int32], resolution: Double = 1, _ budget: some Budget
  ) throws(RunError) -> Double? {
    let ties = undirected.forward
    try budget.charge(ties.count + nodeCount)
    let groupCount = Int(max(-1, groups.max() ?? -1)) + 1
    try budget.reserve(groupCount)
    var total = 0.0
    var inside = 0.0
    var alone = 0.0
    var strengths = [Double](repeating: 0, count: groupCount)
    for node in 0..<nodeCount {
      let strength = ties.strength(node)
      total += strength
      guard groups[node] >= 0 else {
        alone += strength * strength
        continue
      }
      strengths[Int(groups[node])] += strength
      for place in ties.places(node) where groups[Int(ties.targets[place])] == groups[node] {
        inside += ties.weight(place)
      }
    }
    guard total > 0 else { return nil }
    // Relative to the total before squaring, so that large weights do not overflow.
    var squares = alone / total / total
    for strength in strengths { squares += (strength / total) * (strength / total) }
    return inside / total - resolution * squares
  }
}
