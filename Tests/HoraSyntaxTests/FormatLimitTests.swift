// The formatter on large and deep texts: no trap on a small stack, time in proportion to the text.

import Foundation
import Testing

@testable import HoraSyntax

@Suite struct FormatLimitTests {
  private final class Box: @unchecked Sendable {
    var text: String?
  }

  /// Formats on a thread with 512 KB of stack, as a host might.
  private func formatOnSmallStack(_ text: String) -> String? {
    let result = Box()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      result.text = format(parse(SourceText(text)).tree)
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
    return result.text
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("members[", "]"), ("f(", ")"), ("if a then ", " else b"),
    ("count(members where ", ")"), ("(m where x = 1 and a or not -b + 2 * ", ")"),
    ("for x in y {", "}"),
  ])
  func deep(_ open: String, _ close: String) throws {
    let count = LimitTests.safeDepth - 10
    let text =
      String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
    let formatted = try #require(formatOnSmallStack(text))
    // Indentation alone makes some of them large.
    if formatted.utf8.count < 200_000 {
      #expect(format(parse(SourceText(formatted)).tree) == formatted)
    }
  }

  @Test func long() throws {
    let term = "organisation_name = \"x\" and (size > 3 or [1, 2, 3] = y)"
    func seconds(_ count: Int) throws -> Duration {
      let text =
        "members where " + [String](repeating: term, count: count).joined(separator: " or ")
      let tree = parse(SourceText(text)).tree
      return try ContinuousClock().measure { _ = try #require(format(tree)) }
    }
    _ = try seconds(100)
    let small = try seconds(200)
    let large = try seconds(2000)
    // Ten times the text; twice that for the noise of a busy machine, and more.
    #expect(large < small * 40 + .seconds(1))
    let list = "f(" + [String](repeating: "1", count: 20_000).joined(separator: ",") + ")"
    #expect(formatOnSmallStack(list)?.split(separator: "\n").count == 20_002)
  }
}
