// Comes in: a result, and the picture it is shown as. Goes out: one HTML file that loads nothing from
// anywhere: the drawing and the rows, with search, filters and sorting where scripts run. Text from
// data is text: it can run nothing.

import HoraEngine

enum Page {
  static func of(_ result: ResultSet, _ picture: Picture?) throws(PictureFault) -> String {
    var body = ""
    let title: String
    if let picture {
      let figures = try Sketch(result, picture).figures
      title = figures.title
      body += figures.html
      body +=
        "<details class=\"data\"><summary>The rows</summary>\n\(HTMLTable.write(result))</details>\n"
    } else {
      title = result.options.text(.title) ?? result.network.name
      body += "<h1>\(XML.escaped(title))</h1>\n"
      body += result.isScalar ? HTMLTable.scalar(result) : HTMLTable.write(result)
    }
    body += notes(result)
    body += source(result.network)
    return html(title: title, body: body)
  }

  static func notes(_ result: ResultSet) -> String {
    result.footnotes.map { "<p class=\"note\">\(note($0))</p>\n" }.joined()
  }

  /// What stands between backticks is code, as in the terminal.
  private static func note(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map {
      XML.escaped(String($0))
    }
    // A backtick that nothing closes is one.
    guard parts.count % 2 == 1 else { return XML.escaped(text) }
    return parts.enumerated().map { $0 % 2 == 1 ? "<code>\($1)</code>" : $1 }.joined()
  }

  /// Where the data comes from, as its licence asks.
  static func source(_ network: Network) -> String {
    let lines = network.attribution.map { "<p>\(XML.escaped($0))</p>\n" }.joined()
    return lines.isEmpty ? "" : "<footer>\n\(lines)</footer>\n"
  }

  /// The whole file. The policy says to the browser what is true: nothing is loaded.
  static func html(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>\(XML.escaped(title))</title>
    <style>
    \(PageStyle.css)\(SVGStyle.css(.page))</style>
    </head>
    <body>
    <main>
    \(body)</main>
    <script>
    \(PageScript.text)</script>
    </body>
    </html>

    """
  }
}

enum HTMLTable {
  static func write(_ result: ResultSet) -> String {
    let columns = result.cells()
    var out = "<div class=\"rows\"><table>\n<thead><tr>"
    for column in columns {
      let unit = column.info.unit.map { " <small>\(XML.escaped($0))</small>" } ?? ""
      out += "<th scope=\"col\"\(style(column))>\(shown(column.info.name))\(unit)</th>"
    }
    out += "</tr></thead>\n<tbody>\n"
    for row in 0..<result.rowCount {
      out += "<tr>"
      for column in columns { out += "<td\(style(column))>\(cell(column, row))</td>" }
      out += "</tr>\n"
    }
    let count = result.rowCount == 1 ? "1 row" : "\(Figures.shown(Double(result.rowCount))) rows"
    return out + "</tbody>\n</table></div>\n<p class=\"note count\">\(count)</p>\n"
  }

  static func scalar(_ result: ResultSet) -> String {
    let column = result.cells().first
    return "<p class=\"scalar\">\(column.map { cell($0, 0) } ?? "")</p>\n"
  }

  private static func style(_ column: CellColumn) -> String {
    column.info.type.isNumber && column.lists == nil ? " class=\"n\"" : ""
  }

  private static func cell(_ column: CellColumn, _ row: Int) -> String {
    func value(_ index: Int) -> String {
      guard column.present[index] == 1 else { return "" }
      let text = String(decoding: column.value(index), as: UTF8.self)
      return text.isEmpty ? "&quot;&quot;" : shown(text)
    }
    guard let lists = column.lists else { return value(row) }
    return (lists[row]..<lists[row + 1]).map { value(Int($0)) }.joined(separator: "; ")
  }

  private static func shown(_ text: String) -> String { XML.escaped(DisplayWidth.visible(text)) }
}
