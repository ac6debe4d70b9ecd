// Limits: deep and long input on a small stack, each limit at and one past its edge, and linear
// time, counted in steps.

import Foundation
import Testing

@testable import HoraSyntax

@Suite struct LimitTests {
  /// Parses on a thread with 512 KB of stack, as a host might.
  private func parseOnSmallStack(_ text: String, limits: SyntaxLimits = .standard) -> ParseResult {
    let source = SourceText(text)
    let result = Box()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      result.value = parse(source, limits: limits)
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
    guard let value = result.value else { return parse(SourceText("")) }
    return value
  }

  private final class Box: @unchecked Sendable {
    var value: ParseResult?
  }

  private static let nests: [(String, String)] = [
    ("(", ")"), ("[", "]"), ("members[", "]"), ("f(", ")"), ("if a then ", " else b"),
    ("if a { ", " }"), ("sum(a) over (", ")"), ("-(", ")"), ("not (", ")"),
    ("pairs (", ") as a, b"), ("members minus (", ")"), ("members where a in (", ")"),
    ("1 + (2 * (", "))"), ("test \"x\" { ", " }"), ("if (", ") then 1 else 2"),
  ]

  /// What 512 KB hold for certain. A release build puts many productions into one frame, which is
  /// larger than theirs; there the stack may be the limit before the 200 levels are, and is told in
  /// the same words.
  #if DEBUG
    static let safeDepth = 200
  #else
    static let safeDepth = 100
  #endif

  @Test(arguments: nests.indices)
  func nestingAtTheLimit(_ index: Int) {
    let (opening, closing) = LimitTests.nests[index]
    let perLevel = opening == "1 + (2 * (" || opening == "if (" ? 2 : 1
    for depth in [(LimitTests.safeDepth - 1) / perLevel, LimitTests.safeDepth / perLevel] {
      let text =
        String(repeating: opening, count: depth) + "x"
        + String(repeating: closing, count: depth)
      let result = parseOnSmallStack(text)
      #expect(result.diagnostics == [], "\(opening) \(depth)")
    }
    let depth = 200 / perLevel + 2
    let text =
      String(repeating: opening, count: depth) + "x"
      + String(repeating: closing, count: depth)
    let result = parseOnSmallStack(text)
    #expect(result.diagnostics.map(\.code.number) == [220], "\(opening)")
    #expect(result.tree.printed() == Array(text.utf8))
  }

  @Test(arguments: nests.indices)
  func deepNestingIsOneMessage(_ index: Int) {
    let (opening, closing) = LimitTests.nests[index]
    for text in [
      String(repeating: opening, count: 10_000) + "x" + String(repeating: closing, count: 10_000),
      String(repeating: opening, count: 10_000),
    ] {
      let result = parseOnSmallStack(text)
      #expect(result.diagnostics.filter { $0.severity == .error }.map(\.code.number) == [220])
      #expect(result.tree.printed() == Array(text.utf8))
    }
  }

  @Test(arguments: [
    "(", "[", "{", "{1", "\"", "`", "/*", "a.", "a[", "-", "not ", "if ", ")", "}", "]",
  ])
  func aMegabyteOf(_ piece: String) {
    let size = piece == "(" ? 1_000_000 : 100_000
    let text = String(repeating: piece, count: size / piece.utf8.count)
    let result = parseOnSmallStack(text)
    #expect(result.tree.printed() == Array(text.utf8))
    #expect(result.work < 40 * text.utf8.count + 1000)
  }

  @Test(arguments: [
    "a or ", "a and ", "a + ", "a - ", "a * ", "a ?? ", "not ", "- ", "a and b or ",
    "if a then b else ",
  ])
  func longChainsAreFlat(_ piece: String) {
    let count = ["a or ", "a + ", "- "].contains(piece) ? 100_000 : 20_000
    let text = String(repeating: piece, count: count) + "z"
    let result = parseOnSmallStack(text)
    #expect(result.diagnostics == [])
    #expect(depth(of: result.tree) <= 6)
  }

  @Test(arguments: [
    ".b", "[c]", "{1,2}", "(d)", " where x", " union b", " | take 1", ", e",
    " over (x)", " select a, b",
  ])
  func longTailsAreFlat(_ piece: String) {
    let text = (piece == ", e" ? "m select a" : "a") + String(repeating: piece, count: 10_000)
    let result = parseOnSmallStack(text)
    #expect(result.diagnostics == [])
    #expect(depth(of: result.tree) <= 6)
  }

  private func depth(of tree: SyntaxTree) -> Int {
    var depths: [Int] = []
    for node in tree.allNodes {
      depths.append(1 + (tree.nodeChildren(of: node).map { depths[$0.index] }.max() ?? 0))
    }
    return depths.max() ?? 0
  }

  @Test(arguments: [
    "members where a = \"b\" and c ~ /x/i\n", "(((a)))\n", "let x = 1;", "a )", "( ]",
    "members wehre x\n",
    "select a from b\n", "pairs (a.b.c[1]) ", "`x` # c\n", "f(a, (b), [c]) /* c */", "a < b < c\n",
    "print \"{a} {b}\"\n", "} ", "if a { b } ", "x in 1..2 ", "\u{201C}a\u{201D} ", "let x = (\n",
  ])
  func workIsLinear(_ piece: String) {
    func work(_ count: Int) -> Int {
      parse(SourceText(String(repeating: piece, count: count))).work
    }
    let small = work(200)
    let large = work(800)
    #expect(large <= 4 * small + 4 * small / 10 + 100)
  }

  @Test func limitsAreMetNotTrapped() {
    let text = "members where a = 1 and b = 2 select c, d"
    let bytes = text.utf8.count
    let tokens = lex(SourceText(text)).tokens.count
    let nodes = parse(SourceText(text)).tree.nodeCount
    func codes(_ limits: SyntaxLimits) -> [Int] {
      let result = parse(SourceText(text), limits: limits)
      #expect(result.tree.printed() == Array(text.utf8))
      return result.diagnostics.map(\.code.number)
    }
    #expect(codes(SyntaxLimits(bytes: bytes)) == [])
    #expect(codes(SyntaxLimits(bytes: bytes - 1)) == [121])
    #expect(codes(SyntaxLimits(tokens: tokens)) == [])
    #expect(codes(SyntaxLimits(tokens: tokens - 2)).contains(122))
    #expect(codes(SyntaxLimits(nodes: nodes)) == [])
    #expect(codes(SyntaxLimits(nodes: nodes - 4)) == [221])
    #expect(parse(SourceText(String(repeating: ")\n", count: 500))).diagnostics.count == 100)
  }
}
