// Comes in: nodes and ties. Goes out: GraphML, with the name, key, group and size of each node and
// the weight of each tie.

enum GraphMLWriter {
  static func write(_ graph: NodesAndTies) -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="name" for="node" attr.name="label" attr.type="string"/>
        <key id="key" for="node" attr.name="key" attr.type="string"/>
        <key id="group" for="node" attr.name="\(XML.escaped(graph.groupName ?? "group"))" attr.type="string"/>
        <key id="size" for="node" attr.name="\(XML.escaped(graph.sizeName))" attr.type="double"/>
        <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
        <graph edgedefault="undirected">

      """
    for (index, name) in graph.names.enumerated() {
      out += "    <node id=\"n\(index + 1)\">" + data("name", name) + data("key", graph.keys[index])
      if let group = graph.groups[index] { out += data("group", group) }
      if graph.sizes[index].isFinite { out += data("size", Figures.exact(graph.sizes[index])) }
      out += "</node>\n"
    }
    for (index, tie) in graph.ties.enumerated() {
      out += "    <edge id=\"e\(index + 1)\" source=\"n\(tie.a + 1)\" target=\"n\(tie.b + 1)\">"
      out += data("weight", Figures.exact(tie.weight)) + "</edge>\n"
    }
    return out + "  </graph>\n</graphml>\n"
  }

  private static func data(_ key: String, _ text: String) -> String {
    "<data key=\"\(key)\">\(XML.escaped(text))</data>"
  }
}
