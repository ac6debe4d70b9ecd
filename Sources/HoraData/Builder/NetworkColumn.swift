// Comes in: Swift arrays, one value (or list) a row. Goes out: typed columns that a network is built of.

import HoraEngine

/// One column of a ``NetworkTable``: a name and one value a row, nil where there is none.
public struct NetworkColumn: Sendable {
  enum Cells: Sendable {
    case text([String?])
    case int([Int?])
    case decimal([Double?])
    case bool([Bool?])
    case date([CivilDate?])
    case texts([[String]])
    case ints([[Int]])
    case dates([[CivilDate]])
  }

  struct Reference: Sendable {
    /// Nil for the collection itself.
    var collection: String?
    var relation: String?
    var inverse: String?
  }

  public let name: String
  let cells: Cells
  var reference: Reference?
  var unit: String?
  var currency: String?
  var categories: [String] = []
  var isClosed = false

  private init(_ name: String, _ cells: Cells) {
    self.name = name
    self.cells = cells
  }

  // MARK: Values

  public static func text(_ name: String, _ values: [String?]) -> NetworkColumn {
    NetworkColumn(name, .text(values))
  }

  public static func int(_ name: String, _ values: [Int?]) -> NetworkColumn {
    NetworkColumn(name, .int(values))
  }

  /// Finite numbers; anything else is an error of the build.
  public static func decimal(_ name: String, _ values: [Double?]) -> NetworkColumn {
    NetworkColumn(name, .decimal(values))
  }

  public static func bool(_ name: String, _ values: [Bool?]) -> NetworkColumn {
    NetworkColumn(name, .bool(values))
  }

  /// Days of the years 1 to 9999; anything else is an error of the build.
  public static func date(_ name: String, _ values: [CivilDate?]) -> NetworkColumn {
    NetworkColumn(name, .date(values))
  }

  /// Any number of texts a row, in their order.
  public static func texts(_ name: String, _ values: [[String]]) -> NetworkColumn {
    NetworkColumn(name, .texts(values))
  }

  public static func ints(_ name: String, _ values: [[Int]]) -> NetworkColumn {
    NetworkColumn(name, .ints(values))
  }

  public static func dates(_ name: String, _ values: [[CivilDate]]) -> NetworkColumn {
    NetworkColumn(name, .dates(values))
  }

  // MARK: What a column means

  /// The same column, whose values are keys of another collection.
  /// - Parameter relation: what queries call it; the column's name without `_id` by default.
  /// - Parameter inverse: the other direction; the name of this collection by default.
  public func refers(
    to collection: String, as relation: String? = nil, inverse: String? = nil
  ) -> NetworkColumn {
    var column = self
    column.reference = Reference(collection: collection, relation: relation, inverse: inverse)
    return column
  }

  /// The same column, whose values are keys of the broader rows: it makes its collection a taxonomy. A
  /// list where a row has several.
  public func isParent() -> NetworkColumn {
    var column = self
    column.reference = Reference(collection: nil, relation: "parent", inverse: nil)
    return column
  }

  /// The same column with a unit, such as "people", shown in results.
  public func unit(_ unit: String) -> NetworkColumn {
    var column = self
    column.unit = unit
    return column
  }

  /// The same column with an ISO 4217 code.
  public func currency(_ currency: String) -> NetworkColumn {
    var column = self
    column.currency = currency
    return column
  }

  /// The same column with a vocabulary; where it is closed, any other value in a query is an error.
  public func categories(_ categories: [String], isClosed: Bool = false) -> NetworkColumn {
    var column = self
    column.categories = categories
    column.isClosed = isClosed
    return column
  }

  // MARK: Reading

  var count: Int {
    switch cells {
    case .text(let values): values.count
    case .int(let values): values.count
    case .decimal(let values): values.count
    case .bool(let values): values.count
    case .date(let values): values.count
    case .texts(let values): values.count
    case .ints(let values): values.count
    case .dates(let values): values.count
    }
  }

  var isList: Bool {
    switch cells {
    case .texts, .ints, .dates: true
    default: false
    }
  }

  /// The first row whose value cannot be kept, and why.
  var fault: (row: Int, what: String)? {
    func first(_ values: [CivilDate]) -> CivilDate? { values.first { !$0.isValid } }
    switch cells {
    case .decimal(let values):
      for (row, value) in values.enumerated() {
        if let value, !value.isFinite { return (row, "\(value) is no number") }
      }
    case .date(let values):
      for (row, value) in values.enumerated() {
        if let value, !value.isValid { return (row, "\(value.text) is no day") }
      }
    case .dates(let values):
      for (row, list) in values.enumerated() {
        if let value = first(list) { return (row, "\(value.text) is no day") }
      }
    default: break
    }
    return nil
  }

  var content: TableColumn.Content {
    switch cells {
    case .text(let values): .scalar(Self.texts(values))
    case .int(let values):
      .scalar(.int(values.map { Int64($0 ?? 0) }, Self.validity(values.map { $0 != nil })))
    case .decimal(let values):
      .scalar(.decimal(values.map { $0 ?? 0 }, Self.validity(values.map { $0 != nil })))
    case .bool(let values): .scalar(.bool(values.map { $0.map { $0 ? 1 : 0 } ?? 2 }))
    case .date(let values): .scalar(.date(values.map { $0?.days ?? Values.missingDate }))
    case .texts(let values): Self.list(values) { Self.texts($0) }
    case .ints(let values): Self.list(values) { .int($0.map { Int64($0) }, Validity()) }
    case .dates(let values): Self.list(values) { .date($0.map(\.days)) }
    }
  }

  private static func validity(_ isThere: [Bool]) -> Validity {
    var builder = ValidityBuilder(count: isThere.count)
    for (row, isThere) in isThere.enumerated() where !isThere { builder.clear(row) }
    return builder.validity
  }

  /// Texts are kept composed, as everywhere.
  private static func texts(_ values: [String?]) -> Values {
    var builder = TextDictionaryBuilder()
    var codes: [Int32] = []
    codes.reserveCapacity(values.count)
    for value in values {
      codes.append(value.map { builder.insert(Composition.composed($0)) } ?? -1)
    }
    return .text(codes: codes, dictionary: builder.finish())
  }

  private static func list<Element>(
    _ values: [[Element]], _ elements: ([Element]) -> Values
  ) -> TableColumn.Content {
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(values.count + 1)
    var end: UInt32 = 0
    for list in values {
      end += UInt32(truncatingIfNeeded: list.count)
      offsets.append(end)
    }
    return .list(offsets: offsets, elements: elements(values.flatMap { $0 }))
  }
}
