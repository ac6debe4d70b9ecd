// Comes in: a weighted graph, or one level and a partition of it. Goes out: a level of the Leiden
// algorithm: nodes that may each stand for many.

struct LeidenLevel {
  /// Ties between different nodes, both directions.
  let ties: Arcs
  /// The strength of each node, with the ties inside what it stands for counted twice.
  let strengths: [Double]
  /// The sum of strengths: twice the weight of all ties.
  let total: Double

  var nodeCount: Int { strengths.count }

  init(_ ties: Arcs) {
    self.ties = ties
    strengths = (0..<(ties.offsets.count - 1)).map { ties.strength($0) }
    total = strengths.reduce(0, +)
  }

  private init(ties: Arcs, strengths: [Double], total: Double) {
    self.ties = ties
    self.strengths = strengths
    self.total = total
  }

  /// Each group becomes a node. `groups` are numbered `0 ..< count` without gaps.
  func aggregated(_ groups: [Int32], count: Int) -> LeidenLevel {
    var starts = Arcs.starts(groups, nodeCount: count)
    let groupOffsets = starts
    var members = [Int](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      members[starts[Int(groups[node])]] = node
      starts[Int(groups[node])] += 1
    }
    var sums = [Double](repeating: 0, count: count)
    var weight = sums
    var isFound = [Bool](repeating: false, count: count)
    var found: [Int32] = []
    var offsets = [0]
    var targets: [Int32] = []
    var weights: [Double] = []
    for group in 0..<count {
      found.removeAll(keepingCapacity: true)
      for place in groupOffsets[group]..<groupOffsets[group + 1] {
        let node = members[place]
        sums[group] += strengths[node]
        for arc in ties.places(node) {
          let other = groups[Int(ties.targets[arc])]
          guard Int(other) != group else { continue }
          if !isFound[Int(other)] {
            isFound[Int(other)] = true
            found.append(other)
          }
          weight[Int(other)] += ties.weight(arc)
        }
      }
      for other in found {
        targets.append(other)
        weights.append(weight[Int(other)])
        isFound[Int(other)] = false
        weight[Int(other)] = 0
      }
      offsets.append(targets.count)
    }
    return LeidenLevel(
      ties: Arcs(offsets: offsets, targets: targets, weights: weights), strengths: sums,
      total: total)
  }

  /// Groups numbered without gaps, in the order of their first members.
  static func compacted(_ groups: [Int32]) -> (groups: [Int32], count: Int) {
    var number = [Int32](repeating: -1, count: groups.count)
    var count: Int32 = 0
    var result = groups
    for node in 0..<groups.count {
      let group = Int(groups[node])
      if number[group] < 0 {
        number[group] = count
        count += 1
      }
      result[node] = number[group]
    }
    return (result, Int(count))
  }
}
