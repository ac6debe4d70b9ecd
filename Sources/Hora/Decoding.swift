// Comes in: a result and a type. Goes out: one value of the type a row, by the names of columns. The
// library's own decoder, so that hosts need no Foundation. It changes nothing: a value that does
// not fit is an error, never rounded or cut.

/// A row that does not fit the type it is decoded into.
public struct DecodeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// From 0.
  public var row: Int
  /// Nil where the row as a whole does not fit.
  public var column: String?
  /// What the type wants: `Int`, `String`, `a list`, or a sentence of the type's own.
  public var expected: String
  /// What is there: `text`, `int`, `decimal`, `bool`, `date`, `interval`, `duration`, `entity`, `list`,
  /// `missing`, `no such column`.
  public var found: String

  public init(row: Int, column: String?, expected: String, found: String) {
    self.row = row
    self.column = column
    self.expected = expected
    self.found = found
  }

  public var description: String {
    let place = "row \(row)" + (column.map { ", column \($0)" } ?? "")
    return "\(place): expected \(expected), found \(found)"
  }
}

extension ResultSet {
  /// One value a row, in order.
  ///
  /// Columns are found by name, exactly as written; the first of a name counts, and columns that the
  /// type does not ask for are ignored. Whole numbers become any integer type that holds them, and
  /// numbers of both kinds `Double` and `Float`; texts, entities (by display name) and dates become
  /// `String`, dates `CivilDate`, lists arrays. A missing value becomes nil. A type that is no struct
  /// (`Int`, `String?`) is decoded from a result of one column.
  /// - Throws: the first row and column that do not fit.
  public func decode<T: Decodable>(_ type: T.Type = T.self) throws(DecodeError) -> [T] {
    let rows = DecodingRows(self)
    var result: [T] = []
    result.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      do {
        result.append(try rows.decode(type, row))
      } catch {
        throw DecodeError(error, row: row)
      }
    }
    return result
  }
}

extension DecodeError {
  /// What the decoder or the type's own `init(from:)` had to say.
  fileprivate init(_ error: any Error, row: Int) {
    if let error = error as? DecodeError {
      self = error
    } else if let context = (error as? DecodingError)?.context {
      self.init(
        row: row, column: context.codingPath.first?.stringValue,
        expected: context.debugDescription, found: "something else")
    } else {
      self.init(row: row, column: nil, expected: "\(error)", found: "something else")
    }
  }
}

extension DecodingError {
  fileprivate var context: Context? {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context),
      .dataCorrupted(let context):
      context
    @unknown default: nil
    }
  }
}

/// The columns of a result, by name.
final class DecodingRows {
  let result: ResultSet
  private var places: [String: Int] = [:]

  init(_ result: ResultSet) {
    self.result = result
    for (place, column) in result.columns.enumerated() where places[column.info.name] == nil {
      places[column.info.name] = place
    }
  }

  func decode<T: Decodable>(_ type: T.Type, _ row: Int) throws -> T {
    let decoder = RowDecoder(rows: self, row: row)
    // These ask for one value in their own way.
    if type == CivilDate.self { return try decoder.only().value(type) }
    return try T(from: decoder)
  }

  func cell(_ name: String, _ row: Int) -> DecodingCell? {
    places[name].map { cell(at: $0, row) }
  }

  func cell(at place: Int, _ row: Int) -> DecodingCell {
    let column = result.columns[place]
    return DecodingCell(
      vector: column.values, place: row, type: column.info.type, network: result.network, row: row,
      column: column.info.name)
  }

  var names: [String] { Array(places.keys) }
}

/// One value of a result, or one element of a list.
struct DecodingCell {
  let vector: Vector
  /// Where the value stands in `vector`.
  let place: Int
  let type: ValueType
  let network: Network
  let row: Int
  let column: String

  init(
    vector: Vector, place: Int, type: ValueType, network: Network, row: Int, column: String
  ) {
    if case .repeated(let one, _) = vector {
      self.vector = one
      self.place = 0
    } else {
      self.vector = vector
      self.place = place
    }
    self.type = type
    self.network = network
    self.row = row
    self.column = column
  }

  var isMissing: Bool {
    switch vector {
    case .list: false
    case .nothing: true
    default: text == nil
    }
  }

  /// As it is written in data formats.
  var text: String? { ValueText.text(vector, place, type, network) }

  /// What is there, for messages.
  var kind: String {
    if isMissing { return "missing" }
    return switch vector {
    case .bool: "bool"
    case .int: "int"
    case .decimal: "decimal"
    case .text: "text"
    case .date: "date"
    case .interval: "interval"
    case .duration: "duration"
    case .entity: "entity"
    case .list: "list"
    case .nothing, .repeated: "missing"
    }
  }

  /// The elements of a list; nil for anything else.
  var elements: [DecodingCell]? {
    guard case .list(let offsets, let elements) = vector else { return nil }
    return (offsets[place]..<offsets[place + 1]).map {
      DecodingCell(
        vector: elements, place: Int($0), type: type, network: network, row: row, column: column)
    }
  }

  func error(_ expected: String, found: String? = nil) -> DecodeError {
    DecodeError(row: row, column: column, expected: expected, found: found ?? kind)
  }

  // MARK: Values

  func bool() throws -> Bool {
    guard case .bool(let values) = vector, values[place] != 2 else { throw error("Bool") }
    return values[place] == 1
  }

  func string() throws -> String {
    switch vector {
    case .text, .entity, .date, .interval, .duration:
      guard let text else { throw error("String") }
      return text
    default: throw error("String")
    }
  }

  func double(_ expected: String) throws -> Double {
    switch vector {
    case .int(let values, _) where !isMissing: return Double(values[place])
    case .decimal(let values, _) where !isMissing: return values[place]
    default: throw error(expected)
    }
  }

  func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    guard case .int(let values, _) = vector, !isMissing else { throw error("\(type)") }
    guard let value = T(exactly: values[place]) else {
      throw error("\(type)", found: "the int \(values[place])")
    }
    return value
  }

  func value<T: Decodable>(_ type: T.Type) throws -> T {
    if type == CivilDate.self {
      guard case .date(let days) = vector, !isMissing,
        let date = CivilDate(days: days[place]) as? T
      else { throw error("CivilDate") }
      return date
    }
    do {
      return try T(from: CellDecoder(cell: self))
    } catch let refusal as DecodingError {
      throw error(refusal.context?.debugDescription ?? "\(type)", found: text)
    }
  }
}
