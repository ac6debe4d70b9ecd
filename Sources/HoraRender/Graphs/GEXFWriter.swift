// Comes in: nodes and ties. Goes out: GEXF 1.3, with the place, size and colour of each node as in
// the drawing, so that Gephi shows the same picture.

enum GEXFWriter {
  static func write(_ graph: NodesAndTies) -> String {
    // A graph that is too large to be drawn has no places.
    let layout =
      graph.names.count <= NodesAndTies.most
      ? GraphDrawing(graph, GraphDrawing.layout(of: graph), width: 1000, height: 660) : nil
    let group = XML.escaped(graph.groupName ?? "group")
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
        <graph defaultedgetype="undirected" mode="static">
          <attributes class="node" mode="static">
            <attribute id="key" title="key" type="string"/>
            <attribute id="group" title="\(group)" type="string"/>
            <attribute id="size" title="\(XML.escaped(graph.sizeName))" type="double"/>
          </attributes>
          <nodes>

      """
    for (index, name) in graph.names.enumerated() {
      out += "      <node id=\"\(index + 1)\"\(XML.attribute("label", name))><attvalues>"
      out += value("key", graph.keys[index])
      if let group = graph.groups[index] { out += value("group", group) }
      if graph.sizes[index].isFinite { out += value("size", Figures.exact(graph.sizes[index])) }
      out += "</attvalues>" + (layout.map { drawn($0, index) } ?? "") + "</node>\n"
    }
    out += "    </nodes>\n    <edges>\n"
    for (index, tie) in graph.ties.enumerated() {
      out += "      <edge id=\"\(index + 1)\" source=\"\(tie.a + 1)\" target=\"\(tie.b + 1)\""
      out += " weight=\"\(Figures.exact(tie.weight))\"/>\n"
    }
    return out + "    </edges>\n  </graph>\n</gexf>\n"
  }

  private static func drawn(_ layout: GraphDrawing, _ index: Int) -> String {
    let place = layout.places[index]
    let colour = Palette.numbers(layout.colours[index])
    let (x, y) = (Figures.place(place.x), Figures.place(-place.y))
    return "<viz:size value=\"\(Figures.place(layout.radii[index]))\"/>"
      + "<viz:position x=\"\(x)\" y=\"\(y)\" z=\"0\"/>"
      + "<viz:color r=\"\(colour.red)\" g=\"\(colour.green)\" b=\"\(colour.blue)\"/>"
  }

  private static func value(_ key: String, _ text: String) -> String {
    "<attvalue for=\"\(key)\"\(XML.attribute("value", text))/>"
  }
}
