// Comes in: a network, the profiles of its nodes and how often each takes part. Goes out: the parts that
// the collaboration potential of a pair is made of, each from 0 to 1, and their two compositions. How
// the parts are joined is Hora's own; the parts are from R. Boschma, Regional Studies 39 (2005) 61
// (proximities), T. Broekel, R. Boschma, Journal of Economic Geography 12 (2012) 409 (too much of it),
// M. E. J. Newman, Physical Review E 64 (2001) 025102 (activity and acquaintance tell new ties), and
// the sources of `Profiles` and `LinkMeasures`.

import CSystem

/// How the parts are joined. The raw values are the names in the language.
enum PotentialForm: String, CaseIterable {
  /// Who is likely to work together next: fit, activity, acquaintance, novelty.
  case likely
  /// Who would complete whom: complementarity, proximity, novelty.
  case complementary
}

struct Potential: Sendable {
  let graph: Graph
  let profiles: Profiles
  /// How many things (or, where ties are direct, nodes) each node is tied by.
  let activities: [Int]
  private let mostActive: Double
  private let mostTied: Double

  init(_ graph: Graph, _ profiles: Profiles, _ links: LinkMeasures, _ activities: [Int]) {
    self.graph = graph
    self.profiles = profiles
    self.activities = activities
    mostActive = Double(max(1, activities.max() ?? 1))
    mostTied = Double(links.largestDegree)
  }

  /// How well two profiles complete each other.
  func complementarity(_ a: Int32, _ b: Int32) -> Double {
    profiles.complementarity(Int(a), Int(b))
  }

  /// How near each profile lies to the other, shared things included.
  func fit(_ a: Int32, _ b: Int32) -> Double { profiles.fit(Int(a), Int(b)) }

  /// How active both are: the product of their activities, as a share of the most active node's square.
  func activity(_ a: Int32, _ b: Int32) -> Double {
    (Double(activities[Int(a)]) / mostActive) * (Double(activities[Int(b)]) / mostActive)
  }

  /// Through how many partners they may know each other. One is added to the common neighbours, so that
  /// who has none is not out of the question, and to the most there could be.
  func acquaintance(_ score: LinkScore) -> Double {
    Double(1 + score.commonNeighbors) / (1 + mostTied)
  }

  /// `exp(-w)`, w the weight of the tie there is: 1 without one.
  func novelty(_ a: Int32, _ b: Int32) -> Double {
    let weight = tie(a, b)
    return weight > 0 ? hora_exp(-weight) : 1
  }

  /// The weight of the tie, in either direction; 0 without one.
  func tie(_ a: Int32, _ b: Int32) -> Double {
    guard graph.contains(a), graph.contains(b) else { return 0 }
    let out = arc(a, b)
    return graph.isDirected ? max(out, arc(b, a)) : out
  }

  private func arc(_ a: Int32, _ b: Int32) -> Double {
    graph.forward.place(from: Int(a), to: b).map { graph.forward.weight($0) } ?? 0
  }

  /// The geometric mean of fit, activity, acquaintance and novelty.
  func likely(_ a: Int32, _ b: Int32, _ score: LinkScore) -> Double {
    let product = fit(a, b) * activity(a, b) * acquaintance(score) * novelty(a, b)
    return product.squareRoot().squareRoot()
  }

  /// The geometric mean of complementarity, proximity and novelty.
  func complementary(_ a: Int32, _ b: Int32, proximity: Double) -> Double {
    let product = complementarity(a, b) * proximity * novelty(a, b)
    return product > 0 ? hora_pow(product, 1.0 / 3) : 0
  }
}
