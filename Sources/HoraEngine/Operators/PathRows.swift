// Comes in: two ends and a network. Goes out: the ways between them as rows: the nodes in order, how
// many ties, and what they cost.

extension Run {
  /// Ways listed at most where the text sets no number.
  static let mostWays = 10_000

  func pathRows(_ paths: PathsPlan, _ range: TextRange) throws(RunError) -> Frame {
    let built = try network(paths.network)
    let starts = try ends(paths.from)
    let goals = try ends(paths.to)
    var found = PathList()
    var isComplete = true
    for start in starts {
      for goal in goals {
        let list = try ways(paths, built, built.node(start), built.node(goal))
        isComplete = isComplete && list.isComplete
        for way in 0..<list.count { found.append(list.path(way), in: built.graph) }
        try reserve(found.nodes.count)
      }
    }
    switch paths.option {
    case .allShortest, .most:
      if !isComplete { note(RunMessage.moreWays(Run.mostWays, at: range)) }
    default: break
    }
    return Frame(
      segments: [0, Int32(found.count)], count: found.count,
      columns: [
        .list(
          offsets: found.offsets, elements: .entity(found.nodes.map { built.rows[Int($0)] })),
        .int((0..<found.count).map { Int64(found.length($0)) }, []), .decimal(found.costs, []),
      ])
  }

  private func ends(_ id: ExpressionID) throws(RunError) -> [Int32] {
    guard
      case .entity(let rows) = try evaluate(id, Batch.unit()).expanded.asList.elements.expanded
    else { return [] }
    return rows
  }

  private func ways(
    _ paths: PathsPlan, _ built: NetworkGraph, _ start: Int32, _ goal: Int32
  ) throws(RunError) -> PathList {
    let graph = built.graph
    guard graph.contains(start), graph.contains(goal) else { return PathList() }
    let outer = Batch.unit()
    switch paths.option {
    case .one: return try graph.shortestPath(from: start, to: goal, self)
    case .shortest(let count):
      return try graph.shortestPaths(
        from: start, to: goal, atMost: min(Run.mostWays, number(count, "`shortest`", outer)), self)
    case .allShortest:
      return try graph.allShortestPaths(from: start, to: goal, atMost: Run.mostWays, self)
    case .cheapest(let count):
      return try graph.shortestPaths(
        from: start, to: goal, atMost: min(Run.mostWays, number(count, "`cheapest`", outer)),
        length: .inverseWeight, self)
    case .most(let hops):
      return try graph.simplePaths(
        from: start, to: goal, atMostHops: number(hops, "`max`", outer), atMost: Run.mostWays, self)
    }
  }
}
