// Networks from Swift arrays: what queries see of them, and every way in which they can be wrong.

import Hora
import HoraData
import Testing

@Suite struct BuilderTests {
  private static func demo(infers: Bool = true) -> NetworkBuilder {
    var builder = NetworkBuilder("demo", infers: infers)
    builder.add(
      NetworkTable(
        "countries", key: "code", label: "name",
        [.text("code", ["RS", "HR"]), .text("name", ["Serbia", "Croatia"])]))
    builder.add(
      NetworkTable(
        "competences", key: "id",
        [
          .text("id", ["ai", "ml", "iot"]), .text("name", ["AI", "machine learning", "IoT"]),
          .text("broader", [nil, "ai", nil]).isParent(),
        ]))
    builder.add(
      NetworkTable(
        "members", key: "id",
        [
          .int("id", [1, 2, 3]), .text("name", ["A", "B", "Če\u{301}"]),
          .text("country", ["RS", "HR", nil]).refers(to: "countries"),
          .int("size", [10, nil, 30]).unit("people"), .decimal("score", [0.5, 1, nil]),
          .bool("open", [true, nil, false]),
          .date("founded", [CivilDate(year: 2012, month: 5, day: 1), nil, nil]),
          .texts("tags", [["x", "y"], [], ["x"]]), .ints("years", [[2020], [2021, 2022], []]),
        ]))
    builder.add(
      NetworkTable(
        "skills",
        [
          .int("member", [1, 2, 3]).refers(to: "members"),
          .text("competence", ["ml", "iot", "ai"]).refers(to: "competences"),
          .int("since", [2019, 2020, 2021]),
        ]))
    builder.add(
      NetworkTable(
        "partnerships", symmetric: ("one", "other"),
        [
          .int("one", [1, 2]).refers(to: "members", as: "first"),
          .int("other", [2, 3]).refers(to: "members", as: "second"),
        ]))
    return builder
  }

  @Test(arguments: [true, false])
  func queriesSeeIt(infers: Bool) throws {
    let network = try BuilderTests.demo(infers: infers).build()
    func rows(_ program: String) throws -> [String] { try TestNetworks.rows(program, network) }
    #expect(network.name == "demo")
    #expect(
      try rows(#"members where country = "Serbia" and competence ~ "AI" select name"#) == ["A"])
    #expect(try rows(#"members where competence under "AI" select name"#) == ["A", "Č\u{E9}"])
    #expect(try rows("members where size is missing select name, open") == ["B|∅"])
    #expect(try rows(#"members where tags = "x" select id, tags"#) == ["1|x; y", "3|x"])
    #expect(try rows("members where years = 2022 select id") == ["2"])
    #expect(try rows("members where founded = 2012 select founded, score") == ["2012-05-01|0.5"])
    #expect(try rows("count(countries)") == ["2"])
    #expect(try rows("countries select name, n = count(members)") == ["Serbia|1", "Croatia|1"])
    #expect(
      try rows("members select id, n = count(skills[since > 2019])") == ["1|0", "2|1", "3|1"])
  }

  @Test func tiesHaveNoDirection() throws {
    let network = try BuilderTests.demo(infers: false).build()
    let members = try #require(network.schema.collections.first { $0.name == "members" })
    let tie = try #require(
      members.relations.map { network.schema.relations[$0] }.first { $0.kind == .tie })
    #expect(tie.isSymmetric)
    #expect(
      try TestNetworks.rows("members select id, n = count(\(tie.name))", network)
        == ["1|1", "2|2", "3|1"])
  }

  @Test func whatNothingDeclaresIsFound() throws {
    func builder(infers: Bool) -> NetworkBuilder {
      var builder = NetworkBuilder(infers: infers)
      builder.add(
        NetworkTable(
          "countries", [.text("code", ["RS", "HR"]), .text("name", ["Serbia", "Croatia"])]))
      builder.add(
        NetworkTable("members", [.int("id", [1, 2]), .text("country_code", ["RS", "HR"])]))
      return builder
    }
    let found = try builder(infers: true).build()
    #expect(try TestNetworks.rows(#"members where country = "Serbia" select id"#, found) == ["1"])
    let plain = try builder(infers: false).build()
    #expect(plain.schema.relations.isEmpty)
    #expect(plain.schema.collections.allSatisfy { $0.key == nil })
  }

  @Test func aReferenceToItsOwnCollectionDoesNotHideIt() throws {
    var builder = NetworkBuilder(infers: false)
    builder.add(
      NetworkTable(
        "members", key: "id",
        [
          .int("id", [1, 2, 3]),
          .int("mentor", [nil, 1, 1]).refers(to: "members", as: "mentor", inverse: "mentees"),
        ]))
    #expect(
      try TestNetworks.rows("members select id, n = count(members)", builder.build())
        == ["1|3", "2|3", "3|3"])
  }

  @Test func aKeyThatIsTheDisplayNameHasWords() throws {
    var builder = NetworkBuilder(infers: false)
    builder.add(
      NetworkTable("places", key: "name", label: "name", [.text("name", ["Novi Sad", "Niš"])]))
    builder.add(
      NetworkTable("members", [.text("place", ["Novi Sad", "Niš"]).refers(to: "places")]))
    let network = try builder.build()
    #expect(
      try TestNetworks.rows(#"members where place ~ "sad" select place"#, network) == ["Novi Sad"])
    #expect(
      try TestNetworks.rows(#"members where place = "nis" select place"#, network) == ["Niš"])
  }

  @Test func broaderRowsInLists() throws {
    var builder = NetworkBuilder(infers: false)
    builder.add(
      NetworkTable(
        "topics", key: "id",
        [.text("id", ["a", "b", "c"]), .texts("above", [[], ["a"], ["a", "b"]]).isParent()]))
    let network = try builder.build()
    #expect(
      try TestNetworks.rows("topics select id, n = count(ancestors)", network)
        == ["a|0", "b|1", "c|2"])
  }

  // MARK: Errors

  private static func error(_ tables: NetworkTable...) -> String {
    var builder = NetworkBuilder("x", infers: false)
    for table in tables { builder.add(table) }
    do {
      _ = try builder.build()
      return "none"
    } catch {
      return "\(error.code) \(error.place): \(error.message) (\(error.help))"
    }
  }

  @Test func errorsAreValues() {
    let keys = NetworkColumn.text("id", ["a", "b"])
    let members = NetworkTable("members", key: "id", [keys])
    func expect(_ text: String, _ parts: String..., from: SourceLocation = #_sourceLocation) {
      for part in parts { #expect(text.contains(part), "\(text)", sourceLocation: from) }
    }
    expect(BuilderTests.error(), "H0619", "at least one table")
    expect(BuilderTests.error(members, members), "H0617", "members")
    expect(BuilderTests.error(NetworkTable("m", [])), "H0619", "no columns")
    expect(BuilderTests.error(NetworkTable("", [keys])), "H0619", "a collection has no name")
    expect(BuilderTests.error(NetworkTable("m", [.text("", [])])), "a column has no name")
    expect(BuilderTests.error(NetworkTable("m", [keys, .int("ID", [1, 2])])), "called \"ID\"")
    expect(
      BuilderTests.error(NetworkTable("m", [keys, .int("size", [1])])),
      "m, column size", "has 1 values, \"id\" has 2")
    expect(
      BuilderTests.error(NetworkTable("m", [keys, .decimal("x", [1, .infinity])])),
      "m, row 1, column x", "inf is no number")
    expect(
      BuilderTests.error(
        NetworkTable("m", [keys, .date("d", [nil, CivilDate(year: 2023, month: 2, day: 30)])])),
      "m, row 1, column d", "2023-02-30 is no day")
    expect(
      BuilderTests.error(NetworkTable("m", key: "idd", [keys])),
      "the key", "\"idd\"", "did you mean \"id\"?")
    expect(BuilderTests.error(NetworkTable("m", label: "nam", [keys])), "the label", "there are id")
    expect(
      BuilderTests.error(NetworkTable("m", symmetric: ("id", "b"), [keys])), "the tie", "\"b\"")
    expect(
      BuilderTests.error(members, NetworkTable("m", [keys.refers(to: "member")])),
      "\"member\"", "did you mean \"members\"?")
    expect(
      BuilderTests.error(
        members, NetworkTable("m", [.texts("ids", [["a"]]).refers(to: "members")])),
      "list", "link table")
    expect(
      BuilderTests.error(
        members, NetworkTable("m", [.text("member", ["a", "z"]).refers(to: "members")])),
      "m, row 1, column member", "does not exist: z")
    expect(
      BuilderTests.error(NetworkTable("m", key: "id", [.text("id", ["a", "a"])])),
      "m, row 1, column id", "the same key: a")
    expect(
      BuilderTests.error(NetworkTable("m", key: "id", [.text("id", ["a", nil])])), "no key")
    expect(
      BuilderTests.error(
        NetworkTable("m", key: "id", [keys, .text("up", ["b", "a"]).isParent()])), "cycle")
    expect(
      BuilderTests.error(
        NetworkTable("notes", [.texts("id", [["a"]])]),
        NetworkTable("m", [.text("note", ["a"]).refers(to: "notes")])),
      "which has no key", "declare the key of \"notes\"")
  }

  @Test func doubtfulDataCanBeAccepted() throws {
    var builder = NetworkBuilder(infers: false)
    builder.add(NetworkTable("members", key: "id", [.text("id", ["a"])]))
    builder.add(NetworkTable("m", [.text("member", ["a", "z"]).refers(to: "members")]))
    let (network, faults) = try builder.buildWithFaults()
    #expect(faults.count(.unresolvedReference) == 1)
    #expect(try TestNetworks.rows("count(members)", network) == ["2"])
  }
}
