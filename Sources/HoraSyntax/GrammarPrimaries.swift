// The grammar of what has no operator: literals, names, lists, brackets. One function per
// production of grammar/hora.ebnf.

extension Parser {
  func primary() {
    switch current.kind {
    case .integer: integerLiteral()
    case .decimal: decimalLiteral()
    case .text: textLiteral()
    case .date: dateLiteral()
    case .month: monthLiteral()
    case .quarter: quarterLiteral()
    case .duration: durationLiteral()
    case .parameter: parameterReference()
    case .leftBracket: listLiteral()
    case .leftParen: parenthesized()
    case .quotedName: nameReference()
    case .name:
      switch current.word {
      case .true, .false: booleanLiteral()
      case .missing: missingLiteral()
      case .it: itReference()
      default: if atName { nameReference() } else { missingOperand() }
      }
    default: missingOperand()
    }
  }

  func integerLiteral() { takeToken(as: .integerLiteral) }
  func decimalLiteral() { takeToken(as: .decimalLiteral) }
  func dateLiteral() { takeToken(as: .dateLiteral) }
  func monthLiteral() { takeToken(as: .monthLiteral) }
  func quarterLiteral() { takeToken(as: .quarterLiteral) }
  func durationLiteral() { takeToken(as: .durationLiteral) }
  func regexLiteral() { takeToken(as: .regexLiteral) }
  func booleanLiteral() { takeToken(as: .booleanLiteral) }
  func missingLiteral() { takeToken(as: .missingLiteral) }
  func itReference() { takeToken(as: .itReference) }
  func parameterReference() { takeToken(as: .parameterReference) }
  func nameReference() { takeToken(as: .nameReference) }

  func textLiteral() {
    let start = mark
    if expectText() { close(start, .textLiteral) }
  }

  func listLiteral() {
    let start = mark
    let open = position
    guard enterBracket() else { return leaveBracket() }
    bump()
    if !at(.rightBracket) {
      expression()
      while at(.comma) {
        bump()
        expression()
      }
    }
    closeBracket(open)
    leaveBracket()
    close(start, .listLiteral)
  }

  /// A query in brackets, or with a comma a list.
  func parenthesized() {
    let start = mark
    let open = position
    guard enterBracket() else { return leaveBracket() }
    bump()
    let first = mark
    let isQuery = query()
    let isList = at(.comma)
    if isQuery, isList {
      report(ParserMessages.queryAmongOthers(written(since: first)), goesOn: true)
    }
    while at(.comma) {
      bump()
      expression()
    }
    closeBracket(open)
    leaveBracket()
    close(start, isList ? .listLiteral : .parenthesized)
  }
}
