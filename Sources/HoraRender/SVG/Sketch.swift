// Comes in: a result and a picture. Goes out: what is drawn, read and laid out once, and a drawing of it
// for each room: beside text on a screen or on paper, and on a telephone, where letters stay as
// large as they are and everything else gets smaller.

import HoraEngine

struct Sketch {
  enum Room: String {
    case wide, narrow

    /// The width of a drawing that nobody asked another of.
    func width(_ options: ShowOptions, usual: Double) -> Double {
      let wanted = Double(min(4000, max(240, options.number(.width) ?? Int(usual))))
      return self == .wide ? wanted : min(wanted, 340)
    }
  }

  private enum Content {
    case bars([BarChart])
    case sparks([Spark])
    case matrix(Matrix)
    case graph(NodesAndTies, ForceLayout)
    case map(MapPicture)
  }

  private let content: Content
  private let options: ShowOptions
  private let rows: Int

  init(_ result: ResultSet, _ picture: Picture) throws(PictureFault) {
    options = result.options
    rows = result.rowCount
    switch picture {
    case .bars:
      if result.rowCount > Drawing.most {
        throw PictureFault(
          code: 775, "\(result.rowCount) bars are more than a drawing holds (\(Drawing.most))",
          help: ["keep the largest, as in `top 40 by …`, or draw `show hist`"])
      }
      content = .bars(try BarChart.charts(of: result))
    case .hist: content = .bars(try BarChart.histograms(of: result))
    case .spark: content = .sparks(try Spark.all(of: result))
    case .matrix: content = .matrix(try Matrix(result))
    case .graph:
      let graph = try NodesAndTies(result)
      if graph.names.count > NodesAndTies.most {
        throw PictureFault(
          code: 775,
          "a graph of \(graph.names.count) nodes is more than a drawing holds (\(NodesAndTies.most))",
          help: ["keep fewer ties, as in `where weight >= 2` or `top 500 by weight`"])
      }
      content = .graph(graph, GraphDrawing.layout(of: graph))
    case .map: content = .map(try MapPicture(result))
    }
  }

  func drawing(_ room: Room) -> Drawing {
    switch content {
    case .bars(let charts):
      return SVGBars.drawing(of: charts, room.width(options, usual: 800))
    case .sparks(let sparks):
      return SVGSparks.drawing(
        of: sparks, rows: rows, title: options.text(.title), room.width(options, usual: 800))
    case .matrix(let matrix): return SVGMatrix.drawing(of: matrix, room)
    case .graph(let graph, let layout):
      let width = room.width(options, usual: 900)
      let shape = room == .wide ? 0.66 : 1.25
      return SVGGraph.drawing(
        of: GraphDrawing(graph, layout, width: width, height: (width * shape).rounded()))
    case .map(let picture): return SVGMap.drawing(of: picture, room.width(options, usual: 900))
    }
  }

  /// As part of a page: both drawings, of which the page shows the one that fits.
  var figures: (title: String, html: String) {
    var html = ""
    let drawings = [Room.wide, .narrow].map { ($0, drawing($0)) }
    for (room, drawing) in drawings {
      html += "<figure class=\"\(room.rawValue)\">\n\(drawing.inline)</figure>\n"
    }
    return (drawings.first?.1.title ?? "", html)
  }
}
