// Comes in: a result set. Goes out: JSON, one object a row. Numbers and bools as such, dates and
// entities as text, lists as arrays, missing as null.

import HoraEngine

enum JSONWriter {
  /// An array with one object a line.
  static func array(_ result: ResultSet) -> [UInt8] {
    let writer = RowWriter(result)
    var out: [UInt8] = [UInt8(ascii: "[")]
    for row in 0..<result.rowCount {
      out += Array((row == 0 ? "\n  " : ",\n  ").utf8)
      writer.append(row, to: &out)
    }
    out += Array((result.rowCount == 0 ? "]\n" : "\n]\n").utf8)
    return out
  }

  static func lines(_ result: ResultSet) -> [UInt8] {
    let writer = RowWriter(result)
    var out: [UInt8] = []
    for row in 0..<result.rowCount {
      writer.append(row, to: &out)
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  /// A text in quotes, with what JSON wants escaped.
  static func quote(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 10: out += Array("\\n".utf8)
      case 13: out += Array("\\r".utf8)
      case 9: out += Array("\\t".utf8)
      case 0..<32:
        let digits = Array("0123456789abcdef".utf8)
        out += Array("\\u00".utf8)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}

private struct RowWriter {
  let columns: [CellColumn]
  /// `"name": ` of each column; a name that comes again gets a number.
  let keys: [[UInt8]]

  init(_ result: ResultSet) {
    columns = result.cells()
    var seen: [String: Int] = [:]
    keys = columns.map { column in
      let count = seen[column.info.name, default: 0] + 1
      seen[column.info.name] = count
      var key: [UInt8] = []
      let name = count == 1 ? column.info.name : "\(column.info.name)_\(count)"
      JSONWriter.quote(ArraySlice(name.utf8), to: &key)
      return key + Array(": ".utf8)
    }
  }

  func append(_ row: Int, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (index, column) in columns.enumerated() {
      if index > 0 { out += [UInt8(ascii: ","), UInt8(ascii: " ")] }
      out += keys[index]
      if let lists = column.lists {
        out.append(UInt8(ascii: "["))
        for place in lists[row]..<lists[row + 1] {
          if place > lists[row] { out += [UInt8(ascii: ","), UInt8(ascii: " ")] }
          value(column, Int(place), to: &out)
        }
        out.append(UInt8(ascii: "]"))
      } else {
        value(column, row, to: &out)
      }
    }
    out.append(UInt8(ascii: "}"))
  }

  private func value(_ column: CellColumn, _ index: Int, to out: inout [UInt8]) {
    guard column.present[index] == 1 else {
      out += Array("null".utf8)
      return
    }
    switch column.info.type {
    case .int, .decimal, .bool: out += column.value(index)
    default: JSONWriter.quote(column.value(index), to: &out)
    }
  }
}
