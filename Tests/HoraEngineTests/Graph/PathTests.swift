// Ways between two nodes, against all simple ways of small random graphs in the order they should have.

import Testing

@testable import HoraEngine

@Suite struct PathTests {
  private func rows(_ list: PathList) -> [[Int]] {
    (0..<list.count).map { list.path($0).map(Int.init) }
  }

  @Test(arguments: BruteForceTests.kinds) func random(_ directed: Bool, _ weighted: Bool) throws {
    let budget = TestBudget()
    var random = SplitMix64(seed: 7)
    for _ in 0..<60 {
      let graph = try randomGraph(&random, most: 6, directed: directed, weighted: weighted)
      let brute = BruteForce(graph)
      var pairs = try PairHops(graph, budget)
      let a = random.below(brute.count)
      for b in brute.nodes {
        let (start, end) = (Int32(a), Int32(b))
        #expect(try pairs.hops(start, end, budget) == brute.distance(a, b, .hops).map { Int($0) })
        for length in [TieLength.hops, .inverseWeight] {
          let ranked = brute.ranked(a, b, length)
          let shortest = brute.shortest(a, b, length)
          let one = try graph.shortestPath(from: start, to: end, length: length, budget)
          #expect(rows(one) == Array(ranked.prefix(1)))
          if let path = ranked.first {
            #expect(agree(one.costs[0], brute.cost(path, .inverseWeight)))
            #expect(one.length(0) == path.count - 1)
          }
          for limit in [1, 2, 5, 1000] {
            let all = try graph.allShortestPaths(
              from: start, to: end, atMost: limit, length: length, budget)
            #expect(rows(all) == Array(shortest.prefix(limit)))
            #expect(all.isComplete == (shortest.count <= limit))
            let several = try graph.shortestPaths(
              from: start, to: end, atMost: limit, length: length, budget)
            #expect(rows(several) == Array(ranked.prefix(limit)))
            #expect(several.isComplete == (ranked.count <= limit))
          }
        }
        let ranked = brute.ranked(a, b, .hops)
        for hops in 0...brute.count {
          let within = ranked.filter { $0.count - 1 <= hops }
          let all = try graph.simplePaths(
            from: start, to: end, atMostHops: hops, atMost: 1000, budget)
          #expect(rows(all) == within)
          let few = try graph.simplePaths(
            from: start, to: end, atMostHops: hops, atMost: 2, budget)
          #expect(rows(few) == Array(within.prefix(2)))
          #expect(few.isComplete == (within.count <= 2))
        }
      }
    }
  }

  @Test func equalCostsAreEqualInAnyOrderOfTheirSum() throws {
    // 1/3 + 1/6 + 1/7 against the same lengths in other orders.
    let graph = try graph(
      8,
      [
        (0, 5, 3), (5, 6, 6), (6, 7, 7), (0, 3, 7), (3, 4, 6), (4, 7, 3), (0, 1, 6), (1, 2, 7),
        (2, 7, 3),
      ])
    let paths = try graph.shortestPaths(
      from: 0, to: 7, atMost: 5, length: .inverseWeight, TestBudget())
    #expect(rows(paths) == [[0, 1, 2, 7], [0, 3, 4, 7], [0, 5, 6, 7]])
    let all = try graph.allShortestPaths(
      from: 0, to: 7, atMost: 5, length: .inverseWeight, TestBudget())
    #expect(rows(all) == rows(paths))
  }

  @Test func whatIsNoNodeHasNoWay() throws {
    let graph = try graph(2, [(0, 1)])
    let budget = TestBudget()
    var pairs = try PairHops(graph, budget)
    for (a, b) in [(-1, 0), (0, 2), (Int32.max, Int32.min)] as [(Int32, Int32)] {
      #expect(try pairs.hops(a, b, budget) == nil)
      #expect(try graph.shortestPath(from: a, to: b, budget).count == 0)
      #expect(try graph.shortestPaths(from: a, to: b, atMost: 3, budget).count == 0)
      #expect(try graph.allShortestPaths(from: a, to: b, atMost: 3, budget).count == 0)
      #expect(try graph.simplePaths(from: a, to: b, atMostHops: 3, atMost: 3, budget).count == 0)
    }
  }

  @Test func noWaysAreWanted() throws {
    let graph = try graph(2, [(0, 1)])
    let budget = TestBudget()
    for limit in [0, -1] {
      let several = try graph.shortestPaths(from: 0, to: 1, atMost: limit, budget)
      #expect(several.count == 0 && !several.isComplete)
      let all = try graph.allShortestPaths(from: 0, to: 1, atMost: limit, budget)
      #expect(all.count == 0 && !all.isComplete)
      let simple = try graph.simplePaths(
        from: 0, to: 1, atMostHops: .max, atMost: limit, budget)
      #expect(simple.count == 0 && !simple.isComplete)
    }
    let negative = try graph.simplePaths(from: 0, to: 0, atMostHops: -1, atMost: 9, budget)
    #expect(negative.count == 0)
  }

  @Test func aLongChainNeedsNoStack() throws {
    let count = 20_000
    let chain = try graph(count, (1..<Int32(count)).map { ($0 - 1, $0) })
    let end = Int32(count - 1)
    let budget = TestBudget()
    var pairs = try PairHops(chain, budget)
    #expect(try pairs.hops(0, end, budget) == count - 1)
    #expect(try chain.shortestPath(from: 0, to: end, budget).length(0) == count - 1)
    let all = try chain.simplePaths(from: 0, to: end, atMostHops: count, atMost: 9, budget)
    #expect(all.count == 1)
    #expect(try chain.cutNodes(budget).count { $0 } == count - 2)
    #expect(try chain.diameter(budget)?.hops == count - 1)
  }

  @Test func aSearchWithoutEndStopsAtTheBudget() throws {
    // No way to the last node but very many to try.
    var ties: [(Int32, Int32)] = []
    for a in 0..<30 as Range<Int32> { for b in (a + 1)..<30 { ties.append((a, b)) } }
    let dense = try graph(30, ties)
    #expect(throws: RunError.limitReached(what: "steps", allowed: 100_000)) {
      try dense.simplePaths(
        from: 0, to: 29, atMostHops: 29, atMost: 100_000_000, TestBudget(steps: 100_000))
    }
    #expect(throws: RunError.limitReached(what: "rows", allowed: 1000)) {
      try dense.simplePaths(
        from: 0, to: 29, atMostHops: 29, atMost: 100_000_000, TestBudget(rows: 1000))
    }
  }
}
