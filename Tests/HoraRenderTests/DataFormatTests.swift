// CSV and JSON: what other programs read. Missing and empty text stay apart.

import HoraEngine
import Testing

@testable import HoraRender

private func result(_ values: [String?], name: String = "x") -> ResultSet {
  var builder = TextDictionaryBuilder()
  let codes = values.map { value in value.map { builder.insert($0) } ?? -1 }
  let column = ResultColumn(
    info: ColumnInfo(name: name, type: .text, cardinality: .optional),
    values: .text(codes, builder.finish()))
  let mark = ResultColumn(
    info: ColumnInfo(name: name, type: .bool, cardinality: .optional),
    values: .bool(values.map { $0 == nil ? 2 : 1 }))
  return ResultSet(
    columns: [column, mark], rowCount: values.count, isScalar: false, footnotes: [],
    network: Network(name: "test", schema: Schema(), collections: [], relations: []))
}

@Test func csvQuotesWhatItMust() throws {
  let bytes = try render(
    result(
      ["plain", nil, "", "a,b", "say \"no\"", "two\nlines", " pad", "é;x", "\r"], name: "a,b"),
    as: .csv)
  let wanted =
    "\"a,b\",\"a,b\"\nplain,true\n,\n\"\",true\n\"a,b\",true\n\"say \"\"no\"\"\",true\n"
    + "\"two\nlines\",true\n\" pad\",true\né;x,true\n\"\r\",true\n"
  #expect(String(decoding: bytes, as: UTF8.self) == wanted)
}

@Test func jsonEscapesWhatItMust() throws {
  let bytes = try render(
    result(["q\"\\", nil, "", "\u{0}\u{1F}\n\r\t\u{7F}", "日\u{1F600}"]), as: .ndjson)
  let wanted = #"""
    {"x": "q\"\\", "x_2": true}
    {"x": null, "x_2": null}
    {"x": "", "x_2": true}
    {"x": "\u0000\u001f\n\r\t\#u{7F}", "x_2": true}
    {"x": "日😀", "x_2": true}

    """#
  #expect(String(decoding: bytes, as: UTF8.self) == wanted)
}

@Test func formatsByEnding() {
  #expect(Format(fileName: "a.CSV") == .csv)
  #expect(Format(fileName: "a.b/c") == nil)
  #expect(Format(fileName: "x.ndjson") == .ndjson)
  #expect(Format(fileName: "x.xlsx") == nil)
}
