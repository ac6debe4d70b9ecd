// Comes in: a text somebody types. Goes out: the same in colours of the terminal. They are the eight that
// every theme has, so that they can be read on light and on dark. Pure.

import Hora

enum Painter {
  static func painted(_ text: String) -> String {
    let source = SourceText(text)
    var result = ""
    var end = 0
    for span in highlight(source) where span.range.start >= end {
      result += source.text(in: SourceRange(start: end, end: span.range.start))
      result += "\u{1B}[\(style(span.kind))m" + source.text(in: span.range) + "\u{1B}[0m"
      end = span.range.end
    }
    result += source.text(in: SourceRange(start: end, end: source.bytes.count))
    return result.replacing("\n", with: "\r\n")
  }

  private static func style(_ kind: HighlightSpan.Kind) -> String {
    switch kind {
    case .keyword: "1;34"
    case .function: "34"
    case .text: "32"
    case .number: "36"
    case .parameter: "35"
    case .comment: "2"
    case .wrong: "4;31"
    }
  }
}
