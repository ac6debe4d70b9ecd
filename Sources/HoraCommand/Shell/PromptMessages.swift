// Comes in: what is wrong with a command of the prompt. Goes out: the sentence and its cure, one function
// each.

import Hora

/// H075x: the prompt.
extension CommandMessages {
  static func unknownMeta(_ name: String, nearest: String?) -> CommandMessage {
    CommandMessage(
      code: 750, message: "there is no command \(name)",
      help: (nearest.map { "did you mean \($0)? " } ?? "") + "\\help lists them all")
  }

  static func usage(of name: String) -> CommandMessage {
    let command = MetaCommand.named(name)
    return CommandMessage(
      code: 751, message: "\(name) cannot do anything with that",
      help: command.map { "it is \($0.form): \($0.summary)" } ?? "")
  }

  static func nothingYet(_ name: String) -> CommandMessage {
    CommandMessage(
      code: 752, message: "\(name) needs an answer, and there was none yet",
      help: "run a query first")
  }

  static func badSetting(_ name: String, _ value: String, _ known: String) -> CommandMessage {
    CommandMessage(code: 753, message: "\(name) cannot be set to \(value)", help: known)
  }

  static func noScript(_ name: String, _ nearest: [String]) -> CommandMessage {
    CommandMessage(
      code: 754, message: "no script is kept under the name \(name)",
      help: nearest.isEmpty
        ? "\\scripts lists them; \\save \(name) keeps the last query under it"
        : "did you mean \(nearest.joined(separator: ", "))? \\scripts lists them")
  }

  static func noScriptName(_ name: String) -> CommandMessage {
    CommandMessage(
      code: 755, message: "`\(name)` cannot be the name of a script",
      help: "a name is letters, digits, - and _")
  }

  static func failedCommand(_ line: String, _ reason: String) -> CommandMessage {
    CommandMessage(
      code: 756, message: "\(line) did not do its work: \(reason)",
      help: "$EDITOR, $VISUAL and $PAGER name the commands that are run")
  }

  static func noHistory(_ path: String, _ reason: String) -> CommandMessage {
    CommandMessage(
      code: 757, severity: .warning,
      message: "what you type cannot be kept in \(path): \(reason)", place: path,
      help: "it is known until you leave; check the folder and its rights")
  }

  static func noCollection(_ name: String, known: [String]) -> CommandMessage {
    CommandMessage(
      code: 760, message: "there is no collection \(name)",
      help: meant(name, known) + "\\d lists what there is")
  }

  static func noField(_ name: String, known: [String]) -> CommandMessage {
    CommandMessage(
      code: 761, message: "no collection has a field \(name)",
      help: "\\d lists what there is; of one collection: \\values \(known.first ?? "members").FIELD"
    )
  }

  static func noTopic(_ name: String, _ nearest: [String]) -> CommandMessage {
    CommandMessage(
      code: 762, message: "there is no help about \(name)",
      help: (nearest.isEmpty ? "" : "did you mean \(nearest.joined(separator: ", "))? ")
        + "\\help by itself lists the commands")
  }

  static func leftRunning() -> CommandMessage {
    CommandMessage(
      code: 763, severity: .warning, message: "the query does not stop; it is left to itself",
      help: "its answer is thrown away; until it ends it takes time from others")
  }

  private static func meant(_ name: String, _ known: [String]) -> String {
    nearest(name, in: known, limit: 1).first.map { "did you mean \($0)? " } ?? ""
  }
}
