// Comes in: texts to run, one after the other. Goes out: their answers and messages, written.

import Hora
import HoraRender

final class Session {
  let environment: Environment
  let reporter: Reporter
  let format: Format
  let strict: Bool
  let output: String?
  /// Asked before every answer, as a terminal's width may change.
  let options: () -> RenderOptions
  /// What goes to the file in the end.
  private var saved: [UInt8] = []
  private var printed = 0

  init(
    network: Network, reporter: Reporter, format: Format, strict: Bool, output: String?,
    options: @escaping () -> RenderOptions
  ) {
    environment = Environment(network: network)
    self.reporter = reporter
    self.format = format
    self.options = options
    self.strict = strict
    self.output = output
  }

  func run(_ source: SourceText) throws {
    let program: Program
    do {
      program = try environment.compile(source)
    } catch {
      reporter.report(error.diagnostics, error.source)
      throw Failure.check
    }
    reporter.report(program.warnings, source)
    let answer: Program.Answer
    do {
      answer = try program.run(strict: strict)
    } catch {
      if let diagnostic = error.diagnostic {
        reporter.report([diagnostic], source)
      } else if case .limitReached(let what, let allowed) = error.cause {
        reporter.report(CommandMessages.limit(what, allowed))
      } else {
        reporter.report(CommandMessages.stopped())
      }
      throw Failure.run
    }
    reporter.report(answer.diagnostics, source)
    for result in answer.results { try write(result) }
    if answer.results.isEmpty, program.warnings.isEmpty, isBlank(source) {
      reporter.report(CommandMessages.nothingAsked(source.name))
    }
  }

  /// The next answer is the first again: nothing sets it off from the one before.
  func startAgain() { printed = 0 }

  private func isBlank(_ source: SourceText) -> Bool {
    lex(source).tokens.allSatisfy {
      $0.kind == .endOfText || $0.kind == .lineEnd || $0.kind == .semicolon
    }
  }

  private func write(_ result: ResultSet) throws {
    var bytes: [UInt8] = []
    // A table needs air between it and the one before.
    if format == .table, printed > 0, !result.isScalar { bytes.append(10) }
    bytes += render(result, as: format, options: options())
    printed += 1
    if output != nil { saved += bytes } else { try Output.write(bytes) }
    note(result)
  }

  /// What is said about an answer: its size and footnotes, beside the data.
  private func note(_ result: ResultSet) {
    switch reporter.options.errors {
    case .text:
      if format == .table, !result.isScalar {
        Output.error(result.rowCount == 1 ? "1 row\n" : "\(result.rowCount) rows\n")
      }
      for line in result.footnotes { Output.note(line) }
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
