// What bad input gets: a message with its place and a cure, the right exit code, never a trap,
// never a loss that nobody is told of.

import Foundation
import Testing

struct BadCase: Sendable, CustomTestStringConvertible {
  var name: String
  var files: [String: String] = [:]
  var words: [String]
  var input: String?
  var messages: [String]
  var code: Int32
  var testDescription: String { name }
}

private func script(_ name: String, _ text: String, _ messages: [String], _ code: Int32) -> BadCase
{
  BadCase(
    name: name, files: ["s.hora": text, "m.csv": "id,sme\n1,true\n2,false\n"],
    words: ["--data", "m.csv", "--format", "csv", "s.hora"], messages: messages, code: code)
}

private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

private let deep = "error[H0220]: more than 200 brackets and blocks are open here"

private let cases: [BadCase] = [
  BadCase(
    name: "missing data", words: ["--data", "nowhere", "-c", "1"],
    messages: ["error[H0602]", "nowhere", "help:"], code: 4),
  BadCase(
    name: "ragged rows", files: ["d/m.csv": "id,name,n\n1,A\n2,B,3,4\n3,C,5\n"],
    words: ["validate", "--strict", "d"], messages: [], code: 4),
  BadCase(
    name: "ragged rows, strict", files: ["d/m.csv": "id,name,n\n1,A\n3,C,5\n"],
    words: ["--strict", "--data", "d", "-c", "1"],
    messages: ["error[H0614]", "d/m.csv:2", "help:"],
    code: 4),
  BadCase(
    name: "ragged rows are told", files: ["d e/m.csv": "id,name,n\n1,A\n2,B,3,4\n3,C,5\n"],
    words: ["--data", "d e", "-c", "count(m)"],
    messages: ["warning[H0711]: 2 faults in the data", "`hora validate 'd e'` lists them"], code: 0),
  BadCase(
    name: "unknown column",
    files: [
      "d/m.csv": "id,name\n1,A\n",
      "d/datapackage.json": #"""
      {"name": "d", "resources": [{"name": "m", "path": "m.csv", "schema": {"fields": [
        {"name": "id", "type": "string"}, {"name": "nam", "type": "string"}]}}]}
      """#,
    ], words: ["--data", "d", "-c", "1"],
    messages: ["error[H0608]", "\"nam\"", "d/m.csv:1", "did you mean \"name\"?"], code: 4),
  BadCase(
    name: "cycle in a taxonomy", files: ["d/t.csv": "id,name,parent\na,A,b\nb,B,a\nc,C,a\n"],
    words: ["--strict", "--data", "d", "-c", "1"],
    messages: ["error[H0614]", "a taxonomy has a cycle", "d/t.csv:3"], code: 4),
  BadCase(
    name: "empty file", files: ["d/m.csv": ""], words: ["--data", "d/m.csv", "-c", "1"],
    messages: ["error[H0604]: d/m.csv is empty", "help:"], code: 4),
  BadCase(
    name: "folder without data", files: ["d/readme.md": "none"], words: ["--data", "d", "-c", "1"],
    messages: ["error[H0603]: d has no data", ".csv", "help:"], code: 4),
  BadCase(
    name: "broken JSON", files: ["d/datapackage.json": "{\n  \"name\": \n}"],
    words: ["--data", "d", "-c", "1"], messages: ["error[H0605]", "d/datapackage.json:3:1"], code: 4
  ),
  BadCase(
    name: "place in JSON messages", files: ["d/datapackage.json": "{\n  \"name\": \n}"],
    words: ["--errors", "json", "--data", "d", "-c", "1"],
    messages: ["\"file\":\"d/datapackage.json\"", "\"line\":3,\"column\":1"], code: 4),
  BadCase(
    name: "folder as script", files: ["d/m.csv": "id\n1\n"], words: ["d"],
    messages: ["error[H0704]: the script d cannot be read", "help:"], code: 2),
  BadCase(
    name: "missing script", words: ["s.hora"],
    messages: ["error[H0704]: the script s.hora cannot be read", "help:"], code: 2),
  BadCase(
    name: "file in a folder that is not there", words: ["-o", "no/x.csv", "-c", "1"],
    messages: ["error[H0708]: the answer cannot be written to no/x.csv", "help:"], code: 1),
  BadCase(
    name: "folder as output", files: ["d/m.csv": "id\n1\n"],
    words: ["--format", "csv", "-o", "d", "-c", "1"], messages: ["error[H0708]", "help:"], code: 1),
  script("NUL in a script", "m\0 take 1\n", ["error[H0102]", "s.hora:1:2"], 3),
  script("empty script", "", ["note[H0706]: s.hora has no query"], 0),
  script("10,000 round brackets", times("(", 10_000) + "1" + times(")", 10_000), [deep], 3),
  script("10,000 square brackets", times("[", 10_000) + "1" + times("]", 10_000), [deep], 3),
  script("10,000 open brackets", times("(", 10_000), [deep], 3),
  script("10,000 blocks", times("if true {\n", 10_000), [deep], 3),
  script("10,000 filters", "m" + times("[m", 10_000), [deep], 3),
  script(
    "10,000 not", "m where " + times("not ", 10_000) + "sme select id", [], 0),
  script("10,000 minus", times("-", 10_000) + "1", [], 0),
  script("10,000 if", times("if true then 1 else ", 10_000) + "2", [], 0),
  script("190 brackets", times("(1 + ", 190) + "1" + times(")", 190), [], 0),
  script("190 calls", times("abs(", 190) + "1" + times(")", 190), [], 0),
  script(
    "60 queries", times("count(m where exists (", 60) + "m" + times("))", 60), [], 0),
  script("100,000 or", "m where sme" + times(" or sme", 99_999) + " select id", [], 0),
  script("100,000 and", "m where sme" + times(" and sme", 99_999) + " select id", [], 0),
  script("100,000 plus", "1" + times(" + 1", 99_999), [], 0),
  script("100,000 texts", "'a'" + times(" + 'a'", 99_999), [], 0),
  script("100,000 ??", "missing" + times(" ?? 1", 99_999), [], 0),
  script("100,000 clauses", "m" + times(" where sme", 99_999), [], 0),
  script("20,000 unions", "m" + times(" union m", 20_000), [], 0),
  script(
    "a list of 100,000", "m where id in [" + times("1, ", 99_999) + "2] select id", [], 0),
  script(
    "20,000 lets that lean on each other",
    "let a0 = 1\n" + (1..<20_000).map { "let a\($0) = a\($0 - 1) + 1\n" }.joined() + "a19999",
    ["error[H0522]", "note:", "s.hora:"], 1),
  script(
    "20,000 queries that lean on each other",
    "let a0 = m\n" + (1..<20_000).map { "let a\($0) = a\($0 - 1) where sme\n" }.joined() + "a19999",
    ["error[H0522]", "s.hora:"], 1),
]

@Test(arguments: cases)
func badInput(_ one: BadCase) throws {
  let answer = try Folder(one.files).hora(one.words, input: one.input)
  #expect(answer.code == one.code, "\(answer.errors.prefix(2000))")
  for part in one.messages {
    #expect(answer.errors.contains(part), "\(answer.errors.prefix(2000))")
  }
  if one.code == 0, one.messages.isEmpty { #expect(!answer.output.isEmpty) }
}

@Test func everyTermOfAChainCounts() throws {
  let folder = try Folder([
    "plus.hora": "1" + times(" + 1", 99_999), "text.hora": "'a'" + times(" + 'b'", 99_999),
  ])
  #expect(try folder.hora(["plus.hora"]).output == "100000\n")
  #expect(try folder.hora(["text.hora"]).output == "a" + times("b", 99_999) + "\n")
}

@Test func aLongPathEndsWithOneMessage() throws {
  let folder = try Folder(small)
  try folder.write("long.hora", Data(("members" + times(".projects.members", 20_000)).utf8))
  let answer = try folder.hora(["--data", "small", "long.hora"])
  #expect(answer.code == 1 && answer.output.isEmpty)
  #expect(answer.errors.contains("error[H0522]") && answer.errors.contains("long.hora:1:"))
  try folder.write("short.hora", Data(("members" + times(".projects.members", 100)).utf8))
  #expect(try folder.hora(["--data", "small", "short.hora"]).code == 0)
}

@Test func unreadableFile() throws {
  // Whoever may read everything meets a folder in the file's place instead.
  let folder = try Folder(["m.csv": "id\n1\n"])
  try FileManager.default.setAttributes(
    [.posixPermissions: 0], ofItemAtPath: folder.url.appending(path: "m.csv").path)
  let answer = try folder.hora(["--data", "m.csv", "-c", "1"])
  if getuid() == 0 {
    #expect(answer.code == 0)
  } else {
    #expect(answer.code == 4 && answer.errors.contains("error[H0601]: cannot read m.csv"))
  }
}

@Test func badBytes() throws {
  let folder = try Folder()
  try folder.write("q.hora", Data("m where name = \"".utf8 + [0xFF, 0xFE] + "\"\n".utf8))
  let query = try folder.hora(["q.hora"])
  #expect(query.code == 3)
  #expect(query.errors.contains("error[H0101]") && query.errors.contains("q.hora:1:"))
  #expect(query.errors.contains("save the file in that encoding"))

  let package = #"""
    {"name": "d", "resources": [{"name": "m", "path": "m.csv", "encoding": "utf-8"}]}
    """#
  try folder.write("d/datapackage.json", Data(package.utf8))
  try folder.write("d/m.csv", Data("id,name\n1,Caf".utf8 + [0xE9, 0x0A] + "2,B\n".utf8))
  let data = try folder.hora(["--data", "d", "--format", "csv", "-c", "count(m)"])
  #expect(data.code == 0 && data.errors.contains("1 fault in the data"), "\(data)")
  let list = try folder.hora(["validate", "d"])
  #expect(list.output.contains("d/m.csv:2") && list.errors.isEmpty, "\(list)")
  #expect(try folder.hora(["--strict", "--data", "d", "-c", "1"]).code == 4)
}

@Test func linesOf50Megabytes() throws {
  let folder = try Folder()
  let long = Data(repeating: UInt8(ascii: "x"), count: 50_000_000)
  try folder.write("cell.csv", Data("id,name\n1,".utf8) + long + Data("\n2,b\n".utf8))
  let cell = try folder.hora(["--data", "cell.csv", "-c", "count(cell)"])
  #expect(cell.code == 0 && cell.output == "2\n", "\(cell)")
  try folder.write("head.csv", long)
  let head = try folder.hora(["--data", "head.csv", "-c", "1"])
  #expect(head.code == 4 && head.errors.contains("error[H0615]"), "\(head.errors.prefix(500))")
  try folder.write("q.hora", Data("m where name = \"".utf8) + long + Data("\"\n".utf8))
  let query = try folder.hora(["q.hora"])
  #expect(query.code == 3 && query.errors.contains("error[H0121]"))
  #expect(query.errors.utf8.count < 2_000)
}

@Test(arguments: [
  // The reader goes: quiet, as a signal would be.
  ("hora --data m.csv -c m --format csv | head -n 1; :", "id,name\n", "", Int32(0)),
  (
    "(hora --data m.csv -c m --format csv; echo $? >code) | head -n 1; cat code", "id,name\n141\n",
    "", 0
  ),
  // Closed, full, unreadable: said.
  ("hora -c 1 >&-", "", "error[H0709]", 1),
  ("hora --help >&-", "", "error[H0709]", 1),
  ("hora validate >&-", "", "error[H0709]", 1),
  ("test -c /dev/full || exit 1; hora -c 1 >/dev/full", "", "error[H0709]", 1),
  ("test -c /dev/full || exit 1; hora -o /dev/full -c 1", "", "error[H0708]", 1),
  ("test -c /dev/zero || exit 3; hora </dev/zero", "", "error[H0121]", 3),
  ("hora <.", "", "error[H0705]", 2),
  ("hora -c 1 2>&-", "1\n", "", 0),
  ("hora --data . - <&-", "", "error[", 2),
])
func streams(_ line: String, _ out: String, _ err: String, _ code: Int32) throws {
  let folder = try Folder()
  var text = "id,name\n"
  for row in 0..<20_000 { text += "\(row),name of \(row)\n" }
  try folder.write("m.csv", Data(text.utf8))
  let answer = try folder.shell(line)
  #expect(answer.output == out && answer.code == code, "\(answer)")
  #expect(err.isEmpty ? answer.errors.isEmpty : answer.errors.contains(err), "\(answer.errors)")
}
