// Comes in: a graph, a resolution, a seed. Goes out: communities of high modularity, each of them
// connected. Source: V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9, 5233 (2019).

struct Communities: Sendable {
  /// For each node, from 1: largest first, among equals by first member.
  var numbers: [Int32]
  /// nil without ties.
  var modularity: Double?
}

extension Graph {
  /// The Leiden algorithm on the weighted ties without direction: move nodes, refine, aggregate, and
  /// again on what was found until modularity no longer grows, at most `rounds` times. The same seed
  /// gives the same answer on every machine. A good partition, not a proven best. Near-linear a
  /// round. A node without ties is a community of its own.
  func communities(
    resolution: Double = 1, seed: UInt64 = 1, rounds: Int = 10, _ budget: some Budget
  ) throws(RunError) -> Communities {
    let ties = undirected.forward
    try budget.reserve(3 * ties.count + 10 * nodeCount)
    let ground = LeidenLevel(ties)
    var random = SplitMix64(seed: seed)
    var best = (0..<Int32(truncatingIfNeeded: nodeCount)).map(\.self)
    var modularity = try self.modularity(best, resolution: resolution, budget)
    guard let single = modularity else {
      return Communities(
        numbers: GroupNumbers.largestFirst(best, bound: nodeCount), modularity: nil)
    }
    var height = single
    for _ in 0..<max(1, rounds) {
      let found = try LeidenRound.run(ground, from: best, resolution, &random, budget)
      // Parts of a community without ties between them are better apart.
      let parts = try connectedParts(of: found, ties, budget)
      let new = try self.modularity(parts, resolution: resolution, budget) ?? height
      guard new > height + 1e-10 else { break }
      height = new
      best = parts
      modularity = new
    }
    return Communities(
      numbers: GroupNumbers.largestFirst(best, bound: nodeCount), modularity: modularity)
  }
}
