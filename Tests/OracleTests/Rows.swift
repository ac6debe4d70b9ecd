// Rows between two clauses, and the places where names are looked up.

import HoraSyntax

struct RowColumn {
  /// Nil for the row itself.
  var name: String?
  var kind: Kind
  var isMany = false
  /// Made by `pivot`: no clause can name it, and it stands behind all others.
  var isPivoted = false
}

struct Rows {
  var columns: [RowColumn]
  /// The column that is the row itself, where rows are entities.
  var entity: Int?
  var names: [(name: String, column: Int)] = []
  var dropped: Set<Int> = []
  var items: [[Value]] = []
  /// `count`, or `summarize` without keys.
  var hasOneRow = false

  init(entities: [Entity], of table: Int) {
    columns = [RowColumn(name: nil, kind: .entity(table))]
    entity = 0
    items = entities.map { [Value(.entity(table), .entity($0), .of($0))] }
  }

  init(columns: [RowColumn], entity: Int? = nil, items: [[Value]]) {
    self.columns = columns
    self.entity = entity
    self.items = items
  }

  /// A row without any value, for the types of what is asked of rows.
  var nothing: [Value] {
    columns.map { column in
      var value = Value(column.kind, nil)
      value.isMany = column.isMany
      return value
    }
  }

  /// The column that `add` put in the place of a field.
  func replacing(_ field: String) -> Int? { column(field).flatMap { $0 == entity ? nil : $0 } }

  func isReplacing(_ column: Int, _ model: Model) -> Bool {
    guard let table = entity.flatMap({ columns[$0].kind.table }), let name = columns[column].name
    else { return false }
    return model.tables[table].fields.enumerated().contains {
      $1.name == name && !dropped.contains($0)
    }
  }

  func frame(_ item: [Value]) -> Frame {
    Frame(columns: columns, values: item, entity: entity, names: names)
  }

  func column(_ name: String) -> Int? {
    columns.lastIndex { !$0.isPivoted && $0.name?.lowercased() == name.lowercased() }
  }
}

/// One place where names are looked up.
struct Frame {
  var columns: [RowColumn] = []
  var values: [Value] = []
  var entity: Int?
  var names: [(name: String, column: Int)] = []
  /// The link row that an element was reached by.
  var link: Value?
  /// Parameters of a definition: what stands for them, and where that sees.
  var arguments: [String: (node: NodeID, scopes: [Frame])] = [:]

  /// An element of a path.
  static func element(_ value: Value, link: Value? = nil) -> Frame {
    Frame(
      columns: [RowColumn(name: nil, kind: value.kind)], values: [value],
      entity: value.kind.table == nil ? nil : 0, link: link)
  }

  var isRow: Bool { !columns.isEmpty }
}

/// What a name of the program stands for.
enum Meaning {
  case rows(Rows)
  case value(Value, isList: Bool)
  case definition(parameters: [(name: String, otherwise: NodeID?)], body: NodeID)
}

/// A final answer, as hosts see it.
struct Reply {
  var columns: [String]
  var rows: [[Value]]
}
