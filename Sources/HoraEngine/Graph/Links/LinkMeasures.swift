// Comes in: a graph, made ready once, and pairs of nodes. Goes out: how much speaks for a tie between
// them. Sources: D. Liben-Nowell, J. Kleinberg, JASIST 58 (2007) 1019; L. A. Adamic, E. Adar, Social
// Networks 25 (2003) 211; T. Zhou, L. Lü, Y.-C. Zhang, European Physical Journal B 71 (2009) 623.

import CSystem

/// What the common neighbours of two nodes say. Raw figures: greater speaks for a tie.
struct LinkScore: Sendable, Equatable {
  var commonNeighbors: Int = 0
  /// The sum over common neighbours of `1 / ln degree`.
  var adamicAdar: Double = 0
  /// The sum over common neighbours z of `1 / degree`.
  var resourceAllocation: Double = 0
  /// The sum over common neighbours z of `(w_az + w_zb) / s_z`, s the strength.
  var weightedResourceAllocation: Double = 0
  /// Common neighbours as a share of the neighbours of either; 0 where there is none.
  var jaccard: Double = 0
  /// The product of the degrees.
  var preferentialAttachment: Int = 0
}

/// Scores over the ties without direction. Weights play a part in one of them only.
struct LinkMeasures: Sendable {
  private let ties: Arcs
  private let nodeCount: Int
  /// By node; a common neighbour has two neighbours at least, so the logarithm is above zero.
  private let inverseLogs: [Double]
  private let inverseStrengths: [Double]

  init(_ graph: Graph, _ budget: some Budget) throws(RunError) {
    let graph = graph.undirected
    try budget.reserve(2 * graph.nodeCount)
    try budget.charge(graph.nodeCount + graph.forward.count)
    ties = graph.forward
    nodeCount = graph.nodeCount
    inverseLogs = (0..<graph.nodeCount).map { 1 / hora_log(Double(graph.forward.degree($0))) }
    inverseStrengths = graph.strength().map { 1 / $0 }
  }

  /// Merges the neighbours of both: the sum of the degrees. nil for a node and itself and for what
  /// is no node.
  func score(_ a: Int32, _ b: Int32) -> LinkScore? {
    guard a != b, a >= 0, b >= 0, Int(a) < nodeCount, Int(b) < nodeCount else { return nil }
    var score = LinkScore()
    var left = ties.offsets[Int(a)]
    var right = ties.offsets[Int(b)]
    let leftEnd = ties.offsets[Int(a) + 1]
    let rightEnd = ties.offsets[Int(b) + 1]
    while left < leftEnd, right < rightEnd {
      let one = ties.targets[left]
      let other = ties.targets[right]
      if one == other { add(Int(one), ties.weight(left) + ties.weight(right), to: &score) }
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    finish(&score, a, b)
    return score
  }

  /// The nodes that are not tied to `a` but share a neighbour with it, ascending, with their scores.
  /// For all others every score but preferential attachment is 0. Cost: the sum of the degrees of
  /// the neighbours.
  func candidates(
    of a: Int32, _ budget: some Budget
  ) throws(RunError) -> (nodes: [Int32], scores: [LinkScore]) {
    guard a >= 0, Int(a) < nodeCount else { return ([], []) }
    let neighbors = ties.places(Int(a))
    var work = neighbors.count
    for place in neighbors { work += ties.degree(Int(ties.targets[place])) }
    try budget.charge(work)
    try budget.reserve(2 * work)
    // All ways of two ties, by their end; the neighbours in between stay ascending.
    var ends: [Int32] = []
    var through: [Int] = []
    var lastPlaces: [Int] = []
    ends.reserveCapacity(work)
    for place in neighbors {
      for far in ties.places(Int(ties.targets[place])) where ties.targets[far] != a {
        ends.append(ties.targets[far])
        through.append(place)
        lastPlaces.append(far)
      }
    }
    let order = ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
    var nodes: [Int32] = []
    var scores: [LinkScore] = []
    var next = 0
    while next < order.count {
      let end = ends[order[next]]
      var score = LinkScore()
      while next < order.count, ends[order[next]] == end {
        let way = order[next]
        add(
          Int(ties.targets[through[way]]), ties.weight(through[way]) + ties.weight(lastPlaces[way]),
          to: &score)
        next += 1
      }
      guard ties.place(from: Int(a), to: end) == nil else { continue }
      finish(&score, a, end)
      nodes.append(end)
      scores.append(score)
    }
    return (nodes, scores)
  }

  @inline(__always)
  private func add(_ common: Int, _ weights: Double, to score: inout LinkScore) {
    score.commonNeighbors += 1
    score.adamicAdar += inverseLogs[common]
    score.resourceAllocation += 1 / Double(ties.degree(common))
    score.weightedResourceAllocation += weights * inverseStrengths[common]
  }

  private func finish(_ score: inout LinkScore, _ a: Int32, _ b: Int32) {
    let one = ties.degree(Int(a))
    let other = ties.degree(Int(b))
    score.preferentialAttachment = one * other
    let either = one + other - score.commonNeighbors
    score.jaccard = either > 0 ? Double(score.commonNeighbors) / Double(either) : 0
  }
}
