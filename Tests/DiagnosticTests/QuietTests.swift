// Good programs are told nothing: no lint in the specification's programs but where it is deserved.

import Foundation
import Hora
import Testing

struct QuietTests {
  /// Lints in the specification that are right, by file: what the case is about is what is doubtful.
  static let deserved: [String: Set<Int>] = [
    // Two conditions that may hold for different projects, next to the brackets that join them.
    "paths.hora": [360],
    // `every` over nothing.
    "quantifiers.hora": [361],
    // That `count` counts different numbers.
    "summarize.hora": [365],
  ]

  @Test func lintsAreQuietOnGoodPrograms() throws {
    var programs = 0
    for (folder, network) in [
      ("Tests/Spec/real", Networks.real), ("Tests/Spec/made", Networks.made),
    ] {
      for name in try Repository.files(in: folder, ".hora") {
        for program in try SpecPrograms.of(folder + "/" + name) {
          let data = program.isEdges ? try Networks.edges.get() : try network.get()
          guard let compiled = try? Environment(network: data).compile(program.text) else {
            continue
          }
          programs += 1
          let lints = compiled.warnings.filter {
            $0.severity == .note && !(Self.deserved[name]?.contains($0.code.number) ?? false)
          }
          let renderer = DiagnosticRenderer(compiled.source)
          #expect(lints.isEmpty, "\(folder)/\(name)\n\(renderer.text(lints))")
        }
      }
    }
    print("no lint in \(programs) programs of the specification")
    #expect(programs > 200)
  }
}

/// The programs of the specification's files.
struct SpecPrograms {
  var text: String
  var isEdges: Bool
  /// True for what this version does not run.
  var isLater: Bool

  static func of(_ path: String) throws -> [SpecPrograms] {
    try Repository.text(path).components(separatedBy: "\n===\n").map { block in
      var lines = block.components(separatedBy: "\n")
      var isEdges = false
      var isLater = false
      while let line = lines.first, line.hasPrefix("#") || line.isEmpty {
        isEdges = isEdges || line == "## data: edges"
        isLater = isLater || line.hasPrefix("## later:")
        lines.removeFirst()
      }
      let end = lines.firstIndex { $0.hasPrefix("--- ") } ?? lines.count
      return SpecPrograms(
        text: lines[..<end].joined(separator: "\n"), isEdges: isEdges, isLater: isLater)
    }
  }
}
