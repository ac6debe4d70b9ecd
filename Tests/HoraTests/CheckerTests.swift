// What the checker says of programs that are wrong: code, words, place, and fixes that hold.

import Foundation
import Hora
import Testing

struct CheckerTests {
  struct Wrong: Sendable {
    var program: String
    var code: Int
    /// A part of the message or its notes.
    var says: String
    /// The text under the caret.
    var at: String
    /// The first fix gives this program, which compiles.
    var fixed: String?
  }

  static let wrong: [Wrong] = [
    Wrong(
      program: "members where zzzzzz = 1", code: 301, says: "there are id, name, country",
      at: "zzzzzz"),
    Wrong(
      program: "membrs where size > 1", code: 301, says: "`members`", at: "membrs",
      fixed: "members where size > 1"),
    Wrong(
      program: "members where cuontry = \"Serbia\"", code: 301, says: "`country`", at: "cuontry",
      fixed: "members where country = \"Serbia\""),
    Wrong(program: "members where budget > 1", code: 301, says: "exists on projects", at: "budget"),
    Wrong(
      program: "members where projects.budgte > 1", code: 302, says: "`budget`", at: "budgte",
      fixed: "members where projects.budget > 1"),
    Wrong(
      program: "members where projects.city = \"x\"", code: 302, says: "exists on members",
      at: "city"),
    Wrong(
      program: "members select lenght(name)", code: 303, says: "`length`", at: "lenght",
      fixed: "members select length(name)"),
    Wrong(
      program: "members drop nmae", code: 304, says: "`name`", at: "nmae",
      fixed: "members drop name"),
    Wrong(program: "def f(x) = x.size\nmembers where f > 1", code: 305, says: "brackets", at: "f"),
    Wrong(program: "def f(x) = f(x)\nmembers where f(it)", code: 306, says: "f → f", at: "f"),
    Wrong(program: "members select name, city where it = 3", code: 307, says: "columns", at: "it"),
    Wrong(program: "members where name.city = \"x\"", code: 311, says: "text", at: ".city"),
    Wrong(
      program: "members where projects", code: 312, says: "exists projects", at: "projects",
      fixed: "members where exists projects"),
    Wrong(
      program: "members where size", code: 312, says: "true or false", at: "size",
      fixed: "members where exists size"),
    Wrong(
      program: "members select projects.budget + 1", code: 313, says: "sum(projects.budget)",
      at: "projects.budget", fixed: "members select sum(projects.budget) + 1"),
    Wrong(
      program: "members sort by projects", code: 313, says: "count(projects)", at: "projects",
      fixed: "members sort by count(projects)"),
    Wrong(program: "members where city = 5", code: 314, says: "int(city)", at: "city = 5"),
    Wrong(
      program: "members where size = \"5\"", code: 314, says: "without quotes", at: "size = \"5\""),
    Wrong(
      program: "members where country < \"Serbia\"", code: 314, says: "`=`, `in` and `~`",
      at: "country < \"Serbia\""),
    Wrong(
      program: "members where size ~ \"5\"", code: 315, says: "words or concepts",
      at: "size ~ \"5\""),
    Wrong(program: "members where city under \"AI\"", code: 316, says: "taxonomy", at: "city"),
    Wrong(
      program: "members where country = city", code: 317, says: "before the first row", at: "city"),
    Wrong(
      program: "members where website = missing", code: 318, says: "is missing",
      at: "website = missing", fixed: "members where website is missing"),
    Wrong(program: "members select -name", code: 319, says: "number", at: "name"),
    Wrong(program: "members select name + size", code: 320, says: "text(x)", at: "size"),
    Wrong(
      program: "members where size in [1, \"a\"]", code: 321, says: "different types",
      at: "[1, \"a\"]"),
    Wrong(
      program: "members select if size > 1 then 1 else \"a\"", code: 322, says: "different types",
      at: "if size > 1 then 1 else \"a\""),
    Wrong(
      program: "members where size > 99999999999999999999", code: 115,
      says: "9,223,372,036,854,775,807", at: "99999999999999999999"),
    Wrong(
      program: "members where founded > 2015-02-30", code: 111, says: "2015-02-30", at: "2015-02-30"
    ),
    Wrong(program: "members where founded > \"soon\"", code: 324, says: "soon", at: "\"soon\""),
    Wrong(program: "members take name", code: 334, says: "whole number", at: "name"),
    Wrong(program: "members follow size", code: 335, says: "entities", at: "size"),
    Wrong(
      program: "members union projects", code: 336, says: "one collection", at: "union projects"),
    Wrong(
      program: "members select name union (members select name, city)", code: 337,
      says: "equal columns", at: "union (members select name, city)"),
    Wrong(
      program: "members where size in (members select name, size)", code: 338, says: "one column",
      at: "members select name, size"),
    Wrong(
      program: "members select jaccard(projects, competences)", code: 314, says: "does not compare",
      at: "(projects, competences)"),
    Wrong(program: "members select length()", code: 341, says: "1 argument", at: "()"),
    Wrong(program: "members select length(size)", code: 342, says: "text", at: "size"),
    Wrong(program: "def f(x, y) = x\nmembers select f(it)", code: 343, says: "`y`", at: "(it)"),
    Wrong(program: "members select count()", code: 344, says: "summarize", at: "()"),
    Wrong(program: "members select sum(size)", code: 345, says: "over ()", at: "size"),
    Wrong(program: "members summarize sum()", code: 346, says: "sum", at: "()"),
    Wrong(program: "members pivot sise by country", code: 339, says: "column", at: "sise"),
    Wrong(
      program: "members select n = size pivot n by n union members", code: 340, says: "pivot",
      at: "union members"),
    Wrong(
      program: "members where exists projects[rank() over (sort by budget) = 1]", code: 347,
      says: "make it a column", at: "over (sort by budget)"),
    Wrong(program: "members add r = rank()", code: 348, says: "over ()", at: "rank"),
    Wrong(
      program: "members add r = rank() over (country)", code: 349, says: "sort by",
      at: "over (country)"),
    Wrong(
      program: "members add r = rca(size) over (country)", code: 350, says: "two keys",
      at: "over (country)"),
    Wrong(
      program: "members where exists projects{1,2}", code: 354, says: "partners{1,3}", at: "{1,2}"),
    Wrong(program: "members where exists partners{3,1}", code: 355, says: "wrong way", at: "{3,1}"),
    Wrong(program: "members take $n", code: 309, says: "param n", at: "$n"),
    Wrong(program: "param n: number\nmembers take $n", code: 310, says: "decimal", at: "number"),
    Wrong(
      program: "param n: int = \"x\"\nmembers take $n", code: 325, says: "a whole number",
      at: "\"x\""),
    Wrong(
      program: "let a = (members expect none)\na", code: 330, says: "own query", at: "expect none"),
    Wrong(program: "language 2\nmembers", code: 398, says: "language 1", at: "language 2"),
  ]

  @Test(arguments: wrong.indices)
  func saysWhatIsWrong(_ index: Int) throws {
    let network = try TestNetworks.made()
    let wrong = Self.wrong[index]
    let environment = Environment(network: network)
    do {
      _ = try environment.compile(wrong.program)
      Issue.record("\(wrong.program) compiles")
    } catch {
      let errors = error.diagnostics.filter { $0.severity == .error }
      #expect(errors.count == 1, "\(wrong.program): \(errors.map(\.message))")
      let first = try #require(errors.first)
      #expect(first.code.number == wrong.code, "\(wrong.program): \(first.code) \(first.message)")
      let said = ([first.message] + first.notes + first.fixIts.map(\.message)).joined(
        separator: " ")
      #expect(said.contains(wrong.says), "\(wrong.program): \(said)")
      #expect(error.source.text(in: first.range) == wrong.at, "\(wrong.program)")
      if let fixed = wrong.fixed {
        let edited = try #require(first.fixIts.first).applied(to: error.source)
        #expect(edited.text == fixed)
        _ = try environment.compile(edited)
      }
    }
  }

  /// Three independent mistakes are three messages.
  @Test func reportsEveryMistake() throws {
    let network = try TestNetworks.made()
    do {
      _ = try Environment(network: network).compile(
        "members where sise > 1 and ctiy = \"x\" and foundet > 2010")
      Issue.record("compiles")
    } catch {
      #expect(error.diagnostics.filter { $0.severity == .error }.count == 3)
    }
  }

  /// A text that no value equals is a warning with the nearest, an error under strict.
  @Test func warnsAboutUnknownValues() throws {
    let network = try TestNetworks.made()
    let program = try Environment(network: network).compile("projects where status = \"opne\"")
    let answer = try program.run()
    #expect(
      answer.diagnostics.contains { $0.code.number == 513 && $0.notes.joined().contains("open") })
    #expect(throws: ProgramError.self) { try program.run(strict: true) }
    let country = try Environment(network: network).compile("members where country = \"Srebia\"")
    #expect(try country.run().diagnostics.contains { $0.notes.joined().contains("Serbia") })
  }

  @Test func failsOnAnUnknownConceptOrEntity() throws {
    let network = try TestNetworks.made()
    for (program, code) in [
      ("members where competence under \"Cybersecurty\"", 512), ("members[\"VOIC\"]", 510),
    ] {
      do {
        _ = try Environment(network: network).compile(program).run()
        Issue.record("\(program) runs")
      } catch let error as ProgramError {
        #expect(error.diagnostic?.code.number == code)
        #expect(error.diagnostic?.notes.joined().contains("did you mean") == true)
      }
    }
  }

  /// Division by zero gives a missing value and a counted warning.
  @Test func countsWarnings() throws {
    let network = try TestNetworks.made()
    let answer = try Environment(network: network)
      .compile("members where size > 0 select x = size / 0").run()
    let count = answer.results[0].rowCount
    #expect(answer.diagnostics.contains { $0.message.hasPrefix("\(count) rows: division by zero") })
  }
}
