// Comes in: what is wrong with a call, a window, a pattern. Goes out: the message, one function each.

import HoraEngine
import HoraSyntax

extension CheckMessage {
  // MARK: Calls

  static func wrongArgumentCount(
    _ name: String, given: Int, least: Int, most: Int?, form: String? = nil, _ range: SourceRange
  ) -> Diagnostic {
    let wanted =
      most.map { least == $0 ? "\(least)" : "\(least) to \($0)" } ?? "at least \(least)"
    return Diagnostic(
      code: 341,
      message: "`\(name)` takes \(wanted) argument\(wanted == "1" ? "" : "s"), not \(given)",
      range: range, notes: asWritten(form ?? FunctionForms.written(name)))
  }

  static func wrongArgument(
    _ name: String, _ type: ValueType, wants: String, _ range: SourceRange, _ schema: Schema
  ) -> Diagnostic {
    Diagnostic(
      code: 342, message: "`\(name)` takes \(wants), not \(describe(type, schema))", range: range)
  }

  static func missingArgument(
    _ name: String, _ parameter: String, form: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 343, message: "`\(name)` needs its argument `\(parameter)`", range: range,
      notes: asWritten(form))
  }

  private static func asWritten(_ form: String?) -> [String] {
    form.map { ["it is written \($0)"] } ?? []
  }

  static func aggregateOutside(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 344, message: "`\(name)()` counts the rows of a group, and there is no group here",
      range: range, notes: ["use it in `summarize`, or give it a path: `\(name)(projects)`"])
  }

  static func aggregateOfOne(
    _ name: String, _ text: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 345, message: "`\(text)` has one value in a row: there is nothing to gather",
      range: range,
      notes: [
        "over all rows: `\(name)(\(text)) over ()`", "in groups: `summarize \(name)(\(text)) by …`",
      ])
  }

  static func windowNotHere(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 347, message: "`\(name)(…) over (…)` stands only where the rows of a query are",
      range: range, notes: ["make it a column first: `add x = \(name)(…) over (…)`"])
  }

  static func windowNeedsOver(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 348, message: "`\(name)` needs its window: `over (…)`", range: range,
      notes: ["`over ()` is all rows, `over (country)` those of the same country"])
  }

  static func windowNeedsSort(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 349, message: "`\(name)` needs an order: `over (… sort by …)`", range: range)
  }

  static func windowNeedsTwoKeys(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 350, message: "`rca` needs two keys: `over (row, column)`", range: range)
  }

  static func aggregateNeeds(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 346, message: "`\(name)` needs something to gather", range: range)
  }

  // MARK: Patterns

  static func badRegex(_ error: RegexError, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 351, message: error.message, range: range, notes: error.help.map { [$0] } ?? [])
  }

  static func fuzzyNotHere(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 352, message: "`fuzzy` stands only right of `~` or `!~`", range: range,
      notes: ["as in `name ~ fuzzy(\"vojvodna\", 1)`; `similarity(a, b)` gives a number"])
  }

  static func badEdits(most: Int, _ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 353, message: "`fuzzy` allows 0 to \(most) edits a word", range: range)
  }
}
