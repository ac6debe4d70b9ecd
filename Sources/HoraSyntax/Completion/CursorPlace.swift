// Where a cursor stands in a text: in a word, a text, a parameter, or where nothing can be completed.
// In: bytes and an offset. Out: what is typed there, and where its statement begins. What stands
// behind the cursor plays no part. Pure.

/// The unfinished word or text at a cursor.
public struct CursorPlace: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A word, or the place where one may begin.
    case word
    /// A text whose opening quote is typed.
    case text
    /// `$` and a name.
    case parameter
  }
  public var kind: Kind
  /// The bytes a completion replaces; the closing quote behind a cursor in a text is among them.
  public var replaced: SourceRange
  /// What is typed: the letters of the word, or what stands behind the opening quote.
  public var typed: String
  /// Where the statement begins that the cursor is in.
  public var statementStart: Int
  /// Where the one before it begins if nothing of it stands before the cursor: a word there may go on with that.
  public var continuedStart: Int

  /// Nil in comments, numbers, names in backticks and regular expressions.
  public init?(_ text: [UInt8], cursor: Int) {
    let cursor = min(max(0, cursor), text.count)
    guard cursor < Self.longest, !Self.isInCharacter(text, cursor) else { return nil }
    // A letter at the cursor shows what a word there would belong to.
    let source = SourceText(bytes: Array(text[..<cursor]) + [Self.letter])
    let lexed = lex(source)
    guard let index = lexed.tokens.lastIndex(where: { $0.kind != .endOfText }),
      Int(lexed.tokens[index].end) == cursor + 1
    else { return nil }
    let token = lexed.tokens[index]
    let start = Int(token.start)
    var end = cursor
    let opening: Int
    switch token.kind {
    case .name: (kind, opening) = (.word, 0)
    case .parameter: (kind, opening) = (.parameter, 1)
    case .text:
      let quote = text[start]
      // Only the plain quotes: nobody types the others.
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        !(text[start..<cursor].starts(with: [quote, quote, quote]))
      else { return nil }
      (kind, opening) = (.text, 1)
      if cursor < text.count, text[cursor] == quote { end = cursor + 1 }
    default: return nil
    }
    let from = min(start + opening, cursor)
    replaced = SourceRange(start: start, end: end)
    typed = String(decoding: text[from..<cursor], as: UTF8.self)
    statementStart = Self.statementStart(lexed.tokens, before: index)
    continuedStart = statementStart
    if index > 0, lexed.tokens[index - 1].kind == .lineEnd {
      continuedStart = Self.statementStart(lexed.tokens, before: index - 1)
    }
  }

  private static let letter = UInt8(ascii: "x")
  /// Longer texts are not completed in: every key would read them anew.
  private static let longest = 1_000_000

  private static func isInCharacter(_ text: [UInt8], _ cursor: Int) -> Bool {
    cursor < text.count && text[cursor] & 0xC0 == 0x80
  }

  private static func statementStart(_ tokens: [Token], before index: Int) -> Int {
    var place = index - 1
    while place >= 0 {
      switch tokens[place].kind {
      case .lineEnd, .semicolon: return Int(tokens[place].end)
      case .leftBrace where tokens[place].partner < 0: return Int(tokens[place].end)
      case .rightBrace, .rightParen, .rightBracket:
        // Whole brackets are jumped over: a block may have statements of its own.
        let partner = Int(tokens[place].partner)
        place = partner >= 0 ? partner : place
      default: break
      }
      place -= 1
    }
    return 0
  }
}
