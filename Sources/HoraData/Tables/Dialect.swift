// Comes in: the beginning of a delimited file, and what its package declares. Goes out: how its cells are
// separated and quoted. It must not read the whole file.

/// How a delimited file is written.
struct Dialect: Sendable, Hashable {
  var delimiter: UInt8 = 0x2C
  var quote: UInt8? = 0x22
  var lineEnd: UInt8 = 0x0A
  var hasHeader = true
  var comment: UInt8?
  var skipsInitialSpace = false

  static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  var delimiterName: String {
    switch delimiter {
    case 0x09: "tab"
    case 0x2C: ","
    default: String(decoding: [delimiter], as: UTF8.self)
    }
  }

  /// The separator under which the first lines fall into equally many cells, and most of them.
  static func sniff(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, name: String) -> Dialect {
    var dialect = Dialect()
    let sample = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + (1 << 16))])
    if !sample.contains(0x0A), sample.contains(0x0D) { dialect.lineEnd = 0x0D }
    var best = (score: 0.0, width: 1)
    for candidate in candidates {
      let widths = rowWidths(sample, candidate, dialect.lineEnd, isWhole: sample.count == bytes.count - start)
      guard let header = widths.first, header > 1 else { continue }
      let same = widths.reduce(0) { $0 + ($1 == header ? 1 : 0) }
      let score = Double(same) / Double(widths.count)
      if score > best.score + 0.001 || abs(score - best.score) <= 0.001 && header > best.width {
        best = (score, header)
        dialect.delimiter = candidate
      }
    }
    if best.width == 1, name.hasSuffix(".tsv") { dialect.delimiter = 0x09 }
    return dialect
  }

  private static func rowWidths(
    _ sample: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ lineEnd: UInt8, isWhole: Bool
  ) -> [Int] {
    var widths: [Int] = []
    var width = 1
    var inQuotes = false
    var atCellStart = true
    var hasBytes = false
    var justClosed = false
    for byte in sample {
      if inQuotes {
        if byte == 0x22 {
          inQuotes = false
          justClosed = true
        }
        continue
      }
      if justClosed, byte == 0x22 {
        inQuotes = true
        continue
      }
      justClosed = false
      if byte == lineEnd {
        if hasBytes { widths.append(width) }
        width = 1
        atCellStart = true
        hasBytes = false
        if widths.count == 200 { return widths }
      } else if byte == delimiter {
        width += 1
        atCellStart = true
        hasBytes = true
      } else if byte == 0x22, atCellStart || !hasBytes {
        inQuotes = true
        hasBytes = true
        atCellStart = false
      } else {
        if byte != 0x0D { hasBytes = true }
        atCellStart = false
      }
    }
    if isWhole && hasBytes || widths.isEmpty { widths.append(width) }
    return widths
  }

  /// The dialect of a Data Package resource (Frictionless CSV dialect, v1 or v2).
  mutating func apply(_ json: JSONValue) {
    if let text = json["delimiter"]?.text, let byte = text.utf8.first { delimiter = byte }
    if let text = json["quoteChar"]?.text { quote = text.utf8.first }
    if let value = json["header"]?.bool { hasHeader = value }
    if let text = json["commentChar"]?.text { comment = text.utf8.first }
    if let value = json["skipInitialSpace"]?.bool { skipsInitialSpace = value }
    if json["lineTerminator"]?.text == "\r" { lineEnd = 0x0D }
  }
}
