// The network of the ten countries in Horizon 2020: 2,358 organisations, 8,144 ties, as NetworkX and
// igraph measured it: `Fixtures/h2020-region-expected.tsv`.

import Testing

@testable import HoraEngine

@Suite struct RegionTests {
  let region: Region
  let budget = TestBudget()
  /// Measure, then the organisation (or two, or none), then the value.
  let expected: [(measure: String, who: String, value: Double)]

  init() throws {
    region = try Region.loaded.get()
    expected = graphFixture("h2020-region-expected.tsv").map {
      ($0[0], $0[1], Double($0[2]) ?? .nan)
    }
  }

  /// Exact betweenness takes the longest, so it is computed once.
  static let betweenness = Result {
    let budget = TestBudget()
    let values = try Region.loaded.get().graph.betweenness(budget)
    return (values: values, steps: budget.steps)
  }

  private func figure(_ measure: String) throws -> Double {
    try #require(expected.first { $0.measure == measure }).value
  }

  private func compare(_ measure: String, _ values: [Double], digits: Double = 1e-6) throws {
    let rows = expected.filter { $0.measure == measure }
    try #require(rows.count >= 5)
    for row in rows {
      #expect(
        (values[region.node(row.who)] - row.value).magnitude < digits, "\(measure) \(row.who)")
    }
    // Where the fixture has the ten largest, they are the ten largest here.
    if measure.hasPrefix("top_") {
      let largest = values.sorted(by: >).prefix(rows.count)
      #expect(zip(largest, rows).allSatisfy { ($0 - $1.value).magnitude < digits })
    }
  }

  @Test func size() throws {
    let graph = region.graph
    #expect(try Double(graph.nodeCount) == figure("nodes"))
    #expect(try Double(graph.tieCount) == figure("edges"))
    #expect(try Double(graph.degree().count { $0 == 0 }) == figure("isolated"))
    #expect(try ((graph.density ?? 0) - figure("density")).magnitude < 1e-9)
    let components = try graph.components(budget)
    #expect(try Double(components.max() ?? 0) == figure("components"))
    #expect(try Double(components.count { $0 == 1 }) == figure("largest_component"))
    let diameter = try #require(try graph.diameter(budget))
    #expect(diameter.nodes == 1916 && !diameter.isWhole)
    let core = try graph.core(budget)
    #expect(try Double(core.max() ?? 0) == figure("max_core"))
    #expect(try Double(core.count { $0 == 19 }) == figure("nodes_in_max_core"))
  }

  @Test func nodes() throws {
    let graph = region.graph
    try compare("top_degree", graph.degree().map(Double.init))
    try compare("top_strength", graph.strength())
    let between = try Self.betweenness.get()
    try compare("top_betweenness_unweighted_unnormalised", between.values)
    #expect(between.steps >= 1916 * 2 * 8144)
    try compare("burt_constraint_unweighted", try graph.unweighted.constraint(budget), digits: 1e-9)
    try compare("burt_constraint_weighted", try graph.constraint(budget), digits: 1e-9)
    #expect(
      try ((graph.transitivity(budget) ?? 0) - figure("transitivity")).magnitude < 1e-9)
  }

  @Test func links() throws {
    let links = try LinkMeasures(region.graph, budget)
    var compared = 0
    for row in expected {
      let pair = row.who.split(separator: " ").map { Int32(region.node($0)) }
      guard pair.count == 2 else { continue }
      let score = try #require(links.score(pair[0], pair[1]))
      let value =
        switch row.measure {
        case "common_neighbours": Double(score.commonNeighbors)
        case "adamic_adar": score.adamicAdar
        case "resource_allocation": score.resourceAllocation
        case "jaccard": score.jaccard
        default: Double.nan
        }
      #expect((value - row.value).magnitude < 1e-8, "\(row)")
      compared += 1
    }
    #expect(compared >= 20)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func communities(_ seed: UInt64) throws {
    let found = try region.graph.communities(seed: seed, budget)
    let modularity = try #require(found.modularity)
    #expect(modularity >= 0.63 && modularity < 0.65)
    let own = try region.graph.modularity(found.numbers, budget)
    #expect(agree(own ?? .nan, modularity))
    #expect(isConnected(found.numbers, region.graph))
  }

  @Test func aSampleIsWithinItsBound() throws {
    let graph = region.graph
    let exact = try Self.betweenness.get().values.map { $0 * graph.pairScale }
    let sample = try graph.betweennessSample(sources: 200, normalised: true, budget)
    #expect(sample.sources == 200 && sample.errorBound > 0)
    let error = zip(exact, sample.values).map { ($0 - $1).magnitude }.max() ?? .infinity
    #expect(error > 0 && error <= sample.errorBound)
    let again = try region.graph.betweennessSample(sources: 200, normalised: true, budget)
    #expect(again.values == sample.values)
    let other = try region.graph.betweennessSample(sources: 200, seed: 2, normalised: true, budget)
    #expect(other.values != sample.values)
    #expect(graph.affordableSources == graph.nodeCount)
  }

  @Test func hopsFromBothEndsAreHopsFromOne() throws {
    var search = HopSearch(region.graph.forward)
    var pairs = try PairHops(region.graph, budget)
    for start in stride(from: 0, to: 2358, by: 400) as StrideTo<Int> {
      try search.run(from: Int32(start), budget)
      for end in stride(from: 0, to: 2358, by: 7) {
        let hops = try pairs.hops(Int32(start), Int32(end), budget)
        #expect(hops == (search.hops[end] < 0 ? nil : Int(search.hops[end])))
      }
    }
  }

  @Test func sharedProjects() throws {
    let ties = try region.graph.ties(budget)
    #expect(ties.a.count == region.graph.tieCount)
    var shared: [Int32] = []
    for tie in 0..<ties.a.count {
      shared.removeAll(keepingCapacity: true)
      region.shared.appendShared(ties.a[tie], ties.b[tie], to: &shared)
      #expect(Double(shared.count) == ties.weights[tie])
    }
  }

  @Test func byNewmanStrengthIsTheNumberOfSharedProjects() throws {
    let newman = try region.shared.graph(shares: region.shared.newmanShares, budget)
    #expect(newman.unusable == 0 && newman.graph.tieCount == region.graph.tieCount)
    let strength = newman.graph.strength()
    for node in 0..<newman.graph.nodeCount {
      let shared = region.shared.elements.places(node)
        .count { region.shared.size(Int(region.shared.elements.targets[$0])) > 1 }
      #expect(agree(strength[node], Double(shared)))
    }
  }
}

/// Whether no group falls apart without the ties to others.
func isConnected(_ groups: [Int32], _ graph: Graph) -> Bool {
  for group in Set(groups) {
    let members = (0..<graph.nodeCount).filter { groups[$0] == group }
    var seen: Set<Int> = [members[0]]
    var waiting = [members[0]]
    while let node = waiting.popLast() {
      for place in graph.undirected.forward.places(node) {
        let other = Int(graph.undirected.targets[place])
        if groups[other] == group, seen.insert(other).inserted { waiting.append(other) }
      }
    }
    if seen.count < members.count { return false }
  }
  return true
}
