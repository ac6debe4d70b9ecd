// Comes in: a graph and a grouping of its nodes. Goes out: for each node between how many pairs it
// stands that are not tied, by role. Source: R. V. Gould, R. M. Fernandez, Sociological Methodology
// 19 (1989) 89.

/// Pairs (a, b) with ties a to v and v to b and none from a to b: ordered in a directed graph,
/// unordered in an undirected one. All three must have a group; 0 otherwise.
struct BrokerRoles: Sendable {
  /// All in one group.
  var coordinator: [Int64]
  /// a and b in one group, v in another.
  var itinerant: [Int64]
  /// v and b in one group, a in another. In an undirected graph this is also what a representative
  /// is: the pairs with one end in the group of v.
  var gatekeeper: [Int64]
  /// a and v in one group, b in another; nil in an undirected graph, see `gatekeeper`.
  var representative: [Int64]?
  /// Three groups.
  var liaison: [Int64]
}

extension Graph {
  /// Pairs are counted by groups, all of them, and the tied ones are taken away. Cost: the sum over
  /// ties of the far end's degree.
  /// - Parameter groups: one number for each node, -1 for none.
  func brokerage(_ groups: [Int32], _ budget: some Budget) throws(RunError) -> BrokerRoles {
    var counts = [RoleCounts](repeating: RoleCounts(), count: nodeCount)
    try budget.reserve(8 * nodeCount + Int(groups.max() ?? 0))
    var pairs = GroupPairs(groups)
    /// The last node that each node is an outgoing contact of.
    var contactOf = [Int32](repeating: -1, count: nodeCount)
    for node in 0..<nodeCount where groups[node] >= 0 {
      var work = forward.degree(node) + backward.degree(node)
      for place in backward.places(node) { work += forward.degree(Int(backward.targets[place])) }
      try budget.charge(work)
      for place in forward.places(node) {
        contactOf[Int(targets[place])] = Int32(truncatingIfNeeded: node)
      }
      counts[node] = pairs.all(
        of: node, backward.targets[backward.places(node)], targets[forward.places(node)])
      for place in backward.places(node) {
        let a = Int(backward.targets[place])
        guard groups[a] >= 0 else { continue }
        for far in forward.places(a) where Int(contactOf[Int(targets[far])]) == node {
          let b = Int(targets[far])
          if groups[b] >= 0 { counts[node].add(-1, groups[a], groups[node], groups[b]) }
        }
      }
    }
    // Both orders of a pair were counted.
    let half: Int64 = isDirected ? 1 : 2
    return BrokerRoles(
      coordinator: counts.map { $0.coordinator / half },
      itinerant: counts.map { $0.itinerant / half },
      gatekeeper: counts.map(\.gatekeeper),
      representative: isDirected ? counts.map(\.representative) : nil,
      liaison: counts.map { $0.liaison / half })
  }
}

/// Ordered pairs of one broker, by role.
private struct RoleCounts {
  var coordinator: Int64 = 0
  var itinerant: Int64 = 0
  var gatekeeper: Int64 = 0
  var representative: Int64 = 0
  var liaison: Int64 = 0

  mutating func add(_ pairs: Int64, _ a: Int32, _ v: Int32, _ b: Int32) {
    if a == v && v == b {
      coordinator += pairs
    } else if a == b {
      itinerant += pairs
    } else if v == b {
      gatekeeper += pairs
    } else if a == v {
      representative += pairs
    } else {
      liaison += pairs
    }
  }
}

/// Counts pairs of incoming and outgoing contacts without looking at each pair.
private struct GroupPairs {
  private let groups: [Int32]
  /// By group: incoming contacts, outgoing ones, and those that are both.
  private var incoming: [Int64]
  private var outgoing: [Int64]
  private var both: [Int64]

  init(_ groups: [Int32]) {
    self.groups = groups
    incoming = [Int64](repeating: 0, count: Int(max(-1, groups.max() ?? -1)) + 1)
    outgoing = incoming
    both = incoming
  }

  /// Tied or not, but never a node with itself. Contacts are ascending.
  mutating func all(
    of node: Int, _ sources: ArraySlice<Int32>, _ ends: ArraySlice<Int32>
  ) -> RoleCounts {
    var starts: Int64 = 0
    var finishes: Int64 = 0
    for source in sources where groups[Int(source)] >= 0 {
      incoming[Int(groups[Int(source)])] += 1
      starts += 1
    }
    for end in ends where groups[Int(end)] >= 0 {
      outgoing[Int(groups[Int(end)])] += 1
      finishes += 1
    }
    var left = sources.startIndex
    var right = ends.startIndex
    while left < sources.endIndex, right < ends.endIndex {
      if sources[left] == ends[right], groups[Int(sources[left])] >= 0 {
        both[Int(groups[Int(sources[left])])] += 1
      }
      let step = sources[left]
      if step <= ends[right] { left += 1 }
      if ends[right] <= step { right += 1 }
    }
    let own = Int(groups[node])
    var counts = RoleCounts()
    counts.coordinator = incoming[own] * outgoing[own] - both[own]
    counts.gatekeeper = (starts - incoming[own]) * outgoing[own]
    counts.representative = incoming[own] * (finishes - outgoing[own])
    var sameGroup: Int64 = 0
    for source in sources where groups[Int(source)] >= 0 {
      // Cleared once counted, so that each group counts once.
      let group = Int(groups[Int(source)])
      if group != own {
        sameGroup += incoming[group] * outgoing[group]
        counts.itinerant += incoming[group] * outgoing[group] - both[group]
      }
      incoming[group] = group == own ? incoming[group] : 0
      both[group] = group == own ? both[group] : 0
    }
    counts.liaison = (starts - incoming[own]) * (finishes - outgoing[own]) - sameGroup
    incoming[own] = 0
    both[own] = 0
    for end in ends where groups[Int(end)] >= 0 { outgoing[Int(groups[Int(end)])] = 0 }
    return counts
  }
}
