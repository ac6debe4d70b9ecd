// Comes in: a network, made ready for links. Goes out: where the resource allocation of a pair stands
// among those of all pairs that are not tied. One walk from each node; it keeps a number for each pair
// that is not tied and has a common neighbour, and nothing for the others.

struct ProximityRanks: Sendable {
  /// Resource allocation of the pairs that are not tied and have a common neighbour, ascending.
  private let allocations: [Double]
  /// Pairs that are not tied, with a common neighbour or without.
  private let untied: Int

  init(_ links: LinkMeasures, _ budget: some Budget) throws(RunError) {
    var found: [Double] = []
    var walk = try LinkWalk(links, budget)
    for node in 0..<Int32(truncatingIfNeeded: links.nodeCount) {
      try walk.move(to: node, budget)
      for other in walk.found
      where other > node && links.ties.place(from: Int(node), to: other) == nil {
        found.append(walk.common(with: other).resourceAllocation)
      }
      try budget.reserve(found.count)
    }
    try budget.charge(found.count)
    found.sort()
    allocations = found
    untied = links.nodeCount * (links.nodeCount - 1) / 2 - links.ties.count / 2
  }

  /// The percentile rank from 0 to 1; half of the equal ones count, so that 0.5 is neither near nor far.
  func rank(_ allocation: Double) -> Double {
    guard untied > 0 else { return 0.5 }
    let zeros = untied - allocations.count
    if allocation <= 0 { return 0.5 * Double(zeros) / Double(untied) }
    // Sums in another order differ in the last digits.
    let low = count(below: allocation * (1 - 1e-12))
    let high = count(below: allocation * (1 + 1e-12))
    return min(1, (Double(zeros + low) + 0.5 * Double(high - low)) / Double(untied))
  }

  private func count(below value: Double) -> Int {
    var low = 0
    var high = allocations.count
    while low < high {
      let middle = (low + high) / 2
      if allocations[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
