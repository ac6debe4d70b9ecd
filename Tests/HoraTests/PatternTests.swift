// What stands right of `~`: messages with their places, what a plan shows, what a run counts.

import Hora
import Testing

struct PatternTests {
  /// Program, code, a part of the message or its notes, the text under the caret.
  static let wrong: [(String, Int, String, String)] = [
    ("members where name ~ /a(b/", 351, "this `(` is not closed", "("),
    ("members where name !~ /a\\/)/i", 351, "this `)` closes nothing", ")"),
    ("members where name ~ /šč[z-a]/", 351, "`z-a` goes downwards", "z-a"),
    ("members where name ~ /e\u{301}(/", 351, "this `(` is not closed", "("),
    ("members where name ~ /(a)\\1/", 351, "linear in the text", "\\1"),
    ("members where name ~ /a{2000}/", 351, "at most 1000", "{2000}"),
    ("members where name ~ /(?i)a/", 351, "behind the pattern", "(?i"),
    ("members where name ~ /(a{999}){99}/", 351, "too large", "/(a{999}){99}/"),
    ("competences where it ~ /a|*b/", 351, "nothing before `*`", "*"),
    ("members where every projects.title ~ /+/", 302, "title", "title"),
    ("members where size ~ /1/", 315, "`=`, `<` or `in`", "size ~ /1/"),
    ("members where size ~ fuzzy(\"1\")", 315, "words or concepts", "size ~ fuzzy(\"1\")"),
    ("members where name = fuzzy(\"a\")", 352, "right of `~`", "fuzzy"),
    ("members select fuzzy(name, 1)", 352, "similarity(a, b)", "fuzzy"),
    ("members where name ~ fuzzy(\"a\", 10)", 353, "0 to 9 edits", "10"),
    ("members where name ~ fuzzy(\"a\", -1)", 353, "0 to 9 edits", "-1"),
    ("members where name ~ fuzzy(city)", 317, "before the first row", "city"),
    ("members where name ~ fuzzy(\"a\", size)", 317, "before the first row", "size"),
    ("members where name ~ fuzzy(5)", 342, "takes text", "5"),
    ("members where name ~ fuzzy(\"a\", 1.5)", 342, "a whole number", "1.5"),
    ("members where name ~ fuzzy()", 341, "1 to 2 arguments", "()"),
    ("members where name ~ [fuzzy(\"a\"), 5]", 321, "different types", "5"),
    ("members where name ~ [fuzzy(\"a\"), city]", 317, "before the first row", "city"),
    ("members select split(name)", 341, "2 arguments", "(name)"),
    ("members select join(size, \",\")", 342, "a list of texts", "size"),
    ("members select similarity(name, 1)", 342, "takes text", "1"),
    ("members select split(projects.acronym, \"-\")", 313, "many values", "projects.acronym"),
  ]

  @Test(arguments: wrong.indices)
  func saysWhatIsWrong(_ index: Int) throws {
    let network = try TestNetworks.made()
    let (program, code, says, at) = Self.wrong[index]
    do {
      _ = try Environment(network: network).compile(program)
      Issue.record("\(program) compiles")
    } catch {
      let errors = error.diagnostics.filter { $0.severity == .error }
      #expect(errors.count == 1, "\(program): \(errors.map(\.message))")
      let first = try #require(errors.first)
      #expect(first.code.number == code, "\(program): \(first.code) \(first.message)")
      let said = ([first.message] + first.notes).joined(separator: " ")
      #expect(said.contains(says), "\(program): \(said)")
      #expect(error.source.text(in: first.range) == at, "\(program)")
    }
  }

  @Test(arguments: [
    ("members where name ~ /^S.*a/i", "regex /^S.*a/i, once a dictionary entry"),
    ("members where country ~ /^S/", "bit set of countries with /^S/"),
    ("members where competence ~ fuzzy(\"AI\")", "any neighbour in bit set of competences"),
    ("members where name ~ [\"a\", fuzzy(\"b\", 2)]", "words, once a dictionary entry"),
  ])
  func planShowsThePattern(_ program: String, _ part: String) throws {
    let network = try TestNetworks.made()
    let plan = try Environment(network: network).compile(program).plan
    #expect(plan.dump(network.schema).contains(part), "\(plan.dump(network.schema))")
  }

  /// The same program, run again and at the same time, gives the same rows.
  @Test func patternsAreSharedByRuns() async throws {
    let network = try TestNetworks.made()
    let program = try Environment(network: network).compile(
      "members where name ~ /[[šs]/i or city ~ fuzzy(\"sofja\") select id")
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try program.run().results[0].rowCount } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(counts).count == 1 && counts[0] > 0)
  }

  /// Letters that a pattern looks at are work of the run.
  @Test func searchIsCounted() throws {
    let network = try TestNetworks.made()
    let environment = Environment(network: network)
    let plain = try environment.compile("members where exists name select id").run().steps
    let searched = try environment.compile("members where name ~ /x$/ select id").run().steps
    #expect(searched > plain + 50)
    let limits = RunLimits(steps: searched - 10, rows: nil)
    #expect(throws: ProgramError.self) {
      try environment.compile("members where name ~ /x$/ select id").run(limits: limits)
    }
  }

  @Test func editsAreCheckedWhenTheyAreKnown() throws {
    let network = try TestNetworks.made()
    let program = try Environment(network: network).compile(
      "let many = 5 * 2\nmembers where name ~ fuzzy(\"a\", many)")
    do {
      _ = try program.run()
      Issue.record("runs")
    } catch {
      #expect(error.diagnostic?.code.number == 518)
    }
  }

  /// A definition called `fuzzy` is a definition.
  @Test func aDefinitionHidesFuzzy() throws {
    let network = try TestNetworks.made()
    let rows = try TestNetworks.rows(
      "def fuzzy(x) = x + \"ia\"\nmembers where city ~ fuzzy(\"Sof\") select id", network)
    #expect(rows == ["2"])
  }
}
