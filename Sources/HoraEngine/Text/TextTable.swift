// Comes in: tables as readable text, and UTF-8 bytes. Goes out: numbers of the tables, scalars of the
// bytes, one at a time. It must not allocate for each scalar, and must not trap on bytes that are
// not UTF-8.

/// Reads the readable tables of this folder.
struct TableReader {
  private let base: UnsafePointer<UInt8>
  private let count: Int
  private var at = 0

  init(_ table: StaticString) {
    base = table.utf8Start
    count = table.utf8CodeUnitCount
  }

  /// Moves to the next entry; false at the end.
  mutating func nextEntry() -> Bool {
    while at < count, base[at] <= 0x20 { at += 1 }
    return at < count
  }

  /// True, and moves on, where the next byte is `byte`.
  mutating func take(_ byte: UInt8) -> Bool {
    guard at < count, base[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func hexadecimal() -> UInt32 {
    var value: UInt32 = 0
    while at < count {
      let byte = base[at]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      default: return value
      }
      at += 1
    }
    return value
  }

  mutating func decimal() -> UInt32 {
    var value: UInt32 = 0
    while at < count, (0x30...0x39).contains(base[at]) {
      value = value &* 10 &+ UInt32(base[at] - 0x30)
      at += 1
    }
    return value
  }

  /// The bytes up to the next blank, at most four, lowest byte first.
  mutating func packedText() -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while at < count, base[at] > 0x20 {
      value |= UInt32(base[at]) << shift
      shift += 8
      at += 1
    }
    return value
  }
}

/// Reading and writing UTF-8 without a String.
enum UTF8Bytes {
  /// The scalar that begins at `at`, and moves behind it. A bad byte gives U+FFFD and moves by one.
  @inline(__always)
  static func next(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let lead = text[at]
    if lead < 0x80 {
      at += 1
      return UInt32(lead)
    }
    let left = text.count - at
    if lead < 0xE0 {
      if lead >= 0xC2, left >= 2, text[at + 1] & 0xC0 == 0x80 {
        let scalar = UInt32(lead & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F)
        at += 2
        return scalar
      }
    } else if lead < 0xF0 {
      if left >= 3, text[at + 1] & 0xC0 == 0x80, text[at + 2] & 0xC0 == 0x80 {
        let scalar =
          UInt32(lead & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
        if scalar >= 0x800, scalar & 0xF800 != 0xD800 {
          at += 3
          return scalar
        }
      }
    } else if left >= 4, text[at + 1] & 0xC0 == 0x80, text[at + 2] & 0xC0 == 0x80,
      text[at + 3] & 0xC0 == 0x80
    {
      let scalar =
        UInt32(lead & 0x07) << 18 | UInt32(text[at + 1] & 0x3F) << 12
        | UInt32(text[at + 2] & 0x3F) << 6 | UInt32(text[at + 3] & 0x3F)
      if lead < 0xF5, scalar >= 0x10000, scalar <= 0x10FFFF {
        at += 4
        return scalar
      }
    }
    at += 1
    return 0xFFFD
  }

  @inline(__always)
  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      out.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      out.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      out.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      out.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }

  /// The scalar as up to four bytes, lowest first.
  static func packed(_ scalar: UInt32) -> UInt32 {
    var bytes: [UInt8] = []
    append(scalar, to: &bytes)
    var value: UInt32 = 0
    for (i, byte) in bytes.enumerated() { value |= UInt32(byte) << UInt32(8 * i) }
    return value
  }

  /// Makes room so that appending `count` bytes one by one does not grow the array each time.
  @inline(__always)
  static func reserve(_ count: Int, in out: inout [UInt8]) {
    if out.capacity - out.count < count {
      out.reserveCapacity(max(out.capacity * 2, out.count + count))
    }
  }

  /// Runs a byte function over a String.
  static func map(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) -> String {
    var copy = text
    var out: [UInt8] = []
    copy.withUTF8 { body($0, &out) }
    return String(decoding: out, as: UTF8.self)
  }
}
