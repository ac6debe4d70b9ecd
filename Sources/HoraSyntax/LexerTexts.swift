// What stands between marks: texts, names in backticks, parameters, regular expressions.
// In: the position at the opening mark. Out: the kind; the position is behind the closing mark, or
// at the end of the line where there is none.

extension Lexer {
  mutating func text() -> TokenKind {
    let mark = peek()
    if mark == UInt8(ascii: "\""), peek(1) == mark, peek(2) == mark { return longText() }
    let start = position
    advance(1)
    while position < end, peek() != mark {
      if isLineEnd(peek()) { break }
      step()
    }
    if peek() == mark, position < end {
      advance(1)
    } else {
      let opening = range(start, start + 1)
      let whole = range(start, lastVisible(from: start))
      diagnostics.append(
        LexerMessages.unclosedText(whole, opening: opening, mark: source.text(in: opening)))
    }
    return .text
  }

  /// `"""` to `"""`, over several lines.
  private mutating func longText() -> TokenKind {
    let start = position
    advance(3)
    let mark = UInt8(ascii: "\"")
    while position < end {
      if peek() == mark, peek(1) == mark, peek(2) == mark {
        advance(3)
        return .text
      }
      step()
    }
    diagnostics.append(
      LexerMessages.unclosedText(
        range(start, end), opening: range(start, start + 3), mark: "\"\"\""))
    return .text
  }

  /// A text between typographic quotes: read, with a lint.
  mutating func typographicText(_ opening: UInt32) -> TokenKind {
    let start = position
    let openingLength = scalar(at: position)?.length ?? 1
    advance(openingLength)
    var last = position
    while position < end, !isLineEnd(peek()) {
      if let (next, length) = scalar(at: position), closes(next, opening) {
        last = position
        advance(length)
        let isSingle = opening >= 0x2018 && opening <= 0x201B
        diagnostics.append(
          LexerMessages.typographicQuotes(
            range(start, position), opening: range(start, start + openingLength),
            closing: range(last, position), mark: isSingle ? "'" : "\""))
        return .text
      }
      step()
    }
    diagnostics.append(
      LexerMessages.unclosedText(
        range(start, lastVisible(from: start)),
        opening: range(start, start + openingLength),
        mark: LiteralText.closingQuote(opening)))
    return .text
  }

  private func closes(_ scalar: UInt32, _ opening: UInt32) -> Bool {
    switch opening {
    case 0x2018...0x201B: scalar == 0x27 || (scalar >= 0x2018 && scalar <= 0x201B)
    case 0xAB: scalar == 0xBB
    case 0xBB: scalar == 0xAB
    default: scalar == 0x22 || scalar == 0xFF02 || (scalar >= 0x201C && scalar <= 0x201F)
    }
  }

  /// One character or escape of a text. A backslash at a line end joins the lines.
  private mutating func step() {
    guard peek() == UInt8(ascii: "\\") else {
      character()
      return
    }
    let start = position
    switch peek(1) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "n"),
      UInt8(ascii: "t"), UInt8(ascii: "r"):
      advance(2)
    case UInt8(ascii: "u") where peek(2) == UInt8(ascii: "{"):
      advance(3)
      while isHexDigit(peek()) { advance(1) }
      if peek() == UInt8(ascii: "}") { advance(1) }
      let escape = source.text(in: range(start, position))
      if LiteralText.scalar(ofEscape: escape) == nil {
        diagnostics.append(LexerMessages.badScalar(range(start, position)))
      }
    case 0 where position + 1 >= end: advance(1)
    case 0x0A, 0x0D: advance(1)
    default:
      advance(1)
      advance(scalar(at: position)?.length ?? 1)
      let escape = source.text(in: range(start, position))
      diagnostics.append(LexerMessages.unknownEscape(range(start, position), escape))
    }
  }

  /// One character; a run of bytes that are not UTF-8 counts as one and is reported.
  private mutating func character() {
    if let (_, length) = scalar(at: position) { return advance(length) }
    let start = position
    while position < end, peek() >= 0x80, scalar(at: position) == nil { advance(1) }
    diagnostics.append(LexerMessages.notUTF8(range(start, position)))
  }

  mutating func quotedName() -> TokenKind {
    let start = position
    advance(1)
    while position < end, peek() != UInt8(ascii: "`"), !isLineEnd(peek()) {
      character()
    }
    guard position < end, peek() == UInt8(ascii: "`") else {
      diagnostics.append(LexerMessages.unclosedName(range(start, lastVisible(from: start))))
      return .quotedName
    }
    advance(1)
    if position - start == 2 { diagnostics.append(LexerMessages.emptyName(range(start, position))) }
    return .quotedName
  }

  mutating func parameter() -> TokenKind {
    let start = position
    advance(1)
    if let (scalar, _) = scalar(at: position), startsName(scalar) {
      name()
    } else {
      diagnostics.append(LexerMessages.nameOfParameter(range(start, position)))
    }
    return .parameter
  }

  mutating func regex() -> TokenKind {
    let start = position
    advance(1)
    while position < end, peek() != UInt8(ascii: "/"), !isLineEnd(peek()) {
      if peek() == UInt8(ascii: "\\"), !isLineEnd(peek(1)) { advance(1) }
      character()
    }
    guard position < end, peek() == UInt8(ascii: "/") else {
      diagnostics.append(LexerMessages.unclosedRegex(range(start, lastVisible(from: start))))
      return .regex
    }
    advance(1)
    let flags = position
    name()
    let written = source.text(in: range(flags, position))
    if !written.isEmpty, written != "i" {
      diagnostics.append(LexerMessages.unknownFlag(range(flags, position), written))
    }
    return .regex
  }

  /// The position without the blanks before it, so that a message does not point at nothing.
  private func lastVisible(from start: Int) -> Int {
    var stop = position
    while stop > start + 1, isBlankByte(byte(stop - 1)) { stop -= 1 }
    return stop
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
  }
}
