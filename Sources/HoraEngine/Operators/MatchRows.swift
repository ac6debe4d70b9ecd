// Comes in: an entity, or a set of them, and others to compare with. Goes out: as rows, who completes the
// entity best, or what the set lacks.

extension Run {
  /// The candidates without the entity: `adds`, `common` and `score`, best first, equals in canonical
  /// order. The score is the related complementarity among all of them; 0 where a profile is empty.
  func matchRows(_ match: MatchPlan) throws(RunError) -> Frame {
    let found = try entities(of: match.candidates)
    guard
      case .entity(let given) = try evaluate(match.entity, Batch.unit()).expanded,
      let entity = given.first, entity >= 0
    else { return matchFrame([], [], [], [], [], [], []) }
    let candidates = found.filter { $0 != entity }
    // The entity is node 0; what all of them have tells how related things are.
    let profiles = try profiles(of: [entity] + candidates, match.path)
    var scores: [Double] = []
    for node in candidates.indices {
      scores.append(profiles.complementarity(0, node + 1))
      try charge(profiles.profile(node + 1).count &* 8)
    }
    let order = candidates.indices.sorted { (one: Int, other: Int) -> Bool in
      scores[one] == scores[other] ? one < other : scores[one] > scores[other]
    }
    var adds: [Int32] = []
    var addOffsets: [Int32] = [0]
    var common: [Int32] = []
    var commonOffsets: [Int32] = [0]
    for place in order {
      let (added, both) = profiles.compared(0, place + 1)
      adds += added
      common += both
      addOffsets.append(Int32(truncatingIfNeeded: adds.count))
      commonOffsets.append(Int32(truncatingIfNeeded: common.count))
      try reserve(adds.count + common.count)
    }
    return matchFrame(
      order.map { candidates[$0] }, addOffsets, adds, commonOffsets, common,
      order.map { scores[$0] }, [])
  }

  private func matchFrame(
    _ rows: [Int32], _ addOffsets: [Int32], _ adds: [Int32], _ commonOffsets: [Int32],
    _ common: [Int32], _ scores: [Double], _ mask: Mask
  ) -> Frame {
    Frame(
      segments: [0, Int32(rows.count)], count: rows.count,
      columns: [
        .entity(rows),
        .list(offsets: addOffsets.isEmpty ? [0] : addOffsets, elements: .entity(adds)),
        .list(offsets: commonOffsets.isEmpty ? [0] : commonOffsets, elements: .entity(common)),
        .decimal(scores, mask),
      ])
  }

  /// The different entities of a query, in canonical order.
  func entities(of query: QueryID) throws(RunError) -> [Int32] {
    let frame = try independent(query)
    guard let column = plan.queries[query].entityColumn, column < frame.columns.count,
      case .entity(let rows) = frame.columns[column].expanded
    else { return [] }
    return Array(Set(rows.filter { $0 >= 0 })).sorted()
  }

  // MARK: Gaps

  /// What the others have and none of the set: `what`, `holders`, `share`; most held first, equals in
  /// canonical order. Who has something narrower has it.
  func gapRows(_ gaps: GapsPlan) throws(RunError) -> Frame {
    guard case .entity(let things) = plan.expressions[gaps.path].type else {
      return Frame(
        segments: [0, 0], count: 0, columns: [.entity([]), .int([], []), .decimal([], [])])
    }
    let own = try entities(of: gaps.own)
    let others: [Int32]
    var branch: BitSet?
    switch gaps.against {
    case .others(let query): others = try entities(of: query)
    case .branch(let set):
      branch = try resolve(set).rows
      let isOwn = Set(own)
      others = (0..<Int32(network.collections[gaps.collection].rowCount)).filter {
        !isOwn.contains($0)
      }
    }
    let size = network.collections[things].rowCount
    var held = [Bool](repeating: false, count: size)
    try eachProfile(own, gaps.path, things) { profile in
      for thing in profile { held[Int(thing)] = true }
    }
    var holders = [Int64](repeating: 0, count: size)
    // Who has it itself: only such things are listed.
    var isNamed = [Bool](repeating: false, count: size)
    let named = try profiles(of: others, gaps.path).things.targets
    for thing in named { isNamed[Int(thing)] = true }
    try eachProfile(others, gaps.path, things) { profile in
      for thing in profile { holders[Int(thing)] += 1 }
    }
    var found: [Int32] = []
    for thing in 0..<Int32(size) where isNamed[Int(thing)] && !held[Int(thing)] {
      if let branch, !branch.contains(thing) { continue }
      found.append(thing)
    }
    let order = found.sorted { (one: Int32, other: Int32) -> Bool in
      let (left, right) = (holders[Int(one)], holders[Int(other)])
      return left == right ? one < other : left > right
    }
    let total = Double(max(1, others.count))
    return Frame(
      segments: [0, Int32(order.count)], count: order.count,
      columns: [
        .entity(order), .int(order.map { holders[Int($0)] }, []),
        .decimal(order.map { Double(holders[Int($0)]) / total }, []),
      ])
  }

  /// What each row has, with all that is broader, each once.
  private func eachProfile(
    _ rows: [Int32], _ path: ExpressionID, _ things: CollectionID,
    _ body: ([Int32]) -> Void
  ) throws(RunError) {
    let profiles = try profiles(of: rows, path)
    let parents = network.schema.collections[things].parent.map { network.relations[$0].shape }
    var seen = [Int32](repeating: -1, count: network.collections[things].rowCount)
    for node in rows.indices {
      var found: [Int32] = []
      var next = Array(profiles.profile(node))
      while let thing = next.popLast() {
        if seen[Int(thing)] == Int32(node) { continue }
        seen[Int(thing)] = Int32(node)
        found.append(thing)
        switch parents {
        case .one(let above)? where above[Int(thing)] >= 0: next.append(above[Int(thing)])
        case .many(let above)?:
          let range = above.offsets[Int(thing)]..<above.offsets[Int(thing) + 1]
          next += range.map { above.targets[Int($0)] }
        default: break
        }
      }
      try charge(found.count)
      body(found)
    }
  }
}
