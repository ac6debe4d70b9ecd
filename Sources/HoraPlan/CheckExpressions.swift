// Comes in: expression nodes. Goes out: checked expressions with types and cardinality.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func expression(_ node: NodeID) -> Value? {
    guard mayEnter(node) else { return nil }
    switch tree.kind(of: node) {
    case .ifExpression: return conditional(node)
    case .orExpression, .andExpression: return logic(node)
    case .notExpression:
      guard let child = tree.soundChildren(of: node).first, let value = condition(child) else {
        return nil
      }
      let nots = tree.tokenChildren(of: node).count
      if nots % 2 == 0 { return value }
      return add(.not(value.id), .bool, .one, reach: reach(value.id), node)
    case .comparison: return comparison(node)
    case .quantifiedComparison: return quantified(node)
    case .coalesceExpression: return coalesce(node)
    case .additiveExpression, .multiplicativeExpression: return arithmetic(node)
    case .negation: return negation(node)
    case .existsExpression:
      guard let child = tree.soundChildren(of: node).first, let value = setOrPath(child) else {
        return nil
      }
      return add(.exists(value.id), .bool, .one, reach: reach(value.id), node)
    case .postfixExpression: return postfix(node)
    case .nameReference: return name(node)
    case .itReference: return it(node)
    case .parameterReference: return parameter(node)
    case .listLiteral: return list(node)
    case .parenthesized: return parenthesized(node)
    case .query, .pairsSource, .pathsSource, .matchSource, .gapsSource:
      return subquery(node)
    case .argument:
      report(CheckMessage.optionNotHere(tree.nameText(of: node), tree.range(of: node)))
      return nil
    // A pattern stands only right of `~`, a range right of `in`, where they are read by themselves.
    case .unexpected, .absent, .regexLiteral, .rangeExpression: return nil
    default: return literal(node)
    }
  }

  /// An expression that must be a condition.
  mutating func condition(_ node: NodeID) -> Value? {
    guard let value = expression(node) else { return nil }
    if value.type == .bool && value.cardinality != .many { return value }
    // An element of an empty list fits every type, and is not true. `missing` as written is a mistake.
    if value.type == .nothing, value.cardinality != .many, tree.kind(of: node) != .missingLiteral {
      return add(.exists(value.id), .bool, .one, reach: reach(value.id), node)
    }
    report(
      CheckMessage.notACondition(
        tree.text(of: node), value.type, many: value.cardinality == .many,
        isLiteral: constant(value) != nil, tree.range(of: node), schema))
    return nil
  }

  /// An expression that must have at most one value a row.
  mutating func oneValued(_ node: NodeID) -> Value? {
    guard let value = expression(node) else { return nil }
    if value.cardinality != .many { return value }
    report(CheckMessage.manyAsOne(tree.text(of: node), value.type, tree.range(of: node)))
    return nil
  }

  // MARK: Literals

  private mutating func literal(_ node: NodeID) -> Value? {
    func range(_ first: CivilDate, _ last: CivilDate) -> Constant {
      .interval(first.days, last.days)
    }
    switch tree.kind(of: node) {
    case .integerLiteral:
      guard let number = tree.integerValue(of: node) else {
        report(CheckMessage.tooLarge(tree.text(of: node), tree.range(of: node)))
        return nil
      }
      return add(.constant(.int(number)), .int, .one, reach: 0, node)
    case .decimalLiteral:
      guard let number = tree.decimalValue(of: node) else {
        report(CheckMessage.tooLarge(tree.text(of: node), tree.range(of: node)))
        return nil
      }
      return add(.constant(.decimal(number)), .decimal, .one, reach: 0, node)
    case .textLiteral:
      return add(
        .constant(.text(Composition.composed(tree.textValue(of: node)))), .text, .one, reach: 0,
        node)
    case .booleanLiteral:
      return tree.booleanValue(of: node).flatMap {
        add(.constant(.bool($0)), .bool, .one, reach: 0, node)
      }
    case .missingLiteral: return add(.missing, .nothing, .optional, reach: 0, node)
    case .dateLiteral:
      guard let date = tree.dateValue(of: node) else { return nil }
      let civil = CivilDate(year: date.year, month: date.month, day: date.day)
      guard civil.isValid else { return noSuchDate(node) }
      return add(.constant(.date(civil.days)), .date, .one, reach: 0, node)
    case .monthLiteral:
      guard let date = tree.monthValue(of: node) else { return nil }
      let first = CivilDate(year: date.year, month: date.month, day: 1)
      guard first.isValid else { return noSuchDate(node) }
      let last = CivilDate(
        year: date.year, month: date.month,
        day: CivilDate.daysIn(month: date.month, year: date.year))
      return add(.constant(range(first, last)), .interval, .one, reach: 0, node)
    case .quarterLiteral:
      guard let date = tree.quarterValue(of: node) else { return nil }
      let first = CivilDate(year: date.year, month: date.quarter * 3 - 2, day: 1)
      guard (1...4).contains(date.quarter), first.isValid else { return noSuchDate(node) }
      let last = CivilDate(
        year: date.year, month: date.quarter * 3,
        day: CivilDate.daysIn(month: date.quarter * 3, year: date.year))
      return add(.constant(range(first, last)), .interval, .one, reach: 0, node)
    case .durationLiteral:
      guard let duration = tree.durationValue(of: node), duration.count <= 120_000 else {
        report(CheckMessage.tooLarge(tree.text(of: node), tree.range(of: node)))
        return nil
      }
      let count = Int32(duration.count)
      let constant: Constant
      switch duration.unit {
      case .days: constant = .duration(months: 0, days: count)
      case .weeks: constant = .duration(months: 0, days: count * 7)
      case .months: constant = .duration(months: count, days: 0)
      case .years: constant = .duration(months: count * 12, days: 0)
      }
      return add(.constant(constant), .duration, .one, reach: 0, node)
    default:
      notBuilt("`\(tree.text(of: node))`", node)
      return nil
    }
  }

  private mutating func noSuchDate(_ node: NodeID) -> Value? {
    report(CheckMessage.noSuchDate(tree.text(of: node), tree.range(of: node)))
    return nil
  }

  private mutating func list(_ node: NodeID) -> Value? {
    var items: [Value] = []
    for child in tree.soundChildren(of: node) {
      guard let value = oneValued(child) else { return nil }
      items.append(value)
    }
    guard let type = commonType(items.map(\.type)) else {
      report(CheckMessage.mixedList(items.map(\.type), tree.range(of: node), schema))
      return nil
    }
    let ids = items.map { converted($0, to: type, node).id }
    return add(.list(ids), type, .many, reach: reach(of: ids), node)
  }

  /// The one type that all fit; nil where there is none.
  func commonType(_ types: [ValueType]) -> ValueType? {
    var result = ValueType.nothing
    for type in types where type != .nothing {
      if result == .nothing || result == type {
        result = type
      } else if result.isNumber && type.isNumber {
        result = .decimal
      } else {
        return nil
      }
    }
    return result
  }

  /// An int where a decimal is wanted becomes one; everything else stays.
  mutating func converted(_ value: Value, to type: ValueType, _ node: NodeID) -> Value {
    guard value.type == .int, type == .decimal else { return value }
    return add(
      .call(.toDecimal, [value.id]), .decimal, value.cardinality, reach: reach(value.id), node)
  }

  // MARK: Logic

  private mutating func logic(_ node: NodeID) -> Value? {
    var parts: [ExpressionID] = []
    var sound = true
    let isAnd = tree.kind(of: node) == .andExpression
    let known = knownPresent
    defer { knownPresent = known }
    if isAnd { knownPresent.formUnion(presentPaths(node)) }
    let children = tree.soundChildren(of: node)
    for (place, child) in children.enumerated() {
      if place > 0, let comparison = comparedOnce(children[place - 1], child) {
        report(
          CheckMessage.comparedOnce(comparison, tree.text(of: child), tree.range(of: child)))
        sound = false
      } else if let value = condition(child) {
        parts.append(value.id)
      } else {
        sound = false
      }
    }
    guard sound else { return nil }
    if isAnd { lintSeparateConditions(children, parts) }
    let kind: Expression.Kind =
      tree.kind(of: node) == .orExpression ? .or(parts) : .and(parts)
    return add(kind, .bool, .one, reach: reach(of: parts), node)
  }

  /// `country =` of `country = "Serbia" or "Croatia"`; nil where a literal does not stand alone.
  private func comparedOnce(_ before: NodeID, _ node: NodeID) -> String? {
    guard tree.kind(of: node) == .textLiteral || tree.kind(of: node) == .integerLiteral,
      tree.kind(of: before) == .comparison, let right = tree.soundChildren(of: before).last,
      tree.soundChildren(of: before).count == 2
    else { return nil }
    let range = SourceRange(start: tree.range(of: before).start, end: tree.range(of: right).start)
    var text = tree.text(in: range)
    while text.last == " " { text.removeLast() }
    return text
  }

  private mutating func conditional(_ node: NodeID) -> Value? {
    let children = tree.soundChildren(of: node)
    guard children.count >= 3, children.count % 2 == 1 else { return nil }
    var conditions: [Value] = []
    var values: [Value] = []
    for (index, child) in children.enumerated() {
      if index == children.count - 1 || index % 2 == 1 {
        guard let value = oneValued(child) else { return nil }
        values.append(value)
      } else {
        guard let value = condition(child) else { return nil }
        conditions.append(value)
      }
    }
    guard let type = commonType(values.map(\.type)) else {
      report(CheckMessage.mixedBranches(values.map(\.type), tree.range(of: node), schema))
      return nil
    }
    let converted = values.map { self.converted($0, to: type, node).id }
    let branches = zip(conditions, converted).map {
      ConditionalBranch(condition: $0.id, value: $1)
    }
    guard let otherwise = converted.last else { return nil }
    let optional = values.contains { $0.cardinality != .one }
    return add(
      .conditional(branches, otherwise: otherwise), type, optional ? .optional : .one,
      reach: reach(of: conditions.map(\.id) + converted), node)
  }

  private mutating func coalesce(_ node: NodeID) -> Value? {
    var values: [Value] = []
    for child in tree.soundChildren(of: node) {
      guard let value = oneValued(child) else { return nil }
      values.append(value)
    }
    guard let type = commonType(values.map(\.type)) else {
      report(CheckMessage.mixedBranches(values.map(\.type), tree.range(of: node), schema))
      return nil
    }
    let ids = values.map { converted($0, to: type, node).id }
    return add(
      .coalesce(ids), type, values.contains { $0.cardinality == .one } ? .one : .optional,
      reach: reach(of: ids), node)
  }

  // MARK: Arithmetic

  private mutating func negation(_ node: NodeID) -> Value? {
    guard let child = tree.soundChildren(of: node).first, let value = oneValued(child) else {
      return nil
    }
    guard value.type.isNumber || value.type == .duration else {
      report(
        CheckMessage.notANumber(tree.text(of: child), value.type, tree.range(of: child), schema))
      return nil
    }
    if tree.tokenChildren(of: node).count % 2 == 0 { return value }
    // A negative literal is a constant like any other.
    switch constant(value) {
    case .int(let number)?:
      return add(.constant(.int(0 &- number)), .int, .one, reach: 0, node)
    case .decimal(let number)?:
      return add(.constant(.decimal(-number)), .decimal, .one, reach: 0, node)
    default:
      return add(.negate(value.id), value.type, value.cardinality, reach: reach(value.id), node)
    }
  }

  private mutating func arithmetic(_ node: NodeID) -> Value? {
    var operations: [ArithmeticOperator] = []
    var operands: [(Value, NodeID)] = []
    for child in tree.children(of: node) {
      switch child {
      case .token(let token):
        switch tree.token(token).kind {
        case .plus: operations.append(.add)
        case .minus: operations.append(.subtract)
        case .star: operations.append(.multiply)
        case .slash: operations.append(.divide)
        case .percent: operations.append(.remainder)
        default: break
        }
      case .node(let operand):
        guard let value = oneValued(operand) else { return nil }
        operands.append((value, operand))
      }
    }
    guard let first = operands.first, operations.count == operands.count - 1 else { return nil }
    let optional: Cardinality =
      operations.contains(.divide) || operations.contains(.remainder)
        || operands.contains { $0.0.cardinality != .one } ? .optional : .one
    let ids = operands.map(\.0.id)
    if operands.allSatisfy({ $0.0.type == .text }) && operations.allSatisfy({ $0 == .add }) {
      return add(.concatenate(ids), .text, optional, reach: reach(of: ids), node)
    }
    var type = first.0.type
    for (operation, (operand, operandNode)) in zip(operations, operands.dropFirst()) {
      guard let next = resultType(operation, type, operand.type) else {
        report(
          CheckMessage.cannotCompute(
            operation, type, operand.type, tree.range(of: operandNode), schema))
        return nil
      }
      type = next
    }
    let steps = zip(operations, ids.dropFirst()).map {
      ArithmeticStep(operation: $0, operand: $1)
    }
    // Overflow may leave a missing value.
    return add(
      .arithmetic(ids[0], steps), type, optional == .one && type == .int ? .optional : optional,
      reach: reach(of: ids), node)
  }

  private func resultType(
    _ operation: ArithmeticOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    if left.isNumber && right.isNumber {
      if operation == .divide { return .decimal }
      return left == .int && right == .int ? .int : .decimal
    }
    switch (operation, left, right) {
    case (.add, .date, .duration), (.subtract, .date, .duration), (.add, .duration, .date):
      return .date
    case (.subtract, .date, .date): return .duration
    case (.add, .duration, .duration), (.subtract, .duration, .duration): return .duration
    default: return nil
    }
  }

  // MARK: Queries in expressions

  private mutating func parenthesized(_ node: NodeID) -> Value? {
    guard var child = tree.soundChildren(of: node).first else { return nil }
    // Brackets in brackets mean what the innermost mean.
    while tree.kind(of: child) == .parenthesized, let inner = tree.soundChildren(of: child).first {
      child = inner
    }
    switch tree.kind(of: child) {
    case .query, .pairsSource, .pathsSource, .matchSource, .gapsSource: return subquery(child)
    default: return expression(child)
    }
  }

  /// A path, or a query as the list of its rows.
  mutating func setOrPath(_ node: NodeID) -> Value? { expression(node) }

  /// A query in brackets: its entities or its one column; one value where its form gives one row.
  mutating func subquery(_ node: NodeID) -> Value? {
    guard let id = query(node), let shape = shapes[id] else { return nil }
    let column: Int
    if let entity = shape.entity, shape.columns.count == 1 || !isPlainSingle(shape) {
      column = entity
    } else if shape.columns.count == 1 {
      column = 0
    } else {
      report(CheckMessage.severalColumns(shape.columns.count, tree.range(of: node)))
      return nil
    }
    let type = shape.columns[column].type
    let list = add(
      .subquery(id, column: column), type, .many, reach: plan.queries[id].reach, node)
    if givesOneRow(id) {
      return add(
        .single(list.id), type, shape.columns[column].cardinality, reach: reach(list.id), node)
    }
    return list
  }

  private func isPlainSingle(_ shape: RowShape) -> Bool { false }

  /// True where the form of a query gives exactly one row: `count`, or `summarize` without keys.
  private func givesOneRow(_ id: QueryID) -> Bool {
    for step in plan.queries[id].operators.reversed() {
      switch step.kind {
      case .project, .sort: continue
      case .summarize(let keys, _): return keys.isEmpty
      default: return false
      }
    }
    return false
  }
}
