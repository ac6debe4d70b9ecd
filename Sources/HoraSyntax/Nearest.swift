// Did you mean: the words nearest to a misspelt one.
// In: a word and what could have been meant. Out: the best candidates in order. Pure.

/// The candidates nearest to `word`, best first, at most `limit`; none that is too far off.
///
/// Distance is Damerau-Levenshtein (insert, delete, replace, swap two neighbours) over letters
/// without regard to case; about one mistake in three letters is allowed. A candidate that begins
/// with the word, from three letters on, counts as one mistake. Equally near ones keep their order.
/// Cost: O(candidates × length²).
public func nearest(_ word: String, in candidates: [String], limit: Int) -> [String] {
  let wanted = Array(word.lowercased().prefix(64))
  guard wanted.count >= 2, limit > 0 else { return [] }
  let allowed = wanted.count < 3 ? 1 : (wanted.count + 1) / 3
  var found: [(distance: Int, order: Int, name: String)] = []
  for (order, candidate) in candidates.enumerated() {
    let letters = Array(candidate.lowercased().prefix(64))
    guard letters != wanted || candidate != word else { continue }
    var distance = editDistance(wanted, letters, atMost: allowed)
    if wanted.count >= 3, letters.starts(with: wanted) { distance = min(distance, 1) }
    let isSane = distance < min(wanted.count, letters.count)
    if distance <= allowed, isSane { found.append((distance, order, candidate)) }
  }
  found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
  return found.prefix(limit).map(\.name)
}

/// The number of edits from one word to another, or anything larger than `most`.
func editDistance(_ left: [Character], _ right: [Character], atMost most: Int) -> Int {
  guard abs(left.count - right.count) <= most else { return most + 1 }
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    current.reserveCapacity(right.count + 1)
    for column in 1...right.count {
      let isSame = left[row - 1] == right[column - 1]
      var best = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      let isSwap =
        row > 1 && column > 1 && left[row - 1] == right[column - 2]
        && left[row - 2] == right[column - 1]
      if isSwap { best = min(best, beforeLast[column - 2] + 1) }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
