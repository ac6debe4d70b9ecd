// Comes in: a text in Markdown. Goes out: its blocks: headings, paragraphs, lists, tables, quotes,
// programs. The part of Markdown that a report needs; markup of HTML in it is shown as text.

/// A block of a report.
enum MarkdownBlock: Equatable {
  case heading(Int, String)
  case paragraph(String)
  /// Items, each of blocks' text; a nested list is one level of items behind a deeper indent.
  case list(isOrdered: Bool, start: Int, items: [Item])
  case quote(String)
  case table(head: [String], right: [Bool], rows: [[String]])
  /// What stands behind the fence, the text, and the line it begins on, from 0.
  case code(info: String, text: String, line: Int)
  case rule

  struct Item: Equatable {
    var depth: Int
    var text: String
  }
}

struct MarkdownReader {
  private let lines: [Substring]
  private var index = 0
  private var blocks: [MarkdownBlock] = []

  static func blocks(_ text: String) -> [MarkdownBlock] {
    var reader = MarkdownReader(text)
    while reader.index < reader.lines.count { reader.block() }
    return reader.blocks
  }

  private init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while let first = line.first, first == " " || first == "\t" { line.removeFirst() }
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return line
  }

  private mutating func block() {
    let line = MarkdownReader.trimmed(lines[index])
    if line.isEmpty {
      index += 1
    } else if let fence = MarkdownReader.fence(line) {
      code(fence, String(MarkdownReader.trimmed(line.dropFirst(fence.count))))
    } else if let level = MarkdownReader.heading(line) {
      var words = MarkdownReader.trimmed(line.dropFirst(level))
      while words.last == "#" { words.removeLast() }
      blocks.append(.heading(level, String(MarkdownReader.trimmed(words))))
      index += 1
    } else if MarkdownReader.isRule(line) {
      blocks.append(.rule)
      index += 1
    } else if MarkdownReader.item(lines[index]) != nil {
      list()
    } else if line.first == ">" {
      quote()
    } else if isTable {
      table()
    } else {
      paragraph()
    }
  }

  // MARK: What a line begins

  private static func fence(_ line: Substring) -> Substring? {
    let ticks = line.prefix { $0 == "`" }
    if ticks.count >= 3, !line.dropFirst(ticks.count).contains("`") { return ticks }
    let waves = line.prefix { $0 == "~" }
    return waves.count >= 3 ? waves : nil
  }

  private static func heading(_ line: Substring) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let next = line.dropFirst(level).first
    return next == nil || next == " " ? level : nil
  }

  private static func isRule(_ line: Substring) -> Bool {
    guard let first = line.first, "-*_".contains(first) else { return false }
    let marks = line.filter { $0 != " " }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  private static func item(
    _ line: Substring
  ) -> (indent: Int, isOrdered: Bool, start: Int, text: Substring)? {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    if let first = rest.first, "-*+".contains(first), rest.dropFirst().first == " " {
      if isRule(rest) { return nil }
      return (indent, false, 1, trimmed(rest.dropFirst(2)))
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let mark = rest.dropFirst(digits.count)
    guard let number = Int(digits), digits.count < 9, mark.first == "." || mark.first == ")",
      mark.dropFirst().first == " "
    else { return nil }
    return (indent, true, number, trimmed(mark.dropFirst(2)))
  }

  private func beginsBlock(_ line: Substring) -> Bool {
    let words = MarkdownReader.trimmed(line)
    return words.isEmpty || MarkdownReader.fence(words) != nil
      || MarkdownReader.heading(words) != nil
      || MarkdownReader.isRule(words) || MarkdownReader.item(line) != nil || words.first == ">"
  }

  // MARK: Blocks

  private mutating func code(_ fence: Substring, _ info: String) {
    let indent = lines[index].prefix { $0 == " " }.count
    index += 1
    let start = index
    var text: [Substring] = []
    while index < lines.count {
      let line = lines[index]
      index += 1
      let words = MarkdownReader.trimmed(line)
      if words.hasPrefix(fence), words.allSatisfy({ $0 == fence.first }) { break }
      text.append(line.dropFirst(min(indent, line.prefix { $0 == " " }.count)))
    }
    blocks.append(.code(info: info, text: text.joined(separator: "\n"), line: start))
  }

  private mutating func paragraph() {
    var text = ""
    while index < lines.count {
      let line = lines[index]
      if !text.isEmpty, beginsBlock(line) { break }
      // Two spaces or a backslash at the end break the line.
      let isBroken = line.hasSuffix("  ") || line.hasSuffix("\\")
      var words = MarkdownReader.trimmed(line)
      if words.last == "\\" { words.removeLast() }
      text += words + (isBroken ? "\n" : " ")
      index += 1
    }
    blocks.append(.paragraph(String(MarkdownReader.trimmed(text[...]))))
  }

  private mutating func list() {
    guard let first = MarkdownReader.item(lines[index]) else { return }
    var items: [MarkdownBlock.Item] = []
    while index < lines.count {
      let line = lines[index]
      let words = MarkdownReader.trimmed(line)
      if let item = MarkdownReader.item(line) {
        if item.indent <= first.indent, item.isOrdered != first.isOrdered { break }
        items.append(.init(depth: item.indent >= first.indent + 2 ? 1 : 0, text: String(item.text)))
      } else if words.isEmpty {
        // A list goes on behind an empty line only with another item.
        guard index + 1 < lines.count, MarkdownReader.item(lines[index + 1]) != nil else { break }
      } else if beginsBlock(line) {
        break
      } else {
        items[items.count - 1].text += " " + words
      }
      index += 1
    }
    blocks.append(.list(isOrdered: first.isOrdered, start: first.start, items: items))
  }

  private mutating func quote() {
    var text = ""
    while index < lines.count {
      let words = MarkdownReader.trimmed(lines[index])
      guard words.first == ">" else { break }
      text += MarkdownReader.trimmed(words.dropFirst()) + " "
      index += 1
    }
    blocks.append(.quote(String(MarkdownReader.trimmed(text[...]))))
  }

  // MARK: Tables

  private var isTable: Bool {
    guard index + 1 < lines.count, lines[index].contains("|") else { return false }
    let rule = MarkdownReader.trimmed(lines[index + 1])
    return rule.contains("-") && rule.contains("|") && rule.allSatisfy { "|-: ".contains($0) }
  }

  private mutating func table() {
    let head = MarkdownReader.cells(lines[index])
    let right = MarkdownReader.cells(lines[index + 1]).map {
      $0.hasSuffix(":") && !$0.hasPrefix(":")
    }
    index += 2
    var rows: [[String]] = []
    while index < lines.count, lines[index].contains("|") {
      rows.append(MarkdownReader.cells(lines[index]))
      index += 1
    }
    blocks.append(.table(head: head, right: right, rows: rows))
  }

  private static func cells(_ line: Substring) -> [String] {
    var words = trimmed(line)
    if words.first == "|" { words.removeFirst() }
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in words {
      if isEscaped {
        // Only the bar's own backslash is taken here; others are inline markup.
        cell += character == "|" ? "|" : "\\" + String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(String(trimmed(cell[...])))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    let last = trimmed(cell[...])
    if !last.isEmpty { cells.append(String(last)) }
    return cells
  }
}
