// Comes in: scripts, or folders of them. Goes out: which of their `test` blocks pass.

import ArgumentParser
import Hora

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the test blocks of scripts.")

  @OptionGroup var dataOptions: DataOptions
  @OptionGroup var messages: MessageOptions

  @Argument(help: "Scripts, or folders whose .hora files are run.", completion: .file())
  var paths: [String]

  func run() throws {
    let reporter = Reporter(options: messages)
    let environment = try HostEnvironment.environment(
      DataLoading.network(dataOptions, reporter), dataOptions, reporter)
    var passed = 0
    var failed = 0
    var broken = false
    for path in try ScriptFiles.all(paths) {
      let source = try readScript(path, dataOptions, reporter)
      do {
        let program = try environment.compile(source, limits: Session.compileLimits)
        let results = try program.runTests(limits: Session.runLimits)
        for result in results {
          if let failure = result.failure {
            failed += 1
            try Output.write(Array("failed  \(path): \(result.name)\n".utf8))
            reporter.report([failure], program.sources)
          } else {
            passed += 1
            try Output.write(Array("passed  \(path): \(result.name)\n".utf8))
          }
        }
      } catch let error as CompileError {
        reporter.report(error.diagnostics, error.sources)
        broken = true
      } catch let error as ProgramError {
        if let diagnostic = error.diagnostic { reporter.report([diagnostic], error.sources) }
        failed += 1
      }
    }
    try Output.write(Array("\(passed) passed, \(failed) failed\n".utf8))
    if broken { throw Failure.check }
    if failed > 0 { throw Failure.run }
  }
}
