// Comes in: texts to run, one after the other. Goes out: their answers and messages, written.

import Hora
import HoraRender

final class Session {
  let environment: Environment
  let reporter: Reporter
  let format: Format
  let options: RenderOptions
  let strict: Bool
  let output: String?
  private var saved: [UInt8] = []
  private var printed = 0

  init(
    network: Network, reporter: Reporter, format: Format, options: RenderOptions, strict: Bool,
    output: String?
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
    do {
      let answer = try program.run(strict: strict)
      reporter.report(answer.diagnostics, source)
      for result in answer.results { write(result) }
    } catch {
      if let diagnostic = error.diagnostic {
        reporter.report([diagnostic], source)
      } else if case .limitReached(let what, let allowed) = error.cause {
        reporter.report(
          code: 520, "the query needs more than \(allowed) \(what)",
          help: "narrow it down with `where` before it multiplies rows")
      } else {
        reporter.report(code: 521, "the query was stopped")
      }
      throw Failure.run
    }
  }

  private func write(_ result: ResultSet) {
    var bytes: [UInt8] = []
    // A table needs air between it and the one before.
    if format == .table, printed > 0, !result.isScalar { bytes.append(10) }
    bytes += render(result, as: format, options: options)
    printed += 1
    if output != nil { saved += bytes } else { Output.write(bytes) }
    note(result)
  }

  /// What is said about an answer: its size and footnotes, beside the data.
  private func note(_ result: ResultSet) {
    guard reporter.options.errors == .text else { return }
    var lines: [String] = []
    if format == .table, !result.isScalar {
      lines.append(result.rowCount == 1 ? "1 row" : "\(result.rowCount) rows")
    }
    lines += result.footnotes
    for line in lines { Output.error(line + "\n") }
  }

  /// Writes the file, where answers go to one.
  func finish() throws {
    guard let output else { return }
    if let reason = Output.save(saved, to: output) {
      reporter.report(code: 602, "\(output) cannot be written: \(reason)")
      throw Failure.run
    }
  }
}
