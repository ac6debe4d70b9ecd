// Comes in: a result set. Goes out: its text in one of the formats, as bytes. Pure functions: no
// terminal is asked, nothing is printed.

import HoraEngine

/// How a result is written.
public enum Format: String, Sendable, CaseIterable {
  case table, csv, json, ndjson

  /// The format a file's ending names; nil for an ending that names none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
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
  case .csv: CSVWriter.write(result)
  case .json: JSONWriter.array(result)
  case .ndjson: JSONWriter.lines(result)
  }
}

/// A text as lines of at most `width` terminal cells, broken at spaces where there are any.
public func broken(_ text: String, width: Int) -> [String] {
  DisplayWidth.lines(text, width: width)
}
