// Comes in: what a scanner finds in a file. Goes out: where each cell's bytes are, by row and column.
// It must not copy or read the bytes of a cell.

/// The place of one cell: its first byte, its length, and two flags, in one word.
struct CellPlace {
  var word: UInt64

  /// The bytes have escapes or doubled quotes. Declared dialects with other quotes set it too.
  static let escaped: UInt64 = 1 << 63
  /// A JSON text, or a quoted cell.
  static let quoted: UInt64 = 1 << 62
  /// A JSON array.
  static let list: UInt64 = 1 << 61

  @inline(__always)
  init(start: Int, end: Int, flags: UInt64 = 0) {
    word = UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: end - start) << 32 | flags
  }

  @inline(__always) var start: Int { Int(truncatingIfNeeded: word & 0xFFFF_FFFF) }
  @inline(__always) var count: Int { Int(truncatingIfNeeded: word >> 32 & 0x1FFF_FFFF) }
  @inline(__always) var isEscaped: Bool { word & Self.escaped != 0 }
  @inline(__always) var isQuoted: Bool { word & Self.quoted != 0 }
  @inline(__always) var isList: Bool { word & Self.list != 0 }

  /// The longest cell.
  static let longest = 0x1FFF_FFFF
}

/// The line each row begins in; no memory while rows and lines go together.
struct RowLines {
  private let first: Int
  private var lines: [UInt32] = []
  private var count = 0
  private var isPlain = true

  init(first: Int) { self.first = first }

  mutating func append(_ line: Int) {
    if isPlain, line != first + count {
      isPlain = false
      lines.reserveCapacity(count * 2)
      for row in 0..<count { lines.append(UInt32(truncatingIfNeeded: first + row)) }
    }
    if !isPlain { lines.append(UInt32(truncatingIfNeeded: line)) }
    count += 1
  }

  mutating func discard(from row: Int) {
    count = min(count, row)
    if !isPlain { lines.removeSubrange(min(row, lines.count)...) }
  }

  subscript(row: Int) -> Int {
    if isPlain { return first + row }
    return row < lines.count ? Int(lines[row]) : 0
  }
}

/// All cells of one file.
final class CellTable {
  enum Format: Sendable { case delimited, json }

  let file: FileBytes
  let format: Format
  var names: [String]
  /// Columns that hold nothing and are left out.
  var unused: Set<Int> = []
  private(set) var stride: Int
  private(set) var rowCount = 0
  var lines: RowLines
  private var cells: UnsafeMutablePointer<UInt64>
  private var capacity: Int

  init(file: FileBytes, format: Format, names: [String], firstLine: Int, rowGuess: Int) {
    self.file = file
    self.format = format
    self.names = names
    stride = max(1, names.count)
    lines = RowLines(first: firstLine)
    capacity = max(16, rowGuess) * stride
    cells = .allocate(capacity: capacity)
  }

  deinit { cells.deallocate() }

  /// Where the cells of the next row go; room for one row.
  @inline(__always)
  func nextRow() -> UnsafeMutablePointer<UInt64> {
    let used = rowCount &* stride
    if used &+ stride > capacity { grow(to: max(capacity * 3 / 2, used + stride)) }
    return cells + used
  }

  /// Keeps the row that was written.
  @inline(__always)
  func keepRow(line: Int) {
    rowCount &+= 1
    lines.append(line)
  }

  func discardRows(from row: Int) {
    guard row < rowCount else { return }
    rowCount = row
    lines.discard(from: row)
  }

  private func grow(to size: Int) {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    larger.update(from: cells, count: rowCount * stride)
    cells.deallocate()
    cells = larger
    capacity = size
  }

  /// Makes room for more columns, twice as many as there were at least. The row that is being written
  /// stays.
  func widen(to columns: Int, missing: CellPlace) {
    guard columns > stride else { return }
    let wider = max(columns, stride * 2)
    let rows = max(16, rowCount + rowCount / 2)
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: rows * wider)
    let open = (rowCount + 1) * stride <= capacity && rowCount < rows ? 1 : 0
    for row in 0..<(rowCount + open) {
      for column in 0..<wider {
        larger[row * wider + column] = column < stride ? cells[row * stride + column] : missing.word
      }
    }
    cells.deallocate()
    cells = larger
    capacity = rows * wider
    stride = wider
  }

  @inline(__always)
  func place(_ row: Int, _ column: Int) -> CellPlace {
    var place = CellPlace(start: 0, end: 0)
    place.word = cells[row &* stride &+ column]
    return place
  }

  @inline(__always)
  func bytes(_ place: CellPlace) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: file.bytes.baseAddress.map { $0 + place.start }, count: place.count)
  }

  /// A cell's text with quotes and escapes resolved. For messages.
  func text(_ row: Int, _ column: Int) -> String {
    let place = place(row, column)
    var out: [UInt8] = []
    resolve(place, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends a cell's bytes with quotes and escapes resolved.
  func resolve(_ place: CellPlace, to out: inout [UInt8]) {
    let raw = bytes(place)
    guard place.isEscaped else {
      out.append(contentsOf: raw)
      return
    }
    if format == .json {
      JSONScanner.unescape(raw, to: &out)
      return
    }
    var at = 0
    while at < raw.count {
      out.append(raw[at])
      at += raw[at] == 0x22 && at + 1 < raw.count && raw[at + 1] == 0x22 ? 2 : 1
    }
  }
}
