// Comes in: list expressions of a foreign term. Goes out: Hora's queries over lists.

extension HoraWriter {
  /// Text as a source of rows: a list needs no brackets, a query has its own.
  private func source(_ written: Written) -> String { written.at(.postfix) }

  private mutating func listValue(_ term: Term) throws(OutOfScope) -> Written {
    if case .map = term.bare { throw OutOfScope(.maps) }
    return try value(term)
  }

  /// Runs `body` with a name for the elements of a list.
  private mutating func named<T>(
    _ name: String, _ kind: Kind, _ body: (inout HoraWriter, String) throws(OutOfScope) -> T
  ) throws(OutOfScope) -> T {
    let saved = variables[name]
    let spelled = Spelling.name(name)
    variables[name] = Variable(text: spelled, kind: kind)
    defer { variables[name] = saved }
    return try body(&self, spelled)
  }

  mutating func comprehension(
    _ name: String, _ list: Term, _ condition: Term?, _ result: Term?
  ) throws(OutOfScope) -> Written {
    let list = try listValue(list)
    return try named(name, list.kind.element) { (writer, spelled) throws(OutOfScope) in
      var text = "\(writer.source(list)) as \(spelled)"
      if let condition { text += " where \(try writer.condition(condition, at: .conditional))" }
      guard let result, result != .name(name) else {
        return Written("(\(text))", .postfix, list.kind)
      }
      let value = try writer.value(result)
      // What cannot be read is missing, and left out of the list.
      if writer.notes.contains(.conversion) { writer.notes.insert(.missingElements) }
      return Written("(\(text) select value = \(value.text)).value", .postfix, .list(value.kind))
    }
  }

  mutating func quantifier(
    _ quantity: Term.Quantity, _ name: String, _ list: Term, _ condition: Term
  ) throws(OutOfScope) -> Written {
    let list = try listValue(list)
    if let short = try comparisonOfElements(quantity, name, list, condition) { return short }
    return try named(name, list.kind.element) { (writer, spelled) throws(OutOfScope) in
      let asked = try writer.condition(condition, at: quantity == .all ? .not : .conditional)
      writer.noteMissing(condition)
      let rows = "\(writer.source(list)) as \(spelled) where "
      switch quantity {
      case .any: return Written("exists (\(rows)\(asked))", .exists, .bool)
      case .none: return Written("not exists (\(rows)\(asked))", .not, .bool)
      case .all: return Written("not exists (\(rows)not \(asked))", .not, .bool)
      case .single: return Written("(\(rows)\(asked) count) = 1", .comparison, .bool)
      }
    }
  }

  /// `any(x IN list WHERE x > 2)` is Hora's `some (list) > 2`, where the other side is a plain value.
  private mutating func comparisonOfElements(
    _ quantity: Term.Quantity, _ name: String, _ list: Written, _ condition: Term
  ) throws(OutOfScope) -> Written? {
    guard quantity != .single, case .binary(let operation, .name(name), let right) = condition,
      operation.isComparison, case .list(let kind) = list.kind, kind == .int || kind == .float
    else { return nil }
    switch right {
    case .int, .float: break
    default: return nil
    }
    let words: [Term.Quantity: String] = [.any: "some", .none: "no", .all: "every"]
    let symbol = Self.symbols[operation] ?? "="
    return Written(
      "\(words[quantity] ?? "some") (\(list.text)) \(symbol) \(try value(right).text)", .comparison,
      .bool)
  }

  mutating func element(_ base: Term, _ place: Term) throws(OutOfScope) -> Written {
    if case .map = base.bare { throw OutOfScope(.maps) }
    let list = try value(base)
    if list.kind == .node || list.kind == .link { throw OutOfScope(.graphFunctions) }
    var resolved = place.bare
    if case .parameter(let name) = resolved, let given = parameters[name] { resolved = given }
    if case .call("tointeger", let arguments, _) = resolved, let first = arguments.first {
      resolved = first
      if case .parameter(let name) = first, let given = parameters[name] { resolved = given }
    }
    if case .call("dyn", let arguments, _) = resolved, let first = arguments.first {
      resolved = first
    }
    guard case .int(let digits) = resolved else {
      switch resolved {
      case .bool, .text, .float, .list:
        // Hora's brackets hold a condition: anything else is an error.
        return Written("\(list.at(.postfix))[\(try value(resolved).text)]", .postfix, .unknown)
      default: throw OutOfScope(.dynamicAmounts)
      }
    }
    if list.kind != .unknown, list.kind != .null, !list.kind.isList {
      return Written("\(list.at(.postfix))[\(digits)]", .postfix, .unknown)
    }
    notes.insert(.lenient)
    return Written(
      "first((\(source(list)) skip \(digits) take 1))", .postfix, list.kind.element)
  }

  mutating func slice(_ base: Term, _ from: Term?, _ to: Term?) throws(OutOfScope) -> Written {
    let list = try value(base)
    func place(_ term: Term?) throws(OutOfScope) -> Int? {
      guard var term = term?.bare else { return nil }
      if case .parameter(let name) = term, let given = parameters[name] { term = given }
      if case .null = term { throw OutOfScope(.lists) }
      guard case .int(let digits) = term, let value = Int(digits) else {
        throw OutOfScope(.lists)
      }
      return value
    }
    let first = try place(from) ?? 0
    var text = "\(source(list)) skip \(first)"
    if let last = try place(to) { text += " take \(max(0, last - first))" }
    return Written("(\(text))", .postfix, list.kind)
  }
}
