// The grammar of clauses. One function per production of grammar/hora.ebnf.

extension Parser {
  func whereClause() {
    let start = mark
    bump()
    expression()
    commaForAnd()
    close(start, .whereClause)
  }

  func selectClause() {
    let start = mark
    bump()
    selectItem()
    while at(.comma) {
      bump()
      selectItem()
    }
    close(start, .selectClause)
  }

  func selectItem() {
    if at(.star) { allColumns() } else { item() }
  }

  func allColumns() {
    let start = mark
    bump()
    close(start, .allColumns)
  }

  func item() {
    if ahead(1).kind == .equal, atName || current.beginsOrEndsPhrase { return namedItem() }
    let start = mark
    expression()
    asForName(start)
  }

  func namedItem() {
    let start = mark
    name()
    expectEqual()
    expression()
    close(start, .namedItem)
  }

  func addClause() {
    let start = mark
    bump()
    namedItem()
    while at(.comma) {
      bump()
      namedItem()
    }
    close(start, .addClause)
  }

  func dropClause() {
    let start = mark
    bump()
    postfixExpression()
    while at(.comma) {
      bump()
      postfixExpression()
    }
    close(start, .dropClause)
  }

  func eachClause() {
    let start = mark
    bump()
    if atKeyword(.optional) { bump() }
    postfixExpression()
    expect(.as)
    name()
    close(start, .eachClause)
  }

  func followClause() {
    let start = mark
    bump()
    postfixExpression()
    close(start, .followClause)
  }

  func summarizeClause() {
    let start = mark
    bump()
    if at(.by) {
      grouping()
    } else {
      item()
      while at(.comma) {
        bump()
        item()
      }
      if at(.by) { grouping() }
    }
    close(start, .summarizeClause)
  }

  func grouping() {
    let start = mark
    bump()
    item()
    while at(.comma) {
      bump()
      item()
    }
    close(start, .grouping)
  }

  func countClause() {
    let start = mark
    bump()
    if at(.by) { grouping() }
    close(start, .countClause)
  }

  func sortClause() {
    let start = mark
    bump()
    expectBy(ParserMessages.sortWithoutBy(ahead(-1), current))
    sortKey()
    while at(.comma) {
      bump()
      sortKey()
    }
    close(start, .sortClause)
  }

  func sortKey() {
    let start = mark
    expression()
    if at(.asc) || at(.desc) { bump() }
    close(start, .sortKey)
  }

  func topClause() {
    let start = mark
    bump()
    amount()
    if at(.per) { perKeys() }
    expectBy(ParserMessages.topWithoutBy(current))
    sortKey()
    if at(.with) { withTies() }
    close(start, .topClause)
  }

  func perKeys() {
    let start = mark
    bump()
    item()
    while at(.comma) {
      bump()
      item()
    }
    close(start, .perKeys)
  }

  func withTies() {
    let start = mark
    bump()
    expect(.ties)
    close(start, .withTies)
  }

  func takeClause() {
    let start = mark
    bump()
    amount()
    close(start, .takeClause)
  }

  func skipClause() {
    let start = mark
    bump()
    amount()
    close(start, .skipClause)
  }

  func distinctClause() {
    let start = mark
    bump()
    if current.startsOperand, !countsAsClause {
      expression()
      while at(.comma) {
        bump()
        expression()
      }
    }
    close(start, .distinctClause)
  }

  func unionClause() {
    let start = mark
    bump()
    postfixExpression()
    close(start, .unionClause)
  }

  func intersectClause() {
    let start = mark
    bump()
    postfixExpression()
    close(start, .intersectClause)
  }

  func minusClause() {
    let start = mark
    bump()
    postfixExpression()
    close(start, .minusClause)
  }

  func pivotClause() {
    let start = mark
    bump()
    expression()
    expect(.by)
    expression()
    close(start, .pivotClause)
  }

  func sampleClause() {
    let start = mark
    bump()
    amount()
    if at(.seed) {
      bump()
      amount()
    }
    close(start, .sampleClause)
  }

  func coverClause() {
    let start = mark
    bump()
    postfixExpression()
    expect(.by)
    postfixExpression()
    while atCoverOption { coverOption() }
    close(start, .coverClause)
  }

  func coverOption() {
    switch current.word {
    case .max: coverMax()
    case .at: if ahead(1).word == .most { coverAtMost() } else { coverAtLeast() }
    case .with: coverWith()
    case .without: coverWithout()
    case .eligible: coverEligible()
    case .best: coverBest()
    default: coverPrefer()
    }
  }

  func coverMax() {
    let start = mark
    bump()
    amount()
    close(start, .coverMax)
  }

  func coverAtLeast() {
    let start = mark
    bump()
    expect(.least)
    amount()
    switch current.word {
    case .per:
      bump()
      expect(.need)
    case .where:
      bump()
      expression()
    default:
      expect(.different)
      expression()
    }
    close(start, .coverAtLeast)
  }

  func coverAtMost() {
    let start = mark
    bump()
    expect(.most)
    amount()
    if at(.of) { bump() } else { expect(.per) }
    expression()
    close(start, .coverAtMost)
  }

  func coverWith() {
    let start = mark
    bump()
    postfixExpression()
    close(start, .coverWith)
  }

  func coverWithout() {
    let start = mark
    bump()
    postfixExpression()
    close(start, .coverWithout)
  }

  func coverEligible() {
    let start = mark
    bump()
    expect(.under)
    textLiteral()
    if at(.by) {
      bump()
      postfixExpression()
    }
    close(start, .coverEligible)
  }

  func coverBest() {
    let start = mark
    bump()
    fixedAmount()
    close(start, .coverBest)
  }

  func coverPrefer() {
    let start = mark
    bump()
    sortKey()
    close(start, .coverPrefer)
  }

  func expectClause() {
    let start = mark
    bump()
    if expectsRows { expectedRows() } else { expression() }
    if at(.comma) {
      bump()
      messageText()
    }
    close(start, .expectClause)
  }

  func expectedRows() {
    let start = mark
    bump()
    if at(.rows) { bump() }
    close(start, .expectedRows)
  }

  func showClause() {
    let start = mark
    bump()
    name()
    while atName, ahead(1).kind == .equal { showOption() }
    close(start, .showClause)
  }

  func showOption() {
    let start = mark
    name()
    expectEqual()
    postfixExpression()
    close(start, .showOption)
  }

  func saveClause() {
    let start = mark
    bump()
    textLiteral()
    close(start, .saveClause)
  }

  // MARK: Conditions

  /// True at `count` where it begins a clause: the name `count` would go on as an expression.
  private var countsAsClause: Bool {
    guard at(.count) else { return false }
    let next = ahead(1)
    return next.word == .by || (next.endsClause && next.kind != .comma)
  }

  private var atCoverOption: Bool {
    switch current.word {
    case .max, .at, .with, .without, .prefer, .eligible, .best: true
    default: false
    }
  }

  /// True at `none`, `some`, or a number, with `rows` or the end of the clause behind.
  private var expectsRows: Bool {
    let next = ahead(1)
    switch (current.kind, current.word) {
    case (_, .noneOf): return current.isKeyword
    case (_, .someOf):
      return current.isKeyword
        && (next.endsClause || (next.word == .rows && ahead(2).endsClause))
    case (.integer, _): return next.word == .rows || next.endsClause
    case (.parameter, _): return next.word == .rows
    default: return atName && next.word == .rows
    }
  }
}

extension Token {
  /// True for a word that cannot be an operand, though one may wish to name a column so.
  var beginsOrEndsPhrase: Bool {
    guard kind == .name, let word else { return false }
    return word.isReserved && (word.isClauseWord || word == .as || word == .by)
  }

  /// True for what can begin an expression.
  var startsOperand: Bool {
    switch kind {
    case .quotedName, .integer, .decimal, .text, .date, .month, .quarter, .duration, .parameter,
      .leftParen, .leftBracket, .minus:
      true
    case .name:
      switch word {
      case .not, .exists, .if, .it, .true, .false, .missing: true
      case .someOf, .every, .no, .exactly: true
      default: isPlainName
      }
    default: false
    }
  }
}
