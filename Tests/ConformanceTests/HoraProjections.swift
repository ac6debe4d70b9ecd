// Comes in: `WITH` and `RETURN`. Goes out: `select`, `summarize`, `distinct`, `sort`, `skip`, `take`, `where`.

extension HoraQueryWriter {
  private static let aggregates: Set<String> = [
    "count", "sum", "avg", "min", "max", "collect", "percentilecont", "percentiledisc", "stdev",
  ]

  static func hasAggregate(_ term: Term) -> Bool {
    var found = false
    term.walkOutside {
      if case .call(let name, _, _) = $0, aggregates.contains(name) { found = true }
    }
    return found
  }

  mutating func project(_ given: Projection) throws(OutOfScope) {
    var projection = given
    if projection.hasStar {
      // Names of the graph's own steps are no variables.
      let all = writer.variables.keys.sorted().map { Projection.Item(name: $0, value: .name($0)) }
      projection.items = all + projection.items
      if all.isEmpty { throw OutOfScope(.foreignSyntax) }
    }
    let aggregated = projection.items.contains { Self.hasAggregate($0.value) }
    if let condition = projection.condition, !aggregated, !projection.isDistinct,
      projection.skip == nil, projection.limit == nil, asksBefore(condition, projection.items)
    {
      // A condition behind `WITH` sees the names before it, too.
      try filter(expanded(condition, projection.items))
      projection.condition = nil
    }
    if aggregated {
      try summarize(projection)
    } else {
      try select(projection)
    }
    if let skip = projection.skip { text += " skip \(try amount(skip))" }
    if let limit = projection.limit { text += " take \(try amount(limit))" }
    if let condition = projection.condition { try filter(condition) }
  }

  private func asksBefore(_ term: Term, _ items: [Projection.Item]) -> Bool {
    var found = false
    term.walk { part in
      if case .name(let name) = part, writer.variables[name] != nil,
        !items.contains(where: { $0.name == name })
      {
        found = true
      }
    }
    return found
  }

  private mutating func amount(_ term: Term) throws(OutOfScope) -> String {
    switch term.bare {
    case .int, .parameter, .unary(.minus, .int), .float: return try writer.value(term).text
    case .call("tointeger", _, _): throw OutOfScope(.dynamicAmounts)
    default:
      // A name or a sum: Hora takes numbers that are the same for all rows.
      if writer.mayBeMissing(term) { return try writer.value(term).text }
      throw OutOfScope(.dynamicAmounts)
    }
  }

  private func order(_ written: Written, _ key: Projection.Key) -> String {
    written.at(.or) + (key.descending ? " desc" : "")
  }

  private mutating func sort(_ keys: [Projection.Key]) throws(OutOfScope) {
    guard !keys.isEmpty else { return }
    var texts: [String] = []
    for key in keys {
      let written = try writer.value(key.value)
      if written.kind == .text || written.kind == .unknown { writer.notes.insert(.textOrder) }
      texts.append(order(written, key))
    }
    text += " sort by " + texts.joined(separator: ", ")
  }

  /// The names after a projection are its items.
  private mutating func rename(_ items: [(name: String, kind: Kind)]) {
    writer.variables = [:]
    for item in items {
      writer.variables[item.name] = HoraWriter.Variable(
        text: Spelling.name(item.name), kind: item.kind)
    }
  }

  // MARK: Without aggregates

  private mutating func select(_ projection: Projection) throws(OutOfScope) {
    var items: [(name: String, kind: Kind)] = []
    var texts: [String] = []
    for item in projection.items {
      // A range is written out where rows come from it; as a value there would be nothing left to ask.
      if case .call("range", _, _) = item.value.bare { throw OutOfScope(.listFunctions) }
      let written = try writer.raw(item.value)
      if written.kind == .path { throw OutOfScope(.pathValues) }
      texts.append("\(Spelling.name(item.name)) = \(written.text)")
      items.append((item.name, written.kind))
    }
    // Keys see the items and, where no rows are merged, the names before them.
    let names = Set(projection.items.map(\.name))
    let keys = projection.order.map { key in
      Projection.Key(
        value: replaced(key.value, projection.items), descending: key.descending)
    }
    let afterwards = keys.allSatisfy { key in
      var isKnown = true
      key.value.walk { if case .name(let name) = $0, !names.contains(name) { isKnown = false } }
      return isKnown
    }
    if !afterwards, !projection.isDistinct {
      // Sorted first: items named in a key stand for their terms.
      let before = projection.order.map { key in
        Projection.Key(value: expanded(key.value, projection.items), descending: key.descending)
      }
      try sort(before)
    }
    text += " select " + texts.joined(separator: ", ")
    rename(items)
    if projection.isDistinct { text += " distinct" }
    if afterwards || projection.isDistinct { try sort(keys) }
  }

  /// A term that is an item's becomes its name.
  private func replaced(_ term: Term, _ items: [Projection.Item]) -> Term {
    for item in items where item.value == term { return .name(item.name) }
    return term.mapped { part in
      for item in items where item.value == part { return .name(item.name) }
      return nil
    }
  }

  private func expanded(_ term: Term, _ items: [Projection.Item]) -> Term {
    term.mapped { part in
      guard case .name(let name) = part, let item = items.first(where: { $0.name == name }) else {
        return nil
      }
      return .group(item.value)
    }
  }

  // MARK: With aggregates

  private mutating func summarize(_ projection: Projection) throws(OutOfScope) {
    var arguments: [String] = []
    var aggregates: [String] = []
    var stands: [(term: Term, name: String, kind: Kind)] = []
    var keys: [String] = []
    for item in projection.items where !Self.hasAggregate(item.value) {
      let written = try writer.value(item.value)
      keys.append("\(Spelling.name(item.name)) = \(written.text)")
      stands.append((item.value, item.name, written.kind))
    }
    var calls: [Term] = []
    for term in projection.items.map(\.value) + projection.order.map(\.value) {
      term.walkOutside { part in
        if case .call(let name, _, _) = part, Self.aggregates.contains(name), !calls.contains(part)
        {
          calls.append(part)
        }
      }
    }
    for call in calls {
      let name = writer.fresh("total")
      let (written, kind) = try aggregate(call, &arguments)
      aggregates.append("\(name) = \(written)")
      stands.append((call, name, kind))
    }
    if !arguments.isEmpty { text += " add " + arguments.joined(separator: ", ") }
    text += " summarize " + aggregates.joined(separator: ", ")
    if !keys.isEmpty { text += " by " + keys.joined(separator: ", ") }
    rename(stands.map { ($0.name, $0.kind) })
    func standing(_ term: Term) -> Term {
      term.mapped { part in
        stands.first { $0.term == part }.map { .name($0.name) }
      }
    }
    var rest = projection
    rest.items = projection.items.map {
      Projection.Item(name: $0.name, value: standing($0.value))
    }
    rest.order = projection.order.map {
      Projection.Key(value: standing($0.value), descending: $0.descending)
    }
    try select(rest)
  }

  /// An aggregate in Hora. Its argument becomes a column first: Hora counts a value once for each entity that it is
  /// read from, Cypher once for each row.
  private mutating func aggregate(
    _ call: Term, _ arguments: inout [String]
  ) throws(OutOfScope) -> (String, Kind) {
    guard case .call(let name, let given, let distinct) = call else { return ("", .unknown) }
    guard let first = given.first else { return ("count()", .int) }
    let value = try writer.raw(first)
    if value.kind == .path { throw OutOfScope(.pathValues) }
    if value.kind.isList { throw OutOfScope(.lists) }
    let column = writer.fresh("value")
    arguments.append("\(column) = \(value.text)")
    switch name {
    case "count":
      return (distinct ? "count(\(column))" : "count(\(column) is not missing)", .int)
    case "sum", "avg", "min", "max":
      if distinct { throw OutOfScope(.listFunctions) }
      if name == "min" || name == "max", value.kind == .text || value.kind == .unknown {
        writer.notes.insert(.textOrder)
      }
      return ("\(name)(\(column))", name == "avg" ? .float : value.kind)
    case "collect":
      if distinct { throw OutOfScope(.listFunctions) }
      return ("list(\(column))", .list(value.kind))
    case "percentilecont":
      guard given.count == 2 else { throw OutOfScope(.numberFunctions) }
      let share = try writer.value(given[1])
      return ("percentile(\(column), \(share.at(.product)) * 100)", .float)
    case "stdev": return ("stddev(\(column))", .float)
    default: throw OutOfScope(.numberFunctions)
    }
  }
}

extension Term {
  /// The same with parts replaced, outermost first.
  func mapped(_ replace: (Term) -> Term?) -> Term {
    if let replacement = replace(self) { return replacement }
    func map(_ term: Term) -> Term { term.mapped(replace) }
    switch self {
    case .null, .bool, .int, .float, .text, .name, .parameter, .pattern, .existsQuery: return self
    case .list(let items): return .list(items.map(map))
    case .map(let entries):
      return .map(entries.map { MapEntry(key: $0.key, value: map($0.value)) })
    case .group(let a): return .group(map(a))
    case .member(let a, let name): return .member(map(a), name)
    case .index(let a, let b): return .index(map(a), map(b))
    case .slice(let a, let b, let c): return .slice(map(a), b.map(map), c.map(map))
    case .call(let name, let arguments, let distinct):
      return .call(name, arguments.map(map), distinct: distinct)
    case .unary(let operation, let a): return .unary(operation, map(a))
    case .binary(let operation, let a, let b): return .binary(operation, map(a), map(b))
    case .conditional(let branches, let otherwise):
      return .conditional(
        branches.map { Branch(condition: map($0.condition), value: map($0.value)) },
        otherwise: map(otherwise))
    case .comprehension(let name, let list, let condition, let result):
      return .comprehension(
        name, of: map(list), condition: condition.map(map), result: result.map(map))
    case .quantifier(let quantity, let name, let list, let condition):
      return .quantifier(quantity, name, of: map(list), condition: map(condition))
    case .labels(let a, let labels): return .labels(map(a), labels)
    }
  }
}
