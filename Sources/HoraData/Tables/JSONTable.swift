// Comes in: UTF-8 bytes that are JSON objects, one a line or in an array. Goes out: the place of every
// value, columns in order of first appearance. It must not copy or interpret a value.

import HoraEngine

struct JSONTableScanner {
  let file: FileBytes
  let faults: FaultCollector
  private var scanner: JSONScanner
  private var columns: [String: Int] = [:]
  private var line = 1
  private var counted: Int

  init(_ file: FileBytes, from start: Int, _ faults: FaultCollector) {
    self.file = file
    self.faults = faults
    scanner = JSONScanner(file.bytes, from: start)
    counted = start
  }

  /// All values of the file; nil where it is empty, an error where it is no table.
  mutating func scan() throws(LoadError) -> CellTable? {
    scanner.skipBlanks()
    guard scanner.at < scanner.end else { return nil }
    let first = scanner.bytes[scanner.at]
    guard first == 0x5B || first == 0x7B else {
      throw Messages.notATable(faults.file, "it begins with neither { nor [")
    }
    let table = CellTable(
      file: file, format: .json, names: [], firstLine: currentLine(), rowGuess: 64)
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
        try record(table)
        table.keepRow(line: startLine)
      } catch {
        if isArray, table.rowCount == 0 {
          throw Messages.notATable(faults.file, "the array does not hold objects: \(error.what)")
        }
        if !isArray, table.rowCount == 0, table.names.isEmpty {
          throw Messages.notATable(faults.file, error.what)
        }
        recover(from: start, line: startLine, error.what)
      }
      if table.rowCount * table.stride > Limits.cells { throw Messages.tooManyRows(faults.file) }
      scanner.skipBlanks()
      _ = scanner.take(0x2C)
    }
    if isArray {
      scanner.skipBlanks()
      if scanner.at < scanner.end {
        faults.add(
          .badRecord, line: currentLine(), text: "", done: "what follows the array is left out")
      }
    } else if table.rowCount == 1, table.names.isEmpty {
      throw Messages.notATable(faults.file, "it is an empty object")
    }
    return table
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

  private mutating func record(_ table: CellTable) throws(JSONFailure) {
    guard scanner.take(0x7B) else { throw scanner.failure("an object is expected") }
    let absent = CellPlace(start: 0, end: 0)
    var row = table.nextRow()
    for column in 0..<table.stride { row[column] = absent.word }
    scanner.skipBlanks()
    if scanner.take(0x7D) { return }
    var expected = 0
    while true {
      scanner.skipBlanks()
      let key = try scanner.string()
      scanner.skipBlanks()
      if !scanner.take(0x3A) { throw scanner.failure("\":\" is expected behind a name") }
      scanner.skipBlanks()
      var column = expected
      if !isName(key, table, expected) {
        let name = Composition.composed(scanner.text(key))
        if let known = columns[name] {
          column = known
        } else {
          guard table.names.count < Limits.columns else { throw scanner.failure("too many names") }
          column = table.names.count
          columns[name] = column
          table.names.append(name)
          if column >= table.stride {
            let cells = table.rowCount * table.stride
            if cells > Limits.paddedCells, cells > scanner.end * 4 {
              columns[name] = nil
              table.names.removeLast()
              throw scanner.failure("too many different names")
            }
            let kept = (0..<table.stride).map { row[$0] }
            table.widen(to: column + 1, missing: absent)
            row = table.nextRow()
            for place in 0..<table.stride {
              row[place] = place < kept.count ? kept[place] : absent.word
            }
          }
        }
      }
      expected = column + 1
      row[column] = try value(table).word
      scanner.skipBlanks()
      if scanner.take(0x2C) { continue }
      if scanner.take(0x7D) { return }
      throw scanner.failure("\",\" or \"}\" is expected")
    }
  }

  /// True where the key is the name of that column: the usual order of keys needs no look-up.
  private func isName(
    _ key: (range: Range<Int>, hasEscapes: Bool), _ table: CellTable, _ column: Int
  ) -> Bool {
    guard column < table.names.count, !key.hasEscapes else { return false }
    var at = key.range.lowerBound
    for byte in table.names[column].utf8 {
      guard at < key.range.upperBound, scanner.bytes[at] == byte else { return false }
      at += 1
    }
    return at == key.range.upperBound
  }

  private mutating func value(_ table: CellTable) throws(JSONFailure) -> CellPlace {
    guard scanner.at < scanner.end else { throw scanner.failure("a value is missing") }
    let start = scanner.at
    switch scanner.bytes[start] {
    case 0x22:
      let (range, escapes) = try scanner.string()
      if range.count > CellPlace.longest { throw scanner.failure("a text is too long") }
      return CellPlace(
        start: range.lowerBound, end: range.upperBound,
        flags: CellPlace.quoted | (escapes ? CellPlace.escaped : 0))
    case 0x5B, 0x7B:
      let isArray = scanner.bytes[start] == 0x5B
      try scanner.skipNested()
      if scanner.at - start > CellPlace.longest { throw scanner.failure("a value is too long") }
      return CellPlace(
        start: start, end: scanner.at, flags: isArray ? CellPlace.list : CellPlace.quoted)
    default:
      let range = scanner.bareWord()
      let word = UnsafeBufferPointer(rebasing: scanner.bytes[range])
      if word.elementsEqual("null".utf8) { return CellPlace(start: start, end: start) }
      let isWord = word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      if !isWord, Numbers.decimal(word, mark: 0x2E) == nil {
        throw scanner.failure("\"\(String(decoding: word.prefix(40), as: UTF8.self))\" is no value")
      }
      return CellPlace(start: start, end: range.upperBound)
    }
  }
}
