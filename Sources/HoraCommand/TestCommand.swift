// Comes in: scripts, or folders of them. Goes out: which of their `test` blocks pass.

import ArgumentParser
import Hora

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    for path in paths.flatMap(TestCommand.scripts) {
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

  /// A file is itself; a folder is the scripts below it, by name.
  static func scripts(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [path] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().flatMap { name -> [String] in
      let inner = path + "/" + name
      if name.hasSuffix(".hora") { return [inner] }
      guard let below = opendir(inner) else { return [] }
      closedir(below)
      return scripts(inner)
    }
  }
}
