// Comes in: a `cover` clause and the rows before it. Goes out: its plan: needs, path, rules, each with the
// types they must have; and the rows after it.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func cover(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    let children = tree.soundChildren(of: node)
    guard children.count >= 2 else { return nil }
    guard let entityColumn = draft.shape.entity,
      case .entity(let rowCollection) = draft.shape.columns[entityColumn].type
    else {
      report(CoverMessage.needsEntityRows(tree.range(of: node)))
      return nil
    }
    guard let path = inside(draft.shape, { $0.expression(children[1]) }) else { return nil }
    guard case .entity(let target) = path.type else {
      report(CheckMessage.needsEntities("`cover`", path.type, tree.range(of: children[1]), schema))
      return nil
    }
    guard !isConstant(path) else {
      report(CoverMessage.samePath(tree.text(of: children[1]), tree.range(of: children[1])))
      return nil
    }
    guard var cover = needs(children[0], path, target) else { return nil }
    cover.entityColumn = entityColumn
    cover.rowCollection = rowCollection
    var perRow = [path.id]
    var options: [NodeKind: NodeID] = [:]
    for option in children.dropFirst(2) {
      let kind = tree.kind(of: option)
      switch kind {
      case .coverMax, .coverPrefer, .coverBest:
        guard options.updateValue(option, forKey: kind) == nil else {
          report(CoverMessage.twice(tree.range(of: option)))
          return nil
        }
      default: break
      }
      guard let rules = coverOption(option, draft.shape, &cover) else { return nil }
      cover.rules += rules
      perRow += rules.flatMap(\.perRow)
    }
    perRow += cover.prefer.map { [$0.expression] } ?? []
    apply(.cover(cover), perRow, node, &draft)
    let needed = plan.queries[cover.need].columns[cover.needColumn].type
    var added = [ShapeColumn(name: "covers", type: needed, cardinality: .many)]
    if cover.best != nil {
      added.insert(ShapeColumn(name: "option", type: .int, cardinality: .one), at: 0)
    }
    for column in added {
      if let name = column.name, let old = draft.shape.column(named: name) {
        draft.shape.columns[old].name = nil
      }
      draft.shape.columns.append(column)
    }
    return ()
  }

  // MARK: Needs

  /// What is needed: entities that the path leads to, or texts that name them; rows may have columns
  /// `count` and `weight`.
  private mutating func needs(
    _ node: NodeID, _ path: Value, _ target: CollectionID
  ) -> CoverPlan? {
    // The needs see the row around the query, as the operand of a set word does.
    let saved = (group, windowPlace)
    (group, windowPlace) = (nil, nil)
    defer { (group, windowPlace) = saved }
    guard let need = asQuery(node) else { return nil }
    let shape = shapes[need] ?? RowShape()
    guard plan.queries[need].reach == 0 else {
      report(CoverMessage.changing("needs", tree.range(of: node)))
      return nil
    }
    let count = shape.column(named: "count")
    let weight = shape.column(named: "weight")
    let column = shape.entity ?? shape.columns.indices.first { $0 != count && $0 != weight }
    guard shape.pivoted == nil, let column, shape.columns[column].cardinality != .many else {
      report(CoverMessage.needsNothing(tree.range(of: node)))
      return nil
    }
    let type = shape.columns[column].type
    guard type == .entity(target) || type == .text || type == .nothing else {
      report(
        CoverMessage.wrongNeeds(
          CheckMessage.describe(type, schema), schema.collections[target].name,
          tree.range(of: node)))
      return nil
    }
    for (name, place) in [("count", count), ("weight", weight)] {
      guard let place else { continue }
      let found = shape.columns[place]
      let fits = name == "count" ? found.type == .int : found.type.isNumber
      guard (fits && found.cardinality != .many) || found.type == .nothing else {
        report(
          CoverMessage.notANumber(
            "the column `\(name)` of the needs", CheckMessage.describe(found.type, schema),
            tree.range(of: node)))
        return nil
      }
    }
    return CoverPlan(
      need: need, needRange: range(node), needColumn: column, countColumn: count,
      weightColumn: weight, path: path.id, target: target)
  }

  // MARK: Options

  /// The rules an option makes; none for `prefer` and `best`.
  private mutating func coverOption(
    _ node: NodeID, _ shape: RowShape, _ cover: inout CoverPlan
  ) -> [CoverRule]? {
    let children = tree.soundChildren(of: node)
    func rule(_ kind: CoverRule.Kind) -> [CoverRule] { [CoverRule(kind: kind, range: range(node))] }
    switch tree.kind(of: node) {
    case .coverMax:
      guard let count = children.first.flatMap({ amount($0) }) else { return nil }
      return rule(.most(count.id))
    case .coverBest:
      guard let count = children.first.flatMap({ amount($0) }) else { return nil }
      cover.best = count.id
      return []
    case .coverPrefer:
      guard let key = children.first,
        let sorted = inside(shape, { $0.sortKey(key, defaultDescending: true) }),
        isNumber(sorted.expression, "what is preferred", key)
      else { return nil }
      cover.prefer = sorted
      return []
    case .coverAtLeast:
      guard let count = children.first.flatMap({ amount($0) }) else { return nil }
      guard children.count > 1 else { return rule(.perNeed(count.id)) }
      if tree.hasToken(.where, in: node) {
        guard let condition = inside(shape, { $0.condition(children[1]) }) else { return nil }
        return rule(.holding(count.id, condition: condition.id))
      }
      guard let value = inside(shape, { $0.oneValued(children[1]) }) else { return nil }
      return rule(.different(count.id, of: value.id))
    case .coverAtMost:
      guard children.count > 1, let count = amount(children[0]),
        let value = inside(shape, { $0.oneValued(children[1]) })
      else { return nil }
      if tree.hasToken(.per, in: node) { return rule(.perGroup(count.id, of: value.id)) }
      guard isNumber(value.id, "what a budget adds up", children[1]) else { return nil }
      return rule(.budget(count.id, of: value.id))
    case .coverWith:
      return children.first.flatMap { named($0, shape) }.map { rule(.with($0)) }
    case .coverWithout:
      return children.first.flatMap { named($0, shape) }.map { rule(.without($0)) }
    case .coverEligible: return eligible(children, node, shape)
    default: return nil
    }
  }

  private mutating func isNumber(_ id: ExpressionID, _ what: String, _ node: NodeID) -> Bool {
    let type = plan.expressions[id].type
    if type.isNumber || type == .nothing { return true }
    report(
      CoverMessage.notANumber(what, CheckMessage.describe(type, schema), tree.range(of: node)))
    return false
  }

  /// Rows by themselves, or texts that name them.
  private mutating func named(_ node: NodeID, _ shape: RowShape) -> ExpressionID? {
    guard let row = shape.entity, let value = expression(node) else { return nil }
    guard plan.expressions[value.id].reach == 0 else {
      report(CoverMessage.changing("rows", tree.range(of: node)))
      return nil
    }
    if value.type == shape.columns[row].type || value.type == .text || value.type == .nothing {
      return value.id
    }
    report(
      CoverMessage.otherRows(
        CheckMessage.describe(value.type, schema),
        CheckMessage.describe(shape.columns[row].type, schema), tree.range(of: node)))
    return nil
  }

  private mutating func eligible(
    _ children: [NodeID], _ node: NodeID, _ shape: RowShape
  ) -> [CoverRule]? {
    guard let nameNode = children.first, let text = expression(nameNode),
      case .text(let name)? = constant(text)
    else { return nil }
    guard let found = host.rules.first(where: { Names.key($0.name) == Names.key(name) }) else {
      let names = host.rules.map(\.name)
      report(
        CoverMessage.unknownRule(
          name, nearest(name, in: names, limit: 1), names, tree.range(of: nameNode)))
      return nil
    }
    let country: Value?
    if children.count > 1 {
      country = inside(shape, { $0.oneValued(children[1]) })
      if country == nil { return nil }
    } else {
      country = inside(shape, { $0.isRowName("country") ? $0.named("country", node) : nil })
    }
    guard let country, country.cardinality != .many,
      country.type == .text || country.type.isEntity
    else {
      report(CoverMessage.noCountry(tree.range(of: node)))
      return nil
    }
    return [CoverRule(kind: .eligible(found, country: country.id), range: range(node))]
  }
}
