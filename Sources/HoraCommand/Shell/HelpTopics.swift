// Comes in: a topic, or none. Goes out: what `\help` says of it: a page of the manual, what a message means,
// a command of the shell; without a topic how to begin.

import Hora

enum HelpTopics {
  static var names: [String] {
    MetaCommand.all.map(\.name) + Manual.names
  }

  static var overview: String {
    let width = MetaCommand.all.map(\.form.count).max() ?? 0
    let commands = MetaCommand.all.map { command in
      "  \(command.form)\(String(repeating: " ", count: width - command.form.count))  "
        + command.summary
    }
    return """
      Type a query and Enter:
        members where country = "Serbia" and competence ~ "AI"
        members select name, city, n = count(projects) sort by n desc take 10
        projects where acronym ~ "agri*" select acronym, title, members.country
      Tab completes words, names and values. Enter runs what is whole and begins a new line where
      more must follow. What `let`, `def` and `network` name stays known; `_` is the last answer:
        _ where n > 3

      \(commands.joined(separator: "\n"))

      \\help where tells about a clause, \\help H0301 about a message.

      """
  }

  static let keys = """
    Enter           runs a text that is whole, else begins a new line
    Alt-Enter       begins a new line
    Tab             completes; shows what fits
    Right, End      takes the dim text behind the cursor, from what was typed before
    Ctrl-C          clears the line, or stops a query
    Ctrl-D          leaves, on an empty line
    Up, Down        what was typed before
    Ctrl-R          searches what was typed before
    Ctrl-A, Ctrl-E  to the beginning, to the end
    Alt-B, Alt-F    a word back, a word on
    Ctrl-W, Ctrl-K  cuts a word, cuts to the end; Ctrl-Y puts it back
    Ctrl-_          takes back
    Ctrl-L          clears the screen
    The editor is GNU readline: ~/.inputrc changes keys, between `$if hora` and `$endif` for hora alone.

    """

  /// Nil for a topic that nobody knows.
  static func text(_ topic: String, colour: Bool) -> String? {
    let word = topic.lowercased()
    if !word.hasPrefix("\\"),
      let page = Manual.text(word)
        ?? Documentation.page("diagnostics/\(word.uppercased()).md")?.text
    {
      return MarkdownText.shown(page, width: Output.pageWidth, colour: colour)
    }
    return MetaCommand.named(word.hasPrefix("\\") ? word : "\\" + word).map {
      "\($0.form)\n  \($0.summary)\n"
    }
  }
}
