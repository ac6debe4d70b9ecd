// Steps of paths: fields, relations, columns of link rows, conditions in brackets, hop ranges.

import HoraSyntax

extension Evaluator {
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
