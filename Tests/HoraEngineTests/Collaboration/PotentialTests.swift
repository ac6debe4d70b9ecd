// Potential and its parts against the definitions, reckoned pair by pair on random networks and profiles.

import Testing

@testable import HoraEngine

struct PotentialTests {
  @Test(arguments: 1...40) func partsAreAsDefined(_ seed: UInt64) throws {
    let budget = TestBudget()
    var random = SplitMix64(seed: seed)
    let count = 2 + Int(random.next() % 8)
    let kinds = 1 + Int(random.next() % 6)
    var builder = GraphBuilder(nodeCount: count, isDirected: false, repeated: .keepFirst)
    var near = [Set<Int>](repeating: [], count: count)
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) where random.next() % 3 == 0 {
        builder.add(Int32(a), Int32(b))
        near[a].insert(b)
        near[b].insert(a)
      }
    }
    let graph = try builder.build(budget).graph
    let has = (0..<count).map { _ in (0..<kinds).filter { _ in random.next() % 2 == 0 } }
    let activities = (0..<count).map { _ in Int(random.next() % 5) }
    let links = try LinkMeasures(graph, budget)
    let ranks = try ProximityRanks(links, budget)
    let models = try [false, true].map { forMany in
      let offsets = has.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
      let profiles = try Profiles(
        offsets: offsets, things: has.flatMap { $0.map(Int32.init) }, thingCount: kinds,
        forMany: forMany, budget)
      return Potential(graph, profiles, links, activities)
    }

    func share(_ p: Int, _ q: Int) -> Double {
      let (one, other) = (has.filter { $0.contains(p) }.count, has.filter { $0.contains(q) }.count)
      let both = has.filter { $0.contains(p) && $0.contains(q) }.count
      return p == q || both == 0 ? 0 : Double(both) / Double(max(one, other))
    }
    func density(_ p: Int, _ a: Int) -> Double {
      let sum = (0..<kinds).reduce(0) { $0 + share(p, $1) }
      return sum > 0 ? has[a].reduce(0) { $0 + share(p, $1) } / sum : 0
    }
    func mean(_ values: [Double]) -> Double {
      values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
    func allocation(_ a: Int, _ b: Int) -> Double {
      near[a].intersection(near[b]).sorted().reduce(0) { $0 + 1 / Double(near[$1].count) }
    }
    func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

    var untied: [Double] = []
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) where !near[a].contains(b) {
        untied.append(allocation(a, b))
      }
    }
    let largest = near.map(\.count).max() ?? 0
    let most = Double(max(1, activities.max() ?? 1))
    for a in 0..<count {
      for b in 0..<count where a != b {
        let (one, other) = (Int32(a), Int32(b))
        let score = try #require(links.score(one, other))
        let own = allocation(a, b)
        let below = untied.filter { $0 < own - 1e-9 }.count
        let equal = untied.filter { isNear($0, own) }.count
        let rank =
          untied.isEmpty ? 0.5 : (Double(below) + 0.5 * Double(equal)) / Double(untied.count)
        #expect(isNear(ranks.rank(score.resourceAllocation), rank))
        func fit(_ from: Int, _ to: Int) -> Double {
          mean(has[from].map { has[to].contains($0) ? 1 : density($0, to) })
        }
        let wanted = (fit(a, b) + fit(b, a)) / 2
        let active = Double(activities[a] * activities[b]) / (most * most)
        let known = Double(1 + near[a].intersection(near[b]).count) / Double(1 + largest)
        for model in models {
          #expect(isNear(model.fit(one, other), wanted))
          #expect(isNear(model.activity(one, other), active))
          #expect(isNear(model.acquaintance(score), known))
          let novelty = model.novelty(one, other)
          #expect((novelty == 1) == !near[a].contains(b))
          let product = wanted * active * known * novelty
          #expect(isNear(model.likely(one, other, score), product.squareRoot().squareRoot()))
          let added = [(a, b), (b, a)].map { to, from in
            mean(has[from].filter { !has[to].contains($0) }.map { density($0, to) })
          }
          #expect(isNear(model.complementarity(one, other), mean(added)))
        }
      }
    }
  }

  @Test func tableAndMergeAgreeToTheLastDigit() throws {
    let things: [Int32] = [0, 1, 3, 1, 2, 0, 3, 2]
    let profiles = try [false, true].map {
      try Profiles(
        offsets: [0, 3, 5, 7, 8, 8], things: things, thingCount: 5, forMany: $0, TestBudget())
    }
    for node in 0..<5 {
      for thing in Int32(0)..<5 {
        #expect(profiles[0].density(thing, of: node) == profiles[1].density(thing, of: node))
      }
    }
  }

  @Test(arguments: [0, 1, 3, 50, 200, 1000]) func theFirstOfAnOrder(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count) + 1)
    let values = (0..<700).map { _ in Int64(random.next() % 90) }
    let column = SortColumn(.int(values, []), descending: true, labelRanks: nil)
    let all = Sorting.order(5..<700, by: [column])
    let first = Sorting.first(count, of: 5..<700, by: [column])
    let last = count == 0 ? nil : all[min(count, all.count) - 1]
    let wanted = last.map { last in
      all.enumerated().filter { $0 < count || Sorting.compare(last, $1, [column]) == 0 }.map(\.1)
    }
    #expect(first == wanted ?? [])
  }
}
