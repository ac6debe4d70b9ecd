// Comes in: different texts, as bytes. Goes out: a code for each, and each code's bytes.
// Texts are composed (NFC), so that equal texts have equal codes. It never holds a String a text.

/// The different texts of one column, numbered from 0 in order of first appearance.
public final class TextDictionary: Sendable {
  /// All texts, end to end, UTF-8.
  public let bytes: [UInt8]
  /// Text `c` is `bytes[offsets[c] ..< offsets[c + 1]]`.
  public let offsets: [UInt32]
  /// Open addressing: a code plus one, or 0. The size is a power of two.
  let slots: [Int32]
  private let formsOnce = Once<TextForms>()
  private let ranksOnce = Once<[Int32]>()
  private let orderOnce = Once<[Int32]>()

  public var count: Int { offsets.count - 1 }

  init(bytes: [UInt8], offsets: [UInt32], slots: [Int32]) {
    self.bytes = bytes
    self.offsets = offsets
    self.slots = slots
  }

  /// The text of a code. Cost: one copy; for results and messages, not for kernels.
  public func string(_ code: Int32) -> String {
    guard code >= 0, Int(code) < count else { return "" }
    return String(decoding: bytes[range(code)], as: UTF8.self)
  }

  @inlinable public func range(_ code: Int32) -> Range<Int> {
    Int(offsets[Int(code)])..<Int(offsets[Int(code) + 1])
  }

  /// Calls `body` with the bytes of a code, without copying them.
  func withText<R>(_ code: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let range = range(code)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The search form of every text, made when first asked for.
  var forms: TextForms { formsOnce.value { TextForms(of: self) } }

  /// Each code's place in the order of texts: by search form, then by code points.
  /// Different texts have different places.
  var ranks: [Int32] { ranksOnce.value { TextForms.ranks(of: self) } }

  /// The codes in the order of their texts.
  var order: [Int32] {
    orderOnce.value {
      let ranks = ranks
      var order = [Int32](repeating: 0, count: ranks.count)
      for (code, rank) in ranks.enumerated() { order[Int(rank)] = Int32(code) }
      return order
    }
  }

  /// The code of a text, or nil where no row bears it. The text must be composed.
  public func code(of text: String) -> Int32? {
    var copy = text
    return copy.withUTF8 { code(of: $0) }
  }

  public func code(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextHash.hash(text)) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if equal(entry - 1, text) { return entry - 1 }
      slot = (slot + 1) & mask
    }
  }

  func equal(_ code: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(code)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { all in
      for i in 0..<text.count where all[range.lowerBound + i] != text[i] { return false }
      return true
    }
  }
}

/// The hash of all text tables: fast, the same in every run.
enum TextHash {
  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var h: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
    var i = 0
    if let base = text.baseAddress {
      let raw = UnsafeRawPointer(base)
      while i + 8 <= text.count {
        h = (h ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
        h ^= h &>> 32
        i += 8
      }
      var tail: UInt64 = 0
      var shift: UInt64 = 0
      while i < text.count {
        tail |= UInt64(base[i]) &<< shift
        shift += 8
        i += 1
      }
      h = (h ^ tail) &* 0xC4CE_B9FE_1A85_EC53
    }
    return h ^ (h &>> 29)
  }
}

/// Collects different texts and numbers them; a loader has one for each text column.
public struct TextDictionaryBuilder: ~Copyable {
  public private(set) var bytes: [UInt8] = []
  public private(set) var offsets: [UInt32] = [0]
  var slots: [Int32] = []
  var used = 0

  public init() {}

  public var count: Int { offsets.count - 1 }

  /// The code of a text, new or known. The text must be composed (see ``Composition``).
  public mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if (used + 1) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextHash.hash(text)) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      let code = Int(entry - 1)
      let start = Int(offsets[code])
      if Int(offsets[code + 1]) - start == text.count,
        bytes.withUnsafeBufferPointer({ all in
          for i in 0..<text.count where all[start + i] != text[i] { return false }
          return true
        })
      {
        return entry - 1
      }
      slot = (slot + 1) & mask
    }
    let code = Int32(count)
    bytes.append(contentsOf: text)
    offsets.append(UInt32(bytes.count))
    slots[slot] = code + 1
    used += 1
    return code
  }

  public mutating func insert(_ text: String) -> Int32 {
    var copy = text
    return copy.withUTF8 { insert($0) }
  }

  private mutating func grow() {
    let size = max(16, slots.count * 2)
    slots = [Int32](repeating: 0, count: size)
    let mask = size - 1
    for code in 0..<count {
      let start = Int(offsets[code])
      let end = Int(offsets[code + 1])
      let hash = bytes.withUnsafeBufferPointer {
        TextHash.hash(UnsafeBufferPointer(rebasing: $0[start..<end]))
      }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code + 1)
    }
  }

  public consuming func finish() -> TextDictionary {
    TextDictionary(bytes: bytes, offsets: offsets, slots: slots)
  }
}
