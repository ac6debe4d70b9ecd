// Comes in: two nodes. Goes out: the least number of ties between them. Searches from both ends by
// turns, always the smaller front, so that it sees far less than one search would.

struct PairHops {
  private let graph: Graph
  /// Hops from the start, and hops to the end; -1 where the last search did not come.
  private var there: [Int32]
  private var back: [Int32]
  private var touched: [Int32] = []

  init(_ graph: Graph, _ budget: some Budget) throws(RunError) {
    try budget.reserve(2 * graph.nodeCount)
    self.graph = graph
    there = [Int32](repeating: -1, count: graph.nodeCount)
    back = there
  }

  /// 0 from a node to itself; nil where there is no way, or what was given is no node.
  mutating func hops(_ a: Int32, _ b: Int32, _ budget: some Budget) throws(RunError) -> Int? {
    guard graph.contains(a), graph.contains(b) else { return nil }
    guard a != b else { return 0 }
    for node in touched {
      there[Int(node)] = -1
      back[Int(node)] = -1
    }
    touched = [a, b]
    there[Int(a)] = 0
    back[Int(b)] = 0
    var front = [a]
    var rear = [b]
    while !front.isEmpty, !rear.isEmpty {
      let met: Int32?
      if front.count <= rear.count {
        met = PairHops.step(&front, graph.forward, &there, back, &touched)
        try budget.charge(front.count)
      } else {
        met = PairHops.step(&rear, graph.backward, &back, there, &touched)
        try budget.charge(rear.count)
      }
      if let met { return Int(met) }
    }
    return nil
  }

  /// One level outward; the least sum of both distances where it meets the other side. All nodes of
  /// the level are looked at first, but any meeting is a least one: both sides know all nodes up to
  /// their level, and a shorter way would have met before.
  private static func step(
    _ front: inout [Int32], _ arcs: Arcs, _ own: inout [Int32], _ other: [Int32],
    _ touched: inout [Int32]
  ) -> Int32? {
    var next: [Int32] = []
    var best: Int32?
    for node in front {
      let distance = own[Int(node)] + 1
      for place in arcs.places(Int(node)) {
        let target = arcs.targets[place]
        guard own[Int(target)] < 0 else { continue }
        own[Int(target)] = distance
        if other[Int(target)] >= 0 {
          best = min(best ?? Int32.max, distance + other[Int(target)])
        }
        next.append(target)
        touched.append(target)
      }
    }
    front = next
    return best
  }
}
