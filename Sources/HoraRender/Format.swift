// Comes in: a result set. Goes out: its text in one of the formats, as bytes. Pure functions: no
// terminal is asked, nothing is printed.

import HoraEngine

/// How a result is written.
public enum Format: String, Sendable, CaseIterable {
  /// For reading: fitted to the terminal.
  case table
  /// Columns in line, with neither rule nor colour, never cut.
  case plain
  case csv, tsv, json, ndjson
  case markdown

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
    default: return nil
    }
  }

  /// The formats in words, for messages.
  public static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

/// What a table may use of a terminal.
public struct RenderOptions: Sendable {
  /// Cells are cut to fit so many columns; nil writes everything.
  public var width: Int?
  public var color: Bool

  public init(width: Int? = nil, color: Bool = false) {
    self.width = width
    self.color = color
  }
}

/// Writes a result.
public func render(_ result: ResultSet, as format: Format, options: RenderOptions = .init())
  -> [UInt8]
{
  switch format {
  case .table: TableWriter(result, options).written
  case .plain: TableWriter(result, RenderOptions()).plain
  case .csv: written(result, delimiter: ",")
  case .tsv: written(result, delimiter: "\t")
  case .markdown: MarkdownWriter.write(result)
  case .json: JSONWriter.array(result)
  case .ndjson: JSONWriter.lines(result)
  }
}

private func written(_ result: ResultSet, delimiter: Character) -> [UInt8] {
  var writer = DelimitedWriter(delimiter: delimiter)
  return writer.write(result)
}

/// A text as lines of at most `width` terminal cells, broken at spaces where there are any.
public func broken(_ text: String, width: Int) -> [String] {
  DisplayWidth.lines(text, width: width)
}
