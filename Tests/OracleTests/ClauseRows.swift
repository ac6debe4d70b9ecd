// What each clause makes of the rows before it, but for groups.

import HoraSyntax

extension Evaluator {
  func clause(_ node: NodeID, _ rows: Rows, _ outer: [Frame]) throws -> Rows {
    let children = tree.soundChildren(of: node)
    var result = rows
    if tree.kind(of: node) != .sortClause { result.hasOneRow = false }
    switch tree.kind(of: node) {
    case .whereClause:
      let truths = try column(rows, outer) { try self.value(children[0], $0) }.values
      result.items = zip(rows.items, truths).filter { $0.1.isTrue }.map(\.0)
    case .selectClause: return try select(node, rows, outer)
    case .addClause:
      for (name, body) in children.map(item) {
        let made = try column(rows, outer) { try self.value(body, $0) }
        let info = RowColumn(name: name, kind: made.kind, isMany: made.isMany)
        if let place = result.column(name) {
          result.columns[place] = info
          for row in result.items.indices { result.items[row][place] = plain(made.values[row]) }
        } else {
          result.columns.append(info)
          for row in result.items.indices { result.items[row].append(plain(made.values[row])) }
        }
      }
      result.hasOneRow = rows.hasOneRow
    case .dropClause: return try drop(children, rows)
    case .eachClause: return try each(node, rows, outer)
    case .followClause: return try follow(children[0], rows, outer)
    case .summarizeClause, .countClause: return try summarize(node, rows, outer)
    case .sortClause:
      let cells = try children.map { key in
        try column(rows, outer) { try self.value(self.tree.soundChildren(of: key)[0], $0) }.values
      }
      result.items = order(rows.items.indices.map { $0 }, cells, children, top: false)
        .map { rows.items[$0] }
    case .topClause: result.items = try top(node, rows, outer).map { rows.items[$0] }
    case .takeClause: result.items = Array(rows.items.prefix(try amount(node)))
    case .skipClause: result.items = Array(rows.items.dropFirst(try amount(node)))
    case .distinctClause:
      var all = rows.items.indices.map { _ in [Value]() }
      for child in children {
        let values = try column(rows, outer) { try self.value(child, $0) }.values
        for row in all.indices { all[row].append(values[row]) }
      }
      if children.isEmpty { all = rows.items }
      let kept = rows.items.indices.filter { row in
        !all[..<row].contains { model.isSame($0, all[row]) }
      }
      result.items = kept.map { rows.items[$0] }
    case .unionClause, .intersectClause, .minusClause:
      return try combined(tree.kind(of: node), rows, children[0], outer)
    case .pivotClause: return try pivot(children, rows)
    case .expectClause: throw Unsupported(what: "expect")
    default: throw Unsupported(what: "\(tree.kind(of: node))")
    }
    return result
  }

  /// A value as a column: an entity stays itself, anything else belongs to its row.
  func plain(_ value: Value) -> Value {
    var value = value
    value.links = nil
    value.origin = .row
    value.sources = value.atoms.map { atom in atom.entity.map { .of($0) } ?? .row }
    return value
  }

  private func order(
    _ places: [Int], _ cells: [[Value]], _ keys: [NodeID], top: Bool
  ) -> [Int] {
    model.sorted(places) { a, b in
      for (index, key) in keys.enumerated() {
        let descending =
          tree.hasToken(.desc, in: key) || (top && !tree.hasToken(.asc, in: key))
        let result = model.compare(cells[index][a], cells[index][b], descending: descending)
        if result != 0 { return result }
      }
      return 0
    }
  }

  private func select(_ node: NodeID, _ rows: Rows, _ outer: [Frame]) throws -> Rows {
    var result = Rows(columns: [], items: rows.items.map { _ in [] })
    result.hasOneRow = rows.hasOneRow
    func append(_ info: RowColumn, _ values: [Value]) {
      result.columns.append(info)
      for row in values.indices { result.items[row].append(plain(values[row])) }
    }
    for child in tree.soundChildren(of: node) {
      guard tree.kind(of: child) == .allColumns else {
        let (name, body) = item(child)
        let made = try column(rows, outer) { try self.value(body, $0) }
        append(RowColumn(name: name, kind: made.kind, isMany: made.isMany), made.values)
        continue
      }
      for (index, info) in rows.columns.enumerated() {
        if rows.isReplacing(index, model) { continue }
        guard index == rows.entity, let table = info.kind.table else {
          append(info, rows.items.map { $0[index] })
          continue
        }
        for (place, field) in model.tables[table].fields.enumerated()
        where !rows.dropped.contains(place) {
          if let column = rows.replacing(field.name) {
            append(rows.columns[column], rows.items.map { $0[column] })
            continue
          }
          append(
            RowColumn(name: field.name, kind: field.kind, isMany: field.isList),
            try rows.items.map { try self.member(field.name, of: $0[index]) })
        }
      }
    }
    return result
  }

  private func drop(_ nodes: [NodeID], _ rows: Rows) throws -> Rows {
    var gone: Set<Int> = []
    var result = rows
    for node in nodes {
      let name = pathName(node) ?? tree.canonicalText(of: node)
      let column = rows.column(name)
      if let column { gone.insert(column) }
      let field = rows.entity.flatMap { rows.columns[$0].kind.table }.flatMap { table in
        model.tables[table].fields.firstIndex { $0.name == name.lowercased() }
      }
      if let field { result.dropped.insert(field) }
      if column == nil, field == nil { throw Unsupported(what: "drop \(name)") }
    }
    let kept = rows.columns.indices.filter { !gone.contains($0) }
    result.columns = kept.map { rows.columns[$0] }
    result.items = rows.items.map { row in kept.map { row[$0] } }
    result.entity = rows.entity.flatMap { kept.firstIndex(of: $0) }
    result.names = rows.names.compactMap { name in
      kept.firstIndex(of: name.column).map { (name.name, $0) }
    }
    return result
  }

  private func each(_ node: NodeID, _ rows: Rows, _ outer: [Frame]) throws -> Rows {
    let children = tree.soundChildren(of: node)
    let name = tree.nameText(of: children[1])
    let made = try column(rows, outer) { try self.value(children[0], $0) }
    var result = rows
    result.items = []
    if let old = rows.column(name) { result.columns[old].name = nil }
    result.columns.append(RowColumn(name: name, kind: made.kind))
    for (row, value) in zip(rows.items, made.values) {
      for atom in value.atoms {
        result.items.append(row + [plain(Value(value.kind, atom))])
      }
      if value.atoms.isEmpty, tree.hasToken(.optional, in: node) {
        result.items.append(row + [Value(value.kind, nil)])
      }
    }
    return result
  }

  private func follow(_ node: NodeID, _ rows: Rows, _ outer: [Frame]) throws -> Rows {
    let children = tree.soundChildren(of: node)
    var least: [Entity: Int] = [:]
    let isRange =
      tree.kind(of: node) == .postfixExpression
      && children.last.map { tree.kind(of: $0) == .hopStep } == true
    let made = try column(rows, outer) { scopes in
      let value = try self.value(node, scopes)
      if isRange, let step = children.last {
        let before = try self.walk(node, scopes, limit: children.count - 2)
        guard
          let last = before.last ?? self.relationOfName(children[0], [], 0, scopes)
        else { throw Unsupported(what: "hops of no relation") }
        let (found, hops) = self.reached(last.from, last.relation, self.hops(step))
        for (entity, count) in zip(found.atoms.compactMap(\.entity), hops) {
          least[entity] = min(least[entity] ?? count, count)
        }
      } else {
        for entity in value.atoms.compactMap(\.entity) { least[entity] = 1 }
      }
      return value
    }
    guard let table = made.kind.table else { throw Unsupported(what: "follow") }
    let found = model.sorted(Array(least.keys)) { $0.row - $1.row }
    var result = Rows(entities: found, of: table)
    result.columns.append(RowColumn(name: "hops", kind: .int))
    for row in result.items.indices {
      result.items[row].append(Value(.int, .int(Int64(least[found[row]] ?? 1)), .row))
    }
    return result
  }

  /// The places of the rows that are kept, in their new order.
  private func top(_ node: NodeID, _ rows: Rows, _ outer: [Frame]) throws -> [Int] {
    guard let key = tree.firstChild(of: node, kind: .sortKey) else { return [] }
    let limit = try amount(node)
    let perNodes =
      tree.firstChild(of: node, kind: .perKeys).map { tree.soundChildren(of: $0) } ?? []
    let per = try perNodes.map { perNode in
      try column(rows, outer) { try self.value(self.item(perNode).body, $0) }.values
    }
    let by = try column(rows, outer) { try self.value(self.tree.soundChildren(of: key)[0], $0) }
      .values
    let ordered = order(Array(rows.items.indices), [by], [key], top: true)
    var groups: [[Int]] = []
    for place in ordered {
      if let group = groups.firstIndex(where: { group in
        per.allSatisfy { model.isSame($0[group[0]], $0[place]) }
      }) {
        groups[group].append(place)
      } else {
        groups.append([place])
      }
    }
    groups = model.sorted(groups) { a, b in
      for cells in per {
        let result = model.compare(cells[a[0]], cells[b[0]], descending: false)
        if result != 0 { return result }
      }
      return 0
    }
    let withTies = tree.firstChild(of: node, kind: .withTies) != nil
    return groups.flatMap { group in
      var kept = Array(group.prefix(limit))
      if withTies, let last = kept.last {
        kept += group.dropFirst(limit).filter { model.isSame(by[$0], by[last]) }
      }
      return kept
    }
  }

  private func combined(
    _ kind: NodeKind, _ rows: Rows, _ operand: NodeID, _ outer: [Frame]
  ) throws -> Rows {
    let right = try alone { try self.rows(operand, outer) }
    let isEntities = rows.entity != nil && right.entity != nil
    guard isEntities || rows.columns.count == right.columns.count else {
      throw Unsupported(what: "sets of different rows")
    }
    func key(_ rows: Rows, _ row: [Value]) -> [Value] {
      isEntities ? rows.entity.map { [row[$0]] } ?? row : row
    }
    let others = right.items.map { key(right, $0) }
    var result = rows
    result.items = []
    var seen: [[Value]] = []
    for row in rows.items {
      let mine = key(rows, row)
      if seen.contains(where: { model.isSame($0, mine) }) { continue }
      let isThere = others.contains { model.isSame($0, mine) }
      if kind == .unionClause || isThere == (kind == .intersectClause) {
        seen.append(mine)
        result.items.append(row)
      }
    }
    if kind == .unionClause {
      for (row, other) in zip(right.items, others)
      where !seen.contains(where: { model.isSame($0, other) }) {
        seen.append(other)
        guard isEntities, let place = rows.entity, let theirs = right.entity else {
          result.items.append(
            zip(row, rows.columns).map { cell, column in
              var cell = cell
              cell.kind = column.kind
              return cell
            })
          continue
        }
        var new = rows.nothing
        new[place] = row[theirs]
        result.items.append(new)
      }
    }
    return result
  }
}
