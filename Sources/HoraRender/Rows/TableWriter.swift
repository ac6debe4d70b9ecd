// Comes in: a result set and the width of a terminal, if there is one. Goes out: a table for
// reading. Without a width nothing is cut, broken or left out. With one, no line is wider: columns
// without any value go first, and are named below; then wide columns are cut; and where even that
// does not fit, each row becomes a record of lines.

import HoraEngine

struct TableWriter {
  private let options: RenderOptions
  private let isScalar: Bool
  private let names: [String]
  /// Nil where the value is missing.
  private let rows: [[String?]]
  private let isNumber: [Bool]

  init(_ result: ResultSet, _ options: RenderOptions) {
    self.options = options
    isScalar = result.isScalar
    let columns = result.cells()
    names = columns.map { column in
      DisplayWidth.visible(column.info.name + (column.info.unit.map { " (\($0))" } ?? ""))
    }
    isNumber = columns.map { ($0.info.type == .int || $0.info.type == .decimal) && $0.lists == nil }
    rows = (0..<result.rowCount).map { row in columns.map { $0.shown(row) } }
  }

  var written: [UInt8] {
    if isScalar, let cell = rows.first?.first {
      let text = cell ?? ""
      let lines = options.width.map { DisplayWidth.lines(text, width: $0) } ?? [text]
      return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
    let all = Array(names.indices)
    let contents = all.map { column in
      rows.reduce(0) { max($0, $1[column].map { DisplayWidth.of($0) } ?? 0) }
    }
    let widths = all.map { max(contents[$0], DisplayWidth.of(names[$0])) }
    guard let width = options.width, total(widths) > width else {
      return Array(table(all, widths).utf8)
    }
    let filled = all.filter { column in rows.contains { $0[column] != nil } }
    let shown = filled.isEmpty ? all : filled
    guard let fitted = fit(shown, widths, contents, width) else {
      return Array(records(width).utf8)
    }
    return Array((table(shown, fitted) + leftOut(all.filter { !shown.contains($0) }, width)).utf8)
  }

  /// Names and rows in line, and nothing else.
  var plain: [UInt8] {
    let all = Array(names.indices)
    let widths = all.map { column in
      rows.reduce(DisplayWidth.of(names[column])) {
        max($0, $1[column].map { DisplayWidth.of($0) } ?? 0)
      }
    }
    let lines = ([names] + rows).map { line($0, widths, isNumber) + "\n" }
    return Array(lines.joined().utf8)
  }

  /// Names and rows in boxes of ASCII.
  var ruled: [UInt8] {
    let all = Array(names.indices)
    let contents = all.map { column in
      rows.reduce(0) { max($0, $1[column].map { DisplayWidth.of($0) } ?? 0) }
    }
    let widths = all.map { max(1, contents[$0], DisplayWidth.of(names[$0])) }
    var fitted = widths
    // Each column has a bar and two spaces, and one bar ends the line.
    if let width = options.width, total(widths) + all.count + 3 > width {
      guard let fit = fit(all, widths, contents, width - all.count - 3) else { return blocks }
      fitted = fit
    }
    let rule = "+" + fitted.map { String(repeating: "-", count: $0 + 2) + "+" }.joined() + "\n"
    let boxed = { (cells: [String?]) in
      "|"
        + all.map { column in
          let shown = DisplayWidth.cut(cells[column] ?? "", to: fitted[column], mark: "~")
          let padding = String(repeating: " ", count: fitted[column] - DisplayWidth.of(shown))
          return isNumber[column] ? " \(padding)\(shown) |" : " \(shown)\(padding) |"
        }.joined() + "\n"
    }
    return Array((rule + boxed(names) + rule + rows.map(boxed).joined() + rule).utf8)
  }

  /// Each row as a block of lines.
  var blocks: [UInt8] {
    guard let width = options.width else { return Array(records(nil).utf8) }
    return Array(records(max(8, width)).utf8)
  }

  // MARK: Tables

  private static let gap = 2
  /// Text and names are cut to so many cells at the least.
  private static let least = 8

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + TableWriter.gap * max(0, widths.count - 1)
  }

  /// Widths of the columns that fit the terminal, as even as can be; numbers are never cut. Nil
  /// where there is no room for all.
  private func fit(
    _ columns: [Int], _ widths: [Int], _ contents: [Int], _ width: Int
  ) -> [Int]? {
    let wanted = columns.map { widths[$0] }
    let least = columns.map { column in
      let some = min(widths[column], TableWriter.least)
      return isNumber[column] ? max(contents[column], some) : some
    }
    func capped(_ cap: Int) -> [Int] {
      wanted.indices.map { min(wanted[$0], max(least[$0], cap)) }
    }
    guard total(least) <= width else { return nil }
    // The largest cap that fits.
    var low = 0
    var high = width
    while low < high {
      let middle = (low + high + 1) / 2
      if total(capped(middle)) <= width { low = middle } else { high = middle - 1 }
    }
    var fitted = capped(low)
    for index in fitted.indices where total(fitted) < width && fitted[index] < wanted[index] {
      fitted[index] += 1
    }
    return fitted
  }

  private func table(_ columns: [Int], _ widths: [Int]) -> String {
    let line = { (cells: [String?]) in
      self.line(columns.map { cells[$0] }, widths, columns.map { isNumber[$0] })
    }
    let gap = String(repeating: " ", count: TableWriter.gap)
    var out = styled("1", line(names))
    out += styled(
      "2", widths.map { String(repeating: "─", count: $0) }.joined(separator: gap))
    for row in rows { out += line(row) + "\n" }
    return out
  }

  private func styled(_ style: String, _ text: String) -> String {
    options.color ? "\u{1B}[\(style)m\(text)\u{1B}[0m\n" : text + "\n"
  }

  private func line(_ cells: [String?], _ widths: [Int], _ right: [Bool]) -> String {
    var text = ""
    var pending = 0
    for (index, cell) in cells.enumerated() {
      let shown = DisplayWidth.cut(cell ?? "", to: widths[index])
      let padding = widths[index] - DisplayWidth.of(shown)
      // Spaces are written only before something: no line ends in them.
      let before = pending + (right[index] ? padding : 0)
      if shown.isEmpty {
        pending += padding + TableWriter.gap
        continue
      }
      text += String(repeating: " ", count: max(0, before)) + shown
      pending = (right[index] ? 0 : padding) + TableWriter.gap
    }
    return text
  }

  private func leftOut(_ columns: [Int], _ width: Int) -> String {
    if columns.isEmpty { return "" }
    let text = "No values here: " + columns.map { names[$0] }.joined(separator: ", ")
    return DisplayWidth.lines(text, width: width).map { styled("2", $0) }.joined()
  }

  // MARK: Records

  /// Lines of one long value.
  private static let lines = 4

  /// - Parameter width: nil cuts and breaks nothing.
  private func records(_ width: Int?) -> String {
    let longest = names.map { DisplayWidth.of($0) }.max() ?? 0
    let nameWidth = width.map { min(longest, max(4, $0 * 2 / 5)) } ?? longest
    let valueWidth = width.map { max(4, $0 - nameWidth - TableWriter.gap) } ?? .max
    let gap = String(repeating: " ", count: TableWriter.gap)
    let indent = String(repeating: " ", count: nameWidth) + gap
    var out = ""
    for (number, row) in rows.enumerated() {
      let head = "── \(number + 1) "
      out += styled(
        "2",
        head + String(repeating: "─", count: max(0, min(width ?? 40, 40) - DisplayWidth.of(head))))
      for (index, cell) in row.enumerated() {
        guard let cell else { continue }
        let name = DisplayWidth.cut(names[index], to: nameWidth)
        let padding = String(repeating: " ", count: nameWidth - DisplayWidth.of(name))
        let lines = DisplayWidth.lines(
          cell, width: valueWidth, most: width == nil ? .max : TableWriter.lines)
        out += name + padding + gap + lines.joined(separator: "\n" + indent) + "\n"
      }
    }
    return out
  }
}
