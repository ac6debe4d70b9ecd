// Comes in: a cover. Goes out: its best sets, and whether nothing better is left. Depth first: the demand
// with the fewest rows is met by each of them in turn, and a row that was tried is ruled out behind. What
// is still to be tried stands on a stack of its own, so depth costs no stack of the machine.

struct CoverSearch {
  /// Rows and demands looked at before a search gives up proving.
  static let mostWork = 1_000_000_000

  private struct Branch {
    var rows: [Int32]
    var next = 0
  }

  private let problem: CoverProblem
  /// The row each row was before the problem was made smaller.
  private let originals: [Int32]
  private let wanted: Int
  private let mostWork: Int
  private var state: CoverState
  private var bounds: CoverBounds
  private var answer = CoverAnswer()
  private var stack: [Branch] = []
  private var stopsAtFirst = false
  /// False where all rows are preferred alike.
  private let isPreferring: Bool

  /// - Parameter wanted: how many of the best sets.
  static func best(
    _ problem: CoverProblem, wanted: Int, mostWork: Int = CoverSearch.mostWork,
    _ spending: some Budget
  ) throws(RunError) -> CoverAnswer {
    guard wanted > 0 else { return CoverAnswer() }
    let reduction = CoverReduction(problem, wanted: wanted)
    let (smaller, originals) = try reduction.reduced(spending)
    var search = CoverSearch(smaller, originals, wanted, mostWork)
    return try search.run(spending)
  }

  /// Any set at all.
  static func first(
    _ problem: CoverProblem, mostWork: Int, _ spending: some Budget
  ) throws(RunError) -> CoverAnswer {
    let (smaller, originals) = try CoverReduction(problem, wanted: 1).reduced(spending)
    var search = CoverSearch(smaller, originals, 1, mostWork)
    search.stopsAtFirst = true
    return try search.run(spending)
  }

  private init(_ problem: CoverProblem, _ originals: [Int32], _ wanted: Int, _ mostWork: Int) {
    self.problem = problem
    self.originals = originals
    self.wanted = wanted
    self.mostWork = mostWork
    isPreferring = problem.preference.contains { $0 != problem.preference[0] }
    state = CoverState(problem)
    bounds = CoverBounds(problem)
  }

  private mutating func run(_ spending: some Budget) throws(RunError) -> CoverAnswer {
    if let set = CoverGreedy.set(problem) { keep(set) }
    if let branch = visit() { stack.append(branch) }
    answer.fewestRows = bounds.isHopeless ? 0 : bounds.fewestMore
    answer.mostWeight = bounds.mostWeight
    var charged = 0
    while let top = stack.last {
      if stopsAtFirst, !answer.sets.isEmpty { break }
      if bounds.work > mostWork {
        answer.isProven = false
        break
      }
      if bounds.work - charged > 10_000 {
        try spending.charge(bounds.work - charged)
        charged = bounds.work
      }
      if top.next > 0 {
        // Everything with the row before has been seen.
        state.putBack()
        state.exclude(top.rows[top.next - 1])
      }
      guard top.next < top.rows.count else {
        for row in top.rows { state.admit(row) }
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      state.take(top.rows[top.next])
      stack.append(visit() ?? Branch(rows: []))
    }
    if answer.isProven, let best = answer.sets.first {
      answer.fewestRows = best.rows.count
      answer.mostWeight = best.weight
    }
    for i in answer.sets.indices {
      answer.sets[i].rows = answer.sets[i].rows.map { originals[Int($0)] }
    }
    return answer
  }

  /// The worst set that is kept, where there are as many as are wanted.
  private var worst: CoverSet? { answer.sets.count == wanted ? answer.sets.last : nil }

  private mutating func keep(_ set: CoverSet) {
    if answer.sets.contains(where: { $0.rows == set.rows }) { return }
    let place = answer.sets.firstIndex { set.precedes($0) } ?? answer.sets.count
    answer.sets.insert(set, at: place)
    if answer.sets.count > wanted { answer.sets.removeLast() }
  }

  /// Looks at the set as it is: keeps it if it is complete; and the rows to try next, nil where none
  /// can lead to a set worth keeping.
  private mutating func visit() -> Branch? {
    answer.nodes += 1
    if let most = problem.mostRows, state.chosen.count > most { return nil }
    if state.isComplete {
      if state.chosen.allSatisfy({ state.needs($0) }) { keep(state.set) }
      // Without wishes more rows do nothing.
      if !problem.demands.contains(where: { $0.weight != nil }) { return nil }
    }
    let room = problem.mostRows.map { $0 - state.chosen.count }
    bounds.look(state, room: room, best: worst?.weight)
    if bounds.isHopeless { return nil }
    if let room, bounds.fewestMore > room { return nil }
    if let worst, !mayBeat(worst) { return nil }
    return state.isComplete ? wishes() : fewest()
  }

  /// False where no set with these rows comes before the worst that is kept.
  private func mayBeat(_ worst: CoverSet) -> Bool {
    if bounds.mostWeight != worst.weight { return bounds.mostWeight > worst.weight }
    // A set with more rows is no better; where wishes are open, at least one row is needed for them.
    let more = worst.rows.count - state.chosen.count
    let least = max(bounds.fewestMore, state.isComplete ? 1 : 0)
    if least != more { return least < more }
    let preference = bounds.mostPreference(state, more: more)
    if preference != worst.preference { return preference > worst.preference }
    return bounds.firstRows(state, more: more).lexicographicallyPrecedes(worst.rows)
  }

  /// The rows of the demand, or of the groups, of which there are fewest.
  private func fewest() -> Branch {
    var best: [Int32]?
    var open: Int?
    for (place, demand) in problem.demands.enumerated()
    where demand.weight == nil && state.lack[place] > 0 {
      if open.map({ bounds.supply[place] < bounds.supply[$0] }) ?? true { open = place }
    }
    if let open { best = problem.demands[open].rows.filter { state.mayTake($0) } }
    for (place, variety) in problem.varieties.enumerated()
    where state.groupsPresent[place] < variety.least {
      let rows = bounds.rows.filter { state.addsGroup($0, place) }
      if best.map({ rows.count < $0.count }) ?? true { best = rows }
    }
    return Branch(rows: promising(best ?? []))
  }

  /// Rows that bring a wish nearer.
  private func wishes() -> Branch {
    Branch(
      rows: promising(
        bounds.rows.filter { row in
          state.demands(of: row).contains { place in
            let demand = Int(state.demandsOfRows[place])
            return problem.demands[demand].weight != nil && state.lack[demand] > 0
              && state.lack[demand] <= bounds.supply[demand]
          }
        }))
  }

  /// What does most comes first, so that good sets are found early. Where no set can be smaller and
  /// none is preferred, only order is left to decide: then what comes first in it.
  private func promising(_ rows: [Int32]) -> [Int32] {
    if !isPreferring, let best = answer.sets.first,
      best.rows.count - state.chosen.count <= bounds.fewestMore
    {
      return rows
    }
    let worths = rows.map { CoverGreedy.worth($0, state) }
    return rows.indices.sorted { a, b in
      if worths[a].demands != worths[b].demands { return worths[a].demands > worths[b].demands }
      if worths[a].weight != worths[b].weight { return worths[a].weight > worths[b].weight }
      let (x, y) = (problem.preference[Int(rows[a])], problem.preference[Int(rows[b])])
      return x != y ? x > y : rows[a] < rows[b]
    }.map { rows[$0] }
  }
}
