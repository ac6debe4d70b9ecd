// The example of the README runs, is short, and is what the README shows.

import Foundation
import Testing

@Suite struct ExampleTests {
  private let source = TestNetworks.root.appending(path: "examples/embed-minimal/main.swift")

  @Test func runs() throws {
    let process = Process()
    // Built beside the tests.
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appending(path: "EmbedMinimal")
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        Drava Data, Serbia, 2012-05-01
        Danube Digital, Serbia, founded some day

        """)
  }

  @Test func isShortAndInTheReadme() throws {
    let text = try String(contentsOf: source, encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 60)
    let readme = try String(
      contentsOf: TestNetworks.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("```swift\n" + text + "```"))
  }
}
