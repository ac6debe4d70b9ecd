// Comes in: a result set. Goes out: CSV as RFC 4180 has it, with LF line ends, or the same with tabs.
// Lists are joined by "; ", missing is an empty cell, and empty text is "" in quotes, so that the two
// stay apart. Cells are exact unless `isSafe`: then a text that a spreadsheet would run as a formula
// (it begins with = + - @, a tab or a line end) gets an apostrophe before it.

import HoraEngine

struct DelimitedWriter {
  let delimiter: UInt8
  let isSafe: Bool
  private var out: [UInt8] = []

  init(delimiter: Character, isSafe: Bool = false) {
    self.delimiter = delimiter.asciiValue ?? UInt8(ascii: ",")
    self.isSafe = isSafe
  }

  mutating func write(_ result: ResultSet) -> [UInt8] {
    let columns = result.cells()
    for (index, column) in columns.enumerated() {
      if index > 0 { out.append(delimiter) }
      append(ArraySlice(column.info.name.utf8), present: true, isText: true)
    }
    out.append(UInt8(ascii: "\n"))
    for row in 0..<result.rowCount {
      for (index, column) in columns.enumerated() {
        if index > 0 { out.append(delimiter) }
        guard let lists = column.lists else {
          append(
            column.value(row), present: column.present[row] == 1,
            isText: !column.info.type.isNumber)
          continue
        }
        var joined: [UInt8] = []
        for place in lists[row]..<lists[row + 1] {
          if place > lists[row] { joined += [UInt8(ascii: ";"), UInt8(ascii: " ")] }
          joined += column.value(Int(place))
        }
        append(ArraySlice(joined), present: lists[row] < lists[row + 1], isText: true)
      }
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  private mutating func append(_ text: ArraySlice<UInt8>, present: Bool, isText: Bool) {
    guard present else { return }
    if isSafe, isText, let first = text.first, "=+-@\t\r\n".utf8.contains(first) {
      append([UInt8(ascii: "'")] + text, present: true, isText: false)
      return
    }
    let quote = UInt8(ascii: "\"")
    let plain =
      !text.isEmpty
      && !text.contains { $0 == quote || $0 == delimiter || $0 == 10 || $0 == 13 }
      && text.first != UInt8(ascii: " ") && text.last != UInt8(ascii: " ")
    if plain {
      out.append(contentsOf: text)
      return
    }
    out.append(quote)
    for byte in text {
      if byte == quote { out.append(quote) }
      out.append(byte)
    }
    out.append(quote)
  }
}
