// Comes in: messages. Goes out: they are on standard error, as text or as JSON, one a line.

import Hora

struct Reporter {
  let options: MessageOptions

  /// Messages with places in a text.
  func report(_ diagnostics: [Diagnostic], _ source: SourceText) {
    guard !diagnostics.isEmpty else { return }
    switch options.errors {
    case .text:
      let renderer = DiagnosticRenderer(
        source, usesColour: options.usesColor(2),
        lineWidth: Output.isTerminal(2) ? Output.terminalWidth(2) : 120,
        fits: Output.isTerminal(2))
      for diagnostic in diagnostics { Output.error(renderer.text(diagnostic) + "\n") }
    case .json:
      let renderer = DiagnosticRenderer(source)
      for diagnostic in diagnostics { Output.error(renderer.json(diagnostic) + "\n") }
    }
  }

  /// Messages with places in the texts of a program, each with its own.
  func report(_ diagnostics: [Diagnostic], _ sources: SourceSet) {
    for diagnostic in diagnostics {
      let (local, source) = sources.located(diagnostic)
      report([local], source)
    }
  }

  /// Why a run gave no answer.
  func report(failure: ProgramError) {
    if let diagnostic = failure.diagnostic {
      report([diagnostic], failure.sources)
    } else if case .limitReached(let what, let allowed) = failure.cause {
      report(CommandMessages.limit(what, allowed))
    } else {
      report(CommandMessages.stopped())
    }
  }

  /// A message with no place in a query.
  func report(_ message: CommandMessage) {
    switch options.errors {
    case .text:
      let head = "\(message.severity.rawValue)[\(DiagnosticCode(message.code))]"
      var text = head + ": \(visible(message.message))\n"
      if !message.place.isEmpty, !message.message.contains(message.place) {
        text += "  --> \(visible(message.place))\n"
      }
      if !message.help.isEmpty { text += "  help: \(visible(message.help))\n" }
      // Colours have no width.
      Output.error(paint(head, message.severity) + Output.fitted(text, 2).dropFirst(head.count))
    case .json:
      let (file, line, column) = parts(message.place)
      // The place is a line of a file that is not at hand: line breaks stand in for it.
      let filler =
        String(repeating: "\n", count: line - 1) + String(repeating: " ", count: column - 1)
      let source = SourceText(filler, name: file)
      let end = source.bytes.count
      let diagnostic = Diagnostic(
        code: message.code, severity: message.severity, message: message.message,
        range: SourceRange(start: end, end: end), notes: message.help.isEmpty ? [] : [message.help])
      Output.error(DiagnosticRenderer(source).json(diagnostic) + "\n")
    }
  }

  /// Names of files may not move the cursor or colour the terminal.
  private func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      result.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  private func paint(_ text: String, _ severity: Severity) -> String {
    guard options.usesColor(2) else { return text }
    let style =
      switch severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      }
    return "\u{1B}[\(style)m\(text)\u{1B}[0m"
  }

  /// `file:line:column`, of which the numbers may be missing.
  private func parts(_ place: String) -> (file: String, line: Int, column: Int) {
    var words =
      place.split(separator: ",")[...].first.map(String.init)?
      .split(separator: ":", omittingEmptySubsequences: false).map(String.init) ?? []
    // A fault of the data names its column behind the line: `file:3, column name`.
    if let last = words.last, let comma = last.firstIndex(of: ","), Int(last[..<comma]) != nil {
      words[words.count - 1] = String(last[..<comma])
    }
    var numbers: [Int] = []
    while numbers.count < 2, words.count > 1, let last = words.last, let number = Int(last),
      (1...1_000_000).contains(number)
    {
      numbers.insert(number, at: 0)
      words.removeLast()
    }
    return (words.joined(separator: ":"), numbers.first ?? 1, numbers.count > 1 ? numbers[1] : 1)
  }
}
