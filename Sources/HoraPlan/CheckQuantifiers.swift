// Comes in: `some`, `every`, `no`, `at least N` before a path. Goes out: checked conditions over the
// different elements of the path's last many-valued step.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func quantified(_ node: NodeID) -> Value? {
    let children = tree.soundChildren(of: node)
    guard children.count >= 2, let quantifier = quantifier(children[0]) else { return nil }
    let leftNode = children[1]
    guard let whole = expression(leftNode) else { return nil }
    // The path up to its last many-valued step gives the elements; the rest is asked of each.
    let steps =
      tree.kind(of: leftNode) == .postfixExpression
      ? Array(tree.soundChildren(of: leftNode).dropFirst()) : []
    let taken = min(whole.manySteps ?? 0, steps.count)
    guard var elements = taken == steps.count ? whole : path(leftNode, steps: taken) else {
      return nil
    }
    let rest = Array(steps.dropFirst(taken))
    if let link = elements.link, let first = rest.first, tree.kind(of: first) == .memberStep,
      case .entity(let collection) = elements.type,
      catalog.member(tree.nameText(of: first), of: collection) == nil,
      let rows = linkRows(link, first)
    {
      // The rest begins with a column of the link rows: those are the elements.
      elements = rows
    }
    if !elements.type.isEntity, elements.cardinality == .many {
      let link = elements.link
      elements = add(
        .unique(elements.id), elements.type, .many, reach: reach(elements.id), leftNode)
      elements.link = link
    }
    var shape = RowShape()
    shape.columns = [ShapeColumn(name: nil, type: elements.type, cardinality: .one)]
    if elements.type.isEntity { shape.entity = 0 }
    // What is in a list as written is there for all to see.
    if quantifier == .every, !plan.expressions[elements.id].isConstant {
      let end = taken > 0 ? tree.range(of: steps[taken - 1]).end : firstEnd(of: leftNode)
      lintVacuousEvery(
        node,
        tree.text(in: SourceRange(start: tree.range(of: leftNode).start, end: end)))
    }
    let operation = tree.comparisonOperator(of: node)
    var condition: ExpressionID?
    if operation != nil || !rest.isEmpty || elements.type == .bool {
      let right = children.count > 2 ? children[2] : nil
      let asked: Value? = inside(shape, visible: false) { checker in
        let start = checker.column(depth: 0, 0, shape.columns[0], leftNode)
        guard let tail = checker.follow(start, rest, from: 0) else { return nil }
        if let operation { return checker.compare(operation, tail, leftNode, right, node) }
        if tail.type == .bool && tail.cardinality != .many { return tail }
        return checker.add(
          .exists(tail.id), .bool, .one, reach: checker.reach(tail.id), leftNode)
      }
      guard let asked else { return nil }
      condition = asked.id
    }
    var numberReach = 0
    switch quantifier {
    case .atLeast(let id), .atMost(let id), .exactly(let id): numberReach = reach(id)
    default: break
    }
    return add(
      .quantified(quantifier, .path(elements.id), condition: condition), .bool, .one,
      reach: max(reach(elements.id), numberReach, condition.map { reach($0) - 1 } ?? 0), node)
  }

  /// Where the first part of a path ends.
  private func firstEnd(of node: NodeID) -> Int {
    guard tree.kind(of: node) == .postfixExpression, let first = tree.soundChildren(of: node).first
    else { return tree.range(of: node).end }
    return tree.range(of: first).end
  }

  private mutating func quantifier(_ node: NodeID) -> Quantifier? {
    var number: ExpressionID?
    if let amountNode = tree.firstChild(of: node, kind: .amount) {
      guard let value = amount(amountNode) else { return nil }
      number = value.id
    }
    for token in tree.tokenChildren(of: node) {
      guard let word = tree.token(token).word else { continue }
      switch word {
      case .someOf: return .some
      case .every: return .every
      case .no: return .no
      case .exactly: return number.map { .exactly($0) }
      case .least: return number.map { .atLeast($0) }
      case .most: return number.map { .atMost($0) }
      default: continue
      }
    }
    return nil
  }
}
