// Comes in: what a `cover` met with in a run. Goes out: its message.

extension RunMessage {
  /// - Parameter parts: needs and rules, as they are shown.
  static func impossible(_ parts: [String], at range: TextRange) -> RunIssue {
    let words =
      parts.count == 1
      ? "\(parts[0]) cannot be met"
      : parts.dropLast().joined(separator: ", ") + " and \(parts[parts.count - 1]) cannot be met "
        + "together"
    return RunIssue(
      code: "H0560", message: words + " by these rows",
      help: parts.count == 1 ? [] : ["without any one of them, the others can be"], range: range)
  }

  static func uncovered(
    _ needs: [(name: String, found: Int, count: Int)], at range: TextRange
  ) -> RunIssue {
    let words = needs.map { need in
      need.found == 0
        ? "no row covers \"\(need.name)\""
        : "\(need.found == 1 ? "only 1 row covers" : "only \(need.found) rows cover") "
          + "\"\(need.name)\", of \(need.count) asked for"
    }
    return RunIssue(code: "H0561", message: words.joined(separator: "; "), range: range)
  }

  static func notProven(
    _ answer: CoverAnswer, hasWishes: Bool, at range: TextRange
  ) -> RunIssue {
    let bound = "no set has fewer than \(answer.fewestRows) rows"
    let words =
      answer.sets.isEmpty
      ? "no set was found, and there may be one; \(bound)"
      : hasWishes
        ? "the set may not be the best"
        : answer.sets[0].rows.count == answer.fewestRows
          ? "the number of rows is the least; a set of as many may be preferred"
          : "the set may not be the least; \(bound)"
    return RunIssue(
      code: "H0562", message: "the search stopped after \(answer.nodes) steps: \(words)",
      help: ["a `where` before it, or a `max`, leaves less to search"], range: range)
  }

  static func withoutCost(_ rows: Int, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0563",
      message: "\(rows) \(rows == 1 ? "row has" : "rows have") no cost from 0 upwards and "
        + "cannot be chosen under a budget", range: range)
  }

  static func unchecked(_ rows: Int, _ rule: String, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0564",
      message: "\(rows) \(rows == 1 ? "row is" : "rows are") in countries whose status under "
        + "\"\(rule)\" is unchecked; they count for nothing in that rule", range: range)
  }

  static func badNeed(_ name: String, at range: TextRange) -> RunIssue {
    RunIssue(
      code: "H0565",
      message: "the `count` of \"\(name)\" must be 1 or more, and its `weight` not below 0",
      range: range)
  }
}
