// Comes in: tokens of Cypher. Goes out: expressions, by the precedence of its grammar. It knows nothing of Hora.

struct CypherReader {
  var stream: TokenStream
  var depth = 0

  init(_ text: String) throws(OutOfScope) {
    stream = TokenStream(try ForeignLexer.tokens(text, .cypher))
  }

  /// A text that is one expression.
  static func expression(_ text: String) throws(OutOfScope) -> Term {
    var reader = try CypherReader(text)
    let term = try reader.expression()
    guard reader.stream.current == .end else { throw OutOfScope(.foreignSyntax) }
    return term
  }

  mutating func expression() throws(OutOfScope) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw OutOfScope(.foreignSyntax) }
    var left = try exclusive()
    while stream.takeWord("or") { left = .binary(.or, left, try exclusive()) }
    return left
  }

  private mutating func exclusive() throws(OutOfScope) -> Term {
    var left = try conjunction()
    while stream.takeWord("xor") { left = .binary(.xor, left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(OutOfScope) -> Term {
    var left = try negated()
    while stream.takeWord("and") { left = .binary(.and, left, try negated()) }
    return left
  }

  private mutating func negated() throws(OutOfScope) -> Term {
    if stream.takeWord("not") { return .unary(.not, try negated()) }
    return try comparison()
  }

  /// `a < b <= c` means `a < b and b <= c`.
  private mutating func comparison() throws(OutOfScope) -> Term {
    let operators: [String: Term.Binary] = [
      "=": .equal, "<>": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
      ">=": .greaterOrEqual,
    ]
    let first = try predicate()
    var left = first
    var parts: [Term] = []
    while case .symbol(let symbol) = stream.current, let operation = operators[symbol] {
      stream.place += 1
      let right = try predicate()
      parts.append(.binary(operation, left, right))
      left = right
    }
    guard let start = parts.first else { return first }
    return parts.dropFirst().reduce(start) { .binary(.and, $0, $1) }
  }

  /// `IN`, `STARTS WITH`, `IS NULL` and the like bind tighter than comparisons, looser than `+`.
  private mutating func predicate() throws(OutOfScope) -> Term {
    var left = try sum()
    while true {
      if stream.takeWord("in") {
        left = .binary(.isIn, left, try sum())
      } else if stream.takeWord("starts", "with") {
        left = .binary(.startsWith, left, try sum())
      } else if stream.takeWord("ends", "with") {
        left = .binary(.endsWith, left, try sum())
      } else if stream.takeWord("contains") {
        left = .binary(.contains, left, try sum())
      } else if stream.takeWord("is", "null") {
        left = .unary(.isNull, left)
      } else if stream.takeWord("is", "not", "null") {
        left = .unary(.isNotNull, left)
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
    var left = try power()
    while true {
      if stream.take("*") {
        left = .binary(.times, left, try power())
      } else if stream.take("/") {
        left = .binary(.divide, left, try power())
      } else if stream.take("%") {
        left = .binary(.remainder, left, try power())
      } else {
        return left
      }
    }
  }

  private mutating func power() throws(OutOfScope) -> Term {
    var left = try signed()
    while stream.take("^") { left = .binary(.power, left, try signed()) }
    return left
  }

  private mutating func signed() throws(OutOfScope) -> Term {
    if stream.take("-") { return .unary(.minus, try signed()) }
    if stream.take("+") { return try signed() }
    return try postfix()
  }

  private mutating func postfix() throws(OutOfScope) -> Term {
    var term = try primary()
    while true {
      if stream.take(".") {
        term = .member(term, try stream.name())
      } else if stream.take("[") {
        if stream.take("..") {
          term = .slice(term, nil, stream.isAt("]") ? nil : try expression())
        } else {
          let first = try expression()
          if stream.take("..") {
            term = .slice(term, first, stream.isAt("]") ? nil : try expression())
          } else {
            term = .index(term, first)
          }
        }
        try stream.expect("]")
      } else if stream.isAt(":"), case .name = stream.ahead(1), canHaveLabels(term) {
        var labels: [String] = []
        while stream.take(":") { labels.append(try stream.name()) }
        term = .labels(term, labels)
      } else {
        return term
      }
    }
  }

  private func canHaveLabels(_ term: Term) -> Bool {
    switch term {
    case .name, .group: true
    default: false
    }
  }
}
