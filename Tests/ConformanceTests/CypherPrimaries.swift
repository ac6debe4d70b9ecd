// Comes in: tokens of Cypher. Goes out: the smallest expressions: literals, lists, maps, calls, `CASE`, quantifiers.

extension CypherReader {
  mutating func primary() throws(OutOfScope) -> Term {
    switch stream.current {
    case .int(let digits):
      stream.place += 1
      return .int(digits)
    case .float(let digits):
      stream.place += 1
      return .float(digits)
    case .text(let text):
      stream.place += 1
      return .text(text)
    case .symbol("$"):
      stream.place += 1
      if case .int(let number) = stream.current {
        stream.place += 1
        return .parameter(number)
      }
      return .parameter(try stream.name())
    case .symbol("["): return try list()
    case .symbol("{"): return .map(try properties())
    case .symbol("("):
      if let pattern = patternAhead() { return .pattern(pattern) }
      stream.place += 1
      let inner = try expression()
      try stream.expect(")")
      return .group(inner)
    case .name(let name): return try named(name)
    default: throw OutOfScope(.foreignSyntax)
    }
  }

  /// `(a)-->(b)` is a pattern, `(a)` is not.
  private mutating func patternAhead() -> Pattern? {
    let start = stream
    if let pattern = try? self.pattern(), !pattern.links.isEmpty { return pattern }
    stream = start
    return nil
  }

  private mutating func list() throws(OutOfScope) -> Term {
    try stream.expect("[")
    if stream.take("]") { return .list([]) }
    if case .name(let variable) = stream.current, stream.isAtWord("in", ahead: 1) {
      stream.place += 2
      let list = try expression()
      let condition = stream.takeWord("where") ? try expression() : nil
      let result = stream.take("|") ? try expression() : nil
      try stream.expect("]")
      return .comprehension(variable, of: list, condition: condition, result: result)
    }
    if case .name = stream.current, stream.ahead(1) == .symbol("=") {
      throw OutOfScope(.patternsAsValues)
    }
    if stream.isAt("("), patternAhead() != nil { throw OutOfScope(.patternsAsValues) }
    var items = [try expression()]
    while stream.take(",") { items.append(try expression()) }
    try stream.expect("]")
    return .list(items)
  }

  mutating func properties() throws(OutOfScope) -> [MapEntry] {
    try stream.expect("{")
    var entries: [MapEntry] = []
    if stream.take("}") { return entries }
    repeat {
      let key = try stream.name()
      try stream.expect(":")
      entries.append(MapEntry(key: key, value: try expression()))
    } while stream.take(",")
    try stream.expect("}")
    return entries
  }

  private mutating func named(_ name: String) throws(OutOfScope) -> Term {
    let word = name.lowercased()
    switch word {
    case "null":
      stream.place += 1
      return .null
    case "true", "false":
      stream.place += 1
      return .bool(word == "true")
    case "case":
      stream.place += 1
      return try conditional()
    case "exists" where stream.ahead(1) == .symbol("{"):
      stream.place += 2
      let query = try stream.isAt("(") ? patternQuery() : self.query()
      try stream.expect("}")
      return .existsQuery(query)
    case "count" where stream.ahead(1) == .symbol("(") && stream.ahead(2) == .symbol("*"):
      stream.place += 3
      try stream.expect(")")
      return .call("count", [], distinct: false)
    default: break
    }
    let quantities: [String: Term.Quantity] = [
      "any": .any, "all": .all, "none": .none, "single": .single,
    ]
    if let quantity = quantities[word], stream.ahead(1) == .symbol("("),
      case .name(let variable) = stream.ahead(2), stream.isAtWord("in", ahead: 3)
    {
      stream.place += 4
      let list = try expression()
      guard stream.takeWord("where") else { throw OutOfScope(.foreignSyntax) }
      let condition = try expression()
      try stream.expect(")")
      return .quantifier(quantity, variable, of: list, condition: condition)
    }
    return try callOrName(name)
  }

  private mutating func callOrName(_ name: String) throws(OutOfScope) -> Term {
    // A name with dots before a bracket is one function: `date.truncate(…)`.
    var length = 1
    var function = name
    while stream.ahead(length) == .symbol("."), case .name(let part) = stream.ahead(length + 1) {
      function += "." + part
      length += 2
    }
    guard stream.ahead(length) == .symbol("(") else {
      stream.place += 1
      return .name(name)
    }
    stream.place += length + 1
    let isDistinct = stream.takeWord("distinct")
    var arguments: [Term] = []
    if !stream.isAt(")") {
      repeat { arguments.append(try expression()) } while stream.take(",")
    }
    try stream.expect(")")
    return .call(function.lowercased(), arguments, distinct: isDistinct)
  }

  private mutating func conditional() throws(OutOfScope) -> Term {
    let subject = stream.isAtWord("when") ? nil : try expression()
    var branches: [Branch] = []
    while stream.takeWord("when") {
      let condition = try expression()
      guard stream.takeWord("then") else { throw OutOfScope(.foreignSyntax) }
      branches.append(
        Branch(
          condition: subject.map { .binary(.equal, $0, condition) } ?? condition,
          value: try expression()))
    }
    let otherwise = stream.takeWord("else") ? try expression() : .null
    guard stream.takeWord("end") else { throw OutOfScope(.foreignSyntax) }
    return .conditional(branches, otherwise: otherwise)
  }
}
