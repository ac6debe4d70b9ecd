// Comes in: the options that several commands share. Goes out: what they mean.

import ArgumentParser
import Hora
import HoraRender

struct DataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder, file or - for standard input; may be given again. Default: the built-in network.",
      valueName: "path"), completion: .file())
  var data: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that today() gives, so that a report can be made again. Default: today's.",
      valueName: "date"))
  var today: CivilDate?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file with a rule that `eligible under` may name; may be given again.", valueName: "path"),
    completion: .file())
  var rules: [String] = []

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

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(text: argument) }
}

struct MessageOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("How messages are written: text or json.", valueName: "form"))
  var errors: ErrorFormat = .text

  @Option(
    name: .long, help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color: ColorChoice = .auto

  /// Colours on standard output or standard error.
  func usesColor(_ file: Int32) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      // NO_COLOR is a wish of the person, CLICOLOR_FORCE of the program that reads.
      if let none = Output.environment("NO_COLOR"), !none.isEmpty { return false }
      if let force = Output.environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" {
        return true
      }
      if Output.environment("CLICOLOR") == "0" || Output.environment("TERM") == "dumb" {
        return false
      }
      return Output.isTerminal(file)
    }
  }
}

extension DataOptions {
  /// For commands that read no data.
  static var none: DataOptions {
    var options = DataOptions()
    options.data = []
    options.today = nil
    options.rules = []
    options.strict = false
    return options
  }
}
