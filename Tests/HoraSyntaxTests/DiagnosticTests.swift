// Kind errors: what each mistake says, where, and that its fix puts it right.

import Foundation
import Testing

@testable import HoraSyntax

/// A wrong program, what it is told, and what the fix makes of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var text: String
  var code: Int
  /// What the message points at.
  var place: String
  var fixed: String?

  init(_ text: String, _ code: Int, at place: String, fixed: String? = nil) {
    self.text = text
    self.code = code
    self.place = place
    self.fixed = fixed
  }

  var testDescription: String { text }

  static let all: [Mistake] = [
    // Operators of other languages.
    Mistake("m where a == 1", 119, at: "==", fixed: "m where a = 1"),
    Mistake("m where a <> 1", 119, at: "<>", fixed: "m where a != 1"),
    Mistake("m where a && b", 119, at: "&&", fixed: "m where a and b"),
    Mistake("m where a&&b", 119, at: "&&", fixed: "m where a and b"),
    Mistake("m where a || b", 119, at: "||", fixed: "m where a or b"),
    Mistake("m where !x", 119, at: "!", fixed: "m where not x"),
    Mistake("m where a => 1", 119, at: "=>", fixed: "m where a >= 1"),
    Mistake("m where a ≥ 1", 119, at: "≥", fixed: "m where a >= 1"),
    Mistake("m where a − 1 > 2", 119, at: "−", fixed: "m where a - 1 > 2"),
    Mistake("m where a like '%AI%'", 254, at: "like", fixed: "m where a ~ \"AI\""),
    Mistake("m where a NOT LIKE 'AI%'", 254, at: "NOT LIKE", fixed: "m where a !~ \"AI*\""),
    Mistake("m where a contains 'x'", 255, at: "contains", fixed: "m where a ~ 'x'"),
    Mistake("m where a IS NULL", 252, at: "IS NULL", fixed: "m where a is missing"),
    Mistake(
      "m where a IS NOT NULL and b", 252, at: "IS NOT NULL",
      fixed: "m where a is not missing and b"),
    Mistake("m where a is 'x'", 253, at: "is", fixed: "m where a = 'x'"),
    Mistake("m where a is not 'x'", 253, at: "is not", fixed: "m where a != 'x'"),
    Mistake("m where a between 1 and 2", 256, at: "between", fixed: "m where a in 1..2"),
    Mistake("m where a < b < c", 230, at: "<", fixed: "m where a < b and b < c"),
    Mistake("m where x > .5", 262, at: ".", fixed: "m where x > 0.5"),
    Mistake("m // why", 107, at: "//", fixed: "m # why"),
    Mistake("m where a = “AI”", 120, at: "“AI”", fixed: "m where a = \"AI\""),
    Mistake("m where a = ‘AI’", 120, at: "‘AI’", fixed: "m where a = 'AI'"),
    // Clauses of other languages.
    Mistake("m ORDER BY a", 250, at: "ORDER BY", fixed: "m sort by a"),
    Mistake("m limit 10", 250, at: "limit", fixed: "m take 10"),
    Mistake("m where a = 1 offset 10", 250, at: "offset", fixed: "m where a = 1 skip 10"),
    Mistake("m filter a = 1", 250, at: "filter", fixed: "m where a = 1"),
    Mistake("m group by country", 251, at: "group by", fixed: "m summarize by country"),
    Mistake("m top 10 size", 231, at: "size", fixed: "m top 10 by size"),
    Mistake("m top 10", 231, at: ""),
    Mistake("m sort name", 232, at: "sort", fixed: "m sort by name"),
    Mistake("m select name as n", 257, at: "as n", fixed: "m select n = name"),
    Mistake("m summarize count(*)", 259, at: "*", fixed: "m summarize count()"),
    Mistake("m where a = 1, b = 2", 260, at: ",", fixed: "m where a = 1 and b = 2"),
    Mistake(
      "m country:Serbia city:\"Novi Sad\"", 261, at: "country:Serbia city:\"Novi Sad\"",
      fixed: "m where country = \"Serbia\" and city = \"Novi Sad\""),
    Mistake(
      "SELECT name, city FROM members WHERE country = 'Serbia' ORDER BY name LIMIT 5", 258,
      at: "SELECT name, city FROM members WHERE country = 'Serbia' ORDER BY name LIMIT 5",
      fixed: "members where country = \"Serbia\" sort by name take 5 select name, city"),
    Mistake(
      "select * from members\nwhere a is null and b like '%x%'", 258,
      at: "select * from members\nwhere a is null and b like '%x%'",
      fixed: "members where a is missing and b ~ \"x\""),
    Mistake(
      "SELECT country, COUNT(*) AS n FROM members GROUP BY country HAVING n > 2", 258,
      at: "SELECT country, COUNT(*) AS n FROM members GROUP BY country HAVING n > 2",
      fixed: "members summarize n = count() by country where n > 2"),
    // Misspelt words.
    Mistake("memebrs wehre x", 212, at: "wehre", fixed: "memebrs where x"),
    Mistake("m where x slect y", 212, at: "slect", fixed: "m where x select y"),
    Mistake("m summarise n = count()", 250, at: "summarise", fixed: "m summarize n = count()"),
    Mistake("m where a adn b", 212, at: "adn", fixed: "m where a and b"),
    Mistake("lte x = 3", 212, at: "lte", fixed: "let x = 3"),
    Mistake("m cover x bz y", 212, at: "bz", fixed: "m cover x by y"),
    Mistake("m each p", 202, at: ""),
    // Not closed.
    Mistake("m where a = \"AI", 103, at: "\"AI", fixed: "m where a = \"AI\""),
    Mistake("m where (a = 1", 214, at: "", fixed: "m where (a = 1)"),
    Mistake("m where a in [1, 2", 214, at: "", fixed: "m where a in [1, 2]"),
    Mistake("m where (a = 1 select b)", 0, at: ""),
    Mistake("m where a ~ /x", 117, at: "/x", fixed: "m where a ~ /x/"),
    Mistake("m /* x", 106, at: "/*", fixed: "m /* x */"),
    Mistake("m where `a b = 1", 108, at: "`a b = 1"),
    Mistake("m where a)", 213, at: ")", fixed: "m where a"),
    Mistake("test \"x\" { m", 214, at: "", fixed: "test \"x\" { m}"),
    // Numbers, dates.
    Mistake("m where a > 10k", 116, at: "10k", fixed: "m where a > 10e3"),
    Mistake("m where d = 2015-02-30", 111, at: "2015-02-30"),
    Mistake("m where d = 2015-13", 112, at: "2015-13"),
    Mistake("m where d = 2015-Q5", 113, at: "2015-Q5"),
    Mistake("m where d = 2015-12-1", 114, at: "2015-12-1"),
    Mistake("m where a = 9223372036854775808", 115, at: "9223372036854775808"),
    Mistake("m where a = \"\\q\"", 104, at: "\\q", fixed: "m where a = \"\\\\q\""),
    // Others.
    Mistake("m.partners{1..3}", 233, at: "..", fixed: "m.partners{1,3}"),
    Mistake("f(m where x, 2)", 234, at: "m where x", fixed: "f((m where x), 2)"),
    Mistake("[1, 2,]", 216, at: ",", fixed: "[1, 2]"),
    Mistake("f(a,)", 216, at: ",", fixed: "f(a)"),
    Mistake("m select a, where b", 216, at: ",", fixed: "m select a where b"),
    Mistake(
      "m summarize n = count(), by a", 216, at: ",", fixed: "m summarize n = count() by a"),
    Mistake("m sort by a descending", 250, at: "descending", fixed: "m sort by a desc"),
    Mistake("m where a = Novi Sad", 265, at: "Novi Sad", fixed: "m where a = \"Novi Sad\""),
    Mistake("let a = 1 let b = 2", 211, at: "let"),
    Mistake("m where a = 'it's'", 103, at: "'"),
    Mistake("m[\"Cluj", 103, at: "\"Cluj"),
    Mistake("where a = 1", 217, at: "where"),
    Mistake("m where", 201, at: ""),
    Mistake("m select where = 1", 203, at: "where", fixed: "m select `where` = 1"),
    Mistake("if a then b", 207, at: "", fixed: "if a then b else missing"),
    Mistake("print \"{a\"", 237, at: "{", fixed: "print \"{{a\""),
    Mistake("print \"{a b}\"", 239, at: "b"),
    Mistake("m save file", 205, at: "file", fixed: "m save \"file\""),
    Mistake("let select = 1", 0, at: ""),
    Mistake("let x: 1", 236, at: ":", fixed: "let x = 1"),
    Mistake("m; language 1", 235, at: "language"),
    Mistake("m where a = /x/", 238, at: "/"),
    Mistake("pairs m where x", 264, at: "pairs"),
    Mistake("m each projects as where", 203, at: "where"),
    Mistake("m where a = $", 110, at: "$"),
    Mistake("m where a @ b", 102, at: "@"),
  ]
}

@Suite struct DiagnosticTests {
  @Test(arguments: Mistake.all.filter { $0.code > 0 })
  func isExplained(_ mistake: Mistake) {
    let source = SourceText(mistake.text)
    let result = parse(source)
    #expect(result.diagnostics.map(\.code.number) == [mistake.code])
    guard let first = result.diagnostics.first else { return }
    #expect(source.text(in: first.range) == mistake.place)
    #expect(result.tree.printed() == source.bytes)
    if let fixed = mistake.fixed {
      let applied = first.fixIts.first?.applied(to: source)
      #expect(applied?.text == fixed)
      #expect(parse(SourceText(fixed)).diagnostics == [])
    }
  }

  /// Independent mistakes are told one by one.
  @Test(arguments: [
    ("m where; m select; m take", [201, 201, 204]),
    ("m where = 1 select , take x y", [201, 201, 218]),
    ("let x 3\nm wehre x\nprint 3\nm top 3", [218, 212, 218, 231]),
    ("m where a == 1 order by b limit 3", [119, 250, 250]),
    ("m where (a b) and (c d) and [e f]", [218, 218, 218]),
    ("let x = (1 + 2\nlet y = 3 +\nm where z)", [214, 213]),
  ])
  func eachMistakeIsToldOnce(_ text: String, _ codes: [Int]) {
    #expect(parse(SourceText(text)).diagnostics.map(\.code.number) == codes)
  }

  @Test(arguments: [
    ("m where", true), ("m |", true), ("m where (a", true), ("test \"x\" {", true),
    ("let x =", true), ("m where \"\"\"a", true), ("m /* a", true), ("m where )", false),
    ("m where a", false), ("m wehre", false),
  ])
  func aShellKnowsWhatIsIncomplete(_ text: String, _ expected: Bool) {
    #expect(parse(SourceText(text)).isIncomplete == expected)
  }

  @Test func everyCodeIsRegisteredAndTested() throws {
    let folder = GrammarFile.repository.appendingPathComponent("Sources/HoraSyntax")
    var used: Set<Int> = []
    for file in ["LexerMessages", "ParserMessages", "HabitMessages"] {
      let url = folder.appendingPathComponent("\(file).swift")
      let text = try String(contentsOf: url, encoding: .utf8)
      for piece in text.components(separatedBy: "code: ").dropFirst() {
        if let number = Int(piece.prefix { $0.isNumber }) { used.insert(number) }
      }
    }
    let registered = DiagnosticCodes.syntax.map(\.code.number)
    #expect(registered == used.sorted())
    let tested = Set(Mistake.all.map(\.code)).union([
      101, 105, 109, 118, 121, 122, 204, 206, 210, 211, 215, 218, 219, 220, 221, 263,
    ])
    #expect(used.subtracting(tested) == [])
  }

  // MARK: Rendering

  private func rendered(_ text: String, colour: Bool = false) -> String {
    let source = SourceText(text, name: "q.hora")
    let renderer = DiagnosticRenderer(source, usesColour: colour)
    return renderer.text(parse(source).diagnostics)
  }

  @Test func text() {
    #expect(
      rendered("members\n  where\ta == \"x\"") == """
        error[H0119]: == is written = here
         --> q.hora:2:11
          |
        2 |   where    a == "x"
          |              ^^
          = help: write =
          |   where    a = "x"

        """)
    #expect(
      rendered("m where 名 = \"e\u{301}é\" and (x") == """
        error[H0214]: a `(` is not closed
         --> q.hora:1:24
          |
        1 | m where 名 = "e\u{301}é" and (x
          |                         ^ `)` is missing here
          |                       - opened here
          = help: close it
          | m where 名 = "e\u{301}é" and (x)

        """)
  }

  @Test func lineAndJSONAndColour() {
    let source = SourceText("m wehre \"<\"", name: "a\"b")
    let found = parse(source).diagnostics
    let renderer = DiagnosticRenderer(source)
    #expect(
      found.map { renderer.line($0) } == [
        "a\"b:1:3: error[H0212]: `wehre` is not known here; did you mean `where`? (help: write where)"
      ])
    let json = renderer.json(found)
    let read = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(read?.first?["code"] as? String == "H0212")
    #expect(read?.first?["file"] as? String == "a\"b")
    #expect(rendered("m wehre", colour: true).contains("\u{1B}[1;31merror[H0212]\u{1B}[0m"))
    #expect(!rendered("m wehre \u{1B}[31m \u{202E}").contains("\u{1B}"))
  }

  @Test func longLinesAreCut() {
    let text = "m where " + String(repeating: "aé + ", count: 5000) + "b == 1"
    let output = rendered(text)
    #expect(output.utf8.count < 1500)
    #expect(output.contains("b == 1"))
  }

  @Test func nearestWords() {
    #expect(nearest("wehre", in: Word.clauseWords, limit: 3) == ["where"])
    #expect(
      nearest("countyr", in: ["city", "country", "county"], limit: 2) == ["country", "county"])
    #expect(nearest("comp", in: ["competences", "name"], limit: 2) == ["competences"])
    #expect(nearest("zzz", in: ["name"], limit: 2) == [])
    #expect(nearest("Name", in: ["name"], limit: 2) == ["name"])
  }
}
