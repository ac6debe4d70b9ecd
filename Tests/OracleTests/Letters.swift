// Case, marks and scripts of texts, words and near misses of words. The tables know the letters that
// the random networks use and no others.

import Foundation

enum Letters {
  private static let cyrillic: [Character: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "d", "е": "e", "ж": "z", "з": "z",
    "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ф": "f", "х": "h", "ц": "c",
    "ч": "c", "џ": "dz", "ш": "s",
  ]
  private static let greek: [Character: String] = [
    "α": "a", "θ": "th", "η": "i", "ν": "n", "ο": "o", "λ": "l", "ς": "s", "σ": "s",
  ]
  /// Letters that no mark can be taken off.
  private static let whole: [Character: String] = [
    "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "ς": "σ",
  ]

  /// Without case and marks.
  static func fold(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      bare.append(scalar)
    }
    return String(bare).map { whole[$0] ?? String($0) }.joined()
  }

  /// Folded and in Latin letters.
  static func searchForm(_ text: String) -> String {
    fold(text).map { cyrillic[$0] ?? greek[$0] ?? String($0) }.joined()
  }

  static func isWordLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// Words in search form; with `wild`, `*` and `?` belong to them.
  static func words(_ text: String, wild: Bool = false) -> [String] {
    searchForm(text).split {
      !(isWordLetter($0) || (wild && ($0 == "*" || $0 == "?")))
    }.map(String.init)
  }

  /// Whether the words of `pattern` stand in `text` one after the other.
  static func has(_ text: String, words pattern: [String], _ fits: (String, String) -> Bool) -> Bool
  {
    let words = words(text)
    guard !pattern.isEmpty, words.count >= pattern.count else { return false }
    return (0...(words.count - pattern.count)).contains { start in
      pattern.indices.allSatisfy { fits(pattern[$0], words[start + $0]) }
    }
  }

  static func matches(_ text: String, words pattern: String) -> Bool {
    has(text, words: words(pattern, wild: true)) { wild(Array($0), Array($1)) }
  }

  static func matches(_ text: String, fuzzy pattern: String, edits: Int) -> Bool {
    has(text, words: words(pattern)) { distance(Array($0), Array($1)) <= edits }
  }

  private static func wild(_ pattern: [Character], _ word: [Character]) -> Bool {
    guard let first = pattern.first else { return word.isEmpty }
    let rest = Array(pattern.dropFirst())
    switch first {
    case "*": return (0...word.count).contains { wild(rest, Array(word.dropFirst($0))) }
    case "?": return !word.isEmpty && wild(rest, Array(word.dropFirst()))
    default: return word.first == first && wild(rest, Array(word.dropFirst()))
    }
  }

  /// Letters put in, left out, changed, or swapped with their neighbour.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        var cost = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        cost = min(cost, table[i - 1][j] + 1, table[i][j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, table[i - 2][j - 2] + 1)
        }
        table[i][j] = cost
      }
    }
    return table[a.count][b.count]
  }
}
