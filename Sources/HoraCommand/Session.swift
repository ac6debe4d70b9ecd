// Comes in: texts to run, one after the other. Goes out: their answers and messages, written.

import Hora
import HoraRender

final class Session {
  var environment: Environment
  let reporter: Reporter
  /// How answers are written; the shell changes it.
  var format: Format {
    get { text.format }
    set { text.format = newValue }
  }
  let strict: Bool
  let output: String?
  /// Asked before every answer, as a terminal's width may change.
  let options: () -> RenderOptions
  /// Where answers go that are not kept for a file.
  var deliver: ([UInt8]) throws -> Void = { try Output.write($0) }
  /// True where somebody waits: runs can be stopped, and say how long they take.
  var isWatched = Output.isTerminal(2)
  /// Values for parameters that every program has which declares them.
  var arguments: Arguments = [:]
  /// The results of the last program.
  /// How a person gives a parameter its value here.
  var givesValue: (String) -> String = { "--param \($0)=VALUE" }
  private(set) var lastResults: [ResultSet] = []
  /// What goes to the file in the end.
  private var saved: [UInt8] = []
  private var text: AnswerText

  /// The main thread has eight megabytes of stack; more than a small thread's may be used.
  static let compileLimits = SyntaxLimits(stackBytes: 6_500_000)
  static let runLimits = RunLimits(
    steps: RunLimits.standard.steps, rows: RunLimits.standard.rows, stackBytes: 6_500_000)

  init(
    environment: Environment, reporter: Reporter, text: AnswerText, strict: Bool, output: String?,
    options: @escaping () -> RenderOptions
  ) {
    self.environment = environment
    self.reporter = reporter
    self.text = text
    self.options = options
    self.strict = strict
    self.output = output
  }

  /// - Parameter words: what follows a script on the command line: values of its parameters.
  func run(_ source: SourceText, words: [String] = []) throws {
    let program = try compiled(source)
    if words.contains("--help") || words.contains("-h") {
      try send(Array(ScriptArguments.help(program, environment.network).utf8))
      return
    }
    let answer = try answer(program, ScriptArguments.read(words, of: program))
    reporter.report(answer.diagnostics, program.sources)
    if !answer.results.isEmpty { lastResults = answer.results }
    for piece in answer.pieces {
      switch piece {
      case .result(let result): try write(result)
      case .message(let text): try send(self.text.message(text))
      }
    }
    if answer.pieces.isEmpty, program.plan.statements.isEmpty, program.warnings.isEmpty,
      isBlank(source)
    {
      reporter.report(CommandMessages.nothingAsked(source.name))
    }
  }

  /// Tells how a program is understood and how many rows each step leaves.
  func explain(_ source: SourceText) throws {
    let program = try compiled(source)
    let answer = try answer(program, [:], explains: true)
    reporter.report(answer.diagnostics, program.sources)
    guard let explanation = answer.explanation else { return }
    let width = Output.isTerminal(1) ? Output.terminalWidth(1) : 80
    let text = ExplanationText(
      explanation, source, notes: answer.results.map(\.footnotes), width: max(40, width),
      colour: reporter.options.usesColor(1))
    try send(Array(Output.fitted(text.text, 1).utf8))
  }

  /// A value for a parameter that no program has is a mistake.
  func checkArguments(of sources: [SourceText]) throws {
    guard !arguments.isEmpty else { return }
    let programs = sources.compactMap {
      try? environment.compile($0, limits: Session.compileLimits)
    }
    // What does not compile has a message of its own.
    guard programs.count == sources.count else { return }
    let known = programs.flatMap(\.parameters).map(\.name)
    for name in arguments.keys.sorted()
    where !known.contains(where: { $0.lowercased() == name.lowercased() }) {
      throw UsageError(CommandMessages.unknownParameter(name, known))
    }
  }

  private func compiled(_ source: SourceText) throws -> Program {
    do {
      let program = try environment.compile(source, limits: Session.compileLimits)
      reporter.report(program.warnings, program.sources)
      return program
    } catch {
      reporter.report(error.diagnostics, error.sources)
      throw Failure.check
    }
  }

  /// Runs a program, so that it can be stopped where somebody watches.
  private func answer(
    _ program: Program, _ given: Arguments, explains: Bool = false
  ) throws -> Program.Answer {
    let known = Set(program.parameters.map { $0.name.lowercased() })
    var arguments = self.arguments.filter { known.contains($0.key.lowercased()) }
    for (name, value) in given { arguments[name] = value }
    let named = Set(arguments.keys.map { $0.lowercased() })
    if let missing = program.parameters.first(where: {
      $0.defaultValue == nil && !named.contains($0.name.lowercased())
    }) {
      throw UsageError(CommandMessages.missingParameter(missing.name, givesValue(missing.name)))
    }
    let (values, strict) = (arguments, strict)
    @Sendable func run(_ isCancelled: @escaping @Sendable () -> Bool) -> Result<
      Program.Answer, ProgramError
    > {
      do {
        return .success(
          try program.run(
            values, limits: Session.runLimits, strict: strict, explains: explains,
            isCancelled: isCancelled))
      } catch {
        return .failure(error)
      }
    }
    let result =
      isWatched
      ? Interruptible.run("running") { stop in run { stop.isAsked } } : run { false }
    switch result {
    case .success(let answer)?: return answer
    case .failure(let error)?:
      reporter.report(failure: error)
      if case .cancelled = error.cause { throw Failure.interrupted }
      // A value that a parameter cannot take is a mistake of who gave it.
      throw error.diagnostic?.code == DiagnosticCode(532) ? Failure.usage : Failure.run
    case nil:
      reporter.report(CommandMessages.leftRunning())
      throw Failure.interrupted
    }
  }

  /// The next answer is the first again: nothing sets it off from the one before.
  func startAgain() { text.startAgain() }

  private func isBlank(_ source: SourceText) -> Bool {
    lex(source).tokens.allSatisfy {
      $0.kind == .endOfText || $0.kind == .lineEnd || $0.kind == .semicolon
    }
  }

  /// Answers are written so while something runs, whatever `show` asks for.
  func writing(as format: Format, _ body: () throws -> Void) rethrows {
    let before = (text.format, text.isFormatGiven)
    (text.format, text.isFormatGiven) = (format, true)
    defer { (text.format, text.isFormatGiven) = before }
    try body()
  }

  /// Writes a result again, in a format.
  func write(_ result: ResultSet, as format: Format, _ options: RenderOptions) throws {
    try draw { () throws(PictureFault) in try render(result, as: format, options: options) }
  }

  private func draw(_ data: () throws(PictureFault) -> [UInt8]) throws {
    let bytes: [UInt8]
    do {
      bytes = try data()
    } catch {
      reporter.report(CommandMessages.picture(error))
      throw Failure.run
    }
    try send(bytes)
  }

  private func write(_ result: ResultSet) throws {
    try draw { () throws(PictureFault) in try text.data(of: result, options()) }
    note(result)
    for file in result.files { try save(result, file) }
  }

  /// What `save` asks for.
  private func save(_ result: ResultSet, _ file: String) throws {
    guard let format = Format(fileName: file) else {
      reporter.report(CommandMessages.unknownEnding(file))
      throw Failure.run
    }
    do {
      try Output.save(render(result, as: format), to: file)
    } catch let fault as PictureFault {
      reporter.report(CommandMessages.picture(fault, file))
      throw Failure.run
    } catch let error as Output.WriteError {
      reporter.report(CommandMessages.unwritable(file, error.reason))
      throw Failure.run
    }
    if reporter.options.errors == .text { Output.note(AnswerText.saved(file)) }
  }

  func send(_ bytes: [UInt8]) throws {
    if output != nil { saved += bytes } else { try deliver(bytes) }
  }

  /// What is said about an answer: its size and footnotes, beside the data.
  private func note(_ result: ResultSet) {
    switch reporter.options.errors {
    case .text:
      for line in text.notes(of: result) { Output.note(line) }
    case .json:
      for line in result.footnotes { reporter.report(CommandMessages.footnote(line)) }
    }
  }

  /// Writes the file, where answers go to one.
  func finish() throws {
    guard let output else { return }
    do {
      try Output.save(saved, to: output)
    } catch let error as Output.WriteError {
      reporter.report(CommandMessages.unwritable(output, error.reason))
      throw Failure.run
    }
  }
}
