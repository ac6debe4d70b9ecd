// The pages of Documentation/diagnostics, taken apart.

import Foundation

struct Page {
  var code: Int
  var title: String
  var text: String
  /// What is wrong, and what to write instead; each the lines of a fence.
  var wrong: [String] = []
  var right: [String] = []

  static let all: [Page] = {
    let folder = "Documentation/diagnostics"
    let names = (try? Repository.files(in: folder, ".md")) ?? []
    return names.compactMap { name in
      (try? Repository.text(folder + "/" + name)).flatMap { Page(name: name, text: $0) }
    }
  }()

  private init?(name: String, text: String) {
    guard name.hasPrefix("H"), let code = Int(name.dropFirst().prefix(4)) else { return nil }
    self.code = code
    self.text = text
    title = String(text.prefix { $0 != "\n" })
    var fence: String?
    var lines: [String] = []
    for line in text.components(separatedBy: "\n") {
      guard line.hasPrefix("```") else {
        if fence != nil { lines.append(line) }
        continue
      }
      switch fence {
      case nil: fence = String(line.dropFirst(3))
      case "hora wrong"?: wrong.append(lines.joined(separator: "\n"))
      case "hora"?: right.append(lines.joined(separator: "\n"))
      default: break
      }
      if !lines.isEmpty || line == "```" && fence != String(line.dropFirst(3)) { fence = nil }
      lines = []
    }
  }
}

/// The codes that the sources can give.
enum Codes {
  /// `code: 301` and `"H0301"` in the sources, and the faults of data, whose codes are computed.
  static let all: Set<Int> = {
    var found: Set<Int> = []
    for path in (try? Repository.allFiles(below: "Sources", ".swift")) ?? [] {
      guard let text = try? Repository.text(path) else { continue }
      for mark in ["code: ", "\"H0"] {
        for piece in text.components(separatedBy: mark).dropFirst() {
          let digits = piece.prefix { $0.isNumber }
          let isWhole = mark == "code: " || piece.dropFirst(digits.count).hasPrefix("\"")
          if digits.count == 3, isWhole, let number = Int(digits) { found.insert(number) }
        }
      }
    }
    return found.union(Faults.codes)
  }()
}
