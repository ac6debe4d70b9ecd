// Comes in: a graph, maybe too large for exact betweenness. Goes out: betweenness or an estimate, and
// its error. Sources: U. Brandes, C. Pich, International Journal of Bifurcation and Chaos 17 (2007)
// 2303; for the bound W. Hoeffding, JASA 58 (1963) 13, which holds without replacement.

import CSystem

struct BetweennessSample: Sendable {
  /// Raw or normalised, as asked.
  var values: [Double]
  /// With a probability of 95 % no value is farther than this from the exact one, in the unit of
  /// `values`; 0 where every node was a source.
  var errorBound: Double
  var sources: Int
}

extension Graph {
  /// Arcs that betweenness may look at: some twenty seconds.
  static let betweennessWork = 2_000_000_000

  /// From how many nodes betweenness can be searched within `betweennessWork`; all of them up to
  /// so many nodes times arcs.
  var affordableSources: Int {
    min(nodeCount, max(1, Graph.betweennessWork / max(1, forward.count)))
  }

  /// Betweenness from so many sources (`affordableSources` where nil), drawn at random without
  /// replacement, the same ones for the same seed, and scaled up to all; exact where that is all. A
  /// node's dependency on one source is at most `n - 2`, from which the bound follows:
  /// `n (n - 2) sqrt(ln(2 n / 0.05) / (2 k))`, halved in an undirected graph.
  func betweennessSample(
    sources wanted: Int? = nil, seed: UInt64 = 1, normalised: Bool = false,
    length: TieLength = .hops, _ budget: some Budget
  ) throws(RunError) -> BetweennessSample {
    let count = max(1, min(wanted ?? affordableSources, nodeCount))
    guard count < nodeCount else {
      let values = try betweenness(normalised: normalised, length: length, budget)
      return BetweennessSample(values: values, errorBound: 0, sources: nodeCount)
    }
    var random = SplitMix64(seed: seed)
    var nodes = (0..<Int32(truncatingIfNeeded: nodeCount)).map(\.self)
    random.shuffle(&nodes, first: count)
    let share = isDirected ? 1.0 : 0.5
    let sums = try dependencies(
      from: Array(nodes[0..<count]), [Double](repeating: share, count: nodeCount), length, budget)
    let n = Double(nodeCount)
    let deviation = (hora_log(2 * n / 0.05) / (2 * Double(count))).squareRoot()
    let scale = n / Double(count) * (normalised ? pairScale : 1)
    return BetweennessSample(
      values: sums.map { $0 * scale },
      errorBound: n * (n - 2) * deviation * share * (normalised ? pairScale : 1), sources: count)
  }
}
