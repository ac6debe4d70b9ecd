// Comes in: the items of `select`, `add`, `drop`, `summarize`. Goes out: projections and groups.

import HoraEngine
import HoraSyntax

/// Aggregates of one `summarize`, collected while its items are checked.
struct GroupScope {
  /// The rows before the clause: what the arguments of aggregates see.
  var rows: RowShape
  /// Keys, then aggregates: what the items see.
  var keyCount: Int
  var aggregates: [GroupAggregate] = []
  /// Where the row scope stands in the scopes.
  var depth: Int
}

extension Checker {
  /// How a column is called: as a path is written, `count()` is `count`, else its own text.
  func itemName(_ node: NodeID) -> String {
    if let path = pathName(node) { return path }
    // However it is laid out: a formatted text has the same columns.
    let text = tree.canonicalText(of: node)
    return text.lowercased() == "count()" ? "count" : text
  }

  /// The names of a path without conditions, joined by dots; nil for anything else.
  func pathName(_ node: NodeID) -> String? {
    switch tree.kind(of: node) {
    case .nameReference: return tree.nameText(of: node)
    case .itReference: return "it"
    case .postfixExpression:
      let children = tree.soundChildren(of: node)
      guard let first = children.first,
        tree.kind(of: first) == .nameReference
          || tree.kind(of: first) == .itReference
      else { return nil }
      var parts = [tree.kind(of: first) == .itReference ? "it" : tree.nameText(of: first)]
      for step in children.dropFirst() {
        guard tree.kind(of: step) == .memberStep else { return nil }
        parts.append(tree.nameText(of: step))
      }
      return parts.joined(separator: ".")
    default: return nil
    }
  }

  mutating func select(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    var projections: [Projection] = []
    var shape = RowShape()
    let items = tree.soundChildren(of: node)
    let keepsAll = items.contains { tree.kind(of: $0) == .allColumns }
    if keepsAll { shape.pivoted = draft.shape.pivoted }
    for item in items {
      if tree.kind(of: item) == .allColumns {
        for shown in draft.shape.shown(schema) {
          switch shown {
          case .column(let index):
            projections.append(.keep(index))
            shape.columns.append(draft.shape.columns[index])
          case .field(let place, let collection):
            guard let row = draft.shape.entity else { continue }
            let column = draft.shape.columns[row]
            let value = inside(draft.shape) { checker in
              let entity = checker.column(depth: 0, row, column, item)
              return checker.fieldValue(entity, .field(place), collection, item)
            }
            projections.append(.compute(value.id))
            shape.columns.append(
              ShapeColumn(
                name: schema.collections[collection].fields[place].name, type: value.type,
                cardinality: value.cardinality))
          }
        }
        continue
      }
      guard let (name, value) = named(item, draft.shape) else { return nil }
      lintConstantItem(item, value, draft.shape)
      projections.append(.compute(value.id))
      shape.columns.append(
        ShapeColumn(name: name, type: value.type, cardinality: value.cardinality))
    }
    let kind = Operator.project(projections, dropsPivoted: !keepsAll)
    apply(kind, computed(projections), node, &draft)
    shape.lost = lost(draft.shape, by: node)
    draft.shape = shape
    return ()
  }

  mutating func add(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    var shape = draft.shape
    var projections = draft.shape.columns.indices.map { Projection.keep($0) }
    for item in tree.soundChildren(of: node) {
      guard let (name, value) = named(item, draft.shape) else { return nil }
      let column = ShapeColumn(name: name, type: value.type, cardinality: value.cardinality)
      if let place = shape.column(named: name) {
        projections[place] = .compute(value.id)
        shape.columns[place] = column
      } else {
        projections.append(.compute(value.id))
        shape.columns.append(column)
      }
    }
    apply(.project(projections), computed(projections), node, &draft)
    draft.shape = shape
    return ()
  }

  mutating func drop(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    var gone: Set<Int> = []
    var shape = draft.shape
    for item in tree.soundChildren(of: node) {
      let name = pathName(item) ?? tree.canonicalText(of: item)
      let column = shape.column(named: name)
      if let column { gone.insert(column) }
      // Also the field whose place the column took.
      let field = shape.entity.flatMap { entity -> Int? in
        guard case .entity(let collection) = shape.columns[entity].type else { return nil }
        return schema.collections[collection].fields.firstIndex {
          Names.key($0.name) == Names.key(name)
        }
      }
      if let field { shape.dropped.insert(field) }
      if column == nil, field == nil {
        report(
          CheckMessage.unknownColumn(
            name, nearest(name, in: visibleColumns(shape), limit: 3), tree.range(of: item)))
        return nil
      }
    }
    let kept = shape.columns.indices.filter { !gone.contains($0) }
    apply(.project(kept.map { .keep($0) }), [], node, &draft)
    shape.names = shape.names.compactMap { name in
      kept.firstIndex(of: name.column).map { (name.name, $0) }
    }
    shape.entity = shape.entity.flatMap { kept.firstIndex(of: $0) }
    shape.columns = kept.map { shape.columns[$0] }
    draft.shape = shape
    return ()
  }

  private func visibleColumns(_ shape: RowShape) -> [String] {
    var names = shape.columns.compactMap(\.name)
    if let entity = shape.entity, case .entity(let collection) = shape.columns[entity].type {
      names += schema.collections[collection].fields.map(\.name)
    }
    return names
  }

  private func computed(_ projections: [Projection]) -> [ExpressionID] {
    projections.compactMap { if case .compute(let id) = $0 { id } else { nil } }
  }

  /// One item: its name and its value.
  private mutating func named(_ item: NodeID, _ shape: RowShape) -> (String, Value)? {
    var body = item
    var name = ""
    if tree.kind(of: item) == .namedItem {
      let children = tree.soundChildren(of: item)
      guard children.count == 2 else { return nil }
      name = tree.nameText(of: children[0])
      body = children[1]
    } else {
      name = itemName(item)
    }
    guard let value = inRows(shape, { $0.expression(body) }) else { return nil }
    return (name, value)
  }

  // MARK: Groups

  mutating func summarize(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    let isCount = tree.kind(of: node) == .countClause
    let rows = draft.shape
    var keys: [ExpressionID] = []
    var grouped = RowShape()
    if let grouping = tree.firstChild(of: node, kind: .grouping) {
      for item in tree.soundChildren(of: grouping) {
        guard let (name, value) = named(item, rows) else { return nil }
        lintConstantItem(item, value, rows)
        keys.append(value.id)
        grouped.columns.append(
          ShapeColumn(
            name: name, type: value.type,
            cardinality: value.cardinality == .one ? .one : .optional))
      }
    }
    if isCount {
      apply(
        .summarize(
          keys: keys,
          aggregates: [
            GroupAggregate(function: .count, argument: nil, owners: [], parameter: nil)
          ]), keys, node, &draft)
      grouped.columns.append(ShapeColumn(name: "count", type: .int, cardinality: .one))
      grouped.lost = lost(rows, by: node)
      draft.shape = grouped
      let count = inside(grouped) { checker in
        checker.column(depth: 0, grouped.columns.count - 1, grouped.columns[keys.count], node)
      }
      apply(
        .sort([SortKey(expression: count.id, descending: true)]), [count.id], node, &draft)
      return ()
    }
    // Items see the keys; their aggregates become columns behind the keys.
    var projections = keys.indices.map { Projection.keep($0) }
    var shape = grouped
    group = GroupScope(rows: rows, keyCount: keys.count, depth: scopes.count)
    defer { group = nil }
    let items = tree.soundChildren(of: node).filter { tree.kind(of: $0) != .grouping }
    for item in items {
      var body = item
      var name = ""
      if tree.kind(of: item) == .namedItem {
        let children = tree.soundChildren(of: item)
        guard children.count == 2 else { return nil }
        name = tree.nameText(of: children[0])
        body = children[1]
      } else {
        name = itemName(item)
      }
      scopes.append(Scope(kind: .rows(grouped)))
      let value = expression(body)
      scopes.removeLast()
      guard let value else { return nil }
      projections.append(.compute(value.id))
      shape.columns.append(
        ShapeColumn(name: name, type: value.type, cardinality: value.cardinality))
    }
    let aggregates = group?.aggregates ?? []
    apply(
      .summarize(keys: keys, aggregates: aggregates),
      keys + aggregates.flatMap { ($0.argument.map { [$0] } ?? []) + $0.owners }, node, &draft)
    apply(.project(projections), computed(projections), node, &draft)
    shape.lost = lost(rows, by: node)
    draft.shape = shape
    return ()
  }
}
