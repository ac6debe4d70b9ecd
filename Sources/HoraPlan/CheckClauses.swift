// Comes in: the clauses that change more than their rows: `top`, `each`, `pivot`, the set words.
// Goes out: their operators, and the shape of the rows after them.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func top(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    guard let amountNode = tree.firstChild(of: node, kind: .amount), let count = amount(amountNode),
      let keyNode = tree.firstChild(of: node, kind: .sortKey)
    else { return nil }
    var per: [ExpressionID] = []
    if let keys = tree.firstChild(of: node, kind: .perKeys) {
      for item in tree.soundChildren(of: keys) {
        let child = tree.kind(of: item) == .namedItem ? tree.soundChildren(of: item).last : item
        guard let child, let value = inRows(draft.shape, { $0.oneValued(child) }) else {
          return nil
        }
        lintConstantItem(item, value, draft.shape)
        per.append(value.id)
      }
    }
    guard let by = inRows(draft.shape, { $0.sortKey(keyNode, defaultDescending: true) }) else {
      return nil
    }
    let ties = tree.firstChild(of: node, kind: .withTies) != nil
    apply(
      .top(count: count.id, per: per, by: by, withTies: ties), per + [by.expression], node, &draft)
    return ()
  }

  mutating func each(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    let children = tree.soundChildren(of: node)
    guard children.count == 2, let value = inside(draft.shape, { $0.expression(children[0]) })
    else { return nil }
    let optional = tree.hasToken(.optional, in: node)
    let name = tree.nameText(of: children[1])
    lintRowName(children[1], draft.shape)
    apply(.each(value.id, optional: optional), [value.id], node, &draft)
    if let old = draft.shape.column(named: name) { draft.shape.columns[old].name = nil }
    draft.shape.columns.append(
      ShapeColumn(name: name, type: value.type, cardinality: optional ? .optional : .one))
    return ()
  }

  mutating func combine(
    _ operation: SetOperator, _ node: NodeID, _ draft: inout QueryDraft
  ) -> Void? {
    // The operand sees the row around the query, not the query's own.
    let saved = (group, windowPlace)
    (group, windowPlace) = (nil, nil)
    defer { (group, windowPlace) = saved }
    guard let operand = tree.soundChildren(of: node).first, let id = asQuery(operand) else {
      return nil
    }
    draft.reach = max(draft.reach, plan.queries[id].reach)
    let right = shapes[id] ?? RowShape()
    if draft.shape.pivoted != nil || right.pivoted != nil {
      report(CheckMessage.afterPivot("`\(operation)`", tree.range(of: node)))
      return nil
    }
    if let mine = draft.shape.entity, let theirs = right.entity {
      guard draft.shape.columns[mine].type == right.columns[theirs].type else {
        report(
          CheckMessage.differentRows(
            operation, draft.shape.columns[mine].type, right.columns[theirs].type,
            tree.range(of: node), schema))
        return nil
      }
      apply(.combine(operation, id, on: mine, theirs), [], node, &draft)
      return ()
    }
    let same =
      draft.shape.columns.count == right.columns.count
      && zip(draft.shape.columns, right.columns).allSatisfy {
        $0.type == $1.type || $0.type == .nothing || $1.type == .nothing
          || ($0.type.isNumber && $1.type.isNumber)
      }
    guard same else {
      report(
        CheckMessage.differentColumns(
          operation, draft.shape.columns.count, right.columns.count, tree.range(of: node)))
      return nil
    }
    apply(.combine(operation, id, on: nil, nil), [], node, &draft)
    return ()
  }

  mutating func pivot(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    let children = tree.soundChildren(of: node)
    guard children.count == 2 else { return nil }
    var places: [Int] = []
    for child in children {
      let name = pathName(child) ?? tree.text(of: child)
      guard let place = draft.shape.column(named: name) else {
        report(
          CheckMessage.pivotNeedsColumn(
            name, nearest(name, in: draft.shape.columns.compactMap(\.name), limit: 3),
            tree.range(of: child)))
        return nil
      }
      places.append(place)
    }
    let shape = draft.shape
    let rest = shape.columns.indices.filter { !places.contains($0) }
    apply(
      .pivot(rest: rest, value: places[0], key: places[1], keyType: shape.columns[places[1]].type),
      [], node, &draft)
    draft.shape = RowShape()
    draft.shape.columns = rest.map { shape.columns[$0] }
    draft.shape.pivoted = shape.columns[places[0]].type
    draft.shape.lost = lost(shape, by: node)
    return ()
  }
}
