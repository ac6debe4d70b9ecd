// Comes in: lists with repeated elements. Goes out: lists with each element once.

enum Distinct {
  /// The different entities of each list, ascending (canonical order); missing ones are left out.
  static func entities(_ offsets: [Int32], _ rows: [Int32]) -> Vector {
    var result: [Int32] = []
    result.reserveCapacity(rows.count)
    var newOffsets = [Int32](repeating: 0, count: offsets.count)
    for list in 0..<(offsets.count - 1) {
      let start = result.count
      var ascending = true
      var last: Int32 = -1
      var place = Int(offsets[list])
      let end = Int(offsets[list + 1])
      while place < end {
        let row = rows[place]
        place += 1
        if row < 0 { continue }
        if row <= last && result.count > start { ascending = false }
        last = row
        result.append(row)
      }
      if !ascending {
        result[start...].sort()
        var write = start + 1
        var read = start + 1
        while read < result.count {
          if result[read] != result[write - 1] {
            result[write] = result[read]
            write += 1
          }
          read += 1
        }
        result.removeLast(result.count - write)
      }
      newOffsets[list + 1] = Int32(truncatingIfNeeded: result.count)
    }
    return .list(offsets: newOffsets, elements: .entity(result))
  }

  /// The different values of each list, in the order of their first appearance.
  static func lists(_ vector: Vector) -> Vector {
    if case .repeated(let row, let count) = vector {
      return .repeated(lists(row), count: count)
    }
    let (offsets, elements) = vector.asList
    let owners = Gather.owners(offsets)
    var grouper = Grouper(count: elements.count)
    grouper.add(owners.map { UInt64(UInt32(bitPattern: $0)) })
    grouper.add(elements.expanded)
    let kept = grouper.firstRows
    return .list(
      offsets: Selection.offsets(offsets, keeping: kept), elements: elements.gather(kept))
  }
}
