// Comes in: a query over known values, without a graph. Goes out: its rows, reckoned by itself, under the other
// language's logic of three values or Hora's of two. A difference is put down to logic only where the first gives
// what the suite expects and the second what Hora answers.

/// Something that is not reckoned here.
struct NotReckoned: Error {}

struct Reckoner {
  enum Logic { case two, three }

  let logic: Logic
  let parameters: [String: Term]
  private typealias Names = [String: Value]

  static func rows(_ test: ForeignCase, _ logic: Logic) -> [[Value]]? {
    let reckoner = Reckoner(logic: logic, parameters: test.parameters)
    do throws(NotReckoned) {
      switch test.suite {
      case .cel:
        guard let term = try? CELReader.expression(test.text) else { return nil }
        return [[try reckoner.value(term, [:])]]
      case .cypher:
        guard let query = try? CypherReader.query(test.text), query.parts.count == 1 else {
          return nil
        }
        return try reckoner.rows(query.parts[0])
      }
    } catch {
      return nil
    }
  }

  // MARK: Clauses

  private func rows(_ clauses: [Clause]) throws(NotReckoned) -> [[Value]] {
    var rows: [Names] = [[:]]
    for clause in clauses {
      switch clause {
      case .match: throw NotReckoned()
      case .unwind(let list, let name):
        var next: [Names] = []
        for row in rows {
          guard case .list(let items) = try value(list, row, keepsMissing: true) else { continue }
          for item in items { next.append(row.merging([name: item]) { $1 }) }
        }
        rows = next
      case .with(let projection): rows = try project(projection, rows).map(\.names)
      case .result(let projection): return try project(projection, rows).map(\.cells)
      }
    }
    throw NotReckoned()
  }

  private func project(
    _ projection: Projection, _ rows: [Names]
  ) throws(NotReckoned) -> [(names: Names, cells: [Value])] {
    guard !projection.hasStar, !projection.isDistinct, projection.order.isEmpty,
      projection.skip == nil, projection.limit == nil
    else { throw NotReckoned() }
    var result: [(names: Names, cells: [Value])] = []
    if projection.items.contains(where: { HoraQueryWriter.hasAggregate($0.value) }) {
      // One group of all rows, and lists of what they hold.
      var names: Names = [:]
      var cells: [Value] = []
      for item in projection.items {
        guard case .call("collect", let arguments, false) = item.value, arguments.count == 1 else {
          throw NotReckoned()
        }
        var items: [Value] = []
        for row in rows {
          let value = try value(arguments[0], row)
          if value != .null { items.append(value) }
        }
        names[item.name] = .list(items)
        cells.append(.list(items))
      }
      return [(names, cells)]
    }
    for row in rows {
      var names: Names = [:]
      var cells: [Value] = []
      for item in projection.items {
        let value = try value(item.value, row)
        names[item.name] = value
        cells.append(value)
      }
      if let condition = projection.condition,
        try truth(try value(condition, row.merging(names) { $1 })) != true
      {
        continue
      }
      result.append((names, cells))
    }
    return result
  }

  // MARK: Terms

  private func truth(_ value: Value) throws(NotReckoned) -> Bool? {
    switch value {
    case .bool(let value): return value
    case .null: return nil
    default: throw NotReckoned()
    }
  }

  /// In two values what is not true is false.
  private func bool(_ truth: Bool?) -> Value {
    if let truth { return .bool(truth) }
    return logic == .two ? .bool(false) : .null
  }

  private func value(
    _ term: Term, _ names: Names, keepsMissing: Bool = false
  ) throws(NotReckoned) -> Value {
    switch term {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int, .float, .text:
      guard let value = try? Constant.value(term, [:]) else { throw NotReckoned() }
      return value
    case .parameter(let name):
      guard let term = parameters[name] else { throw NotReckoned() }
      return try value(term, [:])
    case .name(let name):
      guard let value = names[name] else { throw NotReckoned() }
      return value
    case .group(let inner): return try value(inner, names)
    case .list(let items):
      var values: [Value] = []
      for item in items {
        let value = try value(item, names)
        // A list of Hora's holds values; a table that rows come from may have missing ones.
        if value != .null || logic == .three || keepsMissing { values.append(value) }
      }
      return .list(values)
    case .unary(let operation, let operand): return try unary(operation, try value(operand, names))
    case .binary(let operation, let left, let right):
      return try binary(operation, try value(left, names), try value(right, names))
    case .conditional(let branches, let otherwise):
      for branch in branches where try truth(try value(branch.condition, names)) == true {
        return try value(branch.value, names)
      }
      return try value(otherwise, names)
    case .quantifier(let quantity, let name, let list, let condition):
      guard case .list(let items) = try value(list, names) else { throw NotReckoned() }
      var truths: [Bool?] = []
      for item in items {
        truths.append(try truth(try value(condition, names.merging([name: item]) { $1 })))
      }
      return quantified(quantity, truths)
    case .comprehension(let name, let list, let condition, let result):
      guard case .list(let items) = try value(list, names) else { throw NotReckoned() }
      var values: [Value] = []
      for item in items {
        let inner = names.merging([name: item]) { $1 }
        if let condition, try truth(try value(condition, inner)) != true { continue }
        var found = item
        if let result { found = try value(result, inner) }
        if found != .null || logic == .three { values.append(found) }
      }
      return .list(values)
    case .call("size", let arguments, _) where arguments.count == 1:
      guard case .list(let items) = try value(arguments[0], names) else { throw NotReckoned() }
      return .int(Int64(items.count))
    default: throw NotReckoned()
    }
  }

  private func quantified(_ quantity: Term.Quantity, _ truths: [Bool?]) -> Value {
    let isUnknown = logic == .three && truths.contains(nil)
    let count = truths.count { $0 == true }
    switch quantity {
    case .any: return bool(count > 0 ? true : isUnknown ? nil : false)
    case .none: return bool(count > 0 ? false : isUnknown ? nil : true)
    case .all:
      let fails = truths.contains { logic == .two ? $0 != true : $0 == false }
      return bool(fails ? false : isUnknown ? nil : true)
    case .single: return bool(count > 1 ? false : isUnknown ? nil : count == 1)
    }
  }

  private func unary(_ operation: Term.Unary, _ operand: Value) throws(NotReckoned) -> Value {
    switch operation {
    case .isNull: return .bool(operand == .null)
    case .isNotNull: return .bool(operand != .null)
    case .not:
      guard let truth = try truth(operand) else { return logic == .two ? .bool(true) : .null }
      return .bool(!truth)
    case .minus:
      switch operand {
      case .int(let number): return .int(0 &- number)
      case .float(let number): return .float(-number)
      case .null: return .null
      default: throw NotReckoned()
      }
    }
  }

  private func binary(
    _ operation: Term.Binary, _ left: Value, _ right: Value
  ) throws(NotReckoned) -> Value {
    switch operation {
    case .and, .or, .xor:
      let (a, b) = (try truth(left), try truth(right))
      if logic == .two {
        switch operation {
        case .and: return .bool(a == true && b == true)
        case .or: return .bool(a == true || b == true)
        default: return .bool((a == true) != (b == true))
        }
      }
      switch operation {
      case .and:
        return a == false || b == false ? .bool(false) : bool(a == nil || b == nil ? nil : true)
      case .or:
        return a == true || b == true ? .bool(true) : bool(a == nil || b == nil ? nil : false)
      default:
        guard let a, let b else { return .null }
        return .bool(a != b)
      }
    case .equal: return bool(try compared(left, right) { $0 == 0 })
    case .notEqual:
      let isEqual = try compared(left, right) { $0 == 0 }
      return logic == .two ? .bool(isEqual != true) : bool(isEqual.map { !$0 })
    case .less: return bool(try compared(left, right) { $0 < 0 })
    case .lessOrEqual: return bool(try compared(left, right) { $0 <= 0 })
    case .greater: return bool(try compared(left, right) { $0 > 0 })
    case .greaterOrEqual: return bool(try compared(left, right) { $0 >= 0 })
    case .isIn:
      if right == .null { return bool(nil) }
      guard case .list(let items) = right else { throw NotReckoned() }
      var isUnknown = false
      for item in items {
        switch try compared(left, item, { $0 == 0 }) {
        case true: return .bool(true)
        case nil: isUnknown = true
        default: break
        }
      }
      return bool(isUnknown ? nil : false)
    case .startsWith, .endsWith, .contains:
      // A function of something missing is missing in both.
      if left == .null || right == .null { return .null }
      throw NotReckoned()
    case .plus, .minus, .times:
      guard case .int(let a) = left, case .int(let b) = right else {
        if left == .null || right == .null { return .null }
        throw NotReckoned()
      }
      return .int(operation == .plus ? a &+ b : operation == .minus ? a &- b : a &* b)
    case .divide, .remainder, .power: throw NotReckoned()
    }
  }

  /// Nil where a side is missing.
  private func compared(
    _ left: Value, _ right: Value, _ test: (Int) -> Bool
  ) throws(NotReckoned) -> Bool? {
    func order<T: Comparable>(_ a: T, _ b: T) -> Bool { test(a < b ? -1 : a == b ? 0 : 1) }
    switch (left, right) {
    case (.null, _), (_, .null): return nil
    case (.bool(let a), .bool(let b)): return order(a ? 1 : 0, b ? 1 : 0)
    case (.int(let a), .int(let b)): return order(a, b)
    case (.int(let a), .float(let b)): return order(Double(a), b)
    case (.float(let a), .int(let b)): return order(a, Double(b))
    case (.float(let a), .float(let b)): return order(a, b)
    case (.text(let a), .text(let b)) where a == b || (test(0) && !test(1) && !test(-1)):
      return test(a == b ? 0 : 1)
    default: throw NotReckoned()
    }
  }
}
