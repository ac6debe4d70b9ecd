// How pictures look: what each room is given, what is cut, what legends and numbers say.

import Foundation
import HoraEngine
import Testing

@testable import HoraRender

private let ofAll: [(String, Picture)] = [
  ("members count by country", .bars), ("members", .hist), ("projects select budget", .spark),
  ("members select name, competences", .matrix), ("members count by country", .map),
  ("network collab = members via projects\ncollab", .graph),
]

/// The letters are as large on a telephone, so a drawing for it is another drawing.
@Test(arguments: ofAll.indices)
func aTelephoneHasADrawingOfItsOwn(_ index: Int) throws {
  let (program, picture) = ofAll[index]
  let sketch = try Sketch(try Pictures.answer(program), picture)
  let (wide, narrow) = (sketch.drawing(.wide), sketch.drawing(.narrow))
  #expect(narrow.width < wide.width || wide.isFixed)
  #expect(narrow.width <= 340 || narrow.isFixed)
  #expect(narrow.title == wide.title && !narrow.body.isEmpty)
  func marks(_ drawing: Drawing) -> Int { drawing.body.components(separatedBy: "<title>").count }
  #expect(marks(narrow) == marks(wide))
}

/// Titles go on in a next line instead of being cut.
@Test func longTitlesAreBroken() throws {
  let title = "Organisations of the region that share at least one project with another"
  let result = try Pictures.answer("members count by country show bars title = \"\(title)\"")
  let narrow = try Sketch(result, .bars).drawing(.narrow).inline
  let heads = narrow.components(separatedBy: "class=\"head\">").dropFirst().map {
    String($0.prefix { $0 != "<" })
  }
  #expect(heads.count > 1 && heads.joined(separator: " ") == title)
}

@Test func filesSayWhereTheDataComesFrom() throws {
  let result = try Pictures.answer("members count by country", Pictures.real)
  let source = try #require(result.network.attribution.first)
  let file = String(decoding: try render(result, as: .svgBars), as: UTF8.self)
  #expect(file.contains(source.prefix(30)))
  // A page says it once, below.
  #expect(!(try Sketch(result, .bars).drawing(.wide).inline.contains(source.prefix(30))))
}

@Test func numbersBelowEachOtherHaveTheSameDecimals() {
  #expect(Figures.shown([0.2979, 0.285, 0.0052]) == ["0.2979", "0.2850", "0.0052"])
  #expect(Figures.shown([3, 1.5, .nan]) == ["3.0", "1.5", "–"])
  #expect(Figures.shown([12, 7]) == ["12", "7"] && Figures.shown([]) == [])
  #expect(Figures.shown([123_456, 1.25]) == ["123,456", "1.25"])
  #expect(Figures.shown([1e-9, 2.5]) == ["0.000000001", "2.5"])
}

@Test func legendsOfAMatrixSayFromWhereToWhere() {
  #expect(Matrix.range(after: nil, to: 13, isWhole: true) == "to 13")
  #expect(Matrix.range(after: 13, to: 26, isWhole: true) == "14–26")
  #expect(Matrix.range(after: 2, to: 3, isWhole: true) == "3")
  #expect(Matrix.range(after: 0.5, to: 1, isWhole: false) == "over 0.5 to 1")
}

private func matrix(_ rows: Int, _ columns: Int, _ value: (Int, Int) -> Int64) throws -> Matrix {
  let cells = (0..<rows * columns).map { ($0 / columns, $0 % columns) }
  return try Matrix(
    Pictures.result([
      Pictures.column("r", .text, Pictures.texts(cells.map { "r\($0.0)" })),
      Pictures.column("c", .text, Pictures.texts(cells.map { "c\($0.1)" })),
      Pictures.column("n", .int, .int(cells.map { value($0.0, $0.1) }, [])),
    ]))
}

/// What is wider than any page and not as high is turned; its cells stay those of their names.
@Test func broadMatricesAreTurned() throws {
  let broad = try matrix(3, 31) { Int64($0 * 100 + $1) }
  #expect(broad.isBroad && !broad.turned.isBroad)
  for row in broad.rows.indices {
    for column in broad.columns.indices { #expect(broad[row, column] == broad.turned[column, row]) }
  }
  #expect(broad.turned.rows == broad.columns)
  let drawing = SVGMatrix.drawing(of: broad, .wide)
  #expect(drawing.width < 700 && drawing.remark.hasSuffix("rows drawn as columns"))
  #expect(drawing.body.contains("<title>c30, r2: 230</title>"))
  #expect(!(try matrix(20, 31) { Int64($0 + $1) }.isBroad))
  #expect(!(try matrix(3, 30) { Int64($0 + $1) }.isBroad))
}

@Test func numbersBelowZeroHaveShadesOfTheirOwn() throws {
  let drawing = SVGMatrix.drawing(of: try matrix(2, 2) { Int64($0 * 10) - Int64($1 * 7) }, .wide)
  #expect(drawing.body.contains("class=\"b4\"") && drawing.body.contains("below zero"))
  let above = SVGMatrix.drawing(of: try matrix(2, 2) { Int64($0 + $1) }, .wide)
  #expect(!above.body.contains("class=\"b") && !above.body.contains("below zero"))
}

@Test func namesAreCutToTheirRoom() {
  for text in ["Bosnia & Herzegovina", "UNIVERZITET U NOVOM SADU", "日本語の名前", "WWWW", "", "i"] {
    for room in [0.0, 20, 60, 1000] {
      let shown = Labels.cut(text, to: room)
      #expect(Labels.width(shown) <= max(room, Labels.width("…")), "\(text) in \(room)")
      #expect(shown == text || shown.hasSuffix("…"))
    }
    #expect(Labels.cut(text, to: 1000) == text)
  }
  // Capitals take more room than small letters.
  #expect(Labels.width("SERBIA") > Labels.width("serbia") * 1.1)
}

/// Three nodes do not stand alone on a large canvas.
@Test func aCanvasIsAsHighAsItsNodesNeed() throws {
  let few = try NodesAndTies(
    try Pictures.answer(
      """
      network few = (members where country in ["Albania", "Montenegro"]) via projects
      few
      """, Pictures.real))
  #expect(few.names.count == 3)
  let drawing = GraphDrawing(few, GraphDrawing.layout(of: few), width: 900, height: 594)
  #expect(drawing.height < 400)
  for place in drawing.places { #expect(place.y > 0 && place.y < drawing.height) }
}

/// A small map leaves out what lies far from its places, and none of these.
@Test func smallMapsShowTheirPlaces() throws {
  let map = try MapPicture(try Pictures.answer("members count by country", Pictures.real))
  for picture in [map] {
    let part = picture.closerPart
    #expect(part.x >= 0 && part.x + part.width <= picture.map.width + 0.001)
    #expect(part.y >= 0 && part.y + part.height <= picture.map.height + 0.001)
    for outline in picture.outline.compactMap({ $0 }) {
      let centre = picture.map.outlines[outline].centre
      #expect(centre.x >= part.x && centre.x <= part.x + part.width)
      #expect(centre.y >= part.y && centre.y <= part.y + part.height)
    }
  }
}

/// Bounds of millions are said in millions, so that they have room.
@Test func boundsOfHistogramsAreShort() throws {
  func chart(_ values: [Int64]) throws -> BarChart {
    let result = Pictures.result([Pictures.column("n", .int, .int(values, []))])
    return try #require(try BarChart.histograms(of: result).first)
  }
  let millions = try chart([1_000_000, 7_000_000, 9_000_000])
  #expect(millions.labels.allSatisfy { !$0.contains(",") } && millions.labels[0].contains(" to "))
  #expect(millions.remark.hasPrefix("in millions") && millions.values.reduce(0, +) == 3)
  #expect(try chart([0, 90_000]).remark.hasPrefix("in thousands"))
  let few = try chart([1, 2, 3])
  #expect(few.labels == ["1", "2", "3"] && few.remark == "3 rows")
  #expect(try chart([.min, .max]).values.reduce(0, +) == 2)
}
