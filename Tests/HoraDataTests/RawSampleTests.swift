import HoraData
import Testing

/// Counts made by hand over the verbatim lines of the sources.
@Suite struct RawSampleTests {
  private func faults(_ name: String) throws -> FaultReport {
    try load(path: "raw-samples/\(name)").faults
  }

  @Test func organisationsOf2023HaveDecimalCommas() throws {
    let result = try load(path: "raw-samples/h2020_organization_2023.csv")
    #expect(result.faults.count(.decimalComma) == 24)
    #expect(result.faults.faultCount == 24)
    let costs = result.network.column("h2020_organization_2023", "totalCost")
    #expect(costs.prefix(2) == ["176562.5", "468163.75"])
    #expect(result.network.rows("h2020_organization_2023") == 50)
    #expect(result.faults.faults.first?.line == 2)
    #expect(result.faults.faults.first?.column == "totalCost")
    #expect(result.faults.faults.first?.text == "176562,5")
  }

  @Test func organisationsOf2017WereDecodedAsMacRoman() throws {
    let report = try faults("h2020_orgs_2017.csv")
    #expect(report.count(.mojibake) == 15)
    #expect(report.faultCount == 15)
    #expect(report.faults.contains { $0.text == "Bilkent √úniversitesi" && $0.line == 3 })
  }

  @Test func participationsOf2020WriteNA() throws {
    let report = try faults("h2020_participation_2020.csv")
    #expect(report.count(.missingToken) == 24)
    #expect(report.faultCount == 24)
  }

  @Test func organisationsOf2025HaveOneTextQuotedTwice() throws {
    let result = try load(path: "raw-samples/horizon_organization_2025.psv")
    #expect(result.faults.count(.quotedTwice) == 1)
    #expect(result.faults.count(.separatorDetected) == 1)
    #expect(result.faults.faultCount == 1)
    #expect(result.network.rows("horizon_organization_2025") == 60)
  }

  @Test func projectsOf2025HaveDecimalCommas() throws {
    let result = try load(path: "raw-samples/horizon_project_2025.psv")
    #expect(result.faults.count(.decimalComma) == 3)
    #expect(result.faults.faultCount == 3)
    #expect(result.network.column("horizon_project_2025", "totalCost").first == "7995922.4")
  }

  @Test func namesOfTheRegion() throws {
    let report = try faults("region_nonascii_names.csv")
    #expect(report.count(.mojibake) == 17)
  }

  @Test func aDumpIsNoTableAndDoesNotTrap() throws {
    let report = try faults("fp7_organization_2018.sql.txt")
    #expect(report.count(.raggedLong) == 2)
    #expect(report.rejects.count == 2)
  }
}
