// Comes in: what is wrong with `use`, and with the names of a used text. Goes out: the message.

import HoraEngine
import HoraSyntax

public enum ModuleMessage {
  public static func noResolver(_ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 380, message: "there is nothing here that could find \(quoted(path))", range: range,
      notes: ["`use` asks its host for the text; this host gives none"])
  }

  public static func unreadable(
    _ path: String, _ reason: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 380, message: "\(quoted(path)) cannot be used: \(reason)", range: range,
      notes: ["a path is read from the folder of the text that uses it"])
  }

  /// - Parameter chain: the names of the texts from the first to the one that closes the ring.
  public static func cycle(_ chain: [String], _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 381, message: "these texts use each other in a ring: \(chain.joined(separator: " → "))",
      range: range, label: "here the ring closes",
      notes: ["what both need can stand in a third text"])
  }

  public static func tooMany(_ most: Int, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 382, message: "a program is at most \(most) texts, or 64 MB of them", range: range)
  }

  static func unknownName(
    _ name: String, in module: String, nearest: [String], _ names: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 383, message: "`\(module)` makes no name `\(name)`", range: range,
      notes: nearest.isEmpty ? [whatItMakes(names)] : [],
      fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: $0) })
  }

  static func notAValue(_ name: String, _ names: [String], _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 384, message: "`\(name)` is a used text, not a value", range: range,
      notes: ["its names stand behind a dot: `\(name).\(names.first ?? "name")`"])
  }

  static func differentParameter(
    _ name: String, _ first: String, _ second: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 385, message: "`$\(name)` is \(first) in one text of the program and \(second) here",
      range: range, notes: ["a parameter has one type wherever it is declared"])
  }

  private static func whatItMakes(_ names: [String]) -> String {
    names.isEmpty
      ? "it makes no names" : "it makes " + names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
