// The ready questions of `examples/queries`: each runs as it is, answers with rows that fit a page, says
// what it is for, passes its own tests and is in the README.

import Foundation
import Hora
import HoraData
import Testing

@Suite struct ReadyQuestionTests {
  static let folder = TestNetworks.root.appending(path: "examples/queries")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".hora") }.sorted()

  /// Loaded once for all of them.
  static let network = Result { try TestNetworks.load("examples/networks/balkan-black-sea") }

  @Test func thereAreTwelveAtLeast() {
    #expect(ReadyQuestionTests.names.count >= 12)
  }

  @Test(arguments: names)
  func answersWithoutALineWritten(_ name: String) throws {
    let text = try String(
      contentsOf: ReadyQuestionTests.folder.appending(path: name), encoding: .utf8)
    let network = try ReadyQuestionTests.network.get()
    let program = try Environment(network: network).compile(text, named: name)
    #expect(program.warnings.map(\.message) == [])
    #expect(program.summary != "", "says what it is for")
    for parameter in program.parameters {
      #expect(parameter.summary != "", "says what --\(parameter.name) is")
    }
    let answer = try program.run()
    var title: String?
    for piece in answer.pieces {
      switch piece {
      case .message(let text): title = text
      case .result(let result):
        #expect(title != nil, "says what the table shows")
        #expect(result.rowCount > 0, "\(title ?? "") has rows")
        #expect(result.rowCount <= 40 && result.columns.count <= 11, "\(title ?? "") fits a page")
        title = nil
      }
    }
    let tests = try program.runTests()
    #expect(!tests.isEmpty)
    for test in tests { #expect(test.failure == nil, "\(test.name)") }
  }

  @Test func allAreInTheReadme() throws {
    let readme = try String(
      contentsOf: TestNetworks.root.appending(path: "README.md"), encoding: .utf8)
    for name in ReadyQuestionTests.names {
      #expect(readme.contains("examples/queries/\(name)"), "\(name)")
    }
  }
}
