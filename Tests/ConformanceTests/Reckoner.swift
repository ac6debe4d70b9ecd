// Comes in: a query over known values, without a graph. Goes out: its rows, reckoned here, by the other language's
// rules (logic of three values, lists as values with missing elements, text by code points) or by Hora's (two values,
// lists as sets of values, text by search form). Where both can be reckoned, a difference is one on purpose only if the
// first are what the suite expects and the second are what Hora answers.

/// Something that is not reckoned here.
struct NotReckoned: Error {}

struct Reckoner {
  enum Rules { case ours, theirs }

  let rules: Rules
  let language: ForeignLexer.Language
  let parameters: [String: Term]
  private typealias Names = [String: Value]

  static func rows(_ test: ForeignCase, _ rules: Rules) -> [[Value]]? {
    let reckoner = Reckoner(
      rules: rules, language: test.suite, parameters: test.parameters)
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
    return rules == .ours ? .bool(false) : .null
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
        if value != .null || rules == .theirs || keepsMissing { values.append(value) }
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
        if found != .null || rules == .theirs { values.append(found) }
      }
      return .list(values)
    case .call("size", let arguments, _) where arguments.count == 1:
      guard case .list(let items) = try value(arguments[0], names) else { throw NotReckoned() }
      return .int(Int64(items.count))
    default: throw NotReckoned()
    }
  }

  private func quantified(_ quantity: Term.Quantity, _ truths: [Bool?]) -> Value {
    let isUnknown = rules == .theirs && truths.contains(nil)
    let count = truths.count { $0 == true }
    switch quantity {
    case .any: return bool(count > 0 ? true : isUnknown ? nil : false)
    case .none: return bool(count > 0 ? false : isUnknown ? nil : true)
    case .all:
      let fails = truths.contains { rules == .ours ? $0 != true : $0 == false }
      return bool(fails ? false : isUnknown ? nil : true)
    case .single: return bool(count > 1 ? false : isUnknown ? nil : count == 1)
    }
  }

  private func unary(_ operation: Term.Unary, _ operand: Value) throws(NotReckoned) -> Value {
    switch operation {
    case .isNull: return .bool(operand == .null)
    case .isNotNull: return .bool(operand != .null)
    case .not:
      guard let truth = try truth(operand) else { return rules == .ours ? .bool(true) : .null }
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
      if rules == .ours {
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
      return rules == .ours ? .bool(isEqual != true) : bool(isEqual.map { !$0 })
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

  /// Between many values Hora asks whether some compare so; the other languages compare lists by `=` only, as wholes.
  private func comparedLists(
    _ left: Value, _ right: Value, _ test: (Int) -> Bool
  ) throws(NotReckoned) -> Bool? {
    func items(_ value: Value) -> [Value] {
      if case .list(let items) = value { items } else { value == .null ? [] : [value] }
    }
    if rules == .ours {
      for a in items(left) {
        for b in items(right) where try compared(a, b, test) == true { return true }
      }
      return false
    }
    guard case .list(let a) = left, case .list(let b) = right, test(0), !test(1), !test(-1) else {
      throw NotReckoned()
    }
    if a.count != b.count { return false }
    var isUnknown = false
    for (a, b) in zip(a, b) {
      switch try compared(a, b, test) {
      case false: return false
      case nil: isUnknown = true
      default: break
      }
    }
    return isUnknown ? nil : true
  }

  /// Letters of English only: their search form is the small letter.
  private func textOrder(_ a: String, _ b: String) throws(NotReckoned) -> Int {
    guard (a + b).unicodeScalars.allSatisfy(\.isASCII) else { throw NotReckoned() }
    func order(_ a: String, _ b: String) -> Int { a < b ? -1 : a == b ? 0 : 1 }
    let forms = rules == .ours ? order(a.lowercased(), b.lowercased()) : 0
    return forms == 0 ? order(a, b) : forms
  }

  /// Nil where a side is missing.
  private func compared(
    _ left: Value, _ right: Value, _ test: (Int) -> Bool
  ) throws(NotReckoned) -> Bool? {
    func order<T: Comparable>(_ a: T, _ b: T) -> Bool { test(a < b ? -1 : a == b ? 0 : 1) }
    switch (left, right) {
    case (.list, .list),
      (.list, _) where rules == .ours, (_, .list) where rules == .ours:
      return try comparedLists(left, right, test)
    case (.null, _), (_, .null):
      guard rules == .theirs, language == .cel else { return nil }
      // CEL's null is a value: equal to itself, and not in order with others.
      guard test(0), !test(1), !test(-1) else { throw NotReckoned() }
      return left == right
    case (.bool(let a), .bool(let b)): return order(a ? 1 : 0, b ? 1 : 0)
    case (.int(let a), .int(let b)): return order(a, b)
    case (.int(let a), .float(let b)): return order(Double(a), b)
    case (.float(let a), .int(let b)): return order(a, Double(b))
    case (.float(let a), .float(let b)): return order(a, b)
    case (.text(let a), .text(let b)):
      // Canonically equivalent texts are equal in Hora only.
      let isEqual =
        rules == .ours ? a == b : a.unicodeScalars.elementsEqual(b.unicodeScalars)
      if isEqual { return test(0) }
      if test(1) == test(-1) { return test(1) }
      return test(try textOrder(a, b))
    default: throw NotReckoned()
    }
  }
}
