// Tables at the widths of terminals, as they should look: one file for each result and width in
// Golden/. HORA_UPDATE=1 writes them anew; then they are read by a person. Nothing is ever wider
// than the width.

import Foundation
import HoraEngine
import Testing

@testable import HoraRender

private func texts(_ values: [String?]) -> Vector {
  var builder = TextDictionaryBuilder()
  let codes = values.map { value in value.map { builder.insert($0) } ?? -1 }
  return .text(codes, builder.finish())
}

private func lists(_ values: [[String?]]) -> Vector {
  var offsets: [Int32] = [0]
  for value in values { offsets.append((offsets.last ?? 0) + Int32(value.count)) }
  return .list(offsets: offsets, elements: texts(values.flatMap { $0 }))
}

private func column(
  _ name: String, _ type: ValueType, _ values: Vector, unit: String? = nil,
  cardinality: Cardinality = .optional
) -> ResultColumn {
  ResultColumn(
    info: ColumnInfo(name: name, type: type, cardinality: cardinality, unit: unit), values: values)
}

private func result(_ columns: [ResultColumn], isScalar: Bool = false) -> ResultSet {
  ResultSet(
    columns: columns, rowCount: columns.first?.values.count ?? 0, isScalar: isScalar,
    footnotes: [],
    network: Network(name: "test", schema: Schema(), collections: [], relations: []))
}

private let family = "\u{1F469}\u{200D}\u{1F4BB}"

private let results: [String: ResultSet] = [
  "plain": result([
    column("name", .text, texts(["VOICT", "Cluj IT Cluster", nil, ""])),
    column("country", .text, texts(["Serbia", "Romania", "Bulgaria", nil])),
    column("members", .int, .int([71, 80, 0, -3], [1, 1, 0, 1])),
    column("rate", .decimal, .decimal([0.1, 1e21, 2.5, 1.0 / 3], []), unit: "EUR"),
    column(
      "competences", .text, lists([["AI", "IoT"], [], ["cloud", ""], ["data", nil, "maps"]]),
      cardinality: .many),
  ]),
  "scripts": result([
    column("назив", .text, texts(["Београд", "日本語のクラスター", "Αθήνα", "Cafe\u{301} Çankaya"])),
    column(
      "emoji", .text, texts(["\u{1F1F7}\u{1F1F8} flag", "\(family) dev", "☂️ rain", "✨ star"])),
    column("combining", .text, texts(["e\u{301}e\u{301}", "a\u{308}\u{304}", "한국어", "ｆｕｌｌ"])),
  ]),
  "controls": result([
    column(
      "na\nme", .text, texts(["a\tb", "line\r\nbreak", "\u{1B}[31mred\u{1B}[0m", "\u{202E}turned"])),
    column("more", .text, texts(["nul\u{0}", "del\u{7F}", "c1\u{9B}31m", "para\u{2029}graph"])),
  ]),
  "long": result([
    column("id", .text, texts(["101059552", "883153379"])),
    column(
      "objective", .text,
      texts([
        "The centre stands for a systematic and structural change in the research landscape of the "
          + "forest-based sector, and strives for a low-carbon economy in which wood has a new role.",
        String(repeating: "クラスター", count: 20),
      ])),
    column("website", .text, texts([nil, nil])),
    column("total_cost", .decimal, .decimal([14_999_999.99, 2_000_000], []), unit: "EUR"),
    column("stated_competences_of_members", .text, lists([[], []]), cardinality: .many),
  ]),
  "many": result(
    (1...30).map { number in
      column("column_\(number)", .int, .int([Int64(number), -1], [1, number % 3 == 0 ? 0 : 1]))
    }),
  "none": result([column("name", .text, texts([])), column("size", .int, .int([], []))]),
  "scalar": result(
    [
      column(
        "x", .text,
        texts(["One text as the whole answer, longer than narrow terminals, with 日本語 and \t a tab."]
        ))
    ], isScalar: true),
  "missing": result([column("x", .int, .int([0], [0]))], isScalar: true),
]

private let widths: [Int?] = [20, 40, 80, 200, nil]

private let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

@Test(arguments: results.keys.sorted(), widths)
func looksAsItShould(_ name: String, _ width: Int?) throws {
  try expectGolden(try #require(results[name]), .table, width, name)
}

/// Letters of all kinds in every other shape for reading.
@Test(arguments: [Format.ascii, .record, .list, .plain, .matrix, .markdown], widths)
func difficultLettersLookAsTheyShould(_ format: Format, _ width: Int?) throws {
  for name in ["scripts", "controls"] {
    let set = try #require(results[name])
    try expectGolden(set, format, width, "\(name)-\(format.rawValue)")
  }
}

private func expectGolden(
  _ set: ResultSet, _ format: Format, _ width: Int?, _ name: String
) throws {
  let text = String(
    decoding: try render(set, as: format, options: RenderOptions(width: width)), as: UTF8.self)
  let file = golden.appending(path: "\(name)-\(width.map(String.init) ?? "all").txt")
  if ProcessInfo.processInfo.environment["HORA_UPDATE"] != nil {
    try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let wanted = try #require(try? Data(contentsOf: file), "no such file: \(file.lastPathComponent)")
  #expect(Data(text.utf8) == wanted, "is now:\n\(text)")
}

@Test func noLineIsEverWiderThanTheTerminal() throws {
  for (name, set) in results {
    for width in 20...220 {
      for color in [false, true] {
        let bytes = try render(set, as: .table, options: RenderOptions(width: width, color: color))
        var text = String(decoding: bytes, as: UTF8.self)
        for style in ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"] {
          text = text.replacingOccurrences(of: style, with: "")
        }
        for line in text.split(separator: "\n") {
          #expect(DisplayWidth.of(String(line)) <= width, "\(name) at \(width): \(line)")
        }
      }
    }
  }
}

/// Records and lists fold, boxes are cut: nothing for reading is wider, and every line of a box is as wide as the
/// others.
@Test func noOtherShapeIsWiderThanTheTerminal() throws {
  for (name, set) in results {
    for width in Array(20...120) + [200] {
      for format in [Format.ascii, .record, .list] {
        let options = RenderOptions(width: width)
        let text = String(decoding: try render(set, as: format, options: options), as: UTF8.self)
        let cells = text.split(separator: "\n").map { DisplayWidth.of($0) }
        #expect(cells.allSatisfy { $0 <= width }, "\(name), \(format) at \(width):\n\(text)")
        if format == .ascii, text.hasPrefix("+-") {
          #expect(Set(cells).count == 1, "\(name) at \(width):\n\(text)")
        }
      }
    }
  }
}

/// What is broken to fit is all there.
@Test func listsLoseNothing() throws {
  for (name, set) in results {
    let whole = String(decoding: try render(set, as: .list), as: UTF8.self)
    for width in [20, 33, 80] {
      let folded = try render(set, as: .list, options: RenderOptions(width: width))
      #expect(
        String(decoding: folded, as: UTF8.self).filter { $0 != " " && $0 != "\n" }
          == whole.filter { $0 != " " && $0 != "\n" }, "\(name) at \(width)")
    }
  }
}

@Test func withoutAWidthNothingIsLost() throws {
  for (name, set) in results {
    let text = String(decoding: try render(set, as: .table), as: UTF8.self)
    #expect(!text.contains("…") && !text.contains("\u{1B}"), "\(name)")
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).count
        == (set.isScalar ? 2 : set.rowCount + 3), "\(name)")
    for column in set.columns.indices where name != "controls" && name != "scalar" {
      for row in 0..<set.rowCount {
        guard let cell = set.text(row: row, column: column), !cell.isEmpty else { continue }
        // An empty text in a list is "" in a table.
        #expect(text.contains(cell == "cloud; " ? "cloud; \"\"" : cell), "\(name)")
      }
    }
  }
}

@Test(arguments: [
  ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("한", 2), ("ｆ", 2), ("\u{1F1F7}\u{1F1F8}", 2),
  (family, 2), ("✨", 2), ("☂", 1), ("☂\u{FE0F}", 1), ("©", 1), ("\u{200B}", 0), ("\u{FEFF}", 0),
  ("Ж", 1), ("ψ", 1), ("ي", 1), ("…", 1), ("", 0), ("𝒳", 1), ("𠀀", 2), ("か\u{3099}", 2),
  ("\u{AD}", 1),
  ("\u{1FAE8}", 2), ("\u{E000}", 1), ("ابجد", 4), ("नि", 1), ("👍🏽", 2), ("1\u{FE0F}\u{20E3}", 1),
])
func widthOf(_ text: String, _ cells: Int) {
  #expect(DisplayWidth.of(text) == cells)
}

@Test func linesKeepAllWords() {
  let text = "one two  three four-and-twenty 日本語のクラスター five"
  for width in 4...60 {
    let lines = DisplayWidth.lines(text, width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width && !$0.isEmpty })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
  #expect(DisplayWidth.lines(text, width: 12, most: 2) == ["one two", "three four-…"])
  #expect(DisplayWidth.lines("", width: 5) == [""])
  #expect(DisplayWidth.lines("日本", width: 1) == ["日", "本"])
}
