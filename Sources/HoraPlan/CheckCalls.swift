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
    if case .def(_, let name, let parameters, let body)? = definitions[key] {
      return expand(name, parameters, body, nameNode, step)
    }
    if let aggregate = Checker.aggregates[key] { return self.aggregate(aggregate, nameNode, step) }
    if let signature = Checker.signatures[key] { return function(signature, name, nameNode, step) }
    if Checker.windowNames.contains(key) {
      report(CheckMessage.windowNeedsOver(name, tree.range(of: nameNode)))
      return nil
    }
    if key == Checker.fuzzyName {
      report(CheckMessage.fuzzyNotHere(tree.range(of: nameNode)))
      return nil
    }
    if Checker.laterFunctions.contains(key) {
      notBuilt("`\(name)(…)`", nameNode)
      return nil
    }
    report(
      CheckMessage.unknownFunction(
        name,
        nearest: nearest(
          name, in: Checker.aggregates.keys.sorted() + Checker.signatures.keys.sorted(), limit: 3),
        tree.range(of: nameNode)))
    return nil
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
      Signature(function: .containsAll, arguments: [.many, .many]),
      Signature(function: .sameSet, arguments: [.many, .many]),
    ]
    return Dictionary(uniqueKeysWithValues: list.map { ($0.function.rawValue, $0) })
  }()

  /// Functions of the language that do not run yet.
  private static let laterFunctions: Set<String> = [
    "today", "degree", "strength", "closeness", "harmonic", "betweenness",
    "pagerank", "eigenvector", "clustering", "constraint", "effective_size", "core", "component",
    "community", "is_cut", "density", "diameter", "modularity", "hops", "common_neighbors",
    "adamic_adar", "resource_allocation", "preferential_attachment", "potential",
    "complementarity", "proximity", "novelty",
  ]

  private mutating func function(
    _ signature: Signature, _ name: String, _ nameNode: NodeID, _ step: NodeID
  ) -> Value? {
    let nodes = tree.soundChildren(of: step)
    let most = signature.arguments.count
    guard nodes.count >= most - signature.optional, signature.isOpen || nodes.count <= most else {
      report(
        CheckMessage.wrongArgumentCount(
          name, given: nodes.count, least: most - signature.optional,
          most: signature.isOpen ? nil : most, tree.range(of: step)))
      return nil
    }
    var values: [Value] = []
    for (index, node) in nodes.enumerated() {
      let wanted = signature.arguments[min(index, most - 1)]
      let checked: Value?
      switch wanted {
      case .many, .texts: checked = expression(node)
      default: checked = oneValued(node)
      }
      guard let value = checked else { return nil }
      guard fits(value.type, wanted) else {
        report(
          CheckMessage.wrongArgument(
            name, value.type, wants: describe(wanted), tree.range(of: node), schema))
        return nil
      }
      values.append(value)
    }
    guard signature.arguments != [.many, .many] || haveOneKind(values, nodes, step) else {
      return nil
    }
    guard var type = resultType(signature.function, values.map(\.type)) else {
      report(CheckMessage.mixedList(values.map(\.type), tree.range(of: step), schema))
      return nil
    }
    if signature.function == .least || signature.function == .greatest {
      values = values.map { converted($0, to: type, step) }
    }
    if signature.function == .round, values.count == 1 { type = .int }
    let certain: Set<Function> = [.jaccard, .cosine, .overlap, .containsAll, .sameSet]
    let isOptional =
      !certain.contains(signature.function)
      && (values.contains { $0.cardinality != .one } || mayFail(signature.function))
    let cardinality: Cardinality =
      signature.function == .split ? .many : isOptional ? .optional : .one
    return add(
      .call(signature.function, values.map(\.id)), type, cardinality,
      reach: reach(of: values.map(\.id)), nameNode)
  }

  /// Two sets compare where their elements do. In a room of its own: calls within calls need little stack.
  @inline(never)
  private mutating func haveOneKind(_ values: [Value], _ nodes: [NodeID], _ step: NodeID) -> Bool {
    let (left, right) = (values[0].type, values[1].type)
    if left == right || left == .nothing || right == .nothing || (left.isNumber && right.isNumber) {
      return true
    }
    report(
      CheckMessage.cannotCompare(
        left, tree.text(of: nodes[0]), right, tree.text(of: nodes[1]), tree.range(of: step), schema)
    )
    return false
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
      .similarity:
      .decimal
    case .least, .greatest: commonType(types)
    case .toDate, .firstDay, .lastDay: .date
    }
  }

  // MARK: Definitions

  private mutating func expand(
    _ name: String, _ parameters: [NodeID], _ body: NodeID, _ nameNode: NodeID, _ step: NodeID
  ) -> Value? {
    let key = Names.key(name)
    if expansions.contains(key) {
      report(CheckMessage.recursion(expansions + [key], tree.range(of: nameNode)))
      return nil
    }
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
    for parameter in parameters {
      let children = tree.soundChildren(of: parameter)
      guard let parameterName = children.first else { return nil }
      let parameterKey = Names.key(tree.nameText(of: parameterName))
      if let node = byName.removeValue(forKey: parameterKey) ?? next.next() {
        arguments[parameterKey] = DefArgument(node: node, visible: visible)
      } else if children.count > 1 {
        // A default sees no row.
        arguments[parameterKey] = DefArgument(
          node: children[1], visible: [Bool](repeating: false, count: visible.count))
      } else {
        report(
          CheckMessage.missingArgument(
            name, tree.nameText(of: parameterName), tree.range(of: step)))
        return nil
      }
    }
    if next.next() != nil || !byName.isEmpty {
      report(
        CheckMessage.wrongArgumentCount(
          name, given: given.count, least: 0, most: parameters.count, tree.range(of: step)))
      return nil
    }
    expansions.append(key)
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
    return expression(body)
  }

  // MARK: Aggregates

  static let aggregates: [String: Aggregate] = [
    "count": .count, "sum": .sum, "avg": .avg, "min": .min, "max": .max, "median": .median,
    "stddev": .stddev, "percentile": .percentile, "first": .first, "last": .last, "list": .list,
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
    guard let argument = expression(argumentNode) else { return nil }
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
    case .avg, .median, .stddev, .percentile:
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
