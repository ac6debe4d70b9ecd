// Pages and reports: nothing runs that comes from data, nothing is loaded, and Markdown reads as it
// should.

import Foundation
import Hora
import Testing

@testable import HoraRender

private func page(_ result: ResultSet) throws -> String {
  String(decoding: try render(result, as: .html), as: UTF8.self)
}

@Test func pagesHoldDataAsText() throws {
  let text = try page(
    Pictures.result([
      Pictures.column("<b>", .text, Pictures.texts(Pictures.odd)),
      Pictures.column("n", .int, .int(Pictures.odd.map { _ in 1 }, [])),
    ]))
  #expect(text.components(separatedBy: "<script>").count == 2)
  #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && text.contains("&lt;b&gt;"))
  #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\u{0}"))
  #expect(text.contains("default-src 'none'"))
  for mark in ["<img", "<link", "<iframe", " src=", "@import", "url(", "fetch(", "XMLHttpRequest"] {
    #expect(!text.contains(mark), "\(mark)")
  }
  #expect(try page(Pictures.answer("members where size > 100000")).contains("0 rows"))
}

@Test func pagesOfPicturesHoldBoth() throws {
  let result = try Pictures.answer("members count by country show bars")
  let text = try page(result)
  #expect(text.contains("<svg class=\"hora\"") && text.contains("<table>"))
  #expect(text == (try page(result)))
  // One drawing beside text, one for a telephone.
  #expect(text.components(separatedBy: "class=\"bar\"").count - 1 == 2 * result.rowCount)
  #expect(text.contains("<figure class=\"wide\">") && text.contains("<figure class=\"narrow\">"))
}

@Test func markdownBlocks() {
  let blocks = MarkdownReader.blocks(
    """
    # Title #
    One line
    and another\\
    broken

    - a
    - b
      - deep
      more
    3. three
    > quoted
    > on
    ***
    | x | y |
    | --- | ---: |
    | a\\|b | 1 |

    ```hora show bars
    members
      take 3
    ```
    """)
  #expect(
    blocks == [
      .heading(1, "Title"), .paragraph("One line and another\nbroken"),
      .list(
        isOrdered: false, start: 1,
        items: [
          .init(depth: 0, text: "a"), .init(depth: 0, text: "b"),
          .init(depth: 1, text: "deep more"),
        ]),
      .list(isOrdered: true, start: 3, items: [.init(depth: 0, text: "three")]),
      .quote("quoted on"), .rule,
      .table(head: ["x", "y"], right: [false, true], rows: [["a|b", "1"]]),
      .code(info: "hora show bars", text: "members\n  take 3", line: 18),
    ])
}

@Test(
  arguments: [
    ("a *b* **c _d_** `e*f*`", "a <em>b</em> <strong>c <em>d</em></strong> <code>e*f*</code>"),
    ("snake_case_name * alone", "snake_case_name * alone"),
    (
      "[x](https://e.org) [y](javascript:alert(1)) [z](#a)",
      "<a href=\"https://e.org\">x</a> y) <a href=\"#a\">z</a>"
    ),
    ("<b>&\\*", "&lt;b&gt;&amp;*"), ("[open", "[open"), ("**open", "**open"), ("`open", "`open"),
    ("``a ` b``", "<code>a ` b</code>"), ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
  ])
func markdownLines(_ text: String, _ html: String) throws {
  let page = try Report(text).page([], try Pictures.made.get())
  let body = String(decoding: page, as: UTF8.self)
  let start = try #require(body.range(of: "<p>"))
  #expect(body[start.upperBound...].prefix { $0 != "\n" } == html + "</p>")
}

@Test func reportsAskAndAnswerInTheSameOrder() throws {
  let text = """
    # About `hora count(members)`
    - `hora count(projects)` and `plain`

    | n |
    | -- |
    | `hora 1 + 1` |

    ```hora show bars
    members count by country
    ```

    ```hora
    print "hello"
    members take 1 select name
    ```

    ```
    not run
    ```
    """
  let report = Report(text)
  #expect(report.programs.map(\.text).prefix(3) == ["count(members)", "count(projects)", "1 + 1"])
  #expect(report.programs.map(\.line) == [nil, nil, nil, 8, 12])
  #expect(report.programs[3].text == "members count by country\nshow bars")
  let environment = Environment(network: try Pictures.made.get())
  let answers = try report.programs.map { program in
    try environment.compile(program.text).run().pieces.map { piece -> Report.Answer in
      switch piece {
      case .result(let result): .result(result)
      case .message(let text): .message(text)
      }
    }
  }
  let page = String(decoding: try report.page(answers, environment.network), as: UTF8.self)
  let count = try Pictures.answer("count(members)").text(row: 0, column: 0) ?? ""
  #expect(
    page.contains("<h1>About <span class=\"value\" title=\"count(members)\">\(count)</span></h1>"))
  #expect(
    page.contains("<svg") && page.contains("<p>hello</p>") && page.contains("<pre><code>not run"))
  #expect(throws: PictureFault.self) {
    try Report("`hora members`").page(
      [[.result(try Pictures.answer("members"))]], environment.network)
  }
}

@Test func noMarkdownTraps() {
  let pieces = [
    "#", "*", "**", "_", "`", "``", "```", "[", "](", ")", "\\", "|", "---", "- ", "1. ", "> ",
    "\n", "\n\n", " ", "a", "é", "hora ",
  ]
  var random: UInt64 = 7
  for _ in 0..<3000 {
    var text = ""
    for _ in 0..<24 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(random >> 33) % pieces.count]
    }
    var writer = ReportWriter(answers: nil)
    writer.write(MarkdownReader.blocks(text))
    let opened = writer.html.components(separatedBy: "<em>").count
    #expect(opened == writer.html.components(separatedBy: "</em>").count, "\(text)")
    for name in ["ul>", "ol", "li>", "strong>", "p>", "code>", "table>", "pre>"] {
      let opened = writer.html.components(separatedBy: "<\(name)").count
      let closed = writer.html.components(separatedBy: "</\(name)").count
      #expect(opened == closed, "\(name): \(text)\n\(writer.html)")
    }
  }
  // A mark that nothing closes is looked for once.
  let long = String(repeating: "*a [b `c **d ", count: 20_000)
  let time = ContinuousClock().measure { _ = MarkdownInline.pieces(long) }
  #expect(time < .seconds(20), "\(time)")
}
