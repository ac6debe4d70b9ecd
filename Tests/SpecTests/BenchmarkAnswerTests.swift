// The benchmark's questions over its smallest network: the answers that several independent engines
// agreed on (Tests/Fixtures/bench-s-expected), which speed must not change.

import Foundation
import Hora
import HoraData
import Testing

struct BenchmarkAnswerTests {
  @Test(arguments: [
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B16",
  ])
  func agreesWithTheOtherEngines(_ name: String) throws {
    let network = try SpecTests.network("Tests/HoraDataTests/Fixtures/bench-s")
    let program = try SpecFiles.text("Benchmarks/Questions/\(name).hora")
    let wanted = try SpecFiles.text("Tests/Fixtures/bench-s-expected/\(name)-S.tsv")
      .split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? nil : String($0) }
      }
    let got = try SpecTests.answer(program, network)
    let difference = got.difference(
      from: SpecTable(header: got.header, rows: wanted), anyOrder: name == "B04", anyColumns: true)
    #expect(difference == nil)
  }
}
