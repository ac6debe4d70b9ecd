// Every message of the lexer, one function each.

enum LexerMessages {
  static func notUTF8(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 101, message: "these bytes are not UTF-8 text", range: range,
      notes: ["Hora reads UTF-8; save the file in that encoding"])
  }

  static func strayCharacter(_ range: SourceRange, _ character: String) -> Diagnostic {
    Diagnostic(
      code: 102, message: "\(character) is not part of the language", range: range,
      notes: ["a name with other characters than letters, digits and _ stands in backticks"])
  }

  static func unclosedText(_ range: SourceRange, opening: SourceRange, mark: String) -> Diagnostic {
    Diagnostic(
      code: 103, message: "this text is not closed", range: range,
      labels: [Label(opening, "opened here")],
      notes: mark.utf8.count == 3
        ? [] : ["a text ends on the line where it begins; \"\"\" opens one of several lines"],
      fixIts: [
        FixIt(
          "close the text", replace: SourceRange(start: range.end, end: range.end), with: mark)
      ])
  }

  static func unknownEscape(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      code: 104, message: "\(text) is no escape", range: range,
      notes: ["the escapes are \\\" \\' \\\\ \\n \\t \\r and \\u{1F600}"],
      fixIts: [
        FixIt(
          "write a backslash as \\\\",
          replace: SourceRange(start: range.start, end: range.start), with: "\\")
      ])
  }

  static func badScalar(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 105, message: "this escape names no character", range: range,
      notes: ["\\u{…} takes one to six hexadecimal digits of a Unicode character"])
  }

  static func unclosedComment(_ range: SourceRange, opening: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 106, message: "this comment is not closed", range: opening,
      label: "opened here",
      fixIts: [
        FixIt(
          "close the comment", replace: SourceRange(start: range.end, end: range.end), with: " */")
      ])
  }

  static func foreignComment(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 107, message: "a comment begins with #", range: range,
      fixIts: [FixIt("write # instead of //", replace: range, with: "#")])
  }

  static func unclosedName(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 108, message: "this name is not closed", range: range,
      labels: [Label(SourceRange(start: range.start, end: range.start + 1), "opened here")],
      fixIts: [
        FixIt(
          "close the name", replace: SourceRange(start: range.end, end: range.end), with: "`")
      ])
  }

  static func emptyName(_ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 109, message: "there is no name between the backticks", range: range)
  }

  static func nameOfParameter(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 110, message: "$ stands before the name of a parameter", range: range,
      notes: ["a parameter is declared with param and used as $name"])
  }

  static func noSuchDay(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      code: 111, message: "there is no day \(text)", range: range,
      notes: ["dates are written 2015-12-01, months 2015-12"])
  }

  static func noSuchMonth(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      code: 112, message: "there is no month \(text)", range: range,
      notes: ["to subtract, put blanks around the minus"])
  }

  static func noSuchQuarter(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      code: 113, message: "there is no quarter \(text)", range: range,
      notes: ["the quarters of a year are Q1 to Q4"])
  }

  static func shortDate(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      code: 114, message: "\(text) is not written as a date", range: range,
      notes: ["dates are written with two digits for month and day: 2015-12-01"])
  }

  static func numberTooLarge(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 115, message: "this number is too large", range: range,
      notes: ["whole numbers go up to 9,223,372,036,854,775,807"])
  }

  static func unknownUnit(_ range: SourceRange, number: String, unit: String) -> Diagnostic {
    Diagnostic(
      code: 116, message: "\(unit) is no unit, and a name cannot begin with a digit",
      range: range,
      notes: ["durations are whole numbers with a unit: 90d, 2w, 6mo, 2y"],
      fixIts: exponent(of: unit).map {
        [FixIt("write it out", replace: range, with: number + $0)]
      } ?? [])
  }

  private static func exponent(of unit: String) -> String? {
    switch unit {
    case "k", "K": "e3"
    case "m", "M": "e6"
    default: nil
    }
  }

  static func unclosedRegex(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 117, message: "this regular expression is not closed", range: range,
      labels: [Label(SourceRange(start: range.start, end: range.start + 1), "opened here")],
      notes: ["it ends with / on the same line; a / inside is written \\/"],
      fixIts: [
        FixIt("close it", replace: SourceRange(start: range.end, end: range.end), with: "/")
      ])
  }

  static func unknownFlag(_ range: SourceRange, _ flag: String) -> Diagnostic {
    Diagnostic(
      code: 118, message: "a regular expression has no flag \(flag)", range: range,
      notes: ["the only flag is i, without regard to case"],
      fixIts: [FixIt("leave it out", replace: range, with: "")])
  }

  static func foreignOperator(_ range: SourceRange, _ text: String, _ ours: String) -> Diagnostic {
    Diagnostic(
      code: 119, message: "\(text) is written \(ours.trimmed) here", range: range,
      fixIts: [FixIt("write \(ours.trimmed)", replace: range, with: ours)])
  }

  static func typographicQuotes(
    _ range: SourceRange, opening: SourceRange, closing: SourceRange, mark: String
  ) -> Diagnostic {
    Diagnostic(
      code: 120, severity: .note, message: "typographic quotes are read as \(mark)", range: range,
      fixIts: [FixIt("write \(mark)", edits: [Edit(opening, mark), Edit(closing, mark)])])
  }

  static func tooManyBytes(_ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      code: 121, message: "the text is longer than the limit of \(limit) bytes", range: range)
  }

  static func tooManyTokens(_ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      code: 122, message: "the text has more than the limit of \(limit) words and signs",
      range: range, notes: ["nothing from here on is read"])
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    var part = self[...]
    while part.first == " " { part = part.dropFirst() }
    while part.last == " " { part = part.dropLast() }
    return String(part)
  }
}
