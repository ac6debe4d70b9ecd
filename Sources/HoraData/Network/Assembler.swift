// Comes in: tables with keys and references. Goes out: the schema and data of a network, but for what is
// derived from texts and paths (see DerivedPaths). It must not guess: Inference did that.

import HoraEngine

struct Assembler {
  let tables: [TableDraft]
  let threads: Int
  var schema = Schema()
  var data: [RelationData] = []
  var wishes: [NameWish] = []
  var namer: Namer
  /// The field of each table's column.
  var fieldOf: [[Int]] = []
  /// Level columns of taxonomies, by table.
  private var levels: [Int: [Int64]] = [:]
  private var isForest: [Int: Bool] = [:]

  init(_ tables: [TableDraft], threads: Int) {
    self.tables = tables
    self.threads = threads
    namer = Namer(tables)
  }

  mutating func assemble() {
    for (number, table) in tables.enumerated() { addCollection(table, number) }
    for (number, table) in tables.enumerated() {
      for column in table.columns.indices where table.reference(of: column) == nil {
        _ = namer.names[number].take(table.columns[column].name, for: "a column")
      }
      for (name, _) in table.spec?.derived ?? [] {
        if !namer.names[number].take(name, for: "a path") {
          table.faults.add(
            .nameClash, text: "\(table.name).\(name)",
            done: "the path's name is taken; it is left out")
        }
      }
    }
    for (number, table) in tables.enumerated() where !table.isHidden {
      for reference in table.references.indices { addReference(number, reference) }
      if table.parentList != nil { addParentList(number) }
    }
    for (number, table) in tables.enumerated() where !table.isHidden {
      if let tie = table.tie { addTie(number, tie) } else if table.isLink { addLinks(number) }
    }
    namer.settle(wishes, &schema)
    for number in tables.indices { finishFields(number) }
  }

  // MARK: Collections

  private mutating func addCollection(_ table: TableDraft, _ number: Int) {
    var collection = Collection(name: table.name, singular: table.singular)
    collection.aliases = table.aliases
    collection.isHidden = table.isHidden
    collection.isLink = table.tie != nil || table.isLink
    collection.key = table.key
    for column in table.columns {
      let content: Field.Content = column.isList ? .list(column.type) : .value(column.type)
      var field = Field(name: column.name, content: content)
      if let spec = column.spec {
        field.unit = spec.unit
        field.currency = spec.currency
        field.categories = spec.categories
        field.closed = spec.isClosed
      }
      collection.fields.append(field)
    }
    func display(_ name: String) -> Int? {
      table.columns.firstIndex { $0.name.lowercased() == name && $0.type == .text && !$0.isList }
    }
    collection.label =
      table.spec?.label.flatMap { table.column(named: $0) }
      ?? display("name") ?? display("title") ?? display("label") ?? display("acronym")
    collection.otherNames = (table.spec?.names ?? []).compactMap { table.column(named: $0) }
    schema.collections.append(collection)
  }

  mutating func addPair(
    _ first: Relation, _ firstData: RelationData, _ second: Relation, _ secondData: RelationData
  ) -> (RelationID, RelationID) {
    let id = schema.relations.count
    var (first, second) = (first, second)
    first.inverse = id + 1
    second.inverse = id
    schema.relations += [first, second]
    data += [firstData, secondData]
    return (id, id + 1)
  }

  // MARK: References

  private mutating func addReference(_ number: Int, _ place: Int) {
    let table = tables[number]
    let reference = table.references[place]
    let target = tables[reference.target]
    if reference.isParent {
      addTaxonomy(number, place)
      return
    }
    let isKey = reference.column == table.key
    let inverted = Pairs.invert(reference.rows, count: target.rowCount)
    let shape: RelationData.Shape
    if isKey, table.columns[reference.column].values.isUnique || isOne(inverted) {
      shape = .one(single(inverted))
    } else {
      shape = .many(inverted)
    }
    let isMany: Bool
    if case .one = shape { isMany = false } else { isMany = true }
    let (here, there) = addPair(
      Relation(
        name: reference.name, kind: .reference, from: number, to: reference.target, inverse: 0,
        isMany: false),
      RelationData(shape: .one(reference.rows)),
      Relation(
        name: reference.inverseName ?? table.name, kind: .inverse, from: reference.target,
        to: number, inverse: 0, isMany: isMany),
      RelationData(shape: shape))
    schema.collections[number].fields[reference.column].content = .reference(here)
    let column = table.columns[reference.column].name
    // The column is in the file, so its names go first.
    wishes.append(
      NameWish(
        relation: here, name: reference.name, rank: .declared, fallback: column,
        aliases: reference.name == column ? [] : [column],
        // Of `rcn` it is `project`; `mentor` of a member is no `member`, which would hide the collection.
        lastAlias: reference.target == number || target.isCalled(reference.name)
          ? nil : target.singular,
        table: number))
    wishes.append(
      NameWish(
        relation: there, name: reference.inverseName ?? table.name,
        rank: reference.inverseName == nil ? .inverse : .declared,
        fallback: "\(table.name)_as_\(reference.name)", table: number))
  }

  private func isOne(_ adjacency: Adjacency) -> Bool {
    for row in 0..<(adjacency.offsets.count - 1)
    where adjacency.offsets[row + 1] - adjacency.offsets[row] > 1 {
      return false
    }
    return true
  }

  private func single(_ adjacency: Adjacency) -> [Int32] {
    (0..<(adjacency.offsets.count - 1)).map { row in
      adjacency.offsets[row] < adjacency.offsets[row + 1]
        ? adjacency.targets[Int(adjacency.offsets[row])] : -1
    }
  }

  // MARK: Taxonomies

  private mutating func addTaxonomy(_ number: Int, _ place: Int) {
    let table = tables[number]
    let reference = table.references[place]
    let builder = TaxonomyBuilder(single: reference.rows)
    report(builder, table, column: reference.column)
    let rows = builder.single
    let (parent, children) = addPair(
      Relation(
        name: "parent", kind: .taxonomy, from: number, to: number, inverse: 0, isMany: false),
      RelationData(shape: .one(rows)),
      Relation(
        name: "children", kind: .taxonomy, from: number, to: number, inverse: 0, isMany: true),
      RelationData(shape: .many(Pairs.invert(rows, count: table.rowCount))))
    schema.collections[number].fields[reference.column].content = .reference(parent)
    let column = table.columns[reference.column].name
    wishes.append(
      NameWish(
        relation: parent, name: table.columns[reference.column].spec?.relationName ?? "parent",
        rank: .declared, fallback: column, aliases: column == "parent" ? [] : [column],
        table: number))
    wishes.append(
      NameWish(
        relation: children, name: reference.inverseName ?? "children",
        rank: reference.inverseName == nil ? .taxonomy : .declared, table: number))
    addClosure(number, builder, parent: parent, children: children)
  }

  private mutating func addParentList(_ number: Int) {
    let table = tables[number]
    guard let column = table.parentList, let key = table.key,
      case .list(let offsets, let elements) = table.columns[column].content
    else { return }
    let rows = KeyIndex(table.columns[key].values).resolve(elements, absent: -2)
    var adjacency = Adjacency(offsets: [0], targets: [])
    for row in 0..<table.rowCount {
      for place in Int(offsets[row])..<Int(offsets[row + 1]) {
        if rows[place] >= 0 {
          adjacency.targets.append(rows[place])
        } else {
          table.faults.add(
            .unresolvedReference, line: table.lines[row], column: table.columns[column].name,
            text: elements.cellText(place), done: "the parent is left out")
        }
      }
      adjacency.offsets.append(UInt32(truncatingIfNeeded: adjacency.targets.count))
    }
    let builder = TaxonomyBuilder(many: adjacency)
    report(builder, table, column: column)
    let up = builder.many
    let (parents, children) = addPair(
      Relation(
        name: "parents", kind: .taxonomy, from: number, to: number, inverse: 0, isMany: true),
      RelationData(shape: .many(up)),
      Relation(
        name: "children", kind: .taxonomy, from: number, to: number, inverse: 0, isMany: true),
      RelationData(shape: .many(Pairs.transpose(up, count: table.rowCount))))
    wishes.append(NameWish(relation: parents, name: "parents", rank: .taxonomy, table: number))
    wishes.append(NameWish(relation: children, name: "children", rank: .taxonomy, table: number))
    addClosure(number, builder, parent: parents, children: children)
  }

  private func report(_ builder: TaxonomyBuilder, _ table: TableDraft, column: Int) {
    guard let key = table.key else { return }
    let keys = table.columns[key].values
    for (row, parent) in builder.cut {
      table.faults.add(
        .taxonomyCycle, line: table.lines[row], column: table.columns[column].name,
        text: "\(keys.cellText(row)) under \(keys.cellText(parent))",
        done: "this edge, the last read of its cycle, is cut")
    }
  }

  private mutating func addClosure(
    _ number: Int, _ builder: TaxonomyBuilder, parent: RelationID, children: RelationID
  ) {
    schema.collections[number].parent = parent
    let table = tables[number]
    levels[number] = builder.levels(children: Pairs.many(data[children].shape))
    guard let ancestors = builder.ancestors() else {
      table.faults.add(
        .closureTooLarge, text: table.name, done: "it has no ancestors, descendants and root")
      return
    }
    func relation(_ name: String, isMany: Bool = true) -> Relation {
      Relation(name: name, kind: .taxonomy, from: number, to: number, inverse: 0, isMany: isMany)
    }
    let (up, down) = addPair(
      relation("ancestors"), RelationData(shape: .many(ancestors)), relation("descendants"),
      RelationData(shape: .many(Pairs.transpose(ancestors, count: table.rowCount))))
    let roots = builder.roots(ancestors: ancestors)
    let shape: RelationData.Shape = builder.isSingle ? .one(roots.targets) : .many(roots)
    let (root, below) = addPair(
      relation("root", isMany: !builder.isSingle), RelationData(shape: shape),
      relation("root_of"),
      RelationData(shape: .many(Pairs.transpose(roots, count: table.rowCount))))
    for (id, name) in [
      (up, "ancestors"), (down, "descendants"), (root, "root"), (below, "root_of"),
    ] {
      wishes.append(NameWish(relation: id, name: name, rank: .taxonomy, table: number))
    }
  }

  // MARK: Fields

  /// Names of reference fields, and the level of taxonomies.
  private mutating func finishFields(_ number: Int) {
    for (place, field) in schema.collections[number].fields.enumerated() {
      switch field.content {
      case .reference(let id):
        schema.collections[number].fields[place].name = schema.relations[id].name
        schema.collections[number].fields[place].aliases = schema.relations[id].aliases
      case .list:
        let other = English.otherNumber(field.name)
        if namer.names[number].take(other, for: field.name) {
          schema.collections[number].fields[place].aliases.append(other)
        }
      case .value: break
      }
    }
    if levels[number] != nil, namer.names[number].take("level", for: "the level") {
      var field = Field(name: "level", content: .value(.int))
      field.isDerived = true
      schema.collections[number].fields.append(field)
    } else {
      levels[number] = nil
    }
  }

  /// The columns of a collection, as long as its fields.
  func columns(_ number: Int) -> [Column] {
    let table = tables[number]
    var columns: [Column] = []
    for (place, field) in schema.collections[number].fields.enumerated()
    where place < table.columns.count {
      if case .reference(let id) = field.content {
        columns.append(.reference(id))
        continue
      }
      switch table.columns[place].content {
      case .scalar(let values): columns.append(.scalar(values))
      case .list(let offsets, let elements):
        columns.append(.list(offsets: offsets, elements: elements))
      }
    }
    if let level = levels[number] { columns.append(.scalar(.int(level, Validity()))) }
    return columns
  }
}
