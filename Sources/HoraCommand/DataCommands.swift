// Comes in: a place with data. Goes out: what is wrong with it, or what it looks like.

import ArgumentParser
import Hora
import HoraData

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "List the faults of data: file, line, column, what was done.")

  @Argument(help: "A folder or file; default: the built-in network.")
  var paths: [String] = []

  @Flag(name: .long, help: "Exit with 4 where there is a fault.")
  var strict = false

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var options = DataOptions()
    options.data = paths
    options.strict = false
    let result = try DataLoading.load(options, Reporter(options: messages))
    Output.write(Array(result.faults.text.utf8))
    if strict && result.faults.faultCount > 0 { throw Failure.data }
  }
}

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Write what was found in data as a Data Package, to start a declaration from.")

  @Argument(help: "A folder or file; default: the built-in network.")
  var paths: [String] = []

  @Flag(name: .long, help: "A summary to read instead of JSON.")
  var summary = false

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var options = DataOptions()
    options.data = paths
    options.strict = false
    let result = try DataLoading.load(options, Reporter(options: messages))
    Output.write(
      Array((summary ? SchemaSummary.text(result.network) : PackageDescription.json(result)).utf8))
  }
}
