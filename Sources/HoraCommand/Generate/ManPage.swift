// Comes in: the table of options, and the page of the manual about the command line, which has the tables of
// variables and exit codes. Goes out: the man page, in the macros of man(7).

import HoraRender

enum ManPage {
  static func text(_ table: OptionTable) -> String {
    var lines = [
      ".TH HORA 1 \(HelpPage.day) \"hora \(HelpPage.version)\" \"User Commands\"",
      ".SH NAME", "hora \\- \(line(HoraCommand.configuration.abstract))",
      ".SH SYNOPSIS",
    ]
    for line in synopsis { lines += [".B hora", line, ".br"] }
    lines.removeLast()
    lines += [
      ".SH DESCRIPTION",
      line(
        "Answers queries over a network of organisations, projects and competences: one that is built in, or tables in a folder. Without a query and without a script it prompts, where there is a terminal; else it reads a script from standard input. Options stand before the script; what follows the script belongs to it."
      ),
      ".PP",
      line("Data goes to standard output, everything else to standard error."),
      ".SH OPTIONS",
    ]
    lines += options(table.root.options)
    lines.append(".SH COMMANDS")
    for command in table.commands {
      let arguments = command.arguments.map { argument in
        let name = "\\fI\(inline(argument.name))\\fR" + (argument.isRepeatable ? " ..." : "")
        return argument.isOptional ? "[\(name)]" : name
      }
      lines.append(
        ".SS \"hora \((["\\fB\(command.name)\\fR"] + arguments).joined(separator: " "))\"")
      lines.append(line(command.summary))
      if !command.details.isEmpty {
        lines.append(line(command.details.replacing("\n", with: " ")))
      }
      // What is told above is only named.
      let above = Set(table.root.options.flatMap(\.names))
      let isAbove = { (option: OptionTable.Option) in option.names.contains(where: above.contains) }
      lines += options(command.options.filter { !isAbove($0) })
      let names = command.options.filter(isAbove).compactMap(\.names.last).map { "`\($0)`" }
      lines += [".PP", line("Takes, as above, \(names.joined(separator: ", ")).")]
    }
    for (heading, title) in [
      ("Variables", "ENVIRONMENT"), ("Files", "FILES"), ("Exit codes", "EXIT STATUS"),
    ] {
      lines.append(".SH \(title)")
      for (name, means) in rows(under: heading) {
        lines += [".TP", ".B " + inline(name), line(means)]
      }
    }
    lines += [
      ".SH EXAMPLES", ".EX", "hora \\-c \\(aqmembers where country = \"Serbia\"\\(aq",
      "hora \\-\\-data folder \\-\\-format csv \\-c \\(aqmembers select name\\(aq",
      "hora report text.md \\-o page.html", ".EE", ".SH SEE ALSO",
      line("`hora help` prints the manual, `hora explain` what a message means."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let synopsis = [
    "[\\fIoptions\\fR] [\\fB\\-c\\fR \\fIquery\\fR ...]",
    "[\\fIoptions\\fR] \\fIscript\\fR [\\fIoptions of the script\\fR]",
    "\\fIcommand\\fR [\\fIoptions\\fR] ...",
  ]

  private static func options(_ options: [OptionTable.Option]) -> [String] {
    options.flatMap { option -> [String] in
      let value = option.value.map { " \\fI\(inline($0.name))\\fR" } ?? ""
      let names = option.names.map { "\\fB\(inline($0))\\fR" }.joined(separator: ", ")
      var text = [".TP", names + value, line(option.summary)]
      if case .words(let words)? = option.value?.kind, !option.summary.contains(words[0]) {
        text.append(line("One of \(words.joined(separator: ", "))."))
      }
      return text
    }
  }

  /// The rows of a table in the page of the command line.
  private static func rows(under heading: String) -> [(name: String, means: String)] {
    guard let page = Documentation.page("reference/command-line.md") else { return [] }
    let lines = page.text.split(separator: "\n").drop { $0 != "## \(heading)" }.dropFirst()
    return lines.prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("|") }.dropFirst(2).map {
      let cells = MarkdownText.cells(String($0))
      return (cells.first ?? "", cells.last ?? "")
    }
  }

  /// Text, in lines that are read with ease; nothing in it is a request.
  private static func line(_ text: String) -> String {
    broken(inline(text), width: 78).map { line in
      line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }.joined(separator: "\n")
  }

  /// Markdown as man(7) writes it.
  private static func inline(_ text: String) -> String {
    var out = ""
    var isCode = false
    for letter in MarkdownText.plain(text) {
      switch letter {
      case "`":
        isCode.toggle()
        out += isCode ? "\\fB" : "\\fR"
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "…": out += "..."
      default: out.append(letter)
      }
    }
    return out
  }
}
