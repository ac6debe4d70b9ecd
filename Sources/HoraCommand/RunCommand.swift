// Comes in: queries, a script file, or standard input. Goes out: their answers.

import ArgumentParser
import Hora
import HoraRender

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Answer queries or run a script (what `hora` does by itself).")

  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A query to answer; may be given again.", valueName: "query"),
    transform: GivenText.init)
  var commands: [GivenText] = []

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "A script to run; - for standard input; may be given again, in order with -c.",
      valueName: "file"), completion: .file(extensions: ["hora"]), transform: GivenText.init)
  var files: [GivenText] = []

  @Flag(name: .long, help: "Go on with the next query or script behind one that failed.")
  var keepGoing = false

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How answers are written: \(Format.words).", valueName: "format"))
  var format: Format?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write answers to a file; its ending gives the format.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A value for a parameter of what stands behind -c and -f; may be given again.",
      valueName: "name=value"))
  var param: [String] = []

  @Flag(
    name: [.customShort("i"), .long],
    help: "Prompt commands and queries line by line, also where input is no terminal.")
  var interactive = false

  @Flag(name: .long, help: "Do not read init.hora before the first prompt.")
  var noInit = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A script, and what belongs to it.", valueName: "script"),
    completion: .file(extensions: ["hora"]))
  var script: [String] = []

  func run() throws {
    let reporter = Reporter(options: messages)
    let words = try scriptWords()
    let path = files.isEmpty ? words.first : nil
    if let path, words.count > 1, HelpPage.commands.contains(path) {
      throw UsageError(CommandMessages.lateCommand(path))
    }
    // What follows one script belongs to it; several texts have no words of their own.
    if let word = words.first, !commands.isEmpty || files.count > 1 {
      throw UsageError(CommandMessages.queryAndScript(word))
    }
    let rest = Array(path == nil ? words[...] : words.dropFirst())
    let parameters = try givenParameters(path)
    let format = try format ?? outputFormat() ?? .table
    // What cannot be read or written is said before the work.
    let readsInput =
      commands.isEmpty && files.isEmpty && path == nil && !Output.isTerminal(0) && !interactive
    var sources = try givenSources(reporter)
    if let path {
      sources = [try readScript(path, dataOptions, reporter)]
    } else if readsInput {
      sources = [try readScript("-", dataOptions, reporter)]
    }
    if let source = sources.first { try ScriptArguments.refuseOptions(rest, of: source) }
    if let output {
      do {
        try Output.tryFile(output)
      } catch let error as Output.WriteError {
        reporter.report(CommandMessages.unwritable(output, error.reason))
        throw Failure.run
      }
    }
    let environment = try HostEnvironment.environment(
      try DataLoading.network(dataOptions, reporter), dataOptions, reporter)
    var text = AnswerText(format: format)
    text.isFormatGiven = self.format != nil && !sources.isEmpty
    let session = Session(
      environment: environment, reporter: reporter, text: text, strict: dataOptions.strict,
      output: output, options: renderOptions)
    session.arguments = parameters
    if path != nil { session.givesValue = { "hora \(path ?? "") --\($0) VALUE" } }
    if !sources.isEmpty { try session.checkArguments(of: sources) }
    if sources.isEmpty {
      let (data, isBuiltIn) = (dataOptions, dataOptions.data.allSatisfy { $0 == "-" })
      let shell = Shell(
        session, readData: isBuiltIn ? nil : { try DataLoading.network(data, reporter) },
        start: noInit ? nil : UserFolders.start)
      shell.memory.arguments = parameters
      try shell.run()
    }
    var failure: Failure?
    for source in sources {
      do {
        try session.run(source, words: rest)
      } catch let found as Failure where keepGoing && found != .interrupted {
        failure = failure ?? found
      } catch let error as UsageError where keepGoing {
        reporter.report(error.message)
        failure = failure ?? .usage
      }
    }
    try session.finish()
    if let failure { throw failure }
  }

  /// The texts behind -c and -f, as they stand on the command line.
  private func givenSources(_ reporter: Reporter) throws -> [SourceText] {
    let queries = commands.enumerated().map { index, query in
      (
        query,
        SourceText(query.text, name: commands.count == 1 ? "<query>" : "<query \(index + 1)>")
      )
    }
    let scripts = try files.map { ($0, try readScript($0.text, dataOptions, reporter)) }
    return (queries + scripts).sorted { $0.0.place < $1.0.place }.map(\.1)
  }

  /// The script and what follows it. A first word that looks like an option is one that nobody
  /// knows, unless `--` stands before it.
  private func scriptWords() throws -> [String] {
    guard let word = script.first, word.hasPrefix("-"), word != "-" else { return script }
    switch word {
    case "--": return Array(script.dropFirst())
    case "-h", "--help": throw CleanExit.helpRequest(HoraCommand.self)
    case "--version": throw CleanExit.message(HoraCommand.configuration.version)
    default: break
    }
    // Behind one -f it is a parameter of that script.
    if files.count == 1, commands.isEmpty { return script }
    let name = String(word.prefix { $0 != "=" })
    throw UsageError(
      CommandMessages.unknownOption(
        name, nearest: nearest(name, in: HelpPage.options, limit: 1).first))
  }

  /// What `--param` gives. A parameter that no query has is wrong.
  private func givenParameters(_ script: String?) throws -> Arguments {
    var arguments: Arguments = [:]
    for word in param {
      guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
        throw UsageError(CommandMessages.badParameter(word))
      }
      if let script { throw UsageError(CommandMessages.parameterOfScript(script)) }
      let value = ArgumentValue.text(String(word[word.index(after: equals)...]))
      let name = String(word[..<equals])
      // A list is given item by item.
      switch arguments[name] {
      case .list(let items)?: arguments[name] = .list(items + [value])
      case let first?: arguments[name] = .list([first, value])
      case nil: arguments[name] = value
      }
    }
    return arguments
  }

  private func outputFormat() throws -> Format? {
    guard let output else { return nil }
    if let format = Format(fileName: output) { return format }
    if (output.split(separator: "/").last ?? "").contains(".") {
      throw UsageError(CommandMessages.unknownEnding(output))
    }
    return .table
  }

  private func renderOptions() -> RenderOptions {
    guard output == nil else { return RenderOptions() }
    return RenderOptions(
      width: Output.isTerminal(1) ? Output.terminalWidth(1) : nil, color: messages.usesColor(1))
  }
}

/// The text of a script; - is standard input.
func readScript(_ path: String, _ data: DataOptions, _ reporter: Reporter) throws -> SourceText {
  // Nothing is lost unsaid: the parser refuses what is longer.
  let most = SyntaxLimits.standard.bytes
  if path == "-" {
    if data.data.contains("-") { throw UsageError(CommandMessages.inputTwice()) }
    switch Output.readInput(most: most) {
    case .success(let bytes): return SourceText(bytes: bytes, name: "<standard input>")
    case .failure(let error):
      throw UsageError(CommandMessages.unreadableInput(error.reason))
    }
  }
  switch Output.readFile(path, most: most) {
  case .success(let bytes): return SourceText(bytes: bytes, name: path)
  case .failure(let error):
    throw UsageError(CommandMessages.unreadableScript(path, error.reason))
  }
}
