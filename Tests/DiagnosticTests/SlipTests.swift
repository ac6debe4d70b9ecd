// What a slip of the keyboard is told. Every good program there is, one word of it damaged by one edit:
// the first suggestion is what was there, and there is one message, at the slip.

import Foundation
import Hora
import Testing

struct SlipTests {
  struct Count {
    var all = 0
    var hits = 0
    var noise = 0
  }

  @Test func theFirstSuggestionIsWhatWasThere() throws {
    var numbers = SeededNumbers(state: 2)
    var counts: [Target.Kind: Count] = [:]
    var unnoticed = 0
    var missed: [String] = []
    var noisy: [String] = []
    for (text, network) in try Self.programs() {
      let source = SourceText(text, name: "query")
      guard let program = try? Environment(network: network).compile(source),
        Outcome(source, network).diagnostics.allSatisfy({ $0.severity == .note }),
        let explanation = try? program.run(explains: true).explanation
      else { continue }
      let plan = program.plan.dump(network.schema)
      for target in Target.all(in: source, explanation.meanings) {
        // Every second word: enough to count, and half the time.
        guard numbers.next(2) == 0 else { continue }
        let slip = Slip.allCases[numbers.next(4)]
        guard let word = slip.of(target.word, &numbers) else { continue }
        // A word of the language in another's place says something else, and says it well.
        if target.kind != .value, Word(rawValue: word.lowercased()) != nil {
          unnoticed += 1
          continue
        }
        let damaged = FixIt("", replace: target.range, with: word).applied(to: source)
        let outcome = Outcome(damaged, network)
        let messages = outcome.diagnostics.filter { $0.severity != .note }
        // Another valid name, or a text of which nothing can be said.
        guard let first = messages.first else {
          unnoticed += 1
          continue
        }
        counts[target.kind, default: Count()].all += 1
        let place = SourceRange(
          start: target.range.start, end: target.range.start + word.utf8.count)
        if messages.count > 1 || !Self.isNear(first.range, place, damaged) {
          counts[target.kind]?.noise += 1
          noisy.append(
            "\(target.word) → \(word)\n  " + damaged.text.replacing("\n", with: "\n  ") + "\n"
              + outcome.shown)
        }
        let fixed = first.fixIts.first?.applied(to: damaged)
        if let fixed,
          target.kind == .value
            ? Self.answers(source, fixed, network) : Self.means(plan, fixed, network)
        {
          counts[target.kind]?.hits += 1
        } else {
          missed.append(
            "\(target.kind.rawValue) \(target.word) → \(word): \(first.code) \(first.message); "
              + (first.fixIts.first?.message ?? "no fix") + "  |  \(damaged.text.prefix(90))")
        }
      }
    }
    var all = Count()
    for kind in Target.Kind.allCases {
      let count = counts[kind] ?? Count()
      print("slips: \(kind.rawValue): \(count.hits) of \(count.all), noise \(count.noise)")
      all.all += count.all
      all.hits += count.hits
      all.noise += count.noise
    }
    print("slips: \(all.hits) of \(all.all), noise \(all.noise), \(unnoticed) are valid or unknown")
    if let path = ProcessInfo.processInfo.environment["HORA_SLIPS"] {
      try (missed.joined(separator: "\n") + "\n\n" + noisy.joined(separator: "\n")).write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(all.all > 1500)
    #expect(all.hits * 100 >= all.all * 95, "\(missed.prefix(10).joined(separator: "\n"))")
    #expect(all.noise * 100 < all.all * 2, "\(noisy.prefix(5).joined(separator: "\n"))")
  }

  /// True where a text gives the same plan.
  private static func means(_ plan: String, _ text: SourceText, _ network: Network) -> Bool {
    guard let program = try? Environment(network: network).compile(text) else { return false }
    return program.plan.dump(network.schema) == plan
  }

  /// True where a text gives the same rows: another spelling of a name gives another plan.
  private static func answers(
    _ text: SourceText, _ fixed: SourceText, _ network: Network
  ) -> Bool {
    func rows(_ text: SourceText) -> [[String?]]? {
      guard let results = try? Environment(network: network).compile(text).run().results else {
        return nil
      }
      return results.map { result in
        (0..<result.rowCount).flatMap { row in
          result.columns.indices.map { result.text(row: row, column: $0) }
        }
      }
    }
    guard let wanted = rows(text) else { return false }
    return rows(fixed) == wanted
  }

  /// True for a message in the statement of the slip: on one of its lines, or beside it.
  private static func isNear(
    _ message: SourceRange, _ slip: SourceRange, _ source: SourceText
  ) -> Bool {
    let lines = parse(source).tree.statementRanges
    guard let statement = lines.first(where: { $0.start <= slip.start && slip.end <= $0.end })
    else { return true }
    return message.start >= statement.start && message.start <= statement.end
  }

  /// Programs of the specification, with the 25 of the reference, and of the examples.
  private static func programs() throws -> [(String, Network)] {
    var programs: [(String, Network)] = []
    for (folder, network) in [
      ("Tests/Spec/made", Networks.made), ("Tests/Spec/real", Networks.real),
    ] {
      for name in try Repository.files(in: folder, ".hora") {
        for program in try SpecPrograms.of(folder + "/" + name) where !program.isLater {
          programs.append(
            (program.text, program.isEdges ? try Networks.edges.get() : try network.get()))
        }
      }
    }
    for path in try Repository.allFiles(below: "examples", ".hora") {
      programs.append((try Repository.text(path), try Networks.real.get()))
    }
    return programs
  }
}

extension SyntaxTree {
  /// The statements of a program, outermost first.
  var statementRanges: [SourceRange] { soundChildren(of: root).map { range(of: $0) } }
}
