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
  typealias Names = [String: Value]

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

  func truth(_ value: Value) throws(NotReckoned) -> Bool? {
    switch value {
    case .bool(let value): return value
    case .null: return nil
    default: throw NotReckoned()
    }
  }

  /// In two values what is not true is false.
  func bool(_ truth: Bool?) -> Value {
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
}
