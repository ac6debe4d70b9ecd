// Comes in: a name that means nothing, or not that, where it stands. Goes out: the message, one function
// each.

import HoraEngine
import HoraSyntax

extension CheckMessage {
  static func unknownName(
    _ name: String, nearest: [String], known: [String], owners: [String], isFirst: Bool,
    _ range: SourceRange
  ) -> Diagnostic {
    var notes: [String] = []
    if !owners.isEmpty { notes.append("`\(name)` exists on \(list(owners))") }
    if nearest.isEmpty { notes += whatThereIs(known) }
    return Diagnostic(
      code: 301,
      message: isFirst
        ? "there is no collection or name `\(name)`" : "there is no name `\(name)` here",
      range: range, notes: notes + suggestion(nearest),
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: spelled($0)) })
  }

  static func unknownMember(
    _ name: String, of collection: String, nearest: [String], known: [String], owners: [String],
    _ range: SourceRange
  ) -> Diagnostic {
    var notes: [String] = []
    if !owners.isEmpty { notes.append("`\(name)` exists on \(list(owners))") }
    if nearest.isEmpty { notes += whatThereIs(known) }
    return Diagnostic(
      code: 302, message: "`\(collection)` has no field or relation `\(name)`", range: range,
      notes: notes + suggestion(nearest),
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: spelled($0)) })
  }

  static func unknownFunction(
    _ name: String, nearest: [String], note: String?, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 303, message: "there is no function `\(name)`", range: range,
      notes: (note.map { [$0] } ?? []) + suggestion(nearest),
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: $0) })
  }

  static func unknownColumn(
    _ name: String, _ nearest: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 304, message: "there is no column `\(name)` to drop", range: range,
      notes: suggestion(nearest),
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: spelled($0)) })
  }

  /// Other languages' word for what is missing.
  static func isNull(_ name: String) -> Bool {
    ["null", "nil", "none", "undefined"].contains(name.lowercased())
  }

  /// `country = Serbia`: a word where a text is compared.
  static func textWithoutQuotes(_ name: String, _ range: SourceRange) -> Diagnostic {
    let ours = LiteralText.quoted(name)
    return Diagnostic(
      code: 301, message: "there is no name `\(name)` here", range: range,
      notes: ["a text stands in quotes"],
      fixIts: [FixIt("write \(ours)", replace: range, with: ours)])
  }

  /// `name.length()`
  static func functionAsMethod(
    _ name: String, _ range: SourceRange, fix: FixIt
  ) -> Diagnostic {
    Diagnostic(
      code: 333, message: "`\(name)` is a function: what it is asked of stands in its brackets",
      range: range, fixIts: [fix])
  }

  static func defWithoutCall(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 305, message: "`\(name)` is a definition: it needs its arguments in brackets",
      range: range)
  }

  static func recursion(_ names: [String], _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 306, message: "a definition may not use itself: " + names.joined(separator: " → "),
      range: range, notes: ["relations with a hop range, such as `partners{1,3}`, do that work"])
  }

  static func itIsARow(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 307, message: "`it` is a plain row here, which is no value", range: range,
      notes: ["name one of its columns"])
  }

  static func itWithoutRow(_ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 308, message: "there is no row here that `it` could be", range: range)
  }

  static func unknownParameter(
    _ name: String, _ nearest: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 309, message: "there is no parameter `$\(name)`", range: range,
      notes: ["declare it first: `param \(name): text`"] + suggestion(nearest),
      fixIts: nearest.map { FixIt("write `$\($0)`", replace: range, with: "$" + $0) })
  }

  static func unknownType(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 310, message: "there is no type `\(name)` of a parameter", range: range,
      notes: [
        "types are text, int, decimal, bool, date, duration, and a collection's singular such as member"
      ])
  }
}
