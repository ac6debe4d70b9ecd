// Comes in: a graph too large for exact betweenness, and how many sources may be tried. Goes out:
// an estimate and its error. Source: U. Brandes, C. Pich, International Journal of Bifurcation and
// Chaos 17 (2007) 2303; bound by W. Hoeffding, JASA 58 (1963) 13, which holds without replacement.

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
  /// Nodes times arcs up to which exact betweenness is worth its time: some twenty seconds.
  static let exactBetweennessWork = 2_000_000_000

  /// Whether exact betweenness looks at no more than `exactBetweennessWork` arcs.
  var affordsExactBetweenness: Bool {
    let work = nodeCount.multipliedReportingOverflow(by: forward.count)
    return !work.overflow && work.partialValue <= Graph.exactBetweennessWork
  }

  /// Betweenness from so many sources, drawn at random without replacement and so the same for the
  /// same seed, scaled up to all. A node's dependency on one source is at most `n - 2`, from which
  /// the bound follows: `n (n - 2) sqrt(ln(2 n / 0.05) / (2 k))`, halved in an undirected graph.
  func betweennessSample(
    sources wanted: Int, seed: UInt64 = 1, normalised: Bool = false, length: TieLength = .hops,
    _ budget: some Budget
  ) throws(RunError) -> BetweennessSample {
    let count = max(1, min(wanted, nodeCount))
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
