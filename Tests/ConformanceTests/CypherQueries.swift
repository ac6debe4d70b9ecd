// Comes in: tokens of Cypher. Goes out: queries: clauses, projections, patterns.

extension CypherReader {
  static func query(_ text: String) throws(OutOfScope) -> Query {
    var reader = try CypherReader(text)
    let query = try reader.query()
    _ = reader.stream.take(";")
    guard reader.stream.current == .end else { throw OutOfScope(.foreignSyntax) }
    return query
  }

  mutating func query() throws(OutOfScope) -> Query {
    var query = Query(parts: [try clauses()])
    while stream.takeWord("union") {
      let keepsAll = stream.takeWord("all")
      if query.parts.count > 1, keepsAll != query.keepsAll { throw OutOfScope(.foreignSyntax) }
      query.keepsAll = keepsAll
      query.parts.append(try clauses())
    }
    return query
  }

  /// `exists { (a)-->(b) WHERE … }`
  mutating func patternQuery() throws(OutOfScope) -> Query {
    let patterns = try self.patterns()
    let condition = stream.takeWord("where") ? try expression() : nil
    return Query(parts: [[.match(patterns, condition: condition, optional: false)]])
  }

  private mutating func clauses() throws(OutOfScope) -> [Clause] {
    var clauses: [Clause] = []
    while true {
      if stream.takeWord("match") {
        clauses.append(try match(optional: false))
      } else if stream.takeWord("optional", "match") {
        clauses.append(try match(optional: true))
      } else if stream.takeWord("unwind") {
        let list = try expression()
        guard stream.takeWord("as") else { throw OutOfScope(.foreignSyntax) }
        clauses.append(.unwind(list, try stream.name()))
      } else if stream.takeWord("with") {
        clauses.append(.with(try projection()))
      } else if stream.takeWord("return") {
        clauses.append(.result(try projection()))
      } else if case .name(let word) = stream.current {
        switch word.lowercased() {
        case "create", "merge", "set", "delete", "detach", "remove", "foreach", "load":
          throw OutOfScope(.mutation)
        case "union": return clauses
        default: throw OutOfScope(.foreignSyntax)
        }
      } else {
        return clauses
      }
    }
  }

  private mutating func match(optional: Bool) throws(OutOfScope) -> Clause {
    let patterns = try self.patterns()
    let condition = stream.takeWord("where") ? try expression() : nil
    return .match(patterns, condition: condition, optional: optional)
  }

  private mutating func projection() throws(OutOfScope) -> Projection {
    var projection = Projection()
    projection.isDistinct = stream.takeWord("distinct")
    repeat {
      if stream.take("*") {
        projection.hasStar = true
        continue
      }
      let start = stream.place
      let value = try expression()
      let name: String
      if stream.takeWord("as") {
        name = try stream.name()
      } else if case .name(let variable) = value {
        name = variable
      } else {
        name = "column \(start)"
      }
      projection.items.append(Projection.Item(name: name, value: value))
    } while stream.take(",")
    if stream.takeWord("order", "by") {
      repeat {
        let value = try expression()
        let descending = stream.takeWord("desc") || stream.takeWord("descending")
        if !descending, !stream.takeWord("asc") { _ = stream.takeWord("ascending") }
        projection.order.append(Projection.Key(value: value, descending: descending))
      } while stream.take(",")
    }
    if stream.takeWord("skip") { projection.skip = try expression() }
    if stream.takeWord("limit") { projection.limit = try expression() }
    if stream.takeWord("where") { projection.condition = try expression() }
    return projection
  }

  // MARK: Patterns

  mutating func patterns() throws(OutOfScope) -> [Pattern] {
    var patterns = [try namedPattern()]
    while stream.take(",") { patterns.append(try namedPattern()) }
    return patterns
  }

  private mutating func namedPattern() throws(OutOfScope) -> Pattern {
    if case .name(let name) = stream.current, stream.ahead(1) == .symbol("=") {
      stream.place += 2
      var pattern = try pattern()
      pattern.name = name
      return pattern
    }
    return try pattern()
  }

  mutating func pattern() throws(OutOfScope) -> Pattern {
    var pattern = Pattern()
    pattern.nodes.append(try node())
    while stream.isAt("-") || stream.isAt("<-") || stream.isAt("<") {
      pattern.links.append(try link())
      pattern.nodes.append(try node())
    }
    return pattern
  }

  private mutating func node() throws(OutOfScope) -> Pattern.Node {
    try stream.expect("(")
    var node = Pattern.Node()
    if case .name(let name) = stream.current {
      node.name = name
      stream.place += 1
    }
    while stream.take(":") { node.labels.append(try stream.name()) }
    if stream.isAt("{") { node.properties = try properties() }
    try stream.expect(")")
    return node
  }

  private mutating func link() throws(OutOfScope) -> Pattern.Link {
    var link = Pattern.Link()
    let isLeft = stream.take("<-")
    if !isLeft { try stream.expect("-") }
    if stream.take("->") {
      link.direction = isLeft ? .both : .right
      return link
    }
    if stream.take("[") {
      if case .name(let name) = stream.current {
        link.name = name
        stream.place += 1
      }
      if stream.take(":") {
        repeat {
          _ = stream.take(":")
          link.types.append(try stream.name())
        } while stream.take("|")
      }
      if stream.take("*") { link.hops = try hops() }
      if stream.isAt("{") { link.properties = try properties() }
      try stream.expect("]")
    }
    if stream.take("->") {
      link.direction = isLeft ? .both : .right
    } else {
      try stream.expect("-")
      link.direction = isLeft ? .left : .both
    }
    return link
  }

  private mutating func hops() throws(OutOfScope) -> Pattern.Hops {
    var hops = Pattern.Hops(least: 1, most: nil)
    if case .int(let digits) = stream.current {
      stream.place += 1
      hops.least = Int(digits) ?? 1
      hops.most = hops.least
    } else if case .float = stream.current {
      throw OutOfScope(.foreignSyntax)
    }
    if stream.take("..") {
      hops.most = nil
      if case .int(let digits) = stream.current {
        stream.place += 1
        hops.most = Int(digits)
      }
    }
    return hops
  }
}
