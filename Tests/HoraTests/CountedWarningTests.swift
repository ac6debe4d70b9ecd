// What cannot be reckoned is missing, with a counted warning, and an error where the run is strict.

import Hora
import Testing

struct CountedWarningTests {
  @Test(arguments: [
    ("boxes take 1 select s = sum([1e308, 1e308])", 502),
    ("boxes take 1 select a = avg([1e308, 1e308])", 502),
    ("boxes take 1 select d = stddev([1e308, -1e308])", 502),
    ("boxes take 1 select p = percentile([1, 2], 150)", 503),
    ("boxes take 1 select p = percentile([1, 2], -1)", 503),
  ])
  func isCountedAndStrictlyAnError(_ program: String, _ code: Int) throws {
    let network = try TestNetworks.load("Tests/Spec/made/edges")
    let compiled = try Environment(network: network).compile(program)
    let answer = try compiled.run()
    #expect(answer.results.last?.text(row: 0, column: 0) == nil)
    #expect(answer.diagnostics.map(\.code.number) == [code])
    #expect(throws: ProgramError.self) { try compiled.run(strict: true) }
  }

  @Test(arguments: [
    "boxes take 1 select s = sum([1e308, -1e308])",
    "boxes take 1 select p = percentile([1, 2], 100)",
    "boxes take 1 select p = percentile([], 150)",
  ])
  func saysNothingWithoutAReason(_ program: String) throws {
    let network = try TestNetworks.load("Tests/Spec/made/edges")
    #expect(try Environment(network: network).compile(program).run(strict: true).diagnostics == [])
  }
}
