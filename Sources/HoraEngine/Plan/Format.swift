// Comes in: the word behind `show`, `--format`, or the ending of a file. Goes out: which format it
// names. One list for the checker, the renderers and the command.

/// How a result is written.
public enum Format: String, Sendable, Hashable, CaseIterable {
  /// For reading: fitted to the terminal.
  case table
  /// A table in ruled boxes of ASCII.
  case ascii
  /// Columns in line, with neither rule nor colour, never cut.
  case plain
  /// Each row a block of lines, one a column.
  case record
  /// Each row one line: `name: value, name: value`.
  case list
  case csv, tsv, json, ndjson, markdown
  /// A page of its own: the table, or the picture that `show` names.
  case html
  /// Nothing but the work.
  case null
  case bars, hist, spark, matrix, graph, map
  case dot, graphml, gexf
  /// The picture that `show` names, or the one that fits the columns.
  case svg
  case svgBars = "svg-bars"
  case svgHist = "svg-hist"
  case svgSpark = "svg-spark"
  case svgMatrix = "svg-matrix"
  case svgGraph = "svg-graph"
  case svgMap = "svg-map"

  /// The format a file's ending names; nil for an ending that names none.
  public init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "md", "markdown": self = .markdown
    case "txt": self = .table
    case "html", "htm": self = .html
    case "svg": self = .svg
    case "dot", "gv": self = .dot
    case "graphml": self = .graphml
    case "gexf": self = .gexf
    default: return nil
    }
  }

  /// The endings in words, for messages.
  public static let endings =
    ".csv, .tsv, .json, .ndjson, .md, .txt, .html, .svg, .dot, .graphml or .gexf"

  /// Those that `show` can name: a name of the language holds no hyphen.
  public static let shown = allCases.filter { !$0.rawValue.contains("-") }

  /// The formats in words, for messages.
  public static var words: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// What is drawn, where the format says it. A file of ties holds the same rows as a graph.
  public var picture: Picture? {
    switch self {
    case .bars, .svgBars: .bars
    case .hist, .svgHist: .hist
    case .spark, .svgSpark: .spark
    case .matrix, .svgMatrix: .matrix
    case .graph, .svgGraph, .dot, .graphml, .gexf: .graph
    case .map, .svgMap: .map
    default: nil
    }
  }

  /// True where a file holds one answer and no more.
  public var isDocument: Bool {
    switch self {
    case .html, .graphml, .gexf, .svg: true
    default: rawValue.hasPrefix("svg-")
    }
  }

  /// True for the words that name a picture and leave open on what it is drawn.
  public var isPictureWord: Bool { Picture(rawValue: rawValue) != nil }
}

/// What is drawn.
public enum Picture: String, Sendable, Hashable, CaseIterable {
  case bars, hist, spark, matrix, graph, map
}
