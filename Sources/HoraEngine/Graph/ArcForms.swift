// Comes in: arcs. Goes out: the same arcs turned round, made symmetric, or united with others.
// Everything is linear in the arcs; nothing is compared for order, because counting sorts.

extension Arcs {
  /// The arcs the other way round.
  var transposed: Arcs {
    var starts = Arcs.starts(targets, nodeCount: offsets.count - 1)
    let newOffsets = starts
    var newTargets = [Int32](repeating: 0, count: count)
    var newWeights = [Double](repeating: 0, count: weights.count)
    for node in 0..<(offsets.count - 1) {
      for place in places(node) {
        let target = Int(targets[place])
        newTargets[starts[target]] = Int32(truncatingIfNeeded: node)
        if !weights.isEmpty { newWeights[starts[target]] = weights[place] }
        starts[target] += 1
      }
    }
    return Arcs(offsets: newOffsets, targets: newTargets, weights: newWeights)
  }

  /// The same arcs with `1 / weight` for weights.
  var lengths: Arcs {
    Arcs(
      offsets: offsets, targets: targets, weights: weights.map { TieLength.inverseWeight.of($0) })
  }

  var unweighted: Arcs { Arcs(offsets: offsets, targets: targets, weights: []) }

  /// Each arc and its reverse. Comes in: arcs to greater nodes only, in any order within a node.
  /// The lower part of every node is filled in the order of nodes, and the upper part from the
  /// lower ones, so both end up ascending.
  init(mirroring upper: Arcs) {
    let nodeCount = upper.offsets.count - 1
    var starts = Arcs.starts(upper.targets, nodeCount: nodeCount)
    for node in 0...nodeCount { starts[node] += upper.offsets[node] }
    var cursor = starts
    var both = [Int32](repeating: 0, count: 2 * upper.count)
    var bothWeights = [Double](repeating: 0, count: 2 * upper.weights.count)
    let isWeighted = !upper.weights.isEmpty
    for node in 0..<nodeCount {
      for place in upper.places(node) {
        let target = Int(upper.targets[place])
        both[cursor[target]] = Int32(truncatingIfNeeded: node)
        if isWeighted { bothWeights[cursor[target]] = upper.weights[place] }
        cursor[target] += 1
      }
    }
    let lowerEnds = cursor
    for node in 0..<nodeCount {
      for place in starts[node]..<lowerEnds[node] {
        let lower = Int(both[place])
        both[cursor[lower]] = Int32(truncatingIfNeeded: node)
        if isWeighted { bothWeights[cursor[lower]] = bothWeights[place] }
        cursor[lower] += 1
      }
    }
    self.init(offsets: starts, targets: both, weights: bothWeights)
  }

  /// The arcs of both, weights summed where both have one.
  func united(with other: Arcs) -> Arcs {
    var newOffsets = [0]
    newOffsets.reserveCapacity(offsets.count)
    var newTargets: [Int32] = []
    var newWeights: [Double] = []
    newTargets.reserveCapacity(count + other.count)
    newWeights.reserveCapacity(count + other.count)
    for node in 0..<(offsets.count - 1) {
      var mine = offsets[node]
      var theirs = other.offsets[node]
      while mine < offsets[node + 1] || theirs < other.offsets[node + 1] {
        let left = mine < offsets[node + 1] ? targets[mine] : Int32.max
        let right = theirs < other.offsets[node + 1] ? other.targets[theirs] : Int32.max
        newTargets.append(min(left, right))
        newWeights.append(
          (left <= right ? weight(mine) : 0) + (right <= left ? other.weight(theirs) : 0))
        if left <= right { mine += 1 }
        if right <= left { theirs += 1 }
      }
      newOffsets.append(newTargets.count)
    }
    return Arcs(offsets: newOffsets, targets: newTargets, weights: Arcs.stored(newWeights))
  }

  /// Where the part of each node begins, when arcs are grouped by these nodes.
  static func starts(_ nodes: [Int32], nodeCount: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for node in nodes { starts[Int(node) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    return starts
  }

  /// Weights as they are kept: none where all are 1.
  static func stored(_ weights: [Double]) -> [Double] {
    weights.allSatisfy { $0 == 1 } ? [] : weights
  }
}
