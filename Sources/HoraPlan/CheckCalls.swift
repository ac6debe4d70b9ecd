// Comes in: calls. Goes out: functions with checked arguments, aggregates, expanded definitions.

import HoraEngine
import HoraSyntax

/// What a function takes and gives.
private struct Signature {
  enum Argument { case text, texts, number, int, date, ordered, many, any }
  var function: Function
  var arguments: [Argument]
  /// How many of the arguments may be left out.
  var optional = 0
  /// Any number of arguments of the last kind.
  var isOpen = false
}

extension Checker {
  /// A call by name: a definition, an aggregate, or a function.
  mutating func call(_ name: String, _ nameNode: NodeID, _ step: NodeID) -> Value? {
    let key = Names.key(name)
    if case .def(let called)? = definitions[key] { return expand(called, nameNode, step) }
    if let aggregate = Checker.aggregates[key] { return self.aggregate(aggregate, nameNode, step) }
    if key == Function.today.rawValue, lacksClock(nameNode) { return nil }
    if let function = GraphFunction(rawValue: key) { return graph(function, nameNode, step) }
    if let answer = measure(key, nameNode, step) { return answer.value }
    if let signature = Checker.signatures[key] { return function(signature, name, nameNode, step) }
    if Checker.windowNames.contains(key) {
      report(CheckMessage.windowNeedsOver(name, tree.range(of: nameNode)))
      return nil
    }
    if key == Checker.fuzzyName {
      report(CheckMessage.fuzzyNotHere(tree.range(of: nameNode)))
      return nil
    }
    unknownFunction(name, nameNode, step)
    return nil
  }

  static var functionNames: [String] {
    signatures.keys.sorted() + GraphFunction.allCases.map(\.rawValue) + measureNames
  }

  static func isFunction(_ name: String) -> Bool {
    let key = Names.key(name)
    return signatures[key] != nil || aggregates[key] != nil || GraphFunction(rawValue: key) != nil
      || measureNames.contains(key)
  }

  /// True where `today()` has no answer, which is said.
  private mutating func lacksClock(_ nameNode: NodeID) -> Bool {
    if !host.hasClock { report(CheckMessage.noClock(tree.range(of: nameNode))) }
    return !host.hasClock
  }

  // MARK: Functions

  private static let signatures: [String: Signature] = {
    let list: [Signature] = [
      Signature(function: .lower, arguments: [.text]),
      Signature(function: .upper, arguments: [.text]),
      Signature(function: .trim, arguments: [.text]),
      Signature(function: .fold, arguments: [.text]),
      Signature(function: .transliterate, arguments: [.text]),
      Signature(function: .length, arguments: [.text]),
      Signature(function: .contains, arguments: [.text, .text]),
      Signature(function: .startsWith, arguments: [.text, .text]),
      Signature(function: .endsWith, arguments: [.text, .text]),
      Signature(function: .replace, arguments: [.text, .text, .text]),
      Signature(function: .slice, arguments: [.text, .int, .int]),
      Signature(function: .split, arguments: [.text, .text]),
      Signature(function: .join, arguments: [.texts, .text]),
      Signature(function: .similarity, arguments: [.text, .text]),
      Signature(function: .abs, arguments: [.number]),
      Signature(function: .round, arguments: [.number, .int], optional: 1),
      Signature(function: .floor, arguments: [.number]),
      Signature(function: .ceil, arguments: [.number]),
      Signature(function: .sqrt, arguments: [.number]),
      Signature(function: .ln, arguments: [.number]),
      Signature(function: .log10, arguments: [.number]),
      Signature(function: .exp, arguments: [.number]),
      Signature(function: .pow, arguments: [.number, .number]),
      Signature(function: .least, arguments: [.ordered, .ordered], isOpen: true),
      Signature(function: .greatest, arguments: [.ordered, .ordered], isOpen: true),
      Signature(function: .today, arguments: []),
      Signature(function: .year, arguments: [.date]),
      Signature(function: .month, arguments: [.date]),
      Signature(function: .quarter, arguments: [.date]),
      Signature(function: .day, arguments: [.date]),
      Signature(function: .week, arguments: [.date]),
      Signature(function: .toInt, arguments: [.any]),
      Signature(function: .toDecimal, arguments: [.any]),
      Signature(function: .toText, arguments: [.any]),
      Signature(function: .toDate, arguments: [.any]),
      Signature(function: .jaccard, arguments: [.many, .many]),
      Signature(function: .cosine, arguments: [.many, .many]),
      Signature(function: .overlap, arguments: [.many, .many]),
      Signature(function: .associationStrength, arguments: [.many, .many]),
      Signature(function: .containsAll, arguments: [.many, .many]),
      Signature(function: .sameSet, arguments: [.many, .many]),
    ]
    return Dictionary(uniqueKeysWithValues: list.map { ($0.function.rawValue, $0) })
  }()

  private mutating func function(
    _ signature: Signature, _ name: String, _ nameNode: NodeID, _ step: NodeID
  ) -> Value? {
    guard let values = arguments(signature, name, step) else { return nil }
    return result(signature, values, nameNode, step)
  }

  /// Messages are made in functions of their own: this one is inside itself as often as calls are.
  private mutating func arguments(
    _ signature: Signature, _ name: String, _ step: NodeID
  ) -> [Value]? {
    let nodes = tree.soundChildren(of: step)
    guard hasRightCount(signature, nodes.count, name, step) else { return nil }
    var values: [Value] = []
    for (index, node) in nodes.enumerated() {
      let wanted = signature.arguments[min(index, signature.arguments.count - 1)]
      let takesMany = wanted == .many || wanted == .texts
      guard let value = takesMany ? expression(node) : oneValued(node),
        isRight(value.type, wanted, name, node)
      else { return nil }
      values.append(value)
    }
    if signature.arguments == [.many, .many],
      !areComparable(values[0].type, values[1].type, nodes, step)
    {
      return nil
    }
    return values
  }

  private mutating func hasRightCount(
    _ signature: Signature, _ count: Int, _ name: String, _ step: NodeID
  ) -> Bool {
    let most = signature.arguments.count
    if count >= most - signature.optional, signature.isOpen || count <= most { return true }
    report(
      CheckMessage.wrongArgumentCount(
        name, given: count, least: most - signature.optional,
        most: signature.isOpen ? nil : most, tree.range(of: step)))
    return false
  }

  private mutating func isRight(
    _ type: ValueType, _ wanted: Signature.Argument, _ name: String, _ node: NodeID
  ) -> Bool {
    if fits(type, wanted) { return true }
    report(
      CheckMessage.wrongArgument(
        name, type, wants: describe(wanted), tree.range(of: node), schema))
    return false
  }

  private mutating func areComparable(
    _ left: ValueType, _ right: ValueType, _ nodes: [NodeID], _ step: NodeID
  ) -> Bool {
    if left == right || left == .nothing || right == .nothing || (left.isNumber && right.isNumber) {
      return true
    }
    report(
      CheckMessage.cannotCompare(
        left, tree.text(of: nodes[0]), right, tree.text(of: nodes[1]), tree.range(of: step),
        tree.range(of: nodes[1]), schema))
    return false
  }

  private mutating func result(
    _ signature: Signature, _ given: [Value], _ nameNode: NodeID, _ step: NodeID
  ) -> Value? {
    var values = given
    guard var type = resultType(signature.function, values.map(\.type)) else {
      report(CheckMessage.mixedList(values.map(\.type), tree.range(of: step), schema))
      return nil
    }
    if signature.function == .least || signature.function == .greatest {
      values = values.map { converted($0, to: type, step) }
    }
    if signature.function == .round, values.count == 1 { type = .int }
    let certain: Set<Function> = [
      .jaccard, .cosine, .overlap, .associationStrength, .containsAll, .sameSet,
    ]
    let isOptional =
      !certain.contains(signature.function)
      && (values.contains { $0.cardinality != .one } || mayFail(signature.function))
    let cardinality: Cardinality =
      signature.function == .split ? .many : isOptional ? .optional : .one
    return add(
      .call(signature.function, values.map(\.id)), type, cardinality,
      reach: reach(of: values.map(\.id)), nameNode)
  }

  private func mayFail(_ function: Function) -> Bool {
    switch function {
    case .sqrt, .ln, .log10, .exp, .pow, .toInt, .toDecimal, .toDate, .abs: true
    default: false
    }
  }

  private func fits(_ type: ValueType, _ wanted: Signature.Argument) -> Bool {
    if type == .nothing { return true }
    switch wanted {
    case .text, .texts: return type == .text
    case .number: return type.isNumber
    case .int: return type == .int
    case .date: return type == .date
    case .ordered: return type.isNumber || type == .text || type == .date
    case .many: return true
    case .any: return !type.isEntity && type != .interval
    }
  }

  private func describe(_ wanted: Signature.Argument) -> String {
    switch wanted {
    case .text: "text"
    case .texts: "a list of texts"
    case .number: "a number"
    case .int: "a whole number"
    case .date: "a date"
    case .ordered: "numbers, texts or dates"
    case .many: "a path or list"
    case .any: "a value"
    }
  }

  private func resultType(_ function: Function, _ types: [ValueType]) -> ValueType? {
    switch function {
    case .lower, .upper, .trim, .fold, .transliterate, .replace, .slice, .split, .join, .toText:
      .text
    case .length, .year, .month, .quarter, .day, .week, .toInt: .int
    case .contains, .startsWith, .endsWith, .containsAll, .sameSet: .bool
    case .abs: types[0]
    case .floor, .ceil: .int
    case .round, .sqrt, .ln, .log10, .exp, .pow, .toDecimal, .jaccard, .cosine, .overlap,
      .associationStrength, .similarity:
      .decimal
    case .least, .greatest: commonType(types)
    case .today, .toDate, .firstDay, .lastDay: .date
    }
  }

  // MARK: Definitions

  /// As it is called: `name(a, b)`.
  private func form(of called: DefStatement) -> String {
    let declaring = units[called.unit].tree
    let names = called.parameters.compactMap {
      declaring.soundChildren(of: $0).first.map(declaring.nameText(of:))
    }
    return "`\(called.name)(\(names.joined(separator: ", ")))`"
  }

  mutating func expand(_ called: DefStatement, _ nameNode: NodeID, _ step: NodeID) -> Value? {
    let name = called.name
    let key = Names.key(name)
    if expansions.contains(where: { $0 == (called.unit, key) }) {
      report(CheckMessage.recursion(expansions.map(\.name) + [key], tree.range(of: nameNode)))
      return nil
    }
    // A body sees the names of its own text.
    let caller = home
    let outer =
      called.unit == unit
      ? caller : Home(unit: called.unit, definitions: modules[called.unit]?.definitions ?? [:])
    let declaring = units[called.unit].tree
    var arguments: [String: DefArgument] = [:]
    let visible = scopes.map(\.isVisible)
    let given = tree.soundChildren(of: step)
    var places = given
    var byName: [String: NodeID] = [:]
    for node in given where tree.kind(of: node) == .argument {
      if let value = tree.soundChildren(of: node).first {
        byName[Names.key(tree.nameText(of: node))] = value
      }
      places.removeAll { $0 == node }
    }
    var next = places.makeIterator()
    for parameter in called.parameters {
      let children = declaring.soundChildren(of: parameter)
      guard let parameterName = children.first else { return nil }
      let parameterKey = Names.key(declaring.nameText(of: parameterName))
      if let node = byName.removeValue(forKey: parameterKey) ?? next.next() {
        arguments[parameterKey] = DefArgument(node: node, visible: visible, home: caller)
      } else if children.count > 1 {
        // A default sees no row.
        arguments[parameterKey] = DefArgument(
          node: children[1], visible: [Bool](repeating: false, count: visible.count), home: outer)
      } else {
        report(
          CheckMessage.missingArgument(
            name, declaring.nameText(of: parameterName), form: form(of: called),
            tree.range(of: step)))
        return nil
      }
    }
    if next.next() != nil || !byName.isEmpty {
      report(
        CheckMessage.wrongArgumentCount(
          name, given: given.count, least: 0, most: called.parameters.count,
          form: form(of: called), tree.range(of: step)))
      return nil
    }
    expansions.append((called.unit, key))
    for place in scopes.indices { scopes[place].isVisible = false }
    scopes.append(Scope(kind: .parameters(arguments)))
    let savedGroup = group
    group = nil
    defer {
      expansions.removeLast()
      scopes.removeLast()
      for place in scopes.indices { scopes[place].isVisible = visible[place] }
      group = savedGroup
    }
    return inUnit(outer) { $0.expression(called.body) }
  }

  // MARK: Aggregates

  static let aggregates: [String: Aggregate] = [
    "count": .count, "sum": .sum, "avg": .avg, "min": .min, "max": .max, "median": .median,
    "stddev": .stddev, "percentile": .percentile, "first": .first, "last": .last, "list": .list,
    "concentration": .concentration, "entropy": .entropy,
  ]

  private mutating func aggregate(
    _ function: Aggregate, _ nameNode: NodeID, _ step: NodeID
  ) -> Value? {
    let nodes = tree.soundChildren(of: step)
    let name = tree.nameText(of: nameNode)
    if let scope = group { return groupAggregate(function, name, scope, nodes, step) }
    guard let argumentNode = nodes.first else {
      report(CheckMessage.aggregateOutside(name, tree.range(of: step)))
      return nil
    }
    let ties = function == .count ? tieValues(argumentNode) : nil
    guard let argument = ties ?? expression(argumentNode) else { return nil }
    guard argument.cardinality == .many else {
      report(
        CheckMessage.aggregateOfOne(name, tree.text(of: argumentNode), tree.range(of: argumentNode))
      )
      return nil
    }
    guard let parameter = parameter(function, name, nodes, step) else { return nil }
    guard let (type, cardinality) = aggregateType(function, argument, name, argumentNode) else {
      return nil
    }
    lintCount(function, argument, argumentNode)
    return add(
      .aggregate(function, argument.id, parameter: parameter.id), type, cardinality,
      reach: reach(argument.id), step)
  }

  struct Parameter {
    var id: ExpressionID?
  }

  /// The share of `percentile`; nil where it is wrong.
  mutating func parameter(
    _ function: Aggregate, _ name: String, _ nodes: [NodeID], _ step: NodeID
  ) -> Parameter? {
    let wanted = function == .percentile ? 2 : 1
    guard nodes.count == wanted else {
      report(
        CheckMessage.wrongArgumentCount(
          name, given: nodes.count, least: wanted, most: wanted, tree.range(of: step)))
      return nil
    }
    guard function == .percentile else { return Parameter(id: nil) }
    guard let value = alone({ $0.oneValued(nodes[1]) }) else { return nil }
    guard value.type.isNumber else {
      report(
        CheckMessage.wrongArgument(
          name, value.type, wants: "a number from 0 to 100", tree.range(of: nodes[1]), schema))
      return nil
    }
    return Parameter(id: value.id)
  }

  mutating func aggregateType(
    _ function: Aggregate, _ argument: Value, _ name: String, _ node: NodeID
  ) -> (ValueType, Cardinality)? {
    switch function {
    case .count: return (.int, .one)
    case .list: return (argument.type, .many)
    case .first, .last: return (argument.type, .optional)
    case .min, .max:
      if argument.type == .bool || argument.type == .interval { break }
      return (argument.type, .optional)
    case .sum:
      if argument.type == .nothing { return (.int, .one) }
      if argument.type.isNumber { return (argument.type, argument.type == .int ? .optional : .one) }
    case .avg, .median, .stddev, .percentile, .concentration, .entropy:
      if argument.type.isNumber || argument.type == .nothing { return (.decimal, .optional) }
    }
    report(
      CheckMessage.wrongArgument(
        name, argument.type, wants: "numbers", tree.range(of: node), schema))
    return nil
  }

  /// An aggregate of `summarize`: its argument is taken in every row of the group and pooled.
  private mutating func groupAggregate(
    _ function: Aggregate, _ name: String, _ scope: GroupScope, _ nodes: [NodeID], _ step: NodeID
  ) -> Value? {
    var argument: Value?
    var type = ValueType.int
    var cardinality = Cardinality.one
    var parameter: ExpressionID?
    if let node = nodes.first {
      // The argument sees the rows, not the keys.
      let items = scopes.removeLast()
      group = nil
      scopes.append(Scope(kind: .rows(scope.rows)))
      let checked = expression(node)
      let share = checked == nil ? nil : self.parameter(function, name, nodes, step)
      scopes.removeLast()
      scopes.append(items)
      group = scope
      guard let checked, let share else { return nil }
      parameter = share.id
      guard let result = aggregateType(function, checked, name, node) else { return nil }
      (type, cardinality) = result
      argument = checked
      lintCount(function, checked, node)
    } else if function != .count {
      report(CheckMessage.aggregateNeeds(name, tree.range(of: step)))
      return nil
    }
    let aggregate = GroupAggregate(
      function: function, argument: argument?.id,
      owners: argument.map { function == .count ? [] : owners(of: $0.id) } ?? [],
      parameter: parameter)
    group?.aggregates.append(aggregate)
    let index = scope.keyCount + (group?.aggregates.count ?? 1) - 1
    return column(
      depth: 0, index, ShapeColumn(name: nil, type: type, cardinality: cardinality), step)
  }
}
