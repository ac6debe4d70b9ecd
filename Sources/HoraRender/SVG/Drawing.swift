// Comes in: a result and a picture. Goes out: an SVG, as a file of its own or as part of a page. It
// loads nothing, has a title for each thing in it, and follows light and dark.

import HoraEngine

struct Drawing {
  var width: Double
  var height: Double
  var title: String
  /// What is said under the title.
  var remark: String
  /// What is said below the picture.
  var notes: [String] = []
  /// Elements, between the title and the notes; its origin is below the title.
  var body: String

  /// So many bars or marks are the most that one drawing holds.
  static let most = 2_000

  static func of(_ result: ResultSet, _ picture: Picture) throws(PictureFault) -> Drawing {
    switch picture {
    case .bars:
      if result.rowCount > most {
        throw PictureFault(
          code: 775, "\(result.rowCount) bars are more than a drawing holds (\(most))",
          help: ["keep the largest, as in `top 40 by …`, or draw `show hist`"])
      }
      return SVGBars.drawing(of: try BarChart.charts(of: result), width(result, 800))
    case .hist:
      return SVGBars.drawing(of: try BarChart.histograms(of: result), width(result, 800))
    case .spark: return SVGSparks.drawing(of: try Spark.all(of: result), result)
    case .matrix: return SVGMatrix.drawing(of: try Matrix(result))
    case .graph: return try SVGGraph.drawing(of: try NodesAndTies(result))
    case .map: return SVGMap.drawing(of: try MapPicture(result), result.options)
    }
  }

  private static func width(_ result: ResultSet, _ usual: Int) -> Double {
    Double(max(240, result.options.number(.width) ?? usual))
  }

  static let rim = 16.0
  /// Room for title and remark.
  static let head = 58.0

  private var noteLines: [String] {
    notes.flatMap { DisplayWidth.lines($0, width: max(20, Int((width - 2 * Drawing.rim) / 7))) }
  }

  /// The whole with its rim.
  private var size: (width: Double, height: Double) {
    (width, Drawing.head + height + Double(noteLines.count) * 17 + Drawing.rim)
  }

  private var content: String {
    let letters = Int((width - 2 * Drawing.rim) / 10)
    var out = "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n"
    out += SVG.text(DisplayWidth.cut(title, to: max(12, letters)), x: Drawing.rim, y: 27, "head")
    out += SVG.text(
      DisplayWidth.cut(remark, to: max(12, letters * 3 / 2)), x: Drawing.rim, y: 46, "dim")
    out += "<g transform=\"translate(0,\(Figures.place(Drawing.head)))\">\n\(body)</g>\n"
    for (index, line) in noteLines.enumerated() {
      out += SVG.text(
        line, x: Drawing.rim, y: Drawing.head + height + Double(index) * 17 + 14, "dim")
    }
    return out
  }

  private var opening: String {
    let (width, height) = (Figures.place(size.width), Figures.place(size.height))
    return
      " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\""
      + XML.attribute("aria-label", "\(title), \(remark)")
  }

  /// As a file of its own.
  var file: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" class="hora"\(opening)>
    <title>\(XML.escaped(title))</title>
    <desc>\(XML.escaped(([remark] + notes).joined(separator: " ")))</desc>
    <style>
    \(SVGStyle.css(.file))</style>
    \(content)</svg>

    """
  }

  /// As part of a page, which has the style.
  var inline: String {
    "<svg class=\"hora\"\(opening)>\n<title>\(XML.escaped(title))</title>\n\(content)</svg>\n"
  }
}

/// Elements that several drawings use.
enum SVG {
  static func text(
    _ text: String, x: Double, y: Double, _ style: String = "", anchor: String = "start",
    more: String = ""
  ) -> String {
    let style = style.isEmpty ? "" : " class=\"\(style)\""
    let anchor = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return "<text x=\"\(Figures.place(x))\" y=\"\(Figures.place(y))\"\(style)\(anchor)\(more)>"
      + "\(XML.escaped(text))</text>\n"
  }

  static func rectangle(
    _ box: Box, _ style: String, title: String? = nil, more: String = ""
  ) -> String {
    let size =
      "x=\"\(Figures.place(box.x))\" y=\"\(Figures.place(box.y))\""
      + " width=\"\(Figures.place(box.width))\" height=\"\(Figures.place(box.height))\""
    let open = "<rect \(size) class=\"\(style)\"\(more)"
    return title.map { "\(open)><title>\(XML.escaped($0))</title></rect>\n" } ?? "\(open)/>\n"
  }

  static func line(_ a: Point, _ b: Point, _ style: String, more: String = "") -> String {
    "<line x1=\"\(Figures.place(a.x))\" y1=\"\(Figures.place(a.y))\" x2=\"\(Figures.place(b.x))\""
      + " y2=\"\(Figures.place(b.y))\" class=\"\(style)\"\(more)/>\n"
  }
}
