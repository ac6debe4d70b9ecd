// Comes in: `f(x) over (keys sort by …)`. Goes out: a column that the window becomes.

import HoraEngine
import HoraSyntax

extension Checker {
  /// Functions that mean something only over a window.
  static let windowNames: Set<String> = [
    "rank", "row_number", "lag", "lead", "running_sum", "share", "rca",
  ]

  mutating func window(
    _ name: String, _ nameNode: NodeID, _ step: NodeID, _ over: NodeID
  ) -> Value? {
    let key = Names.key(name)
    // Between the rows and the window there may be parameters of definitions, but no elements.
    guard let place = windowPlace, case .rows(let shape) = scopes[place].kind,
      scopes[(place + 1)...].allSatisfy({ !$0.isRows })
    else {
      report(CheckMessage.windowNotHere(name, tree.range(of: over)))
      return nil
    }
    // What stands in a window is asked of rows, and has no window itself.
    windowPlace = nil
    defer { windowPlace = place }
    let arguments = tree.soundChildren(of: step)
    var partition: [ExpressionID] = []
    var order: [SortKey] = []
    for child in tree.soundChildren(of: over) {
      if tree.kind(of: child) == .sortClause {
        for node in tree.soundChildren(of: child) {
          guard let sorted = sortKey(node, defaultDescending: false) else { return nil }
          order.append(sorted)
        }
      } else {
        guard let value = oneValued(child) else { return nil }
        partition.append(value.id)
      }
    }
    guard
      let (function, argument, type) = windowFunction(
        key, name, nameNode, arguments, order, over, step)
    else { return nil }
    if case .rca(let advantage) = function {
      guard partition.count == 2 else {
        report(CheckMessage.windowNeedsTwoKeys(tree.range(of: over)))
        return nil
      }
      guard hasBase(advantage, for: plan.expressions[partition[1]].type, step) else { return nil }
    }
    var parameter: ExpressionID?
    var owners: [ExpressionID] = []
    if case .aggregate(let aggregate) = function, let argument {
      guard let share = self.parameter(aggregate, name, arguments, step) else { return nil }
      parameter = share.id
      if aggregate != .count { owners = self.owners(of: argument.id) }
    }
    let window = Window(
      function: function, argument: argument?.id, owners: owners, parameter: parameter,
      partition: partition, order: order, range: range(over))
    let index: Int
    if let known = windows.firstIndex(where: { $0 == window }) {
      index = shape.columns.count + known
    } else {
      windows.append(window)
      index = shape.columns.count + windows.count - 1
    }
    let cardinality: Cardinality =
      switch function {
      case .rank, .rowNumber, .aggregate(.count): .one
      case .aggregate(.list): .many
      default: .optional
      }
    return column(
      depth: 0, index, ShapeColumn(name: nil, type: type, cardinality: cardinality), step)
  }

  private mutating func windowFunction(
    _ key: String, _ name: String, _ nameNode: NodeID, _ arguments: [NodeID], _ order: [SortKey],
    _ over: NodeID, _ step: NodeID
  ) -> (WindowFunction, Value?, ValueType)? {
    if let aggregate = Checker.aggregates[key] {
      guard let node = arguments.first else {
        if aggregate == .count { return (.aggregate(.count), nil, .int) }
        report(CheckMessage.aggregateNeeds(name, tree.range(of: step)))
        return nil
      }
      guard let value = expression(node),
        let (type, _) = aggregateType(aggregate, value, name, node)
      else { return nil }
      return (.aggregate(aggregate), value, type)
    }
    switch key {
    case "rank", "row_number":
      guard arguments.isEmpty else {
        report(
          CheckMessage.wrongArgumentCount(
            name, given: arguments.count, least: 0, most: 0, tree.range(of: step)))
        return nil
      }
      if key == "rank", order.isEmpty {
        report(CheckMessage.windowNeedsSort(name, tree.range(of: over)))
        return nil
      }
      return (key == "rank" ? .rank : .rowNumber, nil, .int)
    case "lag", "lead":
      guard (1...2).contains(arguments.count) else {
        report(
          CheckMessage.wrongArgumentCount(
            name, given: arguments.count, least: 1, most: 2, tree.range(of: step)))
        return nil
      }
      guard let value = oneValued(arguments[0]) else { return nil }
      var distance = 1
      if arguments.count == 2 {
        guard let given = expression(arguments[1]) else { return nil }
        guard case .int(let number)? = constant(given), (0...1_000_000).contains(number) else {
          report(
            CheckMessage.wrongArgument(
              name, given.type, wants: "a whole number as written for its distance",
              tree.range(of: arguments[1]), schema))
          return nil
        }
        distance = Int(number)
      }
      return (.shift(key == "lag" ? -distance : distance), value, value.type)
    case "rca":
      let (values, options) = split(arguments)
      guard let value = number(name, values, step),
        let advantage = advantage(key, options)
      else { return nil }
      return (.rca(advantage), value, .decimal)
    case "running_sum", "share":
      guard let value = number(name, arguments, step) else { return nil }
      return key == "share" ? (.share, value, .decimal) : (.runningSum, value, value.type)
    default:
      report(
        CheckMessage.unknownFunction(
          name,
          nearest: nearest(
            name, in: Checker.aggregates.keys.sorted() + Checker.windowNames.sorted(), limit: 3),
          note: nil, tree.range(of: nameNode)))
      return nil
    }
  }

  /// The one argument, a number of each row.
  private mutating func number(_ name: String, _ arguments: [NodeID], _ step: NodeID) -> Value? {
    guard arguments.count == 1 else {
      report(
        CheckMessage.wrongArgumentCount(
          name, given: arguments.count, least: 1, most: 1, tree.range(of: step)))
      return nil
    }
    guard let value = oneValued(arguments[0]) else { return nil }
    guard value.type.isNumber else {
      report(
        CheckMessage.wrongArgument(
          name, value.type, wants: "numbers", tree.range(of: arguments[0]), schema))
      return nil
    }
    return value
  }
}
