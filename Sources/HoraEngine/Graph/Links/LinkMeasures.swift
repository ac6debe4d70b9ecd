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
  let ties: Arcs
  let nodeCount: Int
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
    guard isPair(a, b) else { return nil }
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

  func isPair(_ a: Int32, _ b: Int32) -> Bool {
    a != b && a >= 0 && b >= 0 && Int(a) < nodeCount && Int(b) < nodeCount
  }

  func degree(_ node: Int32) -> Int {
    node >= 0 && Int(node) < nodeCount ? ties.degree(Int(node)) : 0
  }

  var largestDegree: Int { (0..<nodeCount).reduce(0) { max($0, ties.degree($1)) } }

  /// How many ways of two ties begin at a node.
  func walkCost(_ node: Int32) -> Int {
    guard node >= 0, Int(node) < nodeCount else { return 0 }
    return ties.places(Int(node)).reduce(0) { $0 + ties.degree(Int(ties.targets[$1])) }
  }

  @inline(__always)
  func add(_ common: Int, _ weights: Double, to score: inout LinkScore) {
    score.commonNeighbors += 1
    score.adamicAdar += inverseLogs[common]
    score.resourceAllocation += 1 / Double(ties.degree(common))
    score.weightedResourceAllocation += weights * inverseStrengths[common]
  }

  func finish(_ score: inout LinkScore, _ a: Int32, _ b: Int32) {
    let one = ties.degree(Int(a))
    let other = ties.degree(Int(b))
    score.preferentialAttachment = one * other
    let either = one + other - score.commonNeighbors
    score.jaccard = either > 0 ? Double(score.commonNeighbors) / Double(either) : 0
  }
}
