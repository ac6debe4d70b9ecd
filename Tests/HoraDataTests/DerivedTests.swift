import HoraData
import HoraEngine
import Testing

/// A small made-up network with texts.
private func network(_ objective: String, stops: String = "label,code,reason\n") throws
  -> LoadResult
{
  try load([
    (
      "datapackage.json",
      """
      {"name":"small","hora":{"attribution":"made up","about":"a test",
       "absent":[{"collection":"members","field":"country","value":"EL","names":["EL","Greece"],"note":"not here"}]},
       "resources":[
       {"name":"members","path":"m.csv","schema":{"primaryKey":"id"},"hora":{"singular":"member",
         "paths":{"competences":["projects.fields","mentions(projects.objective, fields)"]}}},
       {"name":"projects","path":"p.csv","schema":{"primaryKey":"id"},
         "hora":{"label":"acronym","paths":{"objective":["objectives.objective"]}}},
       {"name":"objectives","path":"o.csv","schema":{"fields":[{"name":"project_id","type":"string"},
         {"name":"objective","type":"string"}],"primaryKey":"project_id",
         "foreignKeys":[{"fields":"project_id","reference":{"resource":"projects","fields":"id"}}]}},
       {"name":"participations","path":"l.csv"},
       {"name":"project_fields","path":"pf.csv"},
       {"name":"fields","path":"f.csv","schema":{"primaryKey":"code"},"hora":{"label":"title"}},
       {"name":"labels","path":"labels.csv","hora":{"labels_of":"fields"}},
       {"name":"stops","path":"stops.csv","hora":{"stops_of":"fields"}}]}
      """
    ),
    ("m.csv", "id,name,country\nm1,One,RS\nm2,Two,RS\nm3,Three,BG\n"),
    ("p.csv", "id,acronym\np1,ALPHA\np2,BETA\n"),
    ("o.csv", "project_id,objective\np1,\"\(objective)\"\n"),
    ("l.csv", "project,member\np1,m1\np2,m1\np2,m2\n"),
    ("pf.csv", "project,field\np2,b\np2,a\n"),
    (
      "f.csv",
      "code,title,parent\na,computer science,\nb,artificial intelligence,a\nc,machine learning,b\nd,history,\ne,law,d\n"
    ),
    (
      "labels.csv",
      "code,label,use,reason\nb,AI,exact,x\nb,IT,query,x\nc,ML,word,x\nc,statistical learning,word,x\n"
    ),
    ("stops.csv", stops),
  ])
}

@Suite struct DerivedTests {
  private func links(_ objective: String, stops: String = "label,code,reason\n") throws -> [String]
  {
    try network(objective, stops: stops).network.links("projects", "p1", "objective")
  }

  /// Concept, evidence and weight of what m1's text says.
  private func texts(_ objective: String, stops: String = "label,code,reason\n") throws -> [String]
  {
    try network(objective, stops: stops).network.links("members", "m1", "competences")
      .map { $0.split(separator: " | ").map(String.init) }.filter { $0[1] == "text" }
      .map { "\($0[0]) \($0[2]) \($0[5])" }
  }

  @Test func relationsAndEvidence() throws {
    let result = try network("Machine  Learning and AI; more machine-learning.")
    let network = result.network
    #expect(result.faults.faultCount == 0)
    #expect(
      network.column("projects", "objective") == [
        "Machine  Learning and AI; more machine-learning.", "-",
      ])
    #expect(network.follow("members", "m1", "competences") == ["a", "b", "c"])
    #expect(network.follow("members", "m2", "competences") == ["a", "b"])
    #expect(network.follow("members", "m3", "competence") == [])
    #expect(network.follow("fields", "b", "members") == ["m1", "m2"])
    #expect(
      network.links("members", "m1", "competences") == [
        "a | derived | BETA | projects.fields | - | 1.0",
        "b | derived | BETA | projects.fields | - | 1.0",
        "b | text | ALPHA: \"AI\" ×1 | mentions(projects.objective, fields) | - | 1.0",
        "c | text | ALPHA: \"Machine  Learning\" ×1, \"machine-learning\" ×1 | mentions(projects.objective, fields) | - | 2.0",
      ])
    #expect(
      network.conceptLabels[network.id("fields") ?? -1]?.map(\.text) == [
        "AI", "IT", "ML", "statistical learning",
      ])
    #expect(network.attribution == ["made up"])
    #expect(network.absences.map(\.value) == ["EL", "Greece"])
    #expect(
      network.schema.collections.filter(\.isHidden).map(\.name) == [
        "labels", "stops", "members.competences",
      ])
  }

  @Test func aChangedTextChangesTheLinks() throws {
    #expect(try network("nothing").network.follow("fields", "c", "members") == [])
    #expect(try network("statistical learning").network.follow("fields", "c", "members") == ["m1"])
  }

  @Test func theRuleOfMentions() throws {
    #expect(
      try texts("Retail ai AI's AIs MLs ml IT") == [
        "b ALPHA: \"AI\" ×1, \"AIs\" ×1 2.0", "c ALPHA: \"MLs\" ×1 1.0",
      ])
    // Never inside a run of four or more all-capital words.
    #expect(try texts("THE AI AND ML") == [])
    #expect(try texts("THE AI. AND ML") == ["b ALPHA: \"AI\" ×1 1.0", "c ALPHA: \"ML\" ×1 1.0"])
    // Longest match first, and nothing inside it; hyphens and slashes are word ends.
    #expect(
      try texts("machine learning/AI-based") == [
        "b ALPHA: \"AI\" ×1 1.0", "c ALPHA: \"machine learning\" ×1 1.0",
      ])
    #expect(try texts("machine, learning") == [])
    #expect(try texts("MACHINE LEARNING") == ["c ALPHA: \"MACHINE LEARNING\" ×1 1.0"])
  }

  @Test func stopsNeedASecondOrARelative() throws {
    let stops = "label,code,reason\nhistory,,everyday\nlaw,e,everyday\n"
    #expect(try texts("a history of it", stops: stops) == [])
    #expect(try texts("history and more history", stops: stops) == ["d ALPHA: \"history\" ×2 2.0"])
    // Two stop words beside each other vouch for nothing.
    #expect(try texts("history law", stops: stops) == [])
    #expect(
      try texts("history", stops: "label,code,reason\nlaw,e,x\n") == ["d ALPHA: \"history\" ×1 1.0"]
    )
    #expect(
      try texts("history law", stops: "label,code,reason\nlaw,e,x\n")
        == ["d ALPHA: \"history\" ×1 1.0", "e ALPHA: \"law\" ×1 1.0"])
    let far = Array(repeating: "x", count: 11).joined(separator: " ")
    #expect(
      try texts("history \(far) law", stops: "label,code,reason\nlaw,e,x\n") == [
        "d ALPHA: \"history\" ×1 1.0"
      ])
  }

  private static let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The whole built-in network against an independent reading of the rule.
  @Test func theBuiltInNetworkAgreesWithTheOracle() throws {
    let folder = "/\(Self.repository)/examples/networks/balkan-black-sea"
    guard
      let expected = try? FolderTree("/\(Self.repository)/Tests/Fixtures").read(
        "mentions-expected.tsv"),
      let result = try? NetworkLoader.load([.path(folder)])
    else { return }
    // Each member's links from texts, added up by project through its evidence.
    let network = result.network
    var made: Set<String> = []
    let members = try #require(network.id("members"))
    let (relation, data) = try #require(network.relation("members", "competences"))
    let link = try #require(data.link)
    let columns = network.collections[try #require(relation.link)].columns
    guard case .scalar(.text(let kinds, let kindTexts)) = columns[0],
      case .scalar(.text(let evidence, let evidenceTexts)) = columns[1],
      case .scalar(.decimal(let weights, _)) = columns[4]
    else { return }
    #expect(network.rows("members") == network.collections[members].rowCount)
    for place in link.rows.indices {
      let row = Int(link.rows[place])
      guard kindTexts.string(kinds[row]) == "text" else { continue }
      let project = evidenceTexts.string(evidence[row]).split(separator: ": \"")[0]
      made.insert(
        "\(project)\t\(network.key(relation.to, Int(link.ends[place])))\t\(Int(weights[row]))")
    }
    let acronyms = Dictionary(
      zip(network.column("projects", "project_id"), network.column("projects", "acronym")),
      uniquingKeysWith: { a, _ in a })
    let withMembers = Set(network.column("participations", "project"))
    var wanted: Set<String> = []
    for line in String(decoding: expected.bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t").map(String.init)
      // A project without participants leads to no member.
      guard withMembers.contains(cells[0]) else { continue }
      wanted.insert("\(acronyms[cells[0]] ?? cells[0])\t\(cells[1])\t\(cells[2])")
    }
    #expect(made == wanted)
  }
}

@Suite struct StatedEvidenceTests {
  /// A survey beside projects: its rows say themselves what they are.
  private func links(_ survey: String) throws -> [String] {
    try load([
      (
        "datapackage.json",
        """
        {"name":"asked","resources":[
         {"name":"members","path":"m.csv","schema":{"primaryKey":"id"},
           "hora":{"paths":{"competences":["projects.fields","survey.field"]}}},
         {"name":"projects","path":"p.csv","schema":{"primaryKey":"id"}},
         {"name":"participations","path":"l.csv"},
         {"name":"project_fields","path":"pf.csv"},
         {"name":"fields","path":"f.csv","schema":{"primaryKey":"id"}},
         {"name":"survey","path":"s.csv"}]}
        """
      ),
      ("m.csv", "id,name\nm1,One\nm2,Two\n"), ("p.csv", "id,acronym\np1,ALPHA\n"),
      ("l.csv", "project,member\np1,m1\n"), ("pf.csv", "project,field\np1,a\n"),
      ("f.csv", "id,title\na,AI\nb,IoT\n"), ("s.csv", survey),
    ]).network.links("members", "m1", "competences")
  }

  @Test func aSurveySaysKindSourceDateAndWeight() throws {
    let found = try links(
      "member,field,kind,source,date,weight,evidence\n"
        + "m1,b,survey,questionnaire 2016,2016-03-01,0.5,answer 4\nm1,a,survey,,,,\n")
    #expect(
      found == [
        "a | derived | ALPHA | projects.fields | - | 1.0",
        "a | survey | - | survey.field | - | 1.0",
        "b | survey | answer 4 | questionnaire 2016 | 2016-03-01 | 0.5",
      ])
  }

  @Test func rowsThatSayNoKindAreDerived() throws {
    let found = try links("member,field,answer\nm1,b,yes\nm1,b,yes\n")
    #expect(
      found.filter { $0.hasPrefix("b") }.allSatisfy { $0.contains("| derived |") }
        && found.count == 3)
  }
}

@Suite struct DescribeTests {
  private func again(_ result: LoadResult, _ path: String) throws -> LoadResult {
    let folder = FolderTree("\(fixtures)/\(path)")
    var files: [(name: String, bytes: FileBytes)] = []
    for name in try folder.names() { files.append((name, try folder.read(name))) }
    files.append(("datapackage.json", FileBytes(Array(PackageDescription.json(result).utf8))))
    return try NetworkLoader.load([.tree(MemoryTree(name: path, files: files))])
  }

  @Test(arguments: ["bench-s", "h2020-cut", "raw-samples"])
  func loadingWithTheDescriptionGivesTheSameSchema(_ path: String) throws {
    let first = try load(path: path)
    let second = try again(first, path)
    #expect(first.network.schema.collections == second.network.schema.collections)
    #expect(first.network.schema.relations == second.network.schema.relations)
    #expect(PackageDescription.json(second) == PackageDescription.json(first))
  }

  @Test func aDeclaredNetworkIsDescribedWhole() throws {
    let first = try network("Machine learning and AI")
    let json = PackageDescription.json(first)
    for key in [
      "labels_of", "stops_of", "paths", "absent", "attribution",
      "mentions(projects.objective, fields)",
    ] {
      #expect(json.contains(key), "\(key)")
    }
  }

  @Test func summaryNamesWhatQueriesCanUse() throws {
    let text = SchemaSummary.text(try load(path: "bench-s").network)
    #expect(text.contains("members: 17 rows; key id; shown by name"))
    #expect(text.contains("partners → members (by partnerships)"))
    #expect(text.contains("competences: 87 rows; key id; shown by name; a taxonomy"))
  }
}
