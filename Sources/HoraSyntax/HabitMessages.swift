// Messages about what is right in other languages, one function each. They are the parser's, too:
// each gives the spelling of Hora as a fix.

enum HabitMessages {
  static func foreignClause(_ range: SourceRange, _ text: String, _ ours: String) -> Diagnostic {
    Diagnostic(
      code: 250, message: "`\(text)` is written `\(ours)` here", range: range,
      fixIts: [FixIt("write \(ours)", replace: range, with: ours)])
  }

  static func groupBy(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 251, message: "groups are made by `summarize … by`", range: range,
      notes: ["members summarize n = count() by country", "members count by country"],
      fixIts: [FixIt("write summarize by", replace: range, with: "summarize by")])
  }

  static func isNull(_ range: SourceRange, isNegated: Bool) -> Diagnostic {
    let ours = isNegated ? "is not missing" : "is missing"
    return Diagnostic(
      code: 252, message: "a value that is not known is `missing`", range: range,
      fixIts: [FixIt("write \(ours)", replace: range, with: ours)])
  }

  static func isForEqual(_ range: SourceRange, isNegated: Bool) -> Diagnostic {
    let ours = isNegated ? "!=" : "="
    return Diagnostic(
      code: 253, message: "`is` asks only for missing; values are compared with `\(ours)`",
      range: range, fixIts: [FixIt("write \(ours)", replace: range, with: ours)])
  }

  static func like(
    _ range: SourceRange, _ text: String, isNegated: Bool, pattern: Edit?
  ) -> Diagnostic {
    let ours = isNegated ? "!~" : "~"
    return Diagnostic(
      code: 254, message: "`\(text)` is written `\(ours)`, which compares words and meanings",
      range: range,
      notes: pattern == nil ? [] : ["the wildcards are * and ?, within a word"],
      fixIts: [
        FixIt("write \(ours)", edits: [Edit(range, ours)] + (pattern.map { [$0] } ?? []))
      ])
  }

  static func foreignComparison(
    _ range: SourceRange, _ text: String, _ ours: String
  ) -> Diagnostic {
    Diagnostic(
      code: 255, message: "`\(text)` is written `\(ours)`", range: range,
      fixIts: [FixIt("write \(ours)", replace: range, with: ours)])
  }

  static func otherWord(_ range: SourceRange, _ text: String, _ ours: String) -> Diagnostic {
    Diagnostic(
      code: 255, message: "`\(text)` is written `\(ours)` here", range: range,
      fixIts: [FixIt("write \(ours)", replace: range, with: ours)])
  }

  static func howMany(_ range: SourceRange, whole: SourceRange, _ ours: String) -> Diagnostic {
    Diagnostic(
      code: 255, message: "what is counted stands in brackets behind `count`", range: range,
      fixIts: [FixIt("write `\(ours)`", replace: whole, with: ours)])
  }

  static func between(_ range: SourceRange, fix: FixIt?) -> Diagnostic {
    Diagnostic(
      code: 256, message: "`between a and b` is written `in a..b`", range: range,
      notes: ["both ends are included"], fixIts: fix.map { [$0] } ?? [])
  }

  static func asForName(_ range: SourceRange, fix: FixIt?) -> Diagnostic {
    Diagnostic(
      code: 257, message: "the name of a column stands first: `name = expression`", range: range,
      fixIts: fix.map { [$0] } ?? [])
  }

  static func selectStatement(_ range: SourceRange, rewritten: String?) -> Diagnostic {
    Diagnostic(
      code: 258, message: "a query begins with its source, and clauses follow in order",
      range: range,
      notes: ["SELECT a FROM t WHERE c is written: t where c select a"],
      fixIts: rewritten.map { [FixIt("write it as Hora", replace: range, with: $0)] } ?? [])
  }

  static func countStar(_ found: Token) -> Diagnostic {
    Diagnostic(
      code: 259, message: "rows are counted with `count()`", range: found.range,
      fixIts: [FixIt("leave out the star", replace: found.range, with: "")])
  }

  static func commaForAnd(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 260, message: "conditions are joined with `and`", range: range,
      fixIts: [FixIt("write and", replace: range, with: " and")])
  }

  static func fieldColonValue(_ range: SourceRange, fix: FixIt?) -> Diagnostic {
    Diagnostic(
      code: 261, message: "a condition is written `where field = value`", range: range,
      fixIts: fix.map { [$0] } ?? [])
  }

  static func leadingDot(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 262, message: "a number begins with a digit", range: range,
      fixIts: [
        FixIt(
          "write 0 before the dot", replace: SourceRange(start: range.start, end: range.start),
          with: "0")
      ])
  }

  static func join(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 263, message: "there is no join: a relation is followed with a dot", range: range,
      notes: ["projects.lead.country is the country of a project's lead"])
  }

  static func textWithoutQuotes(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      code: 265, message: "a text stands in quotes", range: range,
      fixIts: [FixIt("put it in quotes", replace: range, with: "\"\(text)\"")])
  }

  static func sourceNeeds(_ range: SourceRange, _ word: String, _ form: String) -> Diagnostic {
    Diagnostic(
      code: 264, message: "`\(word)` is written `\(form)`", range: range)
  }
}
