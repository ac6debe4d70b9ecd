// Sessions of the prompt without a terminal: lines in, answers and messages out. What needs a terminal is in
// Tests/Terminal.

import Foundation
import Testing

private func session(
  _ lines: [String], _ words: [String] = ["--format", "csv"], _ folder: Folder? = nil
) throws -> Answer {
  let folder = try folder ?? Folder(small)
  return try folder.hora(
    ["--data", "small", "-i"] + words, input: lines.joined(separator: "\n") + "\n")
}

@Test func theLastAnswerIsASource() throws {
  let answer = try session([
    "members where country = \"Serbia\" select id, name show csv",
    "_ select id", "_ where id = 1", "_ union _",
  ])
  #expect(answer.errors == "" && answer.code == 0, "\(answer.errors)")
  #expect(answer.output.hasSuffix("id\n1\n2\nid\n1\nid\n1\n"), "\(answer.output)")
}

@Test func whatIsNamedStaysKnown() throws {
  let answer = try session(
    [
      "let serbian = members where country = \"Serbia\"", "def twice(x) = 2 * x",
      "let n = count(serbian)",
      "twice(n)",
      // Named anew, without a warning; what was made with the old one keeps it.
      "let serbian = members take 1", "count(serbian)", "n",
      "network ties = members via projects", "ties select weight show csv",
    ], [])
  #expect(!answer.errors.contains("[H0"), "\(answer.errors)")
  #expect(answer.output == "4\n1\n2\nweight\n1\n", "\(answer.output)")
}

@Test func aMistakeNamesNothing() throws {
  let answer = try session(["let a = nosuch", "a", "1 / 0", "let b = 2", "b"])
  #expect(
    answer.errors.contains("error[H0301]: there is no collection or name `a`"), "\(answer.errors)")
  #expect(answer.output.hasSuffix("2\n"), "\(answer.output)")
}

@Test func linesGoOnUntilTheyAreWhole() throws {
  let answer = try session(
    ["count(members where (", "country = \"Serbia\"", "))", "1 +", "", "2"], [])
  #expect(answer.output == "2\n2\n", "\(answer.output)")
  #expect(answer.errors.contains("error[H0201]"))
}

@Test func commandsAnswer() throws {
  let folder = try Folder(small)
  let answer = try session(
    [
      "\\param who=Beta", "param who: text; members where name = $who select id", "\\last",
      "\\x members take 1 select id, name", "\\g out.csv", "\\g |tr a-z A-Z", "\\o more.json",
      "1 + 1",
      "\\o", "\\timing on", "3", "\\history 2", "\\quit", "4",
    ], ["--format", "csv"], folder)
  #expect(
    answer.output == """
      id
      2
      id
      2
      ── 1 ───────────────────────────────────
      id    1
      name  Alfa, "A"
      ID,NAME
      1,"ALFA, ""A""\"
      3
      3
      3
      \\history 2

      """, "\(answer.output)")
  #expect(answer.errors.contains(" ms"))
  #expect(try folder.text("out.csv") == "id,name\n1,\"Alfa, \"\"A\"\"\"\n")
  #expect(try folder.text("more.json").contains("2"))
}

@Test func aKeptScriptNeedsNothingOfTheSession() throws {
  let folder = try Folder(small)
  let answer = try folder.shell(
    """
    export XDG_DATA_HOME="$PWD"
    printf '%s\\n' 'let big = members where size > 5' 'let unused = 1' 'count(big)' '\\save big' |
      hora --data small -i && hora --data small hora/scripts/big.hora && cat hora/scripts/big.hora
    """)
  #expect(
    answer.output == "1\n1\nlet big = members where size > 5\ncount(big)\n", "\(answer.output)")
}

@Test func describesACollectionWithSamples() throws {
  let answer = try session(["\\d members", "\\values members.country"])
  #expect(answer.output.contains("size") && answer.output.contains("10, 3"), "\(answer.output)")
  #expect(answer.output.contains("Serbia,2\n"), "\(answer.output)")
}

@Test func parametersOfQueries() throws {
  let folder = try Folder(small)
  let query = "param names: [text]; members where name in $names select id"
  let answer = try folder.hora(
    [
      "--data", "small", "--format", "csv", "--param", "names=Beta", "--param", "names= Gamma ",
      "-c", query,
    ])
  #expect(answer.output == "id\n2\n3\n", "\(answer.errors)")
}
