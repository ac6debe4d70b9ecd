// Comes in: columns of numbers in the order of the rows. Goes out: a drawing with a line for each; a
// missing value is a gap.

import HoraEngine

enum SVGSparks {
  private static let line = 46.0

  static func drawing(of sparks: [Spark], _ result: ResultSet) -> Drawing {
    let width = 800.0
    let longest = sparks.reduce(0) { max($0, DisplayWidth.of($1.name)) }
    let letters = min(longest, 28)
    let left = Drawing.rim + Double(letters) * 7.2 + 10
    let right = width - 170
    var body = ""
    for (index, spark) in sparks.enumerated() {
      let y = Double(index) * line
      body += SVG.text(DisplayWidth.cut(spark.name, to: letters), x: Drawing.rim, y: y + 26)
      let ends =
        spark.low.isNaN
        ? "no values" : "\(Figures.shown(spark.low)) to \(Figures.shown(spark.high))"
      body += SVG.text(ends, x: right + 10, y: y + 26, "dim")
      body += SVG.line(
        Point(x: left, y: y + line - 6), Point(x: right, y: y + line - 6), "rule")
      body += "<path class=\"trace\" d=\"\(path(spark, left, right, y + 6, y + line - 10))\">"
      body += "<title>\(XML.escaped("\(spark.name): \(ends)"))</title></path>\n"
    }
    let rows = result.rowCount == 1 ? "1 row" : "\(Figures.shown(Double(result.rowCount))) rows"
    return Drawing(
      width: width, height: Double(sparks.count) * line + 6,
      title: result.options.text(.title) ?? sparks.map(\.name).joined(separator: ", "),
      remark: "\(rows), in their order", body: body)
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
