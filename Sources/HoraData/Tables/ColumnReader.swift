// Comes in: the cells of one column. Goes out: a typed column. The type is declared, or found from all
// rows by the rules of the manual. It must not make a String for a cell, except for one that is at fault.

import HoraEngine

struct ColumnReader {
  let table: CellTable
  let column: Int
  let name: String
  let spec: FieldSpec?
  let faults: FaultCollector
  private let missingTexts: [[UInt8]]
  private let emptyIsMissing: Bool

  init(_ table: CellTable, column: Int, spec: FieldSpec?, _ faults: FaultCollector) {
    self.table = table
    self.column = column
    self.spec = spec
    self.faults = faults
    name = table.names[column]
    let declared = spec?.missingValues
    missingTexts = (declared ?? []).filter { !$0.isEmpty }.map { Array($0.utf8) }
    // An empty cell is missing unless a package says otherwise; an empty JSON text is a text.
    emptyIsMissing = declared.map { $0.contains("") } ?? (table.format == .delimited)
  }

  func read() -> TableColumn {
    var column = TableColumn(name: name, content: .scalar(.bool([])), spec: spec)
    column.cellType = spec?.type ?? .any
    switch column.cellType {
    case .any:
      if table.format == .json, hasLists() {
        column.content = readList(of: nil, separator: nil)
        column.cellType = .list(of: .text, separator: 0x3B)
      } else {
        readSniffed(&column)
      }
    case .text: column.content = .scalar(readText())
    case .int(let group): column.content = .scalar(readInts(group: group))
    case .decimal(let mark, let group):
      column.content = .scalar(readDecimals(mark: mark, group: group))
    case .bool(let yes, let no): column.content = .scalar(readBools(yes: yes, no: no))
    case .date(let format): column.content = .scalar(readDates(format: format))
    case .list(let type, let separator): column.content = readList(of: type, separator: separator)
    }
    return column
  }

  // MARK: Cells

  /// The cell without blanks at its ends, for numbers and dates.
  @inline(__always)
  private func trimmed(_ place: CellPlace) -> UnsafeBufferPointer<UInt8> {
    let cell = table.bytes(place)
    guard let first = cell.first, let last = cell.last, first <= 0x20 || last <= 0x20 else {
      return cell
    }
    var (low, high) = (0, cell.count)
    while low < high, cell[low] <= 0x20 { low += 1 }
    while high > low, cell[high - 1] <= 0x20 { high -= 1 }
    return UnsafeBufferPointer(rebasing: cell[low..<high])
  }

  @inline(__always)
  func isMissing(_ place: CellPlace) -> Bool {
    if place.count == 0 { return place.isQuoted ? emptyIsMissing : (emptyIsMissing || table.format == .json) }
    if missingTexts.isEmpty { return false }
    let cell = table.bytes(place)
    return missingTexts.contains { $0.count == cell.count && $0.elementsEqual(cell) }
  }

  private func mismatch(_ row: Int, _ what: String) {
    faults.add(
      .typeMismatch, line: table.lines[row], column: name, text: table.text(row, column),
      done: "it is not \(what); read as missing")
  }

  // MARK: Found from the values

  private func readSniffed(_ column: inout TableColumn) {
    let census = ColumnCensus.of(table, self.column) { isMissing($0) }
    switch census.verdict(name: name) {
    case .int:
      column.content = .scalar(readInts(group: nil, tokens: true))
      column.cellType = .int(group: nil)
    case .decimal:
      column.content = .scalar(readDecimals(mark: 0x2E, group: nil, tokens: true))
      column.cellType = .decimal(mark: 0x2E, group: nil)
    case .decimalComma:
      reportCommas()
      column.content = .scalar(readDecimals(mark: 0x2C, group: nil, tokens: true))
      column.cellType = .decimal(mark: 0x2C, group: nil)
    case .flag:
      column.content = .scalar(readBools(yes: ["1"], no: ["0"], tokens: true))
      column.cellType = .bool(yes: ["1"], no: ["0"])
    case .bool:
      column.content = .scalar(readBools(tokens: true) { Numbers.bool($0) })
      column.cellType = .bool(
        yes: ["true", "True", "TRUE", "yes", "Yes", "YES"],
        no: ["false", "False", "FALSE", "no", "No", "NO"])
    case .date(let order, let mark):
      column.content = .scalar(readDates(tokens: true) { Numbers.date($0, order, mark: mark) })
      column.cellType = .date(format: Self.format(order, mark))
    case .dateTime:
      column.content = .scalar(
        readDates(tokens: true) {
          Numbers.dateTime($0)?.day ?? Numbers.date($0, .yearFirst, mark: 0x2D)
        })
      column.cellType = .date(format: "datetime")
    case .ambiguous(let what):
      faults.add(
        .ambiguousValues, column: name, text: firstText(),
        done: "\(what); the column stays text; declare its type")
      column.content = .scalar(readText())
      column.cellType = .text
    case .mostly(let what):
      reportOdd(what, census)
      readTextOrList(&column)
    case .text: readTextOrList(&column)
    }
  }

  private static func format(_ order: Numbers.DateOrder, _ mark: UInt8) -> String {
    let mark = String(decoding: [mark], as: UTF8.self)
    switch order {
    case .yearFirst: return mark == "-" ? "default" : "%Y\(mark)%m\(mark)%d"
    case .dayFirst: return "%d\(mark)%m\(mark)%Y"
    case .monthFirst: return "%m\(mark)%d\(mark)%Y"
    }
  }

  private func readTextOrList(_ column: inout TableColumn) {
    let values = readText()
    column.content = .scalar(values)
    column.cellType = .text
    guard table.format == .delimited, case .text(let codes, let dictionary) = values,
      let (separator, list) = ListFinder.split(codes, dictionary)
    else { return }
    column.content = list
    column.cellType = .list(of: .text, separator: separator)
  }

  private func firstText() -> String {
    for row in 0..<table.rowCount where !isMissing(table.place(row, column)) {
      return table.text(row, column)
    }
    return ""
  }

  private func reportCommas() {
    for row in 0..<table.rowCount {
      let place = table.place(row, column)
      if !isMissing(place), table.bytes(place).contains(0x2C) {
        faults.add(
          .decimalComma, line: table.lines[row], column: name, text: table.text(row, column),
          done: "the comma is read as the decimal mark")
      }
    }
  }

  private func reportOdd(_ what: String, _ census: ColumnCensus) {
    for row in 0..<table.rowCount {
      let place = table.place(row, column)
      if isMissing(place) || ColumnCensus.isOrdinary(table, place, what: what) { continue }
      faults.add(
        .mixedNumbers, line: table.lines[row], column: name, text: table.text(row, column),
        done: "the whole column stays text, because of this value (\(what))")
    }
  }

  /// A word such as NA in a column of numbers; counted.
  private func takesToken(_ cell: UnsafeBufferPointer<UInt8>, _ row: Int) -> Bool {
    guard Numbers.isMissingToken(cell) else { return false }
    faults.add(
      .missingToken, line: table.lines[row], column: name, text: table.text(row, column),
      done: "read as missing")
    return true
  }

  // MARK: One type

  private func readInts(group: UInt8?, tokens: Bool = false) -> Values {
    let rows = table.rowCount
    var validity = ValidityBuilder(count: rows)
    let values = [Int64](unsafeUninitializedCapacity: rows) { out, count in
      for row in 0..<rows {
        let place = table.place(row, column)
        out[row] = 0
        if isMissing(place) {
          validity.clear(row)
          continue
        }
        let cell = trimmed(place)
        if let value = Numbers.int(cell) ?? grouped(cell, group) {
          out[row] = value
        } else {
          validity.clear(row)
          if !(tokens && takesToken(cell, row)) { mismatch(row, "a whole number") }
        }
      }
      count = rows
    }
    return .int(values, validity.validity)
  }

  private func grouped(_ cell: UnsafeBufferPointer<UInt8>, _ group: UInt8?) -> Int64? {
    if let group {
      let plain = cell.filter { $0 != group }
      return plain.withUnsafeBufferPointer { Numbers.int($0) }
    }
    return nil
  }

  private func readDecimals(mark: UInt8, group: UInt8?, tokens: Bool = false) -> Values {
    let rows = table.rowCount
    var validity = ValidityBuilder(count: rows)
    let values = [Double](unsafeUninitializedCapacity: rows) { out, count in
      for row in 0..<rows {
        let place = table.place(row, column)
        out[row] = 0
        if isMissing(place) {
          validity.clear(row)
          continue
        }
        let cell = trimmed(place)
        if let value = Numbers.decimal(cell, mark: mark, group: group) {
          out[row] = value
        } else {
          validity.clear(row)
          if !(tokens && takesToken(cell, row)) { mismatch(row, "a number") }
        }
      }
      count = rows
    }
    return .decimal(values, validity.validity)
  }

  private func readBools(yes: [String], no: [String], tokens: Bool = false) -> Values {
    let (yes, no) = (yes.map { Array($0.utf8) }, no.map { Array($0.utf8) })
    return readBools(tokens: tokens) { cell in
      if yes.contains(where: { $0.elementsEqual(cell) }) { return true }
      if no.contains(where: { $0.elementsEqual(cell) }) { return false }
      return nil
    }
  }

  private func readBools(
    tokens: Bool, _ parse: (UnsafeBufferPointer<UInt8>) -> Bool?
  ) -> Values {
    var values = [UInt8](repeating: 2, count: table.rowCount)
    for row in 0..<table.rowCount {
      let place = table.place(row, column)
      if isMissing(place) { continue }
      let cell = trimmed(place)
      if let value = parse(cell) {
        values[row] = value ? 1 : 0
      } else if !(tokens && takesToken(cell, row)) {
        mismatch(row, "true or false")
      }
    }
    return .bool(values)
  }

  private func readDates(
    tokens: Bool, _ parse: (UnsafeBufferPointer<UInt8>) -> Int32?
  ) -> Values {
    var values = [Int32](repeating: Values.missingDate, count: table.rowCount)
    for row in 0..<table.rowCount {
      let place = table.place(row, column)
      if isMissing(place) { continue }
      let cell = trimmed(place)
      if let value = parse(cell) {
        values[row] = value
      } else if !(tokens && takesToken(cell, row)) {
        mismatch(row, "a date")
      }
    }
    return .date(values)
  }

  private func readDates(format: String) -> Values {
    switch format {
    case "%d.%m.%Y": readDates(tokens: false) { Numbers.date($0, .dayFirst, mark: 0x2E) }
    case "%d/%m/%Y": readDates(tokens: false) { Numbers.date($0, .dayFirst, mark: 0x2F) }
    case "%d-%m-%Y": readDates(tokens: false) { Numbers.date($0, .dayFirst, mark: 0x2D) }
    case "%m/%d/%Y": readDates(tokens: false) { Numbers.date($0, .monthFirst, mark: 0x2F) }
    case "%Y/%m/%d": readDates(tokens: false) { Numbers.date($0, .yearFirst, mark: 0x2F) }
    case "%Y.%m.%d": readDates(tokens: false) { Numbers.date($0, .yearFirst, mark: 0x2E) }
    case "datetime":
      readDates(tokens: false) {
        Numbers.dateTime($0)?.day ?? Numbers.date($0, .yearFirst, mark: 0x2D)
      }
    case "any":
      readDates(tokens: false) {
        Numbers.date($0, .yearFirst, mark: 0x2D) ?? Numbers.date($0, .yearFirst, mark: 0x2F)
          ?? Numbers.date($0, .dayFirst, mark: 0x2E) ?? Numbers.dateTime($0)?.day
      }
    default: readDates(tokens: false) { Numbers.date($0, .yearFirst, mark: 0x2D) }
    }
  }

  private func readText() -> Values {
    let rows = table.rowCount
    var builder = TextDictionaryBuilder()
    var scratch: [UInt8] = []
    var last: (UnsafeBufferPointer<UInt8>, Int32)?
    let codes = [Int32](unsafeUninitializedCapacity: rows) { out, count in
      for row in 0..<rows {
        let place = table.place(row, column)
        if isMissing(place) {
          out[row] = -1
          continue
        }
        let raw = table.bytes(place)
        if !place.isEscaped {
          // Files are often sorted: the cell above is a good guess.
          if let last, last.0.count == raw.count, last.0.elementsEqual(raw) {
            out[row] = last.1
            continue
          }
          if Composition.isComposed(raw) {
            out[row] = builder.insert(raw)
            last = (raw, out[row])
            continue
          }
        }
        scratch.removeAll(keepingCapacity: true)
        table.resolve(place, to: &scratch)
        out[row] = Self.insertComposed(&scratch, into: &builder)
      }
      count = rows
    }
    let dictionary = builder.finish()
    TextFaults.report(codes, dictionary, table, name, faults)
    return .text(codes: codes, dictionary: dictionary)
  }

  private static func insertComposed(
    _ bytes: inout [UInt8], into builder: inout TextDictionaryBuilder
  ) -> Int32 {
    if !bytes.withUnsafeBufferPointer({ Composition.isComposed($0) }) {
      var composed: [UInt8] = []
      bytes.withUnsafeBufferPointer { Composition.append($0, to: &composed) }
      bytes = composed
    }
    return bytes.withUnsafeBufferPointer { builder.insert($0) }
  }

  // MARK: Lists

  private func hasLists() -> Bool {
    for row in 0..<table.rowCount where table.place(row, column).isList { return true }
    return false
  }

  /// Elements apart by a separator, or in JSON arrays. Without a type they stay text.
  private func readList(of type: CellType?, separator: UInt8?) -> TableColumn.Content {
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(table.rowCount + 1)
    var builder = TextDictionaryBuilder()
    var codes: [Int32] = []
    var scratch: [UInt8] = []
    for row in 0..<table.rowCount {
      let place = table.place(row, column)
      defer { offsets.append(UInt32(truncatingIfNeeded: codes.count)) }
      if isMissing(place) { continue }
      if place.isList {
        readArray(place, row, &builder, &codes)
        continue
      }
      scratch.removeAll(keepingCapacity: true)
      table.resolve(place, to: &scratch)
      for part in scratch.split(separator: separator ?? 0x3B) {
        var text = Array(part)
        ListFinder.trim(&text)
        if !text.isEmpty { codes.append(Self.insertComposed(&text, into: &builder)) }
      }
    }
    let dictionary = builder.finish()
    switch type {
    case .int?: return listOfInts(offsets, codes, dictionary)
    default: return .list(offsets: offsets, elements: .text(codes: codes, dictionary: dictionary))
    }
  }

  private func readArray(
    _ place: CellPlace, _ row: Int, _ builder: inout TextDictionaryBuilder, _ codes: inout [Int32]
  ) {
    var scanner = JSONScanner(table.bytes(place))
    guard let value = try? scanner.value(), let values = value.array else { return }
    for value in values {
      if let text = value.scalarText {
        var bytes = Array(text.utf8)
        codes.append(Self.insertComposed(&bytes, into: &builder))
      } else if case .null = value {
        continue
      } else {
        faults.add(
          .nestedValue, line: table.lines[row], column: name, text: table.text(row, column),
          done: "values inside values are left out of the list")
      }
    }
  }

  private func listOfInts(
    _ offsets: [UInt32], _ codes: [Int32], _ dictionary: TextDictionary
  ) -> TableColumn.Content {
    let numbers = (0..<dictionary.count).map { Int64(dictionary.string(Int32($0))) }
    guard numbers.allSatisfy({ $0 != nil }) else {
      faults.add(
        .typeMismatch, column: name, text: "", done: "the elements stay text: not all are whole numbers")
      return .list(offsets: offsets, elements: .text(codes: codes, dictionary: dictionary))
    }
    return .list(
      offsets: offsets,
      elements: .int(codes.map { numbers[Int($0)] ?? 0 }, Validity()))
  }
}
