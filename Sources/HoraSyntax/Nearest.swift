// Did you mean: the words nearest to a misspelt one.
// In: a word and what could have been meant. Out: the best candidates in order. Pure.

/// The candidates nearest to `word`, best first, at most `limit`; none that is too far off.
///
/// Distance is Damerau-Levenshtein (insert, delete, replace, swap two neighbours) over letters
/// without regard to case; about one mistake in three letters is allowed. A candidate that begins
/// with the word, from three letters on, counts as one mistake. Of equally near ones the likelier
/// slip of the keyboard comes first, then the earlier candidate. Cost: O(candidates × length²).
public func nearest(_ word: String, in candidates: [String], limit: Int) -> [String] {
  let wanted = Array(word.lowercased().prefix(64))
  guard wanted.count >= 2, limit > 0 else { return [] }
  let allowed = wanted.count < 3 ? 1 : (wanted.count + 1) / 3
  var found: [(distance: Int, slip: Int, order: Int, name: String)] = []
  for (order, candidate) in candidates.enumerated() {
    let letters = Array(candidate.lowercased().prefix(64))
    guard letters != wanted || candidate != word else { continue }
    var distance = editDistance(wanted, letters, atMost: allowed)
    if wanted.count >= 3, letters.starts(with: wanted) { distance = min(distance, 1) }
    let isSane = distance < min(wanted.count, letters.count)
    guard distance <= allowed, isSane else { continue }
    found.append((distance, Slips.cost(wanted, letters), order, candidate))
  }
  found.sort { ($0.distance, $0.slip, $0.order) < ($1.distance, $1.slip, $1.order) }
  return found.prefix(limit).map(\.name)
}

/// The number of edits from one word to another, or anything larger than `most`.
func editDistance(_ left: [Character], _ right: [Character], atMost most: Int) -> Int {
  guard abs(left.count - right.count) <= most else { return most + 1 }
  return Slips.distance(left, right) { _ in 1 }
}

/// How likely one word is a slip for another.
private enum Slips {
  enum Edit {
    /// A letter of the right word is not there, one too many is, or one stands for another.
    case dropped
    case added(Character, before: Character?, after: Character?)
    case replaced(Character, by: Character)
    case swapped
  }

  static func cost(_ written: [Character], _ meant: [Character]) -> Int {
    distance(written, meant) { edit in
      switch edit {
      case .dropped, .swapped: 2
      // A letter too many is mostly one that stands beside it, in the word or on the keyboard.
      case .added(let letter, let before, let after):
        letter == before || letter == after || areNear(letter, before) || areNear(letter, after)
          ? 2 : 3
      case .replaced(let letter, let other): areNear(letter, other) ? 2 : 3
      }
    }
  }

  static func distance(
    _ left: [Character], _ right: [Character], _ cost: (Edit) -> Int
  ) -> Int {
    var last = (0...right.count).map { $0 * cost(.dropped) }
    var beforeLast = last
    for row in 0..<left.count {
      let before = row > 0 ? left[row - 1] : nil
      let after = row + 1 < left.count ? left[row + 1] : nil
      let added = cost(.added(left[row], before: before, after: after))
      var current = [last[0] + added]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let same = left[row] == right[column]
        var best = min(
          last[column + 1] + added, current[column] + cost(.dropped),
          last[column] + (same ? 0 : cost(.replaced(left[row], by: right[column]))))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + cost(.swapped))
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }

  /// Keys that lie side by side.
  private static func areNear(_ a: Character, _ b: Character?) -> Bool {
    guard let b else { return false }
    return rows.contains { row in
      guard let i = row.firstIndex(of: a), let j = row.firstIndex(of: b) else { return false }
      return abs(i - j) == 1
    }
  }

  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(Array.init)
}
