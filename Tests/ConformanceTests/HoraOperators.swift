// Comes in: operators of a foreign term. Goes out: Hora's.

extension HoraWriter {
  static let symbols: [Term.Binary: String] = [
    .equal: "=", .notEqual: "!=", .less: "<", .lessOrEqual: "<=", .greater: ">",
    .greaterOrEqual: ">=", .plus: "+", .minus: "-", .times: "*", .divide: "/", .remainder: "%",
  ]

  mutating func unary(_ operation: Term.Unary, _ operand: Term) throws(OutOfScope) -> Written {
    switch operation {
    case .not:
      noteMissing(operand)
      if mayBeMissing(operand) { notes.insert(.negation) }
      return Written("not " + (try condition(operand, at: .not)), .not, .bool)
    case .minus:
      if case .int(let digits) = operand, Spelling.int(digits) == "9223372036854775808" {
        // Hora reads the minus by itself, so the least number is a difference.
        return Written("-9223372036854775807 - 1", .sum, .int)
      }
      let written = try value(operand)
      if written.kind == .null { return Written("missing", .postfix, .null) }
      return Written("-" + written.at(.minus), .minus, written.kind)
    case .isNull:
      return Written(try value(operand).at(.coalesce) + " is missing", .comparison, .bool)
    case .isNotNull:
      return Written(try value(operand).at(.coalesce) + " is not missing", .comparison, .bool)
    }
  }

  /// True where a term may have no value: it has a `null`, a property or a variable in it.
  func mayBeMissing(_ term: Term) -> Bool {
    var found = false
    term.walk {
      switch $0 {
      case .null, .member, .name, .index, .parameter: found = true
      default: break
      }
    }
    return found
  }

  mutating func binary(
    _ operation: Term.Binary, _ left: Term, _ right: Term
  ) throws(OutOfScope) -> Written {
    switch operation {
    case .or, .and:
      noteMissing(left, right)
      let level = operation == .or ? Written.Level.or : .and
      let l = try condition(left, at: level)
      return Written(
        "\(l) \(operation.rawValue) \(try condition(right, at: level))", level, .bool)
    case .xor:
      // One of two conditions: their negations, which must be conditions too, are not equal.
      noteMissing(left, right)
      let l = try condition(left, at: .not)
      return Written("(not \(l)) != (not \(try condition(right, at: .not)))", .comparison, .bool)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return try comparison(operation, left, right)
    case .isIn: return try membership(left, right)
    case .startsWith, .endsWith, .contains:
      noteMissing(left, right)
      let names: [Term.Binary: String] = [
        .startsWith: "starts_with", .endsWith: "ends_with", .contains: "contains",
      ]
      let (l, r) = (try value(left).text, try value(right).text)
      return Written("\(names[operation] ?? "contains")(\(l), \(r))", .postfix, .bool)
    case .plus, .minus, .times, .divide, .remainder: return try arithmetic(operation, left, right)
    case .power:
      return Written("pow(\(try value(left).text), \(try value(right).text))", .postfix, .float)
    }
  }

  mutating func noteMissing(_ terms: Term...) {
    if terms.contains(where: mayBeMissing) { notes.insert(.missingLogic) }
  }

  private mutating func comparison(
    _ operation: Term.Binary, _ left: Term, _ right: Term
  ) throws(OutOfScope) -> Written {
    let (l, r) = (try value(left), try value(right))
    noteMissing(left, right)
    if l.kind.isList || r.kind.isList { notes.insert(.listComparison) }
    if l.kind != r.kind, l.kind.isNumber, r.kind.isNumber { notes.insert(.mixedNumbers) }
    if l.kind == .text, r.kind == .text, !operation.isOrder { notes.insert(.textEquality) }
    if operation == .notEqual, mayBeMissing(left) || mayBeMissing(right) { notes.insert(.negation) }
    if operation.isOrder, l.kind == .text || r.kind == .text || l.kind == .unknown {
      notes.insert(.textOrder)
    }
    func side(_ mine: Written, _ other: Written, _ writer: inout HoraWriter) -> String {
      mine.kind == .null && mine.text == "missing"
        ? writer.typedMissing(other.kind) : mine.at(.coalesce)
    }
    let symbol = Self.symbols[operation] ?? "="
    let first = side(l, r, &self)
    return Written("\(first) \(symbol) \(side(r, l, &self))", .comparison, .bool)
  }

  private mutating func membership(_ left: Term, _ right: Term) throws(OutOfScope) -> Written {
    if case .map = right.bare { throw OutOfScope(.maps) }
    let (l, r) = (try value(left), try value(right))
    noteMissing(left, right)
    if l.kind.isList { notes.insert(.listComparison) }
    if r.kind != .unknown, r.kind != .null, !r.kind.isList { notes.insert(.widerTypes) }
    let first =
      l.kind == .null && l.text == "missing" ? typedMissing(r.kind.element) : l.at(.coalesce)
    return Written("\(first) in \(r.at(.coalesce))", .comparison, .bool)
  }

  private mutating func arithmetic(
    _ operation: Term.Binary, _ left: Term, _ right: Term
  ) throws(OutOfScope) -> Written {
    var (l, r) = (try value(left), try value(right))
    if l.kind == .null { l = Written(typedMissing(r.kind), .postfix, r.kind) }
    if r.kind == .null { r = Written(typedMissing(l.kind), .postfix, l.kind) }
    if l.kind.isList || r.kind.isList { notes.insert(.listJoin) }
    if operation == .remainder { notes.insert(.widerTypes) }
    if operation == .divide, case .float(let digits) = right.bare, Double(digits) == 0 {
      notes.insert(.decimalByZero)
    }
    if l.kind == .duration || r.kind == .duration, operation == .times || operation == .divide {
      throw OutOfScope(.durations)
    }
    let level: Written.Level = operation == .plus || operation == .minus ? .sum : .product
    // The right side of `-` and `/` must not be regrouped.
    let next = Written.Level(rawValue: level.rawValue + 1) ?? .minus
    let text = "\(l.at(level)) \(Self.symbols[operation] ?? "+") \(r.at(next))"
    if operation == .divide, l.kind == .int, r.kind == .int {
      // Of two whole numbers the whole part; Hora's `/` is exact.
      return Written("int(\(text))", .postfix, .int)
    }
    return Written(text, level, result(operation, l.kind, r.kind))
  }

  private func result(_ operation: Term.Binary, _ left: Kind, _ right: Kind) -> Kind {
    switch (left, right) {
    case (.int, .int): .int
    case (.int, .float), (.float, .int), (.float, .float): .float
    case (.text, _): .text
    case (.date, .duration), (.duration, .date): .date
    case (.date, .date): .duration
    case (.duration, .duration): .duration
    case (.list(let a), .list(let b)): .list(a.joined(b))
    case (.list, _): left
    default: .unknown
    }
  }
}
