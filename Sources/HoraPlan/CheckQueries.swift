// Comes in: the nodes of a query. Goes out: its source and operators, each with the shape of the
// rows after it.

import HoraEngine
import HoraSyntax

/// A node that may be a query or one expression.
enum QueryOrValue {
  case query(QueryID)
  case value(Value)
}

/// A query while its clauses are checked.
struct QueryDraft {
  var source: Source
  var operators: [PlannedOperator] = []
  var shape: RowShape
  var reach: Int
}

extension Checker {
  /// A query, or an expression that is none: a bare path with several values is a query too.
  mutating func queryOrValue(_ node: NodeID) -> QueryOrValue? {
    if isQuerySource(node) {
      guard let id = query(node) else { return nil }
      return .query(id)
    }
    guard let value = expression(node) else { return nil }
    if value.cardinality == .many || value.type.isEntity {
      if case .list = plan.expressions[value.id].kind { return .value(value) }
      if case .aggregate(.list, _, _) = plan.expressions[value.id].kind { return .value(value) }
      let draft = draft(fromPath: value, name: pathName(node), node)
      return .query(finish(draft, node))
    }
    return .value(value)
  }

  private func isQuerySource(_ node: NodeID) -> Bool {
    switch tree.kind(of: node) {
    case .query, .pairsSource, .pathsSource, .matchSource, .gapsSource: return true
    case .parenthesized:
      var inner = node
      while tree.kind(of: inner) == .parenthesized, let child = tree.soundChildren(of: inner).first
      {
        inner = child
      }
      return tree.kind(of: inner) != .parenthesized && isQuerySource(inner)
    case .nameReference:
      let name = tree.nameText(of: node)
      switch definitions[Names.key(name)] {
      case .letQuery?, .network?: return true
      default: break
      }
      if isConflicts(name) { return true }
      return definitions[Names.key(name)] == nil && catalog.collection(name) != nil
        && !isRowName(name)
    case .postfixExpression:
      return qualifiedQuery(node) != nil || qualifiedNetwork(node) != nil
    default: return false
    }
  }

  /// Checks a query or a path as rows. Scopes around it are the rows it may look at.
  mutating func query(_ node: NodeID) -> QueryID? {
    var node = node
    while tree.kind(of: node) == .parenthesized, let inner = tree.soundChildren(of: node).first {
      node = inner
    }
    guard mayEnter(node) else { return nil }
    // Windows of the clause around it are not this query's.
    let saved = (windows, windowPlace)
    (windows, windowPlace) = ([], nil)
    defer { (windows, windowPlace) = saved }
    return draft(node).map { finish($0, node) }
  }

  private mutating func finish(_ draft: QueryDraft, _ node: NodeID) -> QueryID {
    let columns = draft.shape.columns.enumerated().map { index, column in
      ColumnInfo(
        name: column.name ?? rowName(draft.shape, index), type: column.type,
        cardinality: column.cardinality)
    }
    plan.queries.append(
      Query(
        source: draft.source, operators: draft.operators, columns: columns,
        entityColumn: draft.shape.entity, reach: draft.reach, range: range(node)))
    plan.queries[plan.queries.count - 1].pivotedType = draft.shape.pivoted
    shapes[plan.queries.count - 1] = draft.shape
    return plan.queries.count - 1
  }

  private func rowName(_ shape: RowShape, _ index: Int) -> String {
    if let name = shape.names.first(where: { $0.column == index })?.name { return name }
    if case .entity(let collection) = shape.columns[index].type {
      return schema.collections[collection].singular
    }
    return "value"
  }

  // MARK: Sources

  private mutating func draft(_ node: NodeID) -> QueryDraft? {
    guard tree.kind(of: node) == .query else { return source(node) }
    let children = tree.soundChildren(of: node)
    let outer = (clauseAtHand, knownPresent)
    (clauseAtHand, knownPresent) = (nil, [])
    defer { (clauseAtHand, knownPresent) = outer }
    guard let first = children.first, var draft = source(first) else { return nil }
    lintSorts(Array(children.dropFirst()))
    let isOwn = statementQuery == node
    let rows = children.count - presentation(of: node).count
    for (place, child) in children.enumerated().dropFirst() {
      if tree.kind(of: child) == .sourceName {
        if let name = tree.soundChildren(of: child).first, !draft.shape.columns.isEmpty {
          lintRowName(name, draft.shape)
          draft.shape.names.append((tree.nameText(of: name), 0))
          if draft.shape.entity == nil { draft.shape.columns[0].name = tree.nameText(of: name) }
        }
        continue
      }
      clauseAtHand = child
      if probe != nil { probeClause(child, &draft) }
      let done: Void? = clause(child, &draft, isOwn: isOwn, isLast: place >= rows)
      // Where names are asked for, a wrong clause that leaves the rows as they are is passed over.
      if done == nil, probe == nil || !keepsRows(child) { return nil }
    }
    return draft
  }

  private func keepsRows(_ clause: NodeID) -> Bool {
    switch tree.kind(of: clause) {
    case .whereClause, .sortClause, .topClause, .takeClause, .skipClause, .distinctClause: true
    default: false
    }
  }

  private mutating func source(_ node: NodeID) -> QueryDraft? {
    switch tree.kind(of: node) {
    case .pairsSource: return pairs(node)
    case .pathsSource: return paths(node)
    case .matchSource: return match(node)
    case .gapsSource: return gaps(node)
    case .parenthesized where isQuerySource(node), .query:
      guard let inner = query(node) else { return nil }
      return draft(from: inner, .query(inner))
    case .nameReference:
      let name = tree.nameText(of: node)
      if !isRowName(name) {
        switch definitions[Names.key(name)] {
        case .letQuery(let place, let query)?:
          understood(node, "the rows of `let \(name)`")
          return draft(from: query, .letQuery(place))
        case .network(let id)?:
          understood(node, "the ties of the network `\(name)`")
          return ties(id)
        case .broken?: return nil
        case .letValue?, .def?, .loopVariable?, .module?: break
        case nil:
          if isConflicts(name) { return conflicts() }
          if let collection = catalog.collection(name) {
            understood(node, "the collection \(schema.collections[collection].name)")
            var shape = RowShape()
            shape.columns = [
              ShapeColumn(name: nil, type: .entity(collection), cardinality: .one)
            ]
            shape.entity = 0
            return QueryDraft(source: .collection(collection), shape: shape, reach: 0)
          }
        }
      }
      fallthrough
    default:
      if let (place, query) = qualifiedQuery(node) { return draft(from: query, .letQuery(place)) }
      if let id = qualifiedNetwork(node) { return ties(id) }
      guard let value = expression(node) else { return nil }
      return draft(fromPath: value, name: pathName(node), node)
    }
  }

  private mutating func pairs(_ node: NodeID) -> QueryDraft? {
    let children = tree.soundChildren(of: node)
    guard children.count == 3, let set = expression(children[0]) else { return nil }
    var shape = RowShape()
    for name in children.dropFirst() {
      shape.columns.append(
        ShapeColumn(name: tree.nameText(of: name), type: set.type, cardinality: .one))
    }
    return QueryDraft(source: .pairs(set.id), shape: shape, reach: reach(set.id))
  }

  private func draft(from query: QueryID, _ source: Source) -> QueryDraft {
    var shape = shapes[query] ?? RowShape()
    // Names given with `as` end with their query.
    shape.names = []
    return QueryDraft(source: source, shape: shape, reach: plan.queries[query].reach)
  }

  private mutating func draft(fromPath value: Value, name: String?, _ node: NodeID) -> QueryDraft {
    var source = value
    if !value.type.isEntity, value.cardinality == .many {
      let kind = Expression.Kind.unique(value.id)
      if case .list = plan.expressions[value.id].kind {
        // A list as written keeps what it repeats.
      } else {
        source = add(kind, value.type, .many, reach: reach(value.id), node)
      }
    }
    var shape = RowShape()
    shape.columns = [
      ShapeColumn(
        name: value.type.isEntity ? nil : name ?? "value", type: value.type, cardinality: .one)
    ]
    if value.type.isEntity { shape.entity = 0 }
    return QueryDraft(source: .path(source.id), shape: shape, reach: reach(source.id))
  }

  // MARK: Clauses

  /// Nil where the clause has an error: what follows cannot be checked.
  /// - Parameter isOwn: the clause stands in a statement's own query.
  private mutating func clause(
    _ node: NodeID, _ draft: inout QueryDraft, isOwn: Bool, isLast: Bool
  ) -> Void? {
    switch tree.kind(of: node) {
    case .whereClause:
      guard let condition = tree.soundChildren(of: node).first,
        let value = inRows(draft.shape, { $0.condition(condition) })
      else { return nil }
      apply(.filter(value.id), [value.id], node, &draft)
      knownPresent.formUnion(presentPaths(condition))
    case .selectClause: return select(node, &draft)
    case .addClause: return add(node, &draft)
    case .dropClause: return drop(node, &draft)
    case .eachClause: return each(node, &draft)
    case .followClause:
      guard let path = tree.soundChildren(of: node).first,
        let value = inside(draft.shape, { $0.expression(path) })
      else { return nil }
      guard case .entity = value.type else {
        report(CheckMessage.needsEntities("`follow`", value.type, tree.range(of: path), schema))
        return nil
      }
      if case .reachable(let from, let relation, let hops) = plan.expressions[value.id].kind {
        apply(.reach(from, relation, hops), [from], node, &draft)
      } else {
        apply(.follow(value.id), [value.id], node, &draft)
      }
      draft.shape = RowShape()
      draft.shape.columns = [
        ShapeColumn(name: nil, type: value.type, cardinality: .one),
        ShapeColumn(name: "hops", type: .int, cardinality: .one),
      ]
      draft.shape.entity = 0
    case .summarizeClause, .countClause: return summarize(node, &draft)
    case .sortClause:
      var keys: [SortKey] = []
      for key in tree.soundChildren(of: node) {
        guard let sorted = inRows(draft.shape, { $0.sortKey(key, defaultDescending: false) }) else {
          return nil
        }
        keys.append(sorted)
      }
      apply(.sort(keys), keys.map(\.expression), node, &draft)
    case .topClause: return top(node, &draft)
    case .takeClause, .skipClause:
      guard let amountNode = tree.soundChildren(of: node).first, let count = amount(amountNode)
      else { return nil }
      apply(
        tree.kind(of: node) == .takeClause ? .take(count.id) : .skip(count.id), [], node, &draft)
    case .distinctClause:
      var keys: [ExpressionID] = []
      for child in tree.soundChildren(of: node) {
        guard let value = inside(draft.shape, { $0.expression(child) }) else { return nil }
        keys.append(value.id)
      }
      apply(.distinct(keys.isEmpty ? nil : keys), keys, node, &draft)
    case .unionClause: return combine(.union, node, &draft)
    case .intersectClause: return combine(.intersect, node, &draft)
    case .minusClause: return combine(.minus, node, &draft)
    case .pivotClause: return pivot(node, &draft)
    case .sampleClause:
      let amounts = tree.childNodes(of: node, kind: .amount)
      guard let first = amounts.first, let count = amount(first) else { return nil }
      var seed: Value?
      if amounts.count > 1 {
        seed = amount(amounts[1])
        guard seed != nil else { return nil }
      }
      apply(.sample(count: count.id, seed: seed?.id), [], node, &draft)
    case .coverClause: return cover(node, &draft)
    case .expectClause:
      guard isOwn else {
        report(CheckMessage.onlyInStatement("`expect`", tree.range(of: node)))
        return nil
      }
      return expect(node, &draft)
    case .showClause, .saveClause:
      // The statement has read it.
      guard isOwn, isLast else {
        let word = tree.kind(of: node) == .showClause ? "`show`" : "`save`"
        report(CheckMessage.onlyInStatement(word, tree.range(of: node)))
        return nil
      }
    default: return nil
    }
    return ()
  }

  /// Adds an operator; windows named in its expressions become columns before it.
  mutating func apply(
    _ kind: Operator, _ expressions: [ExpressionID], _ node: NodeID, _ draft: inout QueryDraft
  ) {
    var expressions = expressions
    let width = draft.shape.columns.count
    let hasWindows = !windows.isEmpty
    if hasWindows {
      draft.operators.append(PlannedOperator(kind: .window(windows), range: range(node)))
      for window in windows {
        expressions += (window.argument.map { [$0] } ?? []) + window.owners + window.partition
        expressions += window.order.map(\.expression)
      }
      windows = []
    }
    draft.operators.append(PlannedOperator(kind: kind, range: range(node)))
    // A projection leaves the windows' columns out by itself.
    if hasWindows {
      switch kind {
      case .project: break
      default:
        draft.operators.append(
          PlannedOperator(kind: .project((0..<width).map { .keep($0) }), range: range(node)))
      }
    }
    // One step outwards is the query's own row.
    draft.reach = max(draft.reach, reach(of: expressions) - 1)
  }

  /// A number, parameter or `let`, the same for all rows.
  mutating func amount(_ node: NodeID) -> Value? {
    if isProbed(node) { probeCounts() }
    guard let token = tree.tokenChildren(of: node).first else { return nil }
    if tree.token(token).kind == .integer {
      guard let number = tree.integerValue(of: node) else { return nil }
      return add(.constant(.int(number)), .int, .one, reach: 0, node)
    }
    if tree.token(token).kind == .parameter {
      let name = tree.nameText(of: node)
      guard let slot = parameters[Names.key(name)] else {
        report(
          CheckMessage.unknownParameter(
            name, nearest(name, in: plan.parameters.map(\.name), limit: 3), tree.range(of: node)))
        return nil
      }
      guard slot >= 0 else { return nil }
      guard plan.parameters[slot].type == .int, !plan.parameters[slot].isList else {
        report(CheckMessage.notACount("$" + name, tree.range(of: node)))
        return nil
      }
      return add(.parameter(slot), .int, .one, reach: 0, node)
    }
    let name = tree.nameText(of: node)
    guard case .letValue(let place, let expression)? = definitions[Names.key(name)],
      plan.expressions[expression].type == .int
    else {
      report(CheckMessage.notACount(name, tree.range(of: node)))
      return nil
    }
    return add(.letValue(place), .int, plan.expressions[expression].cardinality, reach: 0, node)
  }

  mutating func sortKey(_ node: NodeID, defaultDescending: Bool) -> SortKey? {
    guard let child = tree.soundChildren(of: node).first, let value = expression(child) else {
      return nil
    }
    if value.cardinality == .many {
      report(CheckMessage.manyAsOne(tree.text(of: child), value.type, tree.range(of: child)))
      return nil
    }
    let descending = tree.hasToken(.desc, in: node)
    let ascending = tree.hasToken(.asc, in: node)
    return SortKey(
      expression: value.id, descending: descending || (defaultDescending && !ascending))
  }

  /// The operand of a set word: a query, a `let`, a path, a list.
  mutating func asQuery(_ node: NodeID) -> QueryID? {
    switch queryOrValue(node) {
    case .query(let id)?: return id
    case .value(let value)?:
      return finish(draft(fromPath: value, name: nil, node), node)
    case nil: return nil
    }
  }
}
