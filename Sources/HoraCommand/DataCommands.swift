// Comes in: a place with data. Goes out: what is wrong with it, or what it looks like.

import ArgumentParser
import Hora
import HoraData
import HoraRender

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "List the faults of data: file, line, column, what was done."
  )

  @Argument(
    help: "A folder, file or - for standard input; default: the built-in network.",
    completion: .file())
  var paths: [String] = []

  @Flag(name: .long, help: "Exit with 4 where there is a fault.")
  var strict = false

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var options = DataOptions()
    options.data = paths
    options.strict = false
    let result = try DataLoading.load(
      options, Reporter(options: messages), tellsFaults: false)
    try Output.page(ValidateCommand.report(result.faults))
    if strict && result.faults.faultCount > 0 { throw Failure.data }
  }

  /// The counts of each kind with its rule, then every fault with its place.
  static func report(_ faults: FaultReport) -> String {
    if faults.counts.isEmpty { return "no faults\n" }
    var text = ""
    for (kind, count) in faults.counts where count > 0 {
      text += "\(kind.code)  \(count)  \(kind.rule)\n"
    }
    text += "\n"
    for fault in faults.faults { text += fault.summary + "\n" }
    if faults.unlisted > 0 { text += "… and \(faults.unlisted) more of the same kinds\n" }
    return text
  }
}

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Write what was found in data as a Data Package, to start a declaration from.")

  @Argument(
    help: "A folder, file or - for standard input; default: the built-in network.",
    completion: .file())
  var paths: [String] = []

  @Flag(name: .long, help: "A summary to read instead of JSON.")
  var summary = false

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var options = DataOptions()
    options.data = paths
    options.strict = false
    let result = try DataLoading.load(options, Reporter(options: messages))
    guard summary else {
      return try Output.write(Array(PackageDescription.json(result).utf8))
    }
    try Output.page(TerminalText.fitted(SchemaSummary.text(result.network), width: nil))
  }
}
