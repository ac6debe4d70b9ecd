// Slips of the keyboard: one edit of one word, the same in every run.

import Hora

/// Numbers that are the same in every run (SplitMix64).
struct SeededNumbers {
  var state: UInt64

  mutating func next(_ below: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, below)))
  }
}

enum Slip: CaseIterable {
  case dropped, doubled, swapped, neighbour

  /// A word with one edit; nil where the edit changes nothing or leaves too little.
  func of(_ word: String, _ numbers: inout SeededNumbers) -> String? {
    var letters = Array(word)
    let place = numbers.next(letters.count)
    switch self {
    case .dropped:
      guard letters.count > 2 else { return nil }
      letters.remove(at: place)
    case .doubled: letters.insert(letters[place], at: place)
    case .swapped:
      guard place + 1 < letters.count else { return nil }
      letters.swapAt(place, place + 1)
    case .neighbour:
      guard let near = Slip.near[Character(letters[place].lowercased())] else { return nil }
      letters[place] = near[numbers.next(near.count)]
    }
    let slipped = String(letters)
    return slipped.lowercased() == word.lowercased() ? nil : slipped
  }

  /// Keys beside each other on the usual keyboard.
  private static let near: [Character: [Character]] = {
    var table: [Character: [Character]] = [:]
    for row in ["qwertyuiop", "asdfghjkl", "zxcvbnm"] {
      let keys = Array(row)
      for (place, key) in keys.enumerated() {
        table[key] =
          (place > 0 ? [keys[place - 1]] : [])
          + (place + 1 < keys.count ? [keys[place + 1]] : [])
      }
    }
    return table
  }()
}

/// A token of a good program that a slip may hit.
struct Target {
  enum Kind: String, CaseIterable { case keyword, name, function, value }
  var kind: Kind
  var range: SourceRange
  /// The word, for a text without its quotes.
  var word: String

  /// What is used in a program, not what is named in it: keywords, names of the data, functions and
  /// texts.
  static func all(in source: SourceText, _ meanings: [TextMeaning]) -> [Target] {
    // A path's range begins with its dot.
    var used: Set<Int> = []
    for meaning in meanings where !meaning.text.contains("column made before") {
      used.insert(meaning.range.end)
    }
    let tokens = lex(source).tokens
    var targets: [Target] = []
    for (place, token) in tokens.enumerated() {
      let text = source.text(in: token.range)
      let after = place + 1 < tokens.count ? tokens[place + 1].kind : .endOfText
      let before = place > 0 ? tokens[place - 1].kind : .endOfText
      // What is named here, and the name of a test, may be anything.
      let wordBefore = place > 0 ? tokens[place - 1].word : nil
      if wordBefore == .def || wordBefore == .test { continue }
      switch token.kind {
      case .text where text.count > 4 && !text.contains("\\") && !text.contains("{"):
        let inner = SourceRange(start: Int(token.start) + 1, end: Int(token.end) - 1)
        targets.append(
          Target(kind: .value, range: inner, word: source.text(in: inner)))
      case .name where text.count >= 2:
        let kind: Kind?
        if used.contains(Int(token.end)) {
          kind = .name
        } else if token.word != nil, before != .dot, after != .equal, after != .colon,
          after != .dot, token.isKeyword || token.word?.isReserved ?? false
        {
          kind = .keyword
        } else if after == .leftParen, before != .dot, token.word != .over {
          kind = .function
        } else {
          kind = nil
        }
        if let kind { targets.append(Target(kind: kind, range: token.range, word: text)) }
      default: break
      }
    }
    return targets
  }
}
