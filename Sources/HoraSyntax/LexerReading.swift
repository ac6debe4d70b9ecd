// The lexer's eyes: bytes, scalars and the classes of characters. Reading only, no tokens.

extension Lexer {
  /// The byte at the position or a little further, 0 at the end.
  func peek(_ offset: Int = 0) -> UInt8 { byte(position + offset) }

  /// The byte at an offset, 0 outside the part being read.
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < end ? bytes[offset] : 0 }

  mutating func advance(_ count: Int) {
    work += 1
    position = min(position + count, end)
  }

  mutating func take(_ count: Int, _ kind: TokenKind) -> TokenKind {
    advance(count)
    return kind
  }

  func range(_ start: Int, _ stop: Int) -> SourceRange { SourceRange(start: start, end: stop) }

  func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  func isBlankByte(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The Unicode scalar at an offset and its length, or nil where the bytes are not UTF-8:
  /// stray continuation, overlong form, surrogate, beyond U+10FFFF, or cut off.
  func scalar(at offset: Int) -> (scalar: UInt32, length: Int)? {
    let first = byte(offset)
    if first < 0x80 { return offset < end ? (UInt32(first), 1) : nil }
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard offset + length <= end else { return nil }
    for step in 1..<length {
      let next = byte(offset + step)
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let isOverlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000)
    guard !isOverlong, Unicode.Scalar(value) != nil else { return nil }
    return (value, length)
  }

  func startsName(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isASCIINameStart(UInt8(scalar)) }
    return Unicode.Scalar(scalar)?.properties.isXIDStart ?? false
  }

  func continuesName(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isASCIINameStart(UInt8(scalar)) || isDigit(UInt8(scalar)) }
    return Unicode.Scalar(scalar)?.properties.isXIDContinue ?? false
  }

  private func isASCIINameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || byte == UInt8(ascii: "_")
  }

  /// True where a name could go on at an offset.
  func continuesName(at offset: Int) -> Bool {
    guard let (scalar, _) = scalar(at: offset) else { return false }
    return continuesName(scalar)
  }

  /// Moves past a name; its first character has been looked at.
  mutating func name() {
    while let (scalar, length) = scalar(at: position), continuesName(scalar) { advance(length) }
  }
}
