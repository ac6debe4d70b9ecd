// `pairs … top` in stretches gives the rows that all pairs at once give.

import Hora
import HoraData
import Testing

struct TopPairsTests {
  /// 900 members, some 404,000 pairs: more than are made at once.
  func network() throws -> Network {
    var text = "id,name,size,tags\n"
    for id in 1...900 {
      text += "\(id),M\(id),\(id * 7919 % 100),\(id % 7 == 0 ? "x" : "y")\n"
    }
    let tree = MemoryTree(name: "made", files: [("members.csv", FileBytes(Array(text.utf8)))])
    return try NetworkLoader.load([.tree(tree)]).network
  }

  func rows(_ program: String, _ network: Network) throws -> [String] {
    let result = try #require(
      try Environment(network: network).compile(program).run().results.first)
    return (0..<result.rowCount).map { row in
      result.columns.indices.map { result.text(row: row, column: $0) ?? "∅" }.joined(separator: "|")
    }
  }

  @Test(arguments: ["", " with ties", " desc", " asc"])
  func stretchesGiveWhatAllPairsGive(_ end: String) throws {
    let network = try network()
    let clauses = "where a.size != b.size add s = a.size * b.size, d = a.size - b.size"
    let by = "s\(end)"
    let streamed = try rows(
      "pairs members as a, b \(clauses) top 12 by \(by) select a.id, b.id, s, d", network)
    // `take` in between makes all pairs come first.
    let whole = try rows(
      "pairs members as a, b take 1000000 \(clauses) top 12 by \(by) select a.id, b.id, s, d",
      network)
    #expect(streamed == whole)
    #expect(streamed.count >= 12)
  }

  @Test func memoryIsBounded() throws {
    // No vector of all 404,550 pairs may be made.
    let program = try Environment(network: network()).compile(
      "pairs members as a, b top 5 by a.size + b.size select a.id, b.id")
    let answer = try program.run(limits: RunLimits(steps: nil, rows: 300_000))
    #expect(answer.results.first?.rowCount == 5)
    #expect(throws: ProgramError.self) {
      let whole = try Environment(network: network()).compile("pairs members as a, b count")
      _ = try whole.run(limits: RunLimits(steps: nil, rows: 300_000))
    }
  }
}
