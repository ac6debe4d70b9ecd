// Comes in: a word behind -c or -f. Goes out: the word with its place among both, an order that the parser of
// arguments does not keep between options.

import Synchronization

struct GivenText {
  let text: String
  let place: Int

  private static let count = Atomic<Int>(0)

  /// Called by the parser of arguments for one word after the other.
  init(_ text: String) {
    self.text = text
    place = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
  }
}
