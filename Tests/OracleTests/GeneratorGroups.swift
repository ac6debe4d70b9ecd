// Draws clauses that make other rows: groups, sets, pivots.

extension Generator {
  mutating func grouping(_ scope: GeneratorScope) -> (String, [Candidate]) {
    var texts: [String] = []
    var columns: [Candidate] = []
    for _ in 0..<random.number(1...2) {
      let all = candidates(scope)
      if !all.isEmpty, chance(60) {
        let path = one(all)
        if columns.contains(where: { $0.text == path.text }) { continue }
        texts.append(path.text)
        columns.append(Candidate(text: path.text, kind: path.kind))
      } else {
        let name = fresh("k")
        let kind = one([Kind.int, .text, .bool, .date])
        texts.append("\(name) = \(value(kind, scope, 1))")
        columns.append(Candidate(text: name, kind: kind))
      }
    }
    return (texts.joined(separator: ", "), columns)
  }

  mutating func summarize(
    _ scope: inout GeneratorScope, _ plain: GeneratorScope
  ) -> String {
    var columns: [Candidate] = []
    var texts: [String] = []
    for _ in 0..<random.number(1...3) {
      let name = fresh("s")
      let (text, kind) = groupAggregate(plain)
      texts.append("\(name) = \(text)")
      columns.append(Candidate(text: name, kind: kind))
    }
    guard chance(80) else {
      scope = GeneratorScope(columns: columns, hasWindows: scope.hasWindows)
      return "summarize \(texts.joined(separator: ", "))"
    }
    let (keys, keyColumns) = grouping(plain)
    scope = GeneratorScope(columns: keyColumns + columns, hasWindows: scope.hasWindows)
    return "summarize \(texts.joined(separator: ", ")) by \(keys)"
  }

  mutating func groupAggregate(_ scope: GeneratorScope) -> (String, Kind) {
    func argument(_ kind: Kind) -> String {
      chance(40) ? manyValues(scope, kind, 1) ?? value(kind, scope, 1) : value(kind, scope, 1)
    }
    switch random.number(0...9) {
    case 0: return ("count()", .int)
    case 1:
      // What counting a list of bools means the manual does not say.
      let all = candidates(scope).filter { !($0.isMany && $0.kind == .bool) }
      return all.isEmpty ? ("count()", .int) : ("count(\(one(all).text))", .int)
    case 2:
      if let table = scope.table, chance(40) {
        return ("count(it[\(condition(element(table, nil, scope), 1))])", .int)
      }
      return ("count(\(condition(scope, 1)))", .int)
    case 3: return ("sum(\(argument(.int)))", .int)
    case 4: return ("sum(\(argument(.decimal)))", .decimal)
    case 5:
      return (
        "\(one(["avg", "median", "stddev"]))(\(argument(one([.int, .decimal]))))", .decimal
      )
    case 6:
      return ("percentile(\(argument(.int)), \(one(["10", "50", "90"])))", .decimal)
    case 7:
      let kind = one([Kind.int, .text, .date, .decimal])
      return ("\(one(["min", "max", "first", "last"]))(\(argument(kind)))", kind)
    case 8: return ("sum(\(argument(.int))) + count()", .int)
    default: return ("avg(\(argument(.decimal))) / count()", .decimal)
    }
  }

  mutating func setWord(_ scope: inout GeneratorScope) -> String? {
    let word = one(["union", "intersect", "minus"])
    guard let table = scope.table else { return plainRows(scope).map { "\(word) (\($0))" } }
    if chance(30), let start = lookup(table) {
      let ways = model.relations(table).filter { $0.to == table && $0.isMany }
      if !ways.isEmpty { return "\(word) \(start).\(one(ways).name)" }
    }
    let inner = query(depth: 1, entityOnly: true, table: table)
    return "\(word) (\(inner.text))"
  }

  /// A query with the columns of plain rows.
  mutating func plainRows(_ scope: GeneratorScope) -> String? {
    guard !scope.columns.isEmpty, !scope.hasPivot else { return nil }
    let inner = query(depth: 1, entityOnly: true)
    let row = GeneratorScope(table: inner.table)
    var items: [String] = []
    for column in scope.columns {
      if column.isMany {
        guard let path = many(row, column.kind, 0) else { return nil }
        items.append("\(fresh("c")) = \(path.text)")
      } else {
        items.append("\(fresh("c")) = \(value(column.kind, row, 1))")
      }
    }
    return "\(inner.text) select \(items.joined(separator: ", "))"
  }

  mutating func pivot(_ scope: inout GeneratorScope, _ plain: GeneratorScope) -> String? {
    let (keys, columns) = grouping(plain)
    guard columns.count > 1 else { return nil }
    let name = fresh("n")
    scope = GeneratorScope(
      columns: [Candidate(text: columns[0].text, kind: columns[0].kind)], hasPivot: true)
    return "summarize \(name) = count() by \(keys) pivot \(name) by \(columns[1].text)"
  }
}
