// Rules about countries: the two that come with Hora, and files that are none.

import Foundation
import Hora
import HoraData
import Testing

struct EligibilityTests {
  private func environment() throws -> Environment {
    var environment = Environment(
      network: try TestNetworks.load("examples/networks/balkan-black-sea"))
    for name in ["horizon-2020", "horizon-europe-2021"] {
      environment.rules.append(
        try RuleReader.rule(
          at: TestNetworks.root.appending(path: "examples/rules/\(name).json").path))
    }
    return environment
  }

  /// The countries of a consortium of rows from some countries, under a rule.
  private func countries(
    _ codes: String, _ rule: String, _ environment: Environment
  ) throws -> [String] {
    let program = try environment.compile(
      """
      members where country in [\(codes)] cover [] by competences eligible under "\(rule)"
        distinct country sort by country.cordis_code select country.cordis_code
      """)
    let result = try #require(try program.run().results.last)
    return (0..<result.rowCount).compactMap { result.text(row: $0, column: 0) }
  }

  @Test func threeAssociatedCountriesPassTheOldRuleAndFailTheNew() throws {
    let environment = try environment()
    let three = "\"RS\", \"TR\", \"BA\""
    #expect(try countries(three, "horizon-2020", environment) == ["BA", "RS", "TR"])
    #expect(try countries(three, "horizon-europe-2021", environment) == [])
    #expect(
      try countries(three + ", \"BG\"", "horizon-europe-2021", environment).contains("BG"))
    #expect(try countries("\"RS\", \"TR\", \"BG\"", "horizon-europe-2021", environment).count == 3)
    #expect(try countries("\"RS\", \"BG\"", "horizon-europe-2021", environment) == [])
  }

  @Test func whatNobodyLookedUpCountsForNothing() throws {
    let environment = try environment()
    #expect(try countries("\"UK\", \"TR\", \"BG\"", "horizon-2020", environment) == [])
    let answer = try environment.compile(
      """
      members where country in ["UK", "RO", "TR", "BG"]
        cover [] by competences eligible under "horizon-2020"
      """
    ).run()
    #expect(answer.diagnostics.map(\.code.number) == [564])
    let notes = try #require(answer.results.last).footnotes.joined(separator: " ")
    #expect(notes.contains("member") && notes.contains("unchecked"))
  }

  @Test func strictRefusesWhatCannotBeMet() throws {
    let program = try environment().compile(
      """
      members where country in ["RS", "TR", "BA"]
        cover [] by competences eligible under "horizon-europe-2021"
      """)
    let error = #expect(throws: ProgramError.self) { try program.run(strict: true) }
    #expect(error?.diagnostic?.code.number == 560)
  }

  @Test(arguments: [
    ("{}", "name"), (#"{"name": "x"}"#, "requires"),
    (#"{"name": "x", "requires": [{"countries": 0, "status": ["member"]}]}"#, "countries"),
    (#"{"name": "x", "requires": [{"countries": 1, "status": ["friend"]}]}"#, "friend"),
    (
      #"{"name": "x", "requires": [{"countries": 1, "status": ["member"]}], "countries": [{"names": ["A"]}]}"#,
      "status"
    ),
    (
      #"{"name": "x", "requires": [{"countries": 1, "status": ["member"]}], "countries": [{"names": ["A"], "status": "member", "since": "soon"}]}"#,
      "soon"
    ),
  ])
  func filesThatAreNoRules(_ text: String, _ cause: String) {
    let error = #expect(throws: LoadError.self) {
      try Array(text.utf8).withUnsafeBytes { bytes in
        _ = try RuleReader.rule(bytes, file: "rule.json")
      }
    }
    #expect(error?.code == "H0809" && error?.message.contains(cause) == true)
  }
}
