// Comes in: an array and the places wanted. Goes out: the values at those places.
// Places must lie inside the array or be negative; a negative place gives the missing value.

enum Gather {
  @inline(__always)
  static func take<T>(_ values: [T], _ rows: [Int32], missing: T) -> [T] {
    let count = values.count
    return values.withUnsafeBufferPointer { source in
      rows.withUnsafeBufferPointer { rows in
        [T](unsafeUninitializedCapacity: rows.count) { target, used in
          for i in 0..<rows.count {
            let row = Int(rows[i])
            target.initializeElement(
              at: i, to: row >= 0 && row < count ? source[row] : missing)
          }
          used = rows.count
        }
      }
    }
  }

  /// The mask of the rows; empty where none is missing.
  static func mask(_ mask: Mask, _ rows: [Int32]) -> Mask {
    if mask.isEmpty {
      guard rows.contains(where: { $0 < 0 }) else { return [] }
      return rows.map { $0 < 0 ? 0 : 1 }
    }
    return take(mask, rows, missing: 0)
  }

  /// The lists at `rows`: their new offsets, and the places of their elements.
  static func lists(_ offsets: [Int32], _ rows: [Int32]) -> ([Int32], [Int32]) {
    var newOffsets = [Int32](repeating: 0, count: rows.count + 1)
    var total: Int32 = 0
    for i in 0..<rows.count {
      let row = Int(rows[i])
      if row >= 0 { total += offsets[row + 1] - offsets[row] }
      newOffsets[i + 1] = total
    }
    let places = [Int32](unsafeUninitializedCapacity: Int(total)) { target, used in
      var at = 0
      for i in 0..<rows.count {
        let row = Int(rows[i])
        if row < 0 { continue }
        var place = offsets[row]
        while place < offsets[row + 1] {
          target[at] = place
          at += 1
          place += 1
        }
      }
      used = at
    }
    return (newOffsets, places)
  }

  /// The row each element belongs to.
  static func owners(_ offsets: [Int32]) -> [Int32] {
    let total = Int(offsets[offsets.count - 1])
    return [Int32](unsafeUninitializedCapacity: total) { target, used in
      for row in 0..<(offsets.count - 1) {
        var place = Int(offsets[row])
        let end = Int(offsets[row + 1])
        while place < end {
          target[place] = Int32(row)
          place += 1
        }
      }
      used = total
    }
  }
}
