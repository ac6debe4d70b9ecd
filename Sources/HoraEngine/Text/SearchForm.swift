// Comes in: composed UTF-8 text. Goes out: the text folded (without case and marks), or in search form
// (folded and in Latin letters). One pass by table, from bytes to bytes. It must not know a
// language or locale, and must not allocate but for the output.

/// Lower case without marks, in the script it has: "Čačak" is "cacak", "Београд" is "београд".
public enum Fold {
  /// Appends the folded form of `text`.
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    LetterTable.fold.append(text, to: &out)
  }

  public static func of(_ text: String) -> String {
    UTF8Bytes.map(text) { append($0, to: &$1) }
  }
}

/// Folded and in Latin letters: what `~`, entity names and the order of texts compare.
public enum SearchForm {
  /// Appends the search form of `text`.
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    LetterTable.search.append(text, to: &out)
  }

  public static func of(_ text: String) -> String {
    UTF8Bytes.map(text) { append($0, to: &$1) }
  }
}

/// What the function `transliterate` gives: the search form.
public typealias Transliterate = SearchForm

/// What each scalar becomes.
struct LetterTable: Sendable {
  static let fold = LetterTable(latin: false)
  static let search = LetterTable(latin: true)

  /// Scalars below this are in `flat`, the others in `keys`.
  private static let flatCount: UInt32 = 0x3000
  /// Up to four bytes, lowest first; 0 is nothing.
  private var flat: [UInt32]
  private var keys: [UInt32] = []
  private var texts: [UInt32] = []
  private let latin: Bool

  private init(latin: Bool) {
    self.latin = latin
    flat = []
    flat.reserveCapacity(Int(Self.flatCount))
    for scalar in 0..<UInt32(0x80) {
      flat.append((0x41...0x5A).contains(scalar) ? scalar + 32 : scalar)
    }
    for scalar in UInt32(0x80)..<0x800 {
      flat.append((0xC0 | scalar >> 6) | (0x80 | scalar & 0x3F) << 8)
    }
    for scalar in UInt32(0x800)..<Self.flatCount {
      flat.append(
        (0xE0 | scalar >> 12) | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16)
    }
    // What a folded Cyrillic or Greek letter, as packed bytes, is in Latin letters.
    var letters: [UInt32: UInt32] = [:]
    if latin {
      for (letter, text) in LatinLetters.cyrillic + LatinLetters.greek {
        letters[UTF8Bytes.packed(letter.value)] = Self.pack(text)
      }
      for letter in LatinLetters.neighbourly {
        letters[UTF8Bytes.packed(letter.value)] = LatinLetters.special
      }
    }
    var reader = TableReader(FoldTable.folds)
    while reader.nextEntry() {
      let first = reader.hexadecimal()
      let last = reader.take(0x2D) ? reader.hexadecimal() : first
      _ = reader.take(0x3D)
      let text = reader.packedText()
      for scalar in first...max(first, last) {
        if scalar < Self.flatCount {
          flat[Int(scalar)] = text
        } else {
          keys.append(scalar)
          texts.append(text)
        }
      }
    }
    guard latin else { return }
    for place in 0x80..<0x2000 {
      if let text = letters[flat[place]] { flat[place] = text }
    }
    for scalar: Int in [0x0419, 0x0439] { flat[scalar] = Self.pack("y") }
    for scalar: Int in [0x03AB, 0x03CB, 0x03B0] { flat[scalar] = Self.pack("y") }
    // A breve on its own, behind и, is й.
    flat[0x0306] = LatinLetters.special
    for (from, to, written) in LatinLetters.typography {
      for scalar in from...to where scalar < Self.flatCount {
        flat[Int(scalar)] = Self.pack(written)
      }
    }
    insert(0x3000, Self.pack(" "))
    insert(0xFEFF, 0)
  }

  private mutating func insert(_ scalar: UInt32, _ text: UInt32) {
    let place = keys.firstIndex { $0 >= scalar } ?? keys.count
    keys.insert(scalar, at: place)
    texts.insert(text, at: place)
  }

  private static func pack(_ text: String) -> UInt32 {
    var value: UInt32 = 0
    for (i, byte) in text.utf8.prefix(4).enumerated() { value |= UInt32(byte) << UInt32(8 * i) }
    return value
  }

  func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    UTF8Bytes.reserve(text.count + text.count / 2, in: &out)
    var at = 0
    var before: UInt32 = 0
    flat.withUnsafeBufferPointer { flat in
      while at < text.count {
        let byte = text[at]
        if byte < 0x80 {
          out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          before = UInt32(byte)
          at += 1
          continue
        }
        let start = at
        let scalar = UTF8Bytes.next(text, &at)
        if scalar >= Self.flatCount {
          appendRare(scalar, text, start..<at, &out)
        } else {
          var packed = flat[Int(scalar)]
          if packed == LatinLetters.special {
            appendSpecial(scalar, before, text, &at, &out)
          } else {
            while packed != 0 {
              out.append(UInt8(truncatingIfNeeded: packed))
              packed >>= 8
            }
          }
        }
        before = scalar
      }
    }
  }

  private func appendRare(
    _ scalar: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ out: inout [UInt8]
  ) {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    if low < keys.count, keys[low] == scalar {
      var packed = texts[low]
      while packed != 0 {
        out.append(UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
    } else if scalar == 0xFFFD {
      UTF8Bytes.append(scalar, to: &out)
    } else {
      for place in range { out.append(text[place]) }
    }
  }

  private func appendSpecial(
    _ scalar: UInt32, _ before: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int,
    _ out: inout [UInt8]
  ) {
    if scalar == 0x0306 {
      if before == 0x0438 || before == 0x0418, out.last == 0x69 { out[out.count - 1] = 0x79 }
      return
    }
    var behind = at
    let after = at < text.count ? UTF8Bytes.next(text, &behind) : 0
    let (written, takesNext) = LatinLetters.written(scalar, before: before, after: after)
    out.append(
      contentsOf: UnsafeBufferPointer(
        start: written.utf8Start, count: written.utf8CodeUnitCount))
    if takesNext { at = behind }
  }
}
