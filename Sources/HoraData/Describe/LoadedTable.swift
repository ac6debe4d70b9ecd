// Comes in: a table as it was read and inferred. Goes out: what a description needs of it, without its
// data. It must not be needed by queries.

import HoraEngine

/// What was read and inferred of one file.
struct LoadedTable: Sendable {
  struct Column: Sendable {
    var name: String
    var type: ScalarType
    var isList: Bool
    var cellType: CellType
    /// Words that stood for missing values.
    var tokens: [String]
    var spec: FieldSpec?
  }

  struct Reference: Sendable {
    var column: String
    var target: String
    var targetKey: String
    var name: String
    /// Nil where the relation back has no name.
    var inverse: String?
    var isSelf: Bool
  }

  var name: String
  var singular: String
  var aliases: [String]
  var origin: TableOrigin
  var columns: [Column]
  var key: String?
  var label: String?
  var names: [String]
  var references: [Reference]
  var symmetric: [String]?
  var spec: ResourceSpec?
  /// Found in another table's rows, with which it is read.
  var isNested: Bool

  init(_ table: TableDraft, _ tables: [TableDraft], _ schema: Schema) {
    name = table.name
    singular = table.singular
    aliases = table.aliases
    origin = table.origin
    columns = table.columns.map { column in
      var tokens: [String] = []
      for fault in table.faults.faults
      where fault.kind == .missingToken && fault.column == column.name
        && !tokens.contains(fault.text)
      {
        tokens.append(fault.text)
      }
      return Column(
        name: column.name, type: column.type, isList: column.isList, cellType: column.cellType,
        tokens: tokens, spec: column.spec)
    }
    key = table.key.map { table.columns[$0].name }
    let collection = schema.collections.first { $0.name == table.name }
    label = collection?.label.map { table.columns[$0].name }
    names = collection?.otherNames.map { table.columns[$0].name } ?? []
    references = table.references.compactMap { reference in
      let target = tables[reference.target]
      guard let targetKey = target.key else { return nil }
      var inverse: String?
      var name = reference.name
      if let collection, case .reference(let id) = collection.fields[reference.column].content {
        name = schema.relations[id].name
        let back = schema.relations[id].inverse
        let from = schema.relations[back].from
        if schema.collections[from].relations.contains(back) {
          inverse = schema.relations[back].name
        }
      }
      return Reference(
        column: table.columns[reference.column].name, target: target.name,
        targetKey: target.columns[targetKey].name, name: name, inverse: inverse,
        isSelf: target === table)
    }
    if let tie = table.tie, !tie.isDirected {
      symmetric = [table.columns[tie.a].name, table.columns[tie.b].name]
    }
    spec = table.spec
    isNested = table.nested != nil
  }
}
