// Draws conditions: comparisons by type, quantifiers, words and meanings, sets.

extension Generator {
  mutating func condition(_ scope: GeneratorScope, _ depth: Int) -> String {
    if depth > 0, chance(30) {
      switch random.number(0...3) {
      case 0: return "(\(condition(scope, depth - 1)) and \(condition(scope, depth - 1)))"
      case 1: return "(\(condition(scope, depth - 1)) or \(condition(scope, depth - 1)))"
      case 2: return "not (\(condition(scope, depth - 1)))"
      default:
        return
          "(if \(condition(scope, depth - 1)) then \(condition(scope, depth - 1)) else \(condition(scope, 0)))"
      }
    }
    for _ in 0..<4 {
      if let form = simple(scope, depth) { return form }
    }
    return "\(int(scope, depth)) \(comparison()) \(int(scope, 0))"
  }

  mutating func comparison() -> String { one(["=", "!=", "<", "<=", ">", ">="]) }

  private mutating func simple(_ scope: GeneratorScope, _ depth: Int) -> String? {
    switch random.number(0...17) {
    case 0, 1:
      return "\(int(scope, depth)) \(comparison()) \(one([int(scope, 0), decimal(scope, 0)]))"
    case 2:
      return "\(decimal(scope, depth)) \(comparison()) \(one([decimal(scope, 0), int(scope, 0)]))"
    case 3: return "\(text(scope, depth)) \(comparison()) \(text(scope, 0))"
    case 4: return dates(scope, depth)
    case 5: return single(scope, .bool).map { one([$0, "\($0) = true", "\($0) != false"]) }
    case 6, 7: return existential(scope, depth)
    case 8: return membership(scope, depth)
    case 9: return words(scope, depth)
    case 10, 11: return entities(scope, depth)
    case 12, 13: return quantified(scope, depth)
    case 14:
      let all = candidates(scope)
      guard !all.isEmpty else { return nil }
      return "\(one(all).text) \(one(["is missing", "is not missing"]))"
    case 15: return many(scope, nil, depth).map { "exists \($0.text)" }
    case 16:
      let inner = query(depth: 2, entityOnly: true, scope: scope)
      return "exists (\(inner.text))"
    default:
      switch random.number(0...3) {
      case 0:
        return
          "\(one(["contains", "starts_with", "ends_with"]))(\(text(scope, depth)), \(one(["\"a\"", "\"Da\"", "\"\"", "\"k\""])))"
      case 1:
        guard let a = many(scope, nil, depth), let b = many(scope, a.kind, depth) else {
          return nil
        }
        return "\(one(["contains_all", "same_set"]))(\(a.text), \(b.text))"
      default:
        guard let table = scope.table else { return nil }
        let ways = model.relations(table).filter(\.isMany)
        guard !ways.isEmpty else { return nil }
        let name = fresh("d")
        prelude.append("def \(name)(r, k = 1) = count(r.\(one(ways).name)) >= k")
        return one(["\(name)(it)", "\(name)(it, 2)", "\(name)(it, k: \(int(scope, 0)))"])
      }
    }
  }

  private mutating func dates(_ scope: GeneratorScope, _ depth: Int) -> String {
    if chance(25) {
      let difference = "(\(date(scope, 0)) - \(date(scope, 0)))"
      return chance(70)
        ? "\(difference) \(comparison()) \(duration())"
        : "\(duration()) \(comparison()) \(difference)"
    }
    switch random.number(0...3) {
    case 0:
      return
        "\(date(scope, depth)) \(one(["in", "not in"])) \(one(["2012..2015", "2015-12..2016", "2010-01-01..2015-Q4"]))"
    case 1:
      return
        "\(date(scope, depth)) \(one(["in", "not in"])) \(one(["2015-Q4", "[2012, 2015]", "2015-12", "[2015-Q4, 2012-11]"]))"
    default: return "\(date(scope, depth)) \(comparison()) \(dateOrInterval())"
    }
  }

  /// A comparison of many values.
  private mutating func existential(_ scope: GeneratorScope, _ depth: Int) -> String? {
    let kind = one([Kind.int, .text, .decimal, .date])
    guard let path = manyValues(scope, kind, depth) else { return nil }
    let right: String
    switch kind {
    case .date: right = dateOrInterval()
    default:
      right =
        chance(25) ? manyValues(scope, kind, 0) ?? value(kind, scope, 0) : value(kind, scope, 0)
    }
    return "\(path) \(comparison()) \(right)"
  }

  private mutating func membership(_ scope: GeneratorScope, _ depth: Int) -> String? {
    let word = one(["in", "not in"])
    switch random.number(0...4) {
    case 0: return "\(int(scope, depth)) \(word) \(one(["0..3", "2..2", "5..1", "-3..10"]))"
    case 1: return "\(int(scope, depth)) \(word) [\(intLiteral()), \(int(scope, 0)), 3]"
    case 2: return "\(text(scope, depth)) \(word) [\(textLiteral()), \(textLiteral())]"
    case 3: return "\(text(scope, depth)) \(word) \"b\"..\"o\""
    default:
      let kind = one([Kind.int, .text])
      guard let path = manyValues(scope, kind, depth) else { return nil }
      return "\(value(kind, scope, depth)) \(word) \(path)"
    }
  }

  private mutating func pattern() -> String {
    one([
      "\"cacak\"", "\"agri tech\"", "\"data\"", "\"d*\"", "\"?o?\"", "\"lab\"", "\"novi sad\"",
      "\"\"",
      "\"*\"", "fuzzy(\"beograt\")", "fuzzy(\"dtaa\", 1)", "[\"ai\", \"lab\"]",
      "[\"x\", fuzzy(\"straze\", 2)]", "\"београд\"", "\"x\"", "\"hold\"", "\"a b\"", "\"athina\"",
    ])
  }

  private mutating func words(_ scope: GeneratorScope, _ depth: Int) -> String? {
    let word = one(["~", "~", "!~"])
    if chance(50) { return "\(text(scope, depth)) \(word) \(pattern())" }
    if chance(40), let path = manyValues(scope, .text, depth) {
      return "\(path) \(word) \(pattern())"
    }
    let all = candidates(scope).filter { $0.kind.table != nil && !isTaxonomy($0.kind) }
    return all.isEmpty ? nil : "\(one(all).text) \(word) \(pattern())"
  }

  private func isTaxonomy(_ kind: Kind) -> Bool {
    kind.table.map { model.tables[$0].parent != nil } ?? false
  }

  /// Entities and concepts against texts, sets and each other.
  private mutating func entities(_ scope: GeneratorScope, _ depth: Int) -> String? {
    let all = candidates(scope).filter { $0.kind.table != nil }
    guard !all.isEmpty else { return nil }
    var left = one(all)
    if left.isMany, chance(40) { left = many(scope, left.kind, depth) ?? left }
    guard let table = left.kind.table else { return nil }
    if isTaxonomy(left.kind), chance(75) {
      switch random.number(0...4) {
      case 0, 1: return "\(left.text) \(one(["~", "!~"])) \(one([entityName(table), pattern()]))"
      case 2: return "\(left.text) \(one(["under", "not under"])) \(entityName(table))"
      case 3:
        return
          "\(left.text) \(one(["under", "not under"])) [\(entityName(table)), \(entityName(table))]"
      default:
        guard let set = many(scope, left.kind, 0)?.text ?? entity(table, scope, 0) else {
          return nil
        }
        return "\(left.text) \(one(["under", "~", "not under"])) \(set)"
      }
    }
    switch random.number(0...4) {
    case 0: return "\(left.text) \(one(["=", "!="])) \(entityName(table))"
    case 1:
      return "\(left.text) \(one(["in", "not in"])) [\(entityName(table)), \(entityName(table))]"
    case 2: return entity(table, scope, depth).map { "\(left.text) \(one(["=", "!="])) \($0)" }
    case 3:
      return many(scope, left.kind, depth).map {
        "\(left.text) \(one(["in", "not in"])) \($0.text)"
      }
    default:
      let inner = query(depth: 2, entityOnly: true, table: table, scope: scope)
      guard inner.table == table else { return nil }
      return "\(left.text) \(one(["in", "not in"])) (\(inner.text))"
    }
  }

  private mutating func quantified(_ scope: GeneratorScope, _ depth: Int) -> String? {
    let number = amount(0...3)
    let quantifier = one([
      "some", "every", "no", "at least \(number)", "at most \(number)", "exactly \(number)",
    ])
    switch random.number(0...4) {
    case 0: return many(scope, nil, depth).map { "\(quantifier) \($0.text)" }
    case 1, 2:
      let kind = one([Kind.int, .text, .decimal, .date])
      guard let path = manyValues(scope, kind, depth) else { return nil }
      let right = kind == .date ? dateOrInterval() : value(kind, scope, 0)
      return "\(quantifier) \(path) \(comparison()) \(right)"
    case 3:
      guard let way = many(scope, nil, depth), let table = way.kind.table else { return nil }
      if isTaxonomy(way.kind), chance(60) {
        return "\(quantifier) \(way.text) \(one(["under", "~"])) \(entityName(table))"
      }
      return "\(quantifier) \(way.text) \(one(["=", "!="])) \(entityName(table))"
    default:
      let bools = candidates(scope).filter { $0.isMany && $0.kind == .bool }
      return bools.isEmpty ? nil : "\(quantifier) \(one(bools).text)"
    }
  }
}
