// Comes in: the blocks of a report and the answers of its programs. Goes out: HTML; or, without
// answers, the programs in the order they are asked for. One walk for both, so that they agree.

import HoraEngine

struct ReportWriter {
  /// Nil collects programs and writes nothing of use.
  let answers: [[Report.Answer]]?
  private(set) var programs: [Report.Program] = []
  private(set) var html = ""
  private(set) var fault: PictureFault?

  init(answers: [[Report.Answer]]?) { self.answers = answers }

  mutating func write(_ blocks: [MarkdownBlock]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: MarkdownBlock) {
    switch block {
    case .heading(let level, let text): html += "<h\(level)>\(line(text))</h\(level)>\n"
    case .paragraph(let text): html += "<p>\(line(text))</p>\n"
    case .quote(let text): html += "<blockquote><p>\(line(text))</p></blockquote>\n"
    case .rule: html += "<hr>\n"
    case .list(let isOrdered, let start, let items): list(isOrdered, start, items)
    case .table(let head, let right, let rows): table(head, right, rows)
    case .code(let info, let text, let line): code(info, text, line)
    }
  }

  private mutating func list(_ isOrdered: Bool, _ start: Int, _ items: [MarkdownBlock.Item]) {
    let name = isOrdered ? "ol" : "ul"
    html += "<\(name)\(isOrdered && start != 1 ? " start=\"\(start)\"" : "")>\n"
    var isDeep = false
    for (index, item) in items.enumerated() {
      if item.depth > 0, !isDeep { html += "<ul>\n" }
      if item.depth == 0, isDeep { html += "</ul>\n</li>\n" }
      isDeep = item.depth > 0
      html += "<li>\(line(item.text))"
      let next = index + 1 < items.count ? items[index + 1].depth : 0
      // A deeper list stands inside its item.
      html += !isDeep && next > 0 ? "\n" : "</li>\n"
    }
    if isDeep { html += "</ul>\n</li>\n" }
    html += "</\(name)>\n"
  }

  private mutating func table(_ head: [String], _ right: [Bool], _ rows: [[String]]) {
    func style(_ column: Int) -> String {
      column < right.count && right[column] ? " class=\"n\"" : ""
    }
    html += "<table>\n<thead><tr>"
    for (column, cell) in head.enumerated() { html += "<th\(style(column))>\(line(cell))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows {
      html += "<tr>"
      for column in head.indices {
        html += "<td\(style(column))>\(column < row.count ? line(row[column]) : "")</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>\n"
  }

  // MARK: Programs

  private mutating func code(_ info: String, _ text: String, _ line: Int) {
    let words = info.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.first == "hora" else {
      html += "<pre><code>\(XML.escaped(text))</code></pre>\n"
      return
    }
    let rest = words.count > 1 ? words[1] : ""
    let program = rest.isEmpty ? text : text + "\n" + rest
    for answer in next(Report.Program(text: program, line: line)) {
      switch answer {
      case .message(let text): html += "<p>\(XML.escaped(DisplayWidth.visible(text)))</p>\n"
      case .result(let result): show(result)
      }
    }
    html +=
      "<details class=\"query\"><summary>The query</summary><pre><code>\(XML.escaped(program))"
      + "</code></pre></details>\n"
  }

  /// The answer of a program; nothing while programs are collected.
  private mutating func next(_ program: Report.Program) -> [Report.Answer] {
    programs.append(program)
    guard let answers, answers.indices.contains(programs.count - 1) else { return [] }
    return answers[programs.count - 1]
  }

  private mutating func show(_ result: ResultSet) {
    do {
      if let format = result.format, format.isPictureWord || format == .svg,
        let picture = format.picture ?? Picture.fitting(result.columns.map(\.info))
      {
        html += try Sketch(result, picture).figures.html
      } else if result.isScalar {
        html += HTMLTable.scalar(result)
      } else if let format = result.format, format != .table, format != .html {
        let text = String(decoding: try render(result, as: format), as: UTF8.self)
        html += "<pre><code>\(XML.escaped(text))</code></pre>\n"
      } else {
        html += HTMLTable.write(result)
      }
      html += Page.notes(result)
    } catch {
      fault = fault ?? error
    }
  }

  // MARK: Lines

  private mutating func line(_ text: String) -> String { written(MarkdownInline.pieces(text)) }

  private mutating func written(_ pieces: [MarkdownPiece]) -> String {
    var out = ""
    for piece in pieces {
      switch piece {
      case .text(let text): out += XML.escaped(text)
      case .code(let text): out += code(text)
      case .strong(let inside): out += "<strong>\(written(inside))</strong>"
      case .emphasis(let inside): out += "<em>\(written(inside))</em>"
      case .lineBreak: out += "<br>\n"
      case .link(let inside, let target):
        let words = written(inside)
        out +=
          ReportWriter.isSafe(target) ? "<a\(XML.attribute("href", target))>\(words)</a>" : words
      }
    }
    return out
  }

  private mutating func code(_ text: String) -> String {
    guard text.hasPrefix("hora ") else { return "<code>\(XML.escaped(text))</code>" }
    let answers = next(Report.Program(text: String(text.dropFirst(5)), line: nil))
    guard case .result(let result)? = answers.first, result.rowCount == 1,
      result.columns.count == 1,
      answers.count == 1
    else {
      if self.answers != nil, fault == nil {
        fault = PictureFault(
          code: 776, "`\(text)` stands in a sentence and gives more or less than one value",
          help: ["end it in `count`, or in a `summarize` of one item, or put it into a block"])
      }
      return ""
    }
    let value = result.text(row: 0, column: 0) ?? "unknown"
    let shown = result.numbers(0)?.first.map(Figures.shown) ?? DisplayWidth.visible(value)
    return "<span class=\"value\"\(XML.attribute("title", String(text.dropFirst(5))))>"
      + "\(XML.escaped(shown))</span>"
  }

  /// A link leads to a page, an address or a place; it runs nothing.
  private static func isSafe(_ target: String) -> Bool {
    let scheme = target.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
    guard scheme.endIndex < target.endIndex, target[scheme.endIndex] == ":" else { return true }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }
}
