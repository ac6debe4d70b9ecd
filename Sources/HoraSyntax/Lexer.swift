// The lexer: bytes to tokens.
// In: a source text, or a part of one. Out: tokens in order and what is wrong with them. It reads
// bytes, never characters, looks back one token (for regular expressions) and ahead a few bytes.
// It knows no grammar: which line ends count and which words are keywords is settled by
// `Layout` and `WordRoles` afterwards. Every byte ends up in a token or in the trivia before one.

struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  let limits: SyntaxLimits
  /// Where to stop: the end of the text, or of the `{…}` of a message.
  let end: Int
  var position: Int
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  /// Steps taken, for tests of linear time.
  var work = 0

  init(_ source: SourceText, in range: SourceRange, limits: SyntaxLimits) {
    self.source = source
    self.bytes = source.bytes
    self.limits = limits
    let clamped = source.clamped(range)
    self.position = clamped.lowerBound
    self.end = clamped.upperBound
  }

  /// All tokens of the range, line ends included, ended by `endOfText`.
  mutating func run() {
    guard end - position <= min(limits.bytes, Int(Int32.max) - 1) else {
      let rest = SourceRange(start: position, end: end)
      diagnostics.append(LexerMessages.tooManyBytes(rest, limit: limits.bytes))
      add(.invalid, from: position, to: end, trivia: position)
      add(.endOfText, from: end, to: end, trivia: end)
      return
    }
    tokens.reserveCapacity((end - position) / 4 + 1)
    while next() {
      if tokens.count >= limits.tokens {
        let rest = SourceRange(start: position, end: end)
        diagnostics.append(LexerMessages.tooManyTokens(rest, limit: limits.tokens))
        add(.invalid, from: position, to: end, trivia: position)
        add(.endOfText, from: end, to: end, trivia: end)
        return
      }
    }
  }

  /// One token; false at the end.
  private mutating func next() -> Bool {
    var trivia = position
    var seenLineEnd = false
    while let length = blank() {
      let start = position
      let isLineEnd = peek() == 0x0A || peek() == 0x0D
      advance(length)
      if isLineEnd, !seenLineEnd {
        seenLineEnd = true
        add(.lineEnd, from: start, to: position, trivia: trivia)
        trivia = position
      }
    }
    let start = position
    guard start < end else {
      add(.endOfText, from: end, to: end, trivia: trivia)
      return false
    }
    let kind = token()
    if position == start { advance(1) }
    add(kind, from: start, to: position, trivia: trivia)
    return true
  }

  /// The length of the blank, line end or comment at the position.
  private mutating func blank() -> Int? {
    guard position < end else { return nil }
    switch peek() {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C: return 1
    case 0x0D: return peek(1) == 0x0A ? 2 : 1
    case UInt8(ascii: "#"): return lengthOfLine()
    case UInt8(ascii: "/"):
      if peek(1) == UInt8(ascii: "*") { return lengthOfComment() }
      if peek(1) == UInt8(ascii: "/"), !isAfterTilde {
        diagnostics.append(LexerMessages.foreignComment(range(position, position + 2)))
        return lengthOfLine()
      }
      return nil
    case 0x80...:
      guard let (scalar, length) = scalar(at: position), isBlank(scalar) else { return nil }
      return length
    default: return nil
    }
  }

  private func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private mutating func lengthOfLine() -> Int {
    var index = position
    while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index - position
  }

  private mutating func lengthOfComment() -> Int {
    var index = position + 2
    while index < end {
      if bytes[index] == UInt8(ascii: "*"), byte(index + 1) == UInt8(ascii: "/") {
        return index + 2 - position
      }
      index += 1
    }
    let opening = range(position, position + 2)
    diagnostics.append(LexerMessages.unclosedComment(range(position, end), opening: opening))
    return end - position
  }

  // MARK: Tokens

  private mutating func token() -> TokenKind {
    let first = peek()
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      name()
      return .name
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return text()
    case UInt8(ascii: "`"): return quotedName()
    case UInt8(ascii: "$"): return parameter()
    case UInt8(ascii: "/") where isAfterTilde: return regex()
    case UInt8(ascii: "{"):
      advance(1)
      return isDigit(peek()) ? .hopBrace : .leftBrace
    case 0x80...: return beyondASCII()
    default: return sign(first)
    }
  }

  private mutating func sign(_ first: UInt8) -> TokenKind {
    let second = peek(1)
    func pair(_ character: Unicode.Scalar) -> Bool { second == UInt8(ascii: character) }
    switch first {
    case UInt8(ascii: "("): return take(1, .leftParen)
    case UInt8(ascii: ")"): return take(1, .rightParen)
    case UInt8(ascii: "["): return take(1, .leftBracket)
    case UInt8(ascii: "]"): return take(1, .rightBracket)
    case UInt8(ascii: "}"): return take(1, .rightBrace)
    case UInt8(ascii: ","): return take(1, .comma)
    case UInt8(ascii: ":"): return take(1, .colon)
    case UInt8(ascii: ";"): return take(1, .semicolon)
    case UInt8(ascii: "+"): return take(1, .plus)
    case UInt8(ascii: "-"): return take(1, .minus)
    case UInt8(ascii: "*"): return take(1, .star)
    case UInt8(ascii: "/"): return take(1, .slash)
    case UInt8(ascii: "%"): return take(1, .percent)
    case UInt8(ascii: "~"):
      if pair("=") { return foreign(2, .tilde, "~") }
      return take(1, .tilde)
    case UInt8(ascii: "."): return pair(".") ? take(2, .dots) : take(1, .dot)
    case UInt8(ascii: "="):
      if pair("=") { return foreign(peek(2) == UInt8(ascii: "=") ? 3 : 2, .equal, "=") }
      if pair(">") { return foreign(2, .greaterOrEqual, ">=") }
      if pair("<") { return foreign(2, .lessOrEqual, "<=") }
      if pair("~") { return foreign(2, .tilde, "~") }
      return take(1, .equal)
    case UInt8(ascii: "<"):
      if pair("=") { return take(2, .lessOrEqual) }
      if pair(">") { return foreign(2, .notEqual, "!=") }
      return take(1, .less)
    case UInt8(ascii: ">"): return pair("=") ? take(2, .greaterOrEqual) : take(1, .greater)
    case UInt8(ascii: "!"):
      if pair("=") {
        return peek(2) == UInt8(ascii: "=") ? foreign(3, .notEqual, "!=") : take(2, .notEqual)
      }
      if pair("~") { return take(2, .notTilde) }
      return foreign(1, .name, isBlankByte(second) ? "not" : "not ")
    case UInt8(ascii: "&"):
      return foreign(pair("&") ? 2 : 1, .name, spaced("and", after: pair("&") ? 2 : 1))
    case UInt8(ascii: "|"):
      return pair("|") ? foreign(2, .name, spaced("or", after: 2)) : take(1, .bar)
    case UInt8(ascii: "?"):
      if pair("?") { return take(2, .coalesce) }
      return stray()
    default: return stray()
    }
  }

  private mutating func beyondASCII() -> TokenKind {
    guard let (scalar, length) = scalar(at: position) else { return notUTF8() }
    switch scalar {
    case 0x201C...0x201F, 0x2018...0x201B, 0xAB, 0xBB, 0xFF02: return typographicText(scalar)
    case 0x2264: return foreign(length, .lessOrEqual, "<=")
    case 0x2265: return foreign(length, .greaterOrEqual, ">=")
    case 0x2260: return foreign(length, .notEqual, "!=")
    case 0x2212, 0x2013, 0x2014: return foreign(length, .minus, "-")
    case 0xD7: return foreign(length, .star, "*")
    case 0xF7: return foreign(length, .slash, "/")
    case 0x2026: return foreign(length, .dots, "..")
    case 0xAC: return foreign(length, .name, spaced("not", after: length))
    default:
      guard startsName(scalar) else { return stray() }
      name()
      return .name
    }
  }

  /// An operator of another language: read as ours, and reported with ours as the fix.
  private mutating func foreign(_ length: Int, _ kind: TokenKind, _ ours: String) -> TokenKind {
    let range = range(position, position + length)
    diagnostics.append(LexerMessages.foreignOperator(range, source.text(in: range), ours))
    advance(length)
    return kind
  }

  /// A word with the blanks it needs to stand apart from its neighbours.
  private func spaced(_ word: String, after length: Int) -> String {
    let before = position > 0 && !isBlankByte(byte(position - 1)) ? " " : ""
    return before + word + (isBlankByte(byte(position + length)) ? "" : " ")
  }

  private mutating func stray() -> TokenKind {
    let length = scalar(at: position)?.length ?? 1
    let range = range(position, position + length)
    diagnostics.append(LexerMessages.strayCharacter(range, source.text(in: range)))
    advance(length)
    return .invalid
  }

  private mutating func notUTF8() -> TokenKind {
    let start = position
    while position < end, peek() >= 0x80, scalar(at: position) == nil { advance(1) }
    diagnostics.append(LexerMessages.notUTF8(range(start, position)))
    return .invalid
  }

  private mutating func add(_ kind: TokenKind, from start: Int, to stop: Int, trivia: Int) {
    var word: Word?
    if kind == .name {
      word = Word.spelled(by: bytes[start..<stop]) ?? symbolWord(start, stop)
    }
    tokens.append(Token(kind: kind, word: word, triviaStart: trivia, start: start, end: stop))
  }

  /// The word that a foreign sign such as `&&` stands for.
  private func symbolWord(_ start: Int, _ stop: Int) -> Word? {
    switch byte(start) {
    case UInt8(ascii: "&"): .and
    case UInt8(ascii: "|"): .or
    case UInt8(ascii: "!"): .not
    case 0xC2 where byte(start + 1) == 0xAC: .not
    default: nil
    }
  }

  private var isAfterTilde: Bool {
    var index = tokens.count - 1
    if index >= 0, tokens[index].kind == .lineEnd { index -= 1 }
    return index >= 0 && (tokens[index].kind == .tilde || tokens[index].kind == .notTilde)
  }
}
