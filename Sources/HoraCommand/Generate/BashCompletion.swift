// Comes in: the table of options. Goes out: completions for bash 3.2 and later. Where nothing is said, bash offers
// files by itself.

enum BashCompletion {
  static func text(_ table: OptionTable) -> String {
    let commands = table.commands.map(\.name)
    return """
      # Completions of hora for bash, written by `hora generate bash`.
      _hora() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= words= i
        # bash takes --option=value apart.
        if [ "$word" = = ]; then word=; elif [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            \(table.namesWithValue.joined(separator: "|"))) ((i++)) ;;
            \(commands.joined(separator: "|"))) command=${COMP_WORDS[i]}; break ;;
            -*|=) ;;
            *) command=script; break ;;
          esac
        done
        COMPREPLY=()
        case $before in
      \(values(table))
        esac
        case $command in
      \(lines(table.root, "\"\"", commands))
      \(table.commands.map { lines($0, $0.name, words($0)) }.joined(separator: "\n"))
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F _hora hora

      """
  }

  private static func words(_ command: OptionTable.Command) -> [String] {
    guard case .words(let words)? = command.arguments.first?.value else { return [] }
    return words
  }

  /// What stands behind an option: files, where bash offers them, or words.
  private static func values(_ table: OptionTable) -> String {
    table.optionsWithValue.map { option in
      let names = option.names.joined(separator: "|")
      guard case .words(let words)? = option.value?.kind else { return "    \(names)) return ;;" }
      return "    \(names)) COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\""
        + " -- \"$word\")); return ;;"
    }.joined(separator: "\n")
  }

  /// Options where a dash is typed, else what stands alone.
  private static func lines(
    _ command: OptionTable.Command, _ name: String, _ words: [String]
  ) -> String {
    let options = command.options.flatMap(\.names).joined(separator: " ")
    return "    \(name)) case $word in -*) words=\"\(options)\" ;; *) words=\""
      + words.joined(separator: " ") + "\" ;; esac ;;"
  }
}
