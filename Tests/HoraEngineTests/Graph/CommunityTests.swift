// Leiden: connected, the same for the same seed, as good as what is known.

import Testing

@testable import HoraEngine

@Suite struct CommunityTests {
  let budget = TestBudget()

  @Test(arguments: BruteForceTests.kinds) func small(_ directed: Bool, _ weighted: Bool) throws {
    var random = SplitMix64(seed: 99)
    var missed = 0
    for round in 0..<100 {
      let graph = try randomGraph(&random, most: 7, directed: directed, weighted: weighted)
      let resolution = [1, 0.5, 1.5, 0][round % 4]
      let found = try graph.communities(resolution: resolution, budget)
      #expect(isConnected(found.numbers, graph))
      #expect(try found.numbers == graph.communities(resolution: resolution, budget).numbers)
      guard graph.tieCount > 0 else {
        #expect(found.modularity == nil)
        #expect(found.numbers == (0..<graph.nodeCount).map { Int32($0 + 1) })
        continue
      }
      let own = try #require(found.modularity)
      #expect(
        try agree(own, graph.modularity(found.numbers, resolution: resolution, budget) ?? .nan))
      let best = BruteForce(graph).bestModularity(resolution)
      #expect(own <= best + 1e-9)
      // Not a proven best, but among so few nodes it should be near.
      #expect(own >= best - 0.01)
      if own < best - 1e-9 { missed += 1 }
    }
    #expect(missed <= 2)
  }

  /// Groups of `size` with many ties inside and few between.
  private func planted(_ groups: Int, _ size: Int, _ seed: UInt64) throws -> (Graph, [Int32]) {
    var random = SplitMix64(seed: seed)
    let count = groups * size
    var ties: [(Int32, Int32)] = []
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) {
        let chance = a % groups == b % groups ? 50 : 4
        if random.below(100) < chance { ties.append((Int32(a), Int32(b))) }
      }
    }
    return (try graph(count, ties), (0..<count).map { Int32($0 % groups) })
  }

  @Test(arguments: 1...20) func plantedGroupsAreFound(_ seed: Int) throws {
    let (graph, groups) = try planted(2 + seed % 5, 8 + seed, UInt64(seed))
    let found = try graph.communities(seed: UInt64(seed), budget)
    let planted = try #require(try graph.modularity(groups, budget))
    let single = try #require(
      try graph.modularity((0..<graph.nodeCount).map { Int32($0) }, budget))
    let own = try #require(found.modularity)
    #expect(own >= planted - 1e-9)
    #expect(own > single)
    #expect(isConnected(found.numbers, graph))
  }

  @Test func numbersAreBySizeThenByFirstMember() throws {
    // Triangles 1 2 3 and 5 6 7, a square 4 8 9 10, and node 0 alone.
    let ties: [(Int32, Int32)] = [
      (5, 6), (6, 7), (5, 7), (1, 2), (2, 3), (1, 3), (4, 8), (8, 9), (9, 10), (4, 10), (4, 9),
    ]
    let graph = try graph(11, ties)
    let expected: [Int32] = [4, 2, 2, 2, 1, 3, 3, 3, 1, 1, 1]
    #expect(try graph.communities(budget).numbers == expected)
    #expect(try graph.components(budget) == expected)
  }

  @Test func aCliqueIsOneAndARingOfCliquesIsNot() throws {
    var ties: [(Int32, Int32)] = []
    for clique in 0..<10 as Range<Int32> {
      for a in 0..<5 as Range<Int32> {
        for b in (a + 1)..<5 { ties.append((5 * clique + a, 5 * clique + b)) }
      }
      ties.append((5 * clique, (5 * clique + 6) % 50))
    }
    let ring = try graph(50, ties)
    #expect(try ring.communities(budget).numbers == (0..<50).map { Int32($0 / 5 + 1) })
    // Nothing holds apart what no chance is held against.
    #expect(try Set(ring.communities(resolution: 0, budget).numbers) == [1])
    // And nothing together where chance weighs all.
    #expect(try Set(ring.communities(resolution: 1e9, budget).numbers).count == 50)
  }
}
