// Comes in: what is right but probably not what was meant. Goes out: the message, one function
// each, with a fix that says it clearly. H036x: the checker's lints, and names in the wrong place.

import HoraEngine
import HoraSyntax

enum LintMessage {
  static func separateConditions(
    _ path: String, _ first: SourceRange, _ second: SourceRange, bracketed: String?
  ) -> Diagnostic {
    Diagnostic(
      code: 360, severity: .note,
      message: "these conditions may hold for different elements of `\(path)`", range: second,
      labels: [Label(first, "asked of the elements by itself")],
      notes: ["in one pair of brackets they hold for the same element"],
      fixIts: bracketed.map {
        [FixIt("ask both of one element", replace: first.joined(with: second), with: $0)]
      } ?? [])
  }

  static func vacuousEvery(
    _ path: String, _ range: SourceRange, behindNot: Bool, whole: String
  ) -> Diagnostic {
    let fixed = "exists \(path) and \(whole)"
    return Diagnostic(
      code: 361, severity: .note,
      message: "`every \(path)` is also true where there are none", range: range,
      fixIts: [
        FixIt(
          "leave those out: `exists \(path) and …`", replace: range,
          with: behindNot ? "(\(fixed))" : fixed)
      ])
  }

  static func sortWithoutEffect(
    _ range: SourceRange, _ clause: String, _ later: SourceRange, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      code: 362, severity: .note,
      message: "this order does not stay: `\(clause)` behind it makes its own", range: range,
      labels: [Label(later, "ordered anew here")],
      notes: clause == "sort" || clause == "top"
        ? ["the first order only tells among rows that are equal in the second"] : [],
      fixIts: fix.map { [$0] } ?? [])
  }

  static func shadowedName(
    _ name: String, by what: String, hidden: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 363, severity: .note, message: "`\(name)` is \(what) here and hides \(hidden)",
      range: range, notes: ["another name for one of them says which is meant"])
  }

  static func constantForField(
    _ name: String, _ collection: String, _ item: String, inSelect: Bool, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 364, severity: .note,
      message: "this makes a column `\(name)` with one value in every row, and compares nothing",
      range: range,
      notes: [
        "`\(name)` is also a field of `\(collection)`",
        inSelect
          ? "to keep only such rows: `where \(item)`" : "in brackets it is a comparison",
      ], fixIts: [FixIt("compare: put it in brackets", replace: range, with: "(\(item))")])
  }

  static func countOfNumbers(_ text: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 365, severity: .note,
      message: "`count(\(text))` counts different numbers: two rows with one number count once",
      range: range,
      notes: ["rows with a number: `count(\(text) is not missing)`; all rows: `count()`"])
  }

  static func differenceForRange(_ low: Int64, _ high: Int64, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 369, severity: .note, message: "this is one number: \(low) less \(high)", range: range,
      fixIts: [FixIt("write a range", replace: range, with: "\(low)..\(high)")])
  }

  /// A name that means the whole collection where the rows had one of their own.
  static func collectionOutOfPlace(
    _ name: String, after clause: String, _ range: SourceRange, _ maker: SourceRange,
    fixes: [FixIt]
  ) -> Diagnostic {
    Diagnostic(
      code: 366, severity: .warning,
      message: "`\(name)` is the whole collection here: the rows' own is gone behind `\(clause)`",
      range: range, labels: [Label(maker, "gone from here on")],
      notes: ["clauses work in the order they are written"], fixIts: fixes)
  }

  static func clauseOutOfPlace(
    _ name: String, after clause: String, _ range: SourceRange, _ maker: SourceRange,
    columns: [String], fixes: [FixIt]
  ) -> Diagnostic {
    Diagnostic(
      code: 366, message: "`\(name)` is no longer there behind `\(clause)`", range: range,
      labels: [Label(maker, "from here on the columns are \(CheckMessage.list(columns))")],
      notes: ["clauses work in the order they are written"], fixIts: fixes)
  }

  static func clauseAsCall(_ name: String, _ range: SourceRange, fix: FixIt) -> Diagnostic {
    Diagnostic(
      code: 367,
      message: "`\(name)` is a clause: it stands behind its query without dot or brackets",
      range: range, fixIts: [fix])
  }

  static func collectionAsCall(
    _ name: String, isRelation: Bool, _ range: SourceRange, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      code: 368,
      message: "`\(name)` is a \(isRelation ? "relation" : "collection"), which is not called",
      range: range, notes: ["conditions on it stand in square brackets, or behind `where`"],
      fixIts: fix.map { [$0] } ?? [])
  }
}
