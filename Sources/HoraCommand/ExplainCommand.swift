// Comes in: the code of a message, or a program. Goes out: what the code means, or how each name and text
// of the program was understood and how many rows each step left.

import ArgumentParser
import Hora
import HoraRender

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a code such as H0301, or how a program is understood and run.")

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Option(
    name: [.customShort("c"), .long],
    help: ArgumentHelp("Explain a query.", valueName: "query"))
  var command: String?

  @Argument(
    help: "A code, or a script; without it, all codes are listed.",
    completion: .file(extensions: ["hora"]))
  var subject: String?

  func run() throws {
    let reporter = Reporter(options: messages)
    if let command {
      if let subject { throw UsageError(CommandMessages.queryAndScript(subject)) }
      return try explain(SourceText(command), reporter)
    }
    guard let subject else { return try list() }
    if let code = ExplainCommand.code(subject) { return try explain(code: code, subject) }
    try explain(readScript(subject, dataOptions, reporter), reporter)
  }

  // MARK: Codes

  /// The number of a code: `H0301`, `h301`, `301`.
  private static func code(_ word: String) -> Int? {
    let digits = word.first == "H" || word.first == "h" ? word.dropFirst() : word[...]
    guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(digits)
  }

  private func explain(code: Int, _ written: String) throws {
    let name = DiagnosticCode(code).description
    guard let page = Documentation.page("diagnostics/\(name).md") else {
      let known = Documentation.pages(under: "diagnostics/").map { String($0.title.prefix(5)) }
      let near = known.sorted { distance($0, code) < distance($1, code) }.prefix(3)
      throw UsageError(CommandMessages.unknownCode(name, nearest: near.sorted()))
    }
    try Output.show(page.text, messages)
  }

  private func distance(_ name: String, _ code: Int) -> Int {
    abs((Int(name.dropFirst()) ?? 0) - code)
  }

  private func list() throws {
    let titles = Documentation.pages(under: "diagnostics/").map(\.title)
    try Output.page(titles.joined(separator: "\n") + "\n")
  }

  // MARK: Programs

  private func explain(_ source: SourceText, _ reporter: Reporter) throws {
    let environment = try HostEnvironment.environment(
      DataLoading.network(dataOptions, reporter), dataOptions, reporter)
    let session = Session(
      environment: environment, reporter: reporter, text: AnswerText(format: .table),
      strict: dataOptions.strict, output: nil, options: { RenderOptions() })
    try session.explain(source)
  }
}
