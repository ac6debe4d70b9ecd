// Comes in: the steps of a path that are neither fields nor relations: hop ranges and conditions.
// Goes out: what they leave of the path.

import HoraEngine
import HoraSyntax

extension Checker {
  /// `partners{1,3}`: the relation stepped along last, repeated.
  mutating func hops(_ base: Value, _ step: NodeID) -> Value? {
    guard case .follow(let from, let relation) = plan.expressions[base.id].kind,
      schema.relations[relation].from == schema.relations[relation].to
    else {
      report(CheckMessage.hopsNeedRelation(tree.range(of: step)))
      return nil
    }
    guard let range = tree.hopRange(of: step), range.most.map({ $0 >= range.least }) ?? true else {
      report(CheckMessage.badHops(tree.text(of: step), tree.range(of: step)))
      return nil
    }
    return add(
      .reachable(from, relation, HopRange(least: range.least, most: range.most)), base.type, .many,
      reach: reach(from), step)
  }

  // MARK: Filters

  mutating func filter(_ base: Value, _ step: NodeID) -> Value? {
    guard let conditionNode = tree.soundChildren(of: step).first else { return nil }
    return filter(base, by: conditionNode, step)
  }

  /// The elements of a path for which a condition holds.
  mutating func filter(_ base: Value, by conditionNode: NodeID, _ step: NodeID) -> Value? {
    var shape = RowShape()
    shape.columns = [ShapeColumn(name: nil, type: base.type, cardinality: .one)]
    if base.type.isEntity { shape.entity = 0 }
    if let link = base.link, let rows = schema.relations[link.relation].link {
      shape.columns.append(ShapeColumn(name: nil, type: .entity(rows), cardinality: .one))
      shape.link = 1
    }
    let place = scopes.count
    let outer = usedLinks.remove(place) != nil
    defer { if outer { usedLinks.insert(place) } }
    guard let condition = inside(shape, { $0.condition(conditionNode) }) else { return nil }
    let usesLink = usedLinks.remove(place) != nil
    var link = base.link
    if let path = link {
      link?.condition = both(path.condition, condition.id, step)
    }
    let source: ElementSource
    let test: ExpressionID
    if usesLink, let link, let all = link.condition {
      source = .links(of: link.of, link.relation)
      test = all
    } else {
      source = .path(base.id)
      test = condition.id
    }
    let from: Int
    switch source {
    case .path(let path): from = reach(path)
    case .links(let of, _): from = reach(of)
    }
    var value = add(
      .elements(source, condition: test, result: nil), base.type,
      base.cardinality == .many ? .many : .optional, reach: max(from, reach(test) - 1), step)
    value.link = link
    return value
  }

  private mutating func both(
    _ first: ExpressionID?, _ second: ExpressionID, _ node: NodeID
  ) -> ExpressionID {
    guard let first else { return second }
    return add(.and([first, second]), .bool, .one, reach: reach(first, second), node).id
  }
}
