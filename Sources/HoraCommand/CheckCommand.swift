// Comes in: a script, or a query to look into. Goes out: what is wrong with it, or how it is
// understood, stage by stage.

import ArgumentParser
import Hora

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check scripts without running them.")

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Argument(
    help: ArgumentHelp("Scripts, or folders of them; - for standard input.", valueName: "scripts"),
    completion: .file(extensions: ["hora"]))
  var paths: [String]

  func run() throws {
    let reporter = Reporter(options: messages)
    // What cannot be read is said before the data is.
    let paths = try ScriptFiles.all(paths)
    var sources: [SourceText] = []
    var failure: Failure?
    for path in paths {
      do {
        sources.append(try readScript(path, dataOptions, reporter))
      } catch let error as UsageError {
        reporter.report(error.message)
        failure = .usage
      }
    }
    let environment = try HostEnvironment.environment(
      DataLoading.network(dataOptions, reporter), dataOptions, reporter)
    for source in sources where !isSound(source, environment, reporter) {
      failure = Failure.check.worse(than: failure)
    }
    if let failure { throw failure }
  }

  /// Says everything that is wrong with a script.
  private func isSound(
    _ source: SourceText, _ environment: Environment, _ reporter: Reporter
  ) -> Bool {
    do {
      let program = try environment.compile(source, limits: Session.compileLimits)
      reporter.report(program.warnings, program.sources)
      return !dataOptions.strict || !program.warnings.contains { $0.severity == .warning }
    } catch {
      reporter.report(error.diagnostics, error.sources)
      return false
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
