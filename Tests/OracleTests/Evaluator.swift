// A second opinion on what a program means, straight from the manual: one row at a time, no cleverness.
// In: a parsed program and a model. Out: the answer of its last statement. It shares nothing with the
// checker and the engine but the parser.

import HoraSyntax

final class Evaluator {
  let model: Model
  let tree: SyntaxTree
  var meanings: [String: Meaning] = [:]
  var parameters: [String: Value] = [:]
  /// The rows whose aggregates `summarize` asks for: what each sees.
  var group: [[Frame]]?
  /// Where windows may stand: all rows of the clause, and which is at hand.
  var window: (rows: Rows, outer: [Frame], at: Int?)?

  /// The outermost of the rows around that was asked for something.
  var outermost = Int.max
  /// The keys of each window in every row of the clause at hand.
  var windowKeys: [NodeID: [[Value]]] = [:]

  init(_ model: Model, _ tree: SyntaxTree) {
    self.model = model
    self.tree = tree
  }

  static func answer(_ text: String, _ model: Model) throws -> Reply {
    let parsed = parse(SourceText(text))
    guard !parsed.hasErrors else { throw Unsupported(what: "syntax") }
    return try Evaluator(model, parsed.tree).run()
  }

  func run() throws -> Reply {
    var reply: Reply?
    for statement in tree.soundChildren(of: tree.root) {
      let children = tree.soundChildren(of: statement)
      switch tree.kind(of: statement) {
      case .letStatement:
        meanings[tree.nameText(of: children[0]).lowercased()] = try meaning(of: children[1])
      case .defStatement:
        let parameters = tree.childNodes(of: statement, kind: .defParameter).map { node in
          let parts = tree.soundChildren(of: node)
          return (tree.nameText(of: parts[0]).lowercased(), parts.count > 1 ? parts[1] : nil)
        }
        meanings[tree.nameText(of: children[0]).lowercased()] =
          .definition(parameters: parameters, body: children[children.count - 1])
      case .paramStatement:
        guard children.count > 2 else { throw Unsupported(what: "parameter without default") }
        parameters[tree.nameText(of: children[0]).lowercased()] = try value(children[2], [])
      case .queryStatement: reply = try self.reply(children[0])
      default: throw Unsupported(what: "\(tree.kind(of: statement))")
      }
    }
    guard let reply else { throw Unsupported(what: "no answer") }
    return reply
  }

  /// What `let` keeps: rows, or a value.
  private func meaning(of node: NodeID) throws -> Meaning {
    if isQuery(node, []) { return .rows(try rows(node, [])) }
    let value = try value(node, [])
    let isList = isListLiteral(node)
    if value.isMany && !isList || value.kind.table != nil { return .rows(try rows(node, [])) }
    return .value(value, isList: isList)
  }

  func isListLiteral(_ node: NodeID) -> Bool { tree.kind(of: unbracketed(node)) == .listLiteral }

  private func reply(_ node: NodeID) throws -> Reply {
    guard case .rows(let rows) = try meaning(of: node) else {
      let value = try value(node, [])
      return Reply(columns: [tree.canonicalText(of: node)], rows: [[value]])
    }
    // An entity is shown by its fields.
    var columns: [String] = []
    var pick: [([Value]) throws -> Value] = []
    // What `pivot` made stands behind all others.
    let order =
      rows.columns.indices.filter { !rows.columns[$0].isPivoted }
      + rows.columns.indices.filter { rows.columns[$0].isPivoted }
    for index in order {
      let column = rows.columns[index]
      if rows.isReplacing(index, model) { continue }
      guard index == rows.entity, let table = column.kind.table else {
        columns.append(name(of: column, index, rows))
        pick.append { $0[index] }
        continue
      }
      for (place, field) in model.tables[table].fields.enumerated()
      where !rows.dropped.contains(place) {
        columns.append(field.name)
        if let column = rows.replacing(field.name) {
          pick.append { $0[column] }
        } else {
          pick.append { try self.member(field.name, of: $0[index]) }
        }
      }
    }
    return Reply(columns: columns, rows: try rows.items.map { row in try pick.map { try $0(row) } })
  }

  private func name(of column: RowColumn, _ index: Int, _ rows: Rows) -> String {
    if let name = column.name { return name }
    if let name = rows.names.first(where: { $0.column == index })?.name { return name }
    return column.kind.table.map { model.tables[$0].singular } ?? "value"
  }

  // MARK: Helpers

  func unbracketed(_ node: NodeID) -> NodeID {
    var node = node
    while tree.kind(of: node) == .parenthesized, let inner = tree.soundChildren(of: node).first {
      node = inner
    }
    return node
  }

  /// Runs where neither a group nor a window is in reach.
  func alone<T>(_ body: () throws -> T) rethrows -> T {
    let saved = (group, window)
    (group, window) = (nil, nil)
    defer { (group, window) = saved }
    return try body()
  }

  /// Asks something of every row. With no rows it is asked of nothing, for its type and its errors.
  func column(_ rows: Rows, _ outer: [Frame], _ ask: ([Frame]) throws -> Value) throws -> (
    kind: Kind, isMany: Bool, values: [Value]
  ) {
    let saved = (group, window, windowKeys)
    defer { (group, window, windowKeys) = saved }
    group = nil
    windowKeys = [:]
    window = (rows, outer, nil)
    let type = try ask(outer + [rows.frame(rows.nothing)])
    let values = try rows.items.indices.map { place in
      window = (rows, outer, place)
      return try ask(outer + [rows.frame(rows.items[place])])
    }
    return (type.kind, type.isMany, values)
  }
}
