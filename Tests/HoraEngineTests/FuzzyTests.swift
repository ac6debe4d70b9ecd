import HoraEngine
import Testing

@Suite struct FuzzyTests {
  @Test(arguments: [
    ("vojvodna", 1, "Grad u Vojvodini", false), ("vojvodna", 1, "Vojvodina", true),
    ("vojvodna", 2, "u Vojvodini", true), ("beogard", 1, "Београд", true),
    ("beogard", 0, "Београд", false), ("novi sad", 1, "u Novom Sadu", false),
    ("novi sad", 2, "u Novom Sadu", true), ("novi sad", 1, "Novy Sat", true),
    ("novi sad", 1, "novi veliki sad", false), ("sad", 1, "da", false), ("ab", 1, "ba", true),
    ("a", 1, "b", true), ("", 1, "a", false), ("timisoara", 1, "Timișora", true),
    ("日本", 1, "日木", true), ("日本", 1, "木日x", false), ("ca", 2, "abc", false), ("ca", 3, "abc", true),
    ("machine", 9, "xyz", true),
  ])
  func finds(_ pattern: String, _ edits: Int, _ text: String, _ expected: Bool) {
    #expect(FuzzyPattern(pattern, edits: edits).matches(text) == expected)
  }

  /// The whole table of distances, as the definition has it.
  private func distance(_ a: [Character], _ b: [Character]) -> Int {
    var d = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          d[i][j] = i + j
          continue
        }
        d[i][j] = min(
          d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
        }
      }
    }
    return d[a.count][b.count]
  }

  @Test func agreesWithTheDefinition() {
    var random = SmallGenerator(state: 3)
    let letters = Array("aabcdш")
    func word() -> [Character] {
      (0..<(1 + Int(random.next() % 9))).map { _ in letters[Int(random.next() % 6)] }
    }
    for _ in 0..<2_000 {
      // In search form ш is two letters.
      let a = Array(SearchForm.of(String(word())))
      let b = Array(SearchForm.of(String(word())))
      let actual = distance(a, b)
      for edits in 0...4 {
        #expect(
          FuzzyPattern(String(a), edits: edits).matches(String(b)) == (actual <= edits),
          "\(String(a)) \(String(b)) \(edits)")
      }
    }
  }
}

@Suite struct SimilarityTests {
  /// Values of the literature (Winkler 1990, table of names), to four places.
  @Test(arguments: [
    ("MARTHA", "MARHTA", 0.9611), ("DWAYNE", "DUANE", 0.8400), ("DIXON", "DICKSONX", 0.8133),
    ("JONES", "JOHNSON", 0.8324), ("ABROMS", "ABRAMS", 0.9222), ("HARDIN", "MARTINEZ", 0.7222),
    ("", "", 1), ("a", "", 0), ("abc", "xyz", 0), ("Čačak", "Чачак", 1), ("a", "a", 1),
  ])
  func ofNames(_ one: String, _ other: String, _ expected: Double) {
    var measure = Similarity()
    let found = measure.between(one, other)
    #expect(abs(found - expected) < 0.00005, "\(one) \(other): \(found)")
    #expect(measure.between(other, one) == found)
  }

  /// Jaro's measure letter by letter, in quadratic time.
  private func plain(_ a: [Character], _ b: [Character]) -> Double {
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty ? 1 : 0 }
    let window = max(0, max(a.count, b.count) / 2 - 1)
    var used = [Bool](repeating: false, count: b.count)
    var common: [Character] = []
    for i in a.indices {
      for j in max(0, i - window)..<max(max(0, i - window), min(b.count, i + window + 1))
      where !used[j] && a[i] == b[j] {
        used[j] = true
        common.append(a[i])
        break
      }
    }
    if common.isEmpty { return 0 }
    let others = b.indices.filter { used[$0] }.map { b[$0] }
    let moved = zip(common, others).count { $0 != $1 } / 2
    let m = Double(common.count)
    let jaro = (m / Double(a.count) + m / Double(b.count) + (m - Double(moved)) / m) / 3
    let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  @Test func agreesWithTheDefinition() {
    var random = SmallGenerator(state: 5)
    var measure = Similarity()
    let letters = Array("aaabcde ")
    func text() -> [Character] {
      (0..<Int(random.next() % 14)).map { _ in letters[Int(random.next() % 8)] }
    }
    for _ in 0..<5_000 {
      let a = text()
      let b = text()
      let found = measure.between(String(a), String(b))
      #expect(abs(found - plain(a, b)) < 1e-12, "\(String(a))|\(String(b))")
    }
  }

  @Test func longTextsTakeNoQuadraticTime() {
    var measure = Similarity()
    let long = String(repeating: "ab", count: 100_000)
    #expect(measure.between(long, String(repeating: "ba", count: 100_000)) > 0.8)
    #expect(measure.between(long, String(repeating: "x", count: 200_000)) == 0)
  }
}
