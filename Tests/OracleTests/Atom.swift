// What the reference evaluator computes with: plain values, each with the entities it was read from.
// It must not know the engine's types.

struct Entity: Hashable {
  var table: Int
  var row: Int
}

/// The type of an expression, also where it has no value.
enum Kind: Hashable {
  case nothing, text, int, decimal, bool, date, interval, duration
  case entity(Int)

  var isNumber: Bool { self == .int || self == .decimal }
  var table: Int? { if case .entity(let table) = self { table } else { nil } }
}

/// One value. Dates are days since the first day of year 1.
enum Atom: Hashable {
  case text(String)
  case int(Int64)
  case decimal(Double)
  case bool(Bool)
  case date(Int)
  case interval(Int, Int)
  case duration(months: Int, days: Int)
  case entity(Entity)

  var kind: Kind {
    switch self {
    case .text: .text
    case .int: .int
    case .decimal: .decimal
    case .bool: .bool
    case .date: .date
    case .interval: .interval
    case .duration: .duration
    case .entity(let entity): .entity(entity.table)
    }
  }

  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .decimal(let value): value
    default: nil
    }
  }

  var entity: Entity? { if case .entity(let entity) = self { entity } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// Where a value was read: each place counts once in an aggregate. A value without places, or one
/// that belongs to its row, counts in every row.
struct Source: Hashable {
  struct Place: Hashable {
    /// Nil where there was none to read from.
    var entity: Entity?
    /// The place in a list field; -1 elsewhere.
    var item = -1
  }
  var places: [Place] = []
  var isRow = false

  /// True where it counts in every row.
  var countsAlways: Bool { isRow || places.allSatisfy { $0.entity == nil } }

  static let none = Source()
  static let row = Source(isRow: true)
  static let nowhere = Source(places: [Place()])
  static func of(_ entity: Entity, item: Int = -1) -> Source {
    Source(places: [Place(entity: entity, item: item)])
  }

  func joined(with other: Source) -> Source {
    Source(places: places + other.places, isRow: isRow || other.isRow)
  }
}

/// What an expression gives in one row: any number of values of one kind.
struct Value {
  var kind: Kind
  var isMany = false
  var atoms: [Atom] = []
  var sources: [Source] = []
  /// Of many values: where their path began.
  var origin = Source.none
  /// Behind a step across a link table: the elements with the link rows they were reached by.
  var links: [Link]?
  var linkTable: Int?

  struct Link {
    var element: Entity
    var row: Entity
  }

  init(_ kind: Kind, many atoms: [Atom], _ sources: [Source]? = nil) {
    self.kind = kind
    isMany = true
    self.atoms = atoms
    self.sources = sources ?? atoms.map { _ in .none }
  }

  init(_ kind: Kind, _ atom: Atom?, _ source: Source = .none) {
    self.kind = kind
    atoms = atom.map { [$0] } ?? []
    sources = atom.map { _ in [source] } ?? []
    origin = source
  }

  init(_ atom: Atom) { self.init(atom.kind, atom) }
  init(_ truth: Bool) { self.init(.bool, .bool(truth)) }

  /// The only value of an expression that has at most one.
  var only: Atom? { atoms.first }
  var isTrue: Bool { atoms.first == .bool(true) }
  var source: Source { isMany ? origin : sources.first ?? origin }

  /// The same values as a column that later clauses read.
  var asColumn: Value {
    var value = self
    value.links = nil
    value.origin = .row
    if kind.table == nil { value.sources = atoms.map { _ in .row } }
    return value
  }
}

/// A run-time error, by its code.
struct Failure: Error {
  var code: Int
}

/// What the reference evaluator does not cover; a query that meets it is not compared.
struct Unsupported: Error {
  var what: String
}
