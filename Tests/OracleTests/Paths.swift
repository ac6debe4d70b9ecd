// Paths: names, steps along fields and relations, conditions in brackets, hop ranges.

import HoraSyntax

/// A path while it is walked.
struct Walk {
  var value: Value
  /// How many steps lead to the last many-valued one.
  var manySteps = 0
  /// The relation stepped along last, and from where: what a hop range repeats.
  var last: (from: Value, relation: ModelRelation)?
}

extension Evaluator {
  func path(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
    try walk(node, scopes, limit: nil).value
  }

  /// A path, or its first steps.
  func walk(_ node: NodeID, _ scopes: [Frame], limit: Int?) throws -> Walk {
    guard tree.kind(of: node) == .postfixExpression else {
      return Walk(value: try value(node, scopes))
    }
    let children = tree.soundChildren(of: node)
    let steps = Array(children.dropFirst().prefix(limit ?? children.count))
    var taken = 0
    var walk = try start(children[0], steps, scopes, &taken)
    for place in steps.indices where place >= taken {
      let step = steps[place]
      let before = walk.value
      switch tree.kind(of: step) {
      case .memberStep:
        let name = tree.nameText(of: step)
        walk.value = try member(name, of: before)
        if multiplies(name, before) { walk.manySteps = place + 1 }
        walk.last = before.kind.table.flatMap { model.relation(name, of: $0) }.map { (before, $0) }
      case .filterStep:
        walk.value = try filtered(before, tree.soundChildren(of: step)[0], scopes)
        if walk.manySteps == place { walk.manySteps = place + 1 }
      case .hopStep:
        guard let last = walk.last ?? relationOfName(children[0], steps, place, scopes) else {
          throw Unsupported(what: "hops of no relation")
        }
        walk.value = reached(last.from, last.relation, hops(step)).value
        walk.manySteps = place + 1
      default: throw Unsupported(what: "step")
      }
    }
    return walk
  }

  func hops(_ step: NodeID) -> ClosedRange<Int> {
    guard let range = tree.hopRange(of: step) else { return 1...1 }
    return range.least...(range.most ?? Int.max)
  }

  /// A relation of the row by its bare name, before any step: `partners{1,2}`.
  func relationOfName(
    _ primary: NodeID, _ steps: [NodeID], _ place: Int, _ scopes: [Frame]
  ) -> (from: Value, relation: ModelRelation)? {
    guard place == 0, tree.kind(of: primary) == .nameReference,
      let row = scopes.last(where: \.isRow), let entity = row.entity,
      let table = row.columns[entity].kind.table,
      let relation = model.relation(tree.nameText(of: primary), of: table)
    else { return nil }
    return (row.values[entity], relation)
  }

  private func multiplies(_ name: String, _ before: Value) -> Bool {
    guard let table = before.kind.table else { return false }
    if let field = model.field(name, of: table) { return model.tables[table].fields[field].isList }
    if let relation = model.relation(name, of: table) { return relation.isMany }
    // A column of the link rows is one step with the relation they tie.
    return before.linkTable.flatMap { link in
      model.field(name, of: link).map { model.tables[link].fields[$0].isList }
    } ?? false
  }

  // MARK: Beginnings

  private func start(
    _ primary: NodeID, _ steps: [NodeID], _ scopes: [Frame], _ taken: inout Int
  ) throws -> Walk {
    if tree.kind(of: primary) == .parenthesized, let step = steps.first,
      tree.kind(of: step) == .memberStep, isQueryNode(unbracketed(primary))
    {
      let rows = try alone { try self.rows(unbracketed(primary), scopes) }
      if let column = rows.column(tree.nameText(of: step)) {
        taken = 1
        return Walk(value: values(of: rows, column), manySteps: 1)
      }
    }
    guard tree.kind(of: primary) == .nameReference else {
      return Walk(value: try value(primary, scopes))
    }
    let name = tree.nameText(of: primary)
    if let step = steps.first, tree.kind(of: step) == .callStep {
      let isWindow = steps.count > 1 && tree.kind(of: steps[1]) == .overStep
      taken = isWindow ? 2 : 1
      let value =
        isWindow
        ? try self.window(name, step, steps[1], scopes) : try call(name, step, scopes)
      return Walk(value: value, manySteps: value.isMany ? 1 : 0)
    }
    if let column = dotted(name, steps, scopes, &taken) {
      return Walk(value: column, manySteps: column.isMany ? taken : 0)
    }
    if let step = steps.first, tree.kind(of: step) == .filterStep,
      meanings[name.lowercased()] == nil,
      let table = model.collection(name), let key = try lookupText(tree.soundChildren(of: step)[0])
    {
      taken = 1
      return Walk(value: Value(.entity(table), .entity(try lookup(key, table))))
    }
    return Walk(value: try named(name, scopes))
  }

  private func lookupText(_ node: NodeID) throws -> String? {
    let found: Value
    switch tree.kind(of: node) {
    case .textLiteral, .integerLiteral, .parameterReference: found = try value(node, [])
    case .nameReference:
      guard case .value(let value, false)? = meanings[tree.nameText(of: node).lowercased()] else {
        return nil
      }
      found = value
    default: return nil
    }
    switch found.only {
    case .text(let text)?: return text
    case .int(let number)?: return String(number)
    default: return nil
    }
  }

  /// A column keeps the path it was made from as its name.
  private func dotted(
    _ name: String, _ steps: [NodeID], _ scopes: [Frame], _ taken: inout Int
  ) -> Value? {
    for frame in scopes.reversed() where frame.isRow {
      var written = name.lowercased()
      var found: (Int, Int)?
      for (place, step) in steps.enumerated() {
        guard tree.kind(of: step) == .memberStep else { break }
        written += "." + tree.nameText(of: step).lowercased()
        if let column = frame.columns.lastIndex(where: {
          !$0.isPivoted && $0.name?.lowercased() == written
        }) {
          found = (column, place + 1)
        }
      }
      if let found {
        taken = found.1
        return frame.values[found.0].asColumn
      }
    }
    return nil
  }

  // MARK: Names

  func named(_ name: String, _ scopes: [Frame]) throws -> Value {
    let key = name.lowercased()
    for frame in scopes.reversed() {
      if let argument = frame.arguments[key] {
        return try value(argument.node, argument.scopes)
      }
      if let column = frame.columns.lastIndex(where: {
        !$0.isPivoted && $0.name?.lowercased() == key
      }) {
        return frame.values[column].asColumn
      }
      if let entity = frame.entity, has(name, frame.columns[entity].kind) {
        return try member(name, of: frame.values[entity])
      }
      if let link = frame.link, has(name, link.kind) { return try member(name, of: link) }
      if let named = frame.names.last(where: { $0.name.lowercased() == key }) {
        return frame.values[named.column].asColumn
      }
    }
    switch meanings[key] {
    case .rows(let rows)?:
      guard let column = rows.entity ?? (rows.columns.count == 1 ? 0 : nil) else {
        throw Unsupported(what: "several columns")
      }
      return values(of: rows, column)
    case .value(let value, _)?: return value
    case .definition?: throw Unsupported(what: "definition without call")
    case nil: break
    }
    guard let table = model.collection(name) else { throw Unsupported(what: "name \(name)") }
    return Value(.entity(table), many: model.entities(table).map { .entity($0) })
  }

  func has(_ name: String, _ kind: Kind) -> Bool {
    guard let table = kind.table else { return false }
    return model.field(name, of: table) != nil || model.relation(name, of: table) != nil
      || isLevel(name, table)
  }

  private func isLevel(_ name: String, _ table: Int) -> Bool {
    name.lowercased() == "level" && model.tables[table].parent != nil
  }

  func it(_ scopes: [Frame]) throws -> Value {
    guard let frame = scopes.last(where: \.isRow),
      let column = frame.entity ?? (frame.columns.count == 1 ? 0 : nil)
    else { throw Unsupported(what: "it") }
    return frame.values[column].asColumn
  }

  // MARK: Steps

  /// A field or relation of entities, or a column of the link rows they were reached by.
  func member(_ name: String, of base: Value) throws -> Value {
    guard let table = base.kind.table else { throw Unsupported(what: "part of a value") }
    if let place = model.field(name, of: table) {
      let field = model.tables[table].fields[place]
      var result = Value(field.kind, many: [])
      result.isMany = base.isMany || field.isList
      result.origin = origin(base)
      for entity in base.atoms.compactMap(\.entity) {
        for (item, atom) in model.tables[table].rows[entity.row][place].enumerated() {
          result.atoms.append(atom)
          result.sources.append(.of(entity, item: field.isList ? item : -1))
        }
      }
      return result
    }
    if let relation = model.relation(name, of: table) { return stepped(base, relation) }
    if isLevel(name, table) {
      var result = Value(.int, many: [])
      result.isMany = base.isMany
      result.origin = origin(base)
      for entity in base.atoms.compactMap(\.entity) {
        result.atoms.append(.int(Int64(model.ancestors(entity).count + 1)))
        result.sources.append(.of(entity))
      }
      return result
    }
    guard let links = base.links, let linkTable = base.linkTable else {
      throw Unsupported(what: "member \(name)")
    }
    return try member(name, of: linkRows(links, linkTable, origin(base)))
  }

  /// Link rows in their own order, each once.
  func linkRows(_ links: [Value.Link], _ table: Int, _ origin: Source) -> Value {
    var different: [Entity] = []
    for link in links where !different.contains(link.row) { different.append(link.row) }
    different = model.sorted(different) { $0.row - $1.row }
    var rows = Value(.entity(table), many: different.map { .entity($0) })
    rows.origin = origin
    return rows
  }

  private func origin(_ base: Value) -> Source {
    base.isMany ? base.origin : base.only?.entity.map { .of($0) } ?? .nowhere
  }

  /// Related entities, each once, in the order of their own collection.
  private func stepped(_ base: Value, _ relation: ModelRelation) -> Value {
    var found: [Entity] = []
    var links: [Value.Link] = []
    for entity in base.atoms.compactMap(\.entity) {
      for (to, row) in model.step(relation, from: entity) {
        if !found.contains(to) { found.append(to) }
        if let row, !links.contains(where: { $0.element == to && $0.row == row }) {
          links.append(Value.Link(element: to, row: row))
        }
      }
    }
    found = model.sorted(found) { $0.row - $1.row }
    let isMany = base.isMany || relation.isMany
    var result = Value(
      .entity(relation.to), many: found.map { .entity($0) },
      found.map { isMany ? .of($0) : base.atoms.first?.entity.map { .of($0) } ?? .of($0) })
    result.isMany = isMany
    result.origin = origin(base)
    if let link = relation.link {
      result.links = model.sorted(links) {
        $0.element.row == $1.element.row
          ? $0.row.row - $1.row.row : $0.element.row - $1.element.row
      }
      result.linkTable = link
    }
    return result
  }

  /// Elements of which a condition is true: of the element and the link row it was reached by.
  func filtered(_ base: Value, _ condition: NodeID, _ scopes: [Frame]) throws -> Value {
    func holds(_ element: Atom?, _ source: Source, _ link: Entity?) throws -> Bool {
      let row = base.linkTable.map { table in
        Value(.entity(table), link.map { .entity($0) }, link.map { .of($0) } ?? .none)
      }
      let frame = Frame.element(Value(base.kind, element, source), link: row)
      return try value(condition, scopes + [frame]).isTrue
    }
    _ = try holds(nil, .none, nil)
    var result = base
    result.atoms = []
    result.sources = []
    result.links = try base.links?.filter { link in
      try holds(.entity(link.element), .of(link.element), link.row)
    }
    for (atom, source) in zip(base.atoms, base.sources) {
      let keeps: Bool
      if let links = result.links {
        keeps = links.contains { .entity($0.element) == atom }
      } else {
        keeps = try holds(atom, kindSource(atom, source), nil)
      }
      if keeps {
        result.atoms.append(atom)
        result.sources.append(source)
      }
    }
    return result
  }

  private func kindSource(_ atom: Atom, _ source: Source) -> Source {
    atom.entity.map { .of($0) } ?? source
  }

  /// Everything whose shortest way from a start has so many hops, and the least of these numbers.
  func reached(
    _ base: Value, _ relation: ModelRelation, _ hops: ClosedRange<Int>
  ) -> (value: Value, hops: [Int]) {
    var least: [Entity: Int] = [:]
    for start in base.atoms.compactMap(\.entity) {
      var distance = [start: 0]
      var queue = [start]
      while !queue.isEmpty {
        let next = queue.removeFirst()
        for (to, _) in model.step(relation, from: next) where distance[to] == nil {
          distance[to] = (distance[next] ?? 0) + 1
          queue.append(to)
        }
      }
      for (entity, count) in distance where hops.contains(count) {
        least[entity] = min(least[entity] ?? count, count)
      }
    }
    let found = model.sorted(Array(least.keys)) { $0.row - $1.row }
    var result = Value(
      .entity(relation.to), many: found.map { .entity($0) }, found.map { .of($0) })
    result.origin = origin(base)
    return (result, found.map { least[$0] ?? 0 })
  }
}
