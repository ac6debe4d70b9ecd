// Comes in: a cover. Goes out: the same cover over fewer rows and demands, with the same best sets.
// Rules as in the set-covering literature (Beasley 1987), with care for rules and ties.

struct CoverReduction {
  private let problem: CoverProblem
  /// How many of the best sets are asked for.
  private let wanted: Int

  init(_ problem: CoverProblem, wanted: Int) {
    self.problem = problem
    self.wanted = wanted
  }

  /// - Returns: the smaller problem, and the row each of its rows was.
  func reduced(_ spending: some Budget) throws(RunError) -> (CoverProblem, [Int32]) {
    var smaller = problem
    smaller.demands = withoutImplied()
    let kept = try undominated(smaller, spending)
    return (smaller.over(kept), kept)
  }

  /// Demands that no other one implies: whoever has enough of fewer rows has enough of more.
  private func withoutImplied() -> [CoverDemand] {
    let must = problem.demands.filter { $0.weight == nil && $0.count > 0 }
    guard must.count <= 500 else { return problem.demands }
    let sets = must.map { BitSet(size: problem.rowCount, $0.rows) }
    let kept = must.indices.filter { place in
      !must.indices.contains { other in
        guard other != place, must[other].count >= must[place].count,
          must[other].rows.count <= must[place].rows.count,
          // Of two that say the same, the first stays.
          must[other].rows.count < must[place].rows.count
            || must[other].count > must[place].count || other < place
        else { return false }
        return sets[other].words.indices.allSatisfy {
          sets[other].words[$0] & ~sets[place].words[$0] == 0
        }
      }
    }
    return kept.map { must[$0] } + problem.demands.filter { $0.weight != nil }
  }

  // MARK: Rows

  /// Rows without those that others can always stand in for. A row is dropped where so many others do
  /// all it does, cost no more and are preferred, that a set with it is never among the best: either
  /// one of them is not in the set and would be better there, or all are and the row does nothing.
  private func undominated(
    _ problem: CoverProblem, _ spending: some Budget
  ) throws(RunError) -> [Int32] {
    let width = (problem.demands.count + 63) / 64
    var marks = [UInt64](repeating: 0, count: problem.rowCount * max(1, width))
    // How many others must do what a row does before it is of no use.
    var depth = [Int32](repeating: 1, count: problem.rowCount)
    for (place, demand) in problem.demands.enumerated() {
      for row in demand.rows {
        marks[Int(row) * width + place >> 6] |= 1 << UInt64(place & 63)
        depth[Int(row)] = max(depth[Int(row)], Int32(clamping: demand.count))
      }
    }
    let rows = useful(problem, marks, width)
    // The best come first, so that what can replace a row has been kept before it.
    let order = rows.sorted { a, b in
      let (x, y) = (problem.preference[Int(a)], problem.preference[Int(b)])
      return x != y ? x > y : a < b
    }
    var kept: [Int32] = []
    for row in order {
      try spending.charge(kept.count / 8)
      var others = Int(depth[Int(row)]) + wanted - 1
      for other in kept where replaces(other, row, problem, marks, width) {
        others -= 1
        if others == 0 { break }
      }
      if others > 0 { kept.append(row) }
    }
    return kept.sorted()
  }

  /// Rows that do something: meet a demand, or add a group.
  private func useful(_ problem: CoverProblem, _ marks: [UInt64], _ width: Int) -> [Int32] {
    (0..<Int32(problem.rowCount)).filter { row in
      marks[(Int(row) * width)..<(Int(row) * width + width)].contains { $0 != 0 }
        || problem.varieties.contains { $0.groups[Int(row)] >= 0 }
    }
  }

  /// True where `other` can stand for `row` in every set, and is preferred or comes first. Where more
  /// than one set is asked for, it must do exactly the same: else a worse set could be needed too.
  private func replaces(
    _ other: Int32, _ row: Int32, _ problem: CoverProblem, _ marks: [UInt64], _ width: Int
  ) -> Bool {
    let (a, b) = (Int(other), Int(row))
    if problem.preference[a] == problem.preference[b], other > row { return false }
    let isExact = wanted > 1
    for word in 0..<width {
      let (x, y) = (marks[a * width + word], marks[b * width + word])
      if isExact ? x != y : y & ~x != 0 { return false }
    }
    for variety in problem.varieties where variety.groups[a] != variety.groups[b] {
      if isExact || variety.groups[b] >= 0 { return false }
    }
    for share in problem.shares where share.groups[a] != share.groups[b] {
      if isExact || share.groups[a] >= 0 { return false }
    }
    for budget in problem.budgets {
      if isExact ? budget.costs[a] != budget.costs[b] : budget.costs[a] > budget.costs[b] {
        return false
      }
    }
    return true
  }
}
