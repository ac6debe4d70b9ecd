// Comes in: how a program was understood. Goes out: two tables no wider than the terminal: what names and
// texts mean, and how many rows each step left.

import Hora

struct ExplanationText {
  private(set) var text = ""
  private let width: Int
  private let colour: Bool

  /// - Parameter notes: the footnotes of each printed query.
  init(
    _ explanation: Program.Explanation, _ source: SourceText, notes: [[String]], width: Int,
    colour: Bool
  ) {
    self.width = width
    self.colour = colour
    heading("Names and texts")
    var seen: Set<String> = []
    var rows: [(String, String)] = []
    for meaning in explanation.meanings {
      var words = source.text(
        in: SourceRange(start: meaning.range.start, end: meaning.range.end))
      if words.hasPrefix(".") { words.removeFirst() }
      if seen.insert(words + "\n" + meaning.text).inserted { rows.append((words, meaning.text)) }
    }
    let left = min(max(8, rows.map { TextWidth.width(of: $0.0) }.max() ?? 0), width / 3)
    for (words, meaning) in rows { pair(words, meaning, left) }
    for (place, steps) in explanation.queries.enumerated() where !steps.isEmpty {
      text += "\n"
      heading(explanation.queries.count == 1 ? "Rows" : "Rows of answer \(place + 1)")
      let digits = steps.map { String($0.rows).count }.max() ?? 1
      for step in steps { count(step, digits) }
      for note in notes.indices.contains(place) ? notes[place] : [] {
        for (line, words) in wrapped(note, width - 4).enumerated() {
          text += (line == 0 ? "  - " : "    ") + words + "\n"
        }
      }
    }
  }

  private mutating func heading(_ words: String) {
    text += colour ? "\u{1B}[1m\(words)\u{1B}[0m\n" : words + "\n"
  }

  /// A word and what it means, on as many lines as that takes.
  private mutating func pair(_ words: String, _ meaning: String, _ left: Int) {
    let shown = cut(words, left)
    let lines = wrapped(meaning, width - left - 4)
    for (place, line) in lines.enumerated() {
      let first = place == 0 ? shown : ""
      text += "  " + first.padded(to: left) + "  " + line + "\n"
    }
  }

  private mutating func count(_ step: ExplainedStep, _ digits: Int) {
    let number = String(step.rows)
    let room = width - digits - 4
    let lines = wrapped(step.text, room)
    for (place, line) in lines.enumerated() {
      let count = place == lines.count - 1 ? number : ""
      let blank = String(repeating: " ", count: digits - count.count)
      text += "  " + blank + count + "  " + (place == 0 ? "" : "  ") + line + "\n"
    }
  }

  private func cut(_ words: String, _ columns: Int) -> String {
    if TextWidth.width(of: words) <= columns { return words }
    var result = ""
    for letter in words {
      if TextWidth.width(of: result + String(letter)) >= columns { break }
      result.append(letter)
    }
    return result + "…"
  }

  /// Broken at blanks; a word that is too long by itself stands alone.
  private func wrapped(_ words: String, _ columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words.split(separator: " ") {
      if !line.isEmpty, TextWidth.width(of: line) + 1 + TextWidth.width(of: String(word)) > columns
      {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines
  }
}
