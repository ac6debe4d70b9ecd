// The built-in network: the first query, what is said about the evidence and about what is absent,
// and that links come from the texts as they are.

import Foundation
import Testing

private let first = #"members where country = "Serbia" and competence ~ "AI""#

@Test func firstQuerySaysWhereItsEvidenceIs() throws {
  let answer = try Folder().hora(["--format", "csv", "-c", first])
  #expect(answer.code == 0)
  #expect(answer.output.split(separator: "\n").count == 16)
  #expect(answer.errors.contains("15 rows matched only by words in texts"))
}

@Test(arguments: [
  #"members where country = "Greece""#,
  #"members where country = "Greece" select name, projects.acronym"#,
  #"projects where members.country = "Ελλάδα" select acronym"#,
  #"projects where exists members[country = "GR"]"#,
])
func emptyGreekAnswerSaysWhy(_ query: String) throws {
  let answer = try Folder().hora(["--format", "csv", "-c", query])
  #expect(answer.code == 0)
  #expect(answer.output.split(separator: "\n").count == 1, "\(answer.output)")
  #expect(answer.errors.contains("Greece is absent from this network"), "\(answer.errors)")
}

@Test func anAnswerWithRowsSaysNothingOfGreece() throws {
  let answer = try Folder().hora(["--format", "csv", "-c", #"members where country = "Serbia""#])
  #expect(!answer.errors.contains("Greece"))
}

@Test func editedTextChangesTheAnswer() throws {
  let folder = try Folder()
  let source = packageRoot.appending(path: "examples/networks/balkan-black-sea")
  let copy = folder.url.appending(path: "net")
  try FileManager.default.copyItem(at: source, to: copy)
  let ask = [
    "--data", "net", "--format", "ndjson", "-c", first + " select id, projects.project_id",
  ]
  let before = try folder.hora(ask)
  #expect(before.output.split(separator: "\n").count == 15)

  // A Serbian member that is not in the answer, with one project; its text now speaks of AI.
  let other = try folder.hora([
    "--data", "net", "--format", "ndjson", "-c",
    #"members where country = "Serbia" and not competence ~ "AI" and exactly 1 projects "#
      + "take 1 select id, projects.project_id",
  ])
  let found = try #require(
    JSONSerialization.jsonObject(with: Data(other.output.utf8)) as? [String: Any])
  let member = try #require(found["id"] as? String)
  let project = try #require((found["projects.project_id"] as? [Any])?.first)
  let name = "net/objectives.ndjson"
  let lines = try folder.text(name).split(separator: "\n", omittingEmptySubsequences: false)
  var changed = 0
  let edited = lines.map { line -> String in
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      "\(object["project_id"] ?? "")" == "\(project)", let end = line.lastIndex(of: "\"")
    else { return String(line) }
    changed += 1
    return line[..<end] + " It is built on artificial intelligence." + line[end...]
  }
  #expect(changed == 1)
  try folder.write(name, Data(edited.joined(separator: "\n").utf8))
  let after = try folder.hora(ask)
  #expect(after.output.split(separator: "\n").count > 15)
  #expect(after.output.contains("\"\(member)\"") && !before.output.contains("\"\(member)\""))
}
