// Which words are keywords by their place.
// In: settled tokens. Out: `isKeyword` set on words that are names elsewhere. Only words whose
// meaning would otherwise be ambiguous are decided here; all others are decided by the parser,
// which wants them where no name can stand. The conditions are in grammar/tokens.ebnf,
// "words by position". A word marked here is never a NAME, an unmarked one never the keyword.

struct WordRoles {
  private let tokens: [Token]

  static func marked(_ tokens: [Token]) -> [Token] {
    let roles = WordRoles(tokens: tokens)
    var result = tokens
    for index in tokens.indices {
      if let word = tokens[index].word, roles.isKeyword(word, index) {
        result[index].isKeyword = true
      }
    }
    return result
  }

  /// The words that this pass decides.
  static let decided: Set<Word> = [
    .let, .def, .param, .use, .network, .print, .for, .test, .assert, .language, .pairs, .paths,
    .match, .gaps, .someOf, .every, .no, .exactly, .optional, .noneOf,
  ]

  private func isKeyword(_ word: Word, _ index: Int) -> Bool {
    guard WordRoles.decided.contains(word), at(index - 1).kind != .dot else { return false }
    switch word {
    case .let, .network: return startsStatement(index) && names(index + 1, before: .equal)
    case .def: return startsStatement(index) && names(index + 1, before: .leftParen)
    case .param: return startsStatement(index) && names(index + 1, before: .colon)
    case .for:
      return startsStatement(index) && isName(index + 1)
        && (at(index + 1).word != .count || at(index + 2).word == .in)
    case .use, .print, .test: return startsStatement(index) && at(index + 1).kind == .text
    case .language: return startsStatement(index) && at(index + 1).kind == .integer
    case .assert: return startsStatement(index) && startsAssertion(index + 1)
    case .pairs, .paths, .match, .gaps:
      return startsQuery(index) && continuesSource(word, index + 1)
    case .someOf: return quantifies(index + 1) || isExpectation(index)
    case .every, .no: return quantifies(index + 1)
    case .noneOf: return isExpectation(index)
    case .exactly:
      let next = at(index + 1).kind
      return next == .integer || next == .parameter
        || (next != .leftParen && at(index + 1).word != .it && quantifies(index + 1))
    case .optional: return at(index - 1).word == .each && startsPath(index + 1)
    default: return false
    }
  }

  // MARK: Places

  private func startsStatement(_ index: Int) -> Bool {
    switch at(index - 1).kind {
    case .endOfText, .lineEnd, .semicolon, .leftBrace: true
    default: false
    }
  }

  private func startsQuery(_ index: Int) -> Bool {
    if startsStatement(index) { return true }
    switch at(index - 1).kind {
    case .leftParen, .equal: return true
    default:
      return at(index - 1).word == .in && at(index - 3).word == .for
        && startsStatement(index - 3)
    }
  }

  /// A name; before `mark` also the name `count`, which otherwise is the clause.
  private func names(_ index: Int, before mark: TokenKind) -> Bool {
    isName(index) && (at(index).word != .count || at(index + 1).kind == mark)
  }

  private func isName(_ index: Int) -> Bool {
    let token = at(index)
    return token.kind == .quotedName
      || (token.kind == .name && !(token.word?.isReserved ?? false))
  }

  private func startsPath(_ index: Int) -> Bool {
    isName(index) || at(index).word == .it || at(index).kind == .parameter
      || at(index).kind == .leftParen
  }

  /// What may stand behind `some`, `every`, `no`: not a word that follows a column of that name.
  private func quantifies(_ index: Int) -> Bool {
    switch at(index).word {
    case .it: return true
    case .asc, .desc, .with, .per, .at, .over, .via: return false
    // The clause is never called.
    case .count: return at(index + 1).kind == .leftParen
    default: return isName(index) || at(index).kind == .leftParen
    }
  }

  private func startsAssertion(_ index: Int) -> Bool {
    let token = at(index)
    switch token.kind {
    case .quotedName, .integer, .decimal, .text, .date, .month, .quarter, .duration, .parameter,
      .leftParen:
      return true
    case .name:
      switch token.word {
      case .not, .exists, .if, .it, .true, .false, .missing: return true
      case .count: return !endsClause(index + 1) && at(index + 1).word != .by
      default: return isName(index)
      }
    default: return false
    }
  }

  /// Behind `expect`, and then either `rows` or nothing more of an expression.
  private func isExpectation(_ index: Int) -> Bool {
    at(index - 1).word == .expect && (at(index + 1).word == .rows || endsClause(index + 1))
  }

  private func endsClause(_ index: Int) -> Bool { at(index).endsClause }

  // MARK: Sources

  /// `pairs PATH as a,`, `paths from`, `match PATH with`, `gaps PATH against`; or as much of it as the text has.
  private func continuesSource(_ word: Word, _ index: Int) -> Bool {
    if word == .paths { return at(index).word == .from }
    guard let end = endOfPath(index) else { return false }
    // `pairs(x)` may be a function of the program.
    if at(end).kind == .endOfText { return isName(index) }
    switch word {
    case .pairs:
      guard at(end).word == .as, at(end + 1).kind != .endOfText else { return at(end).word == .as }
      return isName(end + 1) && [.comma, .endOfText].contains(at(end + 2).kind)
    case .match: return at(end).word == .with
    default: return at(end).word == .against
    }
  }

  /// The token behind a postfixExpression; brackets are jumped over. In one that is open the text ends.
  private func endOfPath(_ start: Int) -> Int? {
    guard var index = behind(primary: start) else { return nil }
    while true {
      switch at(index).kind {
      case .dot: index += 2
      case .leftParen, .leftBracket, .hopBrace:
        guard let next = behind(bracket: index) else { return tokens.count }
        index = next
      default:
        guard at(index).word == .over, at(index + 1).kind == .leftParen else { return index }
        guard let next = behind(bracket: index + 1) else { return tokens.count }
        index = next
      }
    }
  }

  private func behind(primary index: Int) -> Int? {
    let token = at(index)
    switch token.kind {
    case .leftParen, .leftBracket: return behind(bracket: index)
    case .quotedName, .integer, .decimal, .text, .date, .month, .quarter, .duration, .parameter:
      return index + 1
    case .name:
      switch token.word {
      case .it, .true, .false, .missing: return index + 1
      default: return isName(index) ? index + 1 : nil
      }
    default: return nil
    }
  }

  private func behind(bracket index: Int) -> Int? {
    at(index).partner >= 0 ? Int(at(index).partner) + 1 : nil
  }

  private func at(_ index: Int) -> Token {
    if index >= 0, index < tokens.count { return tokens[index] }
    return Token(kind: .endOfText, triviaStart: 0, start: 0, end: 0)
  }
}

extension Token {
  /// True for what can follow a whole clause: the end of its query, a comma, or another clause.
  var endsClause: Bool {
    switch kind {
    case .endOfText, .lineEnd, .semicolon, .rightBrace, .rightParen, .rightBracket, .leftBrace,
      .comma, .bar:
      true
    case .name: word?.isClauseWord ?? false
    default: false
    }
  }
}
