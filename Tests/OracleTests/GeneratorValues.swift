// Draws expressions with at most one value a row, by type.

extension Generator {
  mutating func value(_ kind: Kind, _ scope: GeneratorScope, _ depth: Int) -> String {
    switch kind {
    case .int: int(scope, depth)
    case .decimal: decimal(scope, depth)
    case .text: text(scope, depth)
    case .date: date(scope, depth)
    case .entity(let table): entity(table, scope, depth) ?? "missing"
    default: "(\(condition(scope, depth)))"
    }
  }

  mutating func someKind() -> Kind { one([.int, .int, .decimal, .text, .text, .date, .bool]) }

  // MARK: Forms of every type

  /// `if`, `??`, extremes, first and last, windows: what any type can be.
  private mutating func general(
    _ kind: Kind, _ scope: GeneratorScope, _ depth: Int
  ) -> String? {
    if scope.hasWindows, chance(40) { return window(kind, scope, depth) }
    switch random.number(0...9) {
    case 0:
      return
        "(if \(condition(scope, depth - 1)) then \(value(kind, scope, depth - 1)) else \(value(kind, scope, depth - 1)))"
    case 1: return "(\(value(kind, scope, depth - 1)) ?? \(value(kind, scope, depth - 1)))"
    case 2 where kind != .bool:
      return
        "\(one(["least", "greatest"]))(\(value(kind, scope, depth - 1)), \(value(kind, scope, depth - 1)))"
    case 3, 4:
      guard kind != .bool, let path = manyValues(scope, kind, depth) else { return nil }
      return "\(one(["min", "max", "first", "last"]))(\(path))"
    case 5, 6:
      let inner = query(depth: 2, entityOnly: true, scope: scope)
      guard let table = inner.table, kind != .bool else { return nil }
      let fields = model.tables[table].fields.filter {
        $0.kind == kind && $0.target == nil && !$0.isList
      }
      guard !fields.isEmpty else { return nil }
      return "\(one(["min", "max"]))((\(inner.text)).\(one(fields).name))"
    case 7: return definition(kind, scope, depth)
    default: return nil
    }
  }

  /// A call of a definition made for it.
  private mutating func definition(
    _ kind: Kind, _ scope: GeneratorScope, _ depth: Int
  ) -> String? {
    guard kind == .int || kind == .decimal || kind == .text, depth > 0 else { return nil }
    let name = fresh("f")
    let argument = value(kind, scope, depth - 1)
    switch kind {
    case .text:
      prelude.append("def \(name)(p, q = \"-\") = p + q + lower(p)")
      return chance(50) ? "\(name)(\(argument))" : "\(name)(\(argument), q: \(textLiteral()))"
    default:
      prelude.append("def \(name)(p, q = 2) = if p > q then p - q else p * q")
      return chance(50) ? "\(name)(\(argument))" : "\(name)(\(argument), \(value(kind, scope, 0)))"
    }
  }

  // MARK: Numbers

  mutating func int(_ scope: GeneratorScope, _ depth: Int) -> String {
    if depth <= 0 || chance(30) {
      return chance(75) ? single(scope, .int) ?? intLiteral() : intLiteral()
    }
    if chance(35), let form = general(.int, scope, depth) { return form }
    switch random.number(0...11) {
    case 0, 1:
      return
        "(\(int(scope, depth - 1)) \(one(["+", "-", "*", "%"])) \(int(scope, depth - 1)))"
    case 2, 3:
      if let path = many(scope, nil, depth), path.kind != .bool { return "count(\(path.text))" }
    case 4:
      if let path = manyValues(scope, .int, depth) { return "sum(\(path))" }
    case 5: return "length(\(text(scope, depth - 1)))"
    case 6:
      return
        "\(one(["year", "month", "quarter", "day", "week"]))(\(date(scope, depth - 1)))"
    case 7: return "\(one(["abs", "floor", "ceil", "round"]))(\(int(scope, depth - 1)))"
    case 8: return "\(one(["floor", "ceil", "round", "int"]))(\(decimal(scope, depth - 1)))"
    case 9: return "int(\(one([text(scope, depth - 1), "text(\(int(scope, depth - 1)))"])))"
    case 10:
      let inner = query(depth: 2, entityOnly: true, scope: scope)
      guard let table = inner.table else { break }
      let row = GeneratorScope(table: table, names: scope.outward)
      switch random.number(0...3) {
      case 0: return "(\(inner.text) count)"
      case 1:
        // A value of the row further out would be the same in every row here.
        return "(\(inner.text) summarize sum(\(int(GeneratorScope(table: table), 0))))"
      case 2:
        let name = fresh("c")
        return "sum((\(inner.text) select \(name) = \(int(row, 1))).\(name))"
      default: return "count(\(inner.text))"
      }
    default: return "(-\(int(scope, depth - 1)))"
    }
    return single(scope, .int) ?? intLiteral()
  }

  mutating func decimal(_ scope: GeneratorScope, _ depth: Int) -> String {
    if depth <= 0 || chance(25) { return single(scope, .decimal) ?? decimalLiteral() }
    if chance(35), let form = general(.decimal, scope, depth) { return form }
    switch random.number(0...10) {
    case 0: return "(\(int(scope, depth - 1)) / \(int(scope, depth - 1)))"
    case 1, 2:
      return
        "(\(decimal(scope, depth - 1)) \(one(["+", "-", "*", "/", "%"])) \(one([decimal(scope, depth - 1), int(scope, 0)])))"
    case 3, 4:
      if let path = manyValues(scope, one([.int, .decimal]), depth) {
        return one([
          "avg(\(path))", "median(\(path))",
          "percentile(\(path), \(one(["0", "25", "90", "100"])))",
        ])
      }
    case 5:
      if let path = manyValues(scope, .decimal, depth) { return "sum(\(path))" }
    case 6:
      return "round(\(decimal(scope, depth - 1)), \(one(["0", "1", "2", "(-1)"])))"
    case 7:
      return
        "\(one(["sqrt", "abs", "ln", "log10"]))(\(decimal(scope, depth - 1)))"
    case 8:
      if let a = many(scope, nil, depth), let b = many(scope, a.kind, depth) {
        return "\(one(["jaccard", "cosine", "overlap"]))(\(a.text), \(b.text))"
      }
    case 9: return "decimal(\(int(scope, depth - 1)))"
    default: return "pow(\(decimal(scope, 0)), \(one(["2", "0", "0.5"])))"
    }
    return single(scope, .decimal) ?? decimalLiteral()
  }

  // MARK: Texts and days

  mutating func text(_ scope: GeneratorScope, _ depth: Int) -> String {
    if depth <= 0 || chance(30) {
      return chance(80) ? single(scope, .text) ?? textLiteral() : textLiteral()
    }
    if chance(35), let form = general(.text, scope, depth) { return form }
    switch random.number(0...8) {
    case 0: return "(\(text(scope, depth - 1)) + \(text(scope, depth - 1)))"
    case 1, 2:
      return
        "\(one(["lower", "upper", "trim", "fold", "transliterate"]))(\(text(scope, depth - 1)))"
    case 3:
      return "slice(\(text(scope, depth - 1)), \(one(["1", "2", "0"])), \(one(["2", "3", "9"])))"
    case 4:
      return
        "replace(\(text(scope, depth - 1)), \(one(["\"a\"", "\" \"", "\"\"", "\"Č\""])), \(textLiteral()))"
    case 5:
      if let path = manyValues(scope, .text, depth) {
        return "join(\(path), \(one(["\",\"", "\"\""])))"
      }
    case 6: return "text(\(value(one([.int, .date, .bool]), scope, depth - 1)))"
    default: break
    }
    return single(scope, .text) ?? textLiteral()
  }

  mutating func date(_ scope: GeneratorScope, _ depth: Int) -> String {
    if depth <= 0 || chance(40) { return single(scope, .date) ?? dateLiteral() }
    if chance(35), let form = general(.date, scope, depth) { return form }
    if chance(70) { return "(\(date(scope, depth - 1)) \(one(["+", "-"])) \(duration()))" }
    return "date(\(one([quoted(dateLiteral()), "text(\(date(scope, 0)))", textLiteral()])))"
  }

  mutating func entity(_ table: Int, _ scope: GeneratorScope, _ depth: Int) -> String? {
    if scope.table == table, chance(30) { return "it" }
    if chance(60), let single = single(scope, .entity(table)) { return single }
    if depth > 0, chance(30), let path = many(scope, .entity(table), depth - 1) {
      return "\(one(["first", "last", "min", "max"]))(\(path.text))"
    }
    return chance(50) ? lookup(table) : single(scope, .entity(table))
  }

  // MARK: Windows

  mutating func key(_ scope: GeneratorScope) -> String {
    var plain = scope
    plain.hasWindows = false
    let all = candidates(scope).filter {
      !$0.isMany && $0.kind != .interval && $0.kind != .duration
    }
    return all.isEmpty || chance(15) ? "(\(condition(plain, 0)))" : one(all).text
  }

  mutating func window(
    _ kind: Kind, _ outer: GeneratorScope, _ depth: Int
  ) -> String {
    var scope = outer
    scope.hasWindows = false
    let keys = chance(35) ? "" : key(scope)
    let sort = "sort by \(key(scope))\(one(["", " desc", ""]))"
    let sorted = keys.isEmpty ? sort : "\(keys) \(sort)"
    let maybe = one([keys, sorted])
    var forms = [
      "\(one(["lag", "lead"]))(\(value(kind, scope, depth - 1))\(one(["", ", 2", ", 0"]))) over (\(maybe))",
      "\(one(["first", "last"]))(\(value(kind, scope, 0))) over (\(one([keys, keys, sorted])))",
      "\(one(["min", "max"]))(\(value(kind == .bool ? .int : kind, scope, depth - 1))) over (\(keys))",
    ]
    if kind == .bool { return "(\(forms[2]) is not missing)" }
    switch kind {
    case .int:
      forms += [
        "rank() over (\(sorted))", "rank() over (\(sorted))", "row_number() over (\(maybe))",
        "count() over (\(keys))",
        "sum(\(int(scope, 0))) over (\(keys))", "running_sum(\(int(scope, 0))) over (\(maybe))",
        "count(\(key(scope))) over (\(keys))",
      ]
    case .decimal:
      forms += [
        "share(\(int(scope, 0))) over (\(keys))", "share(\(decimal(scope, 0))) over (\(keys))",
        "avg(\(decimal(scope, 0))) over (\(keys))",
        "rca(\(int(scope, 0))) over (\(key(scope)), \(key(scope)))",
        "sum(\(decimal(scope, 0))) over (\(keys))",
        "running_sum(\(decimal(scope, 0))) over (\(maybe))",
        "median(\(int(scope, 0))) over (\(keys))",
      ]
    default: break
    }
    return one(forms)
  }
}
