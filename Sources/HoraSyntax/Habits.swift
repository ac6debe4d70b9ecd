// Habits of other languages that the parser understands well enough to answer with ours.
// In: the parser where something does not fit. Out: one message with a fix, and the parser behind
// it. Correct Hora never comes here.

extension Parser {
  // MARK: Comparisons

  /// True at the operator of a comparison, ours or another language's.
  var atComparison: Bool {
    switch current.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .tilde, .notTilde:
      true
    case .name:
      switch current.word {
      case .in, .under, .is: true
      case .not: ahead(1).word == .in || ahead(1).word == .under || isForeignComparison(1)
      case nil: isForeignComparison(0)
      default: false
      }
    default: false
    }
  }

  private static let foreignComparisons: [String: String] = [
    "like": "~", "ilike": "~", "rlike": "~", "contains": "~", "matches": "~", "includes": "~",
    "equals": "=", "eq": "=", "between": "in",
  ]

  private func isForeignComparison(_ distance: Int) -> Bool {
    let token = ahead(distance)
    return token.kind == .name && token.word == nil && ahead(distance + 1).startsOperand
      && Parser.foreignComparisons[lowered(position + distance)] != nil
  }

  private func lowered(_ index: Int) -> String { text(ofToken: index).lowercased() }

  private static let foreignMissing: Set<String> = ["null", "nil", "none", "empty", "undefined"]

  /// `is missing`, `is not missing`; also `is null` and `is "x"`.
  func missingTest() {
    let start = current.range
    bump()
    let isNegated = at(.not)
    if isNegated { bump() }
    if at(.missing) { return bump() }
    let before = ahead(-1).range
    if current.isPlainName, Parser.foreignMissing.contains(lowered(position)) {
      let range = start.joined(with: current.range)
      report(HabitMessages.isNull(range, isNegated: isNegated), goesOn: true)
      return skip(one: true)
    }
    if current.startsOperand {
      let range = start.joined(with: before)
      report(HabitMessages.isForEqual(range, isNegated: isNegated), goesOn: true)
      return coalesceExpression()
    }
    expect(.missing)
  }

  /// `like`, `between` and others, also behind `not`.
  func foreignComparison() {
    let start = mark
    let isNegated = at(.not)
    let first = current.range
    if isNegated { bump() }
    let word = lowered(position)
    let range = first.joined(with: current.range)
    bump()
    close(start, .unexpected)
    switch Parser.foreignComparisons[word] {
    case "in": between(range, isNegated: isNegated)
    case "~":
      let pattern = word.hasSuffix("like") ? wordPattern() : nil
      let message =
        word.hasSuffix("like")
        ? HabitMessages.like(
          range, input.text(in: range), isNegated: isNegated, pattern: pattern)
        : HabitMessages.foreignComparison(
          range, input.text(in: range), isNegated ? "!~" : "~")
      report(message, goesOn: true)
      coalesceExpression()
    default:
      report(
        HabitMessages.foreignComparison(range, input.text(in: range), isNegated ? "!=" : "="),
        goesOn: true)
      coalesceExpression()
    }
  }

  /// The edit that makes a pattern with `%` and `_` one of ours; nil where there is nothing to do.
  private func wordPattern() -> Edit? {
    guard at(.text) else { return nil }
    var pattern = LiteralText.content(text(ofToken: position))
    guard pattern.contains("%") || pattern.contains("_") else { return nil }
    if pattern.hasPrefix("%"), pattern.hasSuffix("%"), pattern.count > 2 {
      pattern = String(pattern.dropFirst().dropLast())
    }
    let ours = pattern.map { $0 == "%" ? "*" : $0 == "_" ? "?" : String($0) }.joined()
    return Edit(current.range, "\"\(ours)\"")
  }

  private func between(_ range: SourceRange, isNegated: Bool) {
    coalesceExpression()
    let low = ahead(-1).range.end
    let isWhole = at(.and)
    if isWhole {
      skip(one: true)
      let high = Int(current.start)
      let fix = FixIt(
        "write in a..b",
        edits: [
          Edit(range, isNegated ? "not in" : "in"), Edit(SourceRange(start: low, end: high), ".."),
        ])
      report(HabitMessages.between(range, fix: fix), goesOn: true)
      coalesceExpression()
    } else {
      report(HabitMessages.between(range, fix: nil))
    }
  }

  /// Behind a comparison: another one is a mistake.
  func chainedComparison(_ start: Int) {
    guard atComparison else { return }
    let first = written(since: start)
    var fix: FixIt?
    if let last = pending.last, last >= 0, isOrdering(current.kind) {
      let node = nodes[Int(last)]
      let middle = input.text(in: SourceRange(start: Int(node.start), end: Int(node.end)))
      fix = FixIt(
        "compare twice", replace: ParserMessages.gap(before: current), with: " and \(middle)")
    }
    report(ParserMessages.chained(current.range, first: first, fix: fix), goesOn: true)
    let rest = mark
    while atComparison { comparisonRest() }
    close(rest, .unexpected)
  }

  private func isOrdering(_ kind: TokenKind) -> Bool {
    switch kind {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal: true
    default: false
    }
  }

  // MARK: Items

  /// Behind `where` and its condition: a comma between conditions.
  func commaForAnd() {
    guard at(.comma), brackets == 0, ahead(1).startsOperand else { return }
    if numberWithCommas() { return }
    report(HabitMessages.commaForAnd(current.range), goesOn: true)
    let start = mark
    while at(.comma) {
      bump()
      expression()
    }
    close(start, .unexpected)
  }

  /// `1,000,000`
  private func numberWithCommas() -> Bool {
    guard ahead(-1).kind == .integer, ahead(-1).end == current.start else { return false }
    let first = ahead(-1).range
    var end = 0
    while ahead(end).kind == .comma, ahead(end + 1).kind == .integer,
      ahead(end + 1).range.length == 3, ahead(end + 1).start == ahead(end).end
    {
      end += 2
    }
    guard end > 0 else { return false }
    let range = first.joined(with: ahead(end - 1).range)
    let written = input.text(in: range)
    report(
      HabitMessages.otherWord(range, written, String(written.map { $0 == "," ? "_" : $0 })),
      goesOn: true)
    let start = mark
    for _ in 0..<end { bump() }
    close(start, .unexpected)
    return true
  }

  /// Behind an item: `expression as name`.
  func asForName(_ start: Int) {
    guard at(.as) else { return }
    let item = written(since: start)
    let range = SourceRange(start: Int(current.start), end: Int(ahead(1).end))
    var fix: FixIt?
    if ahead(1).isPlainName {
      let name = text(ofToken: position + 1)
      fix = FixIt(
        "put the name first",
        edits: [
          Edit(SourceRange(start: item.start, end: item.start), "\(name) = "),
          Edit(SourceRange(start: item.end, end: range.end), ""),
        ])
    }
    report(HabitMessages.asForName(range, fix: fix), goesOn: true)
    let rest = mark
    bump()
    if atName { bump() }
    close(rest, .unexpected)
  }

  // MARK: Operands

  /// Where an operand should be; true if it was another language's.
  func foreignOperand() -> Bool {
    if at(.dot), ahead(1).kind == .integer {
      report(HabitMessages.leadingDot(current.range), goesOn: true)
      skip(one: true)
      integerLiteral()
      return true
    }
    if at(.slash) || at(.regex) {
      let before = ahead(-1)
      let sign: String? = before.kind == .equal ? "~" : before.kind == .notEqual ? "!~" : nil
      report(
        ParserMessages.regexWithoutTilde(
          current.range, fix: sign.map { FixIt("write \($0)", replace: before.range, with: $0) }))
      if at(.regex) { skip(one: true) } else { absent() }
      return true
    }
    return false
  }

  // MARK: Clauses

  private static let foreignClauses: [String: Word] = [
    "limit": .take, "head": .take, "offset": .skip, "having": .where, "filter": .where,
    "return": .select, "project": .select, "yield": .select, "extend": .add, "derive": .add,
    "mutate": .add, "compute": .add, "expand": .each, "unnest": .each, "explode": .each,
    "aggregate": .summarize, "summarise": .summarize, "unique": .distinct, "uniq": .distinct,
    "except": .minus, "difference": .minus, "intersection": .intersect,
  ]

  /// Where a clause should be. True if the parser knows what was meant and can go on; otherwise
  /// a message is given and what follows has to be skipped.
  func foreignClause() -> Bool {
    guard canReport else { return false }
    guard current.kind == .name, !current.isKeyword else {
      report(ParserMessages.expectedClause(current, input))
      return false
    }
    let written = lowered(position)
    if ahead(1).word == .by, written == "order" || written == "group" {
      let range = current.range.joined(with: ahead(1).range)
      report(
        written == "group"
          ? HabitMessages.groupBy(range)
          : HabitMessages.foreignClause(range, input.text(in: range), "sort by"), goesOn: true)
      tokens[position].word = written == "group" ? .summarize : .sort
      return true
    }
    if let ours = Parser.foreignClauses[written] {
      let message = HabitMessages.foreignClause(
        current.range, text(ofToken: position), ours.rawValue)
      report(message, goesOn: true)
      tokens[position].word = ours
      return true
    }
    if let ours = ["descending": "desc", "ascending": "asc"][written] {
      let message = HabitMessages.foreignClause(current.range, text(ofToken: position), ours)
      report(message, goesOn: true)
      skip(one: true)
      return true
    }
    let joins: Set<String> = ["left", "right", "inner", "outer", "cross", "full", "natural"]
    if written == "join" || joins.contains(written) && lowered(position + 1).hasSuffix("join") {
      report(HabitMessages.join(current.range))
      return false
    }
    if ahead(1).kind == .colon { return fieldColonValues() }
    return misspeltClause() || unknownClause()
  }

  private func misspeltClause() -> Bool {
    guard current.word == nil else { return false }
    let near = nearest(text(ofToken: position), in: Word.clauseWords, limit: 2)
    guard let first = near.first, let word = Word(rawValue: first) else { return false }
    let operators = nearest(text(ofToken: position), in: ["and", "or", "as", first], limit: 3)
    if let best = operators.first, best != first {
      report(ParserMessages.misspelt(current.range, text(ofToken: position), operators))
      return false
    }
    report(ParserMessages.misspelt(current.range, text(ofToken: position), near), goesOn: true)
    tokens[position].word = word
    return true
  }

  private static let openingWords =
    Word.clauseWords + [
      "let", "def", "param", "use", "network", "print", "for", "test", "assert", "language",
    ]

  private static let sourceForms: [Word: String] = [
    .pairs: "pairs SET as a, b", .match: "match ENTITY with SET by PATH",
    .gaps: "gaps SET against OTHER by PATH", .paths: "paths from A to B in NETWORK",
  ]

  /// The word before may be the one that is wrong: `lte x = 3`.
  private func unknownClause() -> Bool {
    let before = ahead(-1)
    if lastKind == .nameReference, startsStatement(position - 1) {
      if let word = before.word, let form = Parser.sourceForms[word] {
        report(HabitMessages.sourceNeeds(before.range, word.rawValue, form))
        return false
      }
      let near = nearest(text(ofToken: position - 1), in: Parser.openingWords, limit: 2)
      if before.word == nil, !near.isEmpty {
        report(ParserMessages.misspelt(before.range, text(ofToken: position - 1), near))
        return false
      }
    }
    if textWithoutQuotes() { return true }
    switch current.word {
    case .let, .def, .param, .network, .print, .test, .assert, .use, .for:
      report(ParserMessages.expectedEnd(current, input))
    default: report(ParserMessages.expectedClause(current, input))
    }
    return false
  }

  /// `city = Novi Sad`
  private func textWithoutQuotes() -> Bool {
    switch ahead(-2).kind {
    case .equal, .notEqual, .tilde, .notTilde: break
    default: return false
    }
    guard ahead(-1).isPlainName, ahead(-1).kind == .name, current.word == nil else { return false }
    let first = ahead(-1).range
    let start = mark
    while current.isPlainName, current.kind == .name, current.word == nil { bump() }
    let range = first.joined(with: ahead(-1).range)
    report(HabitMessages.textWithoutQuotes(range, input.text(in: range)), goesOn: true)
    close(start, .unexpected)
    return true
  }

  private func startsStatement(_ index: Int) -> Bool {
    switch token(at: index - 1).kind {
    case .endOfText, .lineEnd, .semicolon, .leftBrace: true
    default: false
    }
  }

  /// `country:Serbia city:Belgrade`
  private func fieldColonValues() -> Bool {
    let start = mark
    let from = current.range
    var conditions: [String] = []
    while current.isPlainName, ahead(1).kind == .colon, ahead(2).startsOperand {
      let value = text(ofToken: position + 2)
      let isWord = ahead(2).isPlainName && ahead(2).kind == .name
      conditions.append("\(text(ofToken: position)) = " + (isWord ? "\"\(value)\"" : value))
      bump()
      bump()
      bump()
    }
    guard !conditions.isEmpty else {
      report(ParserMessages.expectedClause(current, input))
      return false
    }
    let range = from.joined(with: ahead(-1).range)
    let ours = "where " + conditions.joined(separator: " and ")
    report(
      HabitMessages.fieldColonValue(
        range, fix: FixIt("write a condition", replace: range, with: ours)), goesOn: true)
    close(start, .unexpected)
    return true
  }
}
