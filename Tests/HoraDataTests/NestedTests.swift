// JSON with objects and arrays inside: fields, lists, collections of their own; and what is wrong in it.

import HoraData
import HoraEngine
import Testing

@Suite struct NestedTests {
  private func members(_ json: String, _ others: [(name: String, text: String)] = []) throws
    -> LoadResult
  {
    try load([("members.json", json)] + others)
  }

  @Test func objectsAreFieldsAndArraysOfObjectsAreCollections() throws {
    let network = try members(
      """
      [{"id": 1, "name": "A", "address": {"city": "X", "geo": {"lat": 1.5}}, "tags": ["a", "b"],
        "awards": [{"title": "T", "year": 2020}, {"title": "U", "year": 2021}]},
       {"id": 2, "name": "B", "awards": [{"title": "V", "year": 2021}]}]
      """
    ).network
    #expect(
      network.fields("members") == [
        "id int", "name text", "address_city text", "address_geo_lat decimal", "tags [text]",
      ])
    #expect(network.column("members", "address_geo_lat") == ["1.5", "-"])
    #expect(network.fields("awards") == ["member -> members", "title text", "year int"])
    #expect(network.relationNames("members") == ["awards awards*"])
    #expect(network.relationNames("awards") == ["member members"])
    #expect(network.follow("members", "1", "awards") == ["T", "U"])
    #expect(network.follow("awards", "V", "member") == ["2"])
  }

  @Test func linesOfRecordsAreAsGoodAsAnArray() throws {
    let network = try load([
      (
        "m.ndjson",
        """
        {"id":1,"at":{"city":"X"},"jobs":[{"as":"lead"}]}
        {"id":2,"jobs":[{"as":"guest"},{"as":"lead"}],"at":{"zip":7}}
        """
      )
    ]).network
    #expect(network.fields("m") == ["id int", "at_city text", "at_zip int"])
    #expect(network.column("m", "at_zip") == ["-", "7"])
    #expect(network.column("jobs", "as") == ["lead", "guest", "lead"])
    #expect(network.column("jobs", "m") == ["1", "2", "2"])
  }

  /// `null`, `[]`, `{}` and no key at all: nothing, and no column for it.
  @Test(arguments: ["", ", \"awards\": null", ", \"awards\": []", ", \"awards\": [null]"])
  func nothingIsNothing(_ awards: String) throws {
    let result = try members(
      "[{\"id\": 1\(awards), \"address\": {}}, {\"id\": 2, \"address\": null},"
        + "{\"id\": 3, \"awards\": [{\"title\": \"T\"}], \"address\": {\"city\": \"X\"}}]")
    #expect(result.network.fields("members") == ["id int", "address_city text"])
    #expect(result.network.column("awards", "member") == ["3"])
    #expect(result.faults.faultCount == 0)
  }

  @Test func arraysThatAreAlwaysEmptyAreLists() throws {
    let network = try members("[{\"id\": 1, \"tags\": []}, {\"id\": 2, \"tags\": []}]").network
    #expect(network.fields("members") == ["id int", "tags [text]"])
  }

  @Test func collectionsInCollections() throws {
    let network = try members(
      """
      [{"id": 1, "teams": [{"name": "a", "people": [{"who": "p"}, {"who": "q"}]}, {"name": "b"}]},
       {"id": 2, "teams": [{"name": "c", "people": [{"who": "r"}]}]}]
      """
    ).network
    #expect(network.column("people", "team") == ["a", "a", "c"])
    #expect(network.column("teams", "member") == ["1", "1", "2"])
    #expect(network.follow("teams", "a", "people") == ["p", "q"])
  }

  @Test func aParentNeedsNoKey() throws {
    let network = try members(
      """
      [{"name": "A", "awards": [{"year": 1}]}, {"name": "A", "awards": [{"year": 2}, {"year": 3}]}]
      """
    ).network
    guard case .one(let rows)? = network.relation("awards", "member")?.1.shape else {
      Issue.record("no relation")
      return
    }
    #expect(rows == [0, 1, 1])
  }

  /// Rows belong to the row that holds them, whatever its key says.
  @Test func rowsOfRepeatedKeysStayApart() throws {
    let result = try members(
      "[{\"id\": 1, \"x\": [{\"n\": 1}]}, {\"id\": 1, \"x\": [{\"n\": 2}]}]")
    guard case .one(let rows)? = result.network.relation("x", "member")?.1.shape else {
      Issue.record("no relation")
      return
    }
    #expect(rows == [0, 1])
  }

  // MARK: Names

  @Test func aTakenNameIsPutBehindTheParents() throws {
    let network = try members(
      "[{\"id\": 1, \"awards\": [{\"note\": \"x\"}]}]",
      [("awards.csv", "id,title\n7,T\n")]
    ).network
    #expect(network.fields("awards") == ["id int", "title text"])
    #expect(network.fields("members_awards") == ["member -> members", "note text"])
    #expect(network.relationNames("members") == ["members_awards members_awards*"])
  }

  @Test func twoCollectionsOfOneKeyAreBothPutBehindTheirParents() throws {
    let network = try members(
      "[{\"id\": 1, \"notes\": [{\"t\": \"x\"}]}]",
      [("projects.json", "[{\"id\": 1, \"notes\": [{\"t\": \"y\"}]}]")]
    ).network
    #expect(network.column("members_notes", "t") == ["x"])
    #expect(network.column("projects_notes", "t") == ["y"])
    #expect(network.relationNames("projects") == ["notes projects_notes*"])
  }

  /// An export of several tables in one file.
  @Test func oneObjectAroundEverythingIsNoCollection() throws {
    let json = """
      {"members": [{"id": 1, "projects": [{"project": "P1", "role": "lead"}]}, {"id": 2}],
       "projects": [{"id": "P1", "lead": {"name": "L"}}], "none": []}
      """
    let result = try load([("export.json", json)])
    let visible = result.network.schema.collections.filter { !$0.isHidden }.map(\.name)
    #expect(visible == ["members", "members_projects", "projects"])
    #expect(result.network.fields("projects") == ["id text", "lead_name text"])
    #expect(result.network.follow("projects", "P1", "members") == ["1"])
    let again = try load([
      ("datapackage.json", PackageDescription.json(result)), ("export.json", json),
    ])
    #expect(again.network.fields("members_projects") == result.network.fields("members_projects"))
    let beside = try load([("export.json", json), ("members.csv", "id,name\n1,A\n")]).network
    #expect(beside.fields("members") == ["id int", "name text"])
    #expect(beside.fields("export_members") == ["id int"])
    let same = try load([("members.json", "{\"members\": [{\"id\": 7}]}")])
    #expect(same.network.schema.collections.filter { !$0.isHidden }.map(\.name) == ["members"])
    #expect(same.faults.faultCount == 0)
  }

  @Test func anObjectWithAValueOfItsOwnIsACollection() throws {
    let network = try load([("page.json", "{\"count\": 1, \"results\": [{\"id\": 1}]}")]).network
    #expect(network.fields("page") == ["count int"])
    #expect(network.column("results", "page") == ["1"])
  }

  @Test func aNestedTableWithAReferenceIsALinkTable() throws {
    let network = try members(
      """
      [{"id": 1, "projects": [{"project": "P1", "role": "lead"}, {"project": "P2", "role": "guest"}]},
       {"id": 2, "projects": [{"project": "P1", "role": "guest"}]}]
      """, [("projects.csv", "id,acronym\nP1,ONE\nP2,TWO\n")]
    ).network
    #expect(network.follow("members", "1", "projects") == ["P1", "P2"])
    #expect(network.follow("projects", "P1", "members") == ["1", "2"])
    #expect(network.column("members_projects", "role") == ["lead", "guest", "guest"])
  }

  @Test func fieldsThatWouldBearOneNameGetNumbers() throws {
    let result = try members(
      "[{\"id\": 1, \"a_b\": 1, \"a\": {\"b\": 2}}, {\"id\": 2, \"a\": {\"b\": 3}, \"a_b\": 4}]")
    #expect(result.network.fields("members") == ["id int", "a_b int", "a_b_2 int"])
    #expect(result.network.column("members", "a_b") == ["1", "4"])
    #expect(result.network.column("members", "a_b_2") == ["2", "3"])
    #expect(result.faults.count(.duplicateColumn) == 1)
  }

  @Test func aFieldCalledLikeTheParentGoesFirst() throws {
    let result = try members("[{\"id\": 1, \"x\": [{\"member\": \"m\", \"n\": 1}]}]")
    #expect(result.network.fields("x") == ["member_2 -> members", "member text", "n int"])
    #expect(result.faults.count(.nameClash) == 1)
  }

  @Test func namesAreComposedAndMayBeAnything() throws {
    let network = try members(
      "[{\"id\": 1, \"Če\\u030c\": {\"Grad x\": \"Niš\"}, \"награде\": [{\"год\": 1}]}]"
    ).network
    #expect(network.fields("members") == ["id int", "Čě_Grad x text"])
    #expect(network.column("награде", "год") == ["1"])
  }

  // MARK: Mixed content

  @Test func aKeyMayHoldAnObjectHereAndATextThere() throws {
    let result = try members(
      "[{\"id\": 1, \"at\": \"X\"}, {\"id\": 2, \"at\": {\"city\": \"Y\"}}, {\"id\": 3, \"at\": [\"Z\"]}]"
    )
    #expect(result.network.fields("members") == ["id int", "at [text]", "at_city text"])
    #expect(result.network.column("members", "at_city") == ["-", "Y", "-"])
  }

  @Test func aCollectionThatIsAListElsewhereKeepsBoth() throws {
    let network = try members(
      "[{\"id\": 1, \"x\": [\"a\"]}, {\"id\": 2, \"x\": [{\"n\": 1}]}]"
    ).network
    #expect(network.fields("members") == ["id int", "x [text]"])
    #expect(network.column("members", "x") == ["a", ""])
    // The field goes before the made name.
    #expect(network.relationNames("members") == ["x_as_member x*"])
  }

  @Test func whatDoesNotFitAmongTheOthersIsCounted() throws {
    let result = try members(
      """
      [{"id": 1, "x": [{"n": 1}, 5, "t", [6], null, {"n": 2}]}, {"id": 2, "y": [1, {"n": 3}, [4]]},
       {"id": 3, "grid": [[1, 2], [3]]}]
      """)
    #expect(result.network.column("x", "n") == ["1", "2"])
    #expect(result.network.column("members", "y") == ["", "1", ""])
    #expect(result.network.column("members", "grid") == ["", "", ""])
    #expect(result.faults.count(.nestedValue) == 7)
    #expect(result.faults.faults.map(\.line).allSatisfy { $0 != nil })
  }

  @Test func aBrokenRecordLeavesNoRowsBehind() throws {
    let result = try load([
      (
        "m.ndjson",
        """
        {"id":1,"x":[{"n":1}]}
        {"id":2,"x":[{"n":2},{"n":oops}]}
        {"id":3,"x":[{"n":3}]}
        """
      )
    ])
    #expect(result.network.column("m", "id") == ["1", "3"])
    #expect(result.network.column("x", "n") == ["1", "3"])
    #expect(result.network.column("x", "m") == ["1", "3"])
    #expect(result.faults.count(.badRecord) == 1)
    #expect(result.faults.faults.first?.line == 2)
  }

  // MARK: Limits and declarations

  @Test func whatLiesTooDeepIsKeptAsText() throws {
    let depth = 12
    let json =
      "[{\"id\": 1, " + String(repeating: "\"a\": {", count: depth) + "\"b\": 1"
      + String(repeating: "}", count: depth) + "}]"
    let result = try members(json)
    #expect(result.faults.count(.nestedValue) == 1)
    #expect(result.network.fields("members").count == 2)
    #expect(result.network.fields("members")[1].hasSuffix("_a text"))
    let deep = String(repeating: "{\"a\":", count: 100_000)
    #expect(throws: LoadError.self) { try members("[\(deep)") }
  }

  @Test func collectionsOfOneFileAreLimited() throws {
    let keys = (0..<100).map { "\"k\($0)\": [{\"n\": 1}]" }.joined(separator: ", ")
    let result = try members("[{\"id\": 1, \(keys)}]")
    #expect(result.network.schema.collections.count == 64)
    #expect(result.faults.count(.nestedValue) > 0)
  }

  @Test func manyColumnsInOneRowKeepTheirValues() throws {
    let keys = (0..<100).map { "\"k\($0)\": {\"v\": \($0)}" }.joined(separator: ", ")
    let network = try members("[{\"id\": 1}, {\"id\": 2, \(keys)}]").network
    #expect((0..<100).allSatisfy { network.column("members", "k\($0)_v") == ["-", "\($0)"] })
  }

  @Test func linesOfInnerRowsAreTheirOwn() throws {
    let result = try members(
      "[\n{\"id\": 1,\n\"x\": [\n{\"n\": 1, \"t\": [[1]]},\n{\"n\": 2, \"t\": [[2]]}\n]}\n]")
    #expect(result.faults.faults.map(\.line) == [4, 5])
  }

  @Test func aDeclaredFieldIsKeptInOnePiece() throws {
    let package = """
      {"name": "p", "resources": [{"name": "m", "path": "m.json", "schema": {"fields": [
        {"name": "id", "type": "integer"}, {"name": "at", "type": "string"}]}}]}
      """
    let network = try load([
      ("datapackage.json", package), ("m.json", "[{\"id\": 1, \"at\": {\"city\": \"X\"}}]"),
    ]).network
    #expect(network.fields("m") == ["id int", "at text"])
    #expect(network.column("m", "at") == ["{\"city\": \"X\"}"])
  }

  /// What is described and loaded again has the same schema.
  @Test func descriptionsComeRound() throws {
    let json = "[{\"id\": 1, \"at\": {\"city\": \"X\"}, \"x\": [{\"n\": 1}]}]"
    let first = try members(json)
    let second = try load([
      ("datapackage.json", PackageDescription.json(first)), ("members.json", json),
    ])
    for name in ["members", "x"] {
      #expect(second.network.fields(name) == first.network.fields(name))
      #expect(second.network.relationNames(name) == first.network.relationNames(name))
    }
  }

  /// Any bytes give a network or an error, and rows that fit together.
  @Test func damagedTextsDoNotTrap() {
    let sound = Array(
      "[{\"id\":1,\"a\":{\"b\":{\"c\":[1,null]}},\"x\":[{\"n\":1,\"y\":[{\"z\":2}]}]},{\"id\":2,\"x\":[[],{}]}]"
        .utf8)
    let signs = Array("{}[]\",:n1\\ \n".utf8)
    var state: UInt64 = 1
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var loads = 0
    for _ in 0..<3000 {
      var bytes = sound
      for _ in 0...random(4) {
        switch random(3) {
        case 0: bytes[random(bytes.count)] = signs[random(signs.count)]
        case 1: bytes.insert(signs[random(signs.count)], at: random(bytes.count))
        default: bytes.remove(at: random(bytes.count))
        }
      }
      guard let network = try? load(bytes: [("m.json", bytes)]).network else { continue }
      loads += 1
      for relation in network.schema.relations.indices {
        let to = network.collections[network.schema.relations[relation].to].rowCount
        if case .one(let rows) = network.relations[relation].shape {
          #expect(rows.allSatisfy { $0 < to }, "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
    #expect(loads > 500)
  }
}
