// Comes in: a result and a picture. Goes out: the picture in letters, for a terminal or a pipe. A
// graph is shown as its best connected nodes, a map as its places; both say where the drawing is.

import HoraEngine

enum TextPicture {
  static func draw(
    _ result: ResultSet, _ picture: Picture, _ options: RenderOptions
  ) throws(PictureFault) -> String {
    let isASCII = result.options.isSet(.ascii)
    switch picture {
    case .bars:
      return charts(try BarChart.charts(of: result), result, options.width)
    case .hist:
      return charts(try BarChart.histograms(of: result), result, options.width)
    case .spark: return try TextSparks.draw(result, width: options.width)
    case .matrix:
      return TextMatrix(matrix: try Matrix(result), width: options.width, isASCII: isASCII).text
    case .graph:
      let graph = try NodesAndTies(result)
      return chart(graph.chart, isASCII, options.width)
        + note("The graph is drawn in a file: -o graph.svg or -o graph.html.", options.width)
    case .map:
      let map = try MapPicture(result)
      var text = chart(map.chart, isASCII, options.width)
      for line in map.remarks { text += note(line, options.width) }
      return text + note("The map is drawn in a file: -o map.svg or -o map.html.", options.width)
    }
  }

  private static func charts(_ charts: [BarChart], _ result: ResultSet, _ width: Int?) -> String {
    let isASCII = result.options.isSet(.ascii)
    let cells = result.options.number(.width)
    return charts.map {
      TextBars(chart: $0, width: width, cells: cells, isASCII: isASCII).text
    }.joined(separator: "\n")
  }

  private static func chart(_ chart: BarChart, _ isASCII: Bool, _ width: Int?) -> String {
    TextBars(chart: chart, width: width, cells: nil, isASCII: isASCII).text
  }

  private static func note(_ text: String, _ width: Int?) -> String {
    (width.map { DisplayWidth.lines(text, width: max(8, $0)) } ?? [text]).joined(separator: "\n")
      + "\n"
  }
}
