// Tokens: what the lexer makes and the parser reads.
// A token is offsets, never text; blanks and comments before it are its trivia, so tokens in order
// give the source back byte for byte. What counts as which token is in grammar/tokens.ebnf.

public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
  /// A word: a name, or a word of the language. `Token.word` tells which.
  case name
  /// A name in backticks; never a word of the language.
  case quotedName
  case integer, decimal, text, date, month, quarter, duration
  /// `$name`
  case parameter
  /// `/…/i`, only right after `~` or `!~`.
  case regex
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, tilde, notTilde
  case dot, dots, coalesce, plus, minus, star, slash, percent
  case comma, colon, semicolon, bar
  case leftParen, rightParen, leftBracket, rightBracket
  /// `{` that opens a block.
  case leftBrace
  /// `{` directly before a digit: a hop range.
  case hopBrace
  case rightBrace
  /// A line end that ends a statement. All others are trivia.
  case lineEnd
  /// Something that is no token at all; reported by the lexer.
  case invalid
  case endOfText

  /// How the token is written in messages.
  public var spelling: String { TokenKind.spellings[Int(rawValue)] }

  private static let spellings: [String] = TokenKind.allCases.map { kind in
    switch kind {
    case .name: "a name"
    case .quotedName: "a name in backticks"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .text: "a text"
    case .date: "a date"
    case .month: "a month"
    case .quarter: "a quarter"
    case .duration: "a duration"
    case .parameter: "a parameter"
    case .regex: "a regular expression"
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .tilde: "~"
    case .notTilde: "!~"
    case .dot: "."
    case .dots: ".."
    case .coalesce: "??"
    case .plus: "+"
    case .minus: "-"
    case .star: "*"
    case .slash: "/"
    case .percent: "%"
    case .comma: ","
    case .colon: ":"
    case .semicolon: ";"
    case .bar: "|"
    case .leftParen: "("
    case .rightParen: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace, .hopBrace: "{"
    case .rightBrace: "}"
    case .lineEnd: "the end of the line"
    case .invalid: "something that is not Hora"
    case .endOfText: "the end of the text"
    }
  }
}

/// One token: its kind and where it stands. Offsets are UTF-8 bytes.
public struct Token: Sendable, Hashable {
  public var kind: TokenKind
  /// Which word of the language a name spells, or nil. It may still be meant as a name.
  public var word: Word?
  /// Set where the lexer's look-ahead has decided that this word is not a name here
  /// (tokens.ebnf, "words by position").
  public var isKeyword: Bool = false
  /// Where the blanks and comments before the token start.
  public var triviaStart: Int32
  public var start: Int32
  public var end: Int32
  /// The index of the bracket that closes or opens this one, -1 if there is none.
  public var partner: Int32 = -1

  public init(kind: TokenKind, word: Word? = nil, triviaStart: Int, start: Int, end: Int) {
    self.kind = kind
    self.word = word
    self.triviaStart = Int32(clamping: triviaStart)
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

  public var range: SourceRange { SourceRange(start: Int(start), end: Int(end)) }
  /// The blanks and comments before the token.
  public var trivia: SourceRange { SourceRange(start: Int(triviaStart), end: Int(start)) }
}
