// Comes in: a result set. Goes out: a line for each row, `name: value, name: value`; what is missing
// is left out. For reading, or for `grep`: a line end in a text is shown as a sign, so a row is one
// line; only on a terminal is what is longer broken, and goes on indented.

import HoraEngine

enum ListWriter {
  static func write(_ result: ResultSet, width: Int?) -> [UInt8] {
    let columns = result.cells()
    let names = columns.map { DisplayWidth.visible($0.info.name) }
    var out = ""
    for row in 0..<result.rowCount {
      var parts: [String] = []
      for (index, column) in columns.enumerated() {
        guard let text = column.shown(row) else { continue }
        parts.append(columns.count == 1 ? text : "\(names[index]): \(text)")
      }
      out += folded(parts, width) + "\n"
    }
    return Array(out.utf8)
  }

  /// Names stay with the beginnings of their values where there is room.
  private static func folded(_ parts: [String], _ width: Int?) -> String {
    let whole = parts.joined(separator: ", ")
    guard let width, DisplayWidth.of(whole) > width else { return whole }
    let room = max(6, width - 2)
    var lines: [String] = []
    for (index, part) in parts.enumerated() {
      let comma = index == parts.count - 1 ? "" : ","
      if let last = lines.last, DisplayWidth.of(last) + DisplayWidth.of(part) + 2 <= room {
        lines[lines.count - 1] = last + " " + part + comma
      } else {
        lines += DisplayWidth.lines(part, width: room - 1)
        lines[lines.count - 1] += comma
      }
    }
    return lines.joined(separator: "\n  ")
  }
}
