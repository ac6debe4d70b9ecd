// Comes in: the words of the command line. Goes out: an exit code. Data goes to standard output,
// everything else to standard error.

import ArgumentParser
import Hora

@main
struct HoraCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hora",
    abstract: "Ask a collaboration network: who is good at what, who worked with whom, who should.",
    version: "hora \(HelpPage.version)",
    subcommands: [
      RunCommand.self, CheckCommand.self, ValidateCommand.self, DescribeCommand.self,
      DumpCommand.self, ExplainCommand.self, TestCommand.self, FormatCommand.self,
      ReportCommand.self, ScriptsCommand.self, ManualCommand.self, GenerateCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static func main() {
    Output.ignoreBrokenPipe()
    Output.exit(code())
  }

  private static func code() -> Int32 {
    do {
      do {
        var command = try parseAsRoot()
        try command.run()
      } catch let error where !(error is any OwnError) {
        let (code, text, help) = Output.whileWide {
          (exitCode(for: error), fullMessage(for: error), helpMessage())
        }
        // Help and version are answers; everything else is a mistake in the words.
        guard code.isSuccess else {
          throw UsageError(CommandMessages.usage(inOneLine(message(for: error))))
        }
        try Output.page(text == help ? HelpPage.text : text + "\n")
      }
      return 0
    } catch let failure as Failure {
      return failure.rawValue
    } catch let error as UsageError {
      reporter.report(error.message)
      return Failure.usage.rawValue
    } catch let error as Output.WriteError {
      reporter.report(CommandMessages.unwritableOutput(error.reason))
      return Failure.run.rawValue
    } catch {
      reporter.report(CommandMessages.usage("\(error)"))
      return Failure.usage.rawValue
    }
  }

  /// The parser of arguments lists choices a line each.
  private static func inOneLine(_ text: String) -> String {
    text.replacing(":\n  - ", with: ": ").replacing("\n  - ", with: ", ")
  }

  /// For messages outside a command, whose options may not have been understood.
  private static var reporter: Reporter {
    var options = MessageOptions()
    options.errors = .text
    options.color = .auto
    var words = CommandLine.arguments.dropFirst()
    while let word = words.popFirst() {
      if word == "--errors=json" || word == "--errors" && words.first == "json" {
        options.errors = .json
      }
      if word == "--color=never" || word == "--color" && words.first == "never" {
        options.color = .never
      }
      if word == "--color=always" || word == "--color" && words.first == "always" {
        options.color = .always
      }
    }
    return Reporter(options: options)
  }
}

/// Errors that are not the argument parser's.
protocol OwnError: Error {}

/// Why the command ends; the message has been written.
enum Failure: Int32, OwnError {
  case run = 1
  case usage = 2
  case check = 3
  case data = 4
  case interrupted = 130

  /// Of several, the higher code is what a command ends with.
  func worse(than other: Failure?) -> Failure {
    guard let other, other.rawValue > rawValue else { return self }
    return other
  }
}

/// The words of the command line are wrong, or name what cannot be read.
struct UsageError: OwnError {
  let message: CommandMessage
  init(_ message: CommandMessage) { self.message = message }
}

extension Output.WriteError: OwnError {}
