// Comes in: a text in CEL. Goes out: its expression. Methods become calls whose name begins with a dot and
// whose first argument is the receiver; macros become quantifiers and comprehensions.

struct CELReader {
  var stream: TokenStream
  var depth = 0

  static func expression(_ text: String) throws(OutOfScope) -> Term {
    var reader = CELReader(stream: TokenStream(try ForeignLexer.tokens(text, .cel)))
    let term = try reader.expression()
    guard reader.stream.current == .end else { throw OutOfScope(.foreignSyntax) }
    return term
  }

  private mutating func expression() throws(OutOfScope) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw OutOfScope(.foreignSyntax) }
    let condition = try disjunction()
    guard stream.take("?") else { return condition }
    let value = try disjunction()
    try stream.expect(":")
    return .conditional([Branch(condition: condition, value: value)], otherwise: try expression())
  }

  private mutating func disjunction() throws(OutOfScope) -> Term {
    var left = try conjunction()
    while stream.take("||") { left = .binary(.or, left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(OutOfScope) -> Term {
    var left = try relation()
    while stream.take("&&") { left = .binary(.and, left, try relation()) }
    return left
  }

  private mutating func relation() throws(OutOfScope) -> Term {
    let operators: [String: Term.Binary] = [
      "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
      ">=": .greaterOrEqual,
    ]
    var left = try sum()
    while true {
      if case .symbol(let symbol) = stream.current, let operation = operators[symbol] {
        stream.place += 1
        left = .binary(operation, left, try sum())
      } else if stream.takeWord("in") {
        left = .binary(.isIn, left, try sum())
      } else {
        return left
      }
    }
  }

  private mutating func sum() throws(OutOfScope) -> Term {
    var left = try product()
    while true {
      if stream.take("+") {
        left = .binary(.plus, left, try product())
      } else if stream.take("-") {
        left = .binary(.minus, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(OutOfScope) -> Term {
    var left = try unary()
    while true {
      if stream.take("*") {
        left = .binary(.times, left, try unary())
      } else if stream.take("/") {
        left = .binary(.divide, left, try unary())
      } else if stream.take("%") {
        left = .binary(.remainder, left, try unary())
      } else {
        return left
      }
    }
  }

  private mutating func unary() throws(OutOfScope) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw OutOfScope(.foreignSyntax) }
    if stream.take("!") { return .unary(.not, try unary()) }
    if stream.take("-") { return .unary(.minus, try unary()) }
    return try postfix()
  }

  private mutating func postfix() throws(OutOfScope) -> Term {
    var term = try primary()
    while true {
      if stream.take(".") {
        let name = try stream.name()
        term = stream.take("(") ? try method(name, of: term) : .member(term, name)
      } else if stream.take("[") {
        term = .index(term, try expression())
        try stream.expect("]")
      } else if stream.isAt(".?") || stream.isAt("[?") {
        throw OutOfScope(.optionals)
      } else if stream.isAt("{") {
        throw OutOfScope(.messages)
      } else {
        return term
      }
    }
  }

  private mutating func arguments() throws(OutOfScope) -> [Term] {
    var found: [Term] = []
    if stream.take(")") { return found }
    repeat { found.append(try expression()) } while stream.take(",")
    try stream.expect(")")
    return found
  }

  /// A call behind a dot: a macro, a function with its module's name, or a method.
  private mutating func method(_ name: String, of term: Term) throws(OutOfScope) -> Term {
    let given = try arguments()
    if case .name(let module) = term, ["math", "strings", "optional"].contains(module) {
      if module == "optional" { throw OutOfScope(.optionals) }
      return .call("\(module).\(name)", given, distinct: false)
    }
    let quantities: [String: Term.Quantity] = [
      "exists": .any, "all": .all, "exists_one": .single, "existsOne": .single,
    ]
    if case .name(let variable)? = given.first {
      switch (name, given.count) {
      case (_, 2) where quantities[name] != nil:
        return .quantifier(
          quantities[name] ?? .any, variable, of: term, condition: given[1])
      case ("filter", 2):
        return .comprehension(variable, of: term, condition: given[1], result: nil)
      case ("map", 2):
        return .comprehension(variable, of: term, condition: nil, result: given[1])
      case ("map", 3):
        return .comprehension(variable, of: term, condition: given[1], result: given[2])
      case (_, 3...) where quantities[name] != nil || name.hasPrefix("transform"):
        // The two-variable forms: the first counts places or names keys.
        return try withPlaces(name, quantities[name], variable, term, given)
      default: break
      }
    }
    if ["hasValue", "orValue", "or", "optMap", "optFlatMap", "value"].contains(name) {
      throw OutOfScope(.optionals)
    }
    return .call("." + name, [term] + given, distinct: false)
  }

  /// `[…].all(i, v, …)`: carried over where the place `i` is not asked for.
  private func withPlaces(
    _ name: String, _ quantity: Term.Quantity?, _ place: String, _ list: Term, _ given: [Term]
  ) throws(OutOfScope) -> Term {
    guard case .name(let variable) = given[1] else { throw OutOfScope(.foreignSyntax) }
    var asksPlace = false
    for term in given.dropFirst(2) { term.walk { if $0 == .name(place) { asksPlace = true } } }
    if case .map = list { throw OutOfScope(.maps) }
    if asksPlace { throw OutOfScope(.listFunctions) }
    if let quantity { return .quantifier(quantity, variable, of: list, condition: given[2]) }
    guard name == "transformList", let result = given.last else { throw OutOfScope(.maps) }
    return .comprehension(
      variable, of: list, condition: given.count == 4 ? given[2] : nil, result: result)
  }

  private mutating func primary() throws(OutOfScope) -> Term {
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
    case .symbol("("):
      stream.place += 1
      let inner = try expression()
      try stream.expect(")")
      return .group(inner)
    case .symbol("["):
      stream.place += 1
      var items: [Term] = []
      while !stream.isAt("]") {
        if stream.isAt("?") { throw OutOfScope(.optionals) }
        items.append(try expression())
        if !stream.take(",") { break }
      }
      try stream.expect("]")
      return .list(items)
    case .symbol("{"): return try map()
    case .symbol("{?"), .symbol("[?"): throw OutOfScope(.optionals)
    case .symbol("."):
      throw OutOfScope(.foreignNames)
    case .name(let name):
      stream.place += 1
      switch name {
      case "null": return .null
      case "true", "false": return .bool(name == "true")
      default: break
      }
      if stream.take("(") { return .call(name, try arguments(), distinct: false) }
      return .name(name)
    default: throw OutOfScope(.foreignSyntax)
    }
  }

  private mutating func map() throws(OutOfScope) -> Term {
    stream.place += 1
    var entries: [MapEntry] = []
    while !stream.isAt("}") {
      if stream.isAt("?") { throw OutOfScope(.optionals) }
      let key = try expression()
      try stream.expect(":")
      entries.append(MapEntry(key: "\(key)", value: try expression()))
      if !stream.take(",") { break }
    }
    try stream.expect("}")
    return .map(entries)
  }
}
