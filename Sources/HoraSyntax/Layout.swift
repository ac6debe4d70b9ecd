// Layout: which line ends end a statement, and which brackets belong together.
// In: the tokens as read, with every first line end among blanks. Out: the same tokens without the
// line ends that do not count (their bytes become trivia), with `partner` set on brackets.
// The rule is deterministic, looks at two tokens before and three behind, and stands in
// grammar/tokens.ebnf in words.

struct Layout {
  private let raw: [Token]
  private var tokens: [Token] = []
  /// Brackets that are open, as indices of `tokens`.
  private var open: [Int] = []
  /// How many of each are open, so that a stray closing bracket costs nothing.
  private var openCount: [TokenKind: Int] = [:]

  static func settled(_ raw: [Token]) -> [Token] {
    var layout = Layout(raw)
    layout.run()
    return layout.tokens
  }

  private init(_ raw: [Token]) {
    self.raw = raw
    tokens.reserveCapacity(raw.count)
  }

  private mutating func run() {
    var trivia: Int32?
    for index in raw.indices {
      var token = raw[index]
      if let start = trivia { token.triviaStart = start }
      trivia = nil
      if token.kind == .lineEnd, !ends(statementAt: index) {
        trivia = token.triviaStart
        continue
      }
      tokens.append(token)
      pair(tokens.count - 1)
    }
  }

  // MARK: Line ends

  private mutating func ends(statementAt index: Int) -> Bool {
    let next = at(index + 1)
    guard let last = tokens.last, last.kind != .lineEnd, next.kind != .endOfText else {
      return false
    }
    if let innermost = open.last, tokens[innermost].kind != .leftBrace {
      guard opensDefinition(index + 1) else { return false }
      abandonBrackets()
      return true
    }
    return !needsMore(last) && !continues(index + 1)
  }

  /// True where a statement cannot end after a token.
  private func needsMore(_ last: Token) -> Bool {
    let before = tokens.dropLast().last
    switch last.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde, .notTilde,
      .dot, .dots, .coalesce, .plus, .minus, .slash, .percent, .comma, .bar, .colon:
      return true
    case .star: return before.map(endsOperand) ?? false
    case .name:
      guard let word = last.word, before?.kind != .dot else { return false }
      if word.isReserved {
        switch word {
        case .missing, .true, .false, .it, .distinct: return false
        default: return true
        }
      }
      if word == .shortest, before?.word == .all { return false }
      return Layout.wordsThatNeedMore.contains(word) && (before.map(endsOperand) ?? false)
    default: return false
    }
  }

  /// Words that are names unless they stand behind an operand, and then need something behind them.
  private static let wordsThatNeedMore: Set<Word> = [
    .via, .per, .prefer, .with, .without, .weight, .over, .at, .least, .most, .max, .from, .to,
    .against, .different, .seed, .shortest, .cheapest, .all, .of, .best,
  ]

  /// True where a name, literal or closing bracket ends: what follows cannot be an operand.
  private func endsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .name:
      switch token.word {
      case .missing, .true, .false, .it: true
      default: !(token.word?.isReserved ?? false)
      }
    case .quotedName, .integer, .decimal, .text, .date, .month, .quarter, .duration, .parameter,
      .regex, .rightParen, .rightBracket, .rightBrace:
      true
    default: false
    }
  }

  /// True where the token that begins the next line carries the statement on.
  private func continues(_ index: Int) -> Bool {
    let next = at(index)
    let after = at(index + 1)
    switch next.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde, .notTilde,
      .dot, .dots, .coalesce, .plus, .minus, .star, .slash, .percent, .comma, .bar, .colon,
      .leftBrace, .hopBrace:
      return true
    case .name:
      switch next.word {
      case .count, .max: return after.kind != .leftParen
      case .not: return after.word == .in || after.word == .under
      case .and, .or, .in, .under, .is, .then, .else, .as, .by: return true
      case .at, .per, .prefer, .via, .weight, .with, .without: return true
      case .over: return after.kind == .leftParen
      case .eligible: return behindLineEnd(index).word == .under
      case .best:
        let amount = behindLineEnd(index).kind
        return amount == .integer || amount == .parameter
      case let word?: return word.isClauseWord
      case nil: return false
      }
    default: return false
    }
  }

  /// The token behind one, be it on the same line or the next.
  private func behindLineEnd(_ index: Int) -> Token {
    at(index + 1).kind == .lineEnd ? at(index + 2) : at(index + 1)
  }

  /// `let x =`, `def f(`, `param p:`, `network n =`: never inside brackets, so brackets that are
  /// still open were forgotten.
  private func opensDefinition(_ index: Int) -> Bool {
    let name = at(index + 1).kind
    guard name == .name || name == .quotedName else { return false }
    switch at(index).word {
    case .let, .network: return at(index + 2).kind == .equal
    case .def: return at(index + 2).kind == .leftParen
    case .param: return at(index + 2).kind == .colon
    default: return false
    }
  }

  private func at(_ index: Int) -> Token {
    if index < raw.count { return raw[index] }
    return Token(kind: .endOfText, triviaStart: 0, start: 0, end: 0)
  }

  // MARK: Brackets

  private mutating func pair(_ index: Int) {
    switch tokens[index].kind {
    case .leftParen, .leftBracket, .leftBrace, .hopBrace:
      open.append(index)
      openCount[tokens[index].kind, default: 0] += 1
    case .rightParen: close(index, [.leftParen])
    case .rightBracket: close(index, [.leftBracket])
    case .rightBrace: close(index, [.leftBrace, .hopBrace])
    default: break
    }
  }

  private mutating func close(_ index: Int, _ openers: [TokenKind]) {
    guard openers.contains(where: { openCount[$0, default: 0] > 0 }) else { return }
    while let opener = open.popLast() {
      let kind = tokens[opener].kind
      openCount[kind, default: 0] -= 1
      guard openers.contains(kind) else { continue }
      tokens[opener].partner = Int32(clamping: index)
      tokens[index].partner = Int32(clamping: opener)
      return
    }
  }

  private mutating func abandonBrackets() {
    while let innermost = open.last, tokens[innermost].kind != .leftBrace {
      openCount[tokens[innermost].kind, default: 0] -= 1
      open.removeLast()
    }
  }
}
