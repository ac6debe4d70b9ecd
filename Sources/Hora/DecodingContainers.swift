// Comes in: rows and cells of a result. Goes out: what Swift's `Decodable` asks of a decoder.

/// A column's name, or the place of an element, in a path.
private struct NameKey: CodingKey {
  var stringValue: String
  var intValue: Int?
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) {
    self.intValue = intValue
    stringValue = "\(intValue)"
  }
}

/// A whole row: its columns by name; or, where there is only one, its value.
struct RowDecoder: Decoder {
  let rows: DecodingRows
  let row: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowContainer<Key>(rows: rows, row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try CellDecoder(cell: only()).unkeyedContainer()
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    CellDecoder(cell: try only())
  }

  /// The value of the only column.
  func only() throws -> DecodingCell {
    let count = rows.result.columns.count
    guard count == 1 else {
      throw DecodeError(row: row, column: nil, expected: "one column", found: "\(count) columns")
    }
    return rows.cell(at: 0, row)
  }
}

private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let rows: DecodingRows
  let row: Int

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { rows.names.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { rows.cell(key.stringValue, row) != nil }

  private func cell(_ key: Key, _ expected: Any.Type) throws -> DecodingCell {
    guard let cell = rows.cell(key.stringValue, row) else {
      throw DecodeError(
        row: row, column: key.stringValue, expected: "\(expected)", found: "no such column")
    }
    return cell
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    try cell(key, Never.self).isMissing
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try cell(key, type).bool() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try cell(key, type).string()
  }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try cell(key, type).double("Double")
  }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    Float(try cell(key, type).double("Float"))
  }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try cell(key, type).integer(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 {
    try cell(key, type).integer(type)
  }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
    try cell(key, type).integer(type)
  }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
    try cell(key, type).integer(type)
  }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
    try cell(key, type).integer(type)
  }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt {
    try cell(key, type).integer(type)
  }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
    try cell(key, type).integer(type)
  }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
    try cell(key, type).integer(type)
  }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
    try cell(key, type).integer(type)
  }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
    try cell(key, type).integer(type)
  }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try cell(key, type).value(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    throw try cell(key, NestedKey.self).error("a struct")
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try CellDecoder(cell: cell(key, [Any].self)).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { RowDecoder(rows: rows, row: row) }
  func superDecoder(forKey key: Key) -> any Decoder { RowDecoder(rows: rows, row: row) }
}

/// One value.
struct CellDecoder: Decoder, SingleValueDecodingContainer {
  let cell: DecodingCell

  var codingPath: [any CodingKey] { [NameKey(stringValue: cell.column)] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw cell.error("a struct")
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = cell.elements else { throw cell.error("a list") }
    return ListContainer(cell: cell, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { cell.isMissing }
  func decode(_ type: Bool.Type) throws -> Bool { try cell.bool() }
  func decode(_ type: String.Type) throws -> String { try cell.string() }
  func decode(_ type: Double.Type) throws -> Double { try cell.double("Double") }
  func decode(_ type: Float.Type) throws -> Float { Float(try cell.double("Float")) }
  func decode(_ type: Int.Type) throws -> Int { try cell.integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try cell.integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try cell.integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try cell.integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try cell.integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try cell.integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try cell.integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try cell.integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try cell.integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try cell.integer(type) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try cell.value(type) }
}

/// The elements of a list, one after the other.
private struct ListContainer: UnkeyedDecodingContainer {
  let cell: DecodingCell
  let elements: [DecodingCell]
  private(set) var currentIndex = 0

  init(cell: DecodingCell, elements: [DecodingCell]) {
    self.cell = cell
    self.elements = elements
  }

  var codingPath: [any CodingKey] { [NameKey(stringValue: cell.column)] }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  private mutating func next() throws -> DecodingCell {
    guard !isAtEnd else { throw cell.error("more elements", found: "\(elements.count)") }
    currentIndex += 1
    return elements[currentIndex - 1]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex].isMissing else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().bool() }
  mutating func decode(_ type: String.Type) throws -> String { try next().string() }
  mutating func decode(_ type: Double.Type) throws -> Double { try next().double("Double") }
  mutating func decode(_ type: Float.Type) throws -> Float { Float(try next().double("Float")) }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().integer(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().integer(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().integer(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().integer(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().integer(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try next().integer(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().integer(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().integer(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().integer(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().integer(type) }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().value(type) }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    throw try next().error("a struct")
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try CellDecoder(cell: next()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { CellDecoder(cell: try next()) }
}
