// Comes in: columns of numbers in the order of the rows. Goes out: a drawing with a line for each; a
// missing value is a gap.

import HoraEngine

enum SVGSparks {
  private static let line = 52.0

  static func drawing(
    of sparks: [Spark], rows: Int, title: String?, _ width: Double
  ) -> Drawing {
    let label = min(Labels.widest(sparks.map(\.name)), width * 0.28)
    let left = Drawing.rim + label + 10
    let ends = sparks.map { $0.low.isNaN ? ["no values"] : Figures.shown([$0.high, $0.low]) }
    let widest = Labels.widest(ends.joined())
    let right = max(left + 40, width - Drawing.rim - widest - 10)
    var body = ""
    for (index, spark) in sparks.enumerated() {
      let y = Double(index) * line
      body += SVG.text(Labels.cut(spark.name, to: label), x: Drawing.rim, y: y + 27)
      // The largest stands above the smallest, as in the line.
      for (place, end) in ends[index].enumerated() {
        body += SVG.text(end, x: right + 10, y: y + 17 + Double(place) * 22, "dim")
      }
      body += SVG.line(
        Point(x: left, y: y + line - 6), Point(x: right, y: y + line - 6), "rule")
      body += "<path class=\"trace\" d=\"\(path(spark, left, right, y + 8, y + line - 10))\">"
      let said = ends[index].reversed().joined(separator: " to ")
      body += "<title>\(XML.escaped("\(spark.name): \(said)"))</title></path>\n"
    }
    let count = rows == 1 ? "1 row" : "\(Figures.shown(Double(rows))) rows"
    return Drawing(
      width: width, height: Double(sparks.count) * line + 6,
      title: title ?? sparks.map(\.name).joined(separator: ", "),
      remark: "\(count), in their order; largest and smallest value", body: body)
  }

  private static func path(
    _ spark: Spark, _ left: Double, _ right: Double, _ top: Double, _ bottom: Double
  ) -> String {
    let values = spark.stretched(to: Drawing.most)
    let range = spark.high - spark.low
    var out = ""
    var isDown = false
    for (index, value) in values.enumerated() {
      guard !value.isNaN else {
        isDown = false
        continue
      }
      let x =
        left + (right - left) * (values.count > 1 ? Double(index) / Double(values.count - 1) : 0.5)
      let share = range > 0 && range.isFinite ? (value - spark.low) / range : 0.5
      let place = "\(Figures.place(x)) \(Figures.place(bottom - (bottom - top) * share))"
      out += (isDown ? "L" : "M") + place
      // A value between two gaps is a dot.
      let isAlone =
        !isDown && (index + 1 == values.count || values[index + 1].isNaN)
      if isAlone { out += "h1" }
      isDown = true
    }
    return out
  }
}
