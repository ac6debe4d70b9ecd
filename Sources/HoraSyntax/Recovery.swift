// What the parser does where the text is not what the grammar says.
// In: the parser at a token that does not fit. Out: one message, `absent` and `unexpected` nodes,
// and the parser at a token from which it can go on. Nothing here knows other languages' habits;
// that is Habits.swift.

extension Parser {
  // MARK: Reporting

  /// Adds a message unless the parser is still stumbling over the last mistake. `goesOn` tells
  /// that the parser knows what was meant, so that the next message is about something else.
  func report(_ message: Diagnostic, goesOn: Bool = false) {
    guard canReport else { return }
    if at(.invalid), !isAbandoned {
      // The lexer has spoken.
      isQuiet = true
      return
    }
    if diagnostics.isEmpty, at(.endOfText), !isAbandoned { isIncomplete = true }
    diagnostics.append(message)
    isQuiet = !goesOn || isAbandoned
  }

  /// False while a mistake is being skipped and once there are enough messages.
  var canReport: Bool { !isQuiet && diagnostics.count < limits.diagnostics }

  // MARK: Expecting

  func expect(_ kind: TokenKind) {
    if at(kind) { return bump() }
    report(ParserMessages.expected(kind.quoted, current, input))
    absent()
  }

  func expect(_ word: Word) {
    if at(word) { return bump() }
    if current.isPlainName, canReport, isNear(word) {
      let range = current.range
      report(ParserMessages.misspelt(range, text(ofToken: position), [word.rawValue]), goesOn: true)
      return skip(one: true)
    }
    report(ParserMessages.expected("`\(word.rawValue)`", current, input))
    absent()
  }

  private func isNear(_ word: Word) -> Bool {
    !nearest(text(ofToken: position), in: [word.rawValue], limit: 1).isEmpty
  }

  func expectEqual() {
    if at(.equal) { return bump() }
    if at(.colon) {
      report(ParserMessages.equalExpected(current.range), goesOn: true)
      return skip(one: true)
    }
    report(ParserMessages.expected("`=`", current, input))
    absent()
  }

  /// `by`, with a message of its own where it was forgotten.
  func expectBy(_ message: Diagnostic) {
    if at(.by) { return bump() }
    report(message, goesOn: current.startsOperand)
    absent()
  }

  /// A text; false and `absent` where there is none.
  func expectText() -> Bool {
    guard at(.text) else {
      report(ParserMessages.expectedText(current, text(ofToken: position)))
      if atName, !atSeparator { skip(one: true) } else { absent() }
      return false
    }
    bump()
    return true
  }

  func takeToken(as kind: NodeKind) {
    let start = mark
    bump()
    close(start, kind)
  }

  func takeName() {
    if atName { return bump() }
    reportMissingName()
    absent()
  }

  func reportMissingName() {
    if current.isWord {
      report(ParserMessages.reservedName(current.range, text(ofToken: position)), goesOn: true)
      if current.isKeyword || ahead(1).kind == .equal || ahead(1).endsClause { skip(one: true) }
    } else {
      report(ParserMessages.expectedName(current, input))
    }
  }

  func reportMissingStepName() {
    report(ParserMessages.expectedStepName(current, input))
    absent()
  }

  func missingOperand() {
    if foreignOperand() { return }
    if ahead(-1).kind == .comma, at(.by) || current.endsClause, !at(.comma) {
      report(ParserMessages.commaTooMany(ahead(-1).range), goesOn: true)
      return absent()
    }
    report(ParserMessages.expectedOperand(before: ahead(-1), current, input))
    absent()
  }

  // MARK: Brackets

  /// The bracket that closes the one at `open`. What stands before it unread is skipped.
  func closeBracket(_ open: Int) {
    let opening = token(at: open)
    let closing = opening.kind.closing
    if at(closing), Int(current.partner) == open { return bump() }
    if opening.partner >= 0, Int(opening.partner) >= position {
      report(ParserMessages.expectedInBrackets(closing.quoted, opening, current, input))
      skip(toToken: Int(opening.partner))
      if at(closing) { bump() }
      isQuiet = isAbandoned
      return
    }
    guard opening.kind.closing != .invalid else { return absent() }
    report(ParserMessages.unclosedBracket(opening, current))
    absent()
  }

  func strayBracket() {
    report(ParserMessages.strayBracket(current), goesOn: true)
    skip(one: true)
  }

  // MARK: Going on

  /// Where skipping ends.
  enum Landing {
    case statementEnd, clause, block
  }

  /// Puts tokens aside, whole brackets at a time, up to a landing.
  func skip(to landing: Landing) {
    let start = mark
    while !isAt(landing) {
      let partner = Int(current.partner)
      repeat { bump() } while position <= partner && !at(.endOfText)
    }
    if mark > start { close(start, .unexpected) }
  }

  private func isAt(_ landing: Landing) -> Bool {
    switch current.kind {
    case .endOfText, .lineEnd, .semicolon: return true
    case .rightBrace: return current.partner >= 0
    case .leftBrace: return landing == .block
    case .rightParen, .rightBracket: return landing == .clause && current.partner >= 0
    case .comma: return landing == .clause && brackets > 0
    default: return landing == .clause && atClause
    }
  }

  private func skip(toToken index: Int) {
    guard position < index else { return }
    let start = mark
    while position < index, !at(.endOfText) { bump() }
    close(start, .unexpected)
  }

  /// Puts the token aside.
  func skip(one: Bool) {
    let start = mark
    bump()
    if mark > start { close(start, .unexpected) }
  }

  /// Behind a statement: its end, or a message and what is left of it.
  func endStatement() {
    if atSeparator || at(.endOfText) || (at(.rightBrace) && current.partner >= 0) { return }
    if at(.rightBrace) || at(.rightParen) || at(.rightBracket) {
      strayBracket()
    } else {
      report(ParserMessages.expectedEnd(current, input))
    }
    skip(to: .statementEnd)
  }

  // MARK: Queries

  /// What follows a source: a name, clauses. True if there was either; then they and the source
  /// are one query node.
  @discardableResult
  func restOfQuery(_ start: Int) -> Bool {
    var isQuery = false
    if at(.as) {
      sourceName()
      isQuery = true
    }
    while true {
      if at(.bar) {
        bump()
        isQuery = true
        if !atClause { clauseAfterBar() }
      }
      if atClause {
        clause()
        isQuery = true
      } else if endsQuery {
        break
      } else if (at(.rightParen) || at(.rightBracket)) && current.partner < 0 {
        strayBracket()
      } else if !foreignClause() {
        skip(to: .clause)
        isQuiet = isAbandoned
        if !atClause { break }
      }
    }
    if isQuery { close(start, .query) }
    return isQuery
  }

  private func clauseAfterBar() {
    if !endsQuery, foreignClause() { return }
    report(ParserMessages.expectedClause(current, input))
    absent()
  }

  private var endsQuery: Bool {
    switch current.kind {
    case .endOfText, .lineEnd, .semicolon, .rightBrace, .leftBrace, .comma: true
    case .rightParen, .rightBracket: current.partner >= 0
    default: false
    }
  }
}

extension TokenKind {
  /// The closing bracket of an opening one.
  var closing: TokenKind {
    switch self {
    case .leftParen: .rightParen
    case .leftBracket: .rightBracket
    case .leftBrace, .hopBrace: .rightBrace
    default: .invalid
    }
  }

  var quoted: String {
    switch self {
    case .name, .quotedName, .integer, .decimal, .text, .date, .month, .quarter, .duration,
      .parameter, .regex, .lineEnd, .endOfText, .invalid:
      spelling
    default: "`\(spelling)`"
    }
  }
}
