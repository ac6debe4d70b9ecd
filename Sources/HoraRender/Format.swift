// Comes in: a result set. Goes out: its text in one of the formats, as bytes. Pure functions: no
// terminal is asked, nothing is printed. The same rows give the same bytes.

import HoraEngine

/// What an answer may use of the place it goes to.
public struct RenderOptions: Sendable {
  /// Cells are cut to fit so many columns; nil writes everything.
  public var width: Int?
  public var color: Bool
  /// What `svg` and `html` draw; nil takes what `show` names or, for `svg`, what fits the columns.
  public var picture: Picture?

  public init(width: Int? = nil, color: Bool = false, picture: Picture? = nil) {
    self.width = width
    self.color = color
    self.picture = picture
  }
}

/// Writes a result.
/// - Throws: where a picture cannot be drawn from these columns or so many rows.
public func render(
  _ result: ResultSet, as format: Format, options: RenderOptions = .init()
) throws(PictureFault) -> [UInt8] {
  let asked =
    options.picture ?? (result.format?.isPictureWord == true ? result.format?.picture : nil)
  switch format {
  case .table: return TableWriter(result, options).written
  case .plain: return TableWriter(result, RenderOptions()).plain
  case .ascii: return TableWriter(result, options).ruled
  case .record: return TableWriter(result, options).blocks
  case .list: return ListWriter.write(result, width: options.width)
  case .null: return []
  case .csv: return written(result, delimiter: ",")
  case .tsv: return written(result, delimiter: "\t")
  case .markdown: return MarkdownWriter.write(result)
  case .json: return JSONWriter.array(result)
  case .ndjson: return JSONWriter.lines(result)
  case .html:
    return Array(try Page.of(result, asked).utf8)
  case .dot: return Array(DotWriter.write(try NodesAndTies(result)).utf8)
  case .graphml: return Array(GraphMLWriter.write(try NodesAndTies(result)).utf8)
  case .gexf: return Array(GEXFWriter.write(try NodesAndTies(result)).utf8)
  case .bars, .hist, .spark, .matrix, .graph, .map:
    return Array(try TextPicture.draw(result, format.picture ?? .bars, options).utf8)
  case .svg:
    guard let picture = asked ?? Picture.fitting(result.columns.map(\.info)) else {
      throw PictureFault(
        code: 772, "no picture fits these columns",
        help: ["`show bars`, `matrix`, `graph` or `map` says which is meant, and what it needs"])
    }
    return Array(try Drawing.of(result, picture).file.utf8)
  case .svgBars, .svgHist, .svgSpark, .svgMatrix, .svgGraph, .svgMap:
    return Array(try Drawing.of(result, format.picture ?? .bars).file.utf8)
  }
}

private func written(_ result: ResultSet, delimiter: Character) -> [UInt8] {
  var writer = DelimitedWriter(delimiter: delimiter, isSafe: result.options.isSet(.safe))
  return writer.write(result)
}

/// A text as lines of at most `width` terminal cells, broken at spaces where there are any.
public func broken(_ text: String, width: Int) -> [String] {
  DisplayWidth.lines(text, width: width)
}
