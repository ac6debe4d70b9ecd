// Random graphs as NetworkX and igraph measured them: `Fixtures/graphs.tsv`, made by
// scripts/make-graph-fixtures.

import Testing

@testable import HoraEngine

@Suite struct GraphFixtureTests {
  struct Case: Sendable {
    var name: String
    var graph: Graph
    var values: [String: [Double]]
  }

  static let cases: [Case] = {
    var cases: [Case] = []
    for row in graphFixture("graphs.tsv") {
      if row[0] == "graph", let count = Int(row[2]) {
        let numbers = row[4].split(separator: " ").compactMap { Double($0) }
        let ties = stride(from: 0, to: numbers.count - 2, by: 3).map {
          (Int32(numbers[$0]), Int32(numbers[$0 + 1]), numbers[$0 + 2])
        }
        guard let graph = try? graph(count, directed: row[3] == "1", ties) else { continue }
        cases.append(Case(name: row[1], graph: graph, values: [:]))
      } else if row[0] == "value" {
        cases[cases.count - 1].values[row[2]] = row[3].split(separator: " ").map {
          $0 == "-" ? .nan : Double($0) ?? .infinity
        }
      }
    }
    return cases
  }()

  @Test func allAreThere() { #expect(Self.cases.count == 24) }

  @Test(arguments: 0..<24) func agrees(_ number: Int) throws {
    try #require(Self.cases.count == 24)
    let graph = Self.cases[number].graph
    let known = Self.cases[number].values
    let budget = TestBudget()
    var looked = 0
    func check(_ what: String, _ share: Double = 1e-9, _ values: () throws -> [Double]) throws {
      guard let expected = known[what] else { return }
      looked += 1
      let found = try values()
      #expect(agree(found, expected, share), "\(what): \(found) is not \(expected)")
    }
    let flat = graph.unweighted
    for (direction, name) in [(Direction.out, "out"), (.into, "into")] {
      try check("degree \(name)") { graph.degree(direction).map(Double.init) }
      try check("strength \(name)") { graph.strength(direction) }
      try check("closeness raw \(name)") { try graph.closeness(direction: direction, budget) }
      try check("closeness cost raw \(name)") {
        try graph.closeness(length: .inverseWeight, direction: direction, budget)
      }
      try check("harmonic normalised \(name)") {
        try graph.harmonic(normalised: true, direction: direction, budget)
      }
    }
    try check("closeness normalised into") {
      try graph.closeness(normalised: true, direction: .into, budget)
    }
    try check("harmonic raw into") { try graph.harmonic(direction: .into, budget) }
    try check("betweenness") { try graph.betweenness(budget) }
    try check("betweenness normalised") { try graph.betweenness(normalised: true, budget) }
    try check("betweenness cost") { try graph.betweenness(length: .inverseWeight, budget) }
    try check("pagerank") { try graph.pageRank(budget).values }
    try check("pagerank unweighted") { try flat.pageRank(budget).values }
    try check("eigenvector", 1e-6) { try graph.eigenvector(budget).values }
    try check("clustering") { try graph.clustering(budget) }
    try check("transitivity") { [try graph.transitivity(budget) ?? .nan] }
    try check("core") { try graph.core(budget).map(Double.init) }
    try check("components") {
      let numbers = try graph.components(budget)
      return (1...(numbers.max() ?? 1)).map { number in Double(numbers.count { $0 == number }) }
    }
    try check("constraint") { try flat.constraint(budget) }
    try check("constraint weighted") { try graph.constraint(budget) }
    try check("effective size") { try flat.effectiveSize(budget) }
    try check("effective size weighted") { try graph.effectiveSize(budget) }
    try check("cut") { try graph.cutNodes(budget).map { $0 ? 1 : 0 } }
    try check("density") { [graph.density ?? .nan] }
    if graph.isDirected { try check("reciprocity") { [try graph.reciprocity(budget) ?? .nan] } }
    try check("average path length") { [try graph.averagePathLength(budget) ?? .nan] }
    if let diameter = known["diameter"] {
      // Of several largest components the fixture has the longest, Hora the first.
      let own = try #require(try graph.diameter(budget))
      let sizes = try #require(known["components"])
      if sizes.count < 2 || sizes[0] > sizes[1] { #expect(Double(own.hops) == diameter[0]) }
    }
    try check("modularity") {
      let groups = (0..<graph.nodeCount).map { Int32($0 % 3) }
      return [try graph.modularity(groups, budget) ?? .nan]
    }
    let links = try LinkMeasures(graph, budget)
    let n = Int32(graph.nodeCount)
    let scores = (0..<n).flatMap { a in ((a + 1)..<max(n, a + 1)).compactMap { links.score(a, $0) }
    }
    try check("adamic_adar") { scores.map(\.adamicAdar) }
    try check("resource_allocation") { scores.map(\.resourceAllocation) }
    try check("jaccard") { scores.map(\.jaccard) }
    try check("preferential_attachment") { scores.map { Double($0.preferentialAttachment) } }
    try check("common_neighbors") { scores.map { Double($0.commonNeighbors) } }
    #expect(looked >= 25)
    if let leiden = known["leiden"], !leiden[0].isNaN {
      // The fixture has the best of ten runs of igraph.
      let own = try #require(try graph.communities(starts: 10, budget).modularity)
      #expect(own >= leiden[0] - 0.005, "\(own) is less than \(leiden[0])")
    }
  }
}
