// The commands of the prompt, which begin with a backslash: a table. Each command is one function of the
// shell and what is typed behind its name; the functions stand in the files Meta….swift.

import Hora

struct MetaCommand: Sendable {
  /// What stands behind the name, for completion.
  enum Argument: Sendable {
    case none, query, field, file, script
    case words(@Sendable () -> [String])
  }

  /// With its backslash.
  let name: String
  var others: [String] = []
  /// As it is shown in `\help`.
  let form: String
  let summary: String
  var argument = Argument.none
  let run: @Sendable (Shell, String) throws -> Void

  static let all: [MetaCommand] =
    MetaData.commands + MetaAnswers.commands + MetaScripts.commands
    + MetaSession.commands

  static func named(_ name: String) -> MetaCommand? {
    all.first { $0.name == name || $0.others.contains(name) }
  }

  static func nearest(to name: String) -> String? {
    let typed = String(name.dropFirst())
    // Too short for a slip of the keyboard: the first that begins so.
    if let longer = all.first(where: { typed.isEmpty ? false : $0.name.hasPrefix(name) }) {
      return longer.name
    }
    return Hora.nearest(typed, in: all.map { String($0.name.dropFirst()) }, limit: 1).first
      .map { "\\" + $0 }
  }
}

/// A command of the prompt was used wrongly; the message is written and the session goes on.
struct MetaError: Error {
  let message: CommandMessage
  init(_ message: CommandMessage) { self.message = message }
}
