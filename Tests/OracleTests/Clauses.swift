// Queries: a source, then each clause from all rows to all rows.

import HoraSyntax

extension Evaluator {
  func isQueryNode(_ node: NodeID) -> Bool {
    [.query, .pairsSource].contains(tree.kind(of: node))
  }

  func isQuery(_ node: NodeID, _ scopes: [Frame]) -> Bool {
    let inner = unbracketed(node)
    if isQueryNode(inner) { return true }
    guard tree.kind(of: inner) == .nameReference, inner == node else { return false }
    let name = tree.nameText(of: node)
    if isNameOfRow(name, scopes) { return false }
    switch meanings[name.lowercased()] {
    case .rows?: return true
    case nil: return model.collection(name) != nil
    default: return false
    }
  }

  private func isNameOfRow(_ name: String, _ scopes: [Frame]) -> Bool {
    scopes.contains { frame in
      let key = name.lowercased()
      return frame.arguments[key] != nil
        || frame.columns.contains { $0.name?.lowercased() == key }
        || frame.names.contains { $0.name.lowercased() == key }
        || frame.entity.map { has(name, frame.columns[$0].kind) } == true
        || frame.link.map { has(name, $0.kind) } == true
    }
  }

  /// A query as an expression: its entities or its one column.
  func subquery(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
    let before = outermost
    outermost = .max
    let rows = try alone { try self.rows(node, scopes) }
    let asksTheRow = outermost < scopes.count
    outermost = min(outermost, before)
    guard let column = rows.entity ?? (rows.columns.count == 1 ? 0 : nil) else {
      throw Unsupported(what: "several columns")
    }
    var result = values(of: rows, column)
    // The same in every row, so it belongs to none.
    if !asksTheRow { result.origin = .none }
    if rows.hasOneRow { result.isMany = rows.columns[column].isMany }
    return result
  }

  func values(of rows: Rows, _ column: Int) -> Value {
    var result = Value(rows.columns[column].kind, many: [])
    result.origin = .row
    for item in rows.items {
      let cell = item[column].asColumn
      result.atoms += cell.atoms
      result.sources += cell.sources
    }
    return result
  }

  func rows(_ written: NodeID, _ scopes: [Frame]) throws -> Rows {
    let node = unbracketed(written)
    guard tree.kind(of: node) == .query else { return try source(node, scopes) }
    let children = tree.soundChildren(of: node)
    var rows = try source(children[0], scopes)
    for child in children.dropFirst() {
      if tree.kind(of: child) == .sourceName {
        let name = tree.nameText(of: tree.soundChildren(of: child)[0])
        rows.names.append((name, 0))
        if rows.entity == nil { rows.columns[0].name = name }
      } else {
        rows = try clause(child, rows, scopes)
      }
    }
    return rows
  }

  // MARK: Sources

  private func source(_ node: NodeID, _ scopes: [Frame]) throws -> Rows {
    if tree.kind(of: node) == .pairsSource { return try pairs(node, scopes) }
    if isQuery(node, scopes), tree.kind(of: node) != .nameReference {
      var rows = try self.rows(node, scopes)
      rows.names = []
      return rows
    }
    if tree.kind(of: node) == .nameReference, isQuery(node, scopes) {
      let name = tree.nameText(of: node)
      if case .rows(var rows)? = meanings[name.lowercased()] {
        rows.names = []
        rows.hasOneRow = false
        return rows
      }
      if let table = model.collection(name) {
        return Rows(entities: model.entities(table), of: table)
      }
    }
    let value = try value(node, scopes)
    if let table = value.kind.table {
      return Rows(entities: value.atoms.compactMap(\.entity), of: table)
    }
    var atoms: [Atom] = []
    for atom in value.atoms
    where isListLiteral(node) || !atoms.contains(where: { model.isSame($0, atom) }) {
      atoms.append(atom)
    }
    return Rows(
      columns: [RowColumn(name: pathName(node) ?? "value", kind: value.kind)],
      items: atoms.map { [Value(value.kind, $0, .row)] })
  }

  private func pairs(_ node: NodeID, _ scopes: [Frame]) throws -> Rows {
    let children = tree.soundChildren(of: node)
    let set = try value(children[0], scopes)
    let names = children.dropFirst().map { tree.nameText(of: $0) }
    var rows = Rows(columns: names.map { RowColumn(name: $0, kind: set.kind) }, items: [])
    for (place, a) in set.atoms.enumerated() {
      for b in set.atoms[(place + 1)...] {
        rows.items.append(
          [a, b].map { Value(set.kind, $0, $0.entity.map { .of($0) } ?? .row) })
      }
    }
    return rows
  }

  // MARK: Names of columns

  func pathName(_ node: NodeID) -> String? {
    switch tree.kind(of: node) {
    case .nameReference: return tree.nameText(of: node)
    case .itReference: return "it"
    case .postfixExpression:
      let children = tree.soundChildren(of: node)
      guard let start = pathName(children[0]), tree.kind(of: children[0]) != .postfixExpression,
        children.dropFirst().allSatisfy({ tree.kind(of: $0) == .memberStep })
      else { return nil }
      return ([start] + children.dropFirst().map { tree.nameText(of: $0) }).joined(separator: ".")
    default: return nil
    }
  }

  /// The name of an item and what it is of.
  func item(_ node: NodeID) -> (name: String, body: NodeID) {
    if tree.kind(of: node) == .namedItem {
      let children = tree.soundChildren(of: node)
      return (tree.nameText(of: children[0]), children[1])
    }
    if let name = pathName(node) { return (name, node) }
    let text = tree.canonicalText(of: node)
    return (text.lowercased() == "count()" ? "count" : text, node)
  }

  // MARK: Order

  func compare(
    _ a: [Frame], _ b: [Frame], _ keys: [NodeID], otherwiseDescending: Bool
  ) throws -> Int {
    for key in keys {
      let node = tree.soundChildren(of: key)[0]
      let descending =
        tree.hasToken(.desc, in: key) || (otherwiseDescending && !tree.hasToken(.asc, in: key))
      let order = model.compare(
        try value(node, a), try value(node, b), descending: descending)
      if order != 0 { return order }
    }
    return 0
  }

  func sorted(_ places: [(Int, [Frame])], by clause: NodeID) throws -> [Int] {
    let keys = tree.soundChildren(of: clause)
    let cells = try places.map { place in
      try keys.map { try value(tree.soundChildren(of: $0)[0], place.1) }
    }
    let order = model.sorted(Array(places.indices)) { a, b in
      for (index, key) in keys.enumerated() {
        let result = model.compare(
          cells[a][index], cells[b][index], descending: tree.hasToken(.desc, in: key))
        if result != 0 { return result }
      }
      return 0
    }
    return order.map { places[$0].0 }
  }
}
