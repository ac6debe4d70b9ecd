// `hora explain`: a page for each code, the list, what a program is understood as; and the messages of
// the command as they are read, in files that begin with the line that was typed.

import Foundation
import Testing

/// The golden files of Tests/Diagnostics that begin with a line of the shell.
@Test func messagesOfTheCommandReadAsBefore() throws {
  let folder = packageRoot.appending(path: "Tests/Diagnostics")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  var count = 0
  for name in names where name.hasSuffix(".txt") {
    let file = folder.appending(path: name)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard text.hasPrefix("$ ") else { continue }
    let parts = text.components(separatedBy: "\n---\n")
    let line = parts[0].trimmingCharacters(in: .newlines)
    let answer = try Folder(small).shell(String(line.dropFirst(2)))
    let shown =
      answer.output + answer.errors + (answer.code == 0 ? "" : "exit code \(answer.code)\n")
    count += 1
    if ProcessInfo.processInfo.environment["HORA_UPDATE"] == "1" {
      try Data((line + "\n---\n" + shown).utf8).write(to: file)
    } else {
      #expect(shown == parts.dropFirst().joined(separator: "\n---\n"), "\(name)\n\(shown)")
    }
    if name.hasPrefix("H0") { #expect(shown.contains(name.prefix(5)), "\(name)\n\(shown)") }
  }
  #expect(count >= 14)
}

@Test func explainPrintsThePageOfACode() throws {
  let folder = try Folder()
  let answer = try folder.hora(["explain", "H0301"])
  #expect(answer.code == 0 && answer.errors.isEmpty)
  #expect(answer.output.hasPrefix("H0301: "))
  #expect(answer.output.contains("    members where country") && !answer.output.contains("```"))
  for spelling in ["h0301", "301", "0301"] {
    #expect(try folder.hora(["explain", spelling]).output == answer.output)
  }
  let coloured = try folder.hora(["explain", "--color", "always", "H0301"])
  #expect(coloured.output.hasPrefix("\u{1B}[1mH0301: "))
  let list = try folder.hora(["explain"])
  #expect(list.output.contains("H0101: ") && list.output.contains("H0731: "))
  #expect(list.output.split(separator: "\n").count > 180)
}

@Test func explainSaysWhatIsNotThere() throws {
  let folder = try Folder(small)
  let unknown = try folder.hora(["explain", "H0300"])
  #expect(unknown.code == 2)
  #expect(unknown.errors.contains("H0720") && unknown.errors.contains("H0301"))
  let script = try folder.hora(["explain", "nowhere.hora"])
  #expect(script.code == 2 && script.errors.contains("H0704"))
  let both = try folder.hora(["explain", "-c", "1", "H0301"])
  #expect(both.code == 2 && both.errors.contains("H0702"))
  let wrong = try folder.hora(["explain", "--data", "small", "broken.hora"])
  #expect(wrong.code == 3 && wrong.errors.contains("H0212") && wrong.output.isEmpty)
}
