import HoraEngine
import Testing

private func search(_ pattern: String, _ flags: String, _ text: String) throws -> Bool {
  RegexMatcher(try TextRegex(pattern, ignoresCase: flags == "i")).matches(text)
}

@Suite struct RegexTests {
  /// Pattern, flags, texts that have it, texts that have it not.
  static let table: [(String, String, [String], [String])] = [
    ("abc", "", ["abc", "xabcx"], ["ab", "ABC", ""]),
    ("", "", ["", "x"], []),
    ("a.c", "", ["abc", "a\u{1F600}c", "aшc"], ["ac", "a\nc"]),
    ("^a", "", ["ab"], ["ba", "", "\na"]),
    ("a$", "", ["ba"], ["ab", "a\n"]),
    ("^$", "", [""], ["x", "\n"]),
    ("^(a|b)$", "", ["a", "b"], ["ab", ""]),
    ("[a-cx]", "", ["b", "x"], ["d", ""]),
    ("[^a-c]", "", ["d", "\n", "ш"], ["abc", ""]),
    ("[a\\]]", "", ["]"], ["b"]),
    ("[-a]", "", ["-", "a"], ["b"]),
    ("[a-]", "", ["-", "a"], ["b"]),
    ("[\\d\\s]", "", ["7", " ", "\u{00A0}"], ["x"]),
    ("[^\\d\\s]", "", ["x"], ["7 ", "\u{00A0}"]),
    ("[а-я]", "", ["Шума"], ["Ш", "a"]),
    ("[{}()*+?.$|/]", "", ["(", "$"], ["a"]),
    ("x{2}", "", ["xx", "axxx"], ["x"]),
    ("^x{2,3}$", "", ["xx", "xxx"], ["x", "xxxx"]),
    ("^x{2,}$", "", ["xx", "xxxxxx"], ["x"]),
    ("^x{0}$", "", [""], ["x"]),
    ("^x{0,1}y", "", ["y", "xy"], ["xxy"]),
    ("^x*?$", "", ["", "xxx"], ["y"]),
    ("^(?:ab)+$", "", ["ab", "abab"], ["", "aba"]),
    ("^(?<name>ab)(?P<other>c)$", "", ["abc"], ["ab"]),
    ("a||b", "", [""], []),
    ("^(a|)$", "", ["", "a"], ["b"]),
    ("\\bAI\\b", "", ["AI", "the AI.", "AI-based", "„AI“"], ["Retail", "AIs", "AI2", "шAI"]),
    ("\\Bb\\B", "", ["abc"], ["b", "ab", "bc"]),
    ("\\bčačak", "i", ["Grad Čačak"], ["xčačak"]),
    ("\\b", "", ["a", " é"], ["", " -"]),
    ("\\B", "", ["", " ", "ab"], ["a"]),
    ("\\w+@\\w+", "", ["ana@firma"], ["ana @ firma"]),
    ("^\\w+$", "", ["Чачак_2", "e\u{0301}x", "日本"], ["a b", ""]),
    ("^\\d+$", "", ["123", "٣"], ["²", "1.5"]),
    ("\\s", "", ["a\u{2003}b", "\u{0085}"], ["a\u{200B}b"]),
    ("^\\S+$", "", ["a\u{200B}b", "\u{7F}"], ["a b", "\u{85}"]),
    ("^\\D\\W$", "", ["a-"], ["1-", "aa"]),
    ("\\p{Lu}", "", ["a Ш"], ["a ш 1"]),
    ("\\p{Lu}", "i", ["Ш"], ["ш"]),
    ("^\\pL+$", "", ["Ωш"], ["Ω1"]),
    ("\\P{L}", "", ["a1"], ["aш"]),
    ("[\\p{Nd}\\p{Sc}]", "", ["5", "€"], ["a"]),
    ("[^\\p{L}]", "", ["1"], ["ab"]),
    (
      "smart\\s+cit(y|ies)", "i", ["Smart   City", "SMART CITIES"], ["smartcity", "smart citadel"]
    ),
    ("straße", "i", ["STRAẞE"], ["STRASSE"]),
    ("σοφος", "i", ["ΣΟΦΟΣ", "σοφοσ"], ["σοφο"]),
    ("k", "i", ["\u{212A}"], ["x"]),
    ("[k-l]", "i", ["\u{212A}", "L"], ["j"]),
    ("[^k]", "i", ["x"], ["kK\u{212A}"]),
    ("i", "i", ["I"], ["ı", "İ"]),
    ("ı", "i", ["ı"], ["i", "I"]),
    ("дж", "i", ["ДЖ", "Дж"], ["d"]),
    ("\\x41\\u0042\\u{43}\\u{1F600}", "", ["ABC\u{1F600}"], ["abc"]),
    ("^a\\tb\\nc\\r\\f\\v$", "", ["a\tb\nc\r\u{C}\u{B}"], ["atbnc"]),
    ("\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\^\\$\\|\\\\\\/\\-", "", [".*+?()[]{}^$|\\/-"], ["x"]),
    ("a}b]c", "", ["a}b]c"], ["abc"]),
    ("/", "", ["a/b"], ["ab"]),
    ("\u{17E}", "", ["ž"], ["z"]),
    ("(^a|b)c", "", ["ac", "xbc"], ["xac"]),
    ("a(b$|c)", "", ["ab", "acx"], ["abx"]),
    ("(a|b)*c$", "", ["ababc", "c"], ["cab"]),
    ("^(?:a?){3}a{3}$", "", ["aaa", "aaaaaa"], ["aa", "aaaaaaa"]),
  ]

  @Test(arguments: table.indices)
  func finds(_ row: Int) throws {
    let (pattern, flags, having, lacking) = Self.table[row]
    let matcher = RegexMatcher(try TextRegex(pattern, ignoresCase: flags == "i"))
    // Twice: by states not known, then by known ones.
    for _ in 0..<2 {
      for text in having { #expect(matcher.matches(text), "/\(pattern)/\(flags) in \(text)") }
      for text in lacking { #expect(!matcher.matches(text), "/\(pattern)/\(flags) in \(text)") }
    }
  }

  /// Pattern, a part of the message, the part of the pattern under the caret.
  static let wrong: [(String, String, String)] = [
    ("ab(c", "this `(` is not closed", "("),
    ("čš)c", "this `)` closes nothing", ")"),
    ("a[bc", "this `[` is not closed", "["),
    ("a[]", "no letters", "[]"),
    ("a[^]b", "no letters", "[^]"),
    ("a[x[:alpha:]]", "do not exist", "[:"),
    ("*a", "nothing before `*`", "*"),
    ("a|+", "nothing before `+`", "+"),
    ("(?)", "does not exist", "(?)"),
    ("(?:)(?", "does not exist", "(?"),
    ("^*", "nothing before `*`", "*"),
    ("a\\b{2}", "nothing before `{`", "{2}"),
    ("a**", "repeats what is repeated", "*"),
    ("a*+", "repeats what is repeated", "+"),
    ("a{2}{3}", "repeats what is repeated", "{3}"),
    ("a{", "a count is written", "{"),
    ("a{,3}", "a count is written", "{"),
    ("a{2,3", "a count is written", "{"),
    ("a{x}", "a count is written", "{"),
    ("{2}", "nothing before `{`", "{"),
    ("a{1001}", "at most 1000", "{1001}"),
    ("a{1,99999999999999999999}", "at most 1000", "{1,99999999999999999999}"),
    ("a{5,2}", "smaller number", "{5,2}"),
    ("[č-a]", "`č-a` goes downwards", "č-a"),
    ("[\\d-z]", "one letter at each end", "\\d-z"),
    ("[a-\\w]", "one letter at each end", "a-\\w"),
    ("[\\b]", "a place, not a letter", "\\b"),
    ("a\\q", "`\\q` means nothing", "\\q"),
    ("a\\ш", "`\\ш` means nothing", "\\ш"),
    ("a\\", "cannot end in", "\\"),
    ("\\x4", "number of a letter", "\\x4"),
    ("\\u{D800}", "number of a letter", "\\u{D800}"),
    ("\\u{}", "number of a letter", "\\u{"),
    ("\\u{110000}", "number of a letter", "\\u{110000}"),
    ("a\\p{Xy}b", "no category `Xy`", "\\p{Xy}"),
    ("a\\p{L", "no category `L`", "\\p{L"),
    ("\\p", "no category ``", "\\p"),
    ("(a)\\1", "refer back", "\\1"),
    ("(?<n>a)\\k<n>", "refer back", "\\k"),
    ("(?P<n>a)(?P=n)", "refer back", "(?P="),
    ("a(?=b)", "look around", "(?="),
    ("a(?!b)", "look around", "(?!"),
    ("(?<=b)a", "look around", "(?<="),
    ("(?<!b)a", "look around", "(?<!"),
    ("(?i)a", "behind the pattern", "(?i"),
    ("(?>a)", "does not exist", "(?>"),
    ("(?<>a)", "does not exist", "(?<>"),
    (String(repeating: "(", count: 101) + "a", "more than 100 deep", "("),
    ("a{1000}{2}", "repeats what is repeated", "{2}"),
    ("(a{1000}){11}", "too large", ""),
    ("((((a{9}){99}){999}){999}){999}", "too large", ""),
    ("(a|b|c|d|e|f){1000}", "too large", ""),
    (
      (0..<3_000).map { "[\\u{\(String(0x4E00 + $0, radix: 16))}-\\u{10FFFF}]" }.joined(),
      "too large", ""
    ),
  ]

  @Test(arguments: wrong.indices)
  func saysWhatIsWrong(_ row: Int) {
    let (pattern, says, at) = Self.wrong[row]
    do {
      _ = try TextRegex(pattern)
      Issue.record("/\(pattern)/ compiles")
    } catch {
      #expect(error.message.contains(says), "/\(pattern)/: \(error.message)")
      let bytes = Array(pattern.utf8)
      let concerned = bytes.dropFirst(error.offset).prefix(error.length)
      #expect(String(decoding: concerned, as: UTF8.self) == at, "/\(pattern)/: \(error)")
      #expect(error.offset + error.length <= bytes.count)
    }
  }

  @Test func agreesWithPython() throws {
    let rows = fixtureRows("regex.tsv").filter { $0.count == 4 }
    #expect(rows.count >= 6000)
    var matchers: [String: RegexMatcher] = [:]
    for row in rows {
      let key = row[0] + "/" + row[1]
      let matcher =
        try matchers[key] ?? RegexMatcher(TextRegex(row[0], ignoresCase: row[1] == "i"))
      matchers[key] = matcher
      let text = row[2].split(separator: "\u{240A}", omittingEmptySubsequences: false)
        .joined(separator: "\n")
      #expect(matcher.matches(text) == (row[3] == "1"), "/\(key) in \(row[2])")
    }
  }

  /// Work grows with the text and not with what the pattern could try.
  @Test(arguments: [
    "(a*)*b", "(a+)+b", "(a|aa)+$b", "(a|a)*b", "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(.*)(.*)(.*)(.*)[^a]b",
    "(x+x+)+y|a{50}b", "\\b(a?){30}a{30}\\b.{1}!", "(\\w|\\pL|[a-z])*\\d",
  ])
  func takesLinearTime(_ pattern: String) throws {
    let regex = try TextRegex(pattern)
    var perLetter: [Double] = []
    for size in [1_000, 10_000, 100_000] {
      let matcher = RegexMatcher(regex)
      #expect(!matcher.matches(String(repeating: "a", count: size)))
      perLetter.append(Double(matcher.steps) / Double(size))
    }
    // States are made in the first letters; after that a letter is a step.
    #expect(perLetter[2] <= perLetter[0] + 1, "\(perLetter)")
    #expect(perLetter[2] < 3, "\(perLetter)")
  }

  /// A pattern with more states than are remembered stays within a bound for each letter.
  @Test func forgetsStatesAndGoesOn() throws {
    var random = SmallGenerator(state: 7)
    var text = ""
    for _ in 0..<20_000 { text.append(random.next() % 2 == 0 ? "a" : "b") }
    // What stood 15 letters before must be remembered: 2 to the 15th states.
    let matcher = RegexMatcher(try TextRegex("a.{15}c"))
    #expect(!matcher.matches(text))
    #expect(matcher.matches(text + "a" + String(repeating: "b", count: 15) + "c"))
    #expect(matcher.steps < UInt64(text.utf8.count) * 200)
  }

  /// So many different letters that no table is made.
  @Test func searchesWithoutATable() throws {
    let letters = (0..<4_500).map { String(Unicode.Scalar(0x4E00 + 2 * UInt32($0)) ?? "x") }
    let pattern = "^(" + letters.joined() + "|x)+$"
    let matcher = RegexMatcher(try TextRegex(pattern))
    #expect(matcher.matches(letters.joined() + "x"))
    #expect(!matcher.matches(letters.dropLast().joined() + "x"))
    #expect(matcher.matches("xx"))
  }

  @Test func takesLargePatterns() throws {
    #expect(
      try !search(String(repeating: "a", count: 9_999), "", String(repeating: "a", count: 500)))
    #expect(throws: RegexError.self) { try TextRegex(String(repeating: "a", count: 10_000)) }
    #expect(try search("^(x{100}){99}$", "", String(repeating: "x", count: 9_900)))
    // Nothing, a thousand million times, is nothing.
    #expect(try search("(((){1000}){1000}){1000}", "", ""))
    #expect(try search("(((a{0}){1000}){1000})*b", "", "b"))
    #expect(try search("((((|){9})*)*)*b", "", "b"))
    #expect(
      try search(
        String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100), "", "a"))
    let many = (0..<1_000).map { "w\($0)" }.joined(separator: "|")
    #expect(try search("\\b(" + many + ")\\b", "i", "is W999 here"))
  }

  @Test func badBytesDoNotTrap() throws {
    let matcher = RegexMatcher(try TextRegex("^[^a]+\u{FFFD}$"))
    for bytes: [UInt8] in [[0xFF, 0xFF], [0xC3, 0xE2, 0x82], [0xF0, 0x9F, 0x98, 0x80, 0x80]] {
      #expect(bytes.withUnsafeBufferPointer { matcher.matches($0) })
    }
  }

  /// Patterns of random signs either compile or say why, and never more than that.
  @Test func anyPatternHasAnAnswer() {
    var random = SmallGenerator(state: 11)
    let signs = Array("ab\\()[]{}^$.|*+?-,0129pPdwsubx:<=!š")
    for _ in 0..<5_000 {
      let pattern = String(
        (0..<Int(random.next() % 12)).map { _ in
          signs[Int(random.next() % UInt64(signs.count))]
        })
      do {
        _ = RegexMatcher(try TextRegex(pattern, ignoresCase: random.next() % 2 == 0)).matches(
          "ab0š")
      } catch {
        #expect(error.offset + error.length <= pattern.utf8.count, "/\(pattern)/")
      }
    }
  }
}

/// Random numbers, the same in every run (SplitMix64).
struct SmallGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
