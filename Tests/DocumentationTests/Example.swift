// Comes in: a program of a page and a network. Goes out: what the command prints of it on a terminal of 80
// columns, and whether it failed.

import Foundation
import Hora
import HoraData
import HoraRender

@testable import HoraCommand

struct Example {
  private(set) var printed = ""
  private(set) var hasFailed = false
  private(set) var isWarned = false

  /// - Parameter texts: what a program may `use`, by path.
  init(_ block: ManualPage.Block, _ network: Network, texts: [String: String]) throws {
    let isTest = block.options.contains("test")
    let source = SourceText(block.text, name: isTest ? "script.hora" : "<query>")
    var environment = Environment(network: network)
    environment.savesFiles = true
    environment.resolver = { (path, _) throws(UnresolvedText) in
      guard let text = texts[path] else { throw UnresolvedText("there is no such text") }
      return SourceText(text, name: path)
    }
    if let day = block.value("today"), let date = CivilDate(text: day) {
      environment.clock = { date }
    }
    do {
      let program = try environment.compile(source)
      tell(program.warnings, program.sources)
      if isTest {
        try runTests(program)
      } else {
        try run(program, block, network)
      }
    } catch let error as CompileError {
      hasFailed = true
      tell(error.diagnostics, error.sources)
    } catch let error as ProgramError {
      hasFailed = true
      if let diagnostic = error.diagnostic { tell([diagnostic], error.sources) }
    }
    while printed.last == "\n" { printed.removeLast() }
  }

  private mutating func run(
    _ program: Program, _ block: ManualPage.Block, _ network: Network
  ) throws {
    if block.words.contains("--help") {
      printed += ScriptArguments.help(program, network)
      return
    }
    let answer = try program.run(try ScriptArguments.read(block.words, of: program))
    tell(answer.diagnostics, program.sources)
    var text = AnswerText(format: .table)
    for piece in answer.pieces {
      switch piece {
      case .message(let message): printed += String(decoding: text.message(message), as: UTF8.self)
      case .result(let result):
        printed += String(
          decoding: try text.data(of: result, RenderOptions(width: 80)), as: UTF8.self)
        for note in text.notes(of: result) + result.files.map(AnswerText.saved) {
          for line in note.split(separator: "\n") {
            printed += broken(String(line), width: 80).joined(separator: "\n") + "\n"
          }
        }
      }
    }
  }

  private mutating func runTests(_ program: Program) throws {
    for result in try program.runTests() {
      printed += "\(result.failure == nil ? "passed" : "failed")  script.hora: \(result.name)\n"
      if let failure = result.failure { tell([failure], program.sources) }
    }
  }

  private mutating func tell(_ diagnostics: [Diagnostic], _ sources: SourceSet) {
    for diagnostic in diagnostics {
      isWarned = true
      let (local, source) = sources.located(diagnostic)
      printed += DiagnosticRenderer(source, lineWidth: 80).text(local) + "\n"
    }
  }
}
