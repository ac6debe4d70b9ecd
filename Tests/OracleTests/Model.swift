// A network as plain tables, and the relations that the manual says follow from them.
// It must not ask the loader what it made of the same tables.

struct ModelField {
  var name: String
  /// For a reference, an entity.
  var kind: Kind
  var isList = false
  /// What the entities referred to call these rows; the table's name where nil.
  var inverse: String?

  var target: Int? { kind.table }
}

struct ModelTable {
  var name: String
  var singular: String
  var fields: [ModelField] = []
  var key: Int?
  var label: Int?
  var otherNames: [Int] = []
  /// The field that makes the table a taxonomy.
  var parent: Int?
  /// Rows that only tie two tables.
  var isLink = false
  /// What a tie of a table with itself is called.
  var tie: String?
  /// A cell is a list of values; none is missing.
  var rows: [[[Atom]]] = []

  func field(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// A named way from an entity to others.
struct ModelRelation {
  enum Way: Hashable {
    case reference(Int)
    case inverse(table: Int, field: Int)
    case across(link: Int, from: Int, to: Int)
    case tie(link: Int)
    case tieRows(link: Int)
    case tieEnds
    case children, ancestors, descendants, root
  }
  var name: String
  var way: Way
  var to: Int
  var isMany: Bool
  var link: Int?
}

struct Model {
  var tables: [ModelTable] = []
  /// By table; they do not depend on rows.
  private(set) var ways: [[ModelRelation]] = []

  mutating func settle() { ways = tables.indices.map { madeRelations($0) } }

  func relations(_ table: Int) -> [ModelRelation] { ways[table] }

  func key(_ entity: Entity) -> String {
    let table = tables[entity.table]
    switch table.key.flatMap({ table.rows[entity.row][$0].first }) {
    case .text(let text)?: return text
    case .int(let number)?: return String(number)
    default: return String(entity.row + 1)
    }
  }

  func displayName(_ entity: Entity) -> String? {
    let table = tables[entity.table]
    return table.label.flatMap { table.rows[entity.row][$0].first?.text }
  }

  func label(_ entity: Entity) -> String { displayName(entity) ?? key(entity) }

  func entities(_ table: Int) -> [Entity] {
    tables[table].rows.indices.map { Entity(table: table, row: $0) }
  }

  // MARK: Names

  /// Singular and plural are one name unless the name as written exists. Names of a model are in lower case.
  func find<T>(_ written: String, in items: [T], _ name: (T) -> String) -> Int? {
    let key = written.lowercased()
    for (place, item) in items.enumerated() where name(item) == key { return place }
    for (place, item) in items.enumerated() {
      let name = name(item)
      if name == key + "s" || name + "s" == key { return place }
    }
    return nil
  }

  func collection(_ name: String) -> Int? { find(name, in: tables) { $0.name } }

  private func madeRelations(_ table: Int) -> [ModelRelation] {
    var result: [ModelRelation] = []
    for (place, field) in tables[table].fields.enumerated() {
      guard let target = field.target else { continue }
      result.append(
        ModelRelation(name: field.name, way: .reference(place), to: target, isMany: false))
    }
    for (number, other) in tables.enumerated() {
      let ends = other.fields.indices.filter { other.fields[$0].target != nil }
      if let tie = other.tie {
        if number == table, let target = other.fields[ends[0]].target {
          result.append(
            ModelRelation(name: tables[target].name, way: .tieEnds, to: target, isMany: true))
        }
        let target = other.fields[ends[0]].target
        if target == table {
          result.append(
            ModelRelation(
              name: tie, way: .tie(link: number), to: table, isMany: true, link: number))
          result.append(
            ModelRelation(name: other.name, way: .tieRows(link: number), to: number, isMany: true))
        }
        continue
      }
      for end in ends where other.fields[end].target == table && other.parent != end {
        result.append(
          ModelRelation(
            name: other.fields[end].inverse ?? other.name,
            way: .inverse(table: number, field: end), to: number, isMany: true))
        guard other.isLink, let far = ends.first(where: { $0 != end }),
          let target = other.fields[far].target
        else { continue }
        result.append(
          ModelRelation(
            name: tables[target].name, way: .across(link: number, from: end, to: far), to: target,
            isMany: true, link: number))
      }
    }
    if tables[table].parent != nil {
      for (name, way) in [
        ("children", ModelRelation.Way.children), ("ancestors", .ancestors),
        ("descendants", .descendants), ("root", .root),
      ] {
        result.append(ModelRelation(name: name, way: way, to: table, isMany: way != .root))
      }
    }
    return result
  }

  func relation(_ name: String, of table: Int) -> ModelRelation? {
    let all = relations(table)
    return find(name, in: all) { $0.name }.map { all[$0] }
  }

  func field(_ name: String, of table: Int) -> Int? {
    find(name, in: tables[table].fields) { $0.name }
      .flatMap { tables[table].fields[$0].target == nil ? $0 : nil }
  }

  // MARK: Steps

  /// Where a relation leads from one entity, with the link row of each way; in no order.
  func step(_ relation: ModelRelation, from entity: Entity) -> [(to: Entity, link: Entity?)] {
    func refers(_ row: [[Atom]], _ field: Int, _ to: Entity) -> Bool {
      row[field].first?.entity == to
    }
    switch relation.way {
    case .reference(let field):
      return tables[entity.table].rows[entity.row][field].compactMap(\.entity).map { ($0, nil) }
    case .inverse(let table, let field):
      return entities(table).filter { refers(tables[table].rows[$0.row], field, entity) }
        .map { ($0, nil) }
    case .across(let link, let from, let to):
      return entities(link).compactMap { row in
        let cells = tables[link].rows[row.row]
        guard refers(cells, from, entity), let far = cells[to].first?.entity else { return nil }
        return (far, row)
      }
    case .tie(let link):
      var result: [(Entity, Entity?)] = []
      for row in entities(link) {
        let ends = tieEnds(row)
        guard ends.count == 2 else { continue }
        if ends[0] == entity { result.append((ends[1], row)) }
        if ends[1] == entity, ends[0] != ends[1] { result.append((ends[0], row)) }
      }
      return result
    case .tieRows(let link):
      return entities(link).filter { tieEnds($0).count == 2 && tieEnds($0).contains(entity) }
        .map { ($0, nil) }
    // A row without one of its ends ties nothing.
    case .tieEnds: return tieEnds(entity).count == 2 ? tieEnds(entity).map { ($0, nil) } : []
    case .children:
      return entities(entity.table).filter { parent($0) == entity }.map { ($0, nil) }
    case .ancestors: return ancestors(entity).map { ($0, nil) }
    case .descendants:
      return entities(entity.table).filter { ancestors($0).contains(entity) }.map { ($0, nil) }
    case .root: return [(ancestors(entity).last ?? entity, nil)]
    }
  }

  private func tieEnds(_ row: Entity) -> [Entity] {
    let table = tables[row.table]
    return table.fields.indices.filter { table.fields[$0].target != nil }
      .compactMap { table.rows[row.row][$0].first?.entity }
  }

  func parent(_ entity: Entity) -> Entity? {
    tables[entity.table].parent.flatMap { tables[entity.table].rows[entity.row][$0].first?.entity }
  }

  func ancestors(_ entity: Entity) -> [Entity] {
    var result: [Entity] = []
    var next = parent(entity)
    while let concept = next {
      result.append(concept)
      next = parent(concept)
    }
    return result
  }
}
