// Comes in: queries, a script file, or standard input. Goes out: their answers.

import ArgumentParser
import Hora
import HoraRender

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Answer queries or run a script (what `hora` does by itself).")

  @Option(
    name: [.customShort("c"), .customLong("command")],
    help: ArgumentHelp("A query to answer; may be given again.", valueName: "query"))
  var commands: [String] = []

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("A script to run.", valueName: "file"))
  var file: String?

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Option(name: .long, help: "How answers are written: table, csv, json or ndjson.")
  var format: Format?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write answers to a file; its ending gives the format.", valueName: "file"))
  var output: String?

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A script, and what belongs to it.", valueName: "script"))
  var script: [String] = []

  func run() throws {
    let reporter = Reporter(options: messages)
    // A first word that looks like an option is one that nobody knows.
    if let word = script.first, word.hasPrefix("-"), word != "-" {
      throw ValidationError("there is no option \(word); `hora --help` lists them all")
    }
    let session = try Session(
      network: DataLoading.network(dataOptions, reporter), reporter: reporter,
      format: format ?? output.flatMap { Format(fileName: $0) } ?? .table,
      options: renderOptions(), strict: dataOptions.strict, output: output)
    if !commands.isEmpty {
      if let word = script.first {
        throw ValidationError("`-c` and a script (\(word)) do not go together")
      }
      for (index, query) in commands.enumerated() {
        let name = commands.count == 1 ? "<query>" : "<query \(index + 1)>"
        try session.run(SourceText(query, name: name))
      }
    } else if let path = file ?? script.first {
      let rest = file == nil ? Array(script.dropFirst()) : script
      if let word = rest.first {
        reporter.report(
          code: 399, "parameters of scripts are part of the language but do not run yet (\(word))")
        throw Failure.check
      }
      try session.run(readScript(path, reporter))
    } else if Output.isTerminal(0) {
      try Prompt(session: session).run()
    } else if !dataOptions.data.contains("-") {
      try session.run(SourceText(bytes: Output.readInput(), name: "<standard input>"))
    } else {
      throw ValidationError("standard input is the data; give a query with -c or a script")
    }
    try session.finish()
  }

  private func renderOptions() -> RenderOptions {
    guard output == nil, Output.isTerminal(1) else {
      return RenderOptions(width: nil, color: messages.color == .always && output == nil)
    }
    return RenderOptions(width: Output.terminalWidth, color: messages.usesColor(1))
  }
}

func readScript(_ path: String, _ reporter: Reporter) throws -> SourceText {
  if path == "-" { return SourceText(bytes: Output.readInput(), name: "<standard input>") }
  switch Output.readFile(path) {
  case .success(let bytes): return SourceText(bytes: bytes, name: path)
  case .failure(let error):
    reporter.report(code: 601, "the script \(path) cannot be read: \(error.reason)")
    throw Failure.usage
  }
}
