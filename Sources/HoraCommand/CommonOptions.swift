// Comes in: the options that several commands share. Goes out: what they mean.

import ArgumentParser
import Hora
import HoraRender

struct DataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder, file or - for standard input; may be given again. Default: the built-in network.",
      valueName: "path"))
  var data: [String] = []

  @Flag(name: .long, help: "Every fault of the data and every doubtful value is an error.")
  var strict = false
}

enum ErrorFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension Format: ExpressibleByArgument {}

struct MessageOptions: ParsableArguments {
  @Option(name: .long, help: "How messages are written: text or json.")
  var errors: ErrorFormat = .text

  @Option(name: .long, help: "Colours: auto, always or never.")
  var color: ColorChoice = .auto

  /// Colours on standard output or standard error.
  func usesColor(_ file: Int32) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      if let none = Output.environment("NO_COLOR"), !none.isEmpty { return false }
      if Output.environment("TERM") == "dumb" { return false }
      return Output.isTerminal(file)
    }
  }
}

/// Writes messages to standard error.
struct Reporter {
  let options: MessageOptions

  func report(_ diagnostics: [Diagnostic], _ source: SourceText) {
    guard !diagnostics.isEmpty else { return }
    switch options.errors {
    case .text:
      let renderer = DiagnosticRenderer(source: source, color: options.usesColor(2))
      for diagnostic in diagnostics { Output.error(renderer.text(diagnostic) + "\n") }
    case .json:
      let renderer = DiagnosticRenderer(source: source)
      for diagnostic in diagnostics { Output.error(renderer.json(diagnostic) + "\n") }
    }
  }

  /// A message without a place in a text.
  func report(code: Int, _ message: String, help: String? = nil) {
    let source = SourceText("", name: "hora")
    let diagnostic = Diagnostic(
      code: code, message: message, range: SourceRange(start: 0, end: 0),
      notes: help.map { [$0] } ?? [])
    switch options.errors {
    case .text:
      Output.error("error[\(diagnostic.code)]: \(message)\n" + (help.map { "  help: \($0)\n" } ?? ""))
    case .json: Output.error(DiagnosticRenderer(source: source).json(diagnostic) + "\n")
    }
  }
}
