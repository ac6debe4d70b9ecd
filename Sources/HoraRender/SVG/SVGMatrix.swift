// Comes in: a matrix. Goes out: a heat map: five shades, and in each cell its number, so that it reads
// without colour.

enum SVGMatrix {
  static func drawing(of matrix: Matrix) -> Drawing {
    let letters = min(matrix.rows.reduce(0) { max($0, DisplayWidth.of($1)) }, 42)
    let heads = min(matrix.columns.reduce(0) { max($0, DisplayWidth.of($1)) }, 30)
    let left = Drawing.rim + Double(letters) * 7.2 + 8
    let numbers = matrix.cells.map { $0.isNaN ? "" : Figures.shown($0) }
    let widest = numbers.reduce(0) { max($0, $1.count) }
    let narrow = max(30, Double(widest) * 7.2 + 12)
    // A few columns are as wide as their names, which then stand straight.
    let straight = max(narrow, Double(heads) * 7.2 + 8)
    let hasRoom = straight * Double(matrix.columns.count) <= 640
    let cell = (width: hasRoom ? straight : narrow, height: 24.0)
    // Names of columns lean by 45 degrees where they do not fit above their cells.
    let leans = Double(heads) * 7.2 > cell.width - 4
    let top = leans ? Double(heads) * 7.2 * 0.71 + 16 : 22
    var body = ""
    for (column, name) in matrix.columns.enumerated() {
      let shown = DisplayWidth.cut(name, to: heads)
      let x = left + (Double(column) + 0.5) * cell.width
      let place = "\(Figures.place(x)),\(Figures.place(top - 8))"
      body +=
        leans
        ? SVG.text(shown, x: 0, y: 0, more: " transform=\"translate(\(place)) rotate(-45)\"")
        : SVG.text(shown, x: x, y: top - 8, anchor: "middle")
    }
    for (row, name) in matrix.rows.enumerated() {
      let y = top + Double(row) * cell.height
      body += SVG.text(
        DisplayWidth.cut(name, to: letters), x: left - 8, y: y + 16, anchor: "end")
      for (column, other) in matrix.columns.enumerated() {
        let value = matrix[row, column]
        let shade = matrix.shade(value)
        let box = Box(
          x: left + Double(column) * cell.width + 1, y: y + 1, width: cell.width - 2,
          height: cell.height - 2)
        let text = numbers[row * matrix.columns.count + column]
        body += SVG.rectangle(
          box, shade == 0 ? "none" : "s\(shade)",
          title: "\(name), \(other): \(text.isEmpty ? "–" : text)")
        if !text.isEmpty {
          body += SVG.text(
            text, x: box.x + box.width / 2, y: y + 16, "on\(shade)", anchor: "middle",
            more: " pointer-events=\"none\"")
        }
      }
    }
    let bottom = top + Double(matrix.rows.count) * cell.height + 14
    body += legend(matrix, left, bottom)
    let lean = leans ? Double(heads) * 7.2 * 0.71 : 0
    let width = left + Double(matrix.columns.count) * cell.width + max(Drawing.rim, lean)
    return Drawing(
      width: max(360, width), height: bottom + 30, title: matrix.title, remark: matrix.remark,
      body: body)
  }

  private static func legend(_ matrix: Matrix, _ left: Double, _ top: Double) -> String {
    var out = ""
    var x = Drawing.rim
    for (index, entry) in matrix.steps.enumerated() {
      let step = entry.shade
      let text = (index == 0 ? "up to " : "") + Figures.shown(entry.bound)
      out += SVG.rectangle(Box(x: x, y: top, width: 14, height: 14), "s\(step)")
      out += SVG.text(text, x: x + 19, y: top + 12, "dim")
      x += 19 + Labels.width(text) + 14
    }
    return out
  }
}
