// Pictures in letters at the widths of terminals: one file for each in Golden/. HORA_UPDATE=1 writes
// them anew; then they are read by a person. Nothing is ever wider than the width.

import Foundation
import HoraEngine
import Testing

@testable import HoraRender

private let widths: [Int?] = [20, 40, 80, 200, nil]
private let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

private func drawn(_ result: ResultSet, _ format: Format, _ width: Int?) throws -> String {
  String(
    decoding: try render(result, as: format, options: RenderOptions(width: width)), as: UTF8.self)
}

private func expectGolden(_ text: String, _ name: String) throws {
  let file = golden.appending(path: "\(name).txt")
  if ProcessInfo.processInfo.environment["HORA_UPDATE"] != nil {
    try Data(text.utf8).write(to: file)
  }
  let wanted = try #require(try? Data(contentsOf: file), "no such file: \(name)")
  #expect(Data(text.utf8) == wanted, "is now:\n\(text)")
}

@Test(arguments: Pictures.programs.keys.sorted(), widths)
func picturesLookAsTheyShould(_ name: String, _ width: Int?) throws {
  let result = try Pictures.answer(try #require(Pictures.programs[name]))
  let text = try drawn(result, try #require(result.format), width)
  try expectGolden(text, "picture-\(name)-\(width.map(String.init) ?? "all")")
}

@Test(arguments: widths)
func barsOfRareValues(_ width: Int?) throws {
  let name = width.map(String.init) ?? "all"
  try expectGolden(drawn(Pictures.bars, .bars, width), "picture-rare-\(name)")
  try expectGolden(drawn(Pictures.bars, .ascii, width), "rare-ascii-\(name)")
  try expectGolden(drawn(Pictures.bars, .record, width), "rare-record-\(name)")
}

/// Names with wide, combined, turned and steering letters beside bars and sparks.
@Test(arguments: widths)
func picturesOfDifficultLetters(_ width: Int?) throws {
  let name = width.map(String.init) ?? "all"
  let count = Pictures.odd.count
  let numbers = Vector.int((0..<count).map { Int64($0 * $0) - 9 }, [])
  let bars = Pictures.result([
    Pictures.column("name", .text, Pictures.texts(Pictures.odd)),
    Pictures.column("n", .int, numbers),
  ])
  try expectGolden(drawn(bars, .bars, width), "odd-bars-\(name)")
  let odd = Pictures.odd.filter { !$0.isEmpty }.map { Pictures.column($0, .int, numbers) }
  try expectGolden(drawn(Pictures.result(odd), .spark, width), "odd-spark-\(name)")
  try expectGolden(drawn(Pictures.result(Array(odd.prefix(4))), .hist, width), "odd-hist-\(name)")
  for format in [Format.bars, .matrix, .map] {
    for line in try drawn(bars, format, width).split(separator: "\n") {
      #expect(width.map { DisplayWidth.of(line) <= $0 } ?? true, "\(line)")
    }
  }
}

@Test func noPictureIsWiderThanTheTerminal() throws {
  var results = try Pictures.programs.values.map { try Pictures.answer($0) }
  var rare = Pictures.bars
  rare.format = .bars
  results.append(rare)
  for result in results {
    let format = try #require(result.format)
    for width in 20...140 {
      for line in try drawn(result, format, width).split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= width, "\(format) at \(width): \(line)")
      }
    }
  }
  for width in 20...140 {
    for line in try drawn(Pictures.bars, .ascii, width).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }
}

/// The longest bar fills its room, and lengths are in proportion.
@Test func barsAreInProportion() throws {
  let result = Pictures.result([
    Pictures.column("x", .text, Pictures.texts(["a", "b", "c"])),
    Pictures.column("n", .int, .int([80, 40, 1], [])),
  ])
  let lines = try drawn(result, .bars, nil).split(separator: "\n").dropFirst()
  let cells = lines.map { $0.filter { $0 == "█" }.count }
  #expect(cells == [40, 20, 0])
  #expect(lines.last?.contains("▌") == true && lines.last?.hasSuffix(" 1") == true)
}

@Test func histogramsCountEveryValue() throws {
  let values = (0..<1000).map { Int64($0 * $0 % 977) }
  var result = Pictures.result([
    Pictures.column("x", .int, .int(values + [0], Array(repeating: 1, count: 1000) + [0]))
  ])
  for bins in [1, 3, 10, 200] {
    result.options.set(.bins, .number(bins))
    let chart = try #require(try BarChart.histograms(of: result).first)
    #expect(chart.values.reduce(0, +) == 1000 && chart.remark.contains("1 without a value"))
    #expect(chart.labels.count == chart.values.count)
  }
}

@Test func extremesAreDrawnWithoutATrap() throws {
  for values in Pictures.extremes {
    let mask = values.map { $0.isNaN ? UInt8(0) : 1 }
    let numbers = Vector.decimal(values.map { $0.isNaN ? 0 : $0 }, mask)
    let names = Pictures.texts(values.indices.map { "n\($0)" })
    for isLogarithmic in [false, true] {
      var result = Pictures.result([
        Pictures.column("x", .text, names), Pictures.column("n", .decimal, numbers),
      ])
      result.options.set(.log, .flag(isLogarithmic))
      for format in [
        Format.bars, .hist, .spark, .svgBars, .svgHist, .svgSpark, .matrix, .svgMatrix, .map,
        .svgMap,
      ] {
        for width in [nil, 20] { _ = try drawn(result, format, width) }
      }
    }
  }
}

@Test func textFromDataDoesNothing() throws {
  let count = Pictures.odd.count
  let result = Pictures.result([
    Pictures.column("na<me", .text, Pictures.texts(Pictures.odd)),
    Pictures.column("n", .int, .int((0..<count).map(Int64.init), [])),
  ])
  for format in [Format.bars, .matrix, .map, .table, .ascii, .plain, .record, .list, .markdown] {
    let text = try drawn(result, format, 60)
    let controls = text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty && !text.contains("\u{202E}"), "\(format): \(text)")
  }
  #expect(try drawn(result, .list, nil).split(separator: "\n").count == count)
  #expect(try drawn(result, .null, nil) == "")
}

@Test func csvIsExactUnlessAsked() throws {
  let cells = ["=1+1", "-5", "@x", "+y", "plain", "\ttab"]
  var result = Pictures.result([
    Pictures.column("=name", .text, Pictures.texts(cells)),
    Pictures.column("n", .int, .int(cells.map { _ in -5 }, [])),
  ])
  #expect(
    try drawn(result, .csv, nil) == "=name,n\n=1+1,-5\n-5,-5\n@x,-5\n+y,-5\nplain,-5\n\ttab,-5\n")
  result.options.set(.safe, .flag(true))
  #expect(
    try drawn(result, .csv, nil)
      == "'=name,n\n'=1+1,-5\n'-5,-5\n'@x,-5\n'+y,-5\nplain,-5\n'\ttab,-5\n")
}

@Test func figures() {
  let cases: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (1_234_567, "1,234,567"), (-1234, "-1234"), (1.0 / 3, "0.3333"),
    (2.5, "2.5"), (1234.56, "1235"), (99.999, "100"), (0.00001, "0.00001"), (.nan, "–"),
    (-0.00049, "-0.0005"), (999_999_999_999_999, "999,999,999,999,999"),
  ]
  for (value, text) in cases { #expect(Figures.shown(value) == text) }
  #expect(Figures.fixed(-0.04, 1) == "0.0" && Figures.fixed(1.25, 2) == "1.25")
  #expect(Figures.place(.infinity) == "0" && Figures.place(12.04) == "12")
  for value in [1e-300, 0.1, 1, 2, 3, 1024, 7e200] {
    let wanted = value == 1 ? 0 : Foundation.log2(value)
    #expect(abs(Figures.log2(value) - wanted) < 1e-8 * max(1, abs(wanted)))
  }
}

/// Three kinds of rows, mixed up: neighbours are of one kind.
@Test func seriationFindsGroups() {
  let kinds = [0, 2, 1, 0, 1, 2, 2, 0, 1, 1, 0, 2]
  let lines = kinds.map { kind in (0..<9).map { $0 / 3 == kind ? 1.0 : .nan } }
  let order = Seriation.order(lines)
  #expect(order.sorted() == Array(kinds.indices))
  let changes = zip(order, order.dropFirst()).count { kinds[$0] != kinds[$1] }
  #expect(changes == 2)
  #expect(Seriation.order(lines) == order)
}
