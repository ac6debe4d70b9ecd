// Comes in: the keys of a JSON object, in the order they are met. Goes out: what each stands for in one
// collection: a column, an object whose members are columns, or a collection of its own. It must not look at
// values.

import HoraEngine

/// One collection of a JSON file while it is read.
final class JSONShape {
  let table: CellTable
  /// The collection whose objects hold this one's, and the key they hold it by; nil for the file's own.
  let parent: Int?
  let name: String
  /// For each row, the row of the parent that holds it.
  var parentRows: [Int32] = []

  enum Kind: UInt8 { case value, object, collection }

  /// A key, in the order of first appearance.
  private struct Entry {
    var object: Int
    var key: String
    var kind: Kind
    /// The column, object or collection.
    var place: Int
  }

  private struct Key: Hashable {
    var object: Int
    var key: String
    var kind: Kind
  }

  private var entries: [Entry] = []
  private var known: [Key: Int] = [:]
  /// What stands before the names of an object's members, and how deep it lies; 0 is the row itself.
  private var prefixes = [""]
  private var depths = [0]
  /// The entry of each column, and whether it has a value in any row.
  private var columns: [(entry: Int, isFilled: Bool)] = []
  private var names: Set<String> = []

  init(_ table: CellTable, parent: Int?, name: String) {
    self.table = table
    self.parent = parent
    self.name = name
  }

  /// The place of a key that was met before. The usual order of keys needs no look-up: `expected` is the
  /// entry behind the one before.
  func place(
    _ key: (range: Range<Int>, hasEscapes: Bool), in object: Int, _ kind: Kind,
    _ scanner: JSONScanner, _ expected: inout Int
  ) -> Int? {
    if !isEntry(expected, key, object, kind, scanner) {
      guard let entry = known[Key(object: object, key: composed(key, scanner), kind: kind)] else {
        return nil
      }
      expected = entry
    }
    expected += 1
    return entries[expected - 1].place
  }

  private func isEntry(
    _ entry: Int, _ key: (range: Range<Int>, hasEscapes: Bool), _ object: Int, _ kind: Kind,
    _ scanner: JSONScanner
  ) -> Bool {
    guard entry < entries.count, !key.hasEscapes, entries[entry].object == object,
      entries[entry].kind == kind
    else { return false }
    var at = key.range.lowerBound
    for byte in entries[entry].key.utf8 {
      guard at < key.range.upperBound, scanner.bytes[at] == byte else { return false }
      at += 1
    }
    return at == key.range.upperBound
  }

  func composed(
    _ key: (range: Range<Int>, hasEscapes: Bool), _ scanner: JSONScanner
  ) -> String {
    Composition.composed(scanner.text(key))
  }

  /// The name of a key as a field: with the names of the objects it stands in.
  func fieldName(_ key: String, in object: Int) -> String { prefixes[object] + key }

  func depth(of object: Int) -> Int { depths[object] }

  private func add(_ key: String, _ object: Int, _ kind: Kind, _ place: Int, _ expected: inout Int)
  {
    known[Key(object: object, key: key, kind: kind)] = entries.count
    entries.append(Entry(object: object, key: key, kind: kind, place: place))
    expected = entries.count
  }

  func addObject(_ key: String, in object: Int, _ expected: inout Int) -> Int {
    prefixes.append(fieldName(key, in: object) + "_")
    depths.append(depths[object] + 1)
    add(key, object, .object, prefixes.count - 1, &expected)
    return prefixes.count - 1
  }

  func addCollection(_ key: String, in object: Int, _ collection: Int, _ expected: inout Int) {
    add(key, object, .collection, collection, &expected)
  }

  /// A new column; nil where the table would be mostly holes, or has too many.
  /// - Parameter clash: told where another column bears the name: this one gets a number.
  func addColumn(
    _ key: String, in object: Int, fileBytes: Int, _ expected: inout Int,
    clash: (_ name: String, _ new: String) -> Void
  ) -> Int? {
    guard table.names.count < Limits.columns else { return nil }
    let column = table.names.count
    if column >= table.stride {
      let cells = table.rowCount * table.stride
      if cells > Limits.paddedCells, cells > fileBytes * 4 { return nil }
      table.widen(to: column + 1, missing: JSONShape.absent)
    }
    let wanted = fieldName(key, in: object)
    var name = wanted
    var number = 2
    while !names.insert(name).inserted {
      name = "\(wanted)_\(number)"
      number += 1
    }
    if name != wanted { clash(wanted, name) }
    table.names.append(name)
    columns.append((entries.count, false))
    add(key, object, .value, column, &expected)
    return column
  }

  // MARK: Rows

  static let absent = CellPlace(start: 0, end: 0)

  func beginRow() {
    let row = table.nextRow()
    for column in 0..<table.stride { row[column] = JSONShape.absent.word }
  }

  func set(_ column: Int, _ place: CellPlace, isEmpty: Bool) {
    table.nextRow()[column] = place.word
    if !isEmpty { columns[column].isFilled = true }
  }

  func keepRow(line: Int, parentRow: Int) {
    table.keepRow(line: line)
    if parent != nil { parentRows.append(Int32(truncatingIfNeeded: parentRow)) }
  }

  /// Takes back the rows whose parents were not kept, the last ones.
  func discardRows(ofParentsFrom count: Int) {
    while let last = parentRows.last, Int(last) >= count { parentRows.removeLast() }
    table.discardRows(from: parentRows.count)
  }

  /// True where a row has a value of its own.
  var hasValues: Bool { columns.contains(where: \.isFilled) }

  /// Leaves out columns that only ever held nothing, or an empty array, where other rows hold an object or
  /// objects by the same key.
  func leaveOutEmptyColumns() {
    for (column, (entry, isFilled)) in columns.enumerated() where !isFilled {
      let (object, key) = (entries[entry].object, entries[entry].key)
      let isNested = [Kind.object, .collection].contains {
        known[Key(object: object, key: key, kind: $0)] != nil
      }
      if isNested { table.unused.insert(column) }
    }
  }
}
