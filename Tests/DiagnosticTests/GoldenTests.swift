// The messages as a person reads them: every code has a golden file, and every fix puts right what it
// is about.

import Foundation
import Hora
import HoraData
import Testing

struct GoldenTests {
  /// Codes whose message no small case can give, with what covers them.
  static let withoutGolden: [Int: String] = [
    382: "a limit; ModuleTests", 399: "everything in the reference runs",
    397: "needs a small stack; LimitTests",
    551: "needs a large network; GraphFixtureTests", 554: "needs a large network; PathTests",
    520: "needs a long run; LimitTests",
    521: "needs somebody who stops it; LimitTests", 522: "needs a small stack; LimitTests",
    562: "needs a long search; CoverSearchTests", 809: "a file of the host; EligibilityTests",
    601: "the superuser reads everything; BadInputTests", 612: "needs a file of 4 GiB",
    618: "needs two thousand million rows", 619: "a host's arrays; BuilderTests",
    659: "needs a taxonomy larger than memory; DerivedTests",
    705: "differs between systems; InvocationTests", 709: "needs a full device; BadInputTests",
    757: "needs a terminal; Tests/Terminal", 763: "needs a terminal and a query that hangs",
  ]

  @Test(arguments: ["Tests/Diagnostics", "Tests/BadMessages"])
  func readsAsBefore(_ folder: String) throws {
    for file in try GoldenFile.all(in: folder) {
      let shown = try file.shown()
      if Repository.updates {
        try file.write(shown)
      } else {
        #expect(shown == file.golden, "\(file.path)\n\(shown)")
      }
    }
  }

  @Test func everyCodeHasAGoldenFile() throws {
    let names = try Repository.files(in: "Tests/Diagnostics", ".txt")
    let covered = Set(
      names.filter { $0.hasPrefix("H0") }.compactMap { Int($0.dropFirst(2).prefix(3)) })
    let lacking = Codes.all.subtracting(covered).subtracting(Self.withoutGolden.keys)
    #expect(lacking.sorted() == [])
    #expect(covered.subtracting(Codes.all).sorted() == [])
    #expect(covered.intersection(Self.withoutGolden.keys).sorted() == [], "no longer lacking")
  }

  /// A file called after a code holds that code.
  @Test func goldenFilesGiveTheirCodes() throws {
    for file in try GoldenFile.all(in: "Tests/Diagnostics") {
      guard let code = file.code else { continue }
      #expect(file.golden.contains("H0\(code)"), "\(file.path)\n\(file.golden)")
    }
  }

  /// The first fix, applied, leaves a text without that message, and without a worse one.
  @Test(arguments: ["Tests/Diagnostics", "Tests/BadMessages"])
  func fixesHold(_ folder: String) throws {
    let network = try Networks.made.get()
    var count = 0
    for file in try GoldenFile.all(in: folder) where !file.isData {
      let (settings, program) = file.settings()
      let before = Outcome(program, network, settings)
      for diagnostic in before.diagnostics {
        for fix in diagnostic.fixIts.prefix(1) {
          let fixed = fix.applied(to: before.source)
          let after = Outcome(fixed, network, settings)
          let left = after.diagnostics.filter { $0.code == diagnostic.code }.count
          let had = before.diagnostics.filter { $0.code == diagnostic.code }.count
          count += 1
          #expect(
            left < had, "\(file.path): \(fix.message)\n\(fixed.text)\n\(after.shown)")
          // What other messages there were may stay, but the text parses no worse.
          #expect(
            parse(fixed).diagnostics.filter { $0.severity == .error }.count
              <= parse(before.source).diagnostics.filter { $0.severity == .error }.count,
            "\(file.path): \(fix.message)\n\(fixed.text)\n\(after.shown)")
        }
      }
    }
    print("\(folder): \(count) fixes hold")
    #expect(count > 0)
  }
}
