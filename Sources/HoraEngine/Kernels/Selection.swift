// Comes in: one byte a row. Goes out: the rows whose byte is 1, as a selection vector.

enum Selection {
  /// The rows that are true, ascending.
  static func rows(_ truth: [UInt8]) -> [Int32] {
    truth.withUnsafeBufferPointer { truth in
      [Int32](unsafeUninitializedCapacity: truth.count) { target, used in
        guard let base = target.baseAddress else { return }
        var at = 0
        for row in 0..<truth.count {
          // Written always, kept only where true: no branch to mispredict.
          base[at] = Int32(truncatingIfNeeded: row)
          at &+= truth[row] == 1 ? 1 : 0
        }
        used = at
      }
    }
  }

  /// For each list: whether any of its elements is true.
  static func any(_ truth: [UInt8], _ offsets: [Int32]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: offsets.count - 1)
    for row in 0..<result.count {
      var place = Int(offsets[row])
      let end = Int(offsets[row + 1])
      while place < end {
        if truth[place] == 1 {
          result[row] = 1
          break
        }
        place += 1
      }
    }
    return result
  }

  /// For each list: how many of its elements are true.
  static func counts(_ truth: [UInt8], _ offsets: [Int32]) -> [Int] {
    var result = [Int](repeating: 0, count: offsets.count - 1)
    for row in 0..<result.count {
      var place = Int(offsets[row])
      let end = Int(offsets[row + 1])
      var count = 0
      while place < end {
        count &+= Int(truth[place] & 1)
        place += 1
      }
      result[row] = count
    }
    return result
  }

  /// The offsets of the lists after only the elements at `kept` (ascending) are left.
  static func offsets(_ offsets: [Int32], keeping kept: [Int32]) -> [Int32] {
    var result = [Int32](repeating: 0, count: offsets.count)
    var at = 0
    for row in 1..<max(1, offsets.count) {
      while at < kept.count && kept[at] < offsets[row] { at += 1 }
      result[row] = Int32(at)
    }
    return result
  }
}
