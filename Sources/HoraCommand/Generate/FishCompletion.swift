// Comes in: the table of options. Goes out: completions for fish.

enum FishCompletion {
  static func text(_ table: OptionTable) -> String {
    let names = table.commands.map(\.name)
    let isRoot = "not __fish_seen_subcommand_from \(names.joined(separator: " "))"
    var lines = ["# Completions of hora for fish, written by `hora generate fish`."]
    for command in table.commands {
      lines.append(
        "complete -c hora -n \(quoted(isRoot)) -a \(command.name) -d \(quoted(command.summary))")
    }
    lines += options(table.root, isRoot)
    for command in table.commands {
      let place = "__fish_seen_subcommand_from \(command.name)"
      lines += options(command, place)
      if case .words(let words)? = command.arguments.first?.value {
        lines.append(
          "complete -c hora -n \(quoted(place)) -f -a \(quoted(words.joined(separator: " ")))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func options(_ command: OptionTable.Command, _ place: String) -> [String] {
    command.options.map { option in
      let names = option.names.map { name in
        name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
      }.joined(separator: " ")
      let value =
        switch option.value?.kind {
        case .words(let words)?: " -x -a \(quoted(words.joined(separator: " ")))"
        case .file?: " -r -F"
        case .text?: " -x"
        case nil: ""
        }
      return "complete -c hora -n \(quoted(place)) \(names)\(value) -d \(quoted(option.summary))"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
