// Comes in: texts in search form, as bytes; the right side of `~`. Goes out: where words are, and
// whether a text has the words of a pattern one after the other. It must not allocate for a text,
// and its time is linear in the text for patterns without wildcards.

/// Words: runs of letters, marks and digits.
public enum Words {
  /// The first word that begins at or after `at`, which moves behind it; nil at the end.
  @inline(__always)
  public static func next(
    _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> Range<Int>? {
    let count = text.count
    while at < count {
      let byte = text[at]
      if isPlain(byte) { break }
      if byte < 0x80 {
        at += 1
      } else {
        var behind = at
        if isWord(UTF8Bytes.next(text, &behind)) { break }
        at = behind
      }
    }
    guard at < count else { return nil }
    let start = at
    at = end(text, start)
    return start..<at
  }

  /// The end of the word that covers `at`; `at` itself where no word does.
  @inline(__always)
  static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count {
      let byte = text[at]
      if isPlain(byte) {
        at += 1
      } else if byte < 0x80 {
        break
      } else {
        var behind = at
        guard isWord(UTF8Bytes.next(text, &behind)) else { break }
        at = behind
      }
    }
    return at
  }

  /// The words of a text in any form, each in search form. For messages and small look-ups.
  public static func of(_ text: String) -> [String] {
    var form: [UInt8] = []
    var copy = text
    copy.withUTF8 { SearchForm.append($0, to: &form) }
    return form.withUnsafeBufferPointer { bytes in
      var words: [String] = []
      var at = 0
      while let range = next(bytes, &at) {
        words.append(String(decoding: bytes[range], as: UTF8.self))
      }
      return words
    }
  }

  /// An ASCII letter or digit.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// A letter, mark or digit beyond ASCII.
  static func isWord(_ scalar: UInt32) -> Bool {
    guard scalar >= 0xAA, let scalar = Unicode.Scalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default:
      return false
    }
  }
}

/// The right side of `~` against a text: its words, consecutive and whole, `*` and `?` as wildcards
/// inside a word (`*` any number of letters, also none; `?` exactly one).
public struct WordPattern: Sendable, Hashable {
  private struct Piece: Sendable, Hashable {
    var start: Int
    var end: Int
    var isWild: Bool
  }
  private var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  /// Compiles a text in any form. A pattern without any word matches nothing.
  public init(_ text: String) {
    let form = Array(SearchForm.of(text).utf8)
    form.withUnsafeBufferPointer { text in
      var at = 0
      while at < text.count {
        let start = at
        var isWild = false
        while at < text.count {
          if text[at] == 0x2A || text[at] == 0x3F {
            isWild = true
            at += 1
          } else {
            let end = Words.end(text, at)
            if end == at { break }
            at = end
          }
        }
        if at > start {
          pieces.append(Piece(start: bytes.count, end: bytes.count + at - start, isWild: isWild))
          bytes.append(contentsOf: text[start..<at])
        } else {
          _ = UTF8Bytes.next(text, &at)
        }
      }
    }
  }

  /// True where the pattern has no word, so that it can match nothing.
  public var isEmpty: Bool { pieces.isEmpty }

  /// True where a word has `*` or `?`.
  public var hasWildcards: Bool { pieces.contains { $0.isWild } }

  /// Its words in search form, wildcards as written.
  public var words: [String] {
    pieces.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  /// True where `text`, which must be in search form, has these words one after the other.
  public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = pieces.first else { return false }
    return bytes.withUnsafeBufferPointer { pattern in
      let firstByte = pattern[first.start]
      var at = 0
      while let word = Words.next(text, &at) {
        if !first.isWild {
          if text[word.lowerBound] != firstByte || word.count != first.end - first.start {
            continue
          }
        }
        if matches(pattern, first, text, word), matchesRest(pattern, text, at) { return true }
      }
      return false
    }
  }

  /// The same for a text in any form; allocates.
  public func matches(_ text: String) -> Bool {
    var form: [UInt8] = []
    var copy = text
    copy.withUTF8 { SearchForm.append($0, to: &form) }
    return form.withUnsafeBufferPointer { matches($0) }
  }

  private func matchesRest(
    _ pattern: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    var at = start
    for piece in pieces.dropFirst() {
      guard let word = Words.next(text, &at), matches(pattern, piece, text, word) else {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func matches(
    _ pattern: UnsafeBufferPointer<UInt8>, _ piece: Piece, _ text: UnsafeBufferPointer<UInt8>,
    _ word: Range<Int>
  ) -> Bool {
    if piece.isWild { return matchesWild(pattern, piece, text, word) }
    guard piece.end - piece.start == word.count else { return false }
    var p = piece.start
    for t in word {
      if pattern[p] != text[t] { return false }
      p += 1
    }
    return true
  }

  /// Remembers only the last `*`, so its time is at most pattern times word.
  private func matchesWild(
    _ pattern: UnsafeBufferPointer<UInt8>, _ piece: Piece, _ text: UnsafeBufferPointer<UInt8>,
    _ word: Range<Int>
  ) -> Bool {
    var p = piece.start
    var t = word.lowerBound
    var star = -1
    var retry = 0
    while t < word.upperBound {
      if p < piece.end, pattern[p] == 0x2A {
        star = p
        retry = t
        p += 1
      } else if p < piece.end, pattern[p] == 0x3F {
        p += 1
        _ = UTF8Bytes.next(text, &t)
      } else if p < piece.end, pattern[p] == text[t] {
        p += 1
        t += 1
      } else if star >= 0 {
        p = star + 1
        _ = UTF8Bytes.next(text, &retry)
        t = retry
      } else {
        return false
      }
    }
    while p < piece.end, pattern[p] == 0x2A { p += 1 }
    return p == piece.end
  }
}

extension Words {
  /// The end of the word that covers `at`, or `at` where no word does.
  public static func endOfWord(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    end(text, at)
  }

  /// The scalar at `at`, which moves behind it; U+FFFD for a bad byte.
  public static func nextScalar(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    UTF8Bytes.next(text, &at)
  }
}
