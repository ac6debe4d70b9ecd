// Comes in: the table of options. Goes out: completions for fish. Which command is typed is found word by word, as
// the command itself does: the value of an option is none, and behind a script there is none.

enum FishCompletion {
  static func text(_ table: OptionTable) -> String {
    var lines = [
      """
      # Completions of hora for fish, written by `hora generate fish`.
      function __hora_command
        set -l words (commandline -opc)
        set -l at 2
        while test $at -le (count $words)
          switch $words[$at]
            case \(table.namesWithValue.joined(separator: " "))
              set at (math $at + 1)
            case \(table.commands.map(\.name).joined(separator: " "))
              echo $words[$at]
              return
            case '-*'
            case '*'
              echo script
              return
          end
          set at (math $at + 1)
        end
        echo none
      end
      """
    ]
    for command in table.commands {
      lines.append(
        "complete -c hora -n \(place("none")) -a \(command.name) -d \(quoted(command.summary))")
    }
    lines += options(table.root, "none")
    for command in table.commands {
      lines += options(command, command.name)
      if case .words(let words)? = command.arguments.first?.value {
        lines.append(
          "complete -c hora -n \(place(command.name)) -f -a \(quoted(words.joined(separator: " ")))"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func options(_ command: OptionTable.Command, _ name: String) -> [String] {
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
      return "complete -c hora -n \(place(name)) \(names)\(value) -d \(quoted(option.summary))"
    }
  }

  private static func place(_ command: String) -> String {
    quoted("test (__hora_command) = \(command)")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
