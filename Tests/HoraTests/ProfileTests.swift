// Profiles where a concept has several broader ones, and what comparing may cost.

import Hora
import HoraData
import Testing

@Suite struct ProfileTests {
  private func network() throws -> Network {
    let files = [
      ("members.csv", "id,name\n1,One\n2,Two\n3,Three\n4,Four\n"),
      (
        "fields.csv",
        "id,name,parents\nr,root,\ns,side,\na,A,r\nb,B,a;s\nc,C,b\nd,D,s\n"
      ),
      ("skills.csv", "member,field\n1,c\n1,d\n2,b\n3,d\n3,a\n3,a\n"),
    ]
    return try NetworkLoader.load([
      .tree(
        MemoryTree(name: "made", files: files.map { ($0.0, FileBytes(Array($0.1.utf8))) }))
    ]).network
  }

  /// B stands on level 2, by its shorter way to a root; C below it on level 3.
  @Test func theShortestWayToARootCounts() throws {
    let rows = try TestNetworks.rows(
      """
      pairs fields[name in ["A", "B", "C", "D", "root"]] as a, b
        select a.name, b.name, round(wu_palmer(a, b), 3)
      """, network())
    #expect(
      rows == [
        "root|A|0.667", "root|B|0.667", "root|C|0.5", "root|D|0", "A|B|1", "A|C|0.8", "A|D|0",
        "B|C|0.8", "B|D|0.5", "C|D|0.4",
      ])
  }

  @Test func eachBroaderConceptGetsAWeightOnce() throws {
    let rows = try TestNetworks.rows(
      "members select id, s = round(profile_similarity(it, \"Two\", by: fields, decay: 1), 3)",
      network())
    // Weights: C and B ln 3, A ln 3, D ln 1.5. One: c b a r (ln 3 each), d and s (s ln 3 + ln 1.5).
    #expect(rows.map { $0.split(separator: "|")[0] } == ["1", "2", "3", "4"])
    #expect(rows[1] == "2|1" && rows[3] == "4|∅")
  }

  @Test(arguments: [
    "profile_similarity(it, \"Two\", by: fields, measure: \"best\")",
    "profile_similarity(it, \"Two\", by: fields, decay: 1.5)",
    "profile_similarity(it, \"Two\", by: fields, decay: -1)",
  ])
  func whatAnOptionCannotBe(_ call: String) throws {
    let program = try Environment(network: network()).compile("members select \(call)")
    do {
      _ = try program.run()
      Issue.record("\(call) ran")
    } catch let error as ProgramError {
      #expect(error.diagnostic != nil)
    }
  }

  @Test func comparingIsPaidFor() throws {
    let program = try Environment(network: network()).compile(
      "pairs members as a, b select profile_similarity(a, b, by: fields, measure: \"wu_palmer\")")
    #expect(throws: ProgramError.self) {
      _ = try program.run(limits: RunLimits(steps: 20, rows: nil))
    }
  }
}
