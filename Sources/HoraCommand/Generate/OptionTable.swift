// Comes in: what the parser of arguments knows of the commands. Goes out: each command with its options and
// arguments. The man page and the completions are written from it, so that no list is kept by hand.

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct OptionTable {
  /// What a word of the command line may be.
  enum Value: Equatable {
    case words([String])
    /// With one of these endings, or any file where there are none.
    case file(endings: [String])
    case text
  }

  struct Option {
    /// With their dashes, the short one first.
    var names: [String]
    var summary: String
    /// What stands behind it; nil for a flag.
    var value: (name: String, kind: Value)?
    var isRepeatable: Bool
  }

  struct Argument {
    var name: String
    var summary: String
    var value: Value
    var isOptional: Bool
    var isRepeatable: Bool
  }

  struct Command {
    /// Empty for `hora` itself.
    var name: String
    var summary: String
    var details: String
    var options: [Option]
    var arguments: [Argument]
  }

  /// `hora` without a command, which takes the options of the one that it then runs.
  var root: Command
  var commands: [Command]

  /// The options that a word follows, of all commands, each once.
  var optionsWithValue: [Option] {
    var seen: Set<[String]> = []
    return ([root] + commands).flatMap(\.options).filter {
      $0.value != nil && seen.insert($0.names).inserted
    }
  }

  var namesWithValue: [String] { optionsWithValue.flatMap(\.names) }

  static func read() throws -> OptionTable {
    let tool = try JSONDecoder().decode(Tool.self, from: Data(HoraCommand._dumpHelp().utf8))
    var seen: Set<String> = []
    // The parser puts a help command of its own behind ours.
    let commands = (tool.command.subcommands ?? []).filter { seen.insert($0.commandName).inserted }
      .map(command)
    var root = command(tool.command)
    if let standard = commands.first(where: { $0.name == tool.command.defaultSubcommand }) {
      let known = Set(standard.options.flatMap(\.names))
      root.options =
        standard.options + root.options.filter { !$0.names.contains(where: known.contains) }
      root.arguments = standard.arguments
    }
    root.name = ""
    return OptionTable(root: root, commands: commands)
  }

  private static func command(_ info: Tool.Command) -> Command {
    var options: [Option] = []
    var arguments: [Argument] = []
    for argument in info.arguments ?? [] where argument.shouldDisplay {
      let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
        .sorted { $0.count < $1.count }
      let summary = argument.abstract ?? ""
      let name = argument.valueName ?? "value"
      switch argument.kind {
      case "positional":
        let value = info.commandName == "help" ? .words(Manual.names) : value(argument)
        arguments.append(
          Argument(
            name: name, summary: summary, value: value, isOptional: argument.isOptional,
            isRepeatable: argument.isRepeating))
      case "option":
        options.append(
          Option(
            names: names, summary: summary, value: (name, value(argument)),
            isRepeatable: argument.isRepeating))
      default:
        options.append(Option(names: names, summary: summary, value: nil, isRepeatable: false))
      }
    }
    return Command(
      name: info.commandName, summary: info.abstract ?? "", details: info.discussion ?? "",
      options: options, arguments: arguments)
  }

  private static func value(_ argument: Tool.Argument) -> Value {
    if let file = argument.completionKind?.file { return .file(endings: file.extensions) }
    return argument.allValues.map { .words($0) } ?? .text
  }

  /// As the parser writes it.
  private struct Tool: Decodable {
    var command: Command

    struct Command: Decodable {
      var commandName: String
      var abstract: String?
      var discussion: String?
      var defaultSubcommand: String?
      var subcommands: [Command]?
      var arguments: [Argument]?
    }
    struct Argument: Decodable {
      var kind: String
      var shouldDisplay: Bool
      var isOptional: Bool
      var isRepeating: Bool
      var names: [Name]?
      var valueName: String?
      var allValues: [String]?
      var completionKind: Completion?
      var abstract: String?
    }
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    struct Completion: Decodable {
      var file: File?
      struct File: Decodable { var extensions: [String] }
    }
  }
}
