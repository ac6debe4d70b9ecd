// The grammar of expressions, from loosest to tightest, down to the postfix steps. One function
// per production of grammar/hora.ebnf. Chains of one level are one flat node.

extension Parser {
  func expression() {
    if at(.if) { ifExpression() } else { orExpression() }
  }

  func ifExpression() {
    let start = mark
    guard descend() else { return ascend() }
    bump()
    expression()
    ifExpression(behindCondition: start)
    ascend()
  }

  /// The rest, once the first condition is read; a statement that begins with `if` learns only
  /// there which of the two it is.
  func ifExpression(behindCondition start: Int) {
    expect(.then)
    expression()
    while at(.else) {
      bump()
      guard at(.if) else {
        expression()
        return close(start, .ifExpression)
      }
      bump()
      expression()
      expect(.then)
      expression()
    }
    report(ParserMessages.expectedElse(current))
    absent()
    close(start, .ifExpression)
  }

  func orExpression() {
    let start = mark
    andExpression()
    guard at(.or) else { return }
    while at(.or) {
      bump()
      andExpression()
    }
    close(start, .orExpression)
  }

  func andExpression() {
    let start = mark
    notExpression()
    guard at(.and) else { return }
    while at(.and) {
      bump()
      notExpression()
    }
    close(start, .andExpression)
  }

  func notExpression() {
    guard at(.not) else { return comparison() }
    let start = mark
    while at(.not) { bump() }
    comparison()
    close(start, .notExpression)
  }

  func comparison() {
    if atQuantifier { return quantifiedComparison() }
    let start = mark
    coalesceExpression()
    guard atComparison else { return }
    comparisonRest()
    chainedComparison(start)
    close(start, .comparison)
  }

  func quantifiedComparison() {
    let start = mark
    quantifier()
    coalesceExpression()
    if atComparison {
      comparisonRest()
      chainedComparison(start)
    }
    close(start, .quantifiedComparison)
  }

  func quantifier() {
    let start = mark
    switch current.word {
    case .at:
      bump()
      bump()
      amount()
    case .exactly:
      bump()
      amount()
    default: bump()
    }
    close(start, .quantifier)
  }

  func comparisonRest() {
    switch (current.kind, current.word) {
    case (.tilde, _), (.notTilde, _):
      bump()
      if at(.regex) { regexLiteral() } else { coalesceExpression() }
    case (_, .in):
      bump()
      rangeExpression()
    case (_, .under):
      bump()
      coalesceExpression()
    case (_, .not) where ahead(1).word == .in:
      bump()
      bump()
      rangeExpression()
    case (_, .not) where ahead(1).word == .under:
      bump()
      bump()
      coalesceExpression()
    case (_, .is): missingTest()
    case (.name, _): foreignComparison()
    default:
      bump()
      coalesceExpression()
    }
  }

  func rangeExpression() {
    let start = mark
    coalesceExpression()
    guard at(.dots) else { return }
    bump()
    coalesceExpression()
    close(start, .rangeExpression)
  }

  func coalesceExpression() {
    let start = mark
    additiveExpression()
    guard at(.coalesce) else { return }
    while at(.coalesce) {
      bump()
      additiveExpression()
    }
    close(start, .coalesceExpression)
  }

  func additiveExpression() {
    let start = mark
    multiplicativeExpression()
    guard at(.plus) || at(TokenKind.minus) else { return }
    while at(.plus) || at(TokenKind.minus) {
      bump()
      multiplicativeExpression()
    }
    close(start, .additiveExpression)
  }

  func multiplicativeExpression() {
    let start = mark
    negation()
    guard at(.star) || at(.slash) || at(.percent) else { return }
    while at(.star) || at(.slash) || at(.percent) {
      bump()
      negation()
    }
    close(start, .multiplicativeExpression)
  }

  func negation() {
    guard at(TokenKind.minus) else { return existsExpression() }
    let start = mark
    while at(TokenKind.minus) { bump() }
    existsExpression()
    close(start, .negation)
  }

  func existsExpression() {
    guard at(.exists) else { return postfixExpression() }
    let start = mark
    bump()
    postfixExpression()
    close(start, .existsExpression)
  }

  func postfixExpression() {
    let start = mark
    primary()
    guard atStep else { return }
    while atStep {
      switch current.kind {
      case .dot: memberStep()
      case .leftBracket: filterStep()
      case .hopBrace: hopStep()
      case .leftParen: callStep()
      default: overStep()
      }
    }
    close(start, .postfixExpression)
  }

  // MARK: Steps

  func memberStep() {
    let start = mark
    bump()
    if current.isWord { bump() } else { reportMissingStepName() }
    close(start, .memberStep)
  }

  func filterStep() {
    let start = mark
    let open = position
    guard enterBracket() else { return leaveBracket() }
    bump()
    expression()
    closeBracket(open)
    leaveBracket()
    close(start, .filterStep)
  }

  func hopStep() {
    let start = mark
    let open = position
    bump()
    expect(.integer)
    if at(.dots) {
      report(ParserMessages.hopRangeWithDots(current), goesOn: true)
      skip(one: true)
      if at(.integer) { bump() }
    } else if at(.comma) {
      bump()
      if at(.integer) { bump() }
    }
    closeBracket(open)
    close(start, .hopStep)
  }

  func callStep() {
    let start = mark
    let open = position
    guard enterBracket() else { return leaveBracket() }
    bump()
    if at(.star), ahead(1).kind == .rightParen {
      report(HabitMessages.countStar(current), goesOn: true)
      skip(one: true)
    } else if !at(.rightParen) {
      if current.isWord, ahead(1).kind == .colon {
        argument()
      } else {
        let first = mark
        if query(), at(.comma) {
          report(ParserMessages.queryAmongOthers(written(since: first)), goesOn: true)
        }
      }
      while at(.comma) {
        bump()
        argument()
      }
    }
    closeBracket(open)
    leaveBracket()
    close(start, .callStep)
  }

  func argument() {
    guard current.isWord, ahead(1).kind == .colon else { return expression() }
    let start = mark
    bump()
    bump()
    expression()
    close(start, .argument)
  }

  func overStep() {
    let start = mark
    bump()
    let open = position
    guard enterBracket() else { return leaveBracket() }
    bump()
    if !at(.rightParen), !at(.sort) {
      expression()
      while at(.comma) {
        bump()
        expression()
      }
    }
    if at(.sort) { sortClause() }
    closeBracket(open)
    leaveBracket()
    close(start, .overStep)
  }

  // MARK: Conditions

  private var atStep: Bool {
    switch current.kind {
    case .dot, .leftBracket, .hopBrace, .leftParen: true
    default: at(.over) && ahead(1).kind == .leftParen
    }
  }

  private var atQuantifier: Bool {
    switch current.word {
    case .someOf, .every, .no, .exactly: current.isKeyword
    case .at: ahead(1).word == .least || ahead(1).word == .most
    default: false
    }
  }
}
