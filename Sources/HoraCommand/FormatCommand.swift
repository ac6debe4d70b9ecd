// Comes in: scripts. Goes out: the same in canonical form, or which of them are not.

import ArgumentParser
import Hora

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Write scripts in canonical form.",
    discussion: """
      Files are rewritten in place; without files, standard input goes to standard output.
      Comments stay, and what a script means does not change.
      """)

  @Flag(name: .long, help: "Change nothing; name the files that would change and end with 1.")
  var check = false

  @Flag(name: .long, help: "Change nothing; show what would change as a unified diff.")
  var diff = false

  @OptionGroup var messages: MessageOptions

  @Argument(
    help: ArgumentHelp("Scripts, or folders of them; - for standard input.", valueName: "files"),
    completion: .file(extensions: ["hora"]))
  var files: [String] = []

  func run() throws {
    let reporter = Reporter(options: messages)
    var failure: Failure?
    for path in files.isEmpty ? ["-"] : try ScriptFiles.all(files) {
      do {
        if try rewrite(path, reporter), check { failure = failure ?? .run }
      } catch let found as Failure {
        // The worst of them; the other files have their turn.
        failure = found.worse(than: failure)
      } catch let error as UsageError {
        reporter.report(error.message)
        failure = Failure.usage.worse(than: failure)
      }
    }
    if let failure { throw failure }
  }

  /// True where the canonical form is another.
  private func rewrite(_ path: String, _ reporter: Reporter) throws -> Bool {
    let source = try readScript(path, DataOptions.none, reporter)
    let parsed = HoraSyntax.parse(source)
    guard let text = format(parsed.tree) else {
      reporter.report(parsed.diagnostics, source)
      throw Failure.check
    }
    let bytes = Array(text.utf8)
    let isOther = bytes != source.bytes
    if diff {
      if isOther {
        try Output.write(Array(LineDiff.unified(source.text, text, name: source.name).utf8))
      }
    } else if check {
      if isOther { try Output.write(Array((source.name + "\n").utf8)) }
    } else if path == "-" {
      try Output.write(bytes)
    } else if isOther {
      do {
        try Output.save(bytes, to: path)
      } catch let error as Output.WriteError {
        reporter.report(CommandMessages.unwritable(path, error.reason))
        throw Failure.run
      }
    }
    return isOther
  }
}
