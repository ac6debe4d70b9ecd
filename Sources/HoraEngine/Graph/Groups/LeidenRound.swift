// Comes in: a graph and a partition. Goes out: a partition that is as good or better, by moving nodes,
// refining communities and making a smaller graph of the refined ones, until there is nothing to make.

enum LeidenRound {
  static func run(
    _ ground: LeidenLevel, from partition: [Int32], _ resolution: Double,
    _ random: inout SplitMix64, _ budget: some Budget
  ) throws(RunError) -> [Int32] {
    var level = ground
    var (groups, _) = LeidenLevel.compacted(partition)
    /// Which node of the level each node of the graph is in.
    var place = (0..<Int32(truncatingIfNeeded: ground.nodeCount)).map(\.self)
    while true {
      var mover = LeidenMover(level, groups, resolution)
      try mover.run(&random, budget)
      let (moved, count) = LeidenLevel.compacted(mover.groups)
      groups = moved
      guard count < level.nodeCount else { break }
      var refiner = LeidenRefiner(level, groups, resolution)
      try refiner.run(&random, budget)
      let (refined, refinedCount) = LeidenLevel.compacted(refiner.groups)
      guard refinedCount < level.nodeCount else { break }
      // The smaller graph begins with the communities that were found, not the refined ones.
      var coarse = [Int32](repeating: 0, count: refinedCount)
      for node in 0..<level.nodeCount { coarse[Int(refined[node])] = groups[node] }
      for node in 0..<place.count { place[node] = refined[Int(place[node])] }
      try budget.charge(level.ties.count)
      level = level.aggregated(refined, count: refinedCount)
      groups = coarse
    }
    return place.map { groups[Int($0)] }
  }
}

/// Adds up a node's ties by the group they lead to.
struct GroupWeights {
  private(set) var weight: [Double]
  private(set) var found: [Int32] = []

  init(count: Int) { weight = [Double](repeating: 0, count: count) }

  @inline(__always)
  mutating func add(_ group: Int32, _ value: Double) {
    // Weights are above zero, so zero is not yet found.
    if weight[Int(group)] == 0 { found.append(group) }
    weight[Int(group)] += value
  }

  mutating func clear() {
    for group in found { weight[Int(group)] = 0 }
    found.removeAll(keepingCapacity: true)
  }
}
