// Comes in: what is wrong with a `cover`. Goes out: the message.

import HoraEngine
import HoraSyntax

enum CoverMessage {
  static func needsEntityRows(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 800, message: "`cover` chooses among entities, and these rows are none", range: range,
      notes: ["write it before `select`, `summarize` and `count`"])
  }

  static func needsNothing(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 801, message: "these rows do not say what is needed", range: range,
      notes: ["each row needs one entity or text; columns `count` and `weight` stand beside it"])
  }

  static func wrongNeeds(_ type: String, _ target: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 802, message: "the path leads to \(target), and what is needed is \(type)",
      range: range)
  }

  static func notANumber(_ what: String, _ type: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 803, message: "\(what) must be a number, and is \(type)", range: range)
  }

  static func unknownRule(
    _ name: String, _ nearest: [String], _ known: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 804, message: "there is no rule \"\(name)\"", range: range,
      notes: [
        known.isEmpty
          ? "the host has given none"
          : "there is " + known.map { "\"\($0)\"" }.joined(separator: ", ")
      ], fixIts: nearest.map { FixIt("write \"\($0)\"", replace: range, with: "\"\($0)\"") })
  }

  static func noCountry(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 805, message: "`eligible` needs the one country of each row", range: range,
      notes: ["say where it stands: `eligible under \"…\" by home.country`"])
  }

  static func twice(_ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 806, message: "`cover` has this twice", range: range)
  }

  static func otherRows(_ type: String, _ wanted: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 807, message: "the rows to choose from are each \(wanted), and this is \(type)",
      range: range)
  }

  static func samePath(_ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 808, message: "`\(path)` is the same for every row, so each would cover the same",
      range: range, notes: ["the path behind `by` begins at the row: one of its relations"])
  }

  static func changing(_ what: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 808, message: "the \(what) of `cover` are the same for the whole query", range: range,
      notes: ["they cannot ask the row at hand"])
  }
}
