// The suites of two other languages: every case passes, differs on purpose, or is out of scope by a stated rule.
// `HORA_CONFORMANCE_LOG=FILE` writes each case with its translation and verdict.

import Foundation
import Testing

struct ConformanceTests {
  @Test func everyCaseIsAccountedFor() async throws {
    // Nested cases need more stack than a task has in a debug build.
    let (tally, failures) = try await withCheckedThrowingContinuation {
      (done: CheckedContinuation<(Tally, [String]), any Error>) in
      let thread = Thread { done.resume(with: Result { try Self.verdicts() }) }
      thread.stackSize = 64 << 20
      thread.start()
    }
    for failure in failures { Issue.record("\(failure)") }
    #expect(tally.total.all == 4732)
    print(tally.table)
    try ConformancePage.check(tally)
  }

  private static func verdicts() throws -> (Tally, [String]) {
    let judge = Judge(runner: try Runner())
    let path = ProcessInfo.processInfo.environment["HORA_CONFORMANCE_LOG"]
    var tally = Tally()
    var failures: [String] = []
    var log = ""
    for test in try CaseFiles.cypher() + CaseFiles.cel() {
      let verdict = try judge.verdict(test)
      tally.add(test, verdict)
      if case .fails(let why) = verdict {
        failures.append("\(test.file), \(test.name)\n\(test.text.prefix(2000))\n\(why)")
      }
      if path != nil {
        log += "\(verdict)\n\(test.group) \(test.name)\n\(test.text)\n"
        if let translation = try? Translation(test) {
          let answer = try? judge.runner.answer(translation)
          log += "\(translation.program)\n\(test.expected, default: "-")\n\(answer, default: "-")\n"
        }
        log += "\n"
      }
    }
    if let path { try log.write(toFile: path, atomically: true, encoding: .utf8) }
    return (tally, failures)
  }
}
