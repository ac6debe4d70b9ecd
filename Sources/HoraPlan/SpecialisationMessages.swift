// Comes in: what is wrong with a question about specialisation or profiles. Goes out: the message.

import HoraEngine
import HoraSyntax

enum SpecialisationMessage {
  static func wrongBase(_ columns: [String], key: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 392,
      message: "`base:` needs rows of two columns, \(key) and a number, and these have "
        + (columns.isEmpty ? "none" : columns.joined(separator: ", ")),
      range: range,
      notes: ["as in `let world = rows summarize n = sum(amount) by field`, then `base: world`"])
  }

  static func wrongTable(_ function: String, _ columns: [String], _ range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      code: 393,
      message: "`\(function)` needs rows of a row, a column and a number, and these have "
        + (columns.isEmpty ? "none" : columns.joined(separator: ", ")),
      range: range,
      notes: ["as in `let table = rows summarize n = count() by country, field`"])
  }

  static func noTaxonomy(_ function: String, _ type: String, _ range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      code: 394, message: "`\(function)` needs a concept of a taxonomy, and this is \(type)",
      range: range, notes: ["a taxonomy is a collection whose rows refer to a parent"])
  }

  static func noClaims(_ type: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 395, message: "there are no claims about \(type)", range: range,
      notes: [
        "claims are a collection `claims` with the columns `property` and `value`, and a reference to whom they are about"
      ])
  }
}
