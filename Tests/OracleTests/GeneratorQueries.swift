// Draws queries: a source and clauses, keeping what the rows have after each.

/// A query as text, and what its rows are.
struct DrawnQuery {
  var text: String
  var table: Int?
}

extension Generator {
  /// - Parameter entityOnly: its rows stay entities without columns beside them.
  /// - Parameter scope: the row around a query inside an expression.
  mutating func query(
    depth: Int, entityOnly: Bool = false, table wanted: Int? = nil,
    scope outer: GeneratorScope? = nil
  ) -> DrawnQuery {
    let visible = outer?.outward ?? []
    var scope = GeneratorScope(names: visible)
    var text: String
    if depth == 0, chance(5), let pairs = pairs(&scope) {
      text = pairs
    } else {
      (text, scope.table) = source(depth, wanted, outer)
      if depth == 0, chance(25), let table = scope.table {
        let name = fresh("m")
        text += " as \(name)"
        scope.names.append(Candidate(text: name, kind: .entity(table)))
      }
    }
    scope.hasWindows = depth == 0
    let count = depth == 0 ? random.number(1...5) : random.number(depth > 1 ? 0...1 : 0...2)
    for _ in 0..<count {
      let clause =
        entityOnly ? entityClause(&scope, depth) : self.clause(&scope, depth) ?? ""
      if !clause.isEmpty { text += (depth == 0 ? "\n  " : " ") + clause }
    }
    return DrawnQuery(text: text, table: scope.table)
  }

  // MARK: Sources

  private mutating func source(
    _ depth: Int, _ wanted: Int?, _ outer: GeneratorScope?
  ) -> (String, Int?) {
    if let outer, wanted == nil, chance(50) {
      let paths = candidates(outer).filter { $0.isMany && $0.kind.table != nil }
      if !paths.isEmpty {
        let path = one(paths)
        return (path.text, path.kind.table)
      }
    }
    let tables = model.tables.indices.filter { !model.tables[$0].isLink || chance(20) }
    let table = wanted ?? one(Array(tables))
    if outer == nil, wanted == nil {
      switch random.number(0...19) {
      case 0, 1:
        if let start = lookup(table) {
          let ways = model.relations(table).filter(\.isMany)
          if !ways.isEmpty {
            let way = one(ways)
            return ("\(start).\(way.name)", way.to)
          }
        }
      case 2:
        let inner = query(depth: 1, entityOnly: true, table: table)
        return ("(\(inner.text))", inner.table)
      case 3: return (name(table), table)
      case 5:
        let inner = condition(GeneratorScope(table: table), 1)
        return ("\(model.tables[table].name)[\(inner)]", table)
      case 4: if let start = lookup(table) { return (start, table) }
      default: break
      }
      return (model.tables[table].name, table)
    }
    return (outer == nil ? model.tables[table].name : name(table), table)
  }

  /// A `let` that stands for a table, where a row may hide its name.
  private mutating func name(_ table: Int) -> String {
    let name = "all_\(model.tables[table].name)"
    let statement = "let \(name) = \(model.tables[table].name)"
    if !prelude.contains(statement) { prelude.insert(statement, at: 0) }
    return name
  }

  private mutating func pairs(_ scope: inout GeneratorScope) -> String? {
    let tables = model.tables.indices.filter { !model.tables[$0].isLink }
    let table = one(Array(tables))
    let names = [fresh("a"), fresh("b")]
    scope.columns = names.map { Candidate(text: $0, kind: .entity(table)) }
    return "pairs \(model.tables[table].name) as \(names[0]), \(names[1])"
  }

  // MARK: Clauses

  private mutating func entityClause(_ scope: inout GeneratorScope, _ depth: Int) -> String {
    var inner = scope
    inner.hasWindows = false
    switch random.number(0...9) {
    case 0: return "sort by \(key(inner))\(one(["", " desc"]))"
    case 1: return "take \(amount(0...4))"
    case 2: return "top \(amount(0...3)) by \(key(inner))\(one(["", " asc"]))"
    case 3: return "skip 1"
    case 4:
      let name = fresh("w")
      return
        "add \(name) = row_number() over (\(key(inner)) sort by \(key(inner))) where \(name) = 1 drop \(name)"
    default: return "where \(condition(inner, depth > 1 ? 0 : 1))"
    }
  }

  /// What a clause sees: windows only where rows are.
  mutating func clause(_ scope: inout GeneratorScope, _ depth: Int) -> String? {
    var plain = scope
    plain.hasWindows = false
    switch random.number(0...31) {
    case 0...6: return "where \(condition(scope, 2))"
    case 7...9: return select(&scope)
    case 10...12: return add(&scope)
    case 13: return drop(&scope)
    case 14, 15: return each(&scope, plain)
    case 16: return follow(&scope, plain)
    case 17...19: return summarize(&scope, plain)
    case 20:
      if chance(40) {
        scope = GeneratorScope(columns: [Candidate(text: "count", kind: .int)])
        return "count"
      }
      let (text, columns) = grouping(plain)
      scope = GeneratorScope(columns: columns + [Candidate(text: "count", kind: .int)])
      return "count by \(text)"
    case 21, 22:
      return "sort by "
        + (0..<random.number(1...2)).map { _ in
          "\(key(scope))\(one(["", " desc", " asc"]))"
        }.joined(separator: ", ")
    case 23, 24:
      return
        "top \(amount(0...4))\(chance(40) ? " per \(key(plain))" : "") by \(value(one([.int, .decimal, .text, .date]), scope, 1))\(one(["", " asc", " desc"]))\(one(["", " with ties"]))"
    case 25: return one(["take \(amount(0...6))", "skip \(amount(0...3))"])
    case 26:
      // `count` alone would be the clause.
      let written = key(plain)
      return "distinct" + (chance(50) ? " \(written == "count" ? "(count)" : written)" : "")
    case 27, 28: return setWord(&scope)
    case 30, 31:
      let name = fresh("c")
      let kind = one([Kind.int, .decimal, .decimal, .text])
      let made = window(kind, scope, 1)
      scope.columns.append(Candidate(text: name, kind: kind))
      return "add \(name) = \(made)"
    default: return pivot(&scope, plain)
    }
  }

  private mutating func item(_ scope: GeneratorScope) -> (String, Candidate) {
    if chance(35) {
      let all = candidates(scope)
      // A path keeps its own name.
      if !all.isEmpty {
        let path = one(all)
        if path.link == nil || !path.isMany || chance(50) {
          return (path.text, Candidate(text: path.text, kind: path.kind, isMany: path.isMany))
        }
      }
    }
    let name = fresh("c")
    if chance(15), let path = many(scope, nil, 1) {
      return ("\(name) = \(path.text)", Candidate(text: name, kind: path.kind, isMany: true))
    }
    let kind = someKind()
    return ("\(name) = \(value(kind, scope, 2))", Candidate(text: name, kind: kind))
  }

  private mutating func select(_ scope: inout GeneratorScope) -> String {
    let items = (0..<random.number(1...4)).map { _ in item(scope) }
    var columns: [Candidate] = []
    var texts: [String] = []
    for (text, column) in items where !columns.contains(where: { $0.text == column.text }) {
      columns.append(column)
      texts.append(text)
    }
    let taken =
      scope.columns.map(\.text) + (scope.table.map { model.tables[$0].fields } ?? []).map(\.name)
    let all = chance(15) && !columns.contains { taken.contains($0.text) } ? "*, " : ""
    if !all.isEmpty {
      let fields = scope.table.map { model.tables[$0].fields } ?? []
      var kept = fields.filter { !scope.dropped.contains($0.name) }.map { field in
        scope.columns.first { $0.text == field.name }
          ?? Candidate(text: field.name, kind: field.kind, isMany: field.isList)
      }
      kept += scope.columns.filter { column in !kept.contains { $0.text == column.text } }
      columns = kept.filter { old in !columns.contains { $0.text == old.text } } + columns
    }
    scope = GeneratorScope(
      columns: columns, hasWindows: scope.hasWindows, hasPivot: !all.isEmpty && scope.hasPivot)
    return "select \(all)\(texts.joined(separator: ", "))"
  }

  private mutating func add(_ scope: inout GeneratorScope) -> String {
    var texts: [String] = []
    var columns = scope.columns
    for _ in 0..<random.number(1...2) {
      let kind = someKind()
      let plain = columns.filter { !$0.text.contains(".") }
      var name = fresh("c")
      if !plain.isEmpty, chance(15) { name = one(plain).text }
      if let table = scope.table, chance(8) { name = one(model.tables[table].fields).name }
      if texts.contains(where: { $0.hasPrefix(name + " ") }) { name = fresh("c") }
      if chance(15), let path = many(scope, nil, 1) {
        texts.append("\(name) = \(path.text)")
        place(Candidate(text: name, kind: path.kind, isMany: true), in: &columns)
        continue
      }
      texts.append("\(name) = \(value(kind, scope, 2))")
      place(Candidate(text: name, kind: kind), in: &columns)
    }
    scope.columns = columns
    return "add \(texts.joined(separator: ", "))"
  }

  /// In the place of the column of its name, or behind all.
  private func place(_ column: Candidate, in columns: inout [Candidate]) {
    if let old = columns.firstIndex(where: { $0.text == column.text }) {
      columns[old] = column
    } else {
      columns.append(column)
    }
  }

  private mutating func drop(_ scope: inout GeneratorScope) -> String? {
    if scope.columns.count > 1 {
      let gone = one(scope.columns).text
      scope.columns.removeAll { $0.text == gone }
      scope.names.removeAll { $0.text == gone }
      scope.dropped.insert(gone)
      return "drop \(gone)"
    }
    guard let table = scope.table else { return nil }
    let name = one(model.tables[table].fields).name
    scope.columns.removeAll { $0.text == name }
    scope.names.removeAll { $0.text == name }
    scope.dropped.insert(name)
    return "drop \(name)"
  }

  private mutating func each(_ scope: inout GeneratorScope, _ plain: GeneratorScope) -> String? {
    guard let path = many(plain, nil, 1) else { return nil }
    let name = fresh("x")
    scope.columns.append(Candidate(text: name, kind: path.kind))
    return "each \(one(["", "", "optional "]))\(path.text) as \(name)"
  }

  private mutating func follow(_ scope: inout GeneratorScope, _ plain: GeneratorScope) -> String? {
    let ways = candidates(plain).filter { $0.kind.table != nil }
    guard !ways.isEmpty else { return nil }
    let path = one(ways)
    let hops = path.repeats && chance(50) ? one(["{1,2}", "{2}", "{0,3}", "{1,}"]) : ""
    scope = GeneratorScope(
      table: path.kind.table, columns: [Candidate(text: "hops", kind: .int)],
      hasWindows: scope.hasWindows)
    return "follow \(path.text)\(hops)"
  }
}
