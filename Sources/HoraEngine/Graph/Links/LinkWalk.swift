// Comes in: link measures and a node, or many pairs. Goes out: the scores of the node with all that
// share a neighbour with it, found by walking the neighbours of its neighbours once; in `scores`
// whichever of walking and merging costs less. It must not give other figures than `LinkMeasures.score`.

/// Scores of one node with all others; its arrays serve one node after the other.
struct LinkWalk {
  private let links: LinkMeasures
  /// By node; all zero but for `found`.
  private var scores: [LinkScore]
  /// Who shares a neighbour with the node, tied to it or not, in the order they were met.
  private(set) var found: [Int32] = []

  init(_ links: LinkMeasures, _ budget: some Budget) throws(RunError) {
    self.links = links
    try budget.charge(links.nodeCount)
    scores = [LinkScore](repeating: LinkScore(), count: links.nodeCount)
  }

  mutating func move(to node: Int32, _ budget: some Budget) throws(RunError) {
    for other in found { scores[Int(other)] = LinkScore() }
    found.removeAll(keepingCapacity: true)
    guard node >= 0, Int(node) < links.nodeCount else { return }
    let ties = links.ties
    try budget.charge(links.walkCost(node))
    // Neighbours in between ascend, as they do in a merge, so that sums agree to the last digit.
    for near in ties.places(Int(node)) {
      let common = Int(ties.targets[near])
      for far in ties.places(common) where ties.targets[far] != node {
        let end = Int(ties.targets[far])
        if scores[end].commonNeighbors == 0 { found.append(ties.targets[far]) }
        links.add(common, ties.weight(near) + ties.weight(far), to: &scores[end])
      }
    }
  }

  /// What the common neighbours of the node and another say; no jaccard and no attachment yet.
  func common(with other: Int32) -> LinkScore { scores[Int(other)] }
}

extension LinkMeasures {
  /// The scores of pairs; 0 in the mask for a node with itself and for what is no node. Many pairs in a
  /// row with the same left end are walked from there.
  func scores(
    _ left: [Int32], _ right: [Int32], _ budget: some Budget
  ) throws(RunError) -> (scores: [LinkScore], mask: Mask) {
    var scores = [LinkScore](repeating: LinkScore(), count: left.count)
    var mask = Mask(repeating: 0, count: left.count)
    var walk: LinkWalk?
    var row = 0
    while row < left.count {
      let node = left[row]
      var end = row + 1
      while end < left.count, left[end] == node { end += 1 }
      if node >= 0, Int(node) < nodeCount, walkCost(node) < (end - row) * (degree(node) + 1) {
        var walking: LinkWalk
        if let known = walk { walking = known } else { walking = try LinkWalk(self, budget) }
        walk = nil
        try walking.move(to: node, budget)
        for place in row..<end where isPair(node, right[place]) {
          scores[place] = walking.common(with: right[place])
          finish(&scores[place], node, right[place])
          mask[place] = 1
        }
        walk = walking
      } else {
        for place in row..<end {
          guard let score = score(node, right[place]) else { continue }
          scores[place] = score
          mask[place] = 1
        }
        try budget.charge((end - row) * (degree(node) + 8))
      }
      row = end
    }
    return (scores, mask)
  }
}
