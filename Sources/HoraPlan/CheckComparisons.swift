// Comes in: comparisons and quantifiers. Goes out: checked conditions. Here a text becomes an
// entity or a date, a number beside a date a year, and `~` words or concepts.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func comparison(_ node: NodeID) -> Value? {
    let children = tree.soundChildren(of: node)
    guard let leftNode = children.first, let operation = tree.comparisonOperator(of: node) else {
      return nil
    }
    guard let left = expression(leftNode) else {
      // The right side may have an error of its own; a pattern means nothing by itself.
      switch operation {
      case .matches, .notMatches: break
      default:
        if children.count > 1, tree.kind(of: children[1]) != .rangeExpression {
          _ = expression(children[1])
        }
      }
      return nil
    }
    if children.count > 1, !isProbed(children[1]), isTextWithoutQuotes(children[1]) {
      if CheckMessage.isNull(tree.nameText(of: children[1])),
        operation == .equal || operation == .notEqual
      {
        report(
          CheckMessage.equalsMissing(
            tree.text(of: leftNode), isNegated: operation == .notEqual, tree.range(of: node)))
        return nil
      }
      report(
        CheckMessage.textWithoutQuotes(
          tree.nameText(of: children[1]), tree.range(of: children[1])))
      return nil
    }
    return compare(operation, left, leftNode, children.count > 1 ? children[1] : nil, node)
  }

  /// True for a word that is no name and no slip for one: a text was meant.
  private func isTextWithoutQuotes(_ node: NodeID) -> Bool {
    guard tree.kind(of: node) == .nameReference else { return false }
    let name = tree.nameText(of: node)
    return !isRowName(name) && definitions[Names.key(name)] == nil
      && catalog.collection(name) == nil && nearest(name, in: visibleNames(), limit: 1).isEmpty
  }

  mutating func compare(
    _ operation: ComparisonOperator, _ left: Value, _ leftNode: NodeID, _ right: NodeID?,
    _ node: NodeID
  ) -> Value? {
    func negated(_ value: Value?) -> Value? {
      value.map { add(.not($0.id), .bool, .one, reach: reach($0.id), node) }
    }
    switch operation {
    case .isNotMissing: return add(.exists(left.id), .bool, .one, reach: reach(left.id), node)
    case .isMissing:
      return negated(add(.exists(left.id), .bool, .one, reach: reach(left.id), node))
    default: break
    }
    guard let right else { return nil }
    probeValues(of: left, at: right)
    switch operation {
    case .equal: return ordered(.equal, left, leftNode, right, node)
    case .notEqual where tree.kind(of: right) == .missingLiteral:
      report(
        CheckMessage.equalsMissing(
          tree.text(of: leftNode), isNegated: true, tree.range(of: node)))
      return nil
    case .notEqual: return negated(ordered(.equal, left, leftNode, right, node))
    case .less: return ordered(.less, left, leftNode, right, node)
    case .lessOrEqual: return ordered(.lessOrEqual, left, leftNode, right, node)
    case .greater: return ordered(.greater, left, leftNode, right, node)
    case .greaterOrEqual: return ordered(.greaterOrEqual, left, leftNode, right, node)
    case .matches: return matches(left, leftNode, right, node)
    case .notMatches: return negated(matches(left, leftNode, right, node))
    case .in: return membership(left, leftNode, right, node)
    case .notIn: return negated(membership(left, leftNode, right, node))
    case .under: return under(left, leftNode, right, node)
    case .notUnder: return negated(under(left, leftNode, right, node))
    case .isMissing, .isNotMissing: return nil
    }
  }

  // MARK: = < <= > >=

  private mutating func ordered(
    _ comparison: Comparison, _ left: Value, _ leftNode: NodeID, _ rightNode: NodeID, _ node: NodeID
  ) -> Value? {
    if case .missingLiteral = tree.kind(of: rightNode) {
      report(
        CheckMessage.equalsMissing(
          tree.text(of: leftNode), isNegated: false, tree.range(of: node)))
      return nil
    }
    guard let right = expression(rightNode) else { return nil }
    return ordered(comparison, left, right, leftNode, rightNode, node)
  }

  private mutating func ordered(
    _ comparison: Comparison, _ left: Value, _ right: Value, _ leftNode: NodeID,
    _ rightNode: NodeID, _ node: NodeID
  ) -> Value? {
    func result(_ l: Value, _ r: Value) -> Value {
      add(.compare(comparison, l.id, r.id), .bool, .one, reach: reach(l.id, r.id), node)
    }
    func mirrored() -> Value? {
      ordered(mirror(comparison), right, left, rightNode, leftNode, node)
    }
    switch (left.type, right.type) {
    case (.nothing, _), (_, .nothing): return result(left, right)
    case (.int, .int), (.decimal, .decimal), (.int, .decimal), (.decimal, .int), (.text, .text),
      (.date, .date), (.bool, .bool):
      return result(left, right)
    case (.duration, .duration):
      return calendar(comparison, left, right, node)
        ?? calendar(mirror(comparison), right, left, node) ?? result(left, right)
    case (.interval, .interval) where comparison == .equal: return result(left, right)
    case (.date, .interval): return inInterval(comparison, left, right, node)
    case (.date, .int):
      guard let year = year(right, rightNode) else { break }
      return inInterval(comparison, left, year, node)
    case (.date, .text):
      guard let date = dateOf(right, rightNode) else { return nil }
      return result(left, date)
    case (.interval, .date), (.int, .date), (.text, .date): return mirrored()
    case (.entity(let a), .entity(let b)) where a == b && comparison == .equal:
      return result(left, right)
    case (.entity(let collection), .text) where comparison == .equal,
      (.entity(let collection), .int) where comparison == .equal:
      guard isConstant(right) else {
        report(CheckMessage.textNotKnown(tree.text(of: rightNode), tree.range(of: rightNode)))
        return nil
      }
      return memberOf(left, collection, .named(asText(right, rightNode).id), rightNode, node)
    case (.text, .entity) where comparison == .equal, (.int, .entity) where comparison == .equal:
      return mirrored()
    default: break
    }
    report(
      CheckMessage.cannotCompare(
        left.type, tree.text(of: leftNode), right.type, tree.text(of: rightNode),
        tree.range(of: node), tree.range(of: rightNode), schema))
    return nil
  }

  private func mirror(_ comparison: Comparison) -> Comparison {
    switch comparison {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .under: comparison
    }
  }

  /// - Parameter names: what names the set; messages about its texts point there.
  private mutating func memberOf(
    _ left: Value, _ collection: CollectionID, _ kind: EntitySet.Kind, _ names: NodeID,
    _ node: NodeID
  ) -> Value {
    plan.sets.append(EntitySet(collection: collection, kind: kind, range: range(names)))
    return add(
      .memberOf(left.id, plan.sets.count - 1), .bool, .one, reach: reach(left.id), node)
  }

  private mutating func asText(_ value: Value, _ node: NodeID) -> Value {
    guard value.type == .int else { return value }
    return add(.call(.toText, [value.id]), .text, value.cardinality, reach: reach(value.id), node)
  }

  /// A date against an interval: `=` is inside, `<` before its first day, `<=` not after its last.
  private mutating func inInterval(
    _ comparison: Comparison, _ date: Value, _ interval: Value, _ node: NodeID
  ) -> Value {
    let first = end(.firstDay, interval, node)
    let last = end(.lastDay, interval, node)
    let reach = reach(date.id, interval.id)
    switch comparison {
    case .equal, .under:
      return add(
        .between(date.id, low: first.id, high: last.id), .bool, .one, reach: reach, node)
    case .less, .greaterOrEqual:
      return add(.compare(comparison, date.id, first.id), .bool, .one, reach: reach, node)
    case .lessOrEqual, .greater:
      return add(.compare(comparison, date.id, last.id), .bool, .one, reach: reach, node)
    }
  }

  private mutating func end(_ function: Function, _ interval: Value, _ node: NodeID) -> Value {
    if case .interval(let first, let last)? = constant(interval) {
      return add(
        .constant(.date(function == .firstDay ? first : last)), .date, .one, reach: 0, node)
    }
    return add(
      .call(function, [interval.id]), .date, interval.cardinality, reach: reach(interval.id), node)
  }

  /// A four-digit number beside a date is that year.
  private mutating func year(_ value: Value, _ node: NodeID) -> Value? {
    guard case .int(let year)? = constant(value), (1000...9999).contains(year) else { return nil }
    let first = CivilDate(year: Int(year), month: 1, day: 1)
    let last = CivilDate(year: Int(year), month: 12, day: 31)
    return add(.constant(.interval(first.days, last.days)), .interval, .one, reach: 0, node)
  }

  private mutating func dateOf(_ value: Value, _ node: NodeID) -> Value? {
    if case .text(let text)? = constant(value) {
      guard let date = CivilDate(text: text) else {
        report(CheckMessage.noSuchDate(text, tree.range(of: node)))
        return nil
      }
      return add(.constant(.date(date.days)), .date, .one, reach: 0, node)
    }
    guard isConstant(value) else {
      report(CheckMessage.textNotKnown(tree.text(of: node), tree.range(of: node)))
      return nil
    }
    return add(.call(.toDate, [value.id]), .date, value.cardinality, reach: reach(value.id), node)
  }

  /// `end - start > 2y` is asked by the calendar: `end > start + 2y`.
  private mutating func calendar(
    _ comparison: Comparison, _ left: Value, _ right: Value, _ node: NodeID
  ) -> Value? {
    guard case .arithmetic(let end, let steps) = plan.expressions[left.id].kind, steps.count == 1,
      steps[0].operation == .subtract, plan.expressions[end].type == .date,
      plan.expressions[steps[0].operand].type == .date
    else { return nil }
    let start = steps[0].operand
    let shifted = add(
      .arithmetic(start, [ArithmeticStep(operation: .add, operand: right.id)]), .date, .optional,
      reach: reach(start, right.id), node)
    return add(
      .compare(comparison, end, shifted.id), .bool, .one, reach: reach(end, shifted.id), node)
  }

  // MARK: in

  private mutating func membership(
    _ left: Value, _ leftNode: NodeID, _ rightNode: NodeID, _ node: NodeID
  ) -> Value? {
    if tree.kind(of: rightNode) == .rangeExpression {
      return between(left, leftNode, rightNode, node)
    }
    guard let right = expression(rightNode) else { return nil }
    lintDifference(rightNode)
    // A list of years or dates is asked item by item.
    if left.type == .date, case .list(let items) = plan.expressions[right.id].kind,
      right.type == .int || right.type == .interval
    {
      var parts: [ExpressionID] = []
      for (item, itemNode) in zip(items, tree.soundChildren(of: rightNode)) {
        let expression = plan.expressions[item]
        let value = Value(id: item, type: expression.type, cardinality: expression.cardinality)
        guard let part = ordered(.equal, left, value, leftNode, itemNode, node) else { return nil }
        parts.append(part.id)
      }
      return add(.or(parts), .bool, .one, reach: reach(of: parts), node)
    }
    if case .entity(let collection) = left.type, left.type == right.type, isConstant(right) {
      return memberOf(left, collection, .given(right.id), rightNode, node)
    }
    return ordered(.equal, left, right, leftNode, rightNode, node)
  }

  private mutating func between(
    _ left: Value, _ leftNode: NodeID, _ rangeNode: NodeID, _ node: NodeID
  ) -> Value? {
    let ends = tree.soundChildren(of: rangeNode)
    guard ends.count == 2, var low = oneValued(ends[0]), var high = oneValued(ends[1]) else {
      return nil
    }
    if left.type == .date {
      func asDate(_ value: Value, _ node: NodeID, _ function: Function) -> Value? {
        switch value.type {
        case .date: return value
        case .interval: return end(function, value, node)
        case .int: return year(value, node).map { end(function, $0, node) }
        case .text: return dateOf(value, node)
        default: return nil
        }
      }
      guard let first = asDate(low, ends[0], .firstDay), let last = asDate(high, ends[1], .lastDay)
      else {
        report(
          CheckMessage.cannotCompare(
            left.type, tree.text(of: leftNode), low.type, tree.text(of: rangeNode),
            tree.range(of: node), tree.range(of: rangeNode), schema))
        return nil
      }
      (low, high) = (first, last)
    }
    let fits =
      (left.type.isNumber && low.type.isNumber && high.type.isNumber)
      || (left.type == low.type && left.type == high.type && !left.type.isEntity
        && left.type != .bool)
    guard fits else {
      report(
        CheckMessage.cannotCompare(
          left.type, tree.text(of: leftNode), low.type, tree.text(of: rangeNode),
          tree.range(of: node), tree.range(of: rangeNode), schema))
      return nil
    }
    return add(
      .between(left.id, low: low.id, high: high.id), .bool, .one,
      reach: reach(left.id, low.id, high.id), node)
  }

  // MARK: ~ and under

  private mutating func matches(
    _ left: Value, _ leftNode: NodeID, _ rightNode: NodeID, _ node: NodeID
  ) -> Value? {
    if let pattern = pattern(rightNode) {
      return pattern.value.flatMap { matches(left, leftNode, $0, rightNode, node) }
    }
    guard let right = expression(rightNode) else { return nil }
    switch (left.type, right.type) {
    case (.text, .text), (.entity, .text):
      guard isConstant(right) else {
        report(CheckMessage.textNotKnown(tree.text(of: rightNode), tree.range(of: rightNode)))
        return nil
      }
      return matches(left, leftNode, .words([.plain(right.id)]), rightNode, node)
    case (.entity(let a), .entity(let b)) where a == b && schema.collections[a].parent != nil:
      return narrower(left, right, a, node)
    default:
      report(
        CheckMessage.cannotMatch(
          left.type, tree.text(of: leftNode), right.type, tree.range(of: node), schema))
      return nil
    }
  }

  /// The left side against a pattern that is known.
  private mutating func matches(
    _ left: Value, _ leftNode: NodeID, _ pattern: TextPattern, _ rightNode: NodeID, _ node: NodeID
  ) -> Value? {
    switch left.type {
    case .text, .nothing:
      return add(.matches(left.id, pattern), .bool, .one, reach: reach(left.id), node)
    case .entity(let collection):
      return memberOf(left, collection, .matching(pattern), rightNode, node)
    default:
      report(
        CheckMessage.cannotMatch(
          left.type, tree.text(of: leftNode), .text, tree.range(of: node), schema))
      return nil
    }
  }

  private mutating func under(
    _ left: Value, _ leftNode: NodeID, _ rightNode: NodeID, _ node: NodeID
  ) -> Value? {
    guard let right = expression(rightNode) else { return nil }
    guard case .entity(let collection) = left.type, schema.collections[collection].parent != nil
    else {
      report(
        CheckMessage.notATaxonomy(
          tree.text(of: leftNode), left.type, tree.range(of: leftNode), schema))
      return nil
    }
    switch right.type {
    case .text, .int:
      guard isConstant(right) else {
        report(CheckMessage.textNotKnown(tree.text(of: rightNode), tree.range(of: rightNode)))
        return nil
      }
      return memberOf(
        left, collection, .concepts(asText(right, rightNode).id), rightNode, node)
    case .entity(collection): return narrower(left, right, collection, node)
    default:
      report(
        CheckMessage.cannotMatch(
          left.type, tree.text(of: leftNode), right.type, tree.range(of: node), schema))
      return nil
    }
  }

  private mutating func narrower(
    _ left: Value, _ right: Value, _ collection: CollectionID, _ node: NodeID
  ) -> Value {
    if isConstant(right) { return memberOf(left, collection, .narrower(right.id), node, node) }
    return add(
      .compare(.under, left.id, right.id), .bool, .one, reach: reach(left.id, right.id), node)
  }
}
