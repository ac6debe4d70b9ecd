// Comes in: a cover without any set. Goes out: a smallest choice of its needs and rules that already
// cannot be met together. Each answer is tried again without each of its parts.

struct CoverConflict {
  /// With more needs and rules than this the choice is minimal, but may not be the smallest.
  static let mostExact = 16
  /// Work of one question; what is not settled by then counts as possible.
  private static let mostWork = 20_000_000

  private let problem: CoverProblem
  private let items: [Int]

  /// - Returns: needs and rules by number, ascending; empty where they can be met together, or that
  ///   was not found out.
  static func smallest(_ problem: CoverProblem, _ spending: some Budget) throws(RunError) -> [Int] {
    let conflict = CoverConflict(problem: problem, items: problem.items)
    guard try conflict.isImpossible(Set(conflict.items), spending) else { return [] }
    let minimal = try conflict.minimal(spending)
    if minimal.count <= 1 || conflict.items.count > mostExact { return minimal }
    return try conflict.exact(atMost: minimal, spending)
  }

  private func isImpossible(_ some: Set<Int>, _ spending: some Budget) throws(RunError) -> Bool {
    let answer = try CoverSearch.first(
      problem.under(some), mostWork: CoverConflict.mostWork, spending)
    return answer.isProven && answer.sets.isEmpty
  }

  /// Leaves out what can be left out, one after the other.
  private func minimal(_ spending: some Budget) throws(RunError) -> [Int] {
    for item in items where try isImpossible([item], spending) { return [item] }
    var left = Set(items)
    for item in items {
      left.remove(item)
      if try !isImpossible(left, spending) { left.insert(item) }
    }
    return left.sorted()
  }

  /// The smallest choice, by growing what is possible: every choice that is impossible holds something
  /// that each possible one lacks (after Ignatiev, Previti, Liffiton and Marques-Silva 2015).
  private func exact(atMost known: [Int], _ spending: some Budget) throws(RunError) -> [Int] {
    var lacking: [UInt32] = []
    while true {
      guard let choice = smallestHitting(lacking, below: known.count) else { return known }
      let some = Set(items.indices.filter { choice >> UInt32($0) & 1 != 0 }.map { items[$0] })
      if try isImpossible(some, spending) { return some.sorted() }
      var possible = some
      for item in items where !possible.contains(item) {
        possible.insert(item)
        if try isImpossible(possible, spending) { possible.remove(item) }
      }
      lacking.append(
        items.indices.reduce(0) { possible.contains(items[$1]) ? $0 : $0 | 1 << UInt32($1) })
    }
  }

  /// The first choice of fewer than so many that has something of each.
  private func smallestHitting(_ sets: [UInt32], below size: Int) -> UInt32? {
    var best: UInt32?
    var fewest = size
    for choice in 0..<(UInt32(1) << UInt32(items.count)) where choice.nonzeroBitCount < fewest {
      if sets.allSatisfy({ $0 & choice != 0 }) {
        best = choice
        fewest = choice.nonzeroBitCount
      }
    }
    return best
  }
}
