// The grammar of queries: a source, then clauses. One function per production of
// grammar/hora.ebnf; the clauses themselves are in GrammarClauses.swift.

extension Parser {
  /// True if there was a name or a clause, so that a query node was made.
  @discardableResult
  func query() -> Bool {
    let start = mark
    source()
    return restOfQuery(start)
  }

  func source() {
    switch current.word {
    case .pairs? where current.isKeyword: pairsSource()
    case .paths? where current.isKeyword: pathsSource()
    case .match? where current.isKeyword: matchSource()
    case .gaps? where current.isKeyword: gapsSource()
    case _? where atClause && !at(.count):
      if at(.select), foreignSelect() { return }
      report(ParserMessages.noSource(current), goesOn: true)
      absent()
    default: expression()
    }
  }

  func sourceName() {
    let start = mark
    bump()
    name()
    close(start, .sourceName)
  }

  func pairsSource() {
    let start = mark
    bump()
    postfixExpression()
    expect(.as)
    name()
    expect(.comma)
    name()
    close(start, .pairsSource)
  }

  func pathsSource() {
    let start = mark
    bump()
    expect(.from)
    postfixExpression()
    expect(.to)
    postfixExpression()
    expect(.in)
    postfixExpression()
    switch current.word {
    case .shortest, .all, .cheapest, .max: pathsOption()
    default: break
    }
    close(start, .pathsSource)
  }

  func pathsOption() {
    let start = mark
    let isAll = at(.all)
    bump()
    if isAll { expect(.shortest) } else { amount() }
    close(start, .pathsOption)
  }

  func matchSource() {
    let start = mark
    bump()
    postfixExpression()
    expect(.with)
    postfixExpression()
    expect(.by)
    postfixExpression()
    close(start, .matchSource)
  }

  func gapsSource() {
    let start = mark
    bump()
    postfixExpression()
    expect(.against)
    postfixExpression()
    expect(.by)
    postfixExpression()
    close(start, .gapsSource)
  }

  func amount() {
    let start = mark
    guard at(.integer) || at(.parameter) || atName else {
      report(ParserMessages.expectedAmount(current))
      return absent()
    }
    bump()
    close(start, .amount)
  }

  func fixedAmount() {
    let start = mark
    guard at(.integer) || at(.parameter) else {
      report(ParserMessages.expectedAmount(current))
      return absent()
    }
    bump()
    close(start, .fixedAmount)
  }

  func clause() {
    isQuiet = isAbandoned
    switch current.word {
    case .where: whereClause()
    case .select: selectClause()
    case .add: addClause()
    case .drop: dropClause()
    case .each: eachClause()
    case .follow: followClause()
    case .summarize: summarizeClause()
    case .count: countClause()
    case .sort: sortClause()
    case .top: topClause()
    case .take: takeClause()
    case .skip: skipClause()
    case .distinct: distinctClause()
    case .union: unionClause()
    case .intersect: intersectClause()
    case .minus: minusClause()
    case .pivot: pivotClause()
    case .sample: sampleClause()
    case .cover: coverClause()
    case .expect: expectClause()
    case .show: showClause()
    case .save: saveClause()
    default: bump()
    }
  }
}
