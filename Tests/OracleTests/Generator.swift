// Draws well-typed programs over a model: what is in scope, and literals. It knows types and how many
// values there are, so that the checker has nothing to reject.

/// Something that can be written where a row is in scope.
struct Candidate {
  var text: String
  var kind: Kind
  var isMany = false
  /// The link table whose columns can stand right behind.
  var link: Int?
  /// A relation to the same table, so that a hop range can follow.
  var repeats = false
}

/// What the row at hand has.
struct GeneratorScope {
  /// The table of the row itself.
  var table: Int?
  var columns: [Candidate] = []
  /// Names given with `as`, and columns of rows further out.
  var names: [Candidate] = []
  /// The table of the link row, inside the brackets of a path.
  var link: Int?
  var hasWindows = false
  var hasPivot = false
  /// Fields that are no longer shown.
  var dropped: Set<String> = []
  /// A row is a plain value: only `it`.
  var element: Kind?

  /// What can still be seen from inside brackets.
  var outward: [Candidate] { names + columns }
}

struct Generator {
  var random: Random
  let model: Model
  /// Statements before the query: definitions and names.
  var prelude: [String] = []
  var counter = 0

  init(_ model: Model, seed: UInt64) {
    self.model = model
    random = Random(seed)
  }

  mutating func fresh(_ stem: String) -> String {
    counter += 1
    return "\(stem)\(counter)"
  }

  mutating func one<T>(_ items: [T]) -> T { random.one(items) }
  mutating func chance(_ percent: Int) -> Bool { random.happens(percent) }

  /// Draws a form, weights being how often each stands in the list.
  mutating func program() -> String {
    prelude = []
    let body: String
    if chance(8) {
      let scope = GeneratorScope()
      body = one([
        "count(\(query(depth: 1, entityOnly: true, table: one(Array(model.tables.indices))).text))",
        int(scope, 2), decimal(scope, 2),
        text(scope, 2),
      ])
    } else {
      body = query(depth: 0).text
    }
    return (prelude + [body]).joined(separator: "\n")
  }

  // MARK: Candidates

  private func members(of table: Int, _ prefix: String) -> [Candidate] {
    var result: [Candidate] = []
    for field in model.tables[table].fields where field.target == nil {
      result.append(
        Candidate(text: prefix + field.name, kind: field.kind, isMany: field.isList))
    }
    for relation in model.relations(table) {
      result.append(
        Candidate(
          text: prefix + relation.name, kind: .entity(relation.to), isMany: relation.isMany,
          link: relation.link, repeats: relation.to == table))
    }
    if model.tables[table].parent != nil {
      result.append(Candidate(text: prefix + "level", kind: .int))
    }
    return result
  }

  /// Everything one or two steps away.
  func candidates(_ scope: GeneratorScope) -> [Candidate] {
    var result: [Candidate] = []
    if let table = scope.table {
      // A column hides the field of its name.
      result += members(of: table, "").filter { field in
        !scope.columns.contains { $0.text == field.text }
      }
    }
    if let element = scope.element { result.append(Candidate(text: "it", kind: element)) }
    if let link = scope.link {
      let own = scope.table.map { members(of: $0, "").map(\.text) } ?? []
      for field in model.tables[link].fields
      where field.target == nil && !own.contains(field.name) {
        result.append(Candidate(text: field.name, kind: field.kind))
      }
    }
    // A field or relation of the row hides what is further out.
    let outer = scope.names.filter { name in
      ![scope.table, scope.link].compactMap { $0 }.contains { table in
        let first = String(name.text.prefix { $0 != "." })
        return model.field(first, of: table) != nil || model.relation(first, of: table) != nil
      }
    }
    for column in scope.columns + outer {
      result.append(column)
      guard let table = column.kind.table, !column.isMany else { continue }
      result += members(of: table, column.text + ".")
    }
    for way in result where way.kind.table != nil {
      guard let table = way.kind.table else { continue }
      result += members(of: table, way.text + ".").map { next in
        Candidate(
          text: next.text, kind: next.kind, isMany: way.isMany || next.isMany, link: next.link,
          repeats: next.repeats)
      }
      // Columns of the link rows.
      if let link = way.link {
        let own = members(of: table, "").map(\.text)
        for field in model.tables[link].fields
        where field.target == nil && !own.contains(field.name) {
          result.append(
            Candidate(text: "\(way.text).\(field.name)", kind: field.kind, isMany: true))
        }
      }
    }
    return result
  }

  mutating func single(_ scope: GeneratorScope, _ kind: Kind) -> String? {
    let all = candidates(scope).filter { $0.kind == kind && !$0.isMany }
    return all.isEmpty ? nil : one(all).text
  }

  /// A name with its first letter changed in case, or in the other number, now and then.
  private mutating func varied(_ text: String, _ scope: GeneratorScope) -> String {
    if chance(4) { return text.uppercased() }
    guard chance(6), ["projects", "partners", "tags"].contains(text) else { return text }
    // A column has one name only.
    let isColumn = scope.table == nil || scope.columns.contains { $0.text == text }
    return isColumn ? text : String(text.dropLast())
  }

  /// A path with many values, of a kind if one is wanted.
  mutating func many(_ scope: GeneratorScope, _ kind: Kind?, _ depth: Int) -> Candidate? {
    if kind == .text, chance(12) {
      return Candidate(
        text: "split(\(text(scope, 1)), \(one(["\" \"", "\"-\"", "\"a\"", "\"\""])))", kind: .text,
        isMany: true)
    }
    let all = candidates(scope).filter { $0.isMany && (kind == nil || $0.kind == kind) }
    guard !all.isEmpty else { return nil }
    var path = one(all)
    path.text = varied(path.text, scope)
    guard let table = path.kind.table else { return path }
    if path.repeats, chance(25) {
      path.text += one(["{1,2}", "{2}", "{1,}", "{0,2}", "{1,3}", "{0,}", "{2,3}"])
      path.link = nil
    }
    if depth > 0, chance(35) {
      path.text += "[\(condition(element(table, path.link, scope), depth - 1))]"
    }
    return path
  }

  func element(_ table: Int, _ link: Int?, _ scope: GeneratorScope) -> GeneratorScope {
    GeneratorScope(table: table, names: scope.outward, link: link)
  }

  /// Many values of a plain kind: a path to a field of many entities.
  mutating func manyValues(_ scope: GeneratorScope, _ kind: Kind, _ depth: Int) -> String? {
    if depth > 0, chance(50), let way = many(scope, nil, depth), let table = way.kind.table {
      let own = model.tables[table].fields
      var fields = own.filter { $0.kind == kind && $0.target == nil }
      if let link = way.link, chance(50) {
        let columns = model.tables[link].fields.filter { column in
          column.kind == kind && column.target == nil && !own.contains { $0.name == column.name }
            && model.relation(column.name, of: table) == nil
        }
        if !columns.isEmpty { fields = columns }
      }
      if !fields.isEmpty { return "\(way.text).\(one(fields).name)" }
    }
    return many(scope, kind, depth)?.text
  }

  // MARK: Literals

  func quoted(_ text: String) -> String { "\"\(text)\"" }

  mutating func textLiteral() -> String {
    quoted(one(chance(50) ? RandomNetwork.words : RandomNetwork.names))
  }

  mutating func intLiteral() -> String {
    let number = one(chance(85) ? RandomNetwork.smallInts : RandomNetwork.ints)
    return number < 0 ? "(\(number == .min ? "-9223372036854775807" : "\(number)"))" : "\(number)"
  }

  mutating func decimalLiteral() -> String { one(["0.5", "1.25", "2.0", "10.5", "1e3", "0.0"]) }

  mutating func dateLiteral() -> String { one(RandomNetwork.days) }

  /// What can stand right of a comparison with a date.
  mutating func dateOrInterval() -> String {
    one([dateLiteral(), "2015-12", "2015-Q4", "2015", "2012", "2016-Q1", quoted(dateLiteral())])
  }

  /// A count: a number, or now and then a parameter or `let`.
  mutating func amount(_ range: ClosedRange<Int>) -> String {
    let number = random.number(range)
    switch random.number(0...19) {
    case 0:
      let name = fresh("p")
      prelude.append("param \(name): int = \(number)")
      return "$\(name)"
    case 1:
      let name = fresh("n")
      prelude.append("let \(name) = \(number)")
      return name
    default: return "\(number)"
    }
  }

  mutating func duration() -> String { one(["90d", "1mo", "6mo", "1y", "2w", "1d", "11mo", "4y"]) }

  /// A text that may name an entity of a table.
  mutating func entityName(_ table: Int) -> String {
    let rows = model.entities(table)
    guard !rows.isEmpty, chance(85) else { return textLiteral() }
    let entity = one(rows)
    let text = chance(60) ? model.label(entity) : model.key(entity)
    return quoted(chance(20) ? Letters.searchForm(text) : text)
  }

  /// `members["…"]`, usually one that exists.
  mutating func lookup(_ table: Int) -> String? {
    let rows = model.entities(table)
    guard !rows.isEmpty else { return nil }
    let entity = one(rows)
    let key = model.key(entity)
    if model.tables[table].key.map({ model.tables[table].fields[$0].kind }) == .int, chance(70) {
      return "\(model.tables[table].name)[\(key)]"
    }
    return "\(model.tables[table].name)[\(chance(80) ? quoted(key) : entityName(table))]"
  }
}
