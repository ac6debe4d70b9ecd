// Comes in: a topic or the name of a command. Goes out: its page of the manual, or the command's options;
// without a word, everything there is a page about.

import ArgumentParser
import Hora

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Read the manual: a topic, a clause, a function, a command.")

  @OptionGroup var messages: MessageOptions

  @Argument(help: "A topic such as where, count or missing-values, or a command.")
  var words: [String] = []

  func run() throws {
    let word = words.joined(separator: "-")
    guard !word.isEmpty else {
      let commands = HoraCommand.configuration.subcommands.map {
        (name: $0._commandName, summary: $0.configuration.abstract)
      }
      return try Output.show(Manual.contents(commands: commands), messages)
    }
    let page = Manual.text(word)
    let command = HoraCommand.configuration.subcommands.first { $0._commandName == word }
    if let command {
      let text = Output.whileWide { HoraCommand.helpMessage(for: command) }
      try Output.page(text + "\n")
      if page != nil {
        Output.note(
          "`\(word)` is a word of the language, too: hora help \(Manual.pages(named: word)[0].page.key)"
        )
      }
      return
    }
    guard let page else {
      throw UsageError(
        CommandMessages.unknownTopic(word, nearest: nearest(word, in: Manual.names, limit: 3)))
    }
    try Output.show(page, messages)
  }
}
