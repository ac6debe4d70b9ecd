// Comes in: for each node the elements it has (the projects of a member). Goes out: the network of
// nodes that share elements, and what a pair shares. Linear in the sum of the squares of the
// elements' sizes; no pair that shares nothing is ever looked at.
// Source of the weights: M. E. J. Newman, Physical Review E 64, 016132 (2001).

struct CoAffiliation: Sendable {
  /// Node to elements, each ascending and once. Weights are not used.
  let elements: Arcs
  /// Element to nodes, ascending.
  private let members: Arcs
  private let nodeCount: Int

  /// - Parameters:
  ///   - offsets: node `n` has `elements[offsets[n] ..< offsets[n + 1]]`
  ///   - elements: ascending and each once within a node; all below `elementCount`
  init(
    offsets: [Int], elements: [Int32], elementCount: Int, _ budget: some Budget
  ) throws(RunError) {
    try budget.reserve(elements.count + elementCount)
    try budget.charge(elements.count + elementCount)
    nodeCount = offsets.count - 1
    self.elements = Arcs(offsets: offsets, targets: elements, weights: [])
    var starts = Arcs.starts(elements, nodeCount: elementCount)
    let memberOffsets = starts
    var nodes = [Int32](repeating: 0, count: elements.count)
    for node in 0..<nodeCount {
      for place in self.elements.places(node) {
        let element = Int(elements[place])
        nodes[starts[element]] = Int32(truncatingIfNeeded: node)
        starts[element] += 1
      }
    }
    members = Arcs(offsets: memberOffsets, targets: nodes, weights: [])
  }

  var elementCount: Int { members.offsets.count - 1 }

  /// How many nodes have the element.
  func size(_ element: Int) -> Int { members.degree(element) }

  /// What each element adds to the weight of its pairs by Newman: `1 / (n - 1)` for an element of
  /// `n` nodes, so that a node's strength is the number of its elements that have others.
  var newmanShares: [Double] {
    (0..<elementCount).map { size($0) < 2 ? 0 : 1 / Double(size($0) - 1) }
  }

  /// The network; the weight of a tie is the sum over its shared elements of `shares[element]`, the
  /// number of shared elements where `shares` is empty. A tie whose weight is not above zero and
  /// finite is left out and counted.
  func graph(
    shares: [Double] = [], _ budget: some Budget
  ) throws(RunError) -> (graph: Graph, unusable: Int) {
    // In the order of nodes, the place of each element's next node: what follows it is greater.
    var cursor = members.offsets
    var weight = [Double](repeating: 0, count: nodeCount)
    var isTied = [Bool](repeating: false, count: nodeCount)
    var found: [Int32] = []
    var offsets = [0]
    var targets: [Int32] = []
    var weights: [Double] = []
    var unusable = 0
    for node in 0..<nodeCount {
      found.removeAll(keepingCapacity: true)
      var work = 0
      for place in elements.places(node) {
        let element = Int(elements.targets[place])
        work += members.offsets[element + 1] - cursor[element]
      }
      try budget.charge(work)
      for place in elements.places(node) {
        let element = Int(elements.targets[place])
        let share = element < shares.count ? shares[element] : shares.isEmpty ? 1 : 0
        cursor[element] += 1
        for member in cursor[element]..<members.offsets[element + 1] {
          let other = Int(members.targets[member])
          if !isTied[other] {
            isTied[other] = true
            found.append(members.targets[member])
          }
          weight[other] += share
        }
      }
      // Both directions, a target and a weight each.
      try budget.reserve(4 * (targets.count + found.count))
      for other in found {
        if GraphBuilder.isUsable(weight[Int(other)]) {
          targets.append(other)
          weights.append(weight[Int(other)])
        } else {
          unusable += 1
        }
        isTied[Int(other)] = false
        weight[Int(other)] = 0
      }
      offsets.append(targets.count)
    }
    let upper = Arcs(offsets: offsets, targets: targets, weights: Arcs.stored(weights))
    return (Graph(undirected: Arcs(mirroring: upper)), unusable)
  }

  /// Appends the elements that both nodes have, ascending; nothing for what is no node.
  func appendShared(_ a: Int32, _ b: Int32, to shared: inout [Int32]) {
    guard a >= 0, b >= 0, Int(a) < nodeCount, Int(b) < nodeCount else { return }
    var left = elements.offsets[Int(a)]
    var right = elements.offsets[Int(b)]
    let leftEnd = elements.offsets[Int(a) + 1]
    let rightEnd = elements.offsets[Int(b) + 1]
    while left < leftEnd, right < rightEnd {
      let one = elements.targets[left]
      let other = elements.targets[right]
      if one == other { shared.append(one) }
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
  }
}
