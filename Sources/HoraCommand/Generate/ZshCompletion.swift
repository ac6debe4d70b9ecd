// Comes in: the table of options. Goes out: completions for zsh.

enum ZshCompletion {
  static func text(_ table: OptionTable) -> String {
    let commands = table.commands
    return """
      #compdef hora
      # Completions of hora for zsh, written by `hora generate zsh`.
      _hora_first() {
        local -a commands
        commands=(
      \(commands.map { "    \(quoted($0.name + ":" + $0.summary))" }.joined(separator: "\n"))
        )
        _describe -t commands command commands
        _files -g '*.hora'
      }
      _hora() {
        local command=
        local -i at
        for ((at = 2; at < CURRENT; at++)); do
          case ${words[at]} in
            (\(table.namesWithValue.joined(separator: "|"))) (( at++ )) ;;
            (\(commands.map(\.name).joined(separator: "|"))) command=${words[at]}; break ;;
            (-*) ;;
            (*) break ;;
          esac
        done
        if [[ -n $command ]]; then
          words=("${(@)words[at,-1]}")
          (( CURRENT -= at - 1 ))
        fi
        case $command in
          ('')
            _arguments \\
      \((options(table.root) + ["'1: :_hora_first'", "'*:: :_files'"]).map { "        \($0)" }.joined(separator: " \\\n")) ;;
      \(commands.map(lines).joined(separator: "\n"))
        esac
      }
      _hora "$@"

      """
  }

  private static func lines(_ command: OptionTable.Command) -> String {
    let arguments = command.arguments.map { argument in
      quoted(
        (argument.isRepeatable ? "*" : "") + ":\(plain(argument.name)):" + action(argument.value))
    }
    let all = (options(command) + arguments).map { "        \($0)" }.joined(separator: " \\\n")
    return "    (\(command.name))\n      _arguments \\\n\(all) ;;"
  }

  private static func options(_ command: OptionTable.Command) -> [String] {
    command.options.map { option in
      let value = option.value.map { ":\(plain($0.name)):" + action($0.kind) } ?? ""
      let text = quoted("[\(plain(option.summary))]\(value)")
      let repeats = option.isRepeatable ? "'*'" : ""
      if option.names.count == 1 { return repeats + (option.names.first ?? "") + text }
      let others = option.isRepeatable ? "" : quoted("(\(option.names.joined(separator: " ")))")
      return others + repeats + "{\(option.names.joined(separator: ","))}" + text
    }
  }

  private static func action(_ value: OptionTable.Value) -> String {
    switch value {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .file(let endings) where endings.isEmpty: "_files"
    // zsh would take a single one in brackets for a qualifier.
    case .file(let endings) where endings.count == 1: "_files -g \"*.\(endings[0])\""
    case .file(let endings): "_files -g \"*.(\(endings.joined(separator: "|")))\""
    case .text: " "
    }
  }

  /// Brackets and colons mean something to `_arguments`.
  private static func plain(_ text: String) -> String {
    text.reduce(into: "") { out, letter in
      if "[]:\\".contains(letter) { out.append("\\") }
      out.append(letter)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
