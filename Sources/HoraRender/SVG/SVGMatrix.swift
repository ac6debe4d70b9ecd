// Comes in: a matrix. Goes out: a heat map: five shades, and in each cell its number, so that it reads
// without colour. What is below zero has shades of its own.

enum SVGMatrix {
  /// Names of columns that lean take so much of their length up, and to the right.
  private static let slope = 0.71

  static func drawing(of given: Matrix, _ room: Sketch.Room) -> Drawing {
    let matrix = given.isBroad ? given.turned : given
    let most = room == .wide ? (row: 320.0, column: 240.0) : (row: 130, column: 110)
    let label = min(Labels.widest(matrix.rows), most.row)
    let head = min(Labels.widest(matrix.columns), most.column)
    let left = Drawing.rim + label + 8
    let numbers = matrix.cells.map { $0.isNaN ? "" : Figures.shown($0) }
    let narrow = max(room == .wide ? 32 : 25, Labels.widest(numbers) + 9)
    // A few columns are as wide as their names, which then stand straight.
    let straight = max(narrow, head + 8)
    let hasRoom = straight * Double(matrix.columns.count) <= (room == .wide ? 720 : 160)
    let cell = (width: hasRoom ? straight : narrow, height: 26.0)
    let leans = head > cell.width - 4
    let lean = leans ? head * slope : 0
    let top = leans ? lean + 16 : 22
    var body = ""
    for (column, name) in matrix.columns.enumerated() {
      let shown = Labels.cut(name, to: head)
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
        Labels.cut(name, to: label), x: left - 8, y: y + 17, anchor: "end")
      for (column, other) in matrix.columns.enumerated() {
        let value = matrix[row, column]
        let shade = matrix.shade(value)
        let box = Box(
          x: left + Double(column) * cell.width + 1, y: y + 1, width: cell.width - 2,
          height: cell.height - 2)
        let text = numbers[row * matrix.columns.count + column]
        let said = text.isEmpty ? "–" : text
        body += SVG.rectangle(
          box, style(shade, isBelow: value < 0), title: "\(name), \(other): \(said)")
        if !text.isEmpty {
          body += SVG.text(
            text, x: box.x + box.width / 2, y: y + 17, "on\(shade)", anchor: "middle",
            more: " pointer-events=\"none\"")
        }
      }
    }
    let bottom = top + Double(matrix.rows.count) * cell.height + 14
    let least = room == .wide ? 360.0 : 300
    let width = max(
      least, left + Double(matrix.columns.count) * cell.width + max(Drawing.rim, lean))
    let (legend, height) = legend(matrix, bottom, width)
    var remark = matrix.remark
    if given.isBroad { remark += ", rows drawn as columns" }
    return Drawing(
      width: width, height: bottom + height, title: matrix.title, remark: remark,
      body: body + legend, isFixed: true, textWidth: room == .wide ? .infinity : 340)
  }

  private static func style(_ shade: Int, isBelow: Bool) -> String {
    shade == 0 ? "none" : isBelow ? "b\(shade)" : "s\(shade)"
  }

  /// Which numbers have which shade; without it where all have one.
  private static func legend(
    _ matrix: Matrix, _ top: Double, _ width: Double
  ) -> (elements: String, height: Double) {
    let steps = matrix.steps
    guard !steps.isEmpty else { return ("", 6) }
    var out = ""
    var (x, y) = (Drawing.rim, top)
    for (index, entry) in steps.enumerated() {
      let before = index == 0 ? nil : steps[index - 1].bound
      let text = Matrix.range(after: before, to: entry.bound, isWhole: matrix.isWhole)
      let size = 19 + Labels.width(text) + 14
      if x > Drawing.rim, x + size > width {
        x = Drawing.rim
        y += 22
      }
      out += SVG.rectangle(Box(x: x, y: y, width: 15, height: 15), "s\(entry.shade)")
      out += SVG.text(text, x: x + 20, y: y + 12, "dim")
      x += size
    }
    if matrix.hasNegative {
      out += SVG.rectangle(Box(x: Drawing.rim, y: y + 22, width: 15, height: 15), "b3")
      out += SVG.text("below zero, the same steps", x: Drawing.rim + 20, y: y + 34, "dim")
      y += 22
    }
    return (out, y - top + 30)
  }
}
