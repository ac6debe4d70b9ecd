// Comes in: texts in search form. Goes out: whether a text has words that are nearly those of a
// pattern, and how similar two texts are. Nothing is allocated for a text beyond scratch.

/// Memory for comparing words, used again for each text.
public struct FuzzyScratch {
  fileprivate var word: [UInt32] = []
  fileprivate var rows: [Int32] = []
  public init() {}
}

/// The right side `fuzzy("vojvodna", 1)` of `~`: its words one after the other, each up to so many
/// edits away. An edit puts in, leaves out or changes a letter, or swaps two neighbours (F. J.
/// Damerau, "A technique for computer detection and correction of spelling errors", Communications of
/// the ACM 7, 1964), no letter being touched twice.
public struct FuzzyPattern: Sendable, Hashable {
  /// More edits than this are not asked for: nearly any two words would do.
  public static let mostEdits = 9

  private let words: [[UInt32]]
  private let edits: Int

  /// Compiles a text in any form. A pattern without any word matches nothing.
  public init(_ text: String, edits: Int) {
    words = Words.of(text).map { $0.unicodeScalars.map(\.value) }
    self.edits = min(max(0, edits), Self.mostEdits)
  }

  /// True where `text`, which must be in search form, has such words one after the other.
  public func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ scratch: inout FuzzyScratch
  ) -> Bool {
    guard let first = words.first else { return false }
    var at = 0
    while let word = Words.next(text, &at) {
      if isNear(first, text, word, &scratch), restIsNear(text, at, &scratch) { return true }
    }
    return false
  }

  /// The same for a text in any form; allocates.
  public func matches(_ text: String) -> Bool {
    var form = SearchForm.of(text)
    var scratch = FuzzyScratch()
    return form.withUTF8 { matches($0, &scratch) }
  }

  private func restIsNear(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ scratch: inout FuzzyScratch
  ) -> Bool {
    var at = start
    for wanted in words.dropFirst() {
      guard let word = Words.next(text, &at), isNear(wanted, text, word, &scratch) else {
        return false
      }
    }
    return true
  }

  private func isNear(
    _ wanted: [UInt32], _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ scratch: inout FuzzyScratch
  ) -> Bool {
    // A letter has one to four bytes.
    guard range.count >= wanted.count - edits, range.count <= 4 * (wanted.count + edits) else {
      return false
    }
    scratch.word.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    while at < range.upperBound { scratch.word.append(UTF8Bytes.next(text, &at)) }
    guard abs(scratch.word.count - wanted.count) <= edits else { return false }
    return withinBand(wanted, &scratch)
  }

  /// Looks only at places of the table of distances that are no more than `edits` off its diagonal:
  /// place `d` of a row stands for column `row + d - edits`.
  private func withinBand(_ wanted: [UInt32], _ scratch: inout FuzzyScratch) -> Bool {
    let band = 2 * edits + 1
    // A column of its own on each side, always too far.
    let width = band + 2
    let far = Int32(edits + 1)
    let count = scratch.word.count
    scratch.rows.removeAll(keepingCapacity: true)
    for _ in 0..<(3 * width) { scratch.rows.append(far) }
    return scratch.word.withUnsafeBufferPointer { word in
      wanted.withUnsafeBufferPointer { wanted in
        scratch.rows.withUnsafeMutableBufferPointer { cells in
          var before = 0
          var last = width
          var now = 2 * width
          for d in edits..<band where d - edits <= count {
            cells[last + 1 + d] = Int32(d - edits)
          }
          for row in 1..<(wanted.count + 1) {
            var least = far
            for d in 0..<band {
              let column = row + d - edits
              var cost = far
              if column == 0 {
                cost = Int32(row)
              } else if column > 0, column <= count {
                let same = wanted[row - 1] == word[column - 1]
                cost = cells[last + 1 + d] + (same ? 0 : 1)
                cost = min(cost, cells[last + 2 + d] + 1, cells[now + d] + 1)
                if row > 1, column > 1, wanted[row - 1] == word[column - 2],
                  wanted[row - 2] == word[column - 1]
                {
                  cost = min(cost, cells[before + 1 + d] + 1)
                }
                cost = min(cost, far)
              }
              cells[now + 1 + d] = cost
              least = min(least, cost)
            }
            if least > Int32(edits) { return false }
            (before, last, now) = (last, now, before)
          }
          return cells[last + 1 + count - wanted.count + edits] <= Int32(edits)
        }
      }
    }
  }
}
