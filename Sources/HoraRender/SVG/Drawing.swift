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
  /// Were it much smaller, its letters could not be read: a screen moves it instead.
  var isFixed = false
  /// So wide are title and remark at the most, where the drawing is wider than what is seen of it.
  var textWidth = Double.infinity
  /// Where the data comes from: a file of its own says it, a page says it once.
  var source: [String] = []

  /// So many bars or marks are the most that one drawing holds.
  static let most = 2_000

  static func of(_ result: ResultSet, _ picture: Picture) throws(PictureFault) -> Drawing {
    var drawing = try Sketch(result, picture).drawing(.wide)
    drawing.source = result.network.attribution
    return drawing
  }

  static let rim = 16.0

  private func lines(_ text: String, size: Double, most: Int) -> [String] {
    DisplayWidth.lines(
      text, width: max(12, Int((min(width, textWidth) - 2 * Drawing.rim) / (size * 0.56))),
      most: most)
  }

  private var titleLines: [String] { lines(title, size: 18, most: 3) }
  private var remarkLines: [String] { lines(remark, size: Labels.size, most: 4) }
  private var noteLines: [String] {
    (notes + source).flatMap { lines($0, size: Labels.size, most: .max) }
  }

  /// Room for title and remark.
  private var head: Double {
    20 + Double(titleLines.count) * 22 + Double(remarkLines.count) * 17
  }

  /// The whole with its rim.
  private var size: (width: Double, height: Double) {
    (width, head + height + Double(noteLines.count) * 17 + Drawing.rim)
  }

  private var content: String {
    var out = "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n"
    var y = 5.0
    for line in titleLines {
      y += 22
      out += SVG.text(line, x: Drawing.rim, y: y, "head")
    }
    y += 2
    for line in remarkLines {
      y += 17
      out += SVG.text(line, x: Drawing.rim, y: y, "dim")
    }
    out += "<g transform=\"translate(0,\(Figures.place(head)))\">\n\(body)</g>\n"
    for (index, line) in noteLines.enumerated() {
      out += SVG.text(line, x: Drawing.rim, y: head + height + Double(index) * 17 + 14, "dim")
    }
    return out
  }

  private var opening: String {
    let (width, height) = (Figures.place(size.width), Figures.place(size.height))
    return
      " class=\"hora\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
      + " role=\"img\"" + XML.attribute("aria-label", "\(title), \(remark)")
  }

  private var least: String {
    isFixed ? " style=\"min-width: \(Figures.fixed(size.width * 0.8, 0))px\"" : ""
  }

  /// As a file of its own.
  var file: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg"\(opening)>
    <title>\(XML.escaped(title))</title>
    <desc>\(XML.escaped(([remark] + notes).joined(separator: " ")))</desc>
    <style>
    \(SVGStyle.css(.file))</style>
    \(content)</svg>

    """
  }

  /// As part of a page, which has the style.
  var inline: String {
    "<svg\(opening)\(least)>\n<title>\(XML.escaped(title))</title>\n\(content)</svg>\n"
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
