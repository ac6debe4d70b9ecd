// Every message of the parser, one function each. Wording may change, codes may not.

enum ParserMessages {
  // MARK: Something is missing

  static func expectedOperand(before: Token, _ found: Token, _ source: SourceText) -> Diagnostic {
    let after = before.kind == .endOfText ? "" : " after `\(source.text(in: before.range))`"
    return Diagnostic(
      code: 201, message: "an expression is missing\(after)", range: place(found),
      label: "found \(description(found, source))")
  }

  static func expected(_ what: String, _ found: Token, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      code: 202, message: "expected \(what), found \(description(found, source))",
      range: place(found))
  }

  static func expectedName(_ found: Token, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      code: 203, message: "a name is missing", range: place(found),
      label: "found \(description(found, source))")
  }

  static func reservedName(_ range: SourceRange, _ word: String) -> Diagnostic {
    Diagnostic(
      code: 203, message: "`\(word)` is a word of the language, not a name", range: range,
      notes: ["in backticks every word is a name"],
      fixIts: [FixIt("put it in backticks", replace: range, with: "`\(word)`")])
  }

  static func expectedStepName(_ found: Token, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      code: 203, message: "the name of a field or relation is missing after the dot",
      range: place(found), label: "found \(description(found, source))")
  }

  static func expectedAmount(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 204, message: "a number is missing", range: place(found),
      notes: ["it may be a whole number, a parameter or the name of a let"])
  }

  static func expectedText(_ found: Token, _ written: String) -> Diagnostic {
    Diagnostic(
      code: 205, message: "a text in quotes is missing", range: place(found),
      fixIts: found.isPlainName && found.kind == .name
        ? [FixIt("put it in quotes", replace: found.range, with: "\"\(written)\"")] : [])
  }

  static func expectedBlock(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 206, message: "a block is missing: statements between { and }", range: place(found),
      notes: found.kind == .hopBrace
        ? ["{ before a digit is a hop range; put a blank between them"] : [],
      fixIts: found.kind == .hopBrace
        ? [
          FixIt(
            "put a blank behind the bracket",
            replace: SourceRange(start: Int(found.end), end: Int(found.end)), with: " ")
        ] : [])
  }

  static func expectedElse(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 207, message: "`if … then …` needs an `else`", range: place(found),
      notes: ["what is not known is written missing"],
      fixIts: [FixIt("add an else", replace: gap(before: found), with: " else missing")])
  }

  // MARK: Something is too much

  static func expectedClause(_ found: Token, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      code: 210, message: "expected a clause, found \(description(found, source))",
      range: place(found),
      notes: ["clauses begin with where, select, add, sort by, top, take, summarize, count, …"])
  }

  static func expectedEnd(_ found: Token, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      code: 211, message: "the statement goes on with \(description(found, source)) unexpectedly",
      range: place(found), notes: ["statements stand on lines of their own, or ; between them"])
  }

  static func misspelt(_ range: SourceRange, _ word: String, _ nearest: [String]) -> Diagnostic {
    let others = nearest.dropFirst().map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      code: 212, message: "`\(word)` is not known here; did you mean `\(nearest.first ?? "")`?",
      range: range, notes: others.isEmpty ? [] : ["or perhaps \(others)"],
      fixIts: nearest.prefix(1).map { FixIt("write \($0)", replace: range, with: $0) })
  }

  static func strayBracket(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 213, message: "this bracket closes nothing", range: found.range,
      fixIts: [FixIt("leave it out", replace: found.range, with: "")])
  }

  static func unclosedBracket(_ opening: Token, _ found: Token) -> Diagnostic {
    Diagnostic(
      code: 214, message: "a `\(opening.kind.spelling)` is not closed", range: place(found),
      label: "`\(opening.kind.closing.spelling)` is missing here",
      labels: [Label(opening.range, "opened here")],
      fixIts: [
        FixIt("close it", replace: gap(before: found), with: opening.kind.closing.spelling)
      ])
  }

  static func expectedInBrackets(
    _ closing: String, _ opening: Token, _ found: Token, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      code: 215, message: "expected \(closing), found \(description(found, source))",
      range: place(found), labels: [Label(opening.range, "to close this")])
  }

  static func commaTooMany(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 216, message: "nothing follows this comma", range: range,
      fixIts: [FixIt("leave it out", replace: range, with: "")])
  }

  static func missingWord(
    _ word: String, _ found: Token, _ source: SourceText, at offset: Int
  ) -> Diagnostic {
    let insertion = word == "," ? "," : word + " "
    return Diagnostic(
      code: 218, message: "`\(word)` is missing before \(description(found, source))",
      range: found.range,
      fixIts: [
        FixIt(
          "write \(word)", replace: SourceRange(start: offset, end: offset), with: insertion)
      ])
  }

  static func wordTooMany(_ range: SourceRange, _ words: String) -> Diagnostic {
    Diagnostic(
      code: 219, message: "`\(words)` is not needed here", range: range,
      fixIts: [FixIt("leave it out", replace: range, with: "")])
  }

  static func opening(_ range: SourceRange, _ words: String) -> Diagnostic {
    Diagnostic(
      code: 219, message: "a query begins with what it is about, without `\(words)`", range: range,
      notes: ["for example: members where country = \"Serbia\""],
      fixIts: [FixIt("leave it out", replace: range, with: "")])
  }

  static func sourceFirst(_ range: SourceRange, _ ours: String) -> Diagnostic {
    Diagnostic(
      code: 217, message: "a query begins with what it is about; clauses follow", range: range,
      fixIts: [FixIt("write the source first", replace: range, with: ours)])
  }

  static func noSource(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 217, message: "a query begins with what it is about", range: found.range,
      label: "the source is missing before this",
      notes: ["for example: members where country = \"Serbia\""])
  }

  // MARK: Limits

  static func tooDeep(_ found: Token, _ limit: Int) -> Diagnostic {
    Diagnostic(
      code: 220, message: "more than \(limit) brackets and blocks are open here",
      range: place(found), notes: ["nothing from here on is read"])
  }

  static func tooManyNodes(_ found: Token, _ limit: Int) -> Diagnostic {
    Diagnostic(
      code: 221, message: "the text is longer than the limit of \(limit) expressions",
      range: place(found), notes: ["nothing from here on is read"])
  }

  // MARK: Almost right

  static func chained(
    _ operation: SourceRange, first: SourceRange, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      code: 230, message: "comparisons do not chain", range: operation,
      labels: [Label(first, "already compared here")],
      notes: ["a < b < c is written a < b and b < c"], fixIts: fix.map { [$0] } ?? [])
  }

  static func topWithoutBy(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 231, message: "`top` needs `by`: by what are they the largest?", range: place(found),
      notes: ["without an order, take N keeps the first N"],
      fixIts: [FixIt("add by", replace: gap(before: found), with: insertion("by", found))])
  }

  static func sortWithoutBy(_ sort: Token, _ found: Token) -> Diagnostic {
    Diagnostic(
      code: 232, message: "`sort` is followed by `by`", range: sort.range,
      fixIts: [
        FixIt(
          "write sort by", replace: SourceRange(start: Int(sort.end), end: Int(sort.end)),
          with: " by")
      ])
  }

  static func hopRangeWithDots(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 233, message: "the ends of a hop range stand with a comma", range: found.range,
      fixIts: [FixIt("write a comma", replace: found.range, with: ",")])
  }

  static func queryAmongOthers(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 234, message: "a query among other values stands in round brackets", range: range,
      fixIts: [
        FixIt(
          "put it in brackets",
          edits: [
            Edit(SourceRange(start: range.start, end: range.start), "("),
            Edit(SourceRange(start: range.end, end: range.end), ")"),
          ])
      ])
  }

  static func languageNotFirst(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 235, message: "`language` stands before all other statements", range: found.range)
  }

  static func equalExpected(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 236, message: "the value stands behind `=`", range: range,
      fixIts: [FixIt("write =", replace: range, with: " =")])
  }

  static func unclosedHole(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 237, message: "this { in the message is not closed", range: range,
      notes: ["a brace that is meant as such is written {{"],
      fixIts: [FixIt("write {{", replace: range, with: "{{")])
  }

  static func expectedInMessage(_ found: Token, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      code: 239, message: "expected `}` of the message, found \(description(found, source))",
      range: place(found))
  }

  static func regexWithoutTilde(_ range: SourceRange, fix: FixIt?) -> Diagnostic {
    Diagnostic(
      code: 238, message: "a regular expression stands only right behind `~` or `!~`",
      range: range, fixIts: fix.map { [$0] } ?? [])
  }

  // MARK: Helpers

  /// Where a message about a token points: the token, or the place where the text ends.
  private static func place(_ found: Token) -> SourceRange {
    found.kind == .endOfText || found.kind == .lineEnd ? gap(before: found) : found.range
  }

  /// The place behind the token before.
  static func gap(before found: Token) -> SourceRange {
    SourceRange(start: Int(found.triviaStart), end: Int(found.triviaStart))
  }

  private static func insertion(_ word: String, _ found: Token) -> String {
    found.triviaStart == found.start && found.kind != .endOfText ? " \(word) " : " \(word)"
  }

  static func description(_ found: Token, _ source: SourceText) -> String {
    switch found.kind {
    case .endOfText, .lineEnd: return found.kind.spelling
    default:
      let text = source.text(in: found.range)
      return text.count <= 30 ? "`\(text)`" : "\(found.kind.spelling)"
    }
  }
}
