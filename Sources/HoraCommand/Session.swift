// Comes in: texts to run, one after the other. Goes out: their answers and messages, written.

import Hora
import HoraRender

final class Session {
  let environment: Environment
  let reporter: Reporter
  let strict: Bool
  let output: String?
  /// Asked before every answer, as a terminal's width may change.
  let options: () -> RenderOptions
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
    let program: Program
    do {
      program = try environment.compile(source, limits: Session.compileLimits)
    } catch {
      reporter.report(error.diagnostics, error.sources)
      throw Failure.check
    }
    reporter.report(program.warnings, program.sources)
    if words.contains("--help") || words.contains("-h") {
      try send(Array(ScriptArguments.help(program, environment.network).utf8))
      return
    }
    let arguments = try ScriptArguments.read(words, of: program)
    let answer: Program.Answer
    do {
      answer = try program.run(arguments, limits: Session.runLimits, strict: strict)
    } catch {
      reporter.report(failure: error)
      throw Failure.run
    }
    reporter.report(answer.diagnostics, program.sources)
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

  /// The next answer is the first again: nothing sets it off from the one before.
  func startAgain() { text.startAgain() }

  private func isBlank(_ source: SourceText) -> Bool {
    lex(source).tokens.allSatisfy {
      $0.kind == .endOfText || $0.kind == .lineEnd || $0.kind == .semicolon
    }
  }

  private func write(_ result: ResultSet) throws {
    do {
      try send(text.data(of: result, options()))
    } catch let fault as PictureFault {
      reporter.report(CommandMessages.picture(fault))
      throw Failure.run
    }
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

  private func send(_ bytes: [UInt8]) throws {
    if output != nil { saved += bytes } else { try Output.write(bytes) }
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
