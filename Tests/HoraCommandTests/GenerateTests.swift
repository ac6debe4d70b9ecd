// The man page and the completions: every option of every command is in them, and each shell that is at hand
// reads its own.

import Foundation
import Testing

/// All options and commands, as the parser of arguments tells them by itself.
private func wordsOfTheParser(_ folder: Folder) throws -> (options: Set<String>, commands: [String])
{
  let dump = try folder.hora(["--experimental-dump-help"]).output
  let tool = try #require(
    try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any])
  let root = try #require(tool["command"] as? [String: Any])
  let commands = (root["subcommands"] as? [[String: Any]]) ?? []
  let arguments = commands.flatMap { $0["arguments"] as? [[String: Any]] ?? [] }
  let names = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }
  let options = names.compactMap { name -> String? in
    guard let text = name["name"] as? String else { return nil }
    return (name["kind"] as? String == "short" ? "-" : "--") + text
  }
  return (Set(options), commands.compactMap { $0["commandName"] as? String })
}

@Test(arguments: ["man", "bash", "zsh", "fish"])
func everyOptionIsGenerated(_ kind: String) throws {
  let folder = try Folder()
  let (options, commands) = try wordsOfTheParser(folder)
  #expect(options.count > 15 && commands.contains("report") && commands.contains("generate"))
  let answer = try folder.hora(["generate", kind])
  #expect(answer.code == 0 && answer.errors.isEmpty)
  for option in options {
    let written =
      switch kind {
      case "man": option.replacing("-", with: "\\-")
      case "fish" where option.hasPrefix("--"): "-l \(option.dropFirst(2)) "
      case "fish": "-s \(option.dropFirst()) "
      default: option
      }
    #expect(answer.output.contains(written), "\(option)")
  }
  for command in commands { #expect(answer.output.contains(command), "\(command)") }
}

/// The page of `--help` and the chapter of the manual are written by hand.
@Test func everyOptionIsTold() throws {
  let folder = try Folder()
  let (_, commands) = try wordsOfTheParser(folder)
  let pages = try [["--help"], ["help", "command-line"]].map { try folder.hora($0).output }
  let dump = try folder.hora(["help", "run"]).output
  let options = dump.split(whereSeparator: { " ,\n|[]<>()".contains($0) }).filter {
    $0.hasPrefix("--") && $0.count > 2
  }
  #expect(options.count > 10)
  for page in pages {
    for option in options { #expect(page.contains(option), "\(option)") }
    for command in commands where command != "run" {
      #expect(page.contains("hora \(command)"), "\(command)")
    }
  }
}

@Test(arguments: [("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish -n")])
func shellsReadTheirCompletions(_ shell: String, _ reads: String) throws {
  let folder = try Folder()
  let answer = try folder.shell(
    "command -v \(shell) >/dev/null || exit 0; hora generate \(shell) >c && \(reads) c")
  #expect(answer.code == 0 && answer.output.isEmpty && answer.errors.isEmpty, "\(answer)")
}

@Test func theManPageIsWithoutFault() throws {
  let folder = try Folder()
  for (tool, line) in [
    ("groff", "groff -man -ww -Tutf8 p >/dev/null"), ("mandoc", "mandoc -T lint -W warning p"),
  ] {
    let answer = try folder.shell(
      "command -v \(tool) >/dev/null || exit 0; hora generate man >p && \(line)")
    #expect(answer.code == 0 && answer.output.isEmpty && answer.errors.isEmpty, "\(answer)")
  }
  let page = try folder.hora(["generate", "man"]).output
  for word in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "PAGER", "XDG_STATE_HOME", "history"] {
    #expect(page.contains(word), "\(word)")
  }
  for code in ["0", "1", "2", "3", "4", "130", "141"] { #expect(page.contains("\n.B \(code)\n")) }
}

/// What bash offers behind words that were typed.
@Test(arguments: [
  ("hora ''", "check"), ("hora --fo", "--format"), ("hora --format js", "json"),
  ("hora --format = nd", "ndjson"), ("hora fmt --di", "--diff"),
  ("hora --color never expl", "explain"),
  ("hora -o check --er", "--errors"), ("hora help missing", "missing-values"),
  ("hora generate z", "zsh"), ("hora check -- --d", "--data"),
])
func bashCompletes(_ line: String, _ offered: String) throws {
  let folder = try Folder()
  let words = line.split(separator: " ").joined(separator: " ")
  let script = """
    command -v bash >/dev/null || { echo \(offered); exit 0; }
    hora generate bash >c
    bash -c '. ./c; COMP_WORDS=(\(words.replacing("''", with: "\"\""))); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _hora; printf "%s\\n" "${COMPREPLY[@]}"'
    """
  let answer = try folder.shell(script)
  #expect(
    answer.errors.isEmpty && answer.output.split(separator: "\n").contains { $0 == offered },
    "\(answer)")
}

@Test func bashLeavesFilesToItself() throws {
  let folder = try Folder()
  for words in ["hora -o x", "hora --data x", "hora script.hora x"] {
    let answer = try folder.shell(
      """
      command -v bash >/dev/null || exit 0
      hora generate bash >c
      bash -c '. ./c; COMP_WORDS=(\(words)); COMP_CWORD=2; _hora; echo ${#COMPREPLY[@]}' | grep -v '^0$'; :
      """)
    #expect(answer.output.isEmpty && answer.errors.isEmpty, "\(answer)")
  }
}
