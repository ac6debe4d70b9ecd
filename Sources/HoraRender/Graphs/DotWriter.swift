// Comes in: nodes and ties. Goes out: a graph in the DOT language of Graphviz.

enum DotWriter {
  static func write(_ graph: NodesAndTies) -> String {
    var out = "graph hora {\n  node [shape=ellipse];\n"
    for (index, name) in graph.names.enumerated() {
      var parts = ["label=\(quoted(name))"]
      if let group = graph.groups[index] { parts.append("group=\(quoted(group))") }
      if graph.sizes[index].isFinite { parts.append("size=\(number(graph.sizes[index]))") }
      out += "  n\(index + 1) [\(parts.joined(separator: ", "))];\n"
    }
    for tie in graph.ties {
      let weight = graph.isWeighted ? " [weight=\(number(tie.weight))]" : ""
      out += "  n\(tie.a + 1) -- n\(tie.b + 1)\(weight);\n"
    }
    return out + "}\n"
  }

  private static func number(_ value: Double) -> String { Figures.exact(value) }

  /// In quotes only a quote and a backslash mean something.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"", "\\": result += "\\" + String(character)
      case "\n", "\r\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
