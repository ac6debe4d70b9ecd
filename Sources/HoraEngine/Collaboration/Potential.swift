// Comes in: a network and the profiles of its nodes. Goes out: the collaboration potential of pairs and
// the parts it is made of, each from 0 to 1. The composition is Hora's own; the parts are from
// R. Boschma, Regional Studies 39 (2005) 61 (proximities), T. Broekel, R. Boschma, Journal of Economic
// Geography 12 (2012) 409 (too much of it), and the sources of `Profiles` and `LinkMeasures`.

import CSystem

struct Potential: Sendable {
  let graph: Graph
  let profiles: Profiles
  private let links: LinkMeasures
  /// Resource allocation of all pairs that are not tied and have a common neighbour, ascending.
  private let allocations: [Double]
  /// Pairs that are not tied, with a common neighbour or without.
  private let untied: Int

  init(
    _ graph: Graph, _ profiles: Profiles, _ links: LinkMeasures, _ budget: some Budget
  ) throws(RunError) {
    self.graph = graph
    self.profiles = profiles
    self.links = links
    var found: [Double] = []
    for node in 0..<Int32(truncatingIfNeeded: graph.nodeCount) {
      let (others, scores) = try links.candidates(of: node, budget)
      for (other, score) in zip(others, scores) where other > node {
        found.append(score.resourceAllocation)
      }
      try budget.reserve(found.count)
    }
    try budget.charge(found.count)
    allocations = found.sorted()
    let n = graph.nodeCount
    untied = n * (n - 1) / 2 - graph.undirected.tieCount
  }

  /// How well two profiles complete each other.
  func complementarity(_ a: Int32, _ b: Int32) -> Double {
    profiles.complementarity(Int(a), Int(b))
  }

  /// The percentile rank of the pair's resource allocation among the pairs that are not tied; half of
  /// the equal ones count, so that 0.5 is neither near nor far.
  func proximity(_ a: Int32, _ b: Int32) -> Double {
    guard untied > 0 else { return 0.5 }
    let score = links.score(a, b)?.resourceAllocation ?? 0
    let zeros = untied - allocations.count
    if score <= 0 { return 0.5 * Double(zeros) / Double(untied) }
    // Sums in another order differ in the last digits.
    let low = count(below: score * (1 - 1e-12))
    let high = count(below: score * (1 + 1e-12))
    return min(1, (Double(zeros + low) + 0.5 * Double(high - low)) / Double(untied))
  }

  private func count(below value: Double) -> Int {
    var low = 0
    var high = allocations.count
    while low < high {
      let middle = (low + high) / 2
      if allocations[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `exp(-w)`, w the weight of the tie there is: 1 without one.
  func novelty(_ a: Int32, _ b: Int32) -> Double { hora_exp(-tie(a, b)) }

  /// The weight of the tie, in either direction; 0 without one.
  func tie(_ a: Int32, _ b: Int32) -> Double {
    guard graph.contains(a), graph.contains(b) else { return 0 }
    return [(a, b), (b, a)].reduce(0) { most, ends in
      let place = graph.forward.place(from: Int(ends.0), to: ends.1)
      return max(most, place.map { graph.forward.weight($0) } ?? 0)
    }
  }

  func commonNeighbors(_ a: Int32, _ b: Int32) -> Int { links.score(a, b)?.commonNeighbors ?? 0 }

  /// The geometric mean of the three.
  func potential(_ a: Int32, _ b: Int32) -> Double {
    let product = complementarity(a, b) * proximity(a, b) * novelty(a, b)
    return product > 0 ? hora_pow(product, 1.0 / 3) : 0
  }
}
