// Comes in: UTF-8 bytes that are JSON objects, one a line or in an array. Goes out: the place of every value:
// columns in order of first appearance, an object's members as columns of their own, arrays of objects as
// collections. It must not copy or interpret a value.

import HoraEngine

/// A collection found in a JSON file.
struct ScannedTable {
  var table: CellTable
  /// The key that holds it; empty for the file's own.
  var name = ""
  /// The collection whose rows hold its rows, as a place among those of the file, and which row each.
  var parent: Int?
  var parentRows: [Int32] = []
  /// One object that only holds arrays of objects: they are collections, it is none.
  var isWrapper = false
}

struct JSONTableScanner {
  let file: FileBytes
  let faults: FaultCollector
  /// Fields that are declared: their values stay as they are.
  let declared: Set<String>
  private var scanner: JSONScanner
  private var shapes: [JSONShape] = []
  private var line = 1
  private var counted: Int

  init(
    _ file: FileBytes, from start: Int, declared: Set<String> = [], _ faults: FaultCollector
  ) {
    self.file = file
    self.faults = faults
    self.declared = declared
    scanner = JSONScanner(file.bytes, from: start)
    counted = start
  }

  /// All values of the file, its own collection first; nil where it is empty, an error where it is no table.
  mutating func scan() throws(LoadError) -> [ScannedTable]? {
    scanner.skipBlanks()
    guard scanner.at < scanner.end else { return nil }
    let first = scanner.bytes[scanner.at]
    guard first == 0x5B || first == 0x7B else {
      throw Messages.notATable(faults.file, "it begins with neither { nor [")
    }
    let root = JSONShape(newTable(rows: 64), parent: nil, name: "")
    let table = root.table
    shapes = [root]
    let isArray = first == 0x5B
    if isArray { scanner.at += 1 }
    while true {
      scanner.skipBlanks()
      if isArray, scanner.take(0x5D) { break }
      if scanner.at >= scanner.end {
        if isArray {
          faults.add(
            .badRecord, line: currentLine(), text: "",
            done: "the array has no end; what was read is kept")
        }
        break
      }
      let start = scanner.at
      let startLine = currentLine()
      do throws(JSONFailure) {
        try row(of: 0, parentRow: 0, depth: 0)
      } catch {
        // Rows inside a record that is not kept are not kept either.
        for shape in shapes {
          if let parent = shape.parent {
            shape.discardRows(ofParentsFrom: shapes[parent].table.rowCount)
          }
        }
        if isArray, table.rowCount == 0 {
          throw Messages.notATable(faults.file, "the array does not hold objects: \(error.what)")
        }
        if !isArray, table.rowCount == 0, table.names.isEmpty {
          throw Messages.notATable(faults.file, error.what)
        }
        recover(from: start, line: startLine, error.what)
      }
      if shapes.contains(where: { $0.table.rowCount * $0.table.stride > Limits.cells }) {
        throw Messages.tooManyRows(faults.file)
      }
      scanner.skipBlanks()
      _ = scanner.take(0x2C)
    }
    if isArray {
      scanner.skipBlanks()
      if scanner.at < scanner.end {
        faults.add(
          .badRecord, line: currentLine(), text: "", done: "what follows the array is left out")
      }
    } else if table.rowCount == 1, table.names.isEmpty, shapes.count == 1 {
      throw Messages.notATable(faults.file, "it is an empty object")
    }
    var found = shapes.map { shape in
      shape.leaveOutEmptyColumns()
      return ScannedTable(
        table: shape.table, name: shape.name, parent: shape.parent, parentRows: shape.parentRows)
    }
    found[0].isWrapper =
      !isArray && table.rowCount == 1 && found.count > 1 && !root.hasValues
    return found
  }

  private mutating func newTable(rows: Int) -> CellTable {
    CellTable(file: file, format: .json, names: [], firstLine: currentLine(), rowGuess: rows)
  }

  private mutating func currentLine() -> Int {
    while counted < min(scanner.at, scanner.end) {
      if scanner.bytes[counted] == 0x0A { line += 1 }
      counted += 1
    }
    return line
  }

  /// Puts the line on the reject list and goes on behind it.
  private mutating func recover(from start: Int, line: Int, _ what: String) {
    var end = start
    while end < scanner.end, scanner.bytes[end] != 0x0A { end += 1 }
    let part = UnsafeBufferPointer(rebasing: scanner.bytes[start..<end])
    faults.add(
      .badRecord, line: line, text: String(decoding: part.prefix(300), as: UTF8.self),
      done: "\(what); the line is on the reject list")
    faults.reject(line: line, part)
    scanner.at = end
  }

  // MARK: Objects

  /// An object that is a row of a collection.
  private mutating func row(of place: Int, parentRow: Int, depth: Int) throws(JSONFailure) {
    let shape = shapes[place]
    let startLine = currentLine()
    shape.beginRow()
    var expected = 0
    try object(0, of: place, depth: depth, &expected)
    shape.keepRow(line: startLine, parentRow: parentRow)
  }

  /// The members of an object: the row itself, or one inside it.
  private mutating func object(
    _ object: Int, of place: Int, depth: Int, _ expected: inout Int
  ) throws(JSONFailure) {
    guard scanner.take(0x7B) else { throw scanner.failure("an object is expected") }
    scanner.skipBlanks()
    if scanner.take(0x7D) { return }
    while true {
      scanner.skipBlanks()
      let key = try scanner.string()
      scanner.skipBlanks()
      if !scanner.take(0x3A) { throw scanner.failure("\":\" is expected behind a name") }
      scanner.skipBlanks()
      try member(key, in: object, of: place, depth: depth, &expected)
      scanner.skipBlanks()
      if scanner.take(0x2C) { continue }
      if scanner.take(0x7D) { return }
      throw scanner.failure("\",\" or \"}\" is expected")
    }
  }

  private mutating func member(
    _ key: (range: Range<Int>, hasEscapes: Bool), in object: Int, of place: Int, depth: Int,
    _ expected: inout Int
  ) throws(JSONFailure) {
    let shape = shapes[place]
    let kind = try kind()
    if kind != .value, depth < Limits.nestedDepth {
      if let known = shape.place(key, in: object, kind, scanner, &expected) {
        return try nested(kind, known, of: place, depth: depth, &expected)
      }
      let name = shape.composed(key, scanner)
      let field = shape.fieldName(name, in: object)
      if !declared.contains(field) || place > 0 {
        if kind == .object {
          let inner = shape.addObject(name, in: object, &expected)
          return try nested(kind, inner, of: place, depth: depth, &expected)
        }
        if shapes.count < Limits.nestedCollections {
          shapes.append(JSONShape(newTable(rows: 16), parent: place, name: field))
          shape.addCollection(name, in: object, shapes.count - 1, &expected)
          return try nested(kind, shapes.count - 1, of: place, depth: depth, &expected)
        }
      }
    }
    let column: Int
    if let known = shape.place(key, in: object, .value, scanner, &expected) {
      column = known
    } else {
      let line = currentLine()
      let faults = faults
      guard
        let new = shape.addColumn(
          shape.composed(key, scanner), in: object, fileBytes: scanner.end, &expected,
          clash: { name, new in
            faults.add(.duplicateColumn, line: line, text: name, done: "it is called \(new)")
          })
      else { throw scanner.failure("too many different names") }
      column = new
    }
    let value = try value()
    if kind != .value, depth >= Limits.nestedDepth || shapes.count >= Limits.nestedCollections {
      faults.add(
        .nestedValue, line: currentLine(), column: shape.table.names[column],
        text: String(decoding: shape.table.bytes(value.place).prefix(300), as: UTF8.self),
        done: "it is kept as text: it lies too deep, or there are too many collections")
    }
    shape.set(column, value.place, isEmpty: value.isEmpty)
  }

  private mutating func nested(
    _ kind: JSONShape.Kind, _ inner: Int, of place: Int, depth: Int, _ expected: inout Int
  ) throws(JSONFailure) {
    if kind == .object {
      return try object(inner, of: place, depth: depth + 1, &expected)
    }
    // The rows of another collection; the row at hand is the next of its own.
    let parentRow = shapes[place].table.rowCount
    _ = scanner.take(0x5B)
    while true {
      scanner.skipBlanks()
      if scanner.take(0x5D) { return }
      guard scanner.at < scanner.end else { throw scanner.failure("a bracket is not closed") }
      if scanner.bytes[scanner.at] == 0x7B {
        try row(of: inner, parentRow: parentRow, depth: depth + 1)
      } else {
        let start = scanner.at
        let value = try value()
        if value.place.count > 0 {
          let text = UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.at])
          faults.add(
            .nestedValue, line: currentLine(), column: shapes[inner].name,
            text: String(decoding: text.prefix(300), as: UTF8.self),
            done: "what is no object among objects is left out")
        }
      }
      scanner.skipBlanks()
      if scanner.take(0x2C) { continue }
      if scanner.take(0x5D) { return }
      throw scanner.failure("\",\" or \"]\" is expected")
    }
  }

  // MARK: Values

  /// What the value at hand is: an object, an array of objects, or anything else.
  private func kind() throws(JSONFailure) -> JSONShape.Kind {
    guard scanner.at < scanner.end else { throw scanner.failure("a value is missing") }
    if scanner.bytes[scanner.at] == 0x7B { return .object }
    guard scanner.bytes[scanner.at] == 0x5B else { return .value }
    return firstElement(behind: scanner.at).map { $0 == 0x7B } ?? false ? .collection : .value
  }

  /// The first byte of the first element that is not null in the array that begins here; nil where there is
  /// none.
  private func firstElement(behind start: Int) -> UInt8? {
    var ahead = scanner
    ahead.at = start + 1
    while true {
      ahead.skipBlanks()
      guard ahead.at < ahead.end, ahead.bytes[ahead.at] != 0x5D else { return nil }
      let first = ahead.bytes[ahead.at]
      let word = ahead.bareWord()
      guard ahead.bytes[word].elementsEqual("null".utf8) else { return first }
      ahead.skipBlanks()
      _ = ahead.take(0x2C)
    }
  }

  /// Behind any value: its place, and whether nothing is in it.
  private mutating func value() throws(JSONFailure) -> (place: CellPlace, isEmpty: Bool) {
    guard scanner.at < scanner.end else { throw scanner.failure("a value is missing") }
    let start = scanner.at
    switch scanner.bytes[start] {
    case 0x22:
      let (range, escapes) = try scanner.string()
      if range.count > CellPlace.longest { throw scanner.failure("a text is too long") }
      let place = CellPlace(
        start: range.lowerBound, end: range.upperBound,
        flags: CellPlace.quoted | (escapes ? CellPlace.escaped : 0))
      return (place, false)
    case 0x5B, 0x7B:
      let isArray = scanner.bytes[start] == 0x5B
      try scanner.skipNested()
      if scanner.at - start > CellPlace.longest { throw scanner.failure("a value is too long") }
      let place = CellPlace(
        start: start, end: scanner.at, flags: isArray ? CellPlace.list : CellPlace.quoted)
      return (place, isArray && firstElement(behind: start) == nil)
    default:
      let range = scanner.bareWord()
      let word = UnsafeBufferPointer(rebasing: scanner.bytes[range])
      if word.elementsEqual("null".utf8) { return (CellPlace(start: start, end: start), true) }
      let isWord = word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      if !isWord, Numbers.decimal(word, mark: 0x2E) == nil {
        throw scanner.failure("\"\(String(decoding: word.prefix(40), as: UTF8.self))\" is no value")
      }
      return (CellPlace(start: start, end: range.upperBound), false)
    }
  }
}
