// The table of invocations: words in, both streams and the exit code out.

import Foundation
import Testing

/// What a stream should hold.
enum Expected: Sendable {
  case nothing
  case exactly(String)
  case holding([String])

  func meets(_ text: String) -> Bool {
    switch self {
    case .nothing: text.isEmpty
    case .exactly(let wanted): text == wanted
    case .holding(let parts): parts.allSatisfy { text.contains($0) }
    }
  }
}

struct Invocation: Sendable, CustomTestStringConvertible {
  var words: [String]
  var input: String?
  var out: Expected
  var err: Expected
  var code: Int32

  init(
    _ words: [String], input: String? = nil, out: Expected = .nothing, err: Expected = .nothing,
    code: Int32 = 0
  ) {
    self.words = words
    self.input = input
    self.out = out
    self.err = err
    self.code = code
  }

  var testDescription: String { "hora " + words.joined(separator: " ") }
}

private let data = ["--data", "small"]
private let csv = data + ["--format", "csv"]
private let allRows = """
  id,name,country,size,rate,tags
  1,"Alfa, ""A""\",Serbia,10,0.1,x; y
  2,Beta,Serbia,,1e+21,x
  3," Gamma ",Bulgaria,3,2.5,
  4,,,,,y; x

  """

private let answers: [Invocation] = [
  // Queries.
  Invocation(data + ["-c", "count(members)"], out: .exactly("4\n")),
  Invocation(data + ["-c", "count(members)", "-c", "count(projects)"], out: .exactly("4\n2\n")),
  Invocation(["--command=1 + 1"], out: .exactly("2\n")),
  Invocation(["-c", "-1"], out: .exactly("-1\n")),
  // Scripts.
  Invocation(
    csv + ["names.hora"], out: .exactly("name\n\"Alfa, \"\"A\"\"\"\nBeta\n\" Gamma \"\n\n")),
  Invocation(data + ["two.hora"], out: .exactly("4\n2\n")),
  Invocation(data + ["-f", "two.hora"], out: .exactly("4\n2\n")),
  Invocation(data + ["--file", "two.hora"], out: .exactly("4\n2\n")),
  Invocation(data + ["--", "two.hora"], out: .exactly("4\n2\n")),
  Invocation(
    data + ["-c", "1", "-f", "two.hora", "-c", "3", "-f", "-"], input: "5",
    out: .exactly("1\n4\n2\n3\n5\n")),
  // What fails ends the command, unless it is to go on.
  Invocation(
    ["-c", "1", "-c", "none", "-c", "3"], out: .exactly("1\n"), err: .holding(["H0301"]), code: 3),
  Invocation(
    ["--keep-going", "-c", "1", "-c", "none", "-c", "3", "-c", "param n: int\n$n"],
    out: .exactly("1\n3\n"), err: .holding(["H0301", "H0788"]), code: 3),
  Invocation(data + ["run", "two.hora"], err: .holding(["H0713", "hora run"]), code: 2),
  Invocation(["run", "--data", "small", "two.hora"], out: .exactly("4\n2\n")),
  // Standard input.
  Invocation(data, input: "count(members)\n", out: .exactly("4\n")),
  Invocation(data + ["-"], input: "count(members)", out: .exactly("4\n")),
  Invocation(data + ["-f", "-"], input: "count(members)", out: .exactly("4\n")),
  Invocation(data, input: "", err: .holding(["note[H0706]", "<standard input> has no query"])),
  Invocation(data, input: " # nothing\n;\n", err: .holding(["note[H0706]"])),
  // Data.
  Invocation(["--data", "small/members.csv", "-c", "count(members)"], out: .exactly("4\n")),
  Invocation(
    ["--data", "small/members.csv", "--data", "small/countries.csv", "-c", "count(countries)"],
    out: .exactly("2\n")),
  Invocation(
    ["--data", "-", "--format", "csv", "-c", "input"], input: "id,name\n1,A\n",
    out: .exactly("id,name\n1,A\n")),
  Invocation(
    ["--data", "small", "names.hora", "--format", "csv"], err: .holding(["H0785", "--format"]),
    code: 2),
  // Formats.
  Invocation(csv + ["-c", "members"], out: .exactly(allRows)),
  Invocation(
    csv + ["-c", "members select name, projects, e = trim(\" \"), n = size * 1.5"],
    out: .exactly(
      """
      name,projects,e,n
      "Alfa, ""A""\",ONE; TWO,"",15
      Beta,ONE,"",
      " Gamma ",,"",4.5
      ,,"",

      """)),
  Invocation(
    data + ["--format", "json", "-c", "members take 2", "-c", "members where false"],
    out: .exactly(
      """
      [
        {"id": 1, "name": "Alfa, \\"A\\"", "country": "Serbia", "size": 10, "rate": 0.1, \
      "tags": ["x", "y"]},
        {"id": 2, "name": "Beta", "country": "Serbia", "size": null, "rate": 1e+21, "tags": ["x"]}
      ]
      []

      """)),
  Invocation(
    data + ["--format=ndjson", "-c", "members skip 2 select name, tags, projects.start"],
    out: .exactly(
      """
      {"name": " Gamma ", "tags": [], "projects.start": []}
      {"name": null, "tags": ["y", "x"], "projects.start": []}

      """)),
  Invocation(
    data + ["--format", "table", "-c", "members take 3"],
    out: .exactly(
      """
      id  name       country   size   rate  tags
      ──  ─────────  ────────  ────  ─────  ────
       1  Alfa, "A"  Serbia      10    0.1  x; y
       2  Beta       Serbia          1e+21  x
       3   Gamma     Bulgaria     3    2.5

      """), err: .exactly("3 rows\n")),
  Invocation(
    csv + ["-c", "0.1 + 0.2", "-c", "1 / 3", "-c", "1e15 * 1.0", "-c", "1 / 100000"],
    out: .exactly(
      "0.1 + 0.2\n0.30000000000000004\n1 / 3\n0.3333333333333333\n1e15 * 1.0\n"
        + "1000000000000000\n1 / 100000\n0.00001\n")),
  // Colours and messages.
  Invocation(
    data + ["--color", "always", "-c", "countries take 1"],
    out: .exactly(
      "\u{1B}[1mcode  name\u{1B}[0m\n\u{1B}[2m────  ──────\u{1B}[0m\nRS    Serbia\n"),
    err: .exactly("1 row\n")),
  Invocation(
    ["--color", "always", "-c", "members wher country"], err: .holding(["\u{1B}["]), code: 3),
  Invocation(
    ["--color=never", "-c", "members wher country"], err: .holding(["error[H0212]: `wher`"]),
    code: 3),
  Invocation(
    data + ["broken.hora"],
    err: .exactly(
      """
      error[H0212]: `wher` is not known here; did you mean `where`?
       --> broken.hora:1:9
        |
      1 | members wher country
        |         ^^^^
        = help: write where
        | members where country


      """), code: 3),
  Invocation(
    data + ["--errors", "json", "broken.hora"],
    err: .holding([
      #"{"code":"H0212","severity":"error""#, #""file":"broken.hora""#, #""line":1,"column":9"#,
    ]), code: 3),
  Invocation(
    data + ["-c", "members where cuntry = \"RS\""], err: .holding(["error[H0", "`country`"]),
    code: 3),
  Invocation(
    data + ["-c", "count(members)", "-c", "1 +"], out: .exactly("4\n"),
    err: .holding(["<query 2>:1:"]), code: 3),
  // Strict.
  Invocation(
    data + ["doubtful.hora"], out: .holding(["id"]),
    err: .holding(["warning[H0513]", "doubtful.hora:1:22", "\"Beta\"", "0 rows"])),
  Invocation(
    data + ["--strict", "doubtful.hora"], err: .holding(["error[H0513]", "\"Beta\""]), code: 1),
  Invocation(data + ["-c", "1 / 0"], out: .exactly("\n"), err: .holding(["division by zero"])),
  Invocation(
    data + ["--strict", "-c", "1 / 0"], err: .holding(["error[H0501]", "division by zero"]), code: 1
  ),
  Invocation(["--strict", "-c", "count(clusters)"], err: .holding(["H0301"]), code: 3),
  Invocation(["--strict", "-c", "1 + 1"], out: .exactly("2\n")),
  Invocation(
    data + ["-c", "members[\"Delta\"]"], err: .holding(["error[H0510]", "Delta"]), code: 1),
  // Other commands.
  Invocation(["check", "two.hora"]),
  Invocation(["check", "--data", "small", "-"], input: "members take 1"),
  Invocation(["check", "broken.hora"], err: .holding(["H0212", "broken.hora:1:9"]), code: 3),
  Invocation(
    ["check", "nowhere.hora"], err: .holding(["H0704", "nowhere.hora", "help:"]), code: 2),
  Invocation(["validate", "small"], out: .exactly("no faults\n")),
  Invocation(["validate"], out: .holding(["H0649", "balkan-black-sea/members.csv:"])),
  Invocation(["validate", "--strict"], out: .holding(["H0649"]), code: 4),
  Invocation(["validate", "nowhere"], err: .holding(["H0602", "nowhere", "help:"]), code: 4),
  Invocation(
    ["describe", "small"],
    out: .holding(["\"$schema\"", "\"path\": \"members.csv\"", "\"primaryKey\": \"id\""])),
  Invocation(
    ["describe", "--summary", "small"], out: .holding(["members: 4 rows; key id; shown by name"])),
  Invocation(
    ["dump", "tokens", "members take 2"],
    out: .exactly("1:1 name members\n1:9 name take (word)\n1:14 integer 2\n1:15 endOfText\n")),
  Invocation(
    ["dump", "tree", "-"], input: "members take 2", out: .holding(["takeClause", "nameReference"])),
  Invocation(
    ["dump", "plan", "--data", "small", "members take 2"], out: .holding(["scan members", "take"])),
  Invocation(
    ["dump", "tree", "members take"], out: .holding(["script"]), err: .holding(["error["]), code: 3),
  Invocation(["--version"], out: .exactly("hora 0.1.0\n")),
  Invocation(["-c", "1", "--version"], out: .exactly("hora 0.1.0\n")),
  Invocation(["--help"], out: .holding(["hora -c 'members where country", "Exit codes: 0 fine"])),
  Invocation(["-h"], out: .holding(["Exit codes: 0 fine"])),
  Invocation(["help"], out: .holding(["hora help TOPIC", "Clauses", "where", "missing-values"])),
  Invocation(["run", "--help"], out: .holding(["Exit codes: 0 fine"])),
  Invocation(["check", "--help"], out: .holding(["--errors", "<scripts>"])),
  // Usage.
  Invocation(
    ["--nope"], err: .holding(["error[H0701]: there is no option --nope", "--help"]), code: 2),
  Invocation(["--fromat", "csv", "-c", "1"], err: .holding(["did you mean --format?"]), code: 2),
  Invocation(
    ["--format", "xml", "-c", "1"], err: .holding(["xml", "table", "markdown"]), code: 2),
  Invocation(
    ["--format", "xml", "-c", "1", "--errors", "json"], err: .holding(["{\"code\":\"H0700\""]),
    code: 2),
  Invocation(["-c"], err: .holding(["H0700", "-c"]), code: 2),
  Invocation(["-c", "1", "two.hora"], err: .holding(["H0702", "two.hora"]), code: 2),
  Invocation(["-c", "1", "-f", "a.hora", "b.hora"], err: .holding(["H0702", "b.hora"]), code: 2),
  Invocation(["members take 3"], err: .holding(["H0704", "a query stands behind -c"]), code: 2),
  Invocation(["--data", "-"], input: "id\n1\n", err: .holding(["H0703", "-c"]), code: 2),
  Invocation(["--data", "-", "-"], input: "id\n1\n", err: .holding(["H0703"]), code: 2),
  Invocation(
    ["dump", "trees", "1"], err: .holding(["trees", "'tokens', 'tree' or 'plan'"]), code: 2),
  Invocation(["check"], err: .holding(["<scripts>"]), code: 2),
  Invocation(["-o", "x.xlsx", "-c", "1"], err: .holding(["H0710", ".csv"]), code: 2),
]

@Test(arguments: answers)
func invocation(_ one: Invocation) throws {
  let answer = try Folder(small).hora(one.words, input: one.input)
  #expect(answer.code == one.code, "stderr: \(answer.errors)")
  #expect(one.out.meets(answer.output), "stdout: \(answer.output)")
  #expect(one.err.meets(answer.errors), "stderr: \(answer.errors)")
}

@Test func outputGoesToAFileWhoseEndingGivesTheFormat() throws {
  let folder = try Folder(small)
  for (name, begin) in [
    ("a.csv", "id,name"), ("a.json", "[\n  {\"id\": 1"), ("a.ndjson", "{\"id\": 1"),
    ("a.jsonl", "{\"id\": 1"), ("a.txt", "id  name"), ("a", "id  name"),
  ] {
    let answer = try folder.hora(data + ["--color", "always", "-o", name, "-c", "members"])
    #expect(answer.code == 0 && answer.output.isEmpty, "\(name): \(answer)")
    #expect(try folder.text(name).hasPrefix(begin), "\(name)")
  }
  _ = try folder.hora(
    data + ["--output", "a.csv", "--format", "json", "-c", "members where false"])
  #expect(try folder.text("a.csv") == "[]\n")
  // What was there stays where a query does not run.
  let failed = try folder.hora(data + ["-o", "a.csv", "-c", "members wher"])
  #expect(failed.code == 3)
  #expect(try folder.text("a.csv") == "[]\n")
}

@Test func helpHasEveryOption() throws {
  let folder = try Folder()
  let page = try folder.hora(["--help"]).output
  for line in page.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  for word in [
    "--command", "--file", "--data", "--format", "--output", "--strict", "--color", "--errors",
    "--help", "--version", "check", "validate", "describe", "dump",
  ] { #expect(page.contains(word), "\(word)") }
}

@Test func nothingIsColouredCutOrBrokenIntoAPipe() throws {
  let long = String(repeating: "wide ", count: 100)
  let folder = try Folder(["m.csv": "id,text\n1,\(long)x\n"])
  let answer = try folder.shell("COLUMNS=40 hora --data m.csv -c m | cat")
  #expect(answer.output.contains(long + "x") && !answer.output.contains("\u{1B}"))
}
