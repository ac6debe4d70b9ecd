// Comes in: `show` and `save` at the end of a statement. Goes out: how its rows are presented. They
// belong to the statement, not to its rows.

import HoraEngine
import HoraSyntax

/// How a statement's rows are presented; hosts may ignore it.
struct Presentation {
  var format: String?
  var files: [String] = []
}

extension Checker {
  /// The `show` and `save` clauses a query ends with.
  func presentation(of node: NodeID) -> ArraySlice<NodeID> {
    guard tree.kind(of: node) == .query else { return [] }
    let children = tree.soundChildren(of: node)
    let rows = children.lastIndex {
      tree.kind(of: $0) != .showClause && tree.kind(of: $0) != .saveClause
    }
    return children[(rows ?? -1) + 1..<children.count]
  }

  /// Nil where a clause is wrong.
  mutating func presentation(statement node: NodeID) -> Presentation? {
    var presentation = Presentation()
    for clause in self.presentation(of: node) {
      if tree.kind(of: clause) == .showClause {
        guard let format = showFormat(clause) else { return nil }
        presentation.format = format
      } else {
        guard let file = savedFile(clause) else { return nil }
        presentation.files.append(file)
      }
    }
    return presentation
  }

  /// The formats of the language, and those of them that run.
  private static let formats = [
    "table", "plain", "csv", "tsv", "json", "ndjson", "markdown", "html", "bars", "matrix", "map",
    "graph", "dot", "graphml", "gexf", "svg",
  ]
  private static let builtFormats: Set<String> = [
    "table", "plain", "csv", "tsv", "json", "ndjson", "markdown",
  ]

  private mutating func showFormat(_ node: NodeID) -> String? {
    let children = tree.soundChildren(of: node)
    guard let first = children.first else { return nil }
    if isProbed(first) { probeFormats(Checker.formats.filter(Checker.builtFormats.contains)) }
    let name = tree.nameText(of: first).lowercased()
    guard Checker.formats.contains(name) else {
      report(
        CheckMessage.unknownFormat(
          name, nearest(name, in: Checker.formats, limit: 3), Checker.formats,
          tree.range(of: first)))
      return nil
    }
    guard Checker.builtFormats.contains(name), children.count == 1 else {
      notBuilt("`show \(name)\(children.count > 1 ? "` with options" : "`")", node)
      return nil
    }
    return name
  }

  private mutating func savedFile(_ node: NodeID) -> String? {
    guard let text = tree.soundChildren(of: node).first else { return nil }
    guard host.savesFiles else {
      report(CheckMessage.savesNothing(tree.range(of: node)))
      return nil
    }
    return tree.textValue(of: text)
  }
}
