// Comes in: the values of a constant list. Goes out: which values of a vector are among them.

/// A set of values that is the same in every row.
struct ValueSet {
  private let elements: Vector

  init(_ elements: Vector) { self.elements = elements.expanded }

  /// One byte a row: 1 where the value is in the set; 0 where it is missing.
  func contains(_ values: Vector) -> [UInt8] {
    let none = [UInt8](repeating: 0, count: values.count)
    switch (values.expanded, elements) {
    case (.text(let codes, let dictionary), .text(let wanted, let other)):
      var set = BitSet(size: dictionary.count)
      for code in wanted where code >= 0 {
        if let own = other.withText(code, { dictionary.code(of: $0) }) { set.insert(own) }
      }
      return set.test(codes)
    case (.entity(let rows), .entity(let wanted)):
      return BitSet(size: Int((wanted.max() ?? -1) + 1), wanted).test(rows)
    case (.int(let v, let mask), .int(let wanted, _)):
      let sorted = wanted.sorted()
      var result = v.map { Search.contains(sorted, $0) ? UInt8(1) : 0 }
      if !mask.isEmpty { for i in 0..<result.count { result[i] &= mask[i] } }
      return result
    case (.date(let v), .date(let wanted)):
      let sorted = wanted.sorted()
      return v.map { $0 != Values.missingDate && Search.contains(sorted, $0) ? 1 : 0 }
    case (.nothing, _), (_, .nothing):
      return none
    default:
      var result = none
      for i in 0..<elements.count {
        let one = Vector.repeated(elements.slice(i..<(i + 1)), count: values.count)
        let hits = Compare.vectors(.equal, values, one)
        for row in 0..<result.count { result[row] |= hits[row] }
      }
      return result
    }
  }
}

enum Search {
  static func contains<T: Comparable>(_ sorted: [T], _ value: T) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value
  }
}
