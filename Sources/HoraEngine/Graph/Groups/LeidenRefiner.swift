// Comes in: a level and its communities. Goes out: a finer partition inside them. Each node that is
// still alone joins the part of its community that it gains most by, if both are well tied to the
// rest of it. A part grows only along ties, so it is connected.

struct LeidenRefiner {
  private let level: LeidenLevel
  private let communities: [Int32]
  private let resolution: Double
  private(set) var groups: [Int32]
  /// The sum of strengths of each community, and of each part.
  private var whole: [Double]
  private var strengths: [Double]
  /// The weight of ties between a part and the rest of its community.
  private var outside: [Double]
  private var isAlone: [Bool]

  init(_ level: LeidenLevel, _ communities: [Int32], _ resolution: Double) {
    self.level = level
    self.communities = communities
    self.resolution = resolution
    groups = (0..<Int32(truncatingIfNeeded: level.nodeCount)).map(\.self)
    strengths = level.strengths
    isAlone = [Bool](repeating: true, count: level.nodeCount)
    whole = [Double](repeating: 0, count: level.nodeCount)
    outside = whole
    for node in 0..<level.nodeCount {
      whole[Int(communities[node])] += level.strengths[node]
      for place in level.ties.places(node)
      where communities[Int(level.ties.targets[place])] == communities[node] {
        outside[node] += level.ties.weight(place)
      }
    }
  }

  mutating func run(_ random: inout SplitMix64, _ budget: some Budget) throws(RunError) {
    try budget.charge(level.ties.count + level.nodeCount)
    var order = (0..<Int32(truncatingIfNeeded: level.nodeCount)).map(\.self)
    random.shuffle(&order, first: order.count)
    var near = GroupWeights(count: level.nodeCount)
    for member in order where isAlone[Int(member)] {
      let node = Int(member)
      let strength = level.strengths[node]
      let all = whole[Int(communities[node])]
      let pull = resolution * strength / level.total
      guard outside[node] >= pull * (all - strength) else { continue }
      for place in level.ties.places(node) {
        let other = Int(level.ties.targets[place])
        if communities[other] == communities[node] {
          near.add(groups[other], level.ties.weight(place))
        }
      }
      var gain = 0.0
      var target = -1
      for group in near.found {
        let part = Int(group)
        let share = resolution * strengths[part] / level.total
        guard outside[part] >= share * (all - strengths[part]) else { continue }
        let value = near.weight[part] - pull * strengths[part]
        if value > gain {
          gain = value
          target = part
        }
      }
      if target >= 0 {
        outside[target] += outside[node] - 2 * near.weight[target]
        strengths[target] += strength
        groups[node] = Int32(truncatingIfNeeded: target)
        isAlone[node] = false
        isAlone[target] = false
      }
      near.clear()
    }
  }
}
