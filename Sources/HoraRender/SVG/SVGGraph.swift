// Comes in: nodes and ties. Goes out: a drawing of the graph: shape and colour are the group, area
// the size, width of a line the weight. Each node can be reached by keyboard in a page; data-
// attributes are what the script of a page reads.

import HoraEngine

enum SVGGraph {
  static func drawing(of layout: GraphDrawing) -> Drawing {
    let graph = layout.graph
    let legendHeight = height(of: layout)
    // Very many ties would hide the nodes and each other.
    let isDense = graph.ties.count > 1_500
    var body = "<g class=\"ties\"\(isDense ? " opacity=\"0.45\"" : "")>\n"
    let heaviest = graph.ties.reduce(0) { max($0, $1.weight) }
    for tie in graph.ties {
      let share = heaviest > 0 ? max(0, tie.weight) / heaviest : 0
      let width = graph.isWeighted ? (isDense ? 0.4 : 0.7) + 4 * share : isDense ? 0.7 : 1.1
      let a = layout.places[tie.a]
      let b = layout.places[tie.b]
      body += "<line x1=\"\(Figures.place(a.x))\" y1=\"\(Figures.place(a.y))\""
      body += " x2=\"\(Figures.place(b.x))\" y2=\"\(Figures.place(b.y))\" class=\"tie\""
      body += " stroke-width=\"\(Figures.place(width))\" data-a=\"\(tie.a)\" data-b=\"\(tie.b)\">"
      let weight = graph.isWeighted ? ": \(Figures.shown(tie.weight))" : ""
      body += "<title>\(XML.escaped("\(graph.names[tie.a]) – \(graph.names[tie.b])\(weight)"))"
      body += "</title></line>\n"
    }
    body += "</g>\n<g class=\"nodes\">\n"
    var labels: [Int: PlacedLabel] = [:]
    for label in layout.labels { labels[label.index] = label }
    // The smallest first: what matters lies on top.
    for node in graph.bySize.reversed() { body += self.node(node, graph, layout, labels[node]) }
    body += "</g>\n"
    body += legend(layout)
    let largest = graph.sizes.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    var remark = "size: \(graph.sizeName), at most \(Figures.shown(largest))"
    if let group = graph.groupName, !layout.legend.isEmpty {
      remark += "; colour and shape: \(group)"
    }
    if graph.isWeighted { remark += "; width: weight, at most \(Figures.shown(heaviest))" }
    if graph.names.isEmpty { remark = "nothing to draw" }
    let unnamed = graph.names.count - layout.labels.count
    let notes =
      unnamed > 0 && !graph.names.isEmpty
      ? [
        "There is no room for \(unnamed == 1 ? "the name" : "the names") of"
          + " \(Figures.shown(Double(unnamed))) of the nodes."
      ] : []
    return Drawing(
      width: layout.width, height: layout.height + legendHeight, title: graph.title, remark: remark,
      notes: notes, body: body)
  }

  private static func node(
    _ node: Int, _ graph: NodesAndTies, _ layout: GraphDrawing, _ label: PlacedLabel?
  ) -> String {
    let place = layout.places[node]
    let colour = layout.colours[node]
    let size = graph.sizes[node].isFinite ? Figures.shown(graph.sizes[node]) : "unknown"
    let degree = graph.sizeName == "degree" ? "" : ", degree \(graph.degrees[node])"
    let group = graph.groups[node].map { ", \($0)" } ?? ""
    let title = "\(graph.names[node])\(group); \(graph.sizeName) \(size)\(degree)"
    var out = "<g class=\"node\" data-n=\"\(node)\" data-g=\"\(colour)\""
    out += XML.attribute("data-name", graph.names[node])
    out += " transform=\"translate(\(Figures.place(place.x)),\(Figures.place(place.y)))\">"
    out += "<title>\(XML.escaped(title))</title>"
    out += "<g class=\"g\(colour)\">\(Palette.shape(colour, radius: layout.radii[node]))</g>"
    if let label {
      out += SVG.text(
        label.text, x: label.x - place.x, y: label.baseline - place.y, anchor: label.anchor)
    }
    return out + "</g>\n"
  }

  /// Columns as wide as each other, each with room for the name of a country.
  private static func columns(_ layout: GraphDrawing) -> (count: Int, width: Double) {
    let room = layout.width - 2 * Drawing.rim
    let count = max(1, Int(room / 215))
    return (count, room / Double(count))
  }

  private static func height(of layout: GraphDrawing) -> Double {
    let columns = columns(layout).count
    return layout.legend.isEmpty
      ? 0 : Double((layout.legend.count + columns - 1) / columns) * 22 + 12
  }

  private static func legend(_ layout: GraphDrawing) -> String {
    var out = ""
    let columns = columns(layout)
    for (index, entry) in layout.legend.enumerated() {
      let x = Drawing.rim + Double(index % columns.count) * columns.width
      let y = layout.height + Double(index / columns.count) * 22 + 12
      let name = Labels.cut(entry.name, to: columns.width - 62)
      out += "<g class=\"key\" data-g=\"\(entry.colour)\"\(XML.attribute("data-name", entry.name))>"
      // The whole entry can be met, and not its letters only.
      out += SVG.rectangle(
        Box(x: x - 4, y: y - 11, width: columns.width - 6, height: 21), "field")
      out += "<g class=\"g\(entry.colour)\""
      out += " transform=\"translate(\(Figures.place(x + 6)),\(Figures.place(y)))\">"
      out += "\(Palette.shape(entry.colour, radius: 6))</g>"
      out += SVG.text("\(name) (\(Figures.shown(Double(entry.count))))", x: x + 18, y: y + 4.5)
      out += "</g>\n"
    }
    return out
  }
}
