// Comes in: small numbers. Goes out: whether a number is in the set, in constant time.

/// A set of rows of one collection.
struct BitSet: Sendable {
  private(set) var words: [UInt64]
  let size: Int

  init(size: Int) {
    self.size = size
    words = [UInt64](repeating: 0, count: (size + 63) / 64)
  }

  init(size: Int, _ rows: some Sequence<Int32>) {
    self.init(size: size)
    for row in rows where row >= 0 { insert(row) }
  }

  @inline(__always)
  func contains(_ row: Int32) -> Bool {
    row >= 0 && Int(row) < size && words[Int(row) >> 6] >> UInt64(row & 63) & 1 != 0
  }

  @inline(__always)
  mutating func insert(_ row: Int32) {
    guard row >= 0 && Int(row) < size else { return }
    words[Int(row) >> 6] |= 1 << UInt64(row & 63)
  }

  mutating func formUnion(_ other: BitSet) {
    for i in 0..<min(words.count, other.words.count) { words[i] |= other.words[i] }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The rows, ascending.
  var rows: [Int32] {
    var result: [Int32] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(Int32(place * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return result
  }

  /// One byte a row: 1 for the rows in the set.
  func test(_ rows: [Int32]) -> [UInt8] {
    words.withUnsafeBufferPointer { words in
      rows.withUnsafeBufferPointer { rows in
        [UInt8](unsafeUninitializedCapacity: rows.count) { target, used in
          for i in 0..<rows.count {
            let row = Int(rows[i])
            let inside = row >= 0 && row < size
            target[i] =
              inside ? UInt8(truncatingIfNeeded: words[row >> 6] >> UInt64(row & 63) & 1) : 0
          }
          used = rows.count
        }
      }
    }
  }
}
