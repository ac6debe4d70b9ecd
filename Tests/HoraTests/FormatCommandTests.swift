// `hora fmt` from outside: what it writes where, and how it ends.

import Foundation
import Testing

@Suite struct FormatCommandTests {
  private func hora(_ words: [String], input: String = "", in folder: URL? = nil) throws -> (
    output: String, errors: String, code: Int32
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appending(path: "hora")
    process.arguments = words
    process.currentDirectoryURL = folder
    let (source, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    source.fileHandleForWriting.write(Data(input.utf8))
    try source.fileHandleForWriting.close()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      String(decoding: written, as: UTF8.self), String(decoding: said, as: UTF8.self),
      process.terminationStatus
    )
  }

  @Test func standardInput() throws {
    let right = try hora(["fmt"], input: "members WHERE size>3 # c")
    #expect(right == ("members where size > 3  # c\n", "", 0))
    let wrong = try hora(["fmt"], input: "members where")
    #expect(wrong.output.isEmpty && wrong.errors.contains("error[H0201]") && wrong.code == 3)
  }

  @Test func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    func read(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    try write("good.hora", "members\n")
    try write("other.hora", "a\nb\nc\nd\nMEMBERS  count\nf")
    try write("bad.hora", "members where\n")
    let names = ["good.hora", "other.hora"]

    let check = try hora(["fmt", "--check"] + names, in: folder)
    #expect(check == ("other.hora\n", "", 1))
    let diff = try hora(["fmt", "--diff"] + names, in: folder)
    #expect(
      diff.output == """
        --- other.hora
        +++ other.hora
        @@ -2,5 +2,5 @@
         b
         c
         d
        -MEMBERS  count
        -f
        \\ No newline at end of file
        +MEMBERS count
        +f

        """)
    #expect(diff.code == 0)
    #expect(try read("other.hora").hasSuffix("f"))

    // One that does not parse stays as it is; the others are written.
    let both = try hora(["fmt", "bad.hora"] + names, in: folder)
    #expect(both.output.isEmpty && both.code == 3)
    #expect(try read("bad.hora") == "members where\n")
    #expect(try read("other.hora") == "a\nb\nc\nd\nMEMBERS count\nf\n")
    #expect(try hora(["fmt", "--check"] + names, in: folder).code == 0)
    #expect(try hora(["fmt", "nothing.hora"], in: folder).code == 2)
  }
}
