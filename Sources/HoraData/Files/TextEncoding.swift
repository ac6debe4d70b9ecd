// Comes in: the bytes of a file and, perhaps, the encoding it declares. Goes out: UTF-8 bytes, and
// what had to be guessed. It must not drop a byte silently: what has no meaning becomes U+FFFD and is said.

/// An encoding of text files.
enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case latin1 = "iso-8859-1"
  case latin2 = "iso-8859-2"
  case greek = "iso-8859-7"
  case latin5 = "iso-8859-9"
  case latin9 = "iso-8859-15"
  case macRoman = "macintosh"

  /// By one of its usual names, in any case.
  init?(named name: String) {
    var plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if plain.hasPrefix("cp125") { plain = "windows" + plain.dropFirst(2) }
    if plain.hasPrefix("iso8859"), plain.count > 7 { plain = "iso8859" + plain.dropFirst(7) }
    let aliases: [String: TextEncoding] = [
      "utf8": .utf8, "utf8sig": .utf8, "ascii": .utf8, "usascii": .utf8, "utf16": .utf16LE,
      "utf16le": .utf16LE, "utf16be": .utf16BE, "windows1250": .windows1250,
      "windows1251": .windows1251, "windows1252": .windows1252, "windows1253": .windows1253,
      "windows1254": .windows1254, "latin1": .latin1, "iso88591": .latin1, "latin2": .latin2,
      "iso88592": .latin2, "iso88597": .greek, "iso88599": .latin5, "latin5": .latin5,
      "iso885915": .latin9, "latin9": .latin9, "macroman": .macRoman, "macintosh": .macRoman,
    ]
    guard let found = aliases[plain] else { return nil }
    self = found
  }

  private var table: StaticString? {
    switch self {
    case .utf8, .utf16LE, .utf16BE: nil
    case .windows1250: EncodingTable.windows1250
    case .windows1251: EncodingTable.windows1251
    case .windows1252: EncodingTable.windows1252
    case .windows1253: EncodingTable.windows1253
    case .windows1254: EncodingTable.windows1254
    case .latin1: EncodingTable.latin1
    case .latin2: EncodingTable.latin2
    case .greek: EncodingTable.greek
    case .latin5: EncodingTable.latin5
    case .latin9: EncodingTable.latin9
    case .macRoman: EncodingTable.macRoman
    }
  }

  /// What the bytes 0x80 to 0xFF are; empty where an encoding is not eight bits wide.
  var scalars: [UInt32] {
    guard let table else { return [] }
    var out: [UInt32] = []
    var value: UInt32 = 0
    var digits = 0
    table.withUTF8Buffer { text in
      for byte in text {
        switch byte {
        case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
        case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
        default:
          if digits > 0 { out.append(value) }
          value = 0
          digits = 0
          continue
        }
        digits += 1
      }
    }
    if digits > 0 { out.append(value) }
    return out
  }
}

enum Decoding {
  /// The file as UTF-8 without byte order mark.
  static func utf8(
    _ file: FileBytes, declared: TextEncoding?, faults: FaultCollector
  ) -> (bytes: FileBytes, start: Int, encoding: TextEncoding) {
    let bytes = file.bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      faults.add(.byteOrderMark, text: "EF BB BF", done: "it is not part of the first name")
      return (repairing(file, 3, faults), 3, .utf8)
    }
    if bytes.count >= 2, bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF {
      let encoding: TextEncoding = bytes[0] == 0xFF ? .utf16LE : .utf16BE
      faults.add(
        .encodingDetected, text: encoding.rawValue, done: "read as such, by its byte order mark")
      return (wide(file, from: 2, encoding, faults), 0, encoding)
    }
    if let declared {
      switch declared {
      case .utf8: return (repairing(file, 0, faults), 0, .utf8)
      case .utf16LE, .utf16BE: return (wide(file, from: 0, declared, faults), 0, declared)
      default: return (narrow(file, declared, faults), 0, declared)
      }
    }
    let (good, bad) = census(bytes)
    if bad == 0 { return (file, 0, .utf8) }
    if good > bad { return (repairing(file, 0, faults), 0, .utf8) }
    let guess = EncodingGuess.of(bytes)
    faults.add(
      .encodingDetected, text: guess.rawValue,
      done: "read as \(guess.rawValue), by its letters; declare \"encoding\" to be sure")
    return (narrow(file, guess, faults), 0, guess)
  }

  /// Sequences of more than one byte that are UTF-8, and bytes that are not.
  private static func census(_ bytes: UnsafeBufferPointer<UInt8>) -> (good: Int, bad: Int) {
    var good = 0
    var bad = 0
    var at = 0
    while true {
      at = firstHigh(bytes, at)
      if at >= bytes.count { return (good, bad) }
      let length = sequence(bytes, at)
      if length > 0 { good += 1 } else { bad += 1 }
      at += max(1, length)
    }
  }

  /// The first byte at or after `at` that is not ASCII, eight at a time.
  @inline(__always)
  private static func firstHigh(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    var at = start
    while at + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080
      if word != 0 { return at + word.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < bytes.count, base[at] < 0x80 { at += 1 }
    return at
  }

  /// The length of the UTF-8 sequence at `at`, or 0.
  static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let lead = bytes[at]
    let left = bytes.count - at
    func tail(_ i: Int) -> Bool { bytes[at + i] & 0xC0 == 0x80 }
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return left >= 2 && tail(1) ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, tail(1), tail(2) else { return 0 }
      if lead == 0xE0, bytes[at + 1] < 0xA0 { return 0 }
      if lead == 0xED, bytes[at + 1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard left >= 4, tail(1), tail(2), tail(3) else { return 0 }
      if lead == 0xF0, bytes[at + 1] < 0x90 { return 0 }
      if lead == 0xF4, bytes[at + 1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }

  /// The same bytes, with U+FFFD for each that is not UTF-8.
  private static func repairing(_ file: FileBytes, _ start: Int, _ faults: FaultCollector) -> FileBytes {
    let bytes = file.bytes
    if census(bytes).bad == 0 { return file }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var line = 1
    var lineStart = start
    var at = 0
    while at < bytes.count {
      let length = sequence(bytes, at)
      if length == 0 {
        let column = at - lineStart + 1
        let byte = String(bytes[at], radix: 16, uppercase: true)
        faults.add(
          .badByte, line: line, text: "byte \(byte) at column \(column)",
          done: "read as the replacement character U+FFFD")
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        at += 1
        continue
      }
      if bytes[at] == 0x0A {
        line += 1
        lineStart = at + 1
      }
      for i in 0..<length { out.append(bytes[at + i]) }
      at += length
    }
    return FileBytes(out)
  }

  private static func narrow(
    _ file: FileBytes, _ encoding: TextEncoding, _ faults: FaultCollector
  ) -> FileBytes {
    let scalars = encoding.scalars
    var out: [UInt8] = []
    out.reserveCapacity(file.bytes.count + file.bytes.count / 8)
    var line = 1
    for byte in file.bytes {
      if byte < 0x80 {
        out.append(byte)
        if byte == 0x0A { line += 1 }
        continue
      }
      let place = Int(byte) - 0x80
      let scalar = place < scalars.count ? scalars[place] : 0xFFFD
      if scalar == 0xFFFD {
        faults.add(
          .badByte, line: line, text: "byte \(String(byte, radix: 16, uppercase: true))",
          done: "it has no meaning in \(encoding.rawValue); read as U+FFFD")
      }
      append(scalar, to: &out)
    }
    return FileBytes(out)
  }

  private static func wide(
    _ file: FileBytes, from start: Int, _ encoding: TextEncoding, _ faults: FaultCollector
  ) -> FileBytes {
    let bytes = file.bytes
    var out: [UInt8] = []
    var line = 1
    var at = start
    func unit(_ at: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
      return encoding == .utf16LE ? b << 8 | a : a << 8 | b
    }
    while at + 1 < bytes.count {
      var scalar = unit(at)
      at += 2
      if scalar & 0xFC00 == 0xD800, at + 1 < bytes.count, unit(at) & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(at) & 0x3FF
        at += 2
      } else if scalar & 0xF800 == 0xD800 {
        faults.add(.badByte, line: line, text: "half a surrogate pair", done: "read as U+FFFD")
        scalar = 0xFFFD
      }
      if scalar == 0x0A { line += 1 }
      append(scalar, to: &out)
    }
    if at < bytes.count {
      faults.add(.badByte, line: line, text: "an odd byte at the end", done: "it is left out")
    }
    return FileBytes(out)
  }

  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// Which eight-bit encoding a file is in, by the letters it would have in each.
enum EncodingGuess {
  /// Letters that texts of the region have often, in each of the encodings that write them.
  private static let common: [(TextEncoding, often: String, seldom: String)] = [
    (.windows1252, "äöüÄÖÜßéèêëàâçùûîïôñáíóúãõåøæ’“”–", "ÉÈÀÇÑÁÍÓÚÅØÆœ€ìòŽžšŠ"),
    (.windows1250, "čćšžđČĆŠŽĐăâîşţĂÂÎŞŢąęłńóśźżáéíúýěřůőűäöüß", "ťďňľÁÉÍÓÚÝŐŰÖÜ’“”–€ë"),
    (.windows1253, "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "ΆΈΉΊΌΎΏϊϋ’“”–€"),
    (.windows1254, "ığşİĞŞçöüÇÖÜ", "âîûéäß’“”–€"),
    (.latin2, "čćšžđČĆŠŽĐăâîşţĂÂÎŞŢąęłńóśźżáéíúýěřůőűäöüß", "ťďňľÁÉÍÓÚÝŐŰÖÜë"),
    (.windows1251, "абвгдежзийклмнопрстуфхцчшщъьюяђјљњћџѓќѕАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЮЯ", "ЂЈЉЊЋЏѓќ’“”–"),
  ]

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    var counts = [Int](repeating: 0, count: 128)
    // A letter of one of these encodings seldom stands alone in a word of ASCII letters, or never does.
    var alone = [Int](repeating: 0, count: 128)
    for (i, byte) in bytes.enumerated() where byte >= 0x80 {
      counts[Int(byte) - 0x80] += 1
      let before = i > 0 ? bytes[i - 1] | 0x20 : 0
      let after = i + 1 < bytes.count ? bytes[i + 1] | 0x20 : 0
      if (0x61...0x7A).contains(before) || (0x61...0x7A).contains(after) {
        alone[Int(byte) - 0x80] += 1
      }
    }
    var best = TextEncoding.windows1252
    var bestScore = Int.min
    for (encoding, often, seldom) in common {
      let scalars = encoding.scalars
      let oftenSet = Set(often.unicodeScalars.map(\.value))
      let seldomSet = Set(seldom.unicodeScalars.map(\.value))
      let foreign = encoding == .windows1253 || encoding == .windows1251
      var score = 0
      for place in 0..<128 where counts[place] > 0 {
        let scalar = scalars[place]
        let count = counts[place]
        if oftenSet.contains(scalar) {
          score += 4 * count
        } else if seldomSet.contains(scalar) {
          score += 2 * count
        } else if scalar == 0xFFFD || scalar < 0xA0 {
          score -= 8 * count
        } else {
          score -= 3 * count
        }
        if foreign, scalar >= 0x370 { score -= 6 * alone[place] }
      }
      if score > bestScore {
        bestScore = score
        best = encoding
      }
    }
    return best
  }
}
