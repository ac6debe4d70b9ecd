// Comes in: the words of the command line. Goes out: an exit code. Data goes to standard output,
// everything else to standard error.

import ArgumentParser

@main
struct HoraCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hora",
    abstract: "Ask a collaboration network: who is good at what, who worked with whom, who should.",
    discussion: """
      hora -c 'members where country = "Serbia" and competence ~ "AI"'

      Without --data the built-in network of Balkan and Black Sea ICT clusters answers.
      Options stand before the script; what follows the script belongs to it.
      Exit codes: 0 fine, 1 failed while running, 2 usage, 3 did not parse or check, \
      4 data unreadable.
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, CheckCommand.self, ValidateCommand.self, DescribeCommand.self,
      DumpCommand.self, FormatCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static func main() {
    Output.ignoreBrokenPipe()
    do {
      var command = try parseAsRoot()
      try command.run()
      Output.finish()
    } catch let code as Failure {
      Output.finish()
      Output.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      // Help and version are answers; everything else is a mistake in the words.
      let text = fullMessage(for: error)
      if code.isSuccess {
        Output.write(Array((text + "\n").utf8))
        Output.finish()
        Output.exit(0)
      }
      Output.error(text + "\n")
      Output.exit(Failure.usage.rawValue)
    }
  }
}

/// Why the command ends; the message has been written.
enum Failure: Int32, Error {
  case run = 1
  case usage = 2
  case check = 3
  case data = 4
}
