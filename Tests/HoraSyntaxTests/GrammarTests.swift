// The grammar file and the parser are the same language: same names, same verdicts.

import Foundation
import Testing

@testable import HoraSyntax

@Suite struct GrammarTests {
  private static let sources = GrammarFile.repository.appendingPathComponent("Sources/HoraSyntax")

  @Test func everyProductionIsAFunctionAndConversely() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: GrammarTests.sources.path)
      .filter { $0.hasPrefix("Grammar") }
    #expect(files.count >= 4)
    var functions: Set<String> = []
    for file in files {
      let url = GrammarTests.sources.appendingPathComponent(file)
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
        let line = line.trimmingCharacters(in: .whitespaces)
        if line.hasPrefix("func ") {
          functions.insert(String(line.dropFirst(5).prefix { $0.isLetter }))
        }
      }
    }
    #expect(functions == Set(GrammarFile.hora.productions.map(\.name)))
  }

  @Test func everyNodeKindIsAProduction() {
    let productions = Set(GrammarFile.hora.productions.map(\.name))
    for kind in NodeKind.allCases where kind != .unexpected && kind != .absent {
      #expect(productions.contains("\(kind)"))
    }
    let silent: Set<String> = [
      "statements", "separator", "statement", "source", "clause", "selectItem", "item",
      "coverOption", "expression", "comparisonRest", "primary",
    ]
    let kinds = Set(NodeKind.allCases.map { "\($0)" })
    #expect(productions.subtracting(kinds) == silent)
  }

  @Test func everyProductionIsDefinedOnceAndUsed() {
    let names = GrammarFile.hora.productions.map(\.name)
    #expect(Set(names).count == names.count)
    var used: Set<String> = ["script"]
    func collect(_ expression: GrammarExpression) {
      switch expression {
      case .literal, .token: return
      case .production(let name): used.insert(name)
      case .sequence(let parts), .choice(let parts): parts.forEach(collect)
      case .optional(let inner), .star(let inner), .plus(let inner): collect(inner)
      }
    }
    for (_, expression) in GrammarFile.hora.productions { collect(expression) }
    #expect(used == Set(names))
  }

  private static func derives(_ source: SourceText) -> Bool {
    Earley(.hora).accepts(lex(source).tokens, in: source)
  }

  @Test(arguments: Programs.all)
  func theGrammarDerives(_ program: String) {
    let source = SourceText(program)
    #expect(GrammarTests.derives(source))
  }

  /// The recogniser reads the file: without an alternative it no longer derives what uses it.
  @Test func theRecogniserHasTeeth() throws {
    let file = GrammarFile.repository.appendingPathComponent("grammar/hora.ebnf")
    let text = try String(contentsOf: file, encoding: .utf8)
    for (alternative, sentence) in [
      (" withTies?", "m top 1 by a with ties"), (" \"|\"?", "m | take 1"),
      ("\"asc\" | ", "m sort by a asc"), (" | missingLiteral", "missing"),
    ] {
      let source = SourceText(sentence)
      let tokens = lex(source).tokens
      let poorer = GrammarFile(text.replacingOccurrences(of: alternative, with: ""))
      #expect(Earley(.hora).accepts(tokens, in: source))
      #expect(!Earley(poorer).accepts(tokens, in: source))
    }
  }

  /// Sentences from the grammar, and the same with one to three mistakes: parser and grammar agree
  /// on every one, and every alternative is used at least twenty times in sentences that are right.
  @Test func parserAndGrammarAgree() {
    let recogniser = Earley(.hora)
    let generator = SentenceGenerator(.hora, seed: 20_260_101)
    var verdicts = (right: 0, wrong: 0)
    var disagreements: [String] = []

    func check(_ pieces: [String]) -> Bool {
      let text = SentenceGenerator.text(pieces)
      let source = SourceText(text)
      let lexed = lex(source)
      guard lexed.diagnostics.isEmpty, lexed.tokens.count < 90 else { return false }
      let expected = recogniser.accepts(lexed.tokens, in: source)
      let result = parse(source)
      if result.hasErrors == expected {
        let message = result.diagnostics.first.map { "\($0.code) \($0.message)" } ?? "no message"
        disagreements.append("\(expected ? "right" : "wrong"): \(text)\n  parser: \(message)")
      }
      if result.tree.printed() != source.bytes { disagreements.append("not printed back: \(text)") }
      if expected { verdicts.right += 1 } else { verdicts.wrong += 1 }
      return expected
    }

    var rounds = 0
    while rounds < 6000, disagreements.count < 20 {
      rounds += 1
      let pieces = generator.sentence()
      guard pieces.count < 60 else { continue }
      if check(pieces) { generator.countLast() }
      if rounds % 3 > 0 { _ = check(mutated(pieces, &generator.random)) }
      if rounds > 1500, generator.counts.values.allSatisfy({ $0 >= 20 }) { break }
    }
    print("sentences right: \(verdicts.right), wrong: \(verdicts.wrong)")
    let table = generator.counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    print("least used alternatives of \(table.count):")
    for (alternative, count) in table.prefix(12) { print("  \(alternative) \(count)") }
    #expect(table.filter { $0.value < 20 }.map(\.key) == [])
    #expect(disagreements == [])
    #expect(verdicts.right > 1000 && verdicts.wrong > 1000)
  }

  private func mutated(_ pieces: [String], _ random: inout Seeded) -> [String] {
    let vocabulary =
      [
        "where", "select", "by", "as", "and", "not", "in", "=", "<", "~", "(", ")", "[", "]", "{",
        "}", ",", ".", "..", "-", "*", "|", ";", ":", "1", "\"x\"", "a", "it", "if", "then", "else",
        "exists", "\n", "missing", "2015-12", "$p", "is", "sort", "top", "each", "expect",
        "distinct",
      ] + SentenceGenerator.contextual
    var result = pieces
    for _ in 0..<Int.random(in: 1...3, using: &random) where !result.isEmpty {
      let index = Int.random(in: result.indices, using: &random)
      let other = Int.random(in: result.indices, using: &random)
      let word = vocabulary.randomElement(using: &random) ?? "a"
      switch Int.random(in: 0..<4, using: &random) {
      case 0: result.remove(at: index)
      case 1: result.insert(word, at: index)
      case 2: result.swapAt(index, other)
      default: result[index] = word
      }
    }
    return result
  }
}
