// Comes in: a text of the data, as composed UTF-8. Goes out: its words with what the rule of mentions
// asks of each. One pass, linear; buffers are kept from text to text. It must not know concepts.

import HoraEngine

/// A word of a text.
struct TextWord {
  var start: Int32
  var end: Int32
  /// Hash of the word in search form.
  var hash: UInt64
  var isASCII: Bool
  /// Only blanks, hyphens, dashes, slashes or apostrophes between it and the word before.
  var isJoined: Bool
  /// A letter with case, and no small one.
  var isCapital: Bool
  /// Inside a run of four or more all-capital words.
  var isShouted = false
}

struct MentionText {
  private(set) var words: [TextWord] = []
  private var scratch: [UInt8] = []

  /// Hash of bytes in search form.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    words.removeAll(keepingCapacity: true)
    var at = 0
    var joined = false
    let count = text.count
    while at < count {
      let start = at
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var upper = false
      var lower = false
      // The usual word: ASCII to its end.
      while at < count {
        let byte = text[at]
        if byte &- 0x61 < 26 {
          lower = true
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        } else if byte &- 0x41 < 26 {
          upper = true
          hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
        } else if byte &- 0x30 < 10 {
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        } else {
          break
        }
        at += 1
      }
      var isASCII = true
      if at < count, text[at] >= 0x80 {
        let end = Words.endOfWord(text, at)
        if end > at {
          isASCII = false
          at = end
        }
      }
      if at > start {
        if !isASCII { (hash, upper, lower) = slow(text, start..<at) }
        words.append(
          TextWord(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: at), hash: hash,
            isASCII: isASCII, isJoined: joined, isCapital: upper && !lower))
        joined = true
        continue
      }
      // Between words.
      let byte = text[at]
      if byte < 0x80 {
        joined = joined && Self.joins(UInt32(byte))
        at += 1
      } else {
        let between = Words.nextScalar(text, &at)
        joined = joined && Self.joins(between)
      }
    }
    markShouting()
  }

  private mutating func slow(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (UInt64, Bool, Bool) {
    let word = UnsafeBufferPointer(rebasing: text[range])
    scratch.removeAll(keepingCapacity: true)
    SearchForm.append(word, to: &scratch)
    let (upper, lower, _) = Self.cases(word)
    return (scratch.withUnsafeBufferPointer { Self.hash($0) }, upper > 0, lower > 0)
  }

  /// How many capital letters, small letters and digits a word has.
  static func cases(_ word: UnsafeBufferPointer<UInt8>) -> (upper: Int, lower: Int, digits: Int) {
    var upper = 0
    var lower = 0
    var digits = 0
    var at = 0
    while at < word.count {
      guard let scalar = Unicode.Scalar(Words.nextScalar(word, &at)) else { continue }
      if scalar.properties.isUppercase {
        upper += 1
      } else if scalar.properties.isLowercase {
        lower += 1
      } else if scalar.properties.numericType != nil {
        digits += 1
      }
    }
    return (upper, lower, digits)
  }

  private static func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09...0x0D, 0x1C...0x1F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    case 0x2D, 0x2010...0x2013, 0x2F, 0x27, 0x2019: true
    default: false
    }
  }

  private mutating func markShouting() {
    var at = 0
    while at < words.count {
      guard words[at].isCapital else {
        at += 1
        continue
      }
      var end = at + 1
      while end < words.count, words[end].isCapital, words[end].isJoined { end += 1 }
      if end - at >= 4 { for i in at..<end { words[i].isShouted = true } }
      at = end
    }
  }
}
