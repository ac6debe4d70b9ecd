// The search against every set there is; and what must hold of any answer where there are too many.

import Testing

@testable import HoraEngine

struct CoverSearchTests {
  private let budget = TestBudget()

  private func agree(_ problem: CoverProblem, _ wanted: Int, _ what: String) throws {
    let answer = try CoverSearch.best(problem, wanted: wanted, budget)
    let expected = CoverBruteForce(problem: problem).best(wanted)
    #expect(answer.isProven, "\(what)")
    #expect(answer.sets == expected, "\(what), best \(wanted): \(problem)")
    if let best = expected.first {
      #expect(answer.fewestRows == best.rows.count && answer.mostWeight == best.weight)
    }
  }

  @Test func smallOnesAreAsGoodAsEverySet() throws {
    var instances = CoverInstances(seed: 1)
    for number in 0..<500 {
      let problem = instances.next(rows: 0...10, needs: 6)
      try agree(problem, 1, "number \(number)")
      try agree(problem, 2 + number % 4, "number \(number)")
    }
  }

  @Test func someOfUpToTwentyRowsToo() throws {
    var instances = CoverInstances(seed: 2)
    for number in 0..<12 {
      try agree(instances.next(rows: 12...15, needs: 8), 1 + number % 3, "number \(number)")
    }
    try agree(instances.next(rows: 20...20, needs: 7), 2, "twenty rows")
  }

  @Test func theSmallestConflictIsTheSmallest() throws {
    var instances = CoverInstances(seed: 3)
    var impossible = 0
    for number in 0..<400 {
      let problem = instances.next(rows: 1...8, needs: 4, hasWishes: false)
      let force = CoverBruteForce(problem: problem)
      let conflict = try CoverConflict.smallest(problem, budget)
      guard !force.isPossible else {
        #expect(conflict.isEmpty, "number \(number)")
        continue
      }
      impossible += 1
      #expect(conflict.count == force.smallestConflict, "number \(number): \(problem)")
      #expect(!CoverBruteForce(problem: problem.under(Set(conflict))).isPossible)
    }
    #expect(impossible > 80)
  }

  @Test func largerAnswersObeyEveryRule() throws {
    var instances = CoverInstances(seed: 4)
    var found = 0
    for number in 0..<60 {
      let problem = instances.next(rows: 40...150, needs: 10)
      let answer = try CoverSearch.best(problem, wanted: 3, mostWork: 3_000_000, budget)
      for set in answer.sets {
        found += 1
        expectSound(set, problem, "number \(number)")
        #expect(set.rows.count >= answer.fewestRows || set.weight < answer.mostWeight)
        #expect(set.weight <= answer.mostWeight)
      }
      for (better, worse) in zip(answer.sets, answer.sets.dropFirst()) {
        #expect(better.precedes(worse))
      }
    }
    #expect(found > 60)
  }

  /// Every demand met, every rule obeyed, no row too many.
  private func expectSound(_ set: CoverSet, _ problem: CoverProblem, _ what: String) {
    func isSound(_ rows: [Int32]) -> Bool {
      var state = CoverState(problem)
      for row in rows {
        guard state.mayTake(row) else { return false }
        state.take(row)
      }
      return state.isComplete && state.weight >= set.weight
        && rows.count <= problem.mostRows ?? Int.max
    }
    #expect(isSound(set.rows), "\(what)")
    for row in set.rows { #expect(!isSound(set.rows.filter { $0 != row }), "\(what)") }
  }

  @Test func aSearchThatStopsSaysWhatItKnows() throws {
    // Pairs out of many: far too many sets of one size to look at within the work allowed.
    var problem = CoverProblem(rowCount: 120)
    var random = SplitMix64(seed: 5)
    for item in 0..<40 {
      var rows = (0..<Int32(120)).map { $0 }
      random.shuffle(&rows, first: 9)
      problem.demands.append(
        CoverDemand(rows: rows.prefix(9).sorted(), count: 1, weight: nil, item: item))
    }
    let answer = try CoverSearch.best(problem, wanted: 1, mostWork: 300_000, budget)
    #expect(!answer.isProven)
    let size = try #require(answer.sets.first).rows.count
    #expect(answer.fewestRows > 1 && answer.fewestRows <= size)
  }

  @Test func nothingAskedForIsTheEmptySet() throws {
    let answer = try CoverSearch.best(CoverProblem(rowCount: 3), wanted: 2, budget)
    #expect(answer.sets == [CoverSet(rows: [], weight: 0, preference: 0)] && answer.isProven)
    #expect(try CoverSearch.best(CoverProblem(rowCount: 0), wanted: 0, budget).sets.isEmpty)
  }

  @Test func manyNeedsOfTheirOwnDoNotGoDeep() throws {
    var problem = CoverProblem(rowCount: 3000)
    for row in 0..<Int32(3000) {
      problem.demands.append(CoverDemand(rows: [row], count: 1, weight: nil, item: Int(row)))
    }
    let answer = try CoverSearch.best(problem, wanted: 1, budget)
    #expect(answer.sets.first?.rows.count == 3000 && answer.isProven)
  }

  @Test func centsAddUpAsCents() {
    let amounts = Amounts([0.1, 0.2])
    #expect(amounts.values[0] + amounts.values[1] == amounts.amount(of: 0.3))
    let large = Amounts([1e15, 1e-15, -1e15])
    #expect(large.values[0] == -large.values[2] && large.amount(of: 1e300) == Int64.max)
    let extreme = Amounts([1.7e308, 1.7e308, -1.7e308])
    #expect(extreme.values[0] == extreme.values[1] && extreme.values[0] > 0)
  }
}
