// Comes in: a graph and a grouping of its nodes. Goes out: how a node's ties spread over groups.
// Sources: R. Guimerà, L. A. N. Amaral, Nature 433 (2005) 895 (participation); D. Krackhardt,
// R. N. Stern, Social Psychology Quarterly 51 (1988) 123 (E-I index).

extension Graph {
  /// The participation coefficient: `1 - sum_g (s_g / s)^2` over the groups g of a node's contacts, s
  /// the strength of its ties; 0 where all are in one group. Contacts without a group (-1) are left
  /// out; missing (NaN) where none is left. Ties without direction. Linear.
  /// - Parameter groups: one number for each node, -1 for none.
  func participation(_ groups: [Int32], _ budget: some Budget) throws(RunError) -> [Double] {
    let ties = undirected.forward
    try budget.charge(ties.count + nodeCount)
    try budget.reserve(Int(groups.max() ?? 0) + nodeCount)
    var strength = [Double](repeating: 0, count: Int(max(-1, groups.max() ?? -1)) + 1)
    return (0..<nodeCount).map { node in
      var total = 0.0
      for place in ties.places(node) {
        let group = groups[Int(ties.targets[place])]
        guard group >= 0 else { continue }
        strength[Int(group)] += ties.weight(place)
        total += ties.weight(place)
      }
      var squares = 0.0
      // A group that was counted is cleared, and so counts once.
      for place in ties.places(node) {
        let group = groups[Int(ties.targets[place])]
        guard group >= 0 else { continue }
        squares += (strength[Int(group)] / total) * (strength[Int(group)] / total)
        strength[Int(group)] = 0
      }
      return total > 0 ? 1 - squares : .nan
    }
  }

  /// The E-I index: `(E - I) / (E + I)`, E the weight of a node's ties to other groups and I to its
  /// own: from -1 (all inside) to 1 (all outside). Ties to nodes without a group are left out;
  /// missing (NaN) where none is left or the node has no group.
  func externalInternal(_ groups: [Int32], _ budget: some Budget) throws(RunError) -> [Double] {
    let (external, all) = try crossing(groups, budget)
    return zip(external, all).map { $1 > 0 ? (2 * $0 - $1) / $1 : .nan }
  }

  /// The E-I index of the whole graph; nil without ties between nodes that have groups.
  func externalInternalOfAll(
    _ groups: [Int32], _ budget: some Budget
  ) throws(RunError) -> Double? {
    let (external, all) = try crossing(groups, budget)
    let total = all.reduce(0, +)
    return total > 0 ? (2 * external.reduce(0, +) - total) / total : nil
  }

  /// The weight of each node's ties to other groups, and to all groups.
  private func crossing(
    _ groups: [Int32], _ budget: some Budget
  ) throws(RunError) -> (external: [Double], all: [Double]) {
    let ties = undirected.forward
    try budget.charge(ties.count + nodeCount)
    var external = [Double](repeating: 0, count: nodeCount)
    var all = external
    for node in 0..<nodeCount where groups[node] >= 0 {
      for place in ties.places(node) {
        let group = groups[Int(ties.targets[place])]
        guard group >= 0 else { continue }
        all[node] += ties.weight(place)
        if group != groups[node] { external[node] += ties.weight(place) }
      }
    }
    return (external, all)
  }
}
