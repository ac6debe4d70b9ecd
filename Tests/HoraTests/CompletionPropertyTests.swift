// What must hold of completion at any cursor: it never traps, and what it offers parses.

import Foundation
import Hora
import HoraData
import Testing

private let isHeavy = ProcessInfo.processInfo.environment["HORA_HEAVY"] != nil

/// The programs of the specification.
private func programs() throws -> [String] {
  let folder = TestNetworks.root.appending(path: "Tests/Spec")
  let files = try ["real", "made"].flatMap { name in
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
  }
  return try files.filter { $0.pathExtension == "hora" }.sorted { $0.path < $1.path }
    .flatMap { file -> [String] in
      let text = try String(contentsOf: file, encoding: .utf8)
      return text.components(separatedBy: "\n===\n").map { one in
        one.split(separator: "\n", omittingEmptySubsequences: false)
          .filter { !$0.hasPrefix("#") }.prefix { !$0.hasPrefix("---") }.joined(separator: "\n")
      }
    }
}

private func isRightSoFar(_ text: String) -> Bool {
  let parsed = parse(SourceText(text))
  return !parsed.hasErrors || parsed.isIncomplete
}

@Test func everythingOfferedParses() throws {
  let environment = Environment(network: try TestNetworks.made())
  let programs = try programs()
  #expect(programs.count > 100)
  var asked = 0
  var offered = 0
  // Each byte of each program when there is time; else another place in each.
  let step = isHeavy ? 1 : 97
  var place = 0
  for program in programs {
    let bytes = Array(program.utf8)
    while place <= bytes.count {
      defer { place += step }
      guard let found = environment.complete(program, at: place, values: 3) else { continue }
      asked += 1
      let before = String(decoding: bytes[..<found.replaced.start], as: UTF8.self)
      guard isRightSoFar(before) else { continue }
      for item in found.items {
        offered += 1
        #expect(isRightSoFar(before + item.insert), "\(item) behind:\n\(before)")
      }
    }
    place -= bytes.count + 1
  }
  #expect(asked > 50 && offered > 500, "\(asked) \(offered)")
}

@Test func badBytesAndOddCursorsAreHarmless() throws {
  let environment = Environment(network: try TestNetworks.made())
  let odd = [
    "", "\"", "'", "`", "$", ".", "members.", "(((((", "}}}", "members where name = \"\\", "é",
    "\u{0}",
    "\"\"\"", "/*", "//", "members where name ~ /a", "def f(", "let _ =", "paths from ",
    "for x in ",
    String(repeating: "(", count: 1000), String(repeating: "members where ", count: 300),
  ]
  for text in odd {
    for cursor in [Int.min, -1, 0, 1, 2, text.utf8.count, text.utf8.count + 5, Int.max] {
      _ = environment.complete(text, at: cursor)
    }
  }
}

@Test func aHundredThousandValuesAreFoundInTime() throws {
  let count = 100_000
  var builder = NetworkBuilder("many")
  builder.add(
    NetworkTable(
      "members", key: "id",
      [
        .int("id", (0..<count).map { $0 }),
        .text("name", (0..<count).map { "Član \($0 % 977) Ćuprija \($0)" }),
      ]))
  let environment = Environment(network: try builder.build())
  let asked = [
    "members where name = \"clan 9", "members where name ~ \"cuprija 99", "members[\"cuprija 4",
    "members where name = \"nothing like it",
  ]
  // The first question of each kind sorts.
  for text in asked { _ = environment.complete(text, at: text.utf8.count) }
  for text in asked {
    let clock = ContinuousClock()
    var best = Duration.seconds(9)
    var found = 0
    for _ in 0..<5 {
      best = min(
        best,
        clock.measure {
          found = environment.complete(text, at: text.utf8.count)?.items.count ?? 0
        })
    }
    #expect(text.contains("nothing") ? found == 0 : found == 100)
    // Ten milliseconds where it is built to be used.
    #expect(best < .milliseconds(isHeavy ? 10 : 2000), "\(text): \(best)")
  }
}
