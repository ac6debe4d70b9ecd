// Rows as structs: every type that a column may become, and every way in which it may not.

import Foundation
import Hora
import HoraData
import Testing

@Suite struct DecodingTests {
  private static func network() throws -> Network {
    var builder = NetworkBuilder(infers: false)
    builder.add(
      NetworkTable("countries", key: "code", [.text("code", ["RS"]), .text("name", ["Serbia"])]))
    builder.add(
      NetworkTable(
        "members", key: "id",
        [
          .int("id", [1, 300]), .text("name", ["A", "B"]),
          .text("country", ["RS", nil]).refers(to: "countries"), .decimal("score", [0.5, nil]),
          .bool("open", [true, nil]),
          .date("founded", [CivilDate(year: 2012, month: 5, day: 1), nil]),
          .texts("tags", [["x", "y"], []]), .ints("years", [[2020], [2021, 2022]]),
          .dates("met", [[CivilDate(year: 2020, month: 1, day: 2)], []]),
        ]))
    return try builder.build()
  }

  private static func decode<T: Decodable>(
    _ type: T.Type, _ program: String = "members"
  ) throws -> [T] {
    let answer = try Environment(network: network()).compile(program).run()
    return try #require(answer.results.last).decode(type)
  }

  /// The error of a decoding, as text.
  private static func error<T: Decodable>(
    _ type: T.Type, _ program: String = "members"
  ) throws -> String {
    let answer = try Environment(network: network()).compile(program).run()
    do {
      _ = try #require(answer.results.last).decode(type)
      return "none"
    } catch let error as DecodeError {
      return error.description
    }
  }

  private enum Name: String, Decodable { case a = "A" }

  private struct Everything: Decodable, Equatable {
    var id: Int
    var name: String
    var country: String?
    var score: Double?
    var open: Bool?
    var founded: CivilDate?
    var tags: [String]
    var years: Set<Int16>
    var met: [CivilDate]
    var notThere: Int?
  }

  @Test func everyType() throws {
    let rows = try DecodingTests.decode(Everything.self)
    #expect(
      rows == [
        Everything(
          id: 1, name: "A", country: "Serbia", score: 0.5, open: true,
          founded: CivilDate(year: 2012, month: 5, day: 1), tags: ["x", "y"], years: [2020],
          met: [CivilDate(year: 2020, month: 1, day: 2)]),
        Everything(id: 300, name: "B", tags: [], years: [2021, 2022], met: []),
      ])
  }

  @Test func oneColumn() throws {
    #expect(try DecodingTests.decode(Int.self, "count(members)") == [2])
    #expect(try DecodingTests.decode(String?.self, "members select country") == ["Serbia", nil])
    #expect(
      try DecodingTests.decode([Int].self, "members select years") == [[2020], [2021, 2022]])
    #expect(
      try DecodingTests.decode(CivilDate.self, "members take 1 select founded")
        == [CivilDate(year: 2012, month: 5, day: 1)])
    #expect(try DecodingTests.decode(Float.self, "members select id") == [1, 300])
    #expect(try DecodingTests.decode(Name.self, "members take 1 select name") == [.a])
    #expect(try DecodingTests.decode(UInt64.self, "members select n = 7") == [7, 7])
    #expect(
      try DecodingTests.decode([String: Int].self, "members select a = 1, b = id")
        == [["a": 1, "b": 1], ["a": 1, "b": 300]])
    #expect(
      try DecodingTests.decode(String.self, "members take 1 select founded") == ["2012-05-01"])
  }

  private struct Named<Value: Decodable>: Decodable {
    var value: Value
  }

  private struct Inner: Decodable { var a: Int }

  @Test func errorsNameRowColumnAndTypes() throws {
    func error<T: Decodable>(_ type: T.Type, _ expression: String) throws -> String {
      try DecodingTests.error(Named<T>.self, "members select value = \(expression)")
    }
    #expect(try error(Int.self, "score") == "row 0, column value: expected Int, found decimal")
    #expect(try error(Int.self, "name") == "row 0, column value: expected Int, found text")
    #expect(try error(Double.self, "open") == "row 0, column value: expected Double, found bool")
    #expect(try error(Bool.self, "id") == "row 0, column value: expected Bool, found int")
    #expect(try error(String.self, "id") == "row 0, column value: expected String, found int")
    #expect(try error(String.self, "tags") == "row 0, column value: expected String, found list")
    #expect(try error([String].self, "name") == "row 0, column value: expected a list, found text")
    #expect(try error([Int].self, "tags") == "row 0, column value: expected Int, found text")
    #expect(
      try error(CivilDate.self, "name") == "row 0, column value: expected CivilDate, found text")
    #expect(
      try error(Inner.self, "country") == "row 0, column value: expected a struct, found entity")
    #expect(
      try error(String.self, "country") == "row 1, column value: expected String, found missing")
    #expect(
      try error(Double.self, "score") == "row 1, column value: expected Double, found missing")
    #expect(try error(Bool.self, "open") == "row 1, column value: expected Bool, found missing")
    #expect(
      try error(CivilDate.self, "founded")
        == "row 1, column value: expected CivilDate, found missing")
    #expect(try error(Int8.self, "id") == "row 1, column value: expected Int8, found the int 300")
    #expect(try error(UInt.self, "-id") == "row 0, column value: expected UInt, found the int -1")
    #expect(
      try error(Name.self, "name").hasPrefix("row 1, column value: expected Cannot initialize Name")
    )
    #expect(
      try DecodingTests.error(Named<Int>.self, "members select other = id")
        == "row 0, column value: expected Int, found no such column")
    #expect(
      try DecodingTests.error(Int.self, "members select id, name")
        == "row 0: expected one column, found 2 columns")
  }

  @Test func noRowsNoErrors() throws {
    #expect(try DecodingTests.decode(Named<Int>.self, "members where id > 1000").isEmpty)
  }

  @Test func daysAreCodable() throws {
    let days = [CivilDate(year: 2016, month: 2, day: 29)]
    let json = try JSONEncoder().encode(days)
    #expect(String(decoding: json, as: UTF8.self) == #"["2016-02-29"]"#)
    #expect(try JSONDecoder().decode([CivilDate].self, from: json) == days)
    for text in ["2015-02-29", "2015-2-01", "x", "2015-01-01-", "+015-01-01"] {
      #expect(CivilDate(text: text) == nil)
    }
  }
}

/// A stream gives the rows of `run`, in batches.
struct StreamTests {
  @Test(arguments: [0, 1, 2, 3, 1000])
  func streamsAreTheResultInParts(_ size: Int) async throws {
    let text = "members select id, name, projects.acronym\nmembers where false\ncount(members)"
    let program = try Environment(network: TestNetworks.made()).compile(text)
    func rows(_ result: ResultSet) -> [[String?]] {
      (0..<result.rowCount).map { row in
        result.columns.indices.map { result.text(row: row, column: $0) }
      }
    }
    var streamed: [[String?]] = []
    var empty = 0
    for try await batch in program.stream(batchSize: size) {
      #expect(batch.rowCount <= max(1, size))
      if batch.rowCount == 0 { empty += 1 }
      streamed += rows(batch)
    }
    #expect(streamed == (try program.run().results.flatMap(rows)))
    #expect(empty == 1)
  }

  @Test func aCancelledTaskEndsAStream() async throws {
    let program = try Environment(network: TestNetworks.made()).compile("members")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      var rows = program.stream().makeAsyncIterator()
      _ = try await rows.next()
    }
    let error = await #expect(throws: ProgramError.self) { try await task.value }
    #expect(error?.cause == .cancelled)
  }
}
