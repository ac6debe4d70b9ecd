// The grammar of scripts: statements and blocks. One function per production of grammar/hora.ebnf.

extension Parser {
  func script() {
    let start = mark
    while atSeparator { separator() }
    if atKeyword(.language) {
      languageStatement()
      endStatement()
      while atSeparator { separator() }
    }
    while !at(.endOfText) {
      if at(.rightBrace) { strayBracket() } else { statements() }
    }
    close(start, .script)
  }

  func statements() {
    while !atStatementsEnd {
      statement()
      endStatement()
      while atSeparator { separator() }
    }
  }

  func separator() { bump() }

  func statement() {
    isQuiet = isAbandoned
    if at(.if) { return ifStatement() }
    guard let word = current.word, current.isKeyword else { return queryStatement() }
    switch word {
    case .let: letStatement()
    case .def: defStatement()
    case .param: paramStatement()
    case .use: useStatement()
    case .network: networkStatement()
    case .print: printStatement()
    case .for: forStatement()
    case .test: testStatement()
    case .assert: assertStatement()
    case .language:
      report(ParserMessages.languageNotFirst(current))
      languageStatement()
    default: queryStatement()
    }
  }

  func languageStatement() {
    let start = mark
    bump()
    expect(.integer)
    close(start, .languageStatement)
  }

  func letStatement() {
    let start = mark
    bump()
    name()
    expectEqual()
    query()
    close(start, .letStatement)
  }

  func defStatement() {
    let start = mark
    bump()
    name()
    let open = position
    expect(.leftParen)
    if !at(.rightParen) {
      defParameter()
      while at(.comma) {
        bump()
        defParameter()
      }
    }
    closeBracket(open)
    expectEqual()
    query()
    close(start, .defStatement)
  }

  func defParameter() {
    let start = mark
    name()
    if at(.equal) {
      bump()
      expression()
    }
    close(start, .defParameter)
  }

  func paramStatement() {
    let start = mark
    bump()
    name()
    expect(.colon)
    typeName()
    if at(.equal) {
      bump()
      expression()
    }
    close(start, .paramStatement)
  }

  func typeName() {
    let start = mark
    if at(.leftBracket) {
      let open = position
      bump()
      takeName()
      closeBracket(open)
    } else {
      takeName()
    }
    close(start, .typeName)
  }

  func useStatement() {
    let start = mark
    bump()
    textLiteral()
    expect(.as)
    name()
    close(start, .useStatement)
  }

  func networkStatement() {
    let start = mark
    bump()
    name()
    expectEqual()
    postfixExpression()
    expect(.via)
    postfixExpression()
    if at(.where) {
      bump()
      expression()
    }
    if at(.weight) {
      bump()
      expression()
    }
    close(start, .networkStatement)
  }

  func printStatement() {
    let start = mark
    bump()
    messageText()
    close(start, .printStatement)
  }

  func messageText() {
    let start = mark
    let token = position
    if expectText() { messageExpressions(inToken: token) }
    close(start, .messageText)
  }

  func forStatement() {
    let start = mark
    bump()
    name()
    expect(.in)
    query()
    block()
    close(start, .forStatement)
  }

  func ifStatement() {
    let start = mark
    bump()
    expression()
    if at(.then) {
      // It was an expression all along.
      ifExpression(behindCondition: start)
      restOfQuery(start)
      return close(start, .queryStatement)
    }
    block()
    while at(.else) {
      bump()
      if at(.if) {
        bump()
        expression()
        block()
      } else {
        block()
        break
      }
    }
    close(start, .ifStatement)
  }

  func testStatement() {
    let start = mark
    bump()
    textLiteral()
    block()
    close(start, .testStatement)
  }

  func assertStatement() {
    let start = mark
    bump()
    expression()
    if at(.comma) {
      bump()
      messageText()
    }
    close(start, .assertStatement)
  }

  func queryStatement() {
    let start = mark
    query()
    close(start, .queryStatement)
  }

  func block() {
    let start = mark
    let open = position
    guard at(.leftBrace) else {
      report(ParserMessages.expectedBlock(current))
      skip(to: .block)
      guard at(.leftBrace) else {
        absent()
        return close(start, .block)
      }
      return block()
    }
    guard descend() else { return ascend() }
    bump()
    while atSeparator { separator() }
    statements()
    closeBracket(open)
    ascend()
    close(start, .block)
  }

  func name() {
    let start = mark
    guard atName else {
      reportMissingName()
      return absent()
    }
    bump()
    close(start, .name)
  }
}
