// Scripts: parameters, messages, blocks, tests.

import Hora
import Testing

struct ScriptTests {
  /// Results as rows and messages, in order.
  func run(_ program: String, _ arguments: Arguments = [:]) throws -> [String] {
    let network = try TestNetworks.made()
    let answer = try Environment(network: network).compile(program).run(arguments)
    return answer.pieces.flatMap { piece -> [String] in
      switch piece {
      case .message(let text): return ["says " + text]
      case .result(let result):
        return (0..<result.rowCount).map { row in
          result.columns.indices.map { result.text(row: row, column: $0) ?? "∅" }
            .joined(separator: "|")
        }
      }
    }
  }

  @Test func parametersHaveTypesAndDefaults() throws {
    let program = """
      ## how many
      param n: int = 1
      param since: date = 2012-01-01
      param who: member
      members where founded >= $since and it != $who take $n select id
      """
    #expect(try run(program, ["who": "VOICT"]).count == 1)
    #expect(try run(program, ["who": "VOICT", "n": 2]) == run(program, ["who": "1", "n": "2"]))
    let compiled = try Environment(network: TestNetworks.made()).compile(program)
    #expect(compiled.parameters.map(\.name) == ["n", "since", "who"])
    #expect(compiled.parameters[0].summary == "how many")
  }

  @Test func aScriptSaysWhatItIsFor() throws {
    let environment = Environment(network: try TestNetworks.made())
    let parted = try environment.compile(
      "#!/usr/bin/env hora\n## Who is where.\n##\n## By city.\n\n## how many\nparam n: int = 1\nmembers take $n"
    )
    #expect(parted.summary == "Who is where.\n\nBy city.")
    #expect(parted.parameters[0].summary == "how many")
    #expect(parted.parameters[0].defaultText == "1")
    // What touches a statement is the statement's; what an empty line parts from it is not.
    let touching = try environment.compile("## how many\nparam n: int\nmembers take $n")
    #expect(touching.summary == "")
    #expect(touching.parameters[0].summary == "how many")
    #expect(touching.parameters[0].defaultText == nil)
    let head = try environment.compile("## Who.\n\nparam n: int\nmembers take $n")
    #expect(head.summary == "Who." && head.parameters[0].summary == "")
  }

  @Test(
    arguments: [
      (["n": "x"], 532), ([:], 530), (["who": "VOICT", "m": 1], 531), (["who": "nobody"], 510),
      (["who": "VOICT", "n": .decimal(1.5)], 532),
    ] as [(Arguments, Int)])
  func wrongArgumentsAreErrors(_ arguments: Arguments, _ code: Int) throws {
    do {
      _ = try run("param n: int = 1\nparam who: member\nmembers where it = $who take $n", arguments)
      Issue.record("runs")
    } catch let error as ProgramError {
      #expect(error.diagnostic?.code.number == code)
    }
  }

  @Test func aParameterIsAValueAndNeverText() throws {
    let program = "param c: text\ncount(members where country = $c)"
    #expect(try run(program, ["c": "Serbia"]) == ["3"])
    #expect(try run(program, ["c": "x\" or true or name = \""]) == ["0"])
    #expect(
      try run("param cs: [text]\ncount(members where country in $cs)", ["cs": ["RS", "BG"]])
        == run("count(members where country in [\"RS\", \"BG\"])"))
  }

  @Test func printsMessages() throws {
    #expect(
      try run("let n = count(members)\nprint \"{n} members, {{braces}}\"")
        == ["says 12 members, {braces}"])
  }

  @Test func branches() throws {
    let program =
      "param n: int\nif $n > 1 { print \"many\" } else if $n = 1 { print \"one\" } else { print \"none\" }"
    #expect(try run(program, ["n": 2]) == ["says many"])
    #expect(try run(program, ["n": 1]) == ["says one"])
    #expect(try run(program, ["n": 0]) == ["says none"])
  }

  @Test func loopsOverRows() throws {
    let program = """
      for c in countries where region = "Western Balkans" {
        let there = members where country = c
        print "{c}: {count(there)}"
      }
      """
    let wanted = try run(
      "countries where region = \"Western Balkans\" select t = name, n = count(members)"
    ).map { "says " + $0.split(separator: "|").joined(separator: ": ") }
    #expect(try run(program) == wanted)
    #expect(wanted.count > 1)
  }

  @Test func aLetIsComputedBeforeTheLoopAndStays() throws {
    #expect(
      try run("let all = count(members)\nfor x in [1, 2] { print \"{x} of {all}\" }")
        == ["says 1 of 12", "says 2 of 12"])
  }

  @Test func assertsAndExpects() throws {
    #expect(
      try run("assert count(members) = 12, \"count\"\nmembers take 1 select id expect 1 rows") == [
        "1"
      ])
    for (program, says) in [
      ("assert 1 = 2, \"one is not {1 + 1}\"", "one is not 2"),
      ("members where size > 100 expect none, \"{name} is large\"", "no rows are expected"),
      ("members where size < 0 expect some", "some rows are expected"),
      ("members expect size > 30", "rows are not as expected"), ("members expect 3 rows", "3 rows"),
    ] {
      do {
        _ = try run(program)
        Issue.record("\(program) passes")
      } catch let error as ProgramError {
        #expect(
          error.diagnostic?.message.contains(says) == true,
          "\(program): \(String(describing: error.diagnostic))")
      }
    }
  }

  @Test func testsRunByThemselves() throws {
    let network = try TestNetworks.made()
    let program = try Environment(network: network).compile(
      """
      test "holds" { assert count(members) > 1 }
      test "fails" { members expect none, "{name}" }
      test "goes on" { members where size < 0 expect none }
      """)
    let results = try program.runTests()
    #expect(results.map(\.name) == ["holds", "fails", "goes on"])
    #expect(results.map { $0.failure == nil } == [true, false, true])
    #expect(results[1].failure?.notes.first == "VOICT")
    #expect(try program.run().pieces.isEmpty)
  }

  @Test func showIsOfTheStatement() throws {
    let network = try TestNetworks.made()
    let answer = try Environment(network: network).compile("members take 1 select id show csv")
      .run()
    #expect(answer.results.map(\.format) == [.csv])
    #expect(throws: CompileError.self) { try run("let a = (members show csv)\na") }
  }

  @Test func namesOfABlockEndWithIt() throws {
    #expect(throws: CompileError.self) { try run("if true { let x = 1 }\nx") }
  }
}
