// The validation graphs of LDBC Graphalytics: `Fixtures/graphalytics.tsv`. Label propagation (CDLP)
// is left out: Hora has no measure of that kind, communities are those of Leiden.

import Testing

@testable import HoraEngine

@Suite struct GraphalyticsTests {
  static let rows = graphFixture("graphalytics.tsv").filter { $0[1] != "cdlp" }

  /// Names of nodes, and a graph of the lines `node neighbours` or (ways) `node node length`.
  private func read(_ row: [String]) throws -> (nodes: [Int], graph: Graph) {
    let lines = row[3].split(separator: "|").map { $0.split(separator: " ") }
    let output = row[4].split(separator: "|").map { $0.split(separator: " ") }
    let nodes = output.compactMap { Int($0[0]) }.sorted()
    let number = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, Int32($0)) })
    var builder = GraphBuilder(
      nodeCount: nodes.count, isDirected: row[2] == "1", repeated: .keepFirst)
    for line in lines {
      let a = try #require(Int(line[0]).flatMap { number[$0] })
      if row[1] == "sssp" {
        let b = try #require(Int(line[1]).flatMap { number[$0] })
        builder.add(a, b, weight: 1 / (Double(line[2]) ?? 0))
      } else {
        for name in line.dropFirst() {
          builder.add(a, try #require(Int(name).flatMap { number[$0] }))
        }
      }
    }
    let built = try builder.build(TestBudget())
    #expect(built.unusable == 0)
    return (nodes, built.graph)
  }

  @Test func allAreThere() { #expect(Self.rows.count == 20) }

  @Test(arguments: 0..<20) func agrees(_ number: Int) throws {
    try #require(Self.rows.count == 20)
    let row = Self.rows[number]
    let (nodes, graph) = try read(row)
    let budget = TestBudget()
    let expected = Dictionary(
      uniqueKeysWithValues: row[4].split(separator: "|").map { line in
        let parts = line.split(separator: " ")
        return (Int(parts[0]) ?? -1, Double(parts[1]) ?? .nan)
      })
    let values: [Double]
    switch row[1] {
    case "bfs":
      let start = try #require(nodes.firstIndex { expected[$0] == 0 })
      var search = HopSearch(graph.forward)
      try search.run(from: Int32(start), budget)
      values = search.hops.map { $0 < 0 ? Double(Int64.max) : Double($0) }
    case "sssp":
      let start = try #require(nodes.firstIndex { expected[$0] == 0 })
      var search = CostSearch(graph.forward)
      try search.run(from: Int32(start), budget)
      values = search.costs
    case "wcc":
      // Any names of the parts will do, so each is called by its first member here and there.
      let components = try graph.components(budget)
      for a in nodes.indices {
        for b in nodes.indices {
          let together = expected[nodes[a]] == expected[nodes[b]]
          #expect((components[a] == components[b]) == together)
        }
      }
      return
    case "lcc":
      values = try graph.clustering(budget).map { $0.isNaN ? 0 : $0 }
    case "pr":
      // The suite stops after a fixed number of rounds.
      let rounds = row[0].hasPrefix("example") ? 2 : 26
      values = try graph.pageRank(tolerance: 0, rounds: rounds, budget).values
    default:
      Issue.record("no measure for \(row[1])")
      return
    }
    for (place, node) in nodes.enumerated() {
      let known = try #require(expected[node])
      #expect(
        values[place] == known || agree(values[place], known, 1e-9), "\(row[0]) \(row[1]) \(node)")
    }
  }
}
