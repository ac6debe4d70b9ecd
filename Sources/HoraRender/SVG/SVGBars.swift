// Comes in: charts of bars. Goes out: a drawing with one below the other: label, bar, value. Negative
// bars run to the left of an axis and have a colour of their own besides.

enum SVGBars {
  private static let line = 22.0

  static func drawing(of charts: [BarChart], _ width: Double) -> Drawing {
    var body = ""
    var y = 0.0
    for (index, chart) in charts.enumerated() {
      if index > 0 {
        y += 30
        body += SVG.text(chart.title, x: Drawing.rim, y: y + 8, "head")
        body += SVG.text(chart.remark, x: Drawing.rim, y: y + 27, "dim")
        y += 40
      }
      body += draw(chart, width, y)
      y += Double(chart.labels.count) * line + 4
    }
    return Drawing(
      width: width, height: y, title: charts.first?.title ?? "", remark: charts.first?.remark ?? "",
      body: body)
  }

  private static func draw(_ chart: BarChart, _ width: Double, _ top: Double) -> String {
    let values = Figures.shown(chart.values)
    let label = min(Labels.widest(chart.labels), width * 0.38)
    let valueWidth = Labels.widest(values) + 8
    let start = Drawing.rim + label + 8
    let hasLeft = chart.values.contains { $0 < 0 }
    let hasRight = chart.values.contains { $0 > 0 }
    let room = max(20, width - start - Drawing.rim - valueWidth * (hasLeft && hasRight ? 2 : 1))
    let parts = hasLeft && hasRight ? 2.0 : 1.0
    let axis = hasLeft ? start + valueWidth + room / parts - (hasRight ? 0 : valueWidth) : start
    var out = ""
    for (index, name) in chart.labels.enumerated() {
      let y = top + Double(index) * line
      let length = chart.length(chart.values[index]) * room / parts
      let shown = Labels.cut(name, to: label)
      out += SVG.text(shown, x: Drawing.rim + label, y: y + 16, anchor: "end")
      let bar = Box(
        x: length < 0 ? axis + length : axis, y: y + 3, width: max(abs(length), 1), height: line - 6
      )
      if length != 0 {
        out += SVG.rectangle(
          bar, length < 0 ? "bar below" : "bar", title: "\(name): \(values[index])")
      }
      // The value of a negative bar stands left of it where bars run both ways.
      let isLeft = length < 0 && hasRight
      out += SVG.text(
        values[index], x: isLeft ? bar.x - 5 : (length < 0 ? axis : axis + length) + 5, y: y + 16,
        "dim", anchor: isLeft ? "end" : "start")
    }
    let bottom = top + Double(chart.labels.count) * line
    return SVG.line(Point(x: axis, y: top), Point(x: axis, y: bottom), "rule") + out
  }
}
