// Completion as a function: what is offered where. `|` stands for the cursor.

import Foundation
import Hora
import HoraData
import Testing

private struct Case: Sendable, CustomTestStringConvertible {
  var text: String
  var offers: [String]
  var not: [String] = []
  var testDescription: String { text }

  init(_ text: String, _ offers: [String], not: [String] = []) {
    self.text = text
    self.offers = offers
    self.not = not
  }
}

private func completion(_ marked: String, _ environment: Environment) throws -> Completion? {
  let cursor = try #require(marked.firstIndex(of: "|"))
  var text = marked
  text.remove(at: cursor)
  return environment.complete(text, at: marked[..<cursor].utf8.count)
}

private let cases: [Case] = [
  // Sources and statements.
  Case("|", ["members", "projects", "let", "network", "pairs"], not: ["where", "name", "it"]),
  Case("mem|", ["members"], not: ["projects"]),
  Case("le|", ["let"], not: ["members"]),
  Case("members |", ["where", "select", "sort by", "top", "count by", "as"], not: ["by", "name"]),
  Case("members wh|", ["where"], not: ["select"]),
  // Names of the row in scope, at that place.
  Case("members where |", ["name", "country", "projects", "it", "not", "count"], not: ["by"]),
  Case("members where country |", ["is missing", "not in", "and", "under"], not: ["members"]),
  Case("members as m where m.|", ["name", "country", "projects"], not: ["acronym", "where"]),
  Case("members as m where country != m.C|", ["city", "country"], not: ["Croatia"]),
  Case("members where projects.|", ["acronym", "members"], not: ["country", "it"]),
  Case("members where exists projects[|", ["acronym", "it"]),
  Case("members select nam|", ["name"]),
  Case("members select n = |", ["name", "count"]),
  Case("members add k = 1 where |", ["k", "name"]),
  Case("members select name, k = 1 where |", ["name", "k"], not: ["city"]),
  Case("members each projects as p where p.|", ["acronym"], not: ["country"]),
  Case("members each |", ["projects", "optional"]),
  Case("members where count(pro|", ["projects"]),
  Case("members where count(projects where |", ["acronym"]),
  Case("members drop |", ["city"]),
  Case("members where nosuch = 3 sort by |", ["name"]),
  Case("members summarize n = count() by |", ["country"]),
  // Names that the text makes.
  Case("let big = members where size > 3\n|", ["big", "members"]),
  Case("let few = 3\nmembers take |", ["few"], not: ["members"]),
  Case("network n = members via projects\nmembers where degree(|", ["n"]),
  Case("param who: text = \"x\"\nmembers where name = $|", ["$who"]),
  Case("param who: |", ["text", "date", "member"]),
  Case("def f(x) = |", ["x", "members"]),
  Case("test \"t\" { members where |", ["name"]),
  Case("for m in members { print \"x\"\n projects where |", ["acronym"]),
  Case("members show |", ["csv", "table"], not: ["members"]),
  // Nothing to offer.
  Case("# mem|", []),
  Case("let |", [], not: ["members"]),
  Case("members take 1|", [], not: ["members"]),
]

@Test(arguments: cases)
private func offersWhatFits(_ one: Case) throws {
  let environment = Environment(network: try TestNetworks.made())
  let labels = try completion(one.text, environment)?.items.map(\.label) ?? []
  for label in one.offers { #expect(labels.contains(label), "\(label) in \(labels)") }
  for label in one.not { #expect(!labels.contains(label), "\(label) in \(labels)") }
}

private let values: [Case] = [
  Case("members where country = \"Se|", ["Serbia"], not: ["Bulgaria"]),
  Case("members where country = Se|", ["Serbia"], not: ["Bulgaria"]),
  Case("members where country in [\"Serbia\", \"Bu|", ["Bulgaria"], not: ["Serbia"]),
  Case("members where country in (\"Bu|", ["Bulgaria"]),
  // In search form: without marks, in Latin letters, from the beginning of any word.
  Case("members where country = \"srbi|", ["Serbia"]),
  Case("members where city = \"nov|", ["Novi Sad"]),
  Case("members where city = \"SAD|", ["Novi Sad"]),
  Case("members where city = \"ad|", [], not: ["Novi Sad"]),
  Case("members where some projects.programme = \"hor|", ["Horizon Europe"]),
  Case("members where competence ~ \"a|", ["AI"]),
  Case("members where exists projects[role = \"co|", ["coordinator"]),
  Case("members[\"VO|", ["VOICT"]),
  Case("members[\"VOICT\"].|", ["partners", "name"]),
  Case("members[\"VOICT\"].projects.|", ["acronym"]),
  // A number has no values to offer, nor has the name of a test.
  Case("members where size = \"|", [], not: ["VOICT"]),
  Case("test \"V|", [], not: ["VOICT"]),
]

@Test(arguments: values)
private func offersValues(_ one: Case) throws {
  let environment = Environment(network: try TestNetworks.made())
  let labels = try completion(one.text, environment)?.items.map(\.label) ?? []
  for label in one.offers { #expect(labels.contains(label), "\(label) in \(labels)") }
  for label in one.not { #expect(!labels.contains(label), "\(label) in \(labels)") }
}

@Test func aValueReplacesItsQuotes() throws {
  let environment = Environment(network: try TestNetworks.made())
  let text = "members where country = \"Serb\" and city"
  let found = try #require(environment.complete(text, at: text.utf8.count - 10))
  #expect(found.items.map(\.insert) == ["\"Serbia\""])
  var bytes = Array(text.utf8)
  bytes.replaceSubrange(
    found.replaced.start..<found.replaced.end, with: found.items[0].insert.utf8)
  #expect(String(decoding: bytes, as: UTF8.self) == "members where country = \"Serbia\" and city")
}

@Test func filesAreLeftToTheHost() throws {
  var environment = Environment(network: try TestNetworks.made())
  environment.savesFiles = true
  #expect(try completion("use \"lib/|", environment)?.wantsFile == true)
  #expect(try completion("members save \"a|", environment)?.wantsFile == true)
  #expect(try completion("members where name = \"a|", environment)?.wantsFile == false)
}

@Test func namesThatAreNoWordsStandInBackticks() throws {
  var builder = NetworkBuilder("made")
  builder.add(
    NetworkTable(
      "members", key: "id", [.int("id", [1]), .text("EU share", ["a"]), .text("top", ["b"])]))
  let environment = Environment(network: try builder.build())
  let inserts = try completion("members where |", environment)?.items.map(\.insert) ?? []
  #expect(inserts.contains("`EU share`") && inserts.contains("`top`"), "\(inserts)")
}

@Test func whatASessionMadeIsOffered() throws {
  var environment = Environment(network: try TestNetworks.made())
  environment.preamble = SourceText("let big = members where size > 3\nlet _ = big select name")
  #expect(try completion("bi|", environment)?.items.map(\.label) == ["big"])
  let names = try completion("_ where |", environment)?.items.map(\.label) ?? []
  #expect(names.first == "name" && !names.contains("city"), "\(names)")
}
