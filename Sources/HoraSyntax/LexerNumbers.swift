// Numbers and what is written with digits: dates, months, quarters, durations.
// In: the position at a digit. Out: the kind of the token; the position is behind it.

extension Lexer {
  mutating func number() -> TokenKind {
    let start = position
    if let kind = calendar() { return kind }
    digits()
    var kind = TokenKind.integer
    if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      advance(1)
      digits()
      kind = .decimal
    }
    if exponent() { kind = .decimal }
    let written = range(start, position)
    if continuesName(at: position) { return unit(after: written, kind) }
    check(written, kind)
    return kind
  }

  private mutating func digits() {
    while isDigit(peek()) || (peek() == UInt8(ascii: "_") && isDigit(peek(1))) { advance(1) }
  }

  /// `e6`, `E-3`; false and unmoved where digits are missing.
  private mutating func exponent() -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return false }
    let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard isDigit(peek(signed ? 2 : 1)) else { return false }
    advance(signed ? 2 : 1)
    digits()
    return true
  }

  /// What stands directly behind a number: the unit of a duration, or a mistake.
  private mutating func unit(after number: SourceRange, _ kind: TokenKind) -> TokenKind {
    name()
    let unit = source.text(in: range(number.end, position))
    if kind == .integer, DurationUnit(rawValue: unit.lowercased()) != nil {
      check(number, .integer)
      return .duration
    }
    diagnostics.append(
      LexerMessages.unknownUnit(
        range(number.start, position), number: source.text(in: number), unit: unit))
    return kind == .integer ? .duration : .decimal
  }

  private mutating func check(_ range: SourceRange, _ kind: TokenKind) {
    let text = LiteralText.withoutUnderscores(source.text(in: range))
    let fits = kind == .integer ? Int64(text) != nil : Double(text)?.isFinite ?? false
    if !fits { diagnostics.append(LexerMessages.numberTooLarge(range)) }
  }

  // MARK: Calendar

  /// `2015-12-01`, `2015-12` and `2015-Q4`, all without blanks; nil and unmoved otherwise.
  private mutating func calendar() -> TokenKind? {
    let start = position
    guard digitCount(at: start) == 4, byte(start + 4) == UInt8(ascii: "-") else { return nil }
    if byte(start + 5) | 0x20 == UInt8(ascii: "q") { return quarter() }
    guard digitCount(at: start + 5) == 2 else { return nil }
    let dayDigits = byte(start + 7) == UInt8(ascii: "-") ? digitCount(at: start + 8) : 0
    let length = dayDigits > 0 ? 8 + dayDigits : 7
    guard !continuesName(at: start + length) else { return nil }
    advance(length)
    let text = source.text(in: range(start, position))
    if dayDigits > 0, dayDigits != 2 {
      diagnostics.append(LexerMessages.shortDate(range(start, position), text))
    } else if dayDigits == 2 {
      if LiteralText.date(text) == nil {
        diagnostics.append(LexerMessages.noSuchDay(range(start, position), text))
      }
    } else if LiteralText.month(text) == nil {
      diagnostics.append(LexerMessages.noSuchMonth(range(start, position), text))
    }
    return dayDigits > 0 ? .date : .month
  }

  private mutating func quarter() -> TokenKind? {
    let start = position
    let count = digitCount(at: start + 6)
    guard count > 0, !continuesName(at: start + 6 + count) else { return nil }
    advance(6 + count)
    let text = source.text(in: range(start, position))
    if LiteralText.quarter(text) == nil {
      diagnostics.append(LexerMessages.noSuchQuarter(range(start, position), text))
    }
    return .quarter
  }

  /// How many digits stand at an offset, counted no further than needed.
  private func digitCount(at offset: Int) -> Int {
    var count = 0
    while count < 5, isDigit(byte(offset + count)) { count += 1 }
    return count
  }
}
