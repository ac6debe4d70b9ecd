// Comes in: a result set and the width of a terminal, if there is one. Goes out: a table for
// reading. Without a width nothing is cut; with one, wide cells are cut, and where even that does
// not fit, each row becomes a record of lines.

import HoraEngine

struct TableWriter {
  private let result: ResultSet
  private let options: RenderOptions
  private let names: [String]
  /// Nil where the value is missing.
  private let rows: [[String?]]
  private let isNumber: [Bool]

  init(_ result: ResultSet, _ options: RenderOptions) {
    self.result = result
    self.options = options
    let columns = result.cells()
    names = columns.map { column in
      DisplayWidth.visible(column.info.name) + (column.info.unit.map { " (\($0))" } ?? "")
    }
    isNumber = columns.map { ($0.info.type == .int || $0.info.type == .decimal) && $0.lists == nil }
    rows = (0..<result.rowCount).map { row in
      columns.map { column in
        if let lists = column.lists {
          if lists[row] == lists[row + 1] { return nil }
          return (lists[row]..<lists[row + 1]).map {
            DisplayWidth.visible(String(decoding: column.value(Int($0)), as: UTF8.self))
          }.joined(separator: "; ")
        }
        guard column.present[row] == 1 else { return nil }
        let text = String(decoding: column.value(row), as: UTF8.self)
        return text.isEmpty ? "\"\"" : DisplayWidth.visible(text)
      }
    }
  }

  var written: [UInt8] {
    if result.isScalar, let cell = rows.first?.first {
      return Array(((cell ?? "") + "\n").utf8)
    }
    var widths = names.map { DisplayWidth.of($0) }
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], cell.map { DisplayWidth.of($0) } ?? 0)
      }
    }
    guard let width = options.width else { return Array(table(widths).utf8) }
    if let fitted = fit(widths, width) { return Array(table(fitted).utf8) }
    return Array(records(width).utf8)
  }

  // MARK: Tables

  private static let gap = 2

  /// Widths that fit the terminal: the widest columns give way first, none below eight cells.
  private func fit(_ widths: [Int], _ width: Int) -> [Int]? {
    var widths = widths
    let room = width - TableWriter.gap * (widths.count - 1)
    var total = widths.reduce(0, +)
    while total > room {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) else { return nil }
      let least = isNumber[widest] ? widths[widest] : 8
      if widths[widest] <= least { return nil }
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? least
      let next = max(least, min(widths[widest] - 1, max(second, widths[widest] - (total - room))))
      total -= widths[widest] - next
      widths[widest] = next
    }
    return widths
  }

  private func table(_ widths: [Int]) -> String {
    var out = ""
    out += styled("1", line(names.map { Optional($0) }, widths))
    out += styled("2", widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for row in rows { out += line(row, widths) + "\n" }
    return out
  }

  private func styled(_ style: String, _ text: String) -> String {
    options.color ? "\u{1B}[\(style)m\(text)\u{1B}[0m\n" : text + "\n"
  }

  private func line(_ cells: [String?], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let shown = DisplayWidth.cut(cell ?? "", to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(shown)))
      if index > 0 { text += "  " }
      text += isNumber[index] ? padding + shown : shown + padding
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  // MARK: Records

  private func records(_ width: Int) -> String {
    let nameWidth = min(names.map { DisplayWidth.of($0) }.max() ?? 0, max(4, width / 3))
    var out = ""
    for (number, row) in rows.enumerated() {
      out += styled("2", "── \(number + 1) " + String(repeating: "─", count: max(0, min(width, 40) - 5)))
      for (index, cell) in row.enumerated() {
        guard let cell else { continue }
        let name = DisplayWidth.cut(names[index], to: nameWidth)
        let padding = String(repeating: " ", count: nameWidth - DisplayWidth.of(name))
        out += name + padding + "  "
          + DisplayWidth.cut(cell, to: max(4, width - nameWidth - 2)) + "\n"
      }
    }
    return out
  }
}
