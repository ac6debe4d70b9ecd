// Comes in: what is wanted. Goes out: the man page, or the completions of a shell, as they are installed.

import ArgumentParser

struct GenerateCommand: ParsableCommand {
  enum Text: String, ExpressibleByArgument, CaseIterable {
    case man, bash, zsh, fish
  }

  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the man page, or completions for bash, zsh or fish.")

  @Argument(help: "man, bash, zsh or fish.")
  var text: Text

  func run() throws {
    let table = try OptionTable.read()
    let written =
      switch text {
      case .man: ManPage.text(table)
      case .bash: BashCompletion.text(table)
      case .zsh: ZshCompletion.text(table)
      case .fish: FishCompletion.text(table)
      }
    try Output.write(Array(written.utf8))
  }
}
