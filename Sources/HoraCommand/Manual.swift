// Comes in: a word. Goes out: the pages of the manual that bear it as their name, and all topics by group.
// A page's name is its file's, its group its folder.

import Hora

enum Manual {
  struct Group {
    var title: String
    /// What one page of it is: "a clause".
    var kind: String
    var folder: String
    var pages: [Documentation.Page] { Documentation.pages(in: folder) }
  }

  static let groups = [
    Group(title: "To begin", kind: "a guide", folder: ""),
    Group(title: "Topics", kind: "a topic", folder: "topics/"),
    Group(title: "Reference", kind: "a chapter of the reference", folder: "reference/"),
    Group(title: "Clauses", kind: "a clause", folder: "reference/clauses/"),
    Group(title: "Statements", kind: "a statement", folder: "reference/statements/"),
    Group(title: "Functions", kind: "a function", folder: "reference/functions/"),
  ]

  /// The pages of a name, in the order of the groups. `functions/count` names the one in that folder.
  static func pages(named word: String) -> [(group: Group, page: Documentation.Page)] {
    let wanted = "/" + word.lowercased().replacing("_", with: "-") + ".md"
    return groups.flatMap { group in
      group.pages.filter { ("/" + $0.path).replacing("_", with: "-").hasSuffix(wanted) }
        .map { (group, $0) }
    }
  }

  static var names: [String] { groups.flatMap { $0.pages.map(\.name) } }

  /// The page of a word; where several bear it, what each is, then all of them.
  static func text(_ word: String) -> String? {
    let found = pages(named: word)
    guard found.count > 1 else { return found.first?.page.text }
    let kinds = found.map(\.group.kind)
    let list = kinds.dropLast().joined(separator: ", ") + " and " + (kinds.last ?? "")
    return "`\(word)` is \(list).\n\n" + found.map(\.page.text).joined(separator: "\n")
  }

  /// What `hora help` prints.
  static func contents(commands: [(name: String, summary: String)]) -> String {
    var text =
      "# The manual\n\n`hora help TOPIC` prints a page, `hora help COMMAND` the options of a "
    text += "command, `hora explain CODE` what a message means.\n\n# Commands\n\n"
    let width = commands.map(\.name.count).max() ?? 0
    for command in commands { text += "- \(command.name.padded(to: width)) \(command.summary)\n" }
    for group in groups {
      text += "\n# \(group.title)\n\n\(group.pages.map(\.name).joined(separator: "  "))\n"
    }
    return text
  }
}
