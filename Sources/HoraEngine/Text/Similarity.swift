// Comes in: two texts in search form. Goes out: how similar they are, from 0 to 1. Time is linear in
// the texts; memory is used again for each pair.

/// The similarity of Jaro and Winkler: 1 for equal texts, 0 for texts without a letter in common.
///
/// Jaro's measure is the mean of: the share of the first text's letters that the second has at nearly
/// the same place, the same of the second, and the share of those that stand in the same order (M. A.
/// Jaro, "Advances in record-linkage methodology as applied to matching the 1985 census of Tampa,
/// Florida", Journal of the American Statistical Association 84, 1989). Winkler adds a tenth of what
/// is missing to 1 for each of up to four letters that both begin with (W. E. Winkler, "String
/// comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage",
/// Proceedings of the Section on Survey Research Methods, American Statistical Association, 1990),
/// here without a threshold.
public struct Similarity {
  private var left: [UInt32] = []
  private var right: [UInt32] = []
  private var nextPlace: [Int32] = []
  private var heads: [UInt32: Int32] = [:]
  private var matchedLeft: [Int32] = []
  private var matchedRight: [Bool] = []

  public init() {}

  /// Of two texts in any form; allocates.
  public mutating func between(_ one: String, _ other: String) -> Double {
    var a = SearchForm.of(one)
    var b = SearchForm.of(other)
    return a.withUTF8 { a in b.withUTF8 { b in between(a, b) } }
  }

  /// Of two texts in search form.
  public mutating func between(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Double {
    Self.read(one, &left)
    Self.read(other, &right)
    if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty ? 1 : 0 }
    if left == right { return 1 }
    let window = max(0, max(left.count, right.count) / 2 - 1)
    linkPlaces()
    matchedLeft.removeAll(keepingCapacity: true)
    matchedRight.removeAll(keepingCapacity: true)
    for _ in right.indices { matchedRight.append(false) }
    // Each letter takes the first free place of its kind in the window; places before the window
    // never come back, so each place is looked at once.
    for (i, letter) in left.enumerated() {
      guard var place = heads[letter] else { continue }
      while place >= 0, Int(place) < i - window { place = nextPlace[Int(place)] }
      if place >= 0, Int(place) <= i + window {
        matchedLeft.append(Int32(i))
        matchedRight[Int(place)] = true
        place = nextPlace[Int(place)]
      }
      heads[letter] = place
    }
    guard !matchedLeft.isEmpty else { return 0 }
    var moved = 0
    var at = 0
    for i in matchedLeft {
      while !matchedRight[at] { at += 1 }
      if left[Int(i)] != right[at] { moved += 1 }
      at += 1
    }
    let common = Double(matchedLeft.count)
    let jaro =
      (common / Double(left.count) + common / Double(right.count)
        + (common - Double(moved / 2)) / common) / 3
    var prefix = 0
    while prefix < min(4, left.count, right.count), left[prefix] == right[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  /// For each letter of the right text its first place, and for each place the next of its letter.
  private mutating func linkPlaces() {
    heads.removeAll(keepingCapacity: true)
    nextPlace.removeAll(keepingCapacity: true)
    for _ in right.indices { nextPlace.append(-1) }
    for place in right.indices.reversed() {
      nextPlace[place] = heads[right[place]] ?? -1
      heads[right[place]] = Int32(place)
    }
  }

  private static func read(_ text: UnsafeBufferPointer<UInt8>, _ letters: inout [UInt32]) {
    letters.removeAll(keepingCapacity: true)
    var at = 0
    while at < text.count { letters.append(UTF8Bytes.next(text, &at)) }
  }
}
