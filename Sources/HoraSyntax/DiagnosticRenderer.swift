// Diagnostics as text for people, as one line, and as JSON.
// In: diagnostics and the source they are about. Out: text. It prints nothing itself, and what the
// source holds cannot control a terminal: control characters are shown as `·`.

public struct DiagnosticRenderer: Sendable {
  public var source: SourceText
  /// ANSI colours. The text says everything without them.
  public var usesColour: Bool
  /// Longer source lines are cut around the place of the message.
  public var lineWidth: Int
  /// No line at all is wider than that, for a terminal; else sentences stay in one line.
  public var fits: Bool

  public init(
    _ source: SourceText, usesColour: Bool = false, lineWidth: Int = 120, fits: Bool = false
  ) {
    self.source = source
    self.usesColour = usesColour
    self.lineWidth = max(20, lineWidth)
    self.fits = fits
  }

  // MARK: Text

  /// The message with its place, the source lines, labels, notes and the fix applied.
  public func text(_ diagnostic: Diagnostic) -> String {
    let place = source.lineAndColumn(ofByte: diagnostic.range.start)
    let tone = tone(of: diagnostic.severity)
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    var lines = sentence(
      painted(head, tone) + ":", cells: head.utf8.count + 1, visible(diagnostic.message), .bold)
    var marks = [Mark(diagnostic.range, diagnostic.label, "^", tone)]
    marks += diagnostic.labels.map { Mark($0.range, $0.text, "-", .blue) }
    let numbers = marks.map { source.lineIndex(ofByte: $0.range.start) + 1 }
    let margin = String(repeating: " ", count: String(numbers.max() ?? 1).count)
    lines += sentence(
      margin + "-->", cells: margin.count + 3,
      "\(visible(source.name)):\(place.line):\(place.column)")
    for line in Set(numbers).sorted() {
      lines.append(margin + " " + painted("|", .blue))
      let here = marks.filter { source.lineIndex(ofByte: $0.range.start) + 1 == line }
      lines += shown(line: line, here, margin)
    }
    for note in diagnostic.notes {
      for (place, line) in wrapped(visible(note), lineWidth - margin.count - 9).enumerated() {
        let head = place == 0 ? painted("= note:", .blue) : "       "
        lines.append(margin + " " + head + " " + line)
      }
    }
    if let fix = diagnostic.fixIts.first { lines += help(fix, margin) }
    for other in diagnostic.fixIts.dropFirst() {
      lines += sentence(
        margin + " " + painted("= help:", .green), cells: margin.count + 8,
        "or " + visible(other.message))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { text($0) }.joined(separator: "\n")
  }

  /// A sentence behind its head, on more lines where it has to fit.
  private func sentence(
    _ head: String, cells: Int, _ text: String, _ tone: Tone? = nil
  ) -> [String] {
    let show = { (line: String) in tone.map { painted(line, $0) } ?? line }
    let room = lineWidth - cells - 1
    guard fits, TextWidth.width(of: text) > room else { return [head + " " + show(text)] }
    // Words that do not fit behind the head stand below it.
    guard room >= 12 else {
      return [head] + wrapped(text, lineWidth - 2).map { "  " + show($0) }
    }
    let first = wrapped(text, room).first ?? ""
    let rest = String(text.dropFirst(first.count).drop { $0 == " " })
    return [head + " " + show(first)] + wrapped(rest, lineWidth - 4).map { "    " + show($0) }
  }

  /// Words no wider than a line, where lines have to fit.
  private func words(_ text: String, _ width: Int) -> [String] {
    text.split(separator: " ").flatMap { word -> [String] in
      guard fits, TextWidth.width(of: String(word)) > width else { return [String(word)] }
      var pieces = [""]
      for character in word {
        if TextWidth.width(of: pieces[pieces.count - 1] + String(character)) > width {
          pieces.append("")
        }
        pieces[pieces.count - 1].append(character)
      }
      return pieces
    }
  }

  /// A text that is cut to fit.
  private func cut(_ text: String, to width: Int) -> String {
    guard fits, TextWidth.width(of: text) > width else { return text }
    var result = ""
    for character in text {
      if TextWidth.width(of: result + String(character)) >= width { break }
      result.append(character)
    }
    return result + "…"
  }

  /// A sentence in lines, broken at blanks; a word that is too long stands by itself.
  private func wrapped(_ text: String, _ width: Int) -> [String] {
    guard TextWidth.width(of: text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in words(text, width) {
      if !line.isEmpty, TextWidth.width(of: line) + 1 + TextWidth.width(of: word) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }

  /// `file:line:column: error[H0203]: message`
  public func line(_ diagnostic: Diagnostic) -> String {
    let place = source.lineAndColumn(ofByte: diagnostic.range.start)
    let help = diagnostic.fixIts.first.map { " (help: \(visible($0.message)))" } ?? ""
    return "\(visible(source.name)):\(place.line):\(place.column): "
      + "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(visible(diagnostic.message))\(help)"
  }

  private struct Mark {
    var range: SourceRange
    var text: String
    var sign: String
    var tone: Tone

    init(_ range: SourceRange, _ text: String, _ sign: String, _ tone: Tone) {
      self.range = range
      self.text = text
      self.sign = sign
      self.tone = tone
    }
  }

  /// A source line and, below it, a line for each mark.
  private func shown(line: Int, _ marks: [Mark], _ margin: String) -> [String] {
    let range = source.lineRange(line - 1)
    let first = marks.map(\.range.start).min() ?? range.start
    let window = window(of: range, around: first, margin.count)
    let number = String(line)
    let pad = String(repeating: " ", count: max(0, margin.count - number.count))
    var result = [painted(pad + number + " |", .blue) + " " + window.text]
    for mark in marks {
      let start = min(max(mark.range.start, window.start), fits ? window.end : range.end)
      let end = min(max(mark.range.end, start), window.end)
      let before = columns(from: window.start, to: start)
      let width = columns(from: start, to: end)
      let sign = String(repeating: mark.sign, count: max(1, width))
      // Tabs may have pushed the place out of the line that is shown.
      let room = lineWidth - margin.count - 3
      let column = before + window.offset
      let gap = String(repeating: " ", count: fits ? min(column, room - 1) : column)
      let label = mark.text.isEmpty ? "" : " " + visible(mark.text)
      let bar = margin + " " + painted("|", .blue) + " "
      let used = gap.utf8.count + sign.utf8.count
      guard fits, used + TextWidth.width(of: label) > room else {
        result.append(bar + gap + painted(sign + label, mark.tone))
        continue
      }
      let signs = String(sign.prefix(max(1, room - gap.utf8.count)))
      result.append(bar + gap + painted(signs, mark.tone))
      for line in wrapped(String(label.dropFirst()), room) where !line.isEmpty {
        result.append(bar + painted(line, mark.tone))
      }
    }
    return result
  }

  private func columns(from start: Int, to end: Int) -> Int {
    TextWidth.width(of: visible(source.text(in: SourceRange(start: start, end: end))))
  }

  /// The part of a line that is shown, and how many columns stand before its first byte.
  private func window(
    of line: SourceRange, around byte: Int, _ margin: Int
  ) -> (text: String, start: Int, end: Int, offset: Int) {
    let lineWidth = fits ? lineWidth - margin - 5 : lineWidth
    let whole = visible(source.text(in: line))
    if line.length <= 4 * lineWidth, TextWidth.width(of: whole) <= lineWidth {
      return (whole, line.start, line.end, 0)
    }
    let start = boundary(max(line.start, byte - lineWidth / 3))
    let end = max(start, boundary(min(line.end, start + lineWidth)))
    let cut = start > line.start
    let text = visible(source.text(in: SourceRange(start: start, end: end)))
    // Tabs are wider than their bytes.
    let shown = (cut ? "…" : "") + text + (end < line.end ? "…" : "")
    return (self.cut(shown, to: lineWidth + 2), start, end, cut ? 1 : 0)
  }

  /// The start of the character that a byte is part of.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while let byte = source.byte(at: offset), byte & 0xC0 == 0x80, offset > 0 { offset -= 1 }
    return offset
  }

  /// `help:` and the line with the edits made.
  private func help(_ fix: FixIt, _ margin: String) -> [String] {
    var lines = sentence(
      margin + " " + painted("= help:", .green), cells: margin.count + 8, visible(fix.message))
    guard let first = fix.edits.map(\.range.start).min() else { return lines }
    let edited = fix.applied(to: source)
    let index = source.lineIndex(ofByte: first)
    let renderer = DiagnosticRenderer(
      edited, usesColour: usesColour, lineWidth: lineWidth, fits: fits)
    let window = renderer.window(of: edited.lineRange(index), around: first, margin.count)
    lines.append(margin + " " + painted("|", .blue) + " " + window.text)
    return lines
  }

  // MARK: Characters and colours

  /// Text that is safe to show: tabs as blanks, control characters as `·`.
  private func visible(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "\t" {
        result += "    "
      } else if character.unicodeScalars.contains(where: isControl) {
        result += "·"
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Control characters, and those that turn the direction of writing.
  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private enum Tone: String {
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
    case green = "1;32"
    case blue = "34"
    case bold = "1"
  }

  private func tone(of severity: Severity) -> Tone {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func painted(_ text: String, _ tone: Tone) -> String {
    usesColour ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}
