// The commands that show what there is: collections, fields, values, where the data comes from.

import Hora
import HoraData
import HoraRender

enum MetaData {
  static let commands: [MetaCommand] = [
    MetaCommand(
      name: "\\d", form: "\\d [NAME]", summary: "collections, or the fields of one with samples",
      argument: .field, run: describe),
    MetaCommand(
      name: "\\values", form: "\\values FIELD [WORD]",
      summary: "the values of a field and how many rows have each", argument: .field, run: values),
    MetaCommand(
      name: "\\about", form: "\\about", summary: "where the data comes from, and its licence",
      run: about),
  ]

  private static func describe(_ shell: Shell, _ argument: String) throws {
    let network = shell.session.environment.network
    guard !argument.isEmpty else { return try show(SchemaSummary.text(network), shell) }
    let name = String(argument.prefix { $0 != "." })
    guard let collection = collection(name, network) else {
      throw MetaError(CommandMessages.noCollection(name, known: names(network)))
    }
    try show(CollectionSummary.text(network, collection), shell)
  }

  /// What holds values of the data, as the terminal can take it.
  private static func show(_ text: String, _ shell: Shell) throws {
    let width = Output.isTerminal(1) ? Output.terminalWidth(1) : nil
    try shell.show(TerminalText.fitted(text, width: width))
  }

  private static func collection(_ name: String, _ network: Network) -> Int? {
    let wanted = name.lowercased()
    return network.schema.collections.firstIndex {
      !$0.isHidden
        && ([$0.name, $0.singular] + $0.aliases).contains { $0.lowercased() == wanted }
    }
  }

  private static func names(_ network: Network) -> [String] {
    network.schema.collections.filter { !$0.isHidden }.map(\.name)
  }

  /// A query like any other, so that what it says can be said without the command, too.
  private static func values(_ shell: Shell, _ argument: String) throws {
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard let path = words.first else { throw MetaError(CommandMessages.usage(of: "\\values")) }
    let network = shell.session.environment.network
    var steps = path.split(separator: ".").map(String.init)
    var source: String?
    if steps.count > 1, let found = collection(steps[0], network) {
      source = network.schema.collections[found].name
      steps.removeFirst()
    } else if let field = steps.first?.lowercased() {
      source =
        network.schema.collections.first { collection in
          !collection.isHidden
            && (collection.fields.contains { $0.name.lowercased() == field }
              || collection.relations.contains {
                network.schema.relations[$0].name.lowercased() == field
              })
        }?.name
    }
    guard let source, !steps.isEmpty else {
      throw MetaError(CommandMessages.noField(path, known: names(network)))
    }
    let written = ([source] + steps).compactMap(NameText.written)
    let field = written.dropFirst().joined(separator: ".")
    let condition =
      words.count > 1 ? " where \(field) ~ \(LiteralText.quoted(words[1] + "*"))" : ""
    try shell.run("\(written.first ?? source)\(condition) count by \(field)", remembers: false)
  }

  private static func about(_ shell: Shell, _ argument: String) throws {
    let network = shell.session.environment.network
    let lines = [network.about.isEmpty ? network.name : network.about] + network.attribution
    try shell.show(Output.wrapped(lines.joined(separator: "\n"), 1))
  }
}
