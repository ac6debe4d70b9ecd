// Eight fields under five rules, over all members of the built-in network: what is answered obeys every
// rule, is proven, and no row can be left out.

import Foundation
import Hora
import Testing

struct CoverNetworkTests {
  @Test func eightFieldsUnderFiveRules() throws {
    let network = try TestNetworks.load("examples/networks/balkan-black-sea")
    let fields = [
      "machine learning", "software", "ecosystems", "climatology", "energy and fuels", "robotics",
      "sustainable agriculture", "data science",
    ]
    let program = try Environment(network: network).compile(
      """
      let need = [\(fields.map { "\"\($0)\"" }.joined(separator: ", "))]
      members cover need by competences
        max 6 at least 3 different country at most 2 per country
        at least 1 where sme at least 1 where country.network
        prefer count(projects)
        select country.cordis_code, sme, country.network, covers
      """)
    let answer = try program.run()
    let result = try #require(answer.results.last)
    func column(_ index: Int) -> [String] {
      (0..<result.rowCount).map { result.text(row: $0, column: index) ?? "" }
    }
    let countries = column(0)
    #expect((1...6).contains(result.rowCount) && Set(countries).count >= 3)
    for country in countries { #expect(countries.count { $0 == country } <= 2) }
    #expect(column(1).contains("true") && column(2).contains("true"))
    #expect(
      Set(column(3).flatMap { $0.components(separatedBy: "; ") }).isSuperset(of: fields))
    #expect(result.footnotes.first?.hasPrefix("Proven") == true, "\(result.footnotes)")
    #expect(answer.diagnostics.isEmpty)
  }
}
