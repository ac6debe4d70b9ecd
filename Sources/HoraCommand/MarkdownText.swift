// Comes in: a page in Markdown. Goes out: the same for a terminal: paragraphs, lists and tables no wider than
// it, headings without marks, programs indented. It knows as much Markdown as Documentation/ uses.

import Hora
import HoraRender

struct MarkdownText {
  private let width: Int
  private let colour: Bool
  private var lines: [String] = []
  /// Lines of the paragraph, list item or table at hand.
  private var open: [String] = []

  static func shown(_ text: String, width: Int, colour: Bool) -> String {
    var page = MarkdownText(width: max(20, min(80, width)), colour: colour)
    page.read(text)
    return page.lines.joined(separator: "\n") + "\n"
  }

  private init(width: Int, colour: Bool) {
    self.width = width
    self.colour = colour
  }

  // MARK: Blocks

  private mutating func read(_ text: String) {
    var fence: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        close()
        fence = fence == nil ? String(line.dropFirst(3)) : nil
      } else if let fence {
        // What a program prints may be as wide as the page.
        lines.append(line.isEmpty || fence == "text" ? line : "    " + line)
      } else if line.hasPrefix("#") {
        close()
        let words = Self.plain(String(line.drop { $0 == "#" || $0 == " " }))
        for line in broken(words, width: width) {
          lines.append(colour ? "\u{1B}[1m\(line)\u{1B}[0m" : line)
        }
      } else if line.isEmpty {
        close()
        lines.append("")
      } else {
        if isItem(line), !open.isEmpty, !isTable { close() }
        open.append(line)
      }
    }
    close()
    while lines.last?.isEmpty ?? false { lines.removeLast() }
  }

  private var isTable: Bool { open.first?.hasPrefix("|") ?? false }

  private func isItem(_ line: String) -> Bool {
    let digits = line.prefix { $0.isNumber }
    return line.hasPrefix("- ") || !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ")
  }

  private mutating func close() {
    guard let first = open.first else { return }
    defer { open = [] }
    if isTable { return table() }
    let hanging = isItem(first) ? (first.firstIndex(of: " ").map { first[...$0].count } ?? 0) : 0
    let words = Self.plain(
      open.map { $0.drop { $0 == " " } }.joined(separator: " ").dropFirst(hanging).description)
    for (place, line) in broken(words, width: width - hanging).enumerated() {
      lines.append((place == 0 ? String(first.prefix(hanging)) : blanks(hanging)) + line)
    }
  }

  /// Without the marks of links and of emphasis.
  static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var isCode = false
    while let mark = rest.popFirst() {
      if mark == "`" { isCode.toggle() }
      if !isCode, mark == "*" {
        // A star that stands alone is one.
        if rest.first == " " && (result.last ?? " ") == " " { result.append(mark) }
      } else if !isCode, mark == "[", let end = rest.firstIndex(of: "]"),
        rest[end...].hasPrefix("]("), let close = rest[end...].firstIndex(of: ")")
      {
        result += rest[..<end]
        rest = rest[rest.index(after: close)...]
      } else {
        result.append(mark)
      }
    }
    return result
  }

  // MARK: Tables

  private mutating func table() {
    let rows = open.filter { line in !line.allSatisfy { "|-: ".contains($0) } }.map(Self.cells)
    let count = rows.map(\.count).max() ?? 0
    guard count > 0 else { return }
    var widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
    }
    // The widest columns give way.
    let room = max(count * 3, width - 2 * (count - 1))
    while widths.reduce(0, +) > room,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
    for (place, row) in rows.enumerated() {
      let parts = widths.indices.map { column in
        broken(row.indices.contains(column) ? row[column] : "", width: max(1, widths[column]))
      }
      for number in 0..<(parts.map(\.count).max() ?? 0) {
        let line = zip(parts, widths).map { part, width in
          (part.indices.contains(number) ? part[number] : "").padded(to: width)
        }.joined(separator: "  ")
        lines.append(Self.trimmed(place == 0 && colour ? "\u{1B}[1m\(line)\u{1B}[0m" : line))
      }
      if place == 0 {
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      }
    }
  }

  /// The cells of a row; `\|` is a bar in one of them.
  static func cells(_ line: String) -> [String] {
    var cells: [String] = [""]
    var rest = line.drop { $0 == "|" || $0 == " " }
    while let mark = rest.popFirst() {
      if mark == "\\", rest.first == "|" {
        rest.removeFirst()
        cells[cells.count - 1].append("|")
      } else if mark == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(mark)
      }
    }
    if cells.last?.allSatisfy({ $0 == " " }) ?? false { cells.removeLast() }
    return cells.map { trimmed(plain(String($0.drop { $0 == " " }))) }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension String {
  /// With blanks behind it, so many columns wide.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - TextWidth.width(of: self)))
  }
}
