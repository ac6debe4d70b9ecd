// The best covers once more, straight from their definition: every set of rows is looked at. It shares
// nothing with the search but the terms of the problem.

@testable import HoraEngine

struct CoverBruteForce {
  let problem: CoverProblem

  private func members(_ mask: UInt32, _ rows: [Int32]) -> Int {
    rows.count { mask >> UInt32($0) & 1 != 0 }
  }

  private func groups(_ mask: UInt32, _ groups: [Int32]) -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for row in groups.indices where mask >> UInt32(row) & 1 != 0 && groups[row] >= 0 {
      counts[groups[row], default: 0] += 1
    }
    return counts
  }

  /// It meets every demand and obeys every rule.
  func isFeasible(_ mask: UInt32) -> Bool {
    if let most = problem.mostRows, mask.nonzeroBitCount > most { return false }
    for demand in problem.demands where demand.weight == nil {
      if members(mask, demand.rows) < demand.count { return false }
    }
    for budget in problem.budgets {
      let costs = budget.costs.indices.filter { mask >> UInt32($0) & 1 != 0 }
      if costs.reduce(0, { $0 + budget.costs[$1] }) > budget.most { return false }
    }
    for share in problem.shares
    where groups(mask, share.groups).values.contains(where: { $0 > share.most }) {
      return false
    }
    return problem.varieties.allSatisfy { groups(mask, $0.groups).count >= $0.least }
  }

  func weight(_ mask: UInt32) -> Int64 {
    problem.demands.reduce(0) { sum, demand in
      members(mask, demand.rows) >= demand.count ? sum + (demand.weight ?? 0) : sum
    }
  }

  /// No row of it can go without losing what is asked for.
  func isTight(_ mask: UInt32) -> Bool {
    let all = weight(mask)
    return (0..<UInt32(problem.rowCount)).allSatisfy { row in
      guard mask >> row & 1 != 0 else { return true }
      let less = mask & ~(1 << row)
      return !isFeasible(less) || weight(less) < all
    }
  }

  func set(_ mask: UInt32) -> CoverSet {
    let rows = (0..<Int32(problem.rowCount)).filter { mask >> UInt32($0) & 1 != 0 }
    return CoverSet(
      rows: rows, weight: weight(mask),
      preference: rows.reduce(0) { $0 + problem.preference[Int($1)] })
  }

  private var masks: Range<UInt32> { 0..<(1 << UInt32(problem.rowCount)) }

  func best(_ wanted: Int) -> [CoverSet] {
    var found: [CoverSet] = []
    for mask in masks where isFeasible(mask) {
      let set = set(mask)
      if found.count == wanted, let last = found.last, !set.precedes(last) { continue }
      guard isTight(mask) else { continue }
      found.append(set)
      found.sort { $0.precedes($1) }
      if found.count > wanted { found.removeLast() }
    }
    return found
  }

  var isPossible: Bool { masks.contains { isFeasible($0) } }

  /// The size of the smallest choice of needs and rules that no set meets.
  var smallestConflict: Int? {
    let items = problem.items
    let choices = (0..<(1 << items.count)).sorted { $0.nonzeroBitCount < $1.nonzeroBitCount }
    return choices.first { choice in
      let some = Set(items.indices.filter { choice >> $0 & 1 != 0 }.map { items[$0] })
      return !CoverBruteForce(problem: problem.under(some)).isPossible
    }?.nonzeroBitCount
  }
}
