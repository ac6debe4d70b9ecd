// Comes in: columns and names of rows. Goes out: what a name means where it is written.

import HoraEngine
import HoraSyntax

/// A column of the rows at hand.
struct ShapeColumn {
  /// Nil for the row itself, which has no name of its own.
  var name: String?
  var type: ValueType
  var cardinality: Cardinality
}

/// The columns of rows between two clauses.
struct RowShape {
  var columns: [ShapeColumn] = []
  /// The column that is the row itself, where rows are entities: its fields and relations are names.
  var entity: Int?
  /// In an element scope: the link row the element was reached by.
  var link: Int?
  /// Names given with `as`.
  var names: [(name: String, column: Int)] = []
  /// Declared fields that `drop` took out of what is shown.
  var dropped: Set<Int> = []
  /// The type of the columns that `pivot` added, whose names come from data.
  var pivoted: ValueType?
  /// Names that the rows had before a clause made them plain.
  var lost: LostNames?

  func column(named name: String) -> Int? {
    let key = Names.key(name)
    return columns.lastIndex { $0.name.map(Names.key) == key }
  }

  /// What a row shows: a column as it is, or a field of the row's entity. A column that `add` gave the name of a
  /// field stands in its place.
  enum Shown {
    case column(Int)
    case field(Int, of: CollectionID)
  }

  func shown(_ schema: Schema) -> [Shown] {
    guard let entity, case .entity(let collection) = columns[entity].type else {
      return columns.indices.map { .column($0) }
    }
    let fields = schema.collections[collection].fields
    var fieldColumns: [Shown] = []
    var placed: Set<Int> = []
    for (place, field) in fields.enumerated() where !dropped.contains(place) && !field.isDerived {
      if let column = column(named: field.name) {
        placed.insert(column)
        fieldColumns.append(.column(column))
      } else {
        fieldColumns.append(.field(place, of: collection))
      }
    }
    return columns.indices.flatMap { index -> [Shown] in
      index == entity ? fieldColumns : placed.contains(index) ? [] : [.column(index)]
    }
  }
}

/// A place where names are looked up, from the innermost outwards.
struct Scope {
  enum Kind {
    /// Rows or elements: counts as one step outwards for `.column(depth:)`.
    case rows(RowShape)
    /// The parameters of a `def` that is being expanded.
    case parameters([String: DefArgument])
  }
  var kind: Kind
  /// False where names of the scope must not be seen, though its depth counts.
  var isVisible = true

  var isRows: Bool { if case .rows = kind { true } else { false } }
}

/// An argument of a `def`: checked anew, in the caller's scope, wherever the parameter stands.
struct DefArgument {
  var node: NodeID
  /// Which scopes the argument sees, from the outermost.
  var visible: [Bool]
  /// The text that the argument stands in.
  var home: Home
}

/// A `let`, `def` or parameter.
enum Definition {
  case letQuery(place: Int, query: QueryID)
  case letValue(place: Int, expression: ExpressionID)
  case def(DefStatement)
  /// What `use` names: its names are `x.name`.
  case module(Int)
  case loopVariable(slot: Int)
  case network(NetworkID)
  /// Its own text had an error: uses of it are silent.
  case broken
}

/// A definition as written, in one of the texts of the program.
struct DefStatement {
  var unit: Int
  var name: String
  var parameters: [NodeID]
  var body: NodeID
}

/// One of the texts of the program, and the names made in it so far.
struct Home {
  var unit: Int
  var definitions: [String: Definition]
}

/// A checked expression.
struct Value {
  var id: ExpressionID
  var type: ValueType
  var cardinality: Cardinality
  /// The relation stepped along last, where its link columns can still be used.
  var link: LinkPath?
  /// How many steps of the path lead to its last many-valued one.
  var manySteps: Int?
}

/// A step along a relation with link rows, and the condition behind it.
struct LinkPath {
  var of: ExpressionID
  var relation: RelationID
  var condition: ExpressionID?
}
