// Comes in: a program and a network. Goes out: everything it is told: messages of the text, of the check
// and of the run, and footnotes, as values and as they are shown.

import Hora

struct Outcome {
  var source: SourceText
  var diagnostics: [Diagnostic] = []
  var footnotes: [String] = []
  /// Why a run ended without a place in the text.
  var cause: String?

  var codes: [Int] { diagnostics.map(\.code.number) }
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// What the head of a golden file sets: `## limits: bytes=10`, `## arguments: n=3`.
  struct Settings {
    var syntax = SyntaxLimits.standard
    var run = RunLimits.standard
    var arguments: Arguments = [:]
    var isStrict = false
  }

  init(_ text: String, _ network: Network, _ settings: Settings = Settings()) {
    self.init(SourceText(text, name: "query"), network, settings)
  }

  init(_ source: SourceText, _ network: Network, _ settings: Settings = Settings()) {
    self.source = source
    do {
      var environment = Environment(network: network)
      environment.rules = Networks.rules
      let program = try environment.compile(source, limits: settings.syntax)
      diagnostics = program.warnings
      let answer = try program.run(
        settings.arguments, limits: settings.run, strict: settings.isStrict)
      diagnostics += answer.diagnostics
      footnotes = answer.results.flatMap(\.footnotes)
      diagnostics += try program.runTests().compactMap(\.failure)
    } catch let error as CompileError {
      diagnostics = error.diagnostics
    } catch let error as ProgramError {
      if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
      if error.diagnostic == nil { cause = "\(error.cause)" }
    } catch {
      cause = "\(error)"
    }
  }

  /// As a person sees it, 80 columns wide.
  var shown: String {
    let renderer = DiagnosticRenderer(source, lineWidth: 80)
    var text = diagnostics.isEmpty ? "" : renderer.text(diagnostics)
    if let cause { text += cause + "\n" }
    for note in footnotes { text += "- \(note)\n" }
    return text.isEmpty ? "nothing is said\n" : text
  }
}
