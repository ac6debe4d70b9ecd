// The text of one query or script, as bytes, with its lines.
// In: a string or bytes, and a name for messages. Out: byte ranges turned into text, lines and
// columns. It does not read files and never changes after it is made.

/// A half-open range of UTF-8 byte offsets in a `SourceText`.
public struct SourceRange: Sendable, Hashable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public var length: Int { end - start }
  public var isEmpty: Bool { start == end }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// The least range that holds both.
  public func joined(with other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}

/// Source text with a name. Cheap to copy.
public struct SourceText: Sendable {
  /// The text in UTF-8. It may hold bytes that are not UTF-8; the lexer reports them.
  public let bytes: [UInt8]
  /// What messages call this text: a file name or `<query>`.
  public let name: String
  /// The byte offset at which each line starts; never empty.
  public let lineStarts: [Int]

  public init(_ text: String, name: String = "<query>") {
    self.init(bytes: Array(text.utf8), name: name)
  }

  public init(bytes: [UInt8], name: String = "<query>") {
    self.bytes = bytes
    self.name = name
    self.lineStarts = SourceText.findLines(bytes)
  }

  /// The whole text; bytes that are not UTF-8 appear as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public var range: SourceRange { SourceRange(start: 0, end: bytes.count) }

  /// The text in a range; offsets outside the text are moved to its ends.
  public func text(in range: SourceRange) -> String {
    String(decoding: bytes[clamped(range)], as: UTF8.self)
  }

  /// The line and column of a byte, both from 1. Columns count characters as a person sees them,
  /// so `é` written as two scalars is one column.
  public func lineAndColumn(ofByte offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(ofByte: offset)
    let before = String(decoding: bytes[lineStart(line)..<offset], as: UTF8.self)
    return (line + 1, before.count + 1)
  }

  /// The index, from 0, of the line that holds a byte.
  public func lineIndex(ofByte offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, from 0, without its line end.
  public func lineRange(_ line: Int) -> SourceRange {
    let start = lineStart(line)
    var end = line + 1 < lineStarts.count ? lineStart(line + 1) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start: start, end: end)
  }

  /// The byte at an offset, or nil outside the text.
  public func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < bytes.count ? bytes[offset] : nil
  }

  private func lineStart(_ line: Int) -> Int {
    line >= 0 && line < lineStarts.count ? lineStarts[line] : bytes.count
  }

  func clamped(_ range: SourceRange) -> Range<Int> {
    let start = min(max(range.start, 0), bytes.count)
    return start..<min(max(range.end, start), bytes.count)
  }

  private static func findLines(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
    return starts
  }
}
