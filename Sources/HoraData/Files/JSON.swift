// Comes in: UTF-8 bytes. Goes out: a small tree for descriptions (datapackage.json), and the places of
// values for tables (see JSONTable). Nesting is limited; nothing here traps on any bytes.

/// A JSON value of a description file.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { return members.first { $0.key == key }?.value }
    return nil
  }

  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// A text, number or truth value as it would stand in a cell.
  var scalarText: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }

  var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  var array: [JSONValue]? {
    if case .array(let values) = self { return values }
    return nil
  }

  /// A list of texts, or one text as a list of one.
  var texts: [String]? {
    switch self {
    case .text(let text): return [text]
    case .array(let values):
      let found = values.compactMap(\.scalarText)
      return found.count == values.count ? found : nil
    default: return nil
    }
  }
}

/// What is wrong with JSON, and where.
struct JSONFailure: Error {
  var offset: Int
  var what: String
}

/// Moves over JSON in bytes.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.bytes = bytes
    at = start
    end = bytes.count
  }

  @inline(__always)
  mutating func skipBlanks() {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  func failure(_ what: String) -> JSONFailure { JSONFailure(offset: at, what: what) }

  /// Behind a text that begins here: its inner range, and whether it has escapes.
  mutating func string() throws(JSONFailure) -> (range: Range<Int>, hasEscapes: Bool) {
    guard take(0x22) else { throw failure("a text in double quotes is expected") }
    let start = at
    var escapes = false
    while at < end {
      let byte = bytes[at]
      if byte == 0x22 {
        at += 1
        return (start..<(at - 1), escapes)
      }
      if byte == 0x5C {
        escapes = true
        at += 2
      } else if byte < 0x20 {
        throw failure("a line end or control character in a text")
      } else {
        at += 1
      }
    }
    at = start - 1
    throw failure("a text without its closing quote")
  }

  /// Behind a number or word.
  mutating func bareWord() -> Range<Int> {
    let start = at
    while at < end {
      switch bytes[at] {
      case 0x2C, 0x5D, 0x7D, 0x20, 0x09, 0x0A, 0x0D, 0x3A, 0x5B, 0x7B, 0x22: return start..<at
      default: at += 1
      }
    }
    return start..<at
  }

  /// Behind any value, without looking at what is in it but for its brackets.
  mutating func skipNested() throws(JSONFailure) {
    var depth = 0
    repeat {
      guard at < end else { throw failure("a bracket is not closed") }
      switch bytes[at] {
      case 0x22:
        _ = try string()
        continue
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D: depth -= 1
      default: break
      }
      at += 1
    } while depth > 0
  }

  /// Appends a text with its escapes resolved.
  static func unescape(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var at = 0
    func hex(_ from: Int) -> UInt32? {
      guard from + 4 <= text.count else { return nil }
      var value: UInt32 = 0
      for i in from..<from + 4 {
        switch text[i] {
        case 0x30...0x39: value = value << 4 | UInt32(text[i] - 0x30)
        case 0x41...0x46: value = value << 4 | UInt32(text[i] - 0x37)
        case 0x61...0x66: value = value << 4 | UInt32(text[i] - 0x57)
        default: return nil
        }
      }
      return value
    }
    while at < text.count {
      let byte = text[at]
      guard byte == 0x5C, at + 1 < text.count else {
        out.append(byte)
        at += 1
        continue
      }
      let escaped = text[at + 1]
      at += 2
      switch escaped {
      case 0x6E: out.append(0x0A)
      case 0x74: out.append(0x09)
      case 0x72: out.append(0x0D)
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0C)
      case 0x75:
        guard var scalar = hex(at) else {
          Decoding.append(0xFFFD, to: &out)
          continue
        }
        at += 4
        if scalar & 0xFC00 == 0xD800, at + 6 <= text.count, text[at] == 0x5C, text[at + 1] == 0x75,
          let low = hex(at + 2), low & 0xFC00 == 0xDC00
        {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
          at += 6
        }
        Decoding.append(scalar & 0xF800 == 0xD800 && scalar < 0x10000 ? 0xFFFD : scalar, to: &out)
      default: out.append(escaped)
      }
    }
  }

  func text(_ part: (range: Range<Int>, hasEscapes: Bool)) -> String {
    let slice = UnsafeBufferPointer(rebasing: bytes[part.range])
    if !part.hasEscapes { return String(decoding: slice, as: UTF8.self) }
    var out: [UInt8] = []
    Self.unescape(slice, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  mutating func value(_ depth: Int = 0) throws(JSONFailure) -> JSONValue {
    if depth > Limits.jsonDepth { throw failure("nested deeper than \(Limits.jsonDepth)") }
    skipBlanks()
    guard at < end else { throw failure("a value is missing") }
    switch bytes[at] {
    case 0x22: return .text(text(try string()))
    case 0x7B:
      at += 1
      var members: [(key: String, value: JSONValue)] = []
      skipBlanks()
      if take(0x7D) { return .object(members) }
      while true {
        skipBlanks()
        let key = text(try string())
        skipBlanks()
        if !take(0x3A) { throw failure("\":\" is expected behind a name") }
        members.append((key, try value(depth + 1)))
        skipBlanks()
        if take(0x2C) { continue }
        if take(0x7D) { return .object(members) }
        throw failure("\",\" or \"}\" is expected")
      }
    case 0x5B:
      at += 1
      var values: [JSONValue] = []
      skipBlanks()
      if take(0x5D) { return .array(values) }
      while true {
        values.append(try value(depth + 1))
        skipBlanks()
        if take(0x2C) { continue }
        if take(0x5D) { return .array(values) }
        throw failure("\",\" or \"]\" is expected")
      }
    default:
      let start = at
      let word = String(decoding: bytes[bareWord()], as: UTF8.self)
      switch word {
      case "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      default:
        if Double(word) != nil, let first = word.utf8.first, first == 0x2D || (0x30...0x39).contains(first) {
          return .number(word)
        }
        at = start
        throw failure(word.isEmpty ? "a value is expected" : "\"\(word.prefix(40))\" is no value")
      }
    }
  }

  /// One value and nothing behind it.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(LoadError) -> JSONValue {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    var scanner = JSONScanner(bytes, from: hasMark ? 3 : 0)
    do throws(JSONFailure) {
      let value = try scanner.value()
      scanner.skipBlanks()
      if scanner.at < scanner.end { throw scanner.failure("there is text behind the end") }
      return value
    } catch {
      let (line, column) = position(bytes, error.offset)
      throw Messages.badJSON(file, line: line, column: column, error.what)
    }
  }

  static func position(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    for i in 0..<min(offset, bytes.count) where bytes[i] == 0x0A {
      line += 1
      start = i + 1
    }
    return (line, offset - start + 1)
  }
}
