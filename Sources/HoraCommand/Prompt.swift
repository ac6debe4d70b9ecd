// Comes in: lines typed at a terminal. Goes out: their answers. A plain prompt: a line in, an
// answer out; GNU readline edits the line where it is built in.

import Hora
import HoraData

#if Readline
  @preconcurrency import CReadline
#endif

struct Prompt {
  let session: Session

  func run() throws {
    let network = session.environment.network
    Output.write(
      Array(
        "Hora, on \(network.name). A query and Enter; \\about for the data, \\quit to leave.\n".utf8
      ))
    var pending = ""
    while let line = read(pending.isEmpty ? "hora> " : "  ... ") {
      let command = trimmed(line)
      if pending.isEmpty {
        if command.isEmpty { continue }
        if command == "\\quit" || command == "\\q" || command == "quit" || command == "exit" { return }
        if command == "\\about" {
          about(network)
          continue
        }
        if command == "\\d" {
          Output.write(Array(SchemaSummary.text(network).utf8))
          continue
        }
        if command.hasPrefix("\\") {
          Output.error("there is no command \(command); \\about, \\d and \\quit are\n")
          continue
        }
      }
      pending += pending.isEmpty ? line : "\n" + line
      // An open bracket or a | at the end: more follows; an empty line ends it all the same.
      if !command.isEmpty, parse(SourceText(pending)).isIncomplete { continue }
      let text = pending
      pending = ""
      do {
        try session.run(SourceText(text, name: "<query>"))
      } catch is Failure {
        // The message has been written; the next line is a new chance.
        continue
      }
    }
    Output.write([10])
  }

  private func about(_ network: Network) {
    var text = network.about.isEmpty ? "\(network.name)\n" : network.about + "\n"
    for line in network.attribution { text += line + "\n" }
    Output.write(Array(text.utf8))
  }

  private func trimmed(_ line: String) -> String {
    var text = Substring(line)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private func read(_ prompt: String) -> String? {
    #if Readline
      if Output.isTerminal(1) {
        guard let line = readline(prompt) else { return nil }
        defer { rl_free(line) }
        if line.pointee != 0 { add_history(line) }
        return String(cString: line)
      }
    #endif
    Output.error(prompt)
    return readLine()
  }
}
