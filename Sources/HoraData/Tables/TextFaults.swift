// Comes in: the different texts of a column. Goes out: faults that earlier programs left in them: wrong
// decoding, double quoting, letters of two alphabets in one word. The texts stay as they are.

import HoraEngine

enum TextFaults {
  static func report(
    _ codes: [Int32], _ dictionary: TextDictionary, _ table: CellTable, _ column: String,
    _ faults: FaultCollector
  ) {
    var found: [Int32: (FaultKind, String)] = [:]
    dictionary.bytes.withUnsafeBufferPointer { bytes in
      for code in 0..<Int32(dictionary.count) {
        let range = dictionary.range(code)
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        if let fault = fault(of: text) { found[code] = fault }
      }
    }
    if found.isEmpty { return }
    for (row, code) in codes.enumerated() {
      guard let (kind, done) = found[code] else { continue }
      faults.add(
        kind, line: table.lines[row], column: column, text: dictionary.string(code), done: done)
    }
  }

  private static func fault(of text: UnsafeBufferPointer<UInt8>) -> (FaultKind, String)? {
    if text.count >= 2, text[0] == 0x22, text[text.count - 1] == 0x22 {
      return (.quotedTwice, "kept as it is; the outer quotes belong to the text now")
    }
    // Most texts are ASCII.
    var at = 0
    while at < text.count, text[at] < 0x80 { at += 1 }
    if at == text.count { return nil }
    if Mojibake.isPossible(text), let better = Mojibake.repaired(text) {
      return (.mojibake, "kept as it is; it was probably \"\(better)\"")
    }
    if let word = mixedWord(text) {
      return (.mixedScript, "kept as it is; the search form reads \"\(word)\" in Latin letters")
    }
    return nil
  }

  /// The second byte of Α Β Ε Ζ Η Ι Κ Μ Ν Ο Ρ Τ Υ Χ and ο.
  private static func isLookAlike(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x91, 0x92, 0x95, 0x96, 0x97, 0x99, 0x9A, 0x9C, 0x9D, 0x9F, 0xA1, 0xA4, 0xA5, 0xA7, 0xBF:
      true
    default: false
    }
  }

  /// A word with letters of two of Latin, Greek and Cyrillic.
  private static func mixedWord(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var scripts = 0
    var start = 0
    var at = 0
    func check(_ end: Int) -> String? {
      scripts & (scripts - 1) != 0
        ? String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self) : nil
    }
    while at < text.count {
      let length = max(1, Decoding.sequence(text, at))
      let script: Int
      switch (length, text[at]) {
      case (1, let byte): script = (0x61...0x7A).contains(byte | 0x20) ? 1 : -1
      case (2, 0xC3...0xC9): script = 1
      // Of Greek only what looks like a Latin letter: μm, kΩ and β-test are as they should be.
      case (2, 0xCE): script = isLookAlike(text[at + 1]) ? 2 : 0
      case (2, 0xCD), (2, 0xCF): script = 0
      case (2, 0xD0...0xD4): script = 4
      case (3, 0xE1): script = text[at + 1] >= 0xB8 && text[at + 1] < 0xBC ? 1 : 0
      case (2, 0xCC): script = 0
      default: script = -1
      }
      if script < 0 {
        if let word = check(at) { return word }
        scripts = 0
        start = at + length
      } else {
        scripts |= script
      }
      at += length
    }
    return check(text.count)
  }
}

/// UTF-8 that was read as another encoding and written as UTF-8 again.
enum Mojibake {
  private static let tables: [[UInt32: UInt8]] = [TextEncoding.windows1252, .macRoman].map {
    encoding in
    var back: [UInt32: UInt8] = [:]
    for (i, scalar) in encoding.scalars.enumerated() where scalar != 0xFFFD {
      back[scalar] = UInt8(i + 0x80)
    }
    // Windows-1252 leaves five bytes without a letter; programs pass them through.
    if encoding == .windows1252 {
      for byte: UInt8 in [0x81, 0x8D, 0x8F, 0x90, 0x9D] { back[UInt32(byte)] = byte }
    }
    return back
  }

  /// False for nearly all good texts, at the cost of one look: wrong decoding leaves a letter of
  /// Western Europe or a sign before another letter that is not ASCII.
  static func isPossible(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at + 2 < text.count {
      let lead = text[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let length = max(1, Decoding.sequence(text, at))
      switch lead {
      case 0xC2, 0xC3, 0xC5, 0xC6, 0xCB, 0xE2, 0xEF:
        if at + length < text.count, text[at + length] >= 0x80 { return true }
      default: break
      }
      at += length
    }
    return false
  }

  /// The text as it probably was, or nil where nothing points to a wrong decoding.
  static func repaired(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    for table in tables {
      var out: [UInt8] = []
      var changed = false
      var at = 0
      var run: [UInt8] = []
      var runStart = 0
      func flush(_ end: Int) {
        if run.count >= 2, isUTF8(run) {
          out += run
          changed = true
        } else {
          out += text[runStart..<end]
        }
        run = []
      }
      while at < text.count {
        if text[at] < 0x80 {
          if !run.isEmpty { flush(at) }
          out.append(text[at])
          at += 1
          continue
        }
        let length = max(1, Decoding.sequence(text, at))
        let scalar = String(
          decoding: UnsafeBufferPointer(rebasing: text[at..<at + length]), as: UTF8.self
        ).unicodeScalars.first?.value
        if run.isEmpty { runStart = at }
        if let scalar, let byte = table[scalar] {
          run.append(byte)
        } else {
          flush(at)
          out += text[at..<at + length]
        }
        at += length
      }
      if !run.isEmpty { flush(text.count) }
      if changed { return String(decoding: out, as: UTF8.self) }
    }
    return nil
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let length = Decoding.sequence(bytes, at)
        if length == 0 { return false }
        at += length
      }
      return true
    }
  }
}
