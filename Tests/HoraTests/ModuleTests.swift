// Programs of several texts: `use`, its names, rings, parameters; and what else a host hands in.

import Hora
import Testing

struct ModuleTests {
  /// An environment that finds texts in a table, as a host would in its own store.
  func environment(_ texts: [String: String]) throws -> Environment {
    var environment = Environment(network: try TestNetworks.made())
    environment.resolver = { path, _ throws(UnresolvedText) in
      guard let text = texts[path] else { throw UnresolvedText("there is no such text") }
      return SourceText(text, name: path)
    }
    return environment
  }

  func cells(_ program: String, _ texts: [String: String], _ arguments: Arguments = [:]) throws
    -> [String]
  {
    let answer = try environment(texts).compile(program, named: "main").run(arguments)
    return answer.results.flatMap { result in
      (0..<result.rowCount).map { result.text(row: $0, column: 0) ?? "∅" }
    }
  }

  /// Code and place of every error, as `name:line:column code`.
  func errors(_ program: String, _ texts: [String: String]) throws -> [String] {
    do {
      _ = try environment(texts).compile(program, named: "main")
      return []
    } catch let error as CompileError {
      return error.diagnostics.filter { $0.severity == .error }.map { diagnostic in
        let (local, source) = error.sources.located(diagnostic)
        let place = source.lineAndColumn(ofByte: local.range.start)
        return "\(source.name):\(place.line):\(place.column) \(local.code)"
      }
    }
  }

  private let library = [
    "lib": """
    use "inner" as inner
    let serbian = members where country = "Serbia"
    let limit = 2
    def active(m, n = limit) = local(m) and inner.many(m, n)
    def local(m) = exists m.projects
    members
    print "not printed"
    """,
    "inner": "let limit = 99\ndef many(m, n) = count(m.projects) >= n",
  ]

  @Test func namesOfAModuleStandBehindADot() throws {
    #expect(try cells("use \"lib\" as x\ncount(x.serbian)", library) == ["3"])
    #expect(
      try cells("use \"lib\" as x\nx.serbian select id", library)
        == cells("members where country = \"Serbia\" select id", [:]))
    #expect(
      try cells("use \"lib\" as x\ncount(x.serbian.projects)", library)
        == cells("count((members where country = \"Serbia\").projects)", [:]))
    #expect(try cells("use \"lib\" as x\nx.limit + 1", library) == ["3"])
    #expect(try cells("use \"lib\" as x\nx.inner.limit", library) == ["99"])
    #expect(
      try cells("use \"lib\" as x\nmembers intersect x.serbian select id", library)
        == cells("members where country = \"Serbia\" select id", [:]))
  }

  @Test func aDefinitionSeesTheNamesOfItsOwnText() throws {
    let plain = "members where exists projects and count(projects) >= 2 select id"
    // `limit` and `local` of the caller are others.
    let program = """
      use "lib" as x
      let limit = 1000
      def local(m) = false
      members as m where x.active(m) select id
      """
    #expect(try cells(program, library) == cells(plain, [:]))
    // An argument sees the caller's names.
    #expect(
      try cells(
        "use \"lib\" as x\nlet limit = 1000\nmembers where x.active(it, limit) select id", library)
        == [])
  }

  @Test func aColumnGoesBeforeAModule() throws {
    #expect(
      try cells("use \"lib\" as country\nmembers where id = 1 select country.name", library)
        == cells("members where id = 1 select country.name", [:]))
  }

  @Test func parametersAreThoseOfTheProgram() throws {
    let texts = ["lib": "param n: int = 7\nlet twice = $n * 2"]
    let program = "use \"lib\" as x\nx.twice"
    #expect(try cells(program, texts) == ["14"])
    #expect(try cells(program, texts, ["n": 4]) == ["8"])
    // The script's own default goes before the library's.
    #expect(try cells("use \"lib\" as x\nparam n: int = 1\nx.twice", texts) == ["2"])
    #expect(
      try errors("use \"lib\" as x\nparam n: text = \"a\"\nx.twice", texts) == ["main:2:10 H0385"])
  }

  @Test func faultsAreSaidWhereTheyAre() throws {
    let texts = library.merging([
      "broken": "let a = 1\nlet b = (2", "wrong": "let a = memberz\ndef f(m) = m.nix",
      "ring1": "use \"ring2\" as r", "ring2": "\nuse \"ring1\" as r", "self": "use \"self\" as s",
    ]) { $1 }
    #expect(try errors("use \"none\" as x\n1", texts) == ["main:1:5 H0380"])
    #expect(try errors("use \"broken\" as x\nx.a", texts) == ["broken:2:11 H0214"])
    #expect(try errors("use \"wrong\" as x\n1", texts) == ["wrong:1:9 H0301"])
    #expect(
      try errors("use \"wrong\" as x\nmembers where x.f(it)", texts)
        == ["wrong:1:9 H0301", "wrong:2:14 H0302"])
    #expect(try errors("use \"ring1\" as x\n1", texts) == ["ring2:2:1 H0381"])
    #expect(try errors("use \"self\" as x\n1", texts) == ["self:1:1 H0381"])
    #expect(try errors("use \"lib\" as x\nx.serbain", texts) == ["main:2:3 H0383"])
    #expect(try errors("use \"lib\" as x\nx", texts) == ["main:2:1 H0384"])
    #expect(try errors("use \"lib\" as x\nx.active", texts).count == 1)
  }

  @Test func withoutAResolverThereIsNothingToUse() throws {
    do {
      _ = try Environment(network: TestNetworks.made()).compile("use \"a\" as x\nx.y")
      Issue.record("compiles")
    } catch let error as CompileError {
      #expect(error.diagnostics.map(\.code.number) == [380])
    }
  }

  @Test func aTextUsedTwiceIsReadOnce() throws {
    // A diamond, twenty levels deep: 2^20 ways, 40 texts.
    var texts: [String: String] = ["a0": "let v = 1", "b0": "let v = 1"]
    for level in 1...20 {
      let uses = "use \"a\(level - 1)\" as a\nuse \"b\(level - 1)\" as b\nlet v = a.v + b.v"
      texts["a\(level)"] = uses
      texts["b\(level)"] = uses
    }
    #expect(try cells("use \"a20\" as x\nx.v", texts) == ["1048576"])
  }

  @Test func aRunTimeFaultOfAUsedTextHasItsPlace() throws {
    let texts = ["lib": "let gone =\n  members[\"nobody at all\"]"]
    let program = try environment(texts).compile("use \"lib\" as x\nx.gone.name", named: "main")
    do {
      _ = try program.run()
      Issue.record("runs")
    } catch {
      let diagnostic = try #require(error.diagnostic)
      let (local, source) = error.sources.located(diagnostic)
      #expect(source.name == "lib")
      #expect(source.lineAndColumn(ofByte: local.range.start).line == 2)
    }
  }

  // MARK: Clock and files

  @Test func todayIsTheHosts() throws {
    var environment = try environment([:])
    do {
      _ = try environment.compile("today()")
      Issue.record("compiles")
    } catch {
      #expect(error.diagnostics.map(\.code.number) == [388])
    }
    environment.clock = { CivilDate(year: 2024, month: 2, day: 29) }
    let answer = try environment.compile("today() + 1y\ncount(members where founded > today())")
      .run()
    #expect(answer.results.map { $0.text(row: 0, column: 0) } == ["2025-02-28", "0"])
  }

  @Test func filesAreAskedForOnlyWhereTheHostAllowsIt() throws {
    var environment = try environment([:])
    do {
      _ = try environment.compile("members save \"x.csv\"")
      Issue.record("compiles")
    } catch {
      #expect(error.diagnostics.map(\.code.number) == [387])
    }
    environment.savesFiles = true
    let program = "members take 1 save \"a b.csv\" show csv save \"x.json\""
    let result = try #require(try environment.compile(program).run().results.first)
    #expect(result.files == ["a b.csv", "x.json"])
    #expect(result.format == .csv)
  }
}
