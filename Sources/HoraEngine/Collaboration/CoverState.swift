// Comes in: a cover, and rows taken into a set or put back. Goes out: what the set still lacks, and which
// rows it may still take. It chooses nothing itself.

struct CoverState {
  let problem: CoverProblem
  /// The demands that each row counts for, one row behind the other.
  let demandStarts: [Int32]
  let demandsOfRows: [Int32]

  private(set) var chosen: [Int32] = []
  private(set) var isChosen: [Bool]
  /// How often a row was ruled out, further up in the search.
  private(set) var excluded: [Int32]
  /// What each demand still lacks; below 0 where the set has more than enough.
  private(set) var lack: [Int]
  private var groupCounts: [[Int32]]
  private(set) var groupsPresent: [Int]
  private var shareCounts: [[Int32]]
  private var spent: [Int64]
  private(set) var preference: Int64 = 0
  /// Demands that must be met and are not.
  private(set) var openDemands = 0
  /// The weight of the wishes that are met.
  private(set) var weight: Int64 = 0

  init(_ problem: CoverProblem) {
    self.problem = problem
    var starts = [Int32](repeating: 0, count: problem.rowCount + 1)
    for demand in problem.demands {
      for row in demand.rows { starts[Int(row) + 1] += 1 }
    }
    for row in 0..<problem.rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var list = [Int32](repeating: 0, count: Int(starts[problem.rowCount]))
    for (place, demand) in problem.demands.enumerated() {
      for row in demand.rows {
        list[Int(next[Int(row)])] = Int32(place)
        next[Int(row)] += 1
      }
    }
    demandStarts = starts
    demandsOfRows = list
    isChosen = [Bool](repeating: false, count: problem.rowCount)
    excluded = [Int32](repeating: 0, count: problem.rowCount)
    lack = problem.demands.map(\.count)
    groupCounts = problem.varieties.map { CoverState.counts($0.groups) }
    groupsPresent = problem.varieties.map { _ in 0 }
    shareCounts = problem.shares.map { CoverState.counts($0.groups) }
    spent = problem.budgets.map { _ in 0 }
    for demand in problem.demands where demand.weight == nil && demand.count > 0 {
      openDemands += 1
    }
    for demand in problem.demands where demand.count <= 0 { weight += demand.weight ?? 0 }
  }

  private static func counts(_ groups: [Int32]) -> [Int32] {
    [Int32](repeating: 0, count: Int((groups.max() ?? -1) + 1))
  }

  @inline(__always)
  func demands(of row: Int32) -> Range<Int> {
    Int(demandStarts[Int(row)])..<Int(demandStarts[Int(row) + 1])
  }

  /// Everything that must be met is.
  var isComplete: Bool {
    openDemands == 0
      && problem.varieties.indices.allSatisfy { groupsPresent[$0] >= problem.varieties[$0].least }
  }

  /// True where the set may take the row.
  func mayTake(_ row: Int32) -> Bool {
    let place = Int(row)
    if isChosen[place] || excluded[place] > 0 { return false }
    for (index, share) in problem.shares.enumerated() where share.groups[place] >= 0 {
      if Int(shareCounts[index][Int(share.groups[place])]) >= share.most { return false }
    }
    for (index, budget) in problem.budgets.enumerated()
    where budget.costs[place] > budget.most - spent[index] {
      return false
    }
    return true
  }

  /// True where the row is of a group that the set does not have.
  func addsGroup(_ row: Int32, _ variety: Int) -> Bool {
    let group = problem.varieties[variety].groups[Int(row)]
    return group >= 0 && groupCounts[variety][Int(group)] == 0
  }

  mutating func take(_ row: Int32) {
    chosen.append(row)
    isChosen[Int(row)] = true
    change(row, by: 1)
  }

  /// Puts back the row that was taken last.
  mutating func putBack() {
    guard let row = chosen.popLast() else { return }
    isChosen[Int(row)] = false
    change(row, by: -1)
  }

  mutating func exclude(_ row: Int32) { excluded[Int(row)] += 1 }
  mutating func admit(_ row: Int32) { excluded[Int(row)] -= 1 }

  private mutating func change(_ row: Int32, by step: Int) {
    for place in demands(of: row) {
      let demand = Int(demandsOfRows[place])
      let wasMet = lack[demand] <= 0
      lack[demand] -= step
      guard wasMet != (lack[demand] <= 0) else { continue }
      if let worth = problem.demands[demand].weight {
        weight += wasMet ? -worth : worth
      } else {
        openDemands += wasMet ? 1 : -1
      }
    }
    for (index, variety) in problem.varieties.enumerated() where variety.groups[Int(row)] >= 0 {
      let group = Int(variety.groups[Int(row)])
      if step > 0, groupCounts[index][group] == 0 { groupsPresent[index] += 1 }
      groupCounts[index][group] += Int32(step)
      if step < 0, groupCounts[index][group] == 0 { groupsPresent[index] -= 1 }
    }
    for (index, share) in problem.shares.enumerated() where share.groups[Int(row)] >= 0 {
      shareCounts[index][Int(share.groups[Int(row)])] += Int32(step)
    }
    for (index, budget) in problem.budgets.enumerated() {
      spent[index] += step > 0 ? budget.costs[Int(row)] : -budget.costs[Int(row)]
    }
    preference += step > 0 ? problem.preference[Int(row)] : -problem.preference[Int(row)]
  }

  /// True where the chosen set, which is complete, would lose something without the row.
  func needs(_ row: Int32) -> Bool {
    for place in demands(of: row) {
      let demand = Int(demandsOfRows[place])
      if lack[demand] == 0, problem.demands[demand].weight != 0 { return true }
    }
    return problem.varieties.indices.contains { index in
      let group = problem.varieties[index].groups[Int(row)]
      return group >= 0 && groupCounts[index][Int(group)] == 1
        && groupsPresent[index] <= problem.varieties[index].least
    }
  }

  /// The chosen rows as a set.
  var set: CoverSet { CoverSet(rows: chosen.sorted(), weight: weight, preference: preference) }
}
