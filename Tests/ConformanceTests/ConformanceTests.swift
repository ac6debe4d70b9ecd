// The suites of two other languages: every case passes, differs on purpose, or is out of scope by a stated rule.
// `HORA_CONFORMANCE_LOG=FILE` writes each case with its translation and verdict.

import Foundation
import Testing

struct ConformanceTests {
  @Test func everyCaseIsAccountedFor() throws {
    let judge = Judge(runner: try Runner())
    var tally = Tally()
    var log = ""
    for test in try CaseFiles.cypher() + CaseFiles.cel() {
      let verdict = try judge.verdict(test)
      tally.add(test, verdict)
      log += "\(verdict)\n\(test.group) \(test.name)\n\(test.text)\n"
      log += ((try? Translation(test).program) ?? "") + "\n\n"
      if case .fails(let why) = verdict {
        Issue.record("\(test.file), \(test.name)\n\(test.text.prefix(2000))\n\(why)")
      }
    }
    print(tally.table)
    if let path = ProcessInfo.processInfo.environment["HORA_CONFORMANCE_LOG"] {
      try log.write(toFile: path, atomically: true, encoding: .utf8)
    }
    try ConformancePage.check(tally)
  }
}
