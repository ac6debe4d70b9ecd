// Comes in: lines typed at a terminal. Goes out: their answers. A plain prompt: a line in, an
// answer out; GNU readline edits the line where it is built in. Answers go to standard output,
// greetings and questions to the terminal.

import Hora
import HoraData

#if Readline
  @preconcurrency import CReadline
#endif

struct Prompt {
  let session: Session

  private static let commands = ["\\d", "\\about", "\\help", "\\quit"]

  func run() throws {
    setUp()
    Output.note(greeting)
    var pending = ""
    while let line = read(pending.isEmpty ? "hora> " : "  ... ") {
      let command = trimmed(line)
      if pending.isEmpty {
        if command.isEmpty { continue }
        if ["quit", "exit", "\\q", "\\quit"].contains(command) { return }
        if command.hasPrefix("\\") || command == "help" {
          try answer(command)
          continue
        }
      }
      pending += pending.isEmpty ? line : "\n" + line
      // An open bracket or a | at the end: more follows; an empty line ends it all the same.
      if !command.isEmpty, needsMore(pending) { continue }
      let text = pending
      pending = ""
      remember(text)
      session.startAgain()
      do {
        try session.run(SourceText(text, name: "<query>"))
      } catch is Failure {
        // The message has been written; the next line is a new chance.
      }
      Output.error("\n")
    }
    Output.error("\n")
  }

  private func needsMore(_ text: String) -> Bool {
    let source = SourceText(text)
    if parse(source).isIncomplete { return true }
    return lex(source).tokens.last { $0.kind != .endOfText && $0.kind != .lineEnd }?.kind == .bar
  }

  // MARK: Commands

  private func answer(_ command: String) throws {
    let network = session.environment.network
    switch command {
    case "\\about": try Output.write(Array(Output.wrapped(about(network), 1).utf8))
    case "\\d": try Output.write(Array(SchemaSummary.text(network).utf8))
    case "\\help", "\\h", "\\?", "help": Output.error(help)
    default:
      Output.error(
        "there is no command \(command); there are \(Prompt.commands.joined(separator: ", "))\n")
    }
  }

  private var greeting: String {
    let network = session.environment.network
    let sizes = zip(network.schema.collections, network.collections)
      .filter { !$0.0.name.isEmpty && !$0.0.isLink }
      .map { "\(number($0.1.rowCount)) \($0.0.name)" }
    return """
      hora \(HelpPage.version) on \(network.name): \(sizes.prefix(4).joined(separator: ", "))
      A query and Enter. \\d lists what there is, \\about where it comes from, \\help more; Ctrl-D leaves.

      """
  }

  private var help: String {
    """
    Type a query and Enter:
      members where country = "Serbia" and competence ~ "AI"
      members select name, city, n = count(projects) sort by n desc take 10
      projects where acronym ~ "agri*" select acronym, title, members.country
    An open bracket, or a | at the end of a line, asks for more lines; an empty line ends it.
      \\d      collections, their fields, and what they lead to
      \\about  where the data comes from, and its licence
      \\quit   leaves, as Ctrl-D does

    """
  }

  private func about(_ network: Network) -> String {
    ([network.about.isEmpty ? network.name : network.about] + network.attribution)
      .joined(separator: "\n")
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

  private func trimmed(_ line: String) -> String {
    var text = Substring(line)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  // MARK: Lines

  private func setUp() {
    #if Readline
      // A tab is a blank; without this it would offer the files of the folder.
      rl_bind_key(9, rl_insert)
    #endif
  }

  /// A query of several lines is one entry of the history.
  private func remember(_ text: String) {
    #if Readline
      add_history(text)
    #endif
  }

  private func read(_ prompt: String) -> String? {
    #if Readline
      if Output.isTerminal(1) {
        guard let line = readline(prompt) else { return nil }
        defer { rl_free(line) }
        return String(cString: line)
      }
    #endif
    Output.error(prompt)
    return readLine()
  }
}
