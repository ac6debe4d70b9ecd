// Edges: nothing, one node, what is given twice, weights nothing can be computed with, huge values.

import Testing

@testable import HoraEngine

@Suite struct GraphEdgeTests {
  let budget = TestBudget()

  @Test func tiesAreSummedAndSorted() throws {
    var builder = GraphBuilder(nodeCount: 4, isDirected: false)
    for (a, b, weight) in [(3, 0, 1.5), (0, 3, 2), (2, 2, 9), (1, 0, 1), (0, 4, 1), (-1, 0, 1)] {
      builder.add(Int32(a), Int32(b), weight: weight)
    }
    let built = try builder.build(budget)
    #expect(built.unusable == 0)
    #expect(built.graph.offsets == [0, 2, 3, 3, 4])
    #expect(built.graph.targets == [1, 3, 0, 0])
    #expect(built.graph.weights == [1, 3.5, 1, 3.5])
    #expect(built.graph.tieCount == 2)
    let ties = try built.graph.ties(budget)
    #expect(ties.a == [0, 0] && ties.b == [1, 3] && ties.weights == [1, 3.5])
    #expect(built.graph.reversed.targets == built.graph.targets)
  }

  @Test func directedTiesKeepTheirDirection() throws {
    var builder = GraphBuilder(nodeCount: 3, isDirected: true, repeated: .keepFirst)
    builder.add(2, 0, weight: 5)
    builder.add(2, 0, weight: 7)
    builder.add(0, 2, weight: 1)
    builder.add(0, 1, weight: 4)
    let graph = try builder.build(budget).graph
    #expect(graph.targets == [1, 2, 0] && graph.weights == [4, 1, 5])
    #expect(graph.backward.targets == [2, 0, 0] && graph.backward.weights == [5, 4, 1])
    #expect(graph.degree() == [3, 1, 2] && graph.degree(.into) == [1, 1, 1])
    #expect(graph.strength() == [10, 4, 6] && graph.strength(.out) == [5, 0, 5])
    let both = graph.undirected
    #expect(both.targets == [1, 2, 0, 0] && both.weights == [4, 6, 4, 6])
    #expect(try graph.reciprocity(budget) == 2.0 / 3)
    let reversed = graph.reversed
    #expect(reversed.targets == [2, 0, 0] && reversed.backward.targets == [1, 2, 0])
    #expect(reversed.degree(.out) == [1, 1, 1])
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e-310, -.infinity] as [Double])
  func aWeightOfNoUseIsCounted(_ weight: Double) throws {
    var builder = GraphBuilder(nodeCount: 3, isDirected: false)
    builder.add(0, 1, weight: weight)
    builder.add(1, 2, weight: 1)
    let built = try builder.build(budget)
    #expect(built.unusable == 1 && built.graph.tieCount == 1)
    let shared = try CoAffiliation(
      offsets: [0, 1, 3, 4], elements: [0, 0, 1, 1], elementCount: 2, budget)
    let made = try shared.graph(shares: [weight, 1], budget)
    #expect(made.unusable == 1 && made.graph.tieCount == 1)
  }

  @Test(arguments: [0, 1, 2], [false, true]) func withoutTies(_ count: Int, _ directed: Bool) throws
  {
    let graph = try graph(count, directed: directed, [(Int32, Int32)]())
    let zeros = [Double](repeating: 0, count: count)
    let missing = [Double](repeating: .nan, count: count)
    #expect(graph.degree() == [Int64](repeating: 0, count: count))
    #expect(try graph.strength() == zeros && graph.hDegree(budget).allSatisfy { $0 == 0 })
    #expect(try agree(graph.closeness(budget), missing))
    #expect(try graph.closeness(normalised: true, budget) == zeros)
    #expect(try graph.harmonic(normalised: true, length: .inverseWeight, budget) == zeros)
    for length in [TieLength.hops, .inverseWeight] {
      #expect(try graph.betweenness(normalised: true, length: length, budget) == zeros)
      #expect(try graph.betweennessSample(sources: 0, length: length, budget).values == zeros)
      #expect(try graph.averagePathLength(length: length, budget) == nil)
    }
    #expect(try agree(graph.pageRank(budget).values, zeros.map { _ in 1 / Double(count) }))
    #expect(try graph.eigenvector(budget).values == zeros.map { _ in 1 })
    #expect(try agree(graph.clustering(budget), missing))
    #expect(try graph.core(budget).allSatisfy { $0 == 0 })
    #expect(try graph.components(budget) == (0..<count).map { Int32($0 + 1) })
    #expect(try graph.communities(budget).numbers == (0..<count).map { Int32($0 + 1) })
    #expect(try agree(graph.constraint(budget), missing))
    #expect(try agree(graph.effectiveSize(budget), missing))
    #expect(try graph.cutNodes(budget).allSatisfy { !$0 })
    let groups = [Int32](repeating: 0, count: count)
    #expect(try agree(graph.participation(groups, budget), missing))
    #expect(try agree(graph.externalInternal(groups, budget), missing))
    #expect(try graph.externalInternalOfAll(groups, budget) == nil)
    #expect(try graph.brokerage(groups, budget).liaison.allSatisfy { $0 == 0 })
    #expect(graph.density == (count < 2 ? nil : 0))
    #expect(try graph.reciprocity(budget) == nil)
    #expect(try graph.transitivity(budget) == nil)
    #expect(try graph.modularity(groups, budget) == nil)
    #expect(try graph.diameter(budget)?.hops == (count == 0 ? nil : 0))
    #expect(try graph.diameter(budget)?.isWhole == (count == 0 ? nil : count == 1))
    #expect(try graph.ties(budget).a.isEmpty)
    let links = try LinkMeasures(graph, budget)
    #expect(try links.scores([0, -1], [1, 0], budget).mask == [count > 1 ? 1 : 0, 0])
    #expect(try ProximityRanks(links, budget).rank(0) == 0.5)
  }

  @Test func aSampleOfAllIsExact() throws {
    let star = try graph(6, [(0, 1), (0, 2), (0, 3), (0, 4), (4, 5)])
    let exact = try star.betweenness(budget)
    #expect(exact == [9, 0, 0, 0, 4, 0])
    for sources in [nil, 6, 60] as [Int?] {
      let all = try star.betweennessSample(sources: sources, budget)
      #expect(all.errorBound == 0 && all.sources == 6 && all.values == exact)
    }
  }

  @Test func sourcesAreASet() throws {
    let chain = try graph(4, [(0, 1), (1, 2), (2, 3)])
    #expect(try chain.betweenness(from: [0, 0, -1, 4], budget) == [0, 2, 1, 0])
    #expect(try chain.betweenness(from: [], budget) == [0, 0, 0, 0])
  }

  @Test func nobodyHasAGroup() throws {
    let triangle = try graph(3, [(0, 1), (1, 2), (0, 2)])
    let none: [Int32] = [-1, -1, -1]
    #expect(try agree(triangle.participation(none, budget), [.nan, .nan, .nan]))
    #expect(try agree(triangle.externalInternal(none, budget), [.nan, .nan, .nan]))
    #expect(try triangle.brokerage(none, budget).coordinator == [0, 0, 0])
    #expect(try agree(triangle.modularity(none, budget) ?? .nan, -1.0 / 3))
    let mixed: [Int32] = [0, 1, 1]
    #expect(try agree(triangle.externalInternalOfAll(mixed, budget) ?? .nan, 1.0 / 3))
  }

  @Test func extremesDoNotTrap() throws {
    // Sums of such weights are infinite, products of them too.
    let graph = try graph(
      4, [(0, 1, 1e308), (0, 2, 1.7e308), (1, 2, 1e308), (2, 3, 1e-307)] as [Tie])
    _ = try graph.hDegree(budget)
    _ = try graph.pageRank(budget)
    _ = try graph.eigenvector(budget)
    _ = try graph.constraint(budget)
    _ = try graph.effectiveSize(budget)
    _ = try graph.communities(budget)
    _ = try graph.modularity([0, 0, 0, 0], budget)
    _ = try graph.betweenness(length: .inverseWeight, budget)
    let path = try graph.shortestPaths(
      from: 0, to: 3, atMost: 9, length: .inverseWeight, budget)
    // What the strong ties add is less than rounding, so both ways are as long.
    #expect(path.count == 2)
    #expect(
      try graph.allShortestPaths(
        from: 0, to: 3, atMost: 9, length: .inverseWeight, budget
      ).count >= 1)
  }

  @Test func noWayBackHasNoEigenvector() throws {
    let tree = try graph(3, directed: true, [(0, 1), (1, 2)])
    #expect(try tree.eigenvector(budget).values == [0, 0, 0])
    let short = try graph(200, (1..<200 as Range<Int32>).map { ($0 - 1, $0) })
    #expect(try !short.eigenvector(rounds: 5, budget).hasConverged)
    #expect(try !short.pageRank(rounds: 1, budget).hasConverged)
  }

  @Test func memoryIsAskedForFirst() throws {
    let shared = try CoAffiliation(
      offsets: [Int](0...1000), elements: [Int32](repeating: 0, count: 1000), elementCount: 1,
      budget)
    #expect(try shared.graph(budget).graph.tieCount == 499_500)
    let small = TestBudget(rows: 100_000)
    #expect(throws: RunError.limitReached(what: "rows", allowed: 100_000)) {
      try shared.graph(small)
    }
    // The refused request was for one node's ties more than was allowed, not for all of them.
    #expect(small.largest < 110_000)
    #expect(throws: RunError.limitReached(what: "steps", allowed: 10_000)) {
      try shared.graph(TestBudget(steps: 10_000))
    }
  }

  @Test func everyMeasureStopsAtTheBudget() throws {
    var ties: [(Int32, Int32)] = []
    for a in 0..<60 as Range<Int32> { for b in (a + 1)..<60 { ties.append((a, b)) } }
    let graph = try graph(60, ties)
    let groups = [Int32](repeating: 0, count: 60)
    let few = TestBudget(steps: 100)
    #expect(throws: RunError.self) { try graph.closeness(few) }
    #expect(throws: RunError.self) { try graph.betweenness(few) }
    #expect(throws: RunError.self) { try graph.betweennessSample(sources: 5, few) }
    #expect(throws: RunError.self) { try graph.pageRank(few) }
    #expect(throws: RunError.self) { try graph.eigenvector(few) }
    #expect(throws: RunError.self) { try graph.clustering(few) }
    #expect(throws: RunError.self) { try graph.core(few) }
    #expect(throws: RunError.self) { try graph.components(few) }
    #expect(throws: RunError.self) { try graph.communities(few) }
    #expect(throws: RunError.self) { try graph.constraint(few) }
    #expect(throws: RunError.self) { try graph.cutNodes(few) }
    #expect(throws: RunError.self) { try graph.participation(groups, few) }
    #expect(throws: RunError.self) { try graph.brokerage(groups, few) }
    #expect(throws: RunError.self) { try graph.hDegree(few) }
    #expect(throws: RunError.self) { try graph.diameter(few) }
    #expect(throws: RunError.self) { try graph.transitivity(few) }
    #expect(throws: RunError.self) { try LinkMeasures(graph, few) }
    #expect(throws: RunError.self) { try graph.shortestPaths(from: 0, to: 1, atMost: 3, few) }
  }
}
