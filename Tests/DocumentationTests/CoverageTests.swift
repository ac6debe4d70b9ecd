// The manual is whole: a page for everything that runs, none for what does not.

import Foundation
import Hora
import HoraRender
import HoraSyntax
import Testing

@testable import HoraCommand
@testable import HoraPlan

@Suite struct CoverageTests {
  /// Words of the language that do not run yet, each with a program that says so.
  static let later: [String: String] = [:]

  private func pages(in folder: String) -> [String: ManualPage] {
    let found = ManualPage.all.filter { $0.path.hasPrefix(folder + "/") }
    return Dictionary(
      uniqueKeysWithValues: found.map {
        (String($0.path.dropFirst(folder.count + 1).dropLast(3)), $0)
      })
  }

  @Test func everyFunctionHasAPage() {
    let known = Set(Checker.functionNames + Checker.aggregates.keys + Checker.windowNames)
    let pages = pages(in: "reference/functions")
    #expect(known.subtracting(pages.keys).sorted() == [], "functions without a page")
    #expect(Set(pages.keys).subtracting(known).sorted() == [], "pages of no function")
    for (name, page) in pages {
      let isShown = page.blocks.contains { $0.language == "hora" && $0.text.contains(name + "(") }
      #expect(isShown, "\(page.path) has no example")
      // Messages and completion show the forms of the page.
      #expect(page.lines[0] == "# " + (FunctionForms.written(name) ?? ""), "\(page.path)")
    }
    #expect(Set(FunctionForms.table.keys) == known)
  }

  @Test func everyClauseHasAPage() throws {
    try expectPages(for: Word.clauseWords, in: "reference/clauses")
  }

  @Test func everyStatementHasAPage() throws {
    let grammar = try String(
      contentsOf: ManualPage.root.appending(path: "grammar/hora.ebnf"), encoding: .utf8)
    // A production called so begins with its word.
    let words = grammar.split(separator: "\n").compactMap { line -> String? in
      guard let end = line.range(of: "Statement "), line.contains("::= \"") else { return nil }
      return String(line[..<end.lowerBound])
    }
    #expect(words.contains("let") && words.contains("language") && words.count > 8)
    try expectPages(for: words, in: "reference/statements")
  }

  @Test func everyFormatIsInTheTable() throws {
    let names = try ManualPage("reference/formats.md").prose.filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(Set(names) == Set(Format.allCases.map(\.rawValue)))
  }

  @Test func everyCommandAndOptionIsOnItsPage() throws {
    let page = try ManualPage("reference/command-line.md").prose.joined(separator: "\n")
    for command in HoraCommand.configuration.subcommands where command != RunCommand.self {
      let name = command._commandName
      #expect(page.contains("`hora \(name) ") || page.contains("`hora \(name)`"), "\(name)")
    }
    for option in HelpPage.options where !["--help", "--version"].contains(option) {
      let short = ["--command": "-c", "--file": "hora SCRIPT", "--output": "-o"][option]
      #expect(page.contains(short ?? option), "\(option)")
    }
  }

  @Test func everyCommandOfThePromptIsOnItsPage() throws {
    let page = try ManualPage("reference/prompt.md").prose.joined(separator: "\n")
      .replacing("\\|", with: "|")
    for command in MetaCommand.all {
      #expect(page.contains("| `\(command.form)` |"), "\(command.form)")
    }
  }

  private func expectPages(for words: [String], in folder: String) throws {
    let pages = pages(in: folder)
    #expect(Set(pages.keys).subtracting(words).sorted() == [], "pages of no word")
    for word in words {
      if let page = pages[word] {
        let isShown = page.blocks.contains { block in
          block.language == "hora" && !block.options.contains("wrong")
            && block.text.split { !$0.isLetter }.contains(Substring(word))
        }
        #expect(isShown, "\(page.path) has no example")
        #expect(CoverageTests.later[word] == nil, "\(word) has a page and runs later")
        continue
      }
      guard let program = CoverageTests.later[word] else {
        Issue.record("\(word) has no page in \(folder)")
        continue
      }
      let network = try ManualNetworks.made.get()
      do throws(CompileError) {
        _ = try Environment(network: network).compile(SourceText(program))
        Issue.record("\(word) runs now and has no page")
      } catch {
        #expect(error.diagnostics.map(\.code.number) == [399], "\(word)")
      }
    }
  }
}
