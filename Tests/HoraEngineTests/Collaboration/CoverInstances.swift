// Random covers with every kind of demand and rule, the same ones in each run.

@testable import HoraEngine

struct CoverInstances {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  private mutating func groups(_ rows: Int, _ kinds: Int) -> [Int32] {
    (0..<rows).map { _ in Int32(random.below(kinds + 1)) - 1 }
  }

  /// - Parameter scale: wants more rows and looser rules for larger ones.
  mutating func next(rows: ClosedRange<Int>, needs: Int, hasWishes: Bool? = nil) -> CoverProblem {
    let count = rows.lowerBound + random.below(rows.count)
    var problem = CoverProblem(rowCount: count)
    var item = 0
    let wishes = hasWishes ?? chance(30)
    let density = 10 + random.below(50)
    for _ in 0..<random.below(needs + 1) {
      let rows = (0..<Int32(count)).filter { _ in random.below(100) < density }
      problem.demands.append(
        CoverDemand(
          rows: rows, count: chance(75) ? 1 : 1 + random.below(3),
          weight: wishes && chance(70) ? Int64(random.below(6)) : nil, item: item))
      item += 1
    }
    if chance(15), count > 0 {
      problem.demands.append(
        CoverDemand(rows: [Int32(random.below(count))], count: 1, weight: nil, item: item))
      item += 1
    }
    for _ in 0..<random.below(3) where chance(40) {
      problem.varieties.append(
        CoverVariety(least: random.below(4), groups: groups(count, 4), item: item))
      item += 1
    }
    for _ in 0..<random.below(3) where chance(40) {
      problem.shares.append(
        CoverShare(most: random.below(3), groups: groups(count, 4), item: item))
      item += 1
    }
    if chance(25) {
      problem.budgets.append(
        CoverBudget(
          most: Int64(5 + random.below(20)), costs: (0..<count).map { _ in Int64(random.below(9)) },
          item: item))
      item += 1
    }
    if chance(30) {
      problem.mostRows = random.below(6)
      problem.mostRowsItem = item
    }
    if chance(60) {
      problem.preference = (0..<count).map { _ in Int64(random.below(7)) - 2 }
    }
    return problem
  }
}
