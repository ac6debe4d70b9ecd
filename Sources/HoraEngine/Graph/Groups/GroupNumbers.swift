// Comes in: any label for each node. Goes out: groups numbered from 1, largest first, among equals by
// first member.

enum GroupNumbers {
  /// - Parameter labels: one for each node, `0 ..< bound`.
  static func largestFirst(_ labels: [Int32], bound: Int) -> [Int32] {
    var size = [Int](repeating: 0, count: bound)
    /// Labels in the order of their first members.
    var used: [Int32] = []
    for label in labels {
      if size[Int(label)] == 0 { used.append(label) }
      size[Int(label)] += 1
    }
    // Swift's sort is stable.
    used.sort { size[Int($0)] > size[Int($1)] }
    var number = [Int32](repeating: 0, count: bound)
    for (place, label) in used.enumerated() {
      number[Int(label)] = Int32(truncatingIfNeeded: place + 1)
    }
    return labels.map { number[Int($0)] }
  }
}
