// Comes in: UTF-8 bytes and a dialect. Goes out: the place of every cell, and faults of form. It must not
// copy or interpret a cell. Linear in the bytes, also where quotes are wrong.

import HoraEngine

struct DelimitedScanner {
  let file: FileBytes
  let bytes: UnsafeBufferPointer<UInt8>
  let dialect: Dialect
  let faults: FaultCollector
  private var at: Int
  private var line = 1
  private var blankLines = 0
  /// From here on no quoted cell ends, so quotes are plain bytes.
  private var noQuotesFrom = Int.max

  init(_ file: FileBytes, from start: Int, _ dialect: Dialect, _ faults: FaultCollector) {
    self.file = file
    bytes = file.bytes
    at = start
    self.dialect = dialect
    self.faults = faults
  }

  /// All cells of the file. `names` stand in for a header that the file does not have.
  mutating func scan(names declared: [String]?) throws(LoadError) -> CellTable? {
    skipBlankLines()
    if at >= bytes.count { return nil }
    var names = declared ?? []
    let headerStart = at
    if dialect.hasHeader {
      names = try header()
    } else if names.isEmpty {
      let (start, startLine) = (at, line)
      names = (1...max(1, try header().count)).map { "column_\($0)" }
      (at, line) = (start, startLine)
    }
    let headerEnd = at
    let guess = (bytes.count - at) / max(8, names.count * 4) + 16
    let table = CellTable(
      file: file, format: .delimited, names: names, firstLine: line,
      rowGuess: min(guess, sampleRows()))
    try rows(table, header: dialect.hasHeader ? headerStart..<headerEnd : 0..<0)
    if table.rowCount > Limits.rows { throw Messages.tooManyRows(faults.file) }
    if blankLines > 0, names.count > 1 {
      faults.add(.blankLines, text: "\(blankLines)", done: "they are skipped")
    }
    return table
  }

  /// An estimate of the rows that are left, from the length of the first ones.
  private func sampleRows() -> Int {
    let window = min(bytes.count - at, 1 << 16)
    guard window > 0 else { return 1 }
    var ends = 0
    for i in at..<at + window where bytes[i] == dialect.lineEnd { ends += 1 }
    return (bytes.count - at) / max(1, window / max(1, ends)) * 21 / 20 + 16
  }

  private mutating func skipBlankLines() {
    while at < bytes.count {
      if bytes[at] == dialect.lineEnd {
        at += 1
        line += 1
        blankLines += 1
      } else if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == dialect.lineEnd {
        at += 2
        line += 1
        blankLines += 1
      } else if let comment = dialect.comment, bytes[at] == comment {
        while at < bytes.count, bytes[at] != dialect.lineEnd { at += 1 }
        if at < bytes.count { at += 1 }
        line += 1
      } else {
        return
      }
    }
  }

  /// The names of the columns, made different and not empty.
  private mutating func header() throws(LoadError) -> [String] {
    var names: [String] = []
    var isLast = false
    var seen: Set<String> = []
    while !isLast {
      let place = cell(&isLast)
      if place.count > Limits.headerBytes { throw Messages.longHeader(faults.file) }
      var raw = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[place.start..<place.start + place.count]),
        as: UTF8.self)
      if place.isEscaped {
        raw = raw.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
      }
      var name = Composition.composed(raw.trimmingBlanks)
      if name.isEmpty {
        name = "column_\(names.count + 1)"
        if !isLast || names.isEmpty {
          faults.add(.unnamedColumn, line: 1, column: name, text: "", done: "it is called \(name)")
        }
      }
      if seen.contains(name) {
        var number = 2
        while seen.contains("\(name)_\(number)") { number += 1 }
        faults.add(
          .duplicateColumn, line: 1, column: name, text: name,
          done: "the later one is called \(name)_\(number)")
        name += "_\(number)"
      }
      seen.insert(name)
      names.append(name)
      if names.count > Limits.columns { throw Messages.tooManyColumns(faults.file) }
    }
    return names
  }

  private mutating func rows(_ table: CellTable, header: Range<Int>) throws(LoadError) {
    var padded = 0
    let columns = table.names.count
    let headerFirst = header.isEmpty ? 0 : bytes[header.lowerBound]
    while true {
      skipBlankLines()
      if at >= bytes.count { return }
      let rowStart = at
      let rowLine = line
      let out = table.nextRow()
      var column = 0
      var extra = 0
      var tooLong = false
      var isLast = false
      while !isLast {
        let place = cell(&isLast)
        if column < columns { out[column] = place.word } else if place.count > 0 { extra += 1 }
        if place.count == CellPlace.longest { tooLong = true }
        column += 1
      }
      if bytes[rowStart] == headerFirst, !header.isEmpty, isRepeated(header, rowStart) {
        faults.add(
          .repeatedHeader, line: rowLine, text: text(rowStart..<at), done: "the line is skipped")
        continue
      }
      if column < columns {
        let missing = columns - column
        padded += missing
        // A few bytes a row must not become thousands of cells each.
        if padded > Limits.paddedCells, padded > bytes.count * 4 {
          throw Messages.notATable(faults.file, "its rows are much shorter than its first line")
        }
        faults.add(
          .raggedShort, line: rowLine, text: text(rowStart..<at),
          done: "\(column) of \(columns) cells; the last \(missing) are taken as missing")
        for rest in column..<columns { out[rest] = CellPlace(start: rowStart, end: rowStart).word }
      } else if extra > 0 || tooLong {
        faults.add(
          .raggedLong, line: rowLine, text: text(rowStart..<at),
          done: tooLong
            ? "a cell is too long; the row is on the reject list"
            : "\(column) cells instead of \(columns); the row is on the reject list")
        faults.reject(line: rowLine, UnsafeBufferPointer(rebasing: bytes[rowStart..<at]))
        continue
      }
      table.keepRow(line: rowLine)
      if table.rowCount &* columns > Limits.cells { throw Messages.tooManyRows(faults.file) }
    }
  }

  private func isRepeated(_ header: Range<Int>, _ start: Int) -> Bool {
    guard at - start <= header.count + 2, at - start + 2 >= header.count else { return false }
    func trimmed(_ range: Range<Int>) -> Range<Int> {
      var end = range.upperBound
      while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
      return range.lowerBound..<end
    }
    let (a, b) = (trimmed(header), trimmed(start..<at))
    guard a.count == b.count else { return false }
    for i in 0..<a.count where bytes[a.lowerBound + i] != bytes[b.lowerBound + i] { return false }
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    var end = min(range.upperBound, range.lowerBound + 300)
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(
      decoding: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]), as: UTF8.self)
  }

  /// The cell that begins here; moves behind its separator or line end.
  @inline(__always)
  private mutating func cell(_ isLast: inout Bool) -> CellPlace {
    let end = bytes.count
    let delimiter = dialect.delimiter
    let lineEnd = dialect.lineEnd
    if dialect.skipsInitialSpace { while at < end, bytes[at] == 0x20 { at += 1 } }
    if at < end, let quote = dialect.quote, bytes[at] == quote, at < noQuotesFrom,
      let place = quoted(quote, &isLast)
    {
      return place
    }
    let start = at
    var i = at
    if let base = bytes.baseAddress {
      while i < end {
        let byte = base[i]
        if byte == delimiter || byte == lineEnd { break }
        i += 1
      }
    }
    var stop = i
    if i < end {
      if bytes[i] == delimiter {
        isLast = false
      } else {
        isLast = true
        line += 1
        if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
      }
      at = i + 1
    } else {
      isLast = true
      if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
      at = end
    }
    return CellPlace(start: start, end: min(stop, start + CellPlace.longest))
  }

  /// A cell in quotes; nil, and nothing moved, where it never ends.
  private mutating func quoted(_ quote: UInt8, _ isLast: inout Bool) -> CellPlace? {
    let end = bytes.count
    let start = at + 1
    var flags = CellPlace.quoted
    var newLines = 0
    var i = start
    while true {
      while i < end, bytes[i] != quote {
        if bytes[i] == dialect.lineEnd { newLines += 1 }
        i += 1
      }
      if i >= end {
        noQuotesFrom = at
        faults.add(
          .unclosedQuote, line: line, text: text(at..<min(end, at + 80)),
          done: "the quote is taken as part of the text, from here to the end of the file")
        return nil
      }
      if i + 1 < end, bytes[i + 1] == quote {
        flags |= CellPlace.escaped
        i += 2
        continue
      }
      break
    }
    var close = i
    i += 1
    // Behind the closing quote only a separator or a line end may stand.
    if i < end, bytes[i] != dialect.delimiter, bytes[i] != dialect.lineEnd,
      !(bytes[i] == 0x0D && (i + 1 == end || bytes[i + 1] == dialect.lineEnd))
    {
      var stop = i
      while stop < end, bytes[stop] != dialect.delimiter, bytes[stop] != dialect.lineEnd {
        stop += 1
      }
      faults.add(
        .strayQuote, line: line, text: text(at..<stop),
        done: "the cell is kept as it stands, with its quotes")
      line += newLines
      let from = at
      var cellEnd = stop
      if cellEnd > from, bytes[cellEnd - 1] == 0x0D { cellEnd -= 1 }
      isLast = stop >= end || bytes[stop] != dialect.delimiter
      if stop < end, isLast { line += 1 }
      at = min(end, stop + 1)
      return CellPlace(start: from, end: min(cellEnd, from + CellPlace.longest))
    }
    line += newLines
    if i < end, bytes[i] == 0x0D { i += 1 }
    if i >= end {
      isLast = true
      at = end
    } else {
      isLast = bytes[i] != dialect.delimiter
      if isLast { line += 1 }
      at = i + 1
    }
    close = min(close, start + CellPlace.longest)
    return CellPlace(start: start, end: close, flags: flags)
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
