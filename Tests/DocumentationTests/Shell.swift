// Comes in: lines of a shell from a page. Goes out: what `hora validate` and `hora describe --summary` print of
// the page's own files. Any other line is only read as the command reads it: its options exist, its
// queries compile.

import ArgumentParser
import Hora
import HoraData
import Testing

@testable import HoraCommand

struct Shell {
  private let lines: [[String]]

  init(_ text: String) throws {
    lines = text.split(separator: "\n").map { Shell.words(String($0)) }.filter { !$0.isEmpty }
  }

  func shown(_ load: () throws -> LoadResult) throws -> String? {
    if lines == [["hora", "validate", "data"]] {
      return ValidateCommand.report(try load().faults).trimmed
    }
    if lines == [["hora", "describe", "--summary", "data"]] {
      return SchemaSummary.text(try load().network).trimmed
    }
    for line in lines where line.first == "hora" { try check(Array(line.dropFirst())) }
    return nil
  }

  private func check(_ words: [String]) throws {
    do {
      let command = try HoraCommand.parseAsRoot(words)
      guard let run = command as? RunCommand else { return }
      for query in run.commands {
        _ = try Environment(network: try ManualNetworks.real.get()).compile(
          SourceText(query.text))
      }
    } catch let error as CompileError {
      Issue.record("\(words): \(error.diagnostics.map(\.message))")
    } catch {
      // Help and version end the reading, too.
      #expect(HoraCommand.exitCode(for: error).isSuccess, "\(words): \(error)")
    }
  }

  /// Words of a line, with single and double quotes; what follows `#` is a remark.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for letter in line {
      if let open = quote {
        if letter == open { quote = nil } else { word = (word ?? "") + String(letter) }
      } else if letter == "'" || letter == "\"" {
        quote = letter
        word = word ?? ""
      } else if letter == "#", word == nil {
        break
      } else if letter == " " || letter == "|" || letter == "<" || letter == ">" {
        if let done = word { words.append(done) }
        word = nil
        if letter != " " { break }
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    if let word { words.append(word) }
    return words
  }
}

extension String {
  var trimmed: String { String(reversed().drop { $0 == "\n" }.reversed()) }
}
