// Comes in: the sets of letters of a pattern. Goes out: the symbols that letters fall into: letters
// that no set tells apart are one symbol. Immutable.

struct RegexAlphabet: Sendable {
  private let sets: [RegexSet]
  /// Letters are cut into stretches that begin here, ascending from 0.
  private let starts: [UInt32]
  /// The kind of each stretch: stretches of one kind are in the same ranges.
  private let kinds: [Int32]
  /// One scalar of each kind.
  private let samples: [UInt32]
  /// For each general category, the group of those that no set tells apart.
  private let groups: [Int32]
  /// One category of each group, as a bit.
  private let groupMasks: [UInt32]
  /// Symbols are below this; the end of the text is this one.
  let symbolCount: Int

  init(_ sets: [RegexSet], asksWords: Bool) throws(RegexError) {
    self.sets = sets
    (starts, kinds, samples) = try Self.stretches(sets)
    (groups, groupMasks) = Self.groups(
      sets.map(\.categories) + (asksWords ? [RegexCategory.word] : []))
    symbolCount = samples.count * groupMasks.count
  }

  func symbol(_ scalar: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    let kind = Int(kinds[low])
    if groupMasks.count == 1 { return kind }
    return kind * groupMasks.count + Int(groups[RegexCategory.place(scalar)])
  }

  /// Whether the letters of a symbol are in a set.
  func contains(_ set: Int32, _ symbol: Int) -> Bool {
    let set = sets[Int(set)]
    let kind = symbol / groupMasks.count
    let mask = groupMasks[symbol % groupMasks.count]
    let isIn = set.categories & mask != 0 || set.rangesContain(samples[kind])
    return isIn != set.isNegated
  }

  func isWord(_ symbol: Int) -> Bool {
    groupMasks[symbol % groupMasks.count] & RegexCategory.word != 0
  }

  /// Cuts all letters where a range begins or ends, and finds out which stretches are in the same
  /// ranges: each set in turn splits the kinds that it has a part of.
  private static func stretches(
    _ sets: [RegexSet]
  ) throws(RegexError) -> (starts: [UInt32], kinds: [Int32], samples: [UInt32]) {
    var cuts: Set<UInt32> = [0]
    for set in sets {
      for range in set.ranges {
        cuts.insert(range.low)
        cuts.insert(range.high &+ 1)
      }
    }
    let starts = cuts.sorted()
    var placeOf: [UInt32: Int] = [:]
    for (place, start) in starts.enumerated() { placeOf[start] = place }
    var kinds = [Int32](repeating: 0, count: starts.count)
    var count: Int32 = 1
    var work = 0
    for set in sets {
      var split: [Int32: Int32] = [:]
      for range in set.ranges {
        guard let low = placeOf[range.low], let high = placeOf[range.high &+ 1] else { continue }
        work += high - low
        if work > TextRegex.Limits.classes { throw RegexMessage.tooLarge(0..<0) }
        for place in low..<high {
          if let kind = split[kinds[place]] {
            kinds[place] = kind
          } else {
            split[kinds[place]] = count
            kinds[place] = count
            count += 1
          }
        }
      }
    }
    // Kinds that were split off whole have left a number without a stretch.
    var numbers: [Int32: Int32] = [:]
    var samples: [UInt32] = []
    for place in kinds.indices {
      if let number = numbers[kinds[place]] {
        kinds[place] = number
      } else {
        numbers[kinds[place]] = Int32(samples.count)
        kinds[place] = Int32(samples.count)
        samples.append(starts[place])
      }
    }
    return (starts, kinds, samples)
  }

  private static func groups(_ masks: [UInt32]) -> ([Int32], [UInt32]) {
    let different = Set(masks.filter { $0 != 0 }).sorted()
    var known: [[Bool]: Int32] = [:]
    var groups: [Int32] = []
    var groupMasks: [UInt32] = []
    for place in RegexCategory.names.indices {
      let bit = UInt32(1) << UInt32(place)
      let signature = different.map { $0 & bit != 0 }
      if let group = known[signature] {
        groups.append(group)
      } else {
        known[signature] = Int32(groupMasks.count)
        groups.append(Int32(groupMasks.count))
        groupMasks.append(bit)
      }
    }
    return (groups, groupMasks)
  }
}
