// Comes in: what fits at a cursor. Goes out: the lines that show it, and what all of it begins with. Pure.

import Hora

enum CompletionMenu {
  /// More than these are counted, not shown.
  private static let most = 60

  /// What all texts begin with, whole characters.
  static func common(_ texts: [String]) -> String {
    guard var shared = texts.first.map({ Substring($0) }) else { return "" }
    for text in texts.dropFirst() {
      let length = zip(shared, text).prefix { $0 == $1 }.count
      shared = shared.prefix(length)
    }
    return String(shared)
  }

  /// Columns of names, each with what it is where there is room.
  static func text(_ items: [CompletionItem], width: Int) -> String {
    let shown = items.prefix(most)
    let details = shown.count <= 20
    let cells = shown.map { item in
      let label = cut(item.label, to: max(10, width - 2))
      return details && !item.detail.isEmpty ? (label, item.detail) : (label, "")
    }
    let labels = cells.map { TextWidth.width(of: $0.0) }.max() ?? 0
    let widest =
      cells.map { labels + ($0.1.isEmpty ? 0 : 2 + TextWidth.width(of: $0.1)) }.max() ?? 0
    let columns = max(1, (width + 2) / (widest + 3))
    let rows = (cells.count + columns - 1) / columns
    var lines: [String] = []
    for row in 0..<rows {
      var line = ""
      for place in stride(from: row, to: cells.count, by: rows) {
        let (label, detail) = cells[place]
        var cell = label
        if !detail.isEmpty { cell = padded(label, labels) + "  " + detail }
        line += place + rows < cells.count ? padded(cell, widest) + "   " : cell
      }
      lines.append(cut(line, to: width - 1))
    }
    if items.count > most { lines.append("… and \(items.count - most) more: type on") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func padded(_ text: String, _ cells: Int) -> String {
    text + String(repeating: " ", count: max(0, cells - TextWidth.width(of: text)))
  }

  private static func cut(_ text: String, to cells: Int) -> String {
    guard TextWidth.width(of: text) > cells else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += TextWidth.width(of: String(character))
      if used > cells { break }
      result.append(character)
    }
    return result + "…"
  }
}
