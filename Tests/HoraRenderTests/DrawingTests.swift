// Drawings and files of graphs: well-formed, the same bytes twice, as many marks as the query has
// rows, names that do not cover each other, and nothing that is loaded from anywhere.

import Foundation
import HoraEngine
import Testing

@testable import HoraRender

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Counts elements, or tells where the text is not well-formed.
private final class Elements: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var classes: [String: Int] = [:]
  var texts: [String] = []
  private var text = ""

  static func of(_ bytes: [UInt8]) throws -> Elements {
    let elements = Elements()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = elements
    if !parser.parse() {
      throw parser.parserError ?? CocoaError(.coderReadCorrupt)
    }
    return elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    for one in attributes["class"]?.split(separator: " ") ?? [] {
      classes[String(one), default: 0] += 1
    }
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts.append(text)
    text = ""
  }
}

private let collab = "network collab = members via projects\n"
private let region = "network region = (members where country.network) via projects\n"

private let drawings: [(String, Format)] = [
  ("members count by country", .svgBars), ("members", .svgHist),
  ("projects select budget", .svgSpark), ("members select name, competences", .svgMatrix),
  (collab + "collab", .svgGraph), ("members count by country", .svgMap),
  (collab + "collab", .svgMap),
  (collab + "collab", .graphml), (collab + "collab", .gexf), (collab + "collab show graph", .svg),
  ("members where size > 100000 count by country", .svgBars),
  ("members where size > 100000 count by country", .svgMap),
  ("members where size > 100000 select name, competences", .svgMatrix),
  (collab + "collab where weight > 1000", .svgGraph),
  (collab + "collab where weight > 1000", .gexf),
]

@Test(arguments: drawings.indices)
func drawingsAreWellFormedAndTheSameTwice(_ index: Int) throws {
  let (program, format) = drawings[index]
  let bytes = try render(try Pictures.answer(program), as: format)
  let again = try render(try Pictures.answer(program), as: format)
  #expect(bytes == again)
  _ = try Elements.of(bytes)
  expectNothingIsLoaded(String(decoding: bytes, as: UTF8.self), isPage: false)
}

private func expectNothingIsLoaded(_ text: String, isPage: Bool) {
  for mark in ["url(", "@import", "<img", "<link", "<iframe", "xlink", " src=", "fetch("] {
    #expect(!text.contains(mark), "\(mark)")
  }
  let known = [
    "://www.w3.org/2000/svg\"", "://gexf.net/1.3", "://graphml.graphdrawing.org/xmlns\"", "-equiv=",
  ]
  let addresses = text.components(separatedBy: "http").dropFirst().filter { piece in
    !known.contains { piece.hasPrefix($0) }
  }
  #expect(addresses.isEmpty || isPage, "\(addresses.map { $0.prefix(60) })")
}

@Test func marksAreAsManyAsRows() throws {
  let ties = try Pictures.answer(collab + "collab")
  let graph = try NodesAndTies(ties)
  #expect(graph.ties.count == ties.rowCount && graph.names.count > 3)
  let svg = try Elements.of(try render(ties, as: .svgGraph))
  #expect(svg.classes["node"] == graph.names.count && svg.classes["tie"] == ties.rowCount)
  let graphml = try Elements.of(try render(ties, as: .graphml))
  #expect(graphml.counts["node"] == graph.names.count && graphml.counts["edge"] == ties.rowCount)
  let gexf = try Elements.of(try render(ties, as: .gexf))
  #expect(gexf.counts["node"] == graph.names.count && gexf.counts["edge"] == ties.rowCount)
  #expect(gexf.counts["viz:position"] == graph.names.count)
  let dot = String(decoding: try render(ties, as: .dot), as: UTF8.self)
  #expect(dot.components(separatedBy: " -- ").count - 1 == ties.rowCount)
  let bars = try Pictures.answer("members count by country")
  #expect(try Elements.of(try render(bars, as: .svgBars)).classes["bar"] == bars.rowCount)
}

@Test func weightsOfTheSamePairAreAddedUp() throws {
  let result = try Pictures.answer(
    "members each projects as p each p.members as b where b != it select a = it, b, n = 1")
  let graph = try NodesAndTies(result)
  let collab = try NodesAndTies(try Pictures.answer(collab + "collab"))
  #expect(graph.ties.count == collab.ties.count)
  // Each pair stands there both ways.
  #expect(graph.ties.reduce(0) { $0 + $1.weight } == 2 * collab.ties.reduce(0) { $0 + $1.weight })
}

/// The real network of the region: names have room, and none covers another.
@Test func namesDoNotOverlap() throws {
  let graph = try NodesAndTies(try Pictures.answer(region + "region", Pictures.real))
  let drawing = GraphDrawing(graph, GraphDrawing.layout(of: graph), width: 900, height: 594)
  #expect(drawing.labels.count > 15)
  for (index, label) in drawing.labels.enumerated() {
    #expect(label.box.x >= 0 && label.box.x + label.box.width <= drawing.width)
    #expect(label.box.y >= 0 && label.box.y + label.box.height <= drawing.height)
    for other in drawing.labels[(index + 1)...] {
      #expect(!label.box.overlaps(other.box), "\(label.text), \(other.text)")
    }
  }
  // The best connected are named.
  let named = Set(drawing.labels.map(\.index))
  #expect(drawing.graph.bySize.prefix(5).count { named.contains($0) } >= 3)
  for (place, radius) in zip(drawing.places, drawing.radii) {
    #expect(place.x >= radius && place.x <= drawing.width - radius && place.y >= radius)
  }
}

@Test func layoutsAreSeeded() {
  let ties = (0..<60).map { NodesAndTies.Tie(a: $0 % 20, b: ($0 * 7 + 3) % 20, weight: 1) }.filter {
    $0.a != $0.b
  }
  let first = ForceLayout(count: 22, ties: ties, seed: 1).places(aspect: 1.5)
  #expect(first == ForceLayout(count: 22, ties: ties, seed: 1).places(aspect: 1.5))
  #expect(first != ForceLayout(count: 22, ties: ties, seed: 2).places(aspect: 1.5))
  #expect(first.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  // Nobody stands where another does.
  for (index, place) in first.enumerated() { #expect(!first[(index + 1)...].contains(place)) }
  #expect(ForceLayout(count: 0, ties: [], seed: 1).places(aspect: 1).isEmpty)
}

/// Two groups that are tied inside: nodes stand nearer to their own.
@Test func layoutsShowGroups() {
  var ties: [NodesAndTies.Tie] = [.init(a: 0, b: 10, weight: 1)]
  for group in [0, 10] {
    for i in 0..<10 {
      for j in (i + 1)..<10 { ties.append(.init(a: group + i, b: group + j, weight: 1)) }
    }
  }
  let places = ForceLayout(count: 20, ties: ties, seed: 1).places(aspect: 1.5)
  func distance(_ a: Int, _ b: Int) -> Double {
    let (dx, dy) = (places[a].x - places[b].x, places[a].y - places[b].y)
    return (dx * dx + dy * dy).squareRoot()
  }
  var (inside, across) = (0.0, 0.0)
  for i in 0..<10 {
    for j in 0..<10 where i != j {
      inside += distance(i, j) + distance(10 + i, 10 + j)
      across += 2 * distance(i, 10 + j)
    }
  }
  #expect(across > 2 * inside)
}

@Test(
  .enabled(
    if: ProcessInfo.processInfo.environment["HORA_HEAVY"] != nil, "set HORA_HEAVY, in release"))
func aThousandNodesInTwoSeconds() {
  var random = 1 as UInt64
  func next(_ bound: Int) -> Int {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(random >> 33) % bound
  }
  let ties = (0..<4000).map { _ in NodesAndTies.Tie(a: next(1000), b: next(1000), weight: 1) }
    .filter { $0.a != $0.b }
  let time = ContinuousClock().measure {
    #expect(ForceLayout(count: 1000, ties: ties, seed: 1).places(aspect: 1.5).count == 1000)
  }
  #expect(time < .seconds(2), "\(time)")
}

@Test func mapsDropNothing() throws {
  let result = Pictures.result([
    Pictures.column("place", .text, Pictures.texts(["RS", "Romania", "Atlantis", "Narnia", nil])),
    Pictures.column("n", .int, .int([5, 7, 3, 2, 1], [])),
  ])
  let map = try MapPicture(result)
  #expect(map.map.name == "region" && map.nowhere == 1)
  let text = String(decoding: try render(result, as: .svgMap), as: UTF8.self)
  for said in ["RS 5", "Romania 7", "Atlantis (3)", "Narnia (2)", "1 row has no place"] {
    #expect(text.contains(said), "\(said)")
  }
  let terminal = String(decoding: try render(result, as: .map), as: UTF8.self)
  #expect(terminal.contains("Not on this map: Atlantis (3), Narnia (2)."))
  let far = try MapPicture(
    Pictures.result([Pictures.column("place", .text, Pictures.texts(["Norway", "RS", "ES"]))]))
  #expect(far.map.name == "europe" && far.outline.allSatisfy { $0 != nil })
}

/// A member whose short name is the code of a country stands in its own country, or nowhere.
@Test func thingsStandInTheirCountries() throws {
  let map = try MapPicture(try Pictures.answer(region + "region", Pictures.real))
  let countries = try Pictures.answer("countries where network select en", Pictures.real)
  let known = Set((0..<countries.rowCount).compactMap { countries.text(row: $0, column: 0) })
  #expect(Set(map.places.map(\.name)).subtracting(known).isEmpty)
  #expect(map.within + map.arcs.reduce(0) { $0 + $1.weight } > 600)
}

@Test func everyCountryOfTheNetworkHasAnOutline() {
  let codes = [
    "AL", "BA", "BG", "GR", "EL", "ME", "MK", "RO", "RS", "TR", "XK", "Türkiye", "North Macedonia",
  ]
  #expect(OutlineMap.all.map(\.name) == ["region", "europe"])
  for map in OutlineMap.all {
    for code in codes { #expect(map.names[SearchForm.of(code)] != nil, "\(map.name): \(code)") }
    for outline in map.outlines {
      #expect(outline.path.hasPrefix("M") && outline.path.hasSuffix("Z"))
    }
  }
}

@Test func whatCannotBeDrawnIsSaid() throws {
  let names = Pictures.result([Pictures.column("x", .text, Pictures.texts(["a"]))])
  for format in [
    Format.svg, .bars, .hist, .spark, .svgGraph, .dot, .gexf, .graphml, .graph, .matrix,
  ] {
    #expect(throws: PictureFault.self, "\(format)") { try render(names, as: format) }
  }
  let many = Pictures.result([Pictures.column("n", .int, .int((0..<2001).map(Int64.init), []))])
  #expect(throws: PictureFault.self) { try render(many, as: .svgBars) }
  _ = try render(many, as: .svgHist)
  let wide = Pictures.result([
    Pictures.column("a", .text, Pictures.texts((0..<400).map { "\($0)" })),
    Pictures.column("b", .text, Pictures.texts((0..<400).map { "x\($0)" })),
  ])
  #expect(throws: PictureFault.self) { try render(wide, as: .matrix) }
}
