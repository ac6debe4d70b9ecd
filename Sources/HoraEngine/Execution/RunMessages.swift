// Comes in: what went wrong in a run. Goes out: its message. All messages of a run stand here.

/// Something counted while running that gave missing values.
enum RunWarning: Hashable {
  case divisionByZero, overflow, notANumber, unreadableDate, unreadableNumber, tieWeight

  var code: String {
    switch self {
    case .divisionByZero: "H0501"
    case .overflow: "H0502"
    case .notANumber: "H0503"
    case .unreadableDate: "H0504"
    case .unreadableNumber: "H0505"
    case .tieWeight: "H0506"
    }
  }

  func issue(rows: Int, at range: TextRange) -> RunIssue {
    if self == .tieWeight {
      return RunIssue(
        code: code,
        message: "\(rows) \(rows == 1 ? "tie has" : "ties have") no weight above 0 and "
          + "\(rows == 1 ? "is" : "are") left out", range: range)
    }
    let what =
      switch self {
      case .divisionByZero: "division by zero"
      case .overflow: "a number too large for 64 bits"
      case .notANumber: "not a number"
      case .unreadableDate: "a text that is not a date"
      case .unreadableNumber: "a text that is not a number"
      case .tieWeight: "a tie without weight"
      }
    return RunIssue(
      code: code, message: "\(rows) \(rows == 1 ? "row" : "rows"): \(what); the value is missing",
      range: range)
  }
}

/// A value that may have been meant, and in how many rows it stands.
struct NearValue {
  var text: String
  var count: Int?
  /// What the rows are: "members".
  var rows = ""

  var shown: String {
    count.map { "\"\(text)\" (\($0)\(rows.isEmpty ? "" : " " + rows))" } ?? "\"\(text)\""
  }
}

extension RunIssue {
  fileprivate func proposing(_ values: [NearValue], for text: String) -> RunIssue {
    guard !values.isEmpty else { return self }
    var issue = self
    let shown = values.map(\.shown)
    let list =
      shown.count < 2 ? shown : [shown.dropLast().joined(separator: ", "), shown.last ?? ""]
    issue.help.insert("did you mean \(list.joined(separator: " or "))?", at: 0)
    issue.given = text
    issue.nearest = values.map(\.text)
    return issue
  }
}

enum RunMessage {
  // MARK: Networks

  static func badOption(_ name: String, _ wants: String, at range: TextRange) -> RunIssue {
    RunIssue(code: "H0550", message: "`\(name):` needs \(wants)", range: range)
  }

  static func sampled(
    _ sample: BetweennessSample, nodes: Int, at range: TextRange
  ) -> RunIssue {
    RunIssue(
      code: "H0551",
      message: "the network is too large for exact betweenness: it was computed from "
        + "\(sample.sources) of \(nodes) nodes, drawn at random",
      help: ["with a probability of 95 % no value is farther than \(sample.errorBound) off"],
      range: range)
  }

  static func notConverged(_ rounds: Int, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0552", message: "the values still changed after \(rounds) rounds",
      help: ["`rounds:` asks for more"], range: range)
  }

  static func largestPart(_ nodes: Int, _ all: Int, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0553",
      message: "the network has several parts; this is of the largest, \(nodes) of \(all) nodes",
      range: range)
  }

  static func moreWays(_ most: Int, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0554", message: "there are more ways; the first \(most) are given",
      help: ["`shortest 10` gives the ten shortest"], range: range)
  }

  // MARK: Names
  static func noSuchEntity(
    _ text: String, in collection: String, nearest: [NearValue], at range: TextRange
  ) -> RunIssue {
    RunIssue(
      code: "H0510", message: "no entity of `\(collection)` is called \"\(text)\"",
      help: text.allSatisfy(\.isNumber)
        ? ["a number in the brackets is a key; `\(collection) take 1` is the first row"]
        : nearest.isEmpty
          ? ["look among them: `\(collection) where name ~ \"…\"` finds words of names"] : [],
      range: range
    ).proposing(nearest, for: text)
  }

  static func severalEntities(
    _ text: String, in collection: String, names: [String], at range: TextRange
  ) -> RunIssue {
    RunIssue(
      code: "H0511", message: "\(names.count) entities of `\(collection)` are called \"\(text)\"",
      help: ["use the key of one: " + quoted(Array(names.prefix(5)))], range: range)
  }

  static func unknownConcept(
    _ text: String, in collection: String, nearest: [NearValue], at range: TextRange
  ) -> RunIssue {
    RunIssue(
      code: "H0512", message: "`\(collection)` has no concept with the label or code \"\(text)\"",
      help: ["`~` also finds words inside labels"], range: range
    ).proposing(nearest, for: text)
  }

  static func unknownValue(
    _ text: String, of what: String, nearest: [NearValue], known: [NearValue], at range: TextRange
  ) -> RunIssue {
    RunIssue(
      code: "H0513", message: "no value of `\(what)` is \"\(text)\"",
      help: text.contains { "*?%".contains($0) }
        ? ["`=` compares the whole text; wildcards * and ? work behind `~`"]
        : nearest.isEmpty && !known.isEmpty
          ? ["there are " + known.map(\.shown).joined(separator: ", ")] : [], range: range
    ).proposing(nearest, for: text)
  }

  static func ambiguousConcept(_ text: String, labels: [String], at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0514",
      message: "\(labels.count) concepts bear the label \"\(text)\"; it stands for all of them",
      help: ["the code picks one: " + quoted(Array(labels.prefix(5)))], range: range)
  }

  static func ambiguousName(_ text: String, keys: [String], at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0515", message: "\"\(text)\" names \(keys.count) entities; it stands for all of them",
      help: ["the key picks one: " + quoted(Array(keys.prefix(5)))], range: range)
  }

  static func conceptByWords(_ text: String, labels: [String], at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0516",
      message: "no concept is called \"\(text)\"; it was looked for in the words of the labels: "
        + (labels.isEmpty ? "none has it" : quoted(Array(labels.prefix(5)))),
      range: range)
  }

  static func badCount(_ what: String, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0517", message: "\(what) needs a whole number from 0 upwards", range: range)
  }

  static func missingArgument(_ name: String) -> RunIssue {
    RunIssue(
      code: "H0530", message: "the parameter `\(name)` has no value and no default",
      range: TextRange(start: 0, end: 0))
  }

  static func unknownArgument(_ name: String, known: [String]) -> RunIssue {
    RunIssue(
      code: "H0531", message: "there is no parameter `\(name)`",
      help: known.isEmpty ? ["the program has none"] : ["it has " + quoted(known)],
      range: TextRange(start: 0, end: 0))
  }

  static func badArgument(_ name: String, _ text: String, wants: String) -> RunIssue {
    RunIssue(
      code: "H0532", message: "`\(name)` takes \(wants), and \"\(text)\" is none",
      range: TextRange(start: 0, end: 0))
  }

  static func failedAssertion(_ message: String, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0533", message: message.isEmpty ? "what is asserted is not true" : message,
      range: range)
  }

  static func unexpected(
    _ what: String, rows: [String], count: Int, at range: TextRange
  ) -> RunIssue {
    var help = rows
    if count > rows.count { help.append("… and \(count - rows.count) more") }
    return RunIssue(code: "H0534", message: what, help: help, range: range)
  }

  static func twoInOneCell(at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0519", message: "two rows fall into one cell of `pivot`",
      help: ["`summarize` them first, by the columns that stay and the key"], range: range)
  }

  static func tooDeep(at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0522",
      message: "too many expressions, paths, lets or queries lean on each other here",
      help: ["a shorter path, or fewer `let` that use the one before, asks the same"], range: range)
  }

  static func badEdits(most: Int, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0518", message: "`fuzzy` allows 0 to \(most) edits a word", range: range)
  }

  static func quoted(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
