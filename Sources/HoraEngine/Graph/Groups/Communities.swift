// Comes in: a graph, a resolution, a seed. Goes out: communities of high modularity, each of them
// connected. Source: V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9, 5233 (2019).

struct Communities: Sendable {
  /// For each node, from 1: largest first, among equals by first member.
  var numbers: [Int32]
  /// nil without ties.
  var modularity: Double? = nil
}

extension Graph {
  /// The Leiden algorithm on the weighted ties without direction: move nodes, refine, aggregate, and
  /// again on what was found until modularity no longer grows, at most `rounds` times; the best of so
  /// many `starts`, each in an order of its own. The same seed gives the same answer on every
  /// machine. A good partition, not a proven best. Near-linear a round. A node without ties is a
  /// community of its own.
  func communities(
    resolution: Double = 1, seed: UInt64 = 1, starts: Int = 3, rounds: Int = 10,
    _ budget: some Budget
  ) throws(RunError) -> Communities {
    let ties = undirected.forward
    try budget.reserve(3 * ties.count + 10 * nodeCount)
    let single = (0..<Int32(truncatingIfNeeded: nodeCount)).map(\.self)
    var best = Communities(
      numbers: single, modularity: try modularity(single, resolution: resolution, budget))
    let ground = LeidenLevel(ties)
    var random = SplitMix64(seed: seed)
    for _ in 0..<max(1, starts) where best.modularity != nil {
      let found = try climb(ground, resolution, rounds, &random, budget)
      if found.modularity ?? 0 > best.modularity ?? 0 { best = found }
    }
    best.numbers = GroupNumbers.largestFirst(best.numbers, bound: nodeCount)
    return best
  }

  /// From each node alone, round after round, as long as modularity grows. Labels are from 0.
  private func climb(
    _ ground: LeidenLevel, _ resolution: Double, _ rounds: Int, _ random: inout SplitMix64,
    _ budget: some Budget
  ) throws(RunError) -> Communities {
    var best = Communities(numbers: (0..<Int32(truncatingIfNeeded: nodeCount)).map(\.self))
    for _ in 0..<max(1, rounds) {
      let found = try LeidenRound.run(ground, from: best.numbers, resolution, &random, budget)
      // Parts of a community without ties between them are better apart.
      let parts = try connectedParts(of: found, ground.ties, budget)
      let modularity = try modularity(parts, resolution: resolution, budget) ?? 0
      if let known = best.modularity, modularity <= known + 1e-10 { break }
      best = Communities(numbers: parts, modularity: modularity)
    }
    return best
  }
}
