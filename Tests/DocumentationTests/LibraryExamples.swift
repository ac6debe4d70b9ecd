// The Swift code of Documentation/reference/library.md, run. A test compares the page with this file.

import Foundation
import Hora
import HoraData
import Testing

@Suite struct LibraryExamples {
  private func log(_ text: String) { #expect(!text.isEmpty) }

  @Test func aNetworkFromFiles() throws {
    let folder = ManualPage.root.appending(path: "Tests/Spec/made/network").path
    let loaded = try NetworkLoader.load([.path(folder)])
    let network = loaded.network
    for fault in loaded.faults.faults { log(fault.summary) }
    #expect(network.schema.collections.count > 5)
  }

  private func network() throws -> Network {
    var builder = NetworkBuilder("demo")
    builder.add(
      NetworkTable(
        "members", key: "id",
        [
          .int("id", [1, 2, 3]),
          .text("name", ["Alpha", "Beta", "Gamma"]),
          .text("country", ["RS", "RS", nil]).refers(to: "countries"),
        ]))
    builder.add(
      NetworkTable(
        "countries", key: "code",
        [.text("code", ["RS", "BG"]), .text("name", ["Serbia", "Bulgaria"])]))
    let network = try builder.build()
    return network
  }

  @Test func compileThrowsEveryMistake() throws {
    let network = try network()
    let environment = Environment(network: network)
    do {
      _ = try environment.compile("members wher country = \"Serbia\"")
    } catch {
      let renderer = DiagnosticRenderer(error.source)
      for diagnostic in error.diagnostics { log(renderer.text(diagnostic)) }
    }
    #expect(throws: CompileError.self) { try environment.compile("members wher x") }
  }

  @Test func runsDecodesAndStreams() async throws {
    let environment = Environment(network: try network())
    let program = try environment.compile(
      """
      param place: text
      members where country = $place select name
      """)
    let answer = try program.run(["place": "Serbia"])
    #expect(answer.results[0].rowCount == 2)

    struct Row: Decodable {
      var name: String
      var country: String?
    }
    let rows = try environment.compile("members select name, country").run().results[0]
      .decode(Row.self)
    #expect(rows.map(\.country) == ["Serbia", "Serbia", nil])

    for try await batch in program.stream(["place": "Serbia"], batchSize: 100) {
      log("\(batch.rowCount) rows")
    }
  }

  @Test func aHostHandsIn() throws {
    let network = try network()
    var environment = Environment(network: network)
    environment.clock = { CivilDate(year: 2025, month: 3, day: 1) }
    environment.resolver = { (path, _) throws(UnresolvedText) in
      guard path == "lib.hora" else { throw UnresolvedText("there is only lib.hora") }
      return SourceText("def is_serbian(m) = m.country = \"Serbia\"", name: path)
    }
    let program = try environment.compile(
      "use \"lib.hora\" as lib\ncount(members where lib.is_serbian(it))")
    #expect(try program.run().results[0].decode(Int.self) == [2])
    #expect(try environment.compile("year(today())").run().results[0].decode(Int.self) == [2025])
  }

  /// Every block of the page stands here, or in the example, as it is.
  @Test func thePageShowsThisCode() throws {
    func lines(_ text: String) -> [String] {
      text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }
    }
    let sources = try [
      "Tests/DocumentationTests/LibraryExamples.swift", "examples/embed-minimal/main.swift",
    ]
    .map { lines(try String(contentsOf: ManualPage.root.appending(path: $0), encoding: .utf8)) }
    let blocks = try ManualPage("reference/library.md").blocks.filter { $0.language == "swift" }
    #expect(blocks.count > 6)
    for block in blocks {
      let wanted = lines(block.text)
      let isThere = sources.contains { source in
        source.indices.contains { source[$0...].starts(with: wanted) }
      }
      #expect(isThere, "\(block.text)")
    }
  }
}
