// Comes in: what is typed at a prompt. Goes out: answers. Answers go to standard output, all else to
// standard error; no mistake ends the session.

import Hora
import HoraData
import HoraRender

final class Shell {
  let session: Session
  var memory = SessionMemory()
  var settings: ShellSettings
  private(set) var history: History
  /// Stands at the next prompt as if it had been typed.
  var prefill: String?
  var isOver = false
  let usesColor: Bool
  /// Reads the data anew; nil where it cannot change.
  private let readData: (() throws -> Network)?
  /// False where lines come from a file or a pipe: nothing greets or asks.
  private let isTerminal: Bool

  enum Destination {
    case terminal
    /// The file was begun anew when it was named.
    case file(String)
    case command(String)
  }
  var destination = Destination.terminal

  init(_ session: Session, readData: (() throws -> Network)?) {
    self.session = session
    self.readData = readData
    isTerminal = Output.isTerminal(0)
    usesColor = session.reporter.options.usesColor(1)
    settings = ShellSettings(format: session.format, highlight: usesColor)
    history = isTerminal ? History(session.reporter) : History()
  }

  func run() throws {
    Signals.install()
    session.deliver = { [unowned self] in try self.deliver($0) }
    session.isWatched = true
    if isTerminal { Output.note(greeting) }
    prepareCompletion()
    while !isOver {
      let text = prefill
      prefill = nil
      switch read(text) {
      case .end:
        if isTerminal { Output.error("\n") }
        return
      case .interrupted: continue
      case .text(let text): try take(Shell.trimmed(text))
      }
    }
  }

  // MARK: One input

  private func take(_ text: String) throws {
    guard !text.isEmpty else { return }
    history.add(text)
    do {
      if text.hasPrefix("\\") {
        try command(text)
      } else if ["quit", "exit"].contains(text.lowercased()) {
        isOver = true
      } else if text.lowercased() == "help" {
        try show(HelpTopics.overview)
      } else {
        try run(text)
      }
    } catch let error as MetaError {
      session.reporter.report(error.message)
    } catch let error as UsageError {
      session.reporter.report(error.message)
    } catch is Failure {
      // The message has been written; the next line is a new chance.
    }
  }

  private func command(_ text: String) throws {
    let name = String(text.prefix { !$0.isWhitespace })
    guard let command = MetaCommand.named(name) else {
      throw MetaError(
        CommandMessages.unknownMeta(name, nearest: MetaCommand.nearest(to: name)))
    }
    try command.run(self, Shell.trimmed(String(text.dropFirst(name.count))))
  }

  /// - Parameter remembers: false for a query that only the shell asked.
  func run(_ text: String, remembers: Bool = true) throws {
    try run(SourceText(text), words: [], remembers: remembers)
  }

  func run(_ source: SourceText, words: [String], remembers: Bool = true) throws {
    session.startAgain()
    session.arguments = memory.arguments
    let start = ContinuousClock.now
    defer {
      if settings.timing { Output.note(TimeText.milliseconds(ContinuousClock.now - start)) }
      if isTerminal { Output.error("\n") }
    }
    try session.run(source, words: words)
    guard remembers else { return }
    var environment = session.environment
    memory.remember(source) { preamble in
      environment.preamble = preamble
      return (try? environment.compile("1", limits: Session.compileLimits)) != nil
    }
    session.environment.preamble = memory.preamble
  }

  /// The data as it is now; what is built in stays.
  func reload() throws {
    guard let readData else { return }
    session.environment = session.environment.over(try readData())
    prepareCompletion()
  }

  /// What completion needs sorted is sorted while somebody reads or types; without a thread, at the first Tab.
  private func prepareCompletion() {
    guard isTerminal else { return }
    let network = session.environment.network
    _ = DetachedThread.start { network.prepareSearch() }
  }

  // MARK: Answers

  func show(_ text: String) throws { try session.send(Array(text.utf8)) }

  func send(to path: String) throws {
    do {
      try Output.save([], to: path)
    } catch let error as Output.WriteError {
      throw MetaError(CommandMessages.unwritable(path, error.reason))
    }
    destination = .file(path)
    if let format = Format(fileName: path) { session.format = format }
  }

  private func deliver(_ bytes: [UInt8]) throws {
    switch destination {
    case .terminal:
      if settings.pager, isTerminal, isLong(bytes) {
        try give(bytes, to: Output.environment("PAGER") ?? "less -RFX")
      } else {
        try Output.writeWatched(bytes)
      }
    case .file(let path):
      do {
        try Output.save(bytes, to: path, appends: true)
      } catch let error as Output.WriteError {
        throw MetaError(CommandMessages.unwritable(path, error.reason))
      }
    case .command(let line): try give(bytes, to: line)
    }
  }

  private func give(_ bytes: [UInt8], to line: String) throws {
    if let reason = Subprocess.run(line, input: bytes) {
      throw MetaError(CommandMessages.failedCommand(line, reason))
    }
  }

  private func isLong(_ bytes: [UInt8]) -> Bool {
    bytes.reduce(0) { $0 + ($1 == 10 ? 1 : 0) } > Output.terminalHeight(1) - 2
  }

  // MARK: Lines

  private var greeting: String {
    let network = session.environment.network
    let sizes = zip(network.schema.collections, network.collections)
      .filter { !$0.0.name.isEmpty && !$0.0.isLink }
      .map { "\(number($0.1.rowCount)) \($0.0.name)" }
    return """
      hora \(HelpPage.version) on \(network.name): \(sizes.prefix(4).joined(separator: ", "))
      A query and Enter; Tab completes. \\d lists what there is, \\about where it comes from, \\help more; Ctrl-D leaves.

      """
  }

  private func read(_ prefilled: String?) -> TypedText {
    #if Readline
      if isTerminal, Output.isTerminal(1) {
        let completer = Completer(environment: session.environment, scripts: MetaScripts.names)
        let paints = settings.highlight
        return LineEditor.read(
          "hora> ", prefilled: prefilled,
          advice: LineEditor.Advice(
            isWhole: { Shell.isWhole($0) },
            complete: { completer.complete($0, at: $1) },
            painted: { paints && !$0.hasPrefix("\\") ? Painter.painted($0) : nil }))
      }
    #endif
    return readPlainly(prefilled)
  }

  /// Lines as they come, until they make a whole.
  private func readPlainly(_ prefilled: String?) -> TypedText {
    if let prefilled { return .text(prefilled) }
    var text = ""
    while true {
      if isTerminal { Output.error(text.isEmpty ? "hora> " : "  ... ") }
      let before = Signals.interrupts.load(ordering: .relaxed)
      guard let line = Output.readInputLine() else {
        if Signals.interrupts.load(ordering: .relaxed) != before {
          Signals.taken()
          Output.error("\n")
          return .interrupted
        }
        return text.isEmpty ? .end : .text(text)
      }
      text += (text.isEmpty ? "" : "\n") + line
      if Shell.isWhole(text) { return .text(text) }
    }
  }

  /// True where Enter ends a text: a command, an empty last line, or a text that needs nothing more.
  static func isWhole(_ text: String) -> Bool {
    if trimmed(text).isEmpty || text.hasPrefix("\\") { return true }
    let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    if text.contains("\n"), last.allSatisfy(\.isWhitespace) { return true }
    let source = SourceText(text)
    if parse(source).isIncomplete { return false }
    return lex(source).tokens.last { $0.kind != .endOfText && $0.kind != .lineEnd }?.kind != .bar
  }

  static func trimmed(_ line: String) -> String {
    var text = Substring(line)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private func number(_ count: Int) -> String {
    var digits = Array(String(count))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
