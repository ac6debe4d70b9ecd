// Comes in: a text that nothing is called, and one that something is. Goes out: how far apart they
// are. Both are in search form.

enum NearText {
  /// The number of edits between two texts; nil where they are too far apart for one to be meant.
  /// A text that begins with what is wanted, at a word's end, counts as near.
  static func distance(_ wanted: [UInt8], _ candidate: [UInt8]) -> Int? {
    guard wanted.count >= 3 else { return nil }
    let allowed = max(1, wanted.count / 3)
    if wanted.count >= 3, candidate.count > wanted.count, candidate.starts(with: wanted),
      candidate[wanted.count] == 0x20
    {
      return 1
    }
    guard abs(candidate.count - wanted.count) <= allowed else { return nil }
    let distance = EditDistance.between(wanted, candidate)
    return distance <= allowed && distance < max(wanted.count, candidate.count) ? distance : nil
  }

  /// "members" for any number of them but one.
  static func rows(_ count: Int, _ collection: Collection) -> String {
    count == 1 ? collection.singular : collection.name
  }
}

enum EditDistance {
  /// The least number of inserted, deleted, changed or swapped letters.
  static func between(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [Int](repeating: 0, count: b.count + 1)
      row[0] = i + 1
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row[j + 1] = cost
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
