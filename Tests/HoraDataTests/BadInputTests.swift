import Glibc
import HoraData
import HoraEngine
import Testing

/// Every bad input has a code, a place and a cure, and none ends the process.
@Suite struct BadInputTests {
  private func error(path: String) -> LoadError? {
    do {
      _ = try NetworkLoader.load([.path(path)])
      return nil
    } catch {
      return error
    }
  }

  private func package(_ resources: String) -> (name: String, text: String) {
    ("datapackage.json", "{\"name\":\"p\",\"resources\":[\(resources)]}")
  }

  private func expect(
    _ error: LoadError?, _ code: String, _ words: String, line: SourceLocation = #_sourceLocation
  ) {
    #expect(error?.code == code, sourceLocation: line)
    #expect(
      error?.message.contains(words) == true, "\(error?.message ?? "no error")",
      sourceLocation: line)
    #expect(error?.place.isEmpty == false && error?.help.isEmpty == false, sourceLocation: line)
  }

  @Test func placesThatAreNotThere() {
    expect(error(path: "\(fixtures)/nothing-here"), "H0602", "no file")
    expect(error(path: "\(fixtures)/../Fixtures"), "H0603", "no data")
    expect(loadError([]), "H0603", "no data")
    expect(loadError([("README.md", "x")]), "H0603", "no data")
  }

  @Test func unreadableFile() {
    var template = Array("/tmp/hora-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = folder + "/secret.csv"
    if let file = fopen(path, "w") {
      fputs("id\n1\n", file)
      fclose(file)
    }
    chmod(path, 0)
    // The superuser reads everything.
    if geteuid() != 0 { expect(error(path: path), "H0601", "cannot read") }
    unlink(path)
    rmdir(folder)
  }

  @Test func emptyFiles() throws {
    expect(loadError([("a.csv", "")]), "H0604", "empty")
    expect(loadError([("a.csv", "\n\n\n")]), "H0604", "empty")
    let result = try load([("a.csv", ""), ("b.csv", "id\n1\n")])
    #expect(result.faults.count(.emptyFile) == 1)
    let header = try load([("a.csv", "id,name\n")])
    #expect(header.network.rows("a") == 0)
    #expect(header.network.fields("a") == ["id text", "name text"])
  }

  @Test func packages() {
    let csv = (name: "a.csv", text: "id,name\n1,x\n")
    expect(loadError([("datapackage.json", "{"), csv]), "H0605", "not JSON")
    expect(loadError([("datapackage.json", "{}"), csv]), "H0606", "resources")
    expect(loadError([package("{\"path\":\"a.csv\"}"), csv]), "H0606", "no name")
    expect(loadError([package("{\"name\":\"a\"}"), csv]), "H0606", "no path")
    for path in ["../a.csv", "/etc/passwd", "https://example.org/a.csv", "x/../../a.csv", ""] {
      expect(
        loadError([package("{\"name\":\"a\",\"path\":\"\(path)\"}"), csv]), "H0607", "leads out")
    }
    expect(loadError([package("{\"name\":\"a\",\"path\":\"b.csv\"}"), csv]), "H0602", "b.csv")
    let field = "{\"name\":\"nmae\",\"type\":\"string\"}"
    let unknown = loadError([
      package("{\"name\":\"a\",\"path\":\"a.csv\",\"schema\":{\"fields\":[\(field)]}}"), csv,
    ])
    expect(unknown, "H0608", "nmae")
    #expect(unknown?.help.contains("\"name\"") == true)
    expect(
      loadError([
        package(
          "{\"name\":\"a\",\"path\":\"a.csv\",\"schema\":{\"foreignKeys\":[{\"fields\":\"name\",\"reference\":{\"resource\":\"bb\",\"fields\":\"id\"}}]}}"
        ),
        csv,
      ]), "H0609", "bb")
    expect(
      loadError([package("{\"name\":\"a\",\"path\":\"a.csv\",\"encoding\":\"klingon\"}"), csv]),
      "H0610", "klingon")
    expect(
      loadError([
        package("{\"name\":\"a\",\"path\":\"a.csv\",\"hora\":{\"paths\":{\"x\":[\"nowhere.y\"]}}}"),
        csv,
      ]),
      "H0611", "nowhere")
    expect(
      loadError([
        package("{\"name\":\"a\",\"path\":\"a.csv\"},{\"name\":\"a\",\"path\":\"a.csv\"}"), csv,
      ]), "H0617", "\"a\"")
    expect(
      loadError([
        package(
          "{\"name\":\"a\",\"path\":\"a.csv\",\"schema\":{\"fields\":[{\"name\":\"id\",\"type\":\"blob\"}]}}"
        ), csv,
      ]),
      "H0606", "blob")
    let nested = String(repeating: "[", count: 10_000)
    expect(loadError([("datapackage.json", nested), csv]), "H0605", "nested")
  }

  @Test func namesInThePackageMustExist() {
    let csv = (name: "a.csv", text: "id,name\n1,x\n")
    for hora in ["\"label\":\"nmae\"", "\"names\":[\"nmae\"]", "\"symmetric\":[\"id\",\"nmae\"]"] {
      let error = loadError([
        package("{\"name\":\"a\",\"path\":\"a.csv\",\"hora\":{\(hora)}}"), csv,
      ])
      expect(error, "H0609", "nmae")
      #expect(error?.help == "did you mean \"name\"?")
    }
    let absent =
      "{\"hora\":{\"absent\":[{\"collection\":\"b\",\"field\":\"x\",\"value\":\"y\",\"note\":\"z\"}]},\"resources\":[{\"name\":\"a\",\"path\":\"a.csv\"}]}"
    expect(loadError([("datapackage.json", absent), csv]), "H0609", "\"b\"")
  }

  @Test func parentPathsAreForHostsThatAllowThem() throws {
    let files = [
      package("{\"name\":\"a\",\"path\":\"../other/a.csv\"}"), ("../other/a.csv", "id\n1\n"),
    ]
    expect(loadError(files), "H0607", "leads out")
    var options = LoadOptions()
    options.allowsParentPaths = true
    let result = try NetworkLoader.load(
      [.tree(MemoryTree(name: "data", texts: files))], options: options)
    #expect(result.network.rows("a") == 1)
    #expect(result.faults.count(.parentPath) == 1)
  }

  @Test func packagesThatDifferFromTheirFiles() throws {
    let schema = """
      {"name":"a","path":"a.csv","schema":{"fields":[{"name":"id","type":"integer"},{"name":"k","type":"string",\
      "categories":["x","y"],"hora":{"closed":true}}],"primaryKey":"id"}}
      """
    let result = try load([package(schema), ("a.csv", "id,k,more\n1,x,2\n1,z,3\nten,y,4\n")])
    #expect(result.faults.count(.undeclaredColumn) == 1)
    #expect(result.faults.count(.outsideVocabulary) == 1)
    #expect(result.faults.count(.typeMismatch) == 1)
    #expect(result.faults.count(.duplicateKey) == 1)
    #expect(result.faults.count(.missingKey) == 1)
    #expect(result.network.fields("a") == ["id int", "k text", "more int"])
    #expect(result.network.schema.collections[0].fields[1].closed)
  }

  @Test func strictMakesFaultsErrors() throws {
    let ragged = [(name: "a.csv", text: "id,b\n1\n")]
    let error = loadError(ragged, strict: true)
    expect(error, "H0614", "1 fault")
    #expect(error?.place == "data/a.csv:2")
    #expect(loadError([("a.csv", "id;b\n1;2\n")], strict: true) == nil)
  }

  @Test func aLineOfManyMegabytes() throws {
    let long = String(repeating: "x", count: 8_000_000)
    let result = try load([("a.csv", "id,text\n1,\(long)\n2,y\n")])
    #expect(result.network.rows("a") == 2)
    expect(loadError([("a.csv", long)]), "H0615", "longer than")
    expect(loadError([("a.csv", String(repeating: ",", count: 100_000))]), "H0615", "columns")
  }

  @Test func smallFilesDoNotBecomeLarge() {
    let header = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
    expect(
      loadError([("a.csv", header + "\n" + String(repeating: "1\n", count: 10_000))]), "H0613",
      "shorter")
  }

  @Test func otherFormats() throws {
    let packed = (name: "a.csv", bytes: [0x1F, 0x8B, 0x08, 0x00] as [UInt8])
    #expect(throws: LoadError.self) { try load(bytes: [packed]) }
    let result = try load([
      ("a.csv", "id\n1\n"), ("b.json", "nonsense"), ("c.csv.gz", "?"), ("d.json", "[1,2]"),
    ])
    #expect(result.faults.count(.notATable) == 2)
    #expect(result.faults.count(.skippedFile) == 1)
  }

  @Test func noBytesTrap() {
    var state: UInt64 = 42
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let seeds = [
      "id,name,parent,tags\n1,\"a\"\"b\",,x;y\n2,Č,1,x\n3,\"q\nr\",2,y;x\n",
      "{\"id\":1,\"a\":[1,\"x\"],\"b\":{\"c\":null}}\n{\"id\":2,\"a\":\"\\u00e9\\ud83d\\ude00\"}\n",
      "a;b;c\n1,5;01.02.2020;NA\n2;31.12.2021;3\n",
    ].map { Array($0.utf8) }
    let alphabet: [UInt8] =
      Array(",;|\t\"\n\r\\{}[]:0123456789eE+-.aČ".utf8) + [
        0x00, 0xFF, 0xC3, 0xE2, 0xEF, 0xBB, 0xBF, 0xFE,
      ]
    for round in 0..<1500 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<(1 + next(6)) {
        let place = next(bytes.count + 1)
        switch next(3) {
        case 0: bytes.insert(alphabet[next(alphabet.count)], at: place)
        case 1: if place < bytes.count { bytes.remove(at: place) }
        default: if place < bytes.count { bytes[place] = alphabet[next(alphabet.count)] }
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      _ = try? load(bytes: [("a.\(round % 2 == 0 ? "csv" : "json")", bytes)])
    }
  }
}
