// Comes in: a page of Documentation/. Goes out: its fenced blocks in order, its links, its tables; and the page
// with other outputs in it.

import Foundation

struct ManualPage {
  /// Inside Documentation/.
  let path: String
  private(set) var lines: [String]

  /// What stands between two fences.
  struct Block {
    /// The first word behind the opening fence: `hora`, `text`, `csv`.
    var language: String
    /// The other words: `data=made`, `wrong`. What follows `--` is for the program.
    var options: [String]
    var words: [String]
    var text: String
    /// Of the opening and the closing fence, from 0.
    var range: ClosedRange<Int>

    func value(_ name: String) -> String? {
      options.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appending(path: "Documentation")
  private var url: URL { ManualPage.folder.appending(path: path) }

  init(_ path: String) throws {
    self.path = path
    lines = try String(contentsOf: ManualPage.folder.appending(path: path), encoding: .utf8)
      .components(separatedBy: "\n")
  }

  /// The manual: every page but those of messages, which DiagnosticTests look after.
  static let all: [ManualPage] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") && !$0.hasPrefix("diagnostics/") }.sorted()
      .compactMap { try? ManualPage($0) }
  }()

  var blocks: [Block] {
    var blocks: [Block] = []
    var start: Int?
    for (place, line) in lines.enumerated() where line.hasPrefix("```") {
      guard let first = start else {
        start = place
        continue
      }
      var words = lines[first].dropFirst(3).split(separator: " ").map(String.init)
      let language = words.isEmpty ? "" : words.removeFirst()
      let dashes = words.firstIndex(of: "--") ?? words.endIndex
      blocks.append(
        Block(
          language: language, options: Array(words[..<dashes]),
          words: Array(words[dashes...].dropFirst()),
          text: lines[(first + 1)..<place].joined(separator: "\n"), range: first...place))
      start = nil
    }
    return blocks
  }

  /// The output that stands right below a block.
  func output(below block: Block) -> Block? {
    blocks.first {
      $0.language == "text" && $0.range.lowerBound > block.range.upperBound
        && lines[(block.range.upperBound + 1)..<$0.range.lowerBound].allSatisfy(\.isEmpty)
    }
  }

  mutating func setOutput(below block: Block, _ text: String) {
    let new = ["```text"] + text.components(separatedBy: "\n") + ["```"]
    if let old = output(below: block) {
      lines.replaceSubrange(old.range, with: new)
    } else {
      lines.insert(contentsOf: [""] + new, at: block.range.upperBound + 1)
    }
  }

  func write() throws {
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }

  /// Lines outside of fences.
  var prose: [String] {
    let fenced = blocks.map(\.range)
    return lines.indices.filter { place in !fenced.contains { $0.contains(place) } }
      .map { lines[$0] }
  }

  /// Where links lead, as they are written.
  var links: [String] {
    prose.flatMap { line in
      line.components(separatedBy: "](").dropFirst().map { String($0.prefix { $0 != ")" }) }
    }
  }

  /// The path inside Documentation/ that a link leads to; nil for one that leaves it.
  func target(_ link: String) -> String? {
    if link.contains("://") { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in link.prefix(while: { $0 != "#" }).split(separator: "/") {
      if part == ".." {
        if parts.isEmpty { return nil }
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The programs in the last column of tables, each in backticks of its own.
  var programsInTables: [String] {
    prose.filter { $0.hasPrefix("|") }.flatMap { line -> [String] in
      let bar = "\u{1}"
      let cells = line.replacing("\\|", with: bar).split(separator: "|")
      guard cells.count > 1, let last = cells.last else { return [] }
      return last.replacing(bar, with: "|").components(separatedBy: "`").enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
    }
  }
}
