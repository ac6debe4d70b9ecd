// The commands about answers: the last one again, where it goes, how long it took, how it was found.

import Hora
import HoraRender

enum MetaAnswers {
  static let commands: [MetaCommand] = [
    MetaCommand(
      name: "\\last", form: "\\last", summary: "the last answer again, whole", run: last),
    MetaCommand(
      name: "\\x", form: "\\x [QUERY | on|auto]",
      summary: "the last answer, or a query's, a line a value; always, or where it is too wide",
      argument: .query, run: expanded),
    MetaCommand(
      name: "\\g", form: "\\g [FILE | |COMMAND]",
      summary: "the last query again, its answer into a file or a command", argument: .file,
      run: again),
    MetaCommand(
      name: "\\o", form: "\\o [FILE]", summary: "answers go to a file from now on; back without it",
      argument: .file, run: output),
    MetaCommand(
      name: "\\timing", form: "\\timing [on|off]", summary: "say how long each answer took",
      argument: .words { ["on", "off"] }, run: timing),
    MetaCommand(
      name: "\\pager", form: "\\pager [on|off]", summary: "show long answers in $PAGER",
      argument: .words { ["on", "off"] }, run: pager),
    MetaCommand(
      name: "\\highlight", form: "\\highlight [on|off]", summary: "colour what is typed",
      argument: .words { ["on", "off"] }, run: highlight),
    MetaCommand(
      name: "\\explain", form: "\\explain QUERY",
      summary: "how a query is understood, and the rows of each step", argument: .query,
      run: explain),
    MetaCommand(
      name: "\\watch", form: "\\watch SECONDS [QUERY]",
      summary: "a query again and again, on data read anew; Ctrl-C ends it", argument: .query,
      run: watch),
  ]

  private static func last(_ shell: Shell, _ argument: String) throws {
    guard !shell.session.lastResults.isEmpty else {
      throw MetaError(CommandMessages.nothingYet("\\last"))
    }
    for result in shell.session.lastResults {
      try shell.session.write(
        result, as: shell.settings.format, RenderOptions(color: shell.usesColor))
    }
  }

  private static func expanded(_ shell: Shell, _ argument: String) throws {
    if ["on", "auto", "off"].contains(argument) {
      // A table becomes records by itself where it is too wide.
      shell.settings.format = argument == "on" ? .record : .table
      shell.session.format = shell.settings.format
      return Output.note("a line a value is \(argument == "on" ? "on" : "auto")")
    }
    if !argument.isEmpty {
      return try shell.session.writing(as: .record) { try shell.run(argument) }
    }
    guard !shell.session.lastResults.isEmpty else {
      throw MetaError(CommandMessages.nothingYet("\\x"))
    }
    for result in shell.session.lastResults {
      try shell.session.write(result, as: .record, shell.session.options())
    }
  }

  private static func again(_ shell: Shell, _ argument: String) throws {
    guard let text = shell.memory.last else {
      throw MetaError(CommandMessages.nothingYet("\\g"))
    }
    // The format of the file is for this answer alone.
    let saved = (shell.destination, shell.session.format)
    defer { (shell.destination, shell.session.format) = saved }
    if argument.hasPrefix("|") {
      shell.destination = .command(String(argument.dropFirst()))
    } else if !argument.isEmpty {
      try shell.send(to: argument)
    }
    try shell.run(text)
  }

  private static func output(_ shell: Shell, _ argument: String) throws {
    guard argument.isEmpty else { return try shell.send(to: argument) }
    shell.destination = .terminal
    shell.session.format = shell.settings.format
  }

  private static func timing(_ shell: Shell, _ argument: String) throws {
    shell.settings.timing = try shell.settings.turned(shell.settings.timing, argument, "\\timing")
    Output.note("timing is \(shell.settings.timing ? "on" : "off")")
  }

  private static func highlight(_ shell: Shell, _ argument: String) throws {
    shell.settings.highlight = try shell.settings.turned(
      shell.settings.highlight, argument, "\\highlight")
    Output.note("highlighting is \(shell.settings.highlight ? "on" : "off")")
  }

  private static func pager(_ shell: Shell, _ argument: String) throws {
    shell.settings.pager = try shell.settings.turned(shell.settings.pager, argument, "\\pager")
    Output.note("the pager is \(shell.settings.pager ? "on" : "off")")
  }

  private static func explain(_ shell: Shell, _ argument: String) throws {
    guard !argument.isEmpty else { throw MetaError(CommandMessages.usage(of: "\\explain")) }
    try shell.session.explain(SourceText(argument))
  }

  private static func watch(_ shell: Shell, _ argument: String) throws {
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard let seconds = words.first.flatMap({ Double($0) }), seconds > 0, seconds <= 86_400 else {
      throw MetaError(CommandMessages.usage(of: "\\watch"))
    }
    guard let text = words.count > 1 ? words[1] : shell.memory.last else {
      throw MetaError(CommandMessages.nothingYet("\\watch"))
    }
    // Nobody would see the second answer before the pager of the first is left.
    let pages = shell.settings.pager
    shell.settings.pager = false
    defer { shell.settings.pager = pages }
    let before = Signals.interrupts.load(ordering: .relaxed)
    var isOver: Bool { Signals.interrupts.load(ordering: .relaxed) != before }
    while !isOver {
      try shell.reload()
      try shell.run(text)
      let end = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
      while !isOver, ContinuousClock.now < end {
        let left = (end - ContinuousClock.now).components
        let wait = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
        _ = Signals.wait(milliseconds: Int32(clamping: min(wait, 60_000)))
      }
    }
    // Behind the ^C that the terminal writes.
    Output.error("\n")
  }
}
