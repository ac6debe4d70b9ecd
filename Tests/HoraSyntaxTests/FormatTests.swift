// The formatter: what it makes of programs, and what holds for everything it makes.

import Foundation
import Testing

@testable import HoraSyntax

@Suite struct FormatTests {
  /// What is wrong with the canonical text of a program; empty is right.
  static func problems(_ program: String) -> [String] {
    let parsed = parse(SourceText(program))
    guard !parsed.hasErrors else { return ["does not parse: \(program)"] }
    let text = formatted(parsed.tree)
    let again = parse(SourceText(text))
    var problems: [String] = []
    if again.hasErrors {
      let messages = again.diagnostics.map(\.message).joined(separator: "; ")
      problems.append("no longer parses (\(messages)):\n\(program)\n--->\n\(text)")
    } else if !FormatCheck.isSame(parsed.tree, again.tree) {
      problems.append("means something else:\n\(program)\n--->\n\(text)")
    } else if formatted(again.tree) != text {
      problems.append("not stable:\n\(program)\n--->\n\(text)\n--->\n\(formatted(again.tree))")
    }
    for line in text.split(separator: "\n") where line.hasSuffix(" ") && !program.contains("\"\"\"")
    {
      problems.append("a blank at the end of `\(line)`")
    }
    if !text.isEmpty, !text.hasSuffix("\n") || text.hasSuffix("\n\n") {
      problems.append("does not end with one line end: \(text)")
    }
    return problems
  }

  @Test(arguments: Programs.all)
  func programs(_ program: String) {
    #expect(FormatTests.problems(program) == [])
  }

  @Test func specification() throws {
    let folder = GrammarFile.repository.appendingPathComponent("Tests/Spec")
    var count = 0
    for part in ["made", "real"] {
      let directory = folder.appendingPathComponent(part)
      for name in try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      where name.hasSuffix(".hora") {
        let text = try String(
          contentsOf: directory.appendingPathComponent(name), encoding: .utf8)
        for block in text.components(separatedBy: "\n===\n") {
          let program = block.components(separatedBy: "\n--- ")[0]
          guard !parse(SourceText(program)).hasErrors else { continue }
          count += 1
          #expect(FormatTests.problems(program) == [])
        }
      }
    }
    #expect(count > 400)
  }

  /// Sentences of the grammar, and the same with comments, line ends and decoration between tokens.
  @Test func sentences() {
    let generator = SentenceGenerator(.hora, seed: 77)
    var count = 0
    var problems: [String] = []
    for _ in 0..<1000 where problems.count < 5 {
      let pieces = generator.sentence()
      guard pieces.count < 60 else { continue }
      for text in [SentenceGenerator.text(pieces), decorated(pieces, &generator.random)] {
        guard !parse(SourceText(text)).hasErrors else { continue }
        count += 1
        problems += FormatTests.problems(text)
      }
      generator.countLast()
    }
    #expect(count > 1000)
    #expect(problems == [])
  }

  private func decorated(_ pieces: [String], _ random: inout Seeded) -> String {
    var result = ""
    for (index, piece) in pieces.enumerated() {
      result += piece
      let next = index + 1 < pieces.count ? pieces[index + 1] : ""
      if piece == "{", next.first?.isNumber ?? false { continue }
      switch Int.random(in: 0..<14, using: &random) {
      case 0: result += " # one\n"
      case 1: result += " /* two */ "
      case 2: result += "\n"
      case 3: result += "\n\n\n  # three\n## four\n"
      case 4: result += "\n/* five\n six */ "
      case 5: result += "\n/* seven */\n\n"
      default: result += " "
      }
    }
    return result
  }

  @Test func errorsAreRefused() {
    for text in ["members where", "members where a == 1", "\"x", "f(", "members // c"] {
      #expect(format(parse(SourceText(text)).tree) == nil)
    }
    #expect(format(parse(SourceText("")).tree) == "")
    #expect(format(parse(SourceText(" # c")).tree) == "# c\n")
  }

  @Test func canonicalTextIsTheSameForEverySpelling() {
    func text(_ expression: String) -> String {
      let tree = parse(SourceText(expression)).tree
      let statement = tree.nodeChildren(of: tree.root).first ?? tree.root
      return tree.canonicalText(of: tree.nodeChildren(of: statement).first ?? tree.root)
    }
    let long =
      "count(members where country = \"Serbia\" and size > 3) + \(String(repeating: "a + ", count: 40))b"
    #expect(text("COUNT( a )+1") == "COUNT(a) + 1")
    #expect(text("f( [1 ,2] , x :3 )") == "f([1, 2], x: 3)")
    #expect(text("a # c\n + /* d */ 'x'") == "a + \"x\"")
    #expect(text(long.replacingOccurrences(of: " + ", with: "\n+ ")) == long)
  }
}
