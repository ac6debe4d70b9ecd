// Comes in: a script, or a query to look into. Goes out: what is wrong with it, or how it is
// understood, stage by stage.

import ArgumentParser
import Hora

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a script without running it.")

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Argument(help: "The script; - for standard input.", completion: .file(extensions: ["hora"]))
  var script: String

  func run() throws {
    let reporter = Reporter(options: messages)
    let source = try readScript(script, dataOptions, reporter)
    let environment = try HostEnvironment.environment(
      DataLoading.network(dataOptions, reporter), dataOptions, reporter)
    let program: Program
    do {
      program = try environment.compile(source)
    } catch {
      reporter.report(error.diagnostics, error.sources)
      throw Failure.check
    }
    reporter.report(program.warnings, program.sources)
    if dataOptions.strict, program.warnings.contains(where: { $0.severity == .warning }) {
      throw Failure.check
    }
  }
}

struct DumpCommand: ParsableCommand {
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case tokens, tree, plan
  }

  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Show how a query is understood: tokens, tree or plan.")

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Argument(help: "tokens, tree or plan.")
  var stage: Stage

  @Argument(help: "The query; - for standard input.")
  var query: String

  func run() throws {
    let reporter = Reporter(options: messages)
    let source =
      query == "-" ? try readScript("-", dataOptions, reporter) : SourceText(query)
    switch stage {
    case .tokens:
      let result = lex(source)
      reporter.report(result.diagnostics, source)
      try Output.write(Array(dumpTokens(result).utf8))
      if result.diagnostics.contains(where: { $0.severity == .error }) { throw Failure.check }
    case .tree:
      let result = HoraSyntax.parse(source)
      reporter.report(result.diagnostics, source)
      try Output.write(Array(dumpTree(result.tree).utf8))
      if result.hasErrors { throw Failure.check }
    case .plan:
      let environment = try HostEnvironment.environment(
        DataLoading.network(dataOptions, reporter), dataOptions, reporter)
      let program: Program
      do {
        program = try environment.compile(source)
      } catch {
        reporter.report(error.diagnostics, error.sources)
        throw Failure.check
      }
      reporter.report(program.warnings, program.sources)
      try Output.write(Array(program.plan.dump(environment.network.schema).utf8))
    }
  }
}
