// Comes in: values and ties of countries. Goes out: a drawing of the map: bubbles by area, ties as
// arcs by width, names with their values. What is on no map stands below it.

import HoraEngine

enum SVGMap {
  /// The part of the map that is drawn, and how large.
  private struct View {
    let part: Box
    let width: Double
    var scale: Double { width / max(1, part.width) }
    var height: Double { part.height * scale }

    func place(_ point: Point) -> Point {
      Point(x: (point.x - part.x) * scale, y: (point.y - part.y) * scale)
    }
  }

  static func drawing(of picture: MapPicture, _ width: Double) -> Drawing {
    let map = picture.map
    // Where there is little room, what lies far from every place is left out.
    let view = View(part: width < 500 ? picture.closerPart : picture.whole, width: width)
    let height = view.height
    let known = Set(picture.outline.compactMap { $0 })
    // The cut of the frame hides what goes beyond it.
    var body =
      "<svg x=\"0\" y=\"0\" width=\"\(Figures.place(width))\" height=\"\(Figures.place(height))\""
    body += " viewBox=\"\(Figures.place(view.part.x)) \(Figures.place(view.part.y))"
    body += " \(Figures.place(view.part.width)) \(Figures.place(view.part.height))\">\n"
    body +=
      "<rect class=\"water\" width=\"\(Figures.place(map.width))\" height=\"\(Figures.place(map.height))\"/>\n"
    for (index, outline) in map.outlines.enumerated() where !known.contains(index) {
      body += "<path class=\"land\" d=\"\(outline.path)\"/>\n"
    }
    for (place, outline) in picture.outline.enumerated() {
      guard let outline else { continue }
      body += "<path class=\"land known\" d=\"\(map.outlines[outline].path)\">"
      body += "<title>\(XML.escaped(said(picture, place)))</title></path>\n"
    }
    body += "</svg>\n"
    // Not in the units of the map: letters are as large on a small map.
    body += "<svg width=\"\(Figures.place(width))\" height=\"\(Figures.place(height))\">\n"
    body += arcs(picture, view)
    let (bubbles, unnamed) = bubbles(picture, view)
    body += bubbles
    body += "</svg>\n"
    var remark = "\(picture.valueName), by area of the bubble"
    if let heaviest = picture.arcs.max(by: { $0.weight < $1.weight }) {
      remark = "width of an arc: weight of the ties between two countries, "
      remark += "most \(Figures.shown(heaviest.weight)) (\(said(picture, heaviest)))"
    }
    if let unit = picture.unit { remark += ", in \(unit)" }
    remark += "; \(picture.places.count) \(picture.places.count == 1 ? "place" : "places")"
    let names =
      unnamed.isEmpty ? [] : ["No room for the names of \(unnamed.joined(separator: ", "))."]
    return Drawing(
      width: width, height: height + 6, title: picture.title, remark: remark,
      notes: names + picture.remarks + ["Outlines: Natural Earth."], body: body)
  }

  private static func said(_ picture: MapPicture, _ arc: MapPicture.Arc) -> String {
    "\(picture.places[arc.a].name) – \(picture.places[arc.b].name)"
  }

  private static func said(_ picture: MapPicture, _ place: Int) -> String {
    "\(picture.places[place].name): \(Figures.shown(picture.places[place].value))"
  }

  private static func arcs(_ picture: MapPicture, _ view: View) -> String {
    let heaviest = picture.arcs.reduce(0) { max($0, $1.weight) }
    guard heaviest > 0 else { return "" }
    var out = ""
    for arc in picture.arcs.sorted(by: { $0.weight < $1.weight }) where arc.weight > 0 {
      guard let a = picture.outline[arc.a], let b = picture.outline[arc.b], a != b else { continue }
      let from = view.place(picture.map.outlines[a].centre)
      let to = view.place(picture.map.outlines[b].centre)
      // Bent to one side by a fifth of the way, so that crossing ties can be told apart.
      let middle = Point(
        x: (from.x + to.x) / 2 + (to.y - from.y) * 0.2,
        y: (from.y + to.y) / 2 - (to.x - from.x) * 0.2)
      let width = 0.8 + 8 * view.scale.squareRoot() * arc.weight / heaviest
      out +=
        "<path class=\"arc\" stroke-width=\"\(Figures.place(width))\" d=\"M\(at(from))Q\(at(middle)) \(at(to))\">"
      out +=
        "<title>\(XML.escaped("\(said(picture, arc)): \(Figures.shown(arc.weight))"))</title></path>\n"
    }
    return out
  }

  private static func at(_ point: Point) -> String {
    "\(Figures.place(point.x)) \(Figures.place(point.y))"
  }

  private static func bubbles(
    _ picture: MapPicture, _ view: View
  ) -> (elements: String, unnamed: [String]) {
    let largest = picture.places.reduce(0) { max($0, abs($1.value)) }
    let widest = picture.arcs.isEmpty ? (picture.places.count <= 12 ? 46.0 : 32.0) : 20.0
    let most = widest * view.scale
    let shown = picture.places.indices.filter { picture.outline[$0] != nil }.sorted {
      let (a, b) = (abs(picture.places[$0].value), abs(picture.places[$1].value))
      return a == b ? $0 < $1 : a > b
    }
    var out = ""
    var items: [(index: Int, place: Point, radius: Double, name: String)] = []
    for place in shown {
      guard let outline = picture.outline[place] else { continue }
      let value = picture.places[place].value
      let centre = view.place(picture.map.outlines[outline].centre)
      let radius =
        largest > 0 ? max(value == 0 ? 0 : 2.5, (abs(value) / largest).squareRoot() * most) : 0
      out +=
        "<circle class=\"bubble\(value < 0 ? " below" : "")\" cx=\"\(Figures.place(centre.x))\""
      out += " cy=\"\(Figures.place(centre.y))\" r=\"\(Figures.place(radius))\">"
      out += "<title>\(XML.escaped(said(picture, place)))</title></circle>\n"
      items.append(
        (place, centre, radius, "\(picture.places[place].name) \(Figures.shown(value))"))
    }
    let frame = Box(x: 2, y: 2, width: view.width - 4, height: view.height - 4)
    let labels = Labels.placed(items, within: frame, most: 200, free: min(8, items.count / 4))
    for label in labels {
      out += SVG.text(label.text, x: label.x, y: label.baseline, "halo", anchor: label.anchor)
    }
    let named = Set(labels.map(\.index))
    return (out, items.filter { !named.contains($0.index) }.map(\.name))
  }
}
