// `hora help`: pages of the manual, all topics, and the options of commands as before.

import Foundation
import Testing

@testable import HoraCommand

@Test func helpPrintsAPage() throws {
  let folder = try Folder()
  let answer = try folder.hora(["help", "where"])
  #expect(answer.code == 0 && answer.errors.isEmpty)
  #expect(answer.output.hasPrefix("`where CONDITION`\n"))
  #expect(!answer.output.contains("```") && !answer.output.contains("]("))
  #expect(answer.output.contains("    members where country = \"Serbia\""))
  // Not a word of Markdown's tables is left.
  let table = try folder.hora(["help", "from-sql"])
  let lines = table.output.split(separator: "\n")
  #expect(table.output.contains("──") && !lines.contains { $0.hasPrefix("|") })
  for answer in [answer, table] {
    let longest = answer.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(longest <= 84, "\(answer.output)")
  }
  let coloured = try folder.hora(["help", "--color", "always", "where"])
  #expect(coloured.output.hasPrefix("\u{1B}[1m`where CONDITION`\u{1B}[0m\n"))
}

@Test(
  arguments: [
    (["help", "missing-values"], "Missing values\n"),
    (["help", "Missing", "Values"], "Missing values\n"),
    (["help", "starts_with"], "`starts_with(text, beginning)`\n"),
    (["help", "functions/count"], "`count()`"),
    (["help", "clauses/count"], "`count`, `count by KEY, …`\n"),
    (["help", "count"], "`count` is a clause and a function.\n"),
    (["help", "tutorial"], "From nothing to a partner list\n"),
  ] as [([String], String)])
func helpFindsTopics(_ words: [String], _ beginning: String) throws {
  let answer = try Folder().hora(words)
  #expect(answer.code == 0 && answer.output.hasPrefix(beginning), "\(answer)")
}

@Test func helpListsEverything() throws {
  let folder = try Folder()
  let answer = try folder.hora(["help"])
  #expect(answer.code == 0 && answer.errors.isEmpty)
  let words = Set(answer.output.split { $0 == " " || $0 == "\n" }.map(String.init))
  let names =
    Manual.names + ["run", "check", "validate", "describe", "explain", "test", "fmt", "help"]
  #expect(Set(names).subtracting(words).sorted() == [])
  #expect(names.count > 100)
  // Every name that is listed has its page.
  for name in Manual.names { #expect(Manual.text(name) != nil, "\(name)") }
}

@Test func helpOfACommandIsItsOptions() throws {
  let folder = try Folder()
  for command in ["run", "check", "validate", "explain", "test"] {
    let answer = try folder.hora(["help", command])
    let options = try folder.hora([command, "--help"])
    #expect(answer.code == 0, "\(command)")
    if command != "run" { #expect(answer.output == options.output, "\(command)") }
  }
  #expect(try folder.hora(["help", "test"]).errors.contains("hora help statements/test"))
}

@Test func helpNamesTheNearest() throws {
  let folder = try Folder()
  let unknown = try folder.hora(["help", "sumarize"])
  #expect(unknown.code == 2 && unknown.output.isEmpty)
  #expect(unknown.errors.contains("H0725") && unknown.errors.contains("summarize"))
  let far = try folder.hora(["help", "xyzzyx"])
  #expect(far.code == 2 && far.errors.contains("`hora help` lists all"))
}

@Suite struct MarkdownTextTests {
  private func shown(_ text: String, width: Int = 30, colour: Bool = false) -> String {
    MarkdownText.shown(text, width: width, colour: colour)
  }

  @Test func paragraphsAndItemsAreWrapped() {
    #expect(
      shown("one two three four five six\nseven eight nine") == """
        one two three four five six
        seven eight nine

        """)
    #expect(
      shown("- one two three four five six seven\n- **b** and *e*, [c](d.md)\n1. x `a * b` * y")
        == """
        - one two three four five six
          seven
        - b and e, c
        1. x `a * b` * y

        """)
  }

  @Test func tablesAreAligned() {
    #expect(
      shown("| a | b |\n| --- | --- |\n| `x\\|y` | 1 |\n| long one | |") == """
        a         b
        ────────  ─
        `x|y`     1
        long one

        """)
    let wide = shown("| a | b |\n|---|---|\n| one two three four five | six seven eight nine |")
    #expect(wide.split(separator: "\n").allSatisfy { $0.count <= 30 })
    #expect(wide.contains("five") && wide.contains("nine"))
  }

  @Test func programsStandBackAndAnswersDoNot() {
    #expect(
      shown("# T\n\n```hora data=made\nmembers\n\n  take 1\n```\n\n```text\nid\n```\n") == """
        T

            members

              take 1

        id

        """)
    #expect(shown("# **T**", colour: true) == "\u{1B}[1mT\u{1B}[0m\n")
  }

  @Test(arguments: ["", "```", "| |", "|", "- ", "[", "[a](", "`", "# ", "1.", "| --- |"])
  func oddTextsDoNotTrap(_ text: String) {
    #expect(!shown(text).isEmpty)
    #expect(shown(text + "\n" + text, width: 0).hasSuffix("\n"))
  }
}
