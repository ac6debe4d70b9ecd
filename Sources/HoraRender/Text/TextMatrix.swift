// Comes in: a matrix and the width of a terminal, if there is one. Goes out: lines, none of them
// wider. Each cell is a shade and its number, so that it reads without colour; columns that do not
// fit beside each other come in further blocks, and names too long for their columns are numbered.

struct TextMatrix {
  let matrix: Matrix
  let width: Int?
  let isASCII: Bool

  /// A column is so wide at the most where there is a terminal.
  private static let widest = 12

  var text: String {
    let shades = Array(isASCII ? " .:-=#" : " ·░▒▓█")
    let head = "\(matrix.title) (\(matrix.remark))"
    var lines = fold(head)
    let cells = matrix.cells.map { value -> String in
      if value.isNaN { return "" }
      return Figures.shown(value) + String(shades[matrix.shade(value)])
    }
    let longest = matrix.rows.reduce(0) { max($0, DisplayWidth.of($1)) }
    let label = width.map { min(longest, max(3, $0 * 2 / 5)) } ?? longest
    let cellWidths = matrix.columns.indices.map { column in
      matrix.rows.indices.reduce(2) { max($0, cells[$1 * matrix.columns.count + column].count) }
    }
    let (names, key) = headings(cellWidths)
    let widths = names.indices.map { max(cellWidths[$0], DisplayWidth.of(names[$0])) }
    for block in blocks(widths, label) {
      lines.append(line("", block.map { names[$0] }, block.map { widths[$0] }, label))
      for (row, name) in matrix.rows.enumerated() {
        lines.append(
          line(
            name, block.map { cells[row * matrix.columns.count + $0] }, block.map { widths[$0] },
            label))
      }
      lines.append("")
    }
    if matrix.columns.isEmpty { lines.append("") }
    lines += legend(shades)
    lines += key.flatMap(fold)
    return lines.joined(separator: "\n") + "\n"
  }

  private func fold(_ text: String) -> [String] {
    width.map { DisplayWidth.lines(text, width: max(8, $0)) } ?? [text]
  }

  /// The names of the columns as they stand above them, and what numbers there stand for.
  private func headings(_ cellWidths: [Int]) -> (names: [String], key: [String]) {
    let longest = matrix.columns.reduce(0) { max($0, DisplayWidth.of($1)) }
    let hasRoom = width == nil ? longest <= 24 : longest <= TextMatrix.widest
    if hasRoom { return (matrix.columns, []) }
    let numbers = matrix.columns.indices.map { "[\($0 + 1)]" }
    return (numbers, matrix.columns.enumerated().map { "[\($0 + 1)] \($1)" })
  }

  /// Columns that fit beside each other.
  private func blocks(_ widths: [Int], _ label: Int) -> [Range<Int>] {
    guard let width else { return widths.isEmpty ? [] : [0..<widths.count] }
    var result: [Range<Int>] = []
    var start = 0
    var used = label
    for index in widths.indices {
      if index > start, used + 1 + widths[index] > width {
        result.append(start..<index)
        start = index
        used = label
      }
      used += 1 + widths[index]
    }
    if start < widths.count { result.append(start..<widths.count) }
    return result
  }

  private func line(_ name: String, _ cells: [String], _ widths: [Int], _ label: Int) -> String {
    var text = DisplayWidth.padded(name, label)
    for (index, cell) in cells.enumerated() {
      text += " " + DisplayWidth.padded(cell, widths[index], right: true)
    }
    while text.last == " " { text.removeLast() }
    return width.map { DisplayWidth.cut(text, to: $0) } ?? text
  }

  private func legend(_ shades: [Character]) -> [String] {
    let steps = matrix.steps.map { "\(shades[$0.shade]) to \(Figures.shown($0.bound))" }
    if steps.isEmpty { return [] }
    return fold("Shades: " + steps.joined(separator: ", "))
  }
}
