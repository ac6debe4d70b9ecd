// Comes in: a level and a partition of it. Goes out: a partition in which no node gains by moving to
// another community or to one of its own. Fast local moving: only nodes whose surroundings changed
// are looked at again.

struct LeidenMover {
  private let level: LeidenLevel
  private let resolution: Double
  private(set) var groups: [Int32]
  /// The sum of strengths of each group.
  private var strengths: [Double]
  private var size: [Int32]
  /// Groups without a member.
  private var empty: [Int32] = []
  private var near: GroupWeights

  /// - Parameter groups: numbered below the number of nodes.
  init(_ level: LeidenLevel, _ groups: [Int32], _ resolution: Double) {
    self.level = level
    self.resolution = resolution
    self.groups = groups
    strengths = [Double](repeating: 0, count: level.nodeCount)
    size = [Int32](repeating: 0, count: level.nodeCount)
    near = GroupWeights(count: level.nodeCount)
    for node in 0..<level.nodeCount {
      strengths[Int(groups[node])] += level.strengths[node]
      size[Int(groups[node])] += 1
    }
    for group in (0..<level.nodeCount).reversed() where size[group] == 0 {
      empty.append(Int32(truncatingIfNeeded: group))
    }
  }

  mutating func run(_ random: inout SplitMix64, _ budget: some Budget) throws(RunError) {
    let count = level.nodeCount
    guard count > 0, level.total > 0 else { return }
    var queue = (0..<Int32(truncatingIfNeeded: count)).map(\.self)
    random.shuffle(&queue, first: count)
    var isWaiting = [Bool](repeating: true, count: count)
    var head = 0
    var waiting = count
    // Each move gains, so this ends; the bound is for gains that are nothing but rounding.
    var visitsLeft = 200 * count
    var looked = 0
    while waiting > 0, visitsLeft > 0 {
      let node = Int(queue[head])
      head = head + 1 == count ? 0 : head + 1
      waiting -= 1
      visitsLeft -= 1
      isWaiting[node] = false
      looked += level.ties.degree(node)
      if looked > 1 << 16 {
        try budget.charge(looked)
        looked = 0
      }
      guard let new = better(node) else { continue }
      move(node, to: new)
      for place in level.ties.places(node) {
        let other = Int(level.ties.targets[place])
        guard groups[other] != new, !isWaiting[other] else { continue }
        isWaiting[other] = true
        // The queue holds each node at most once, so there is room.
        var tail = head + waiting
        if tail >= count { tail -= count }
        queue[tail] = level.ties.targets[place]
        waiting += 1
      }
    }
    try budget.charge(looked)
  }

  /// The group a node gains most by moving to; nil where it should stay.
  private mutating func better(_ node: Int) -> Int32? {
    let own = groups[node]
    let strength = level.strengths[node]
    guard level.ties.degree(node) > 0 || size[Int(own)] > 1 else { return nil }
    for place in level.ties.places(node) {
      near.add(groups[Int(level.ties.targets[place])], level.ties.weight(place))
    }
    let pull = resolution * strength / level.total
    let stay = near.weight[Int(own)] - pull * (strengths[Int(own)] - strength)
    // A gain must be more than rounding.
    var gain = stay + 1e-12 * strength
    var target: Int32?
    for group in near.found where group != own {
      let value = near.weight[Int(group)] - pull * strengths[Int(group)]
      if value > gain {
        gain = value
        target = group
      }
    }
    // Alone a node gains nothing and loses nothing.
    if gain < 0, size[Int(own)] > 1, let free = empty.last { target = free }
    near.clear()
    return target
  }

  private mutating func move(_ node: Int, to group: Int32) {
    let own = Int(groups[node])
    strengths[own] -= level.strengths[node]
    size[own] -= 1
    if size[own] == 0 {
      strengths[own] = 0
      empty.append(groups[node])
    }
    if size[Int(group)] == 0 { empty.removeLast() }
    strengths[Int(group)] += level.strengths[node]
    size[Int(group)] += 1
    groups[node] = group
  }
}
