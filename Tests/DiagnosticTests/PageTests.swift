// Every code has a page, every page a code; what the page calls wrong is answered with the code, and
// what it says to write instead is not.

import Foundation
import Hora
import Testing

struct PageTests {
  /// Pages that show a session of the shell or a piece of data, with what covers the code instead.
  static let withoutProgram: [Int: String] = [
    101: "bytes that no page can hold; LexerTests, golden H0101",
    121: "a limit; LimitTests, golden H0121", 122: "a limit; LimitTests, golden H0122",
    220: "a limit; LimitTests, golden H0220", 221: "a limit; LimitTests, golden H0221",
    551: "a large network; GraphFixtureTests", 554: "a large network; PathTests",
    399: "everything in the reference runs",
    381: "needs several texts; golden H0381", 382: "a limit; ModuleTests",
    383: "needs several texts; golden H0383", 384: "needs several texts; golden H0384",
    385: "needs several texts; golden H0385", 397: "a limit; LimitTests",
    511: "needs two entities of one name; golden H0511",
    514: "needs two concepts of one label; golden H0514",
    515: "needs two entities of one name; golden H0515", 518: "needs a parameter; golden H0518",
    520: "a limit; LimitTests", 521: "needs somebody who stops it; LimitTests",
    522: "a limit; LimitTests", 530: "needs a host; golden H0530",
    531: "needs a host; golden H0531", 532: "needs a host; golden H0532",
    562: "needs a long search; CoverSearchTests",
  ]

  @Test func everyCodeHasAPageAndEveryPageACode() {
    let pages = Set(Page.all.map(\.code))
    #expect(Codes.all.count > 180)
    #expect(Codes.all.subtracting(pages).sorted() == [], "codes without a page")
    #expect(pages.subtracting(Codes.all).sorted() == [], "pages of no code")
  }

  @Test func headingsNameTheCode() {
    for page in Page.all {
      #expect(page.title.hasPrefix("# H0\(page.code): "), "\(page.title)")
      let lines = page.text.components(separatedBy: "\n").count
      #expect((8...32).contains(lines), "\(page.title) has \(lines) lines")
    }
    for entry in DiagnosticCodes.syntax {
      let page = Page.all.first { $0.code == entry.code.number }
      #expect(page?.title == "# \(entry.code): \(entry.title)")
    }
  }

  @Test func programsAreWrongAndRight() throws {
    let network = try Networks.made.get()
    var settings = Outcome.Settings()
    settings.isStrict = false
    for page in Page.all where page.code < 600 || !page.wrong.isEmpty {
      if PageTests.withoutProgram[page.code] != nil {
        #expect(page.wrong.isEmpty, "\(page.title) has a program: leave it out of the list")
        continue
      }
      #expect(!page.wrong.isEmpty && !page.right.isEmpty, "\(page.title) lacks a program")
      for program in page.wrong {
        let outcome = Outcome(program, network, settings)
        #expect(
          outcome.codes.contains(page.code), "\(page.title)\n\(program)\n\(outcome.shown)")
      }
      for program in page.right {
        let outcome = Outcome(program, network, settings)
        #expect(
          outcome.errors.isEmpty && outcome.cause == nil && !outcome.codes.contains(page.code),
          "\(page.title)\n\(program)\n\(outcome.shown)")
      }
    }
  }
}
