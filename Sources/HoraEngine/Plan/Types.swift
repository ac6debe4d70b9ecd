// Comes in: nothing. Goes out: the static types of expressions and columns.

/// The type of one value.
public enum ValueType: Sendable, Hashable {
  case text, int, decimal, bool, date, interval, duration
  case entity(CollectionID)
  /// The type of `missing` and of an empty list: fits every other.
  case nothing

  public init(_ scalar: ScalarType) {
    switch scalar {
    case .text: self = .text
    case .int: self = .int
    case .decimal: self = .decimal
    case .bool: self = .bool
    case .date: self = .date
    }
  }

  public var isNumber: Bool { self == .int || self == .decimal }
  public var isEntity: Bool { if case .entity = self { true } else { false } }
}

/// How many values an expression has in one row.
public enum Cardinality: UInt8, Sendable, Hashable, Comparable {
  case one, optional, many
  public static func < (a: Cardinality, b: Cardinality) -> Bool { a.rawValue < b.rawValue }
}

/// A named column of a frame or a result.
public struct ColumnInfo: Sendable, Hashable {
  public var name: String
  public var type: ValueType
  public var cardinality: Cardinality
  public var unit: String?
  /// True for a column that a `pivot` made from a value.
  public var isPivoted = false

  public init(name: String, type: ValueType, cardinality: Cardinality, unit: String? = nil) {
    self.name = name
    self.type = type
    self.cardinality = cardinality
    self.unit = unit
  }
}

/// A part of the query's text, as UTF-8 byte offsets. Messages about a run point there.
public struct TextRange: Sendable, Hashable {
  public var start: Int
  public var end: Int
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
