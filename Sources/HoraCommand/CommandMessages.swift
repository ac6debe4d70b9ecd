// Comes in: what is wrong with the words of the command line, or with what they name. Goes out:
// the sentence and its cure. Every message of this module stands here, one function each.

import Hora

/// A message that points at no place in a query.
struct CommandMessage {
  var code: Int
  var severity = Severity.error
  var message: String
  /// A file, with line and column where they are known.
  var place = ""
  var help = ""
}

/// H07xx: the command line.
enum CommandMessages {
  static func usage(_ what: String) -> CommandMessage {
    CommandMessage(code: 700, message: what, help: "`hora --help` lists the options")
  }

  static func unknownOption(_ word: String, nearest: String?) -> CommandMessage {
    CommandMessage(
      code: 701, message: "there is no option \(word)",
      help: (nearest.map { "did you mean \($0)? " } ?? "") + "`hora --help` lists them all")
  }

  static func queryAndScript(_ word: String) -> CommandMessage {
    CommandMessage(
      code: 702, message: "`-c` and a script (\(word)) do not go together",
      help: "a query of several words stands in quotes: hora -c 'members take 3'")
  }

  static func notAParameter(_ word: String, _ known: [String]) -> CommandMessage {
    CommandMessage(
      code: 730, message: "the script has no parameter \(word)",
      help: known.isEmpty
        ? "it has none; options of hora itself stand before the script"
        : "it has " + known.map { "--\($0)" }.joined(separator: ", ")
          + "; options of hora itself stand before the script")
  }

  static func missingParameter(_ name: String, _ form: String) -> CommandMessage {
    CommandMessage(
      code: 788, message: "the parameter \(name) has no value and no default",
      help: "give it one: \(form)")
  }

  static func noValue(_ word: String) -> CommandMessage {
    CommandMessage(code: 731, message: "\(word) needs a value", help: "as in \(word) VALUE")
  }

  static func inputTwice() -> CommandMessage {
    CommandMessage(
      code: 703, message: "standard input is the data and cannot be the query as well",
      help: "give the query with -c, or in a file")
  }

  static func unreadableScript(_ path: String, _ reason: String) -> CommandMessage {
    // Words with spaces are a query more often than a file.
    let isQuery = path.contains(" ")
    return CommandMessage(
      code: 704, message: "the script \(path) cannot be read: \(reason)", place: path,
      help: isQuery
        ? "a query stands behind -c: hora -c '…'"
        : "check the path and the rights of the file; a query stands behind -c")
  }

  static func noScripts(_ path: String) -> CommandMessage {
    CommandMessage(
      code: 784, message: "the folder \(path) has no scripts", place: path,
      help: "scripts end in .hora, also in folders below")
  }

  static func optionBehindScript(_ option: String, _ script: String) -> CommandMessage {
    CommandMessage(
      code: 785, message: "\(option) is an option of hora and stands behind the script \(script)",
      help: "put it before the script: hora \(option) … \(script)")
  }

  /// What was found out about files, and is no fault.
  static func encodings(_ files: [String]) -> CommandMessage {
    let more = files.count > 1 ? ", and \(files.count - 1) more like it" : ""
    return CommandMessage(
      code: 786, severity: .note, message: (files.first ?? "") + more,
      help: "a file in UTF-8, or `encoding` in datapackage.json, leaves no doubt")
  }

  static func unreadableStart(_ path: String, _ reason: String) -> CommandMessage {
    CommandMessage(
      code: 787, severity: .warning, message: "\(path) cannot be read: \(reason)", place: path,
      help: "what stands in it is not set; check its rights, or use --no-init")
  }

  static func unreadableInput(_ reason: String) -> CommandMessage {
    CommandMessage(
      code: 705, message: "standard input cannot be read: \(reason)",
      help: "send a query, as in: echo members | hora; or give one with -c")
  }

  static func nothingAsked(_ name: String) -> CommandMessage {
    CommandMessage(
      code: 706, severity: .note, message: "\(name) has no query, so there is no answer")
  }

  static func lateCommand(_ word: String) -> CommandMessage {
    CommandMessage(
      code: 713, message: "the command \(word) stands behind options that are not its own",
      help: "put it first: hora \(word) …; a script of that name is ./\(word)")
  }

  static func unwritable(_ path: String, _ reason: String) -> CommandMessage {
    CommandMessage(
      code: 708, message: "the answer cannot be written to \(path): \(reason)", place: path,
      help: "check the folder, its rights and the space on the disk")
  }

  static func unwritableOutput(_ reason: String) -> CommandMessage {
    CommandMessage(
      code: 709, message: "standard output cannot be written: \(reason)",
      help: "part of the answer is lost; check where it goes")
  }

  static func unknownEnding(_ path: String) -> CommandMessage {
    CommandMessage(
      code: 710, message: "the ending of \(path) names no format",
      help: "end it in \(Format.endings), or add --format")
  }

  static func faults(_ count: Int, _ paths: [String]) -> CommandMessage {
    let words = paths.map { path in
      path.contains { !$0.isLetter && !$0.isNumber && !"-_./".contains($0) }
        ? "'"
          + path.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "'\\''") + "'" : path
    }
    return CommandMessage(
      code: 711, severity: .warning,
      message: "\(count) \(count == 1 ? "fault" : "faults") in the data",
      help: "`hora validate \(words.joined(separator: " "))` lists them")
  }

  /// The rows do not give what the picture needs, or too much of it.
  static func picture(_ fault: PictureFault, _ place: String = "") -> CommandMessage {
    CommandMessage(
      code: fault.code, message: fault.message, place: place,
      help: fault.help.joined(separator: "; "))
  }

  static func footnote(_ text: String) -> CommandMessage {
    CommandMessage(code: 712, severity: .note, message: text)
  }

  static func unknownCode(_ code: String, nearest: [String]) -> CommandMessage {
    CommandMessage(
      code: 720, message: "there is no message with the code \(code)",
      help: "the nearest are \(nearest.joined(separator: ", ")); `hora explain` lists all")
  }

  static func unknownTopic(_ word: String, nearest: [String]) -> CommandMessage {
    CommandMessage(
      code: 725, message: "the manual has no page on \(word)",
      help: (nearest.isEmpty ? "" : "the nearest are \(nearest.joined(separator: ", ")); ")
        + "`hora help` lists all")
  }

  static func badParameter(_ word: String) -> CommandMessage {
    CommandMessage(
      code: 758, message: "--param \(word) gives no parameter a value",
      help: "write its name, = and the value: --param since=2022-01-01")
  }

  static func unknownParameter(_ name: String, _ known: [String]) -> CommandMessage {
    CommandMessage(
      code: 764, message: "no query has a parameter \(name)",
      help: known.isEmpty
        ? "a query says what it takes: param \(name): text"
        : "they have " + known.joined(separator: ", "))
  }

  static func parameterOfScript(_ word: String) -> CommandMessage {
    CommandMessage(
      code: 759, message: "--param is for queries behind -c, not for the script \(word)",
      help: "a script's parameters are its own options: hora \(word) --NAME VALUE")
  }

  static func limit(_ what: String, _ allowed: UInt64) -> CommandMessage {
    CommandMessage(
      code: 520, message: "the query needs more than \(allowed) \(what)",
      help: "narrow it down with `where` before it multiplies rows")
  }

  static func stopped() -> CommandMessage {
    CommandMessage(code: 521, message: "the query was stopped")
  }
}
