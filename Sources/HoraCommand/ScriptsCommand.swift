// Goes out: the scripts that were kept at the prompt, each with what it says of itself.

import ArgumentParser

struct ScriptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scripts", abstract: "List the scripts that were kept at the prompt.")

  func run() throws {
    guard !MetaScripts.names.isEmpty else { return Output.note(MetaScripts.nothingKept) }
    try Output.page(try MetaScripts.listing())
  }
}
