// Comes in: two nodes. Goes out: ways between them, least first, among equals in canonical order:
// compared node by node. A way never meets a node twice. From a node to itself there is one, of no tie.

extension Graph {
  /// One shortest way: by ties, or the cheapest by `1 / weight`. Empty where there is none or what
  /// was given is no node. One search.
  func shortestPath(
    from start: Int32, to end: Int32, length: TieLength = .hops, _ budget: some Budget
  ) throws(RunError) -> PathList {
    var list = PathList()
    guard contains(start), contains(end) else { return list }
    try budget.reserve(4 * nodeCount)
    var map = DistanceMap(self, length)
    try map.measure(to: end, budget)
    if let path = map.walk(from: start, to: end) { list.append(path, in: self) }
    return list
  }

  /// All shortest ways, at most so many of them. One search, then nothing is tried in vain.
  func allShortestPaths(
    from start: Int32, to end: Int32, atMost limit: Int, length: TieLength = .hops,
    _ budget: some Budget
  ) throws(RunError) -> PathList {
    var list = PathList()
    guard contains(start), contains(end) else { return list }
    try budget.reserve(4 * nodeCount)
    var map = DistanceMap(self, length)
    try map.measure(to: end, budget)
    guard map.distance(start) != nil else { return list }
    var walk = PathWalk(start, forward)
    while let node = walk.last {
      if node == end {
        guard list.count < limit else {
          list.isComplete = false
          return list
        }
        try budget.reserve(list.nodes.count + walk.path.count)
        list.append(walk.path, in: self)
        walk.stepBack()
        continue
      }
      var looked = 1
      while let place = walk.nextPlace(forward) {
        looked += 1
        if map.isOnward(node, place) {
          walk.stepOn(targets[place], forward)
          break
        }
      }
      try budget.charge(looked)
      if walk.last == node { walk.stepBack() }
    }
    return list
  }

  /// All ways of at most so many ties, at most `limit` of them: by length, then in canonical order.
  /// A walk that turns back where the end is too far; what it costs has no other bound than the
  /// budget.
  func simplePaths(
    from start: Int32, to end: Int32, atMostHops hops: Int, atMost limit: Int,
    _ budget: some Budget
  ) throws(RunError) -> PathList {
    var list = PathList()
    guard contains(start), contains(end) else { return list }
    try budget.reserve(4 * nodeCount)
    var search = HopSearch(backward)
    try search.run(from: end, budget)
    let least = Int(search.hops[Int(start)])
    let longest = min(hops, nodeCount - 1)
    guard least >= 0, least <= longest else { return list }
    var isOnPath = [Bool](repeating: false, count: nodeCount)
    for length in least...longest {
      var walk = PathWalk(start, forward)
      isOnPath[Int(start)] = true
      while let node = walk.last {
        let left = length - (walk.path.count - 1)
        if left == 0 {
          guard list.count < limit else {
            list.isComplete = false
            return list
          }
          try budget.reserve(list.nodes.count + walk.path.count)
          list.append(walk.path, in: self)
        } else if node != end {
          var looked = 1
          while let place = walk.nextPlace(forward) {
            looked += 1
            let next = targets[place]
            let far = Int(search.hops[Int(next)])
            // The end comes last or not at all.
            guard far >= 0, far < left, !isOnPath[Int(next)], next != end || left == 1 else {
              continue
            }
            isOnPath[Int(next)] = true
            walk.stepOn(next, forward)
            break
          }
          try budget.charge(looked)
        }
        if walk.last == node {
          isOnPath[Int(node)] = false
          walk.stepBack()
        }
      }
    }
    return list
  }
}

/// A walk in depth, without recursion: the way so far, and where each of its nodes goes on.
private struct PathWalk {
  private(set) var path: [Int32]
  private var cursor: [Int]

  init(_ start: Int32, _ arcs: Arcs) {
    path = [start]
    cursor = [arcs.offsets[Int(start)]]
  }

  var last: Int32? { path.last }

  /// The next arc of the last node; nil after all of them.
  mutating func nextPlace(_ arcs: Arcs) -> Int? {
    guard let node = path.last, let place = cursor.last, place < arcs.offsets[Int(node) + 1] else {
      return nil
    }
    cursor[cursor.count - 1] = place + 1
    return place
  }

  mutating func stepOn(_ node: Int32, _ arcs: Arcs) {
    path.append(node)
    cursor.append(arcs.offsets[Int(node)])
  }

  mutating func stepBack() {
    path.removeLast()
    cursor.removeLast()
  }
}
