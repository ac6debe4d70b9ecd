// Goes out: what `\help` says: the list of commands, each clause with an example, pages of messages.

import Hora

enum HelpTopics {
  static var names: [String] {
    MetaCommand.all.map(\.name) + Array(clauses.keys).sorted()
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
    let name = word.hasPrefix("\\") ? word : "\\" + word
    if let clause = clauses[word] {
      return "\(clause.form)\n  \(clause.does)\n  \(clause.example)\n"
    }
    if let command = MetaCommand.named(name) { return "\(command.form)\n  \(command.summary)\n" }
    let page = Documentation.page("diagnostics/\(topic.uppercased()).md")
    return page.map { Documentation.shown($0, colour: colour) }
  }

  private struct Clause {
    var form: String
    var does: String
    var example: String
    init(_ form: String, _ does: String, _ example: String) {
      self.form = form
      self.does = does
      self.example = example
    }
  }

  private static let clauses: [String: Clause] = [
    "where": Clause(
      "where CONDITION", "keeps the rows of which it is true",
      "members where country = \"Serbia\""),
    "select": Clause(
      "select ITEM, …", "only these columns", "members select name, n = count(projects)"),
    "add": Clause(
      "add NAME = EXPRESSION, …", "columns beside those there are",
      "members add n = count(projects)"),
    "drop": Clause("drop NAME, …", "leaves columns out", "members drop city"),
    "each": Clause(
      "each [optional] PATH as NAME", "a row for each element", "members each projects as p"),
    "follow": Clause(
      "follow PATH", "goes on to related entities, each once", "members follow projects"),
    "summarize": Clause(
      "summarize ITEM, … [by KEY, …]", "one row a group",
      "members summarize n = count() by country"),
    "count": Clause(
      "count [by KEY, …]", "how many rows, most first", "members count by country"),
    "sort": Clause(
      "sort by EXPRESSION [desc], …", "an order; stable, missing last", "members sort by name"),
    "top": Clause(
      "top N [per KEY, …] by EXPRESSION [with ties]", "the N largest, of each group",
      "members top 3 per country by count(projects)"),
    "take": Clause("take N", "the first N rows", "members take 10"),
    "skip": Clause("skip N", "without the first N rows", "members skip 10 take 10"),
    "distinct": Clause(
      "distinct [EXPRESSION, …]", "the first row of each", "members select country distinct"),
    "union": Clause(
      "union SET", "rows of both", "(members take 1) union (members skip 3)"),
    "intersect": Clause(
      "intersect SET", "rows that are in both", "members intersect (members take 3)"),
    "minus": Clause(
      "minus SET", "rows that are not in the other", "members minus (members take 3)"),
    "pivot": Clause(
      "pivot VALUE by KEY", "a column for each key",
      "members summarize n = count() by country, kind pivot n by kind"),
    "sample": Clause("sample N [seed S]", "N rows drawn, the same each time", "members sample 5"),
    "expect": Clause(
      "expect CONDITION, \"MESSAGE\"", "stops where a row is otherwise",
      "members expect name is not missing, \"a member without a name\""),
    "show": Clause("show FORMAT", "how the answer is written", "members show csv"),
    "save": Clause("save \"FILE\"", "writes the answer to a file", "members save \"members.csv\""),
    "let": Clause(
      "let NAME = QUERY", "a name for rows or a value", "let big = members where size > 100"),
    "def": Clause(
      "def NAME(PARAMETER, …) = EXPRESSION", "a function", "def busy(m) = count(m.projects) > 5"),
    "network": Clause(
      "network NAME = SET via PATH [where …] [weight …]", "who is tied to whom",
      "network collab = members via projects"),
    "param": Clause(
      "param NAME: TYPE [= DEFAULT]", "a value given from outside, used as $NAME",
      "param since: date = 2020-01-01"),
  ]
}
