// Golden files: what stands above the line `---` is run, and what is said stands below it, as it was read
// by a person. HORA_UPDATE=1 writes what is below anew.
//
// Above: a program over Tests/Spec/made/network. Lines `## limits: bytes=10`, `## arguments: n=3` and
// `## strict` before it set how it runs. Or files of data, each behind a line `=== NAME`, which are
// loaded; a file called `?` is a program that runs over them.

import Foundation
import Hora
import HoraData

struct GoldenFile {
  var path: String
  var input: String
  var golden: String

  init(_ path: String) throws {
    self.path = path
    let text = try Repository.text(path)
    let parts = text.components(separatedBy: "\n---\n")
    input = parts[0].hasSuffix("\n") && parts.count == 1 ? String(parts[0].dropLast()) : parts[0]
    golden = parts.dropFirst().joined(separator: "\n---\n")
  }

  static func all(in folder: String) throws -> [GoldenFile] {
    try Repository.files(in: folder, ".txt").map { try GoldenFile(folder + "/" + $0) }
      // Sessions of the command are run by its own tests.
      .filter { !$0.input.hasPrefix("$ ") }
  }

  /// The code that the name begins with: `H0301-field.txt`.
  var code: Int? {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("H0") ? Int(name.dropFirst(1).prefix(4)) : nil
  }

  var isData: Bool { input.hasPrefix("=== ") || input.contains("\n=== ") }

  /// The lines before the program that set how it runs, and the program.
  func settings() -> (Outcome.Settings, String) {
    var settings = Outcome.Settings()
    var lines = input.components(separatedBy: "\n")
    while let line = lines.first, line.hasPrefix("## ") {
      lines.removeFirst()
      if line == "## strict" { settings.isStrict = true }
      let pairs = line.split(separator: " ").dropFirst(2).map { $0.split(separator: "=") }
      for pair in pairs where pair.count == 2 {
        let (name, value) = (String(pair[0]), String(pair[1]))
        if line.hasPrefix("## arguments: ") {
          settings.arguments[name] = .text(value)
        } else if let number = Int(value) {
          switch name {
          case "bytes": settings.syntax.bytes = number
          case "tokens": settings.syntax.tokens = number
          case "nodes": settings.syntax.nodes = number
          case "nesting": settings.syntax.nesting = number
          default: break
          }
        }
      }
    }
    return (settings, lines.joined(separator: "\n"))
  }

  /// What is said today.
  func shown() throws -> String {
    let (settings, program) = settings()
    if isData { return dataShown(program, isStrict: settings.isStrict) }
    return Outcome(source(program), try Networks.made.get(), settings).shown
  }

  /// `\xFF` in the program of a golden file is that byte, which the file itself cannot hold.
  private func source(_ program: String) -> SourceText {
    let parts = program.components(separatedBy: "\\xFF")
    return SourceText(
      bytes: Array(parts.map { Array($0.utf8) }.joined(separator: [0xFF])), name: "query")
  }

  private func dataShown(_ text: String, isStrict: Bool) -> String {
    var files: [(name: String, bytes: [UInt8])] = []
    var program: String?
    for part in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
      let lines = part.components(separatedBy: "\n")
      let body = lines.dropFirst().joined(separator: "\n")
      if lines[0] == "?" {
        program = body
      } else {
        // An empty body is an empty file; any other ends with a line end.
        files.append((lines[0], body.isEmpty ? [] : source(body + "\n").bytes))
      }
    }
    var options = LoadOptions()
    options.strict = isStrict
    options.allowsParentPaths = true
    let tree = MemoryTree(name: "data", files: files.map { ($0.name, FileBytes($0.bytes)) })
    do {
      let result = try NetworkLoader.load([.tree(tree)], options: options)
      if let program { return Outcome(program, result.network).shown }
      return result.faults.faults.map { $0.summary + "\n" }.joined()
    } catch {
      return error.text + "\n"
    }
  }

  func write(_ shown: String) throws {
    try (input + "\n---\n" + shown).write(
      to: Repository.root.appending(path: path), atomically: true, encoding: .utf8)
  }
}

enum Faults {
  static let codes = Set(FaultKind.allCases.compactMap { Int($0.code.dropFirst()) })
}
