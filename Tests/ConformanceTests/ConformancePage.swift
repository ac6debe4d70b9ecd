// Comes in: the counts. Goes out: Documentation/conformance.md, written with `HORA_UPDATE=1` and compared otherwise.

import Foundation
import Testing

enum ConformancePage {
  private static let file = CaseFiles.root.appending(path: "Documentation/conformance.md")

  static func check(_ tally: Tally) throws {
    let text = page(tally)
    if ProcessInfo.processInfo.environment["HORA_UPDATE"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let wanted = try #require(
      try? String(contentsOf: file, encoding: .utf8), "Documentation/conformance.md is not there")
    #expect(text == wanted, "the page is out of date: HORA_UPDATE=1 writes it")
    // A rule that nothing needs is no rule.
    for rule in Divergence.allCases where tally.divergences[rule] == nil {
      Issue.record("no case differs by the rule \(rule)")
    }
    for rule in ScopeRule.allCases where tally.rules[rule] == nil {
      Issue.record("no case is out of scope by the rule \(rule)")
    }
  }

  private static func rows<Rule: Hashable>(
    _ counts: [Rule: Int], _ words: (Rule) -> String
  ) -> String {
    counts.sorted { ($1.value, words($0.key)) < ($0.value, words($1.key)) }
      .map { "| \($0.value) | \(words($0.key)) |" }.joined(separator: "\n")
  }

  private static func page(_ tally: Tally) -> String {
    """
    # Other people's tests

    The openCypher TCK and the conformance tests of CEL are run on Hora. `Tests/Conformance` holds their inputs and expected values;
    `Tests/ConformanceTests` reads each case into a small tree and writes it in Hora by general rules, never by what the case expects. This
    page is written by those tests.

    Every case ends in exactly one way:

    - **passes**: Hora, asked the same, gives the same: the same values, or an error where one is expected. Numbers are compared as numbers, a date
      as the text of its day, nodes and relationships by labels, type and properties; rows in any order unless the case sorts them. Null is Hora's missing.
      An error that Hora counts as a warning is an error with `--strict`, and those cases are run so.
    - **differs on purpose**: it can be asked, and Hora's documented answer is another. The rule is recognised from the case and from Hora's
      answer or error. For queries over known values both answers are also reckoned by a small interpreter of its own, by the other language's rules and by
      Hora's, and the case fails unless both are met.
    - **out of scope**: Hora has nothing like it, by a stated rule.

    None fails.

    \(tally.table)

    ## How a case is carried over

    - An expression is asked of a network with one row. Several columns are one `select`.
    - A graph becomes two collections: nodes with their labels as a list, and links with their type and two references. A property is a field of both; a property
      that only the query names is a field without values. A step of a pattern is `each`, its conditions are `where`, and no link is walked twice in one `MATCH`.
    - `WITH` and `RETURN` are `select` or `summarize`. An aggregate's argument is made a column first, because Hora counts a value once for each entity
      it is read from, and Cypher once for each row.
    - `any`, `all`, `none` of a list compared with a number are `some`, `every`, `no`; other conditions on elements are queries over the list with a name for the
      element. Element *i* of a list is `first((list skip i take 1))`, its size the count of its rows.
    - `a XOR b` is `(not a) != (not b)`. A division of two whole numbers is the `int` of Hora's. A range with known ends that rows come from
      is written out. `null` in a condition or a sum is a field without a value; rows unwound from a list with nulls come from a table.
    - A week date is looked for in a calendar by Hora's `week`; quarters and days of the year are counted from a first day; a truncated date is cut from its text. Of a
      moment only the day is carried over, and only where only the day is asked for.

    ## Where Hora differs on purpose

    | cases | rule |
    | ---: | --- |
    \(rows(tally.divergences) { $0.words })

    ## What is out of scope

    | cases | rule |
    | ---: | --- |
    \(rows(tally.rules) { $0.words })

    """
  }
}
