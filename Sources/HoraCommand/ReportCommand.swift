// Comes in: a text in Markdown with programs in it. Goes out: one HTML page with their answers. A
// message about a program points into the Markdown.

import ArgumentParser
import Hora
import HoraRender

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a page of a Markdown text: its blocks fenced as hora become their answers.")

  @Argument(help: "The text, a Markdown file.", completion: .file(extensions: ["md"]))
  var text: String

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the page to a file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let reporter = Reporter(options: messages)
    let source = try readScript(text, dataOptions, reporter)
    let report = Report(String(decoding: source.bytes, as: UTF8.self))
    let environment = try HostEnvironment.environment(
      try DataLoading.network(dataOptions, reporter), dataOptions, reporter)
    let answers = try report.programs.map { try answer($0, environment, source, reporter) }
    do {
      let page = try report.page(answers, environment.network)
      guard let output else { return try Output.write(page) }
      try Output.save(page, to: output)
    } catch let fault as PictureFault {
      reporter.report(CommandMessages.picture(fault, text))
      throw Failure.run
    } catch let error as Output.WriteError {
      guard let output else { throw error }
      reporter.report(CommandMessages.unwritable(output, error.reason))
      throw Failure.run
    }
  }

  private func answer(
    _ program: Report.Program, _ environment: Environment, _ source: SourceText,
    _ reporter: Reporter
  ) throws -> [Report.Answer] {
    // As many line ends before the program as in the text, so that places are right.
    let lines = String(repeating: "\n", count: program.line ?? 0)
    let compiled: Program
    do {
      compiled = try environment.compile(
        SourceText(lines + program.text, name: program.line == nil ? "<\(text)>" : source.name),
        limits: Session.compileLimits)
    } catch {
      reporter.report(error.diagnostics, error.sources)
      throw Failure.check
    }
    reporter.report(compiled.warnings, compiled.sources)
    do {
      let answer = try compiled.run(limits: Session.runLimits, strict: dataOptions.strict)
      reporter.report(answer.diagnostics, compiled.sources)
      return answer.pieces.map { piece in
        switch piece {
        case .result(let result): .result(result)
        case .message(let text): .message(text)
        }
      }
    } catch {
      reporter.report(failure: error)
      throw Failure.run
    }
  }
}
