// Comes in: nothing. Goes out: the terms of a cover: rows to choose from, what a set of them must have,
// and what it may not exceed. It knows nothing of collections, concepts or countries.

/// Something a set of rows must have enough of, or is the better for.
struct CoverDemand: Sendable, Hashable {
  /// The rows that count for it, ascending.
  var rows: [Int32]
  var count: Int
  /// Nil: the set must meet it. Else what meeting it is worth.
  var weight: Int64?
  /// The need or rule of the question it belongs to, for naming what cannot be met together.
  var item: Int
}

/// At least so many different groups among the rows of a set.
struct CoverVariety: Sendable, Hashable {
  var least: Int
  /// The group of each row; below 0 is none.
  var groups: [Int32]
  var item: Int
}

/// At most so many rows of a set in one group.
struct CoverShare: Sendable, Hashable {
  var most: Int
  /// The group of each row; a row in none is not limited.
  var groups: [Int32]
  var item: Int
}

/// The costs of a set add up to at most so much.
struct CoverBudget: Sendable, Hashable {
  var most: Int64
  /// None is below 0.
  var costs: [Int64]
  var item: Int
}

/// A question for the best set of rows.
struct CoverProblem: Sendable, Hashable {
  var rowCount: Int
  var demands: [CoverDemand] = []
  var varieties: [CoverVariety] = []
  var shares: [CoverShare] = []
  var budgets: [CoverBudget] = []
  /// Rows a set may have at most, and the rule that says so.
  var mostRows: Int?
  var mostRowsItem = 0
  /// What each row adds to the sum that decides among sets of one size.
  var preference: [Int64]

  init(rowCount: Int) {
    self.rowCount = rowCount
    preference = [Int64](repeating: 0, count: rowCount)
  }

  /// The same question over some of its rows, which ascend.
  func over(_ rows: [Int32]) -> CoverProblem {
    var place = [Int32](repeating: -1, count: rowCount)
    for (new, old) in rows.enumerated() { place[Int(old)] = Int32(new) }
    var part = self
    part.rowCount = rows.count
    for i in part.demands.indices {
      part.demands[i].rows = demands[i].rows.compactMap {
        place[Int($0)] < 0 ? nil : place[Int($0)]
      }
    }
    for i in part.varieties.indices {
      part.varieties[i].groups = rows.map { varieties[i].groups[Int($0)] }
    }
    for i in part.shares.indices {
      part.shares[i].groups = rows.map { shares[i].groups[Int($0)] }
    }
    for i in part.budgets.indices {
      part.budgets[i].costs = rows.map { budgets[i].costs[Int($0)] }
    }
    part.preference = rows.map { preference[Int($0)] }
    return part
  }

  /// The same rows under some of the needs and rules, without wishes.
  func under(_ items: Set<Int>) -> CoverProblem {
    var part = self
    part.demands = demands.filter { $0.weight == nil && items.contains($0.item) }
    part.varieties = varieties.filter { items.contains($0.item) }
    part.shares = shares.filter { items.contains($0.item) }
    part.budgets = budgets.filter { items.contains($0.item) }
    if !items.contains(mostRowsItem) { part.mostRows = nil }
    part.preference = [Int64](repeating: 0, count: rowCount)
    return part
  }

  /// Every need and rule that a set must obey.
  var items: [Int] {
    var all = Set(demands.filter { $0.weight == nil }.map(\.item))
    all.formUnion(varieties.map(\.item))
    all.formUnion(shares.map(\.item))
    all.formUnion(budgets.map(\.item))
    if mostRows != nil { all.insert(mostRowsItem) }
    return all.sorted()
  }
}

/// A set of rows that meets every demand and obeys every rule.
struct CoverSet: Sendable, Hashable {
  /// Ascending.
  var rows: [Int32]
  /// The weight of the wishes it meets.
  var weight: Int64
  var preference: Int64

  /// More weight, then fewer rows, then the larger preference, then the earlier rows.
  func precedes(_ other: CoverSet) -> Bool {
    if weight != other.weight { return weight > other.weight }
    if rows.count != other.rows.count { return rows.count < other.rows.count }
    if preference != other.preference { return preference > other.preference }
    return rows.lexicographicallyPrecedes(other.rows)
  }
}

/// What a search found.
struct CoverAnswer: Sendable, Hashable {
  /// The best sets, best first; none can lose a row without losing something asked for.
  var sets: [CoverSet] = []
  /// False where the search stopped before it had seen everything.
  var isProven = true
  /// No set has fewer rows, and none meets wishes of more weight.
  var fewestRows = 0
  var mostWeight: Int64 = 0
  /// Steps of the search.
  var nodes = 0
}
