// Tables of tokens: what each piece of text is read as.

import Testing

@testable import HoraSyntax

@Suite struct LexerTests {
  private func kinds(_ text: String) -> [String] {
    lex(SourceText(text)).tokens.dropLast().map { "\($0.kind)" }
  }

  private func codes(_ text: String) -> [Int] {
    lex(SourceText(text)).diagnostics.map(\.code.number)
  }

  @Test(arguments: [
    ("17", "integer"), ("1_000_000", "integer"), ("2.5", "decimal"), ("1e6", "decimal"),
    ("1E-3", "decimal"), ("2.5e+3", "decimal"), ("2010..2015", "integer dots integer"),
    ("1.a", "integer dot name"), ("2015-12-01", "date"), ("2015-12", "month"),
    ("2015-Q4", "quarter"), ("2015-q1", "quarter"), ("90d", "duration"), ("6mo", "duration"),
    ("2y", "duration"), ("3W", "duration"), ("2015-1", "integer minus integer"),
    ("2015-123", "integer minus integer"), ("2015 - 12", "integer minus integer"),
    ("2015-90d", "integer minus duration"), ("115-12", "integer minus integer"),
    ("2015-12-01..2016-01-01", "date dots date"), ("2015-12..2016-01", "month dots month"),
    ("2015-Q1x", "integer minus name"),
  ])
  func numbersAndDates(_ text: String, _ expected: String) {
    #expect(kinds(text).joined(separator: " ") == expected)
    #expect(codes(text) == [])
  }

  @Test(arguments: [
    ("12abc", 116), ("1_", 116), ("1.5y", 116), ("9223372036854775808", 115), ("1e999", 115),
    ("2015-13", 112), ("2015-00", 112), ("2015-02-29", 111), ("2015-12-1", 114),
    ("2015-12-001", 114), ("2015-Q0", 113), ("2015-Q44", 113), ("99999999999999999999d", 115),
  ])
  func wrongNumbersAndDates(_ text: String, _ code: Int) {
    #expect(codes(text) == [code])
    #expect(kinds(text).count == 1)
  }

  @Test(arguments: [
    (#""a""#, "a"), (#"'a'"#, "a"), (#""a\"b""#, "a\"b"), (#"'a\'b'"#, "a'b"), (#""\\""#, "\\"),
    (#""a\n\t\r""#, "a\n\t\r"), (#""\u{1F600}\u{e9}""#, "😀é"), (#""""#, ""), (#""{a}""#, "{a}"),
    ("“a \"b”", "a "), ("„a“", "a"), ("«a»", "a"), ("»a«", "a"), ("‘a’", "a"), ("“a\"", "a"),
    ("\"\"\"a\"\"\"", "a"), ("\"\"\"\n  a\n   b \"c\"\n  \"\"\"", "a\n b \"c\""),
    ("\"\"\"\na\n\"\"\"", "a"), ("\"\"\"a\nb\"\"\"", "a\nb"), ("\"\"\"\"\"\"", ""),
    ("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"", "a\nb"), (#""č""#, "č"),
  ])
  func texts(_ text: String, _ value: String) {
    let source = SourceText(text)
    let first = lex(source).tokens[0]
    #expect(first.kind == .text)
    #expect(LiteralText.text(source.text(in: first.range)) == value)
  }

  @Test(arguments: [
    ("\"a", 103), ("'a\nb'", 103), ("\"\"\"a\"\"", 103), ("“a", 103), (#""\q""#, 104),
    (#""\u{110000}""#, 105), (#""\u{D800}""#, 105), (#""\u{}""#, 105), (#""\u{1""#, 105),
    ("`a", 108), ("``", 109), ("/* a", 106), ("$", 110), ("$1", 110), ("~ /a", 117),
    ("~ /a/x", 118), ("@", 102), ("a ? b", 102), ("😀", 102), ("a ^ b", 102),
  ])
  func wrongTexts(_ text: String, _ code: Int) {
    #expect(codes(text).first == code)
  }

  @Test(arguments: [
    ("a ~ /b c/i", "name tilde regex"), ("a !~ /b\\/c/", "name notTilde regex"),
    ("a / b / c", "name slash name slash name"), ("a ~ \n /b/", "name tilde regex"),
    ("a ~ # c\n /b/", "name tilde regex"), ("a ~ /* c */ /b/", "name tilde regex"),
    ("a = b / c", "name equal name slash name"),
  ])
  func regularExpressionsOnlyBehindTilde(_ text: String, _ expected: String) {
    #expect(kinds(text).joined(separator: " ") == expected)
    #expect(codes(text) == [])
  }

  @Test(arguments: [
    "a", "_", "_a1", "č", "имя", "名前", "e\u{301}", "a\u{30a}b", "Æ", "x１",
  ])
  func names(_ text: String) {
    #expect(kinds(text) == ["name"])
    #expect(codes(text) == [])
  }

  @Test func wordsWithoutRegardToCase() {
    for word in Word.allCases {
      for text in [word.rawValue, word.rawValue.uppercased(), word.rawValue.capitalized] {
        #expect(lex(SourceText(text)).tokens[0].word == word)
      }
      #expect(lex(SourceText("`\(word.rawValue)`")).tokens[0].word == nil)
    }
    #expect(Word.allCases.map(\.rawValue.utf8.count).max() ?? 99 <= Word.longest)
    #expect(lex(SourceText("wherev")).tokens[0].word == nil)
  }

  @Test(arguments: [
    ("a # b", "name"), ("#!x\na", "name"), ("## d\na", "name"), ("a /* b \n c */ d", "name name"),
    ("/**/a", "name"), ("/***/a", "name"), ("a\u{A0}b", "name name"), ("\u{FEFF}a", "name"),
    ("partners{1,3}", "name hopBrace integer comma integer rightBrace"),
    ("x { 1", "name leftBrace integer"), ("x {1", "name hopBrace integer"),
    (
      "= != < <= > >= ~ !~", "equal notEqual less lessOrEqual greater greaterOrEqual tilde notTilde"
    ),
    (". .. ?? + - * / %", "dot dots coalesce plus minus star slash percent"),
    (
      ", : ; | ( ) [ ]",
      "comma colon semicolon bar leftParen rightParen leftBracket rightBracket"
    ),
  ])
  func signsAndComments(_ text: String, _ expected: String) {
    #expect(kinds(text).joined(separator: " ") == expected)
    #expect(codes(text) == [])
  }

  /// `|` stands for a line end that counts, `_` for one that does not.
  @Test(arguments: [
    ("a\nb", true), ("a\n\n\nb", true), ("a # c\nb", true), ("a\r\nb", true), ("a\rb", true),
    ("(a\nb)", false), ("[a\nb]", false), ("f(a,\nb)", false), ("{ a\nb }", true),
    ("a +\nb", false), ("a\n+ b", false), ("a\n- b", false), ("a,\nb", false), ("a\n, b", false),
    ("a |\nb", false), ("a\n| b", false), ("a where\nb", false), ("a\nwhere b", false),
    ("a\nWHERE b", false), ("a sort\nby b", false), ("a\nby b", false), ("a and\nb", false),
    ("a\nand b", false), ("a not\nin b", false), ("a\nnot in b", false), ("a\nnot b", true),
    ("a\ncount by b", false), ("a\ncount(b)", true), ("a\ncount (b)", true), ("a\nmax(b)", true),
    ("a\nmax 3", false), ("a\n(b)", true), ("a\n[b]", true), ("a\n.b", false), ("a.\nb", false),
    ("a\nover (b)", false), ("a\nover b", true), ("a\nvia b", false), ("a via\nb", false),
    ("a.where\nb", true), ("a.via\nb", true), ("a select via\nb", true), ("a weight\nb", false),
    ("a select weight\nb", true), ("a is missing\nb", true), ("a distinct\nb", true),
    ("select *\nb", true), ("a *\nb", false), ("select a, *\nb", true), ("if a then\nb", false),
    ("if a\nthen b", false), ("test \"x\"\n{ a }", false), ("a {1}\nb", true), ("a = 1 ;\nb", true),
    ("(a\nlet b = 1", true), ("(a\nlet b", false), ("a all shortest\nb", true), ("a in b\nc", true),
    ("a\nprefer b", false), ("a\nwith (b)", false), ("it\nb", true), ("/* \n */ a\nb", true),
    ("a /* \n */ b", false), ("a under\nb", false), ("show table\nb", true), ("a as by\nb", false),
  ])
  func lineEnds(_ text: String, _ counts: Bool) {
    let tokens = lex(SourceText(text)).tokens
    #expect(tokens.contains { $0.kind == .lineEnd } == counts)
    #expect(tokens.first?.kind != .lineEnd)
  }

  @Test(arguments: [
    ("let x = 1", "let"), ("let where x", ""), ("let count by x", ""), ("let count = 1", "let"),
    ("a let x", ""), ("print 'x'", "print"), ("print where x", ""), ("test 'a' {}", "test"),
    ("network n = a via b", "network"), ("network where a", ""), ("some x", "some"),
    ("x = some", ""), ("sort by no desc", ""), ("no (x)", "no"), ("every it", "every"),
    ("expect none", "none"), ("expect none = 3", ""), ("expect some rows", "some"),
    ("pairs x as a, b", "pairs"), ("pairs x", "pairs"), ("pairs x\ny", ""), ("pairs(x)", ""),
    ("pairs x(", "pairs"), ("match x[y", "match"),
    ("pairs(x).y[1] as a, b", "pairs"),
    ("x = match a with b", "match"), ("y select match a", ""), ("gaps a against b", "gaps"),
    ("gaps", ""), ("paths from a", "paths"), ("each optional p as x", "optional"),
    ("each optional as x", ""), ("exactly 3 x", "exactly"), ("exactly(x)", ""),
    ("a.some x", ""), ("assert x", "assert"), ("assert - x", ""), ("language 1", "language"),
    ("for x in y {}", "for"), ("use 'a' as b", "use"), ("def f(x) = 1", "def"),
    ("param p: int", "param"),
  ])
  func wordsByPosition(_ text: String, _ expected: String) {
    let source = SourceText(text)
    let marked = lex(source).tokens.filter(\.isKeyword).map { source.text(in: $0.range) }
    #expect(marked.joined(separator: " ") == expected)
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
      [0x22, 0xFF, 0x22], [0x60, 0xC3, 0x60], [0x7E, 0x2F, 0xFF, 0x2F],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8(_ bytes: [UInt8]) {
    let source = SourceText(bytes: bytes)
    let result = parse(source)
    #expect(result.diagnostics.contains { $0.code.number == 101 })
    #expect(result.tree.printed() == bytes)
  }
}
