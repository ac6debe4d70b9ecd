import HoraEngine
import Testing

/// A String's UTF-8 as a comparable value: `==` on String would hide a difference of form.
private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private func text(ofScalars hex: String) -> String {
  var out = ""
  for part in hex.split(separator: " ") {
    guard let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) else { continue }
    out.unicodeScalars.append(scalar)
  }
  return out
}

@Suite struct CompositionTests {
  @Test func agreesWithPython() {
    let rows = fixtureRows("composition.tsv")
    #expect(rows.count > 2000)
    var wrong: [String] = []
    for row in rows where row.count == 2 {
      let made = bytes(Composition.composed(text(ofScalars: row[0])))
      if made != bytes(text(ofScalars: row[1])) { wrong.append(row[0]) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func quickCheckNeverPromisesTooMuch() {
    for row in fixtureRows("composition.tsv") where row.count == 2 && row[0] != row[1] {
      var source = text(ofScalars: row[0])
      #expect(!source.withUTF8 { Composition.isComposed($0) }, "\(row[0])")
    }
  }

  @Test func plainTextIsComposed() {
    for source in ["Timișoara", "Београд", "Αθήνα", "İstanbul", "plain", ""] {
      var copy = source
      #expect(copy.withUTF8 { Composition.isComposed($0) }, "\(source)")
    }
  }

  @Test func manyMarksTakeNoQuadraticTime() {
    let many = "a" + String(repeating: "\u{0301}\u{0323}", count: 50_000)
    #expect(Composition.composed(many).unicodeScalars.count == 100_000)
  }
}

@Suite struct SearchFormTests {
  @Test func agreesWithICU() {
    let rows = fixtureRows("search-form.tsv")
    #expect(rows.count > 100)
    for row in rows where row.count == 3 {
      #expect(SearchForm.of(row[1]) == row[2], "\(row[0]): \(row[1])")
    }
  }

  @Test(arguments: [
    ("Timișoara", "timisoara"), ("Timişoara", "timisoara"), ("Београд", "beograd"),
    ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"), ("ıstanbul", "istanbul"),
    ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Ærø", "aero"), ("Łódź", "lodz"),
    ("Þórður", "thordur"), ("Ħamrun", "hamrun"), ("Đuro", "duro"), ("Ðorvaldur", "dorvaldur"),
    ("ΑΘΗΝΑ", "athina"), ("ΟΔΟΣ", "odos"), ("Велико Търново", "veliko tarnovo"),
    ("Николай", "nikolay"), ("Никола\u{0438}\u{0306}", "nikolay"), ("Ямбол", "yambol"),
    ("Мария Щерева", "maria shtereva"), ("d’Études – “x”", "d'etudes - \"x\""),
    ("Јован Ѓорче Ќириќ", "jovan gorce kirik"), ("a\u{00A0}b\u{00AD}c", "a bc"), ("ŠĐČĆŽ", "sdccz"),
  ])
  func searchForm(_ source: String, _ expected: String) {
    let composed = source.hasPrefix("Никола\u{0438}") ? source : Composition.composed(source)
    #expect(bytes(SearchForm.of(composed)) == bytes(expected))
  }

  @Test(arguments: [
    ("Университет", "университет"), ("Université", "universite"), ("Αθήνας", "αθηνασ"),
    ("İI", "ii"), ("Ќирил", "кирил"), ("Große", "grosse"), ("日本", "日本"), ("한국", "한국"),
    ("हिन्दी", "हिन्दी"), ("ＡＢ", "ab"), ("“q”", "“q”"),
  ])
  func fold(_ source: String, _ expected: String) {
    #expect(bytes(Fold.of(source)) == bytes(expected))
  }

  @Test func bothAreIdempotentOnEveryScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0)..<0x20000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let source = Composition.composed(String(Character(scalar)))
      let folded = Fold.of(source)
      let found = SearchForm.of(source)
      if bytes(Fold.of(folded)) != bytes(folded) || bytes(SearchForm.of(found)) != bytes(found) {
        wrong.append(value)
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
  }

  @Test func badBytesDoNotTrap() {
    for source: [UInt8] in [
      [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80, 0x41], [0xED, 0xA0, 0x80],
    ] {
      var out: [UInt8] = []
      source.withUnsafeBufferPointer {
        SearchForm.append($0, to: &out)
        Composition.append($0, to: &out)
      }
      #expect(!out.isEmpty)
    }
  }
}

@Suite struct WordTests {
  @Test(arguments: [
    ("AI", "Retail", false), ("AI", "AI and robots", true), ("ai", "the AI.", true),
    ("timisoara", "Universitatea din Timișoara", true), ("beograd", "Град Београд", true),
    ("machine learning", "Machine Learning for all", true),
    ("machine learning", "machine-learning", true), ("machine learning", "learning machine", false),
    ("machine learning", "machine and learning", false), ("learn*", "machine learning", true),
    ("*ing", "machine learning", true), ("l?arning", "learning", true),
    ("l?arning", "larning", false),
    ("ma*ne le*", "machine learning", true), ("ma*ne le*", "machine x learning", false),
    ("*", "", false), ("*", "x", true), ("?", "xy", false), ("", "x", false), ("--", "--", false),
    ("a a b", "a a a b", true), ("5G", "with 5g networks", true), ("日本", "日本", true),
    ("d'etudes", "Laboratoire d’études", true), ("a*b*c", "axxbxxbyyc", true),
  ])
  func pattern(_ pattern: String, _ source: String, _ expected: Bool) {
    #expect(WordPattern(pattern).matches(source) == expected)
  }

  @Test func wordsOfAText() {
    #expect(Words.of("Čačak – d.o.o. (Ниш), 5G") == ["cacak", "d", "o", "o", "nis", "5g"])
    #expect(WordPattern("…").isEmpty)
    #expect(WordPattern("smart* city").words == ["smart*", "city"])
  }
}
