// `summarize`, `count` and `pivot`: rows by the values of keys.

import HoraSyntax

extension Evaluator {
  private struct Group {
    var keys: [Value]
    var rows: [Int]
  }

  func summarize(_ node: NodeID, _ rows: Rows, _ outer: [Frame]) throws -> Rows {
    let isCount = tree.kind(of: node) == .countClause
    let grouping = tree.firstChild(of: node, kind: .grouping)
    let keyItems = (grouping.map { tree.soundChildren(of: $0) } ?? []).map(item)
    var columns: [RowColumn] = []
    var keys: [[Value]] = []
    for (name, body) in keyItems {
      let made = try column(rows, outer) { try self.value(body, $0) }
      columns.append(RowColumn(name: name, kind: made.kind))
      keys.append(made.values)
    }
    let groups =
      keyItems.isEmpty
      ? [Group(keys: [], rows: Array(rows.items.indices))]
      : grouped(rows, columns, keys)
    var result = Rows(columns: columns, items: groups.map(\.keys))
    result.hasOneRow = keyItems.isEmpty
    if isCount {
      result.columns.append(RowColumn(name: "count", kind: .int))
      for place in groups.indices {
        result.items[place].append(Value(.int, .int(Int64(groups[place].rows.count)), .row))
      }
      result.items = model.sorted(result.items) {
        model.compare($0[columns.count], $1[columns.count], descending: true)
      }
      return result
    }
    for child in tree.soundChildren(of: node) where tree.kind(of: child) != .grouping {
      let (name, body) = item(child)
      func ask(_ keys: [Value], _ members: [[Frame]]) throws -> Value {
        let saved = (group, window)
        defer { (group, window) = saved }
        group = members
        window = nil
        var frame = Frame(columns: columns, values: keys)
        if columns.isEmpty {
          frame.columns = [RowColumn(name: nil, kind: .nothing)]
          frame.values = [Value(.nothing, nil)]
        }
        return try value(body, outer + [frame])
      }
      let type = try ask(
        columns.map { Value($0.kind, nil) }, [outer + [rows.frame(rows.nothing)]])
      result.columns.append(RowColumn(name: name, kind: type.kind, isMany: type.isMany))
      for (place, group) in groups.enumerated() {
        var cell = try ask(group.keys, group.rows.map { outer + [rows.frame(rows.items[$0])] })
        cell.kind = type.kind
        result.items[place].append(plain(cell))
      }
    }
    return result
  }

  /// A row is in every group it has a value for; without one, in the group of the missing value.
  private func grouped(_ rows: Rows, _ columns: [RowColumn], _ keys: [[Value]]) -> [Group] {
    var groups: [Group] = []
    for row in rows.items.indices {
      var combinations: [[Value]] = [[]]
      for (info, values) in zip(columns, keys) {
        var cells: [Value] = []
        for atom in values[row].atoms {
          let cell = plain(Value(info.kind, atom))
          if !cells.contains(where: { model.isSame($0, cell) }) { cells.append(cell) }
        }
        if cells.isEmpty { cells = [Value(info.kind, nil)] }
        combinations = combinations.flatMap { start in cells.map { start + [$0] } }
      }
      for keys in combinations {
        if let group = groups.firstIndex(where: { model.isSame($0.keys, keys) }) {
          groups[group].rows.append(row)
        } else {
          groups.append(Group(keys: keys, rows: [row]))
        }
      }
    }
    return model.sorted(groups) { a, b in
      for (mine, other) in zip(a.keys, b.keys) {
        let order = model.compare(mine, other, descending: false)
        if order != 0 { return order }
      }
      return 0
    }
  }

  func pivot(_ nodes: [NodeID], _ rows: Rows) throws -> Rows {
    let places = try nodes.map { node in
      let name = pathName(node) ?? tree.text(of: node)
      guard let place = rows.column(name) else { throw Unsupported(what: "pivot \(name)") }
      return place
    }
    let rest = rows.columns.indices.filter { !places.contains($0) }
    var keys: [Value] = []
    var heads: [[Value]] = []
    for row in rows.items {
      if !keys.contains(where: { model.isSame($0, row[places[1]]) }) { keys.append(row[places[1]]) }
      let head = rest.map { row[$0] }
      if !heads.contains(where: { model.isSame($0, head) }) { heads.append(head) }
    }
    keys = model.sorted(keys) { model.compare($0, $1, descending: false) }
    let info = rows.columns[places[0]]
    let newColumns = keys.map { key in
      RowColumn(name: columnName(key), kind: info.kind, isMany: info.isMany, isPivoted: true)
    }
    let items = try heads.map { head in
      head
        + (try keys.map { key in
          let cells = rows.items.filter { row in
            model.isSame(row[places[1]], key) && model.isSame(rest.map { row[$0] }, head)
          }
          if cells.count > 1 { throw Failure(code: 519) }
          return cells.first?[places[0]] ?? Value(info.kind, nil)
        })
    }
    return Rows(columns: rest.map { rows.columns[$0] } + newColumns, items: items)
  }

  private func columnName(_ key: Value) -> String {
    guard let atom = key.only else { return "(none)" }
    if let entity = atom.entity { return model.label(entity) }
    return Evaluator.written(atom)
  }
}
