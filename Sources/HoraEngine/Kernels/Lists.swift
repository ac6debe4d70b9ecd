// Comes in: lists as offsets and elements. Goes out: lists again, flattened or followed.

enum Lists {
  /// How many elements the rows have together.
  static func neighbourCount(_ adjacency: Adjacency, _ rows: [Int32]) -> Int {
    var total = 0
    for row in rows where row >= 0 {
      total += Int(adjacency.offsets[Int(row) + 1]) - Int(adjacency.offsets[Int(row)])
    }
    return total
  }

  /// The elements of each row, one list a row.
  static func neighbours(
    _ adjacency: Adjacency, _ rows: [Int32]
  ) -> (offsets: [Int32], elements: [Int32]) {
    var offsets = [Int32](repeating: 0, count: rows.count + 1)
    let total = neighbourCount(adjacency, rows)
    let elements = adjacency.offsets.withUnsafeBufferPointer { starts in
      adjacency.targets.withUnsafeBufferPointer { targets in
        [Int32](unsafeUninitializedCapacity: total) { result, used in
          var at = 0
          for i in 0..<rows.count {
            let row = Int(rows[i])
            if row >= 0 {
              var place = Int(starts[row])
              let end = Int(starts[row + 1])
              while place < end {
                result[at] = targets[place]
                at += 1
                place += 1
              }
            }
            offsets[i + 1] = Int32(truncatingIfNeeded: at)
          }
          used = at
        }
      }
    }
    return (offsets, elements)
  }

  /// Lists whose elements have a value or a list each: one list a row, without the missing ones.
  static func flatten(_ offsets: [Int32], _ values: Vector) -> Vector {
    let inner = values.asList
    return .list(
      offsets: Gather.take(inner.offsets, offsets, missing: 0), elements: inner.elements)
  }

  /// For each row: whether one of its elements is in the set. Stops at the first.
  static func anyNeighbour(
    _ adjacency: Adjacency, _ rows: [Int32], in set: BitSet
  ) -> [UInt8] {
    adjacency.offsets.withUnsafeBufferPointer { starts in
      adjacency.targets.withUnsafeBufferPointer { targets in
        set.words.withUnsafeBufferPointer { words in
          [UInt8](unsafeUninitializedCapacity: rows.count) { result, used in
            for i in 0..<rows.count {
              var found: UInt8 = 0
              let row = Int(rows[i])
              if row >= 0 {
                var place = Int(starts[row])
                let end = Int(starts[row + 1])
                while place < end {
                  let target = Int(targets[place])
                  if words[target >> 6] >> UInt64(target & 63) & 1 != 0 {
                    found = 1
                    break
                  }
                  place += 1
                }
              }
              result[i] = found
            }
            used = rows.count
          }
        }
      }
    }
  }
}
