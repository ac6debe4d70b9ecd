// Comes in: the parent relation of a taxonomy. Goes out: for each concept its level and the concepts above
// it, and how near two concepts are. A root's level is 1; with several parents the shortest way counts.
// Source: Z. Wu, M. Palmer, Proceedings of the ACL (1994) 133.

final class ConceptTree: Sendable {
  private let levels: [Int32]
  /// For each concept itself and what is above it, ascending, and how many steps it is away.
  private let offsets: [Int]
  private let concepts: [Int32]
  private let distances: [Int32]

  private init(_ network: Network, _ collection: CollectionID) {
    let count = network.collections[collection].rowCount
    let relation = network.schema.collections[collection].parent
    let parents = relation.map { network.relations[$0].shape }
    func above(_ concept: Int32) -> ArraySlice<Int32> {
      switch parents {
      case .one(let targets)?:
        let parent = targets[Int(concept)]
        return parent < 0 ? [] : [parent]
      case .many(let adjacency)?:
        let place = Int(concept)
        return adjacency.targets[
          Int(adjacency.offsets[place])..<Int(adjacency.offsets[place + 1])]
      case nil: return []
      }
    }
    var levels = [Int32](repeating: 1, count: count)
    var offsets = [0]
    var concepts: [Int32] = []
    var distances: [Int32] = []
    var seen = [Int32](repeating: -1, count: count)
    for concept in 0..<Int32(count) {
      var found: [(concept: Int32, distance: Int32)] = [(concept, 0)]
      seen[Int(concept)] = concept
      var read = 0
      var nearestRoot: Int32?
      while read < found.count {
        let here = found[read]
        read += 1
        let next = above(here.concept)
        if next.isEmpty, nearestRoot == nil { nearestRoot = here.distance }
        for parent in next where seen[Int(parent)] != concept {
          seen[Int(parent)] = concept
          found.append((parent, here.distance + 1))
        }
      }
      levels[Int(concept)] = (nearestRoot ?? 0) + 1
      found.sort { $0.concept < $1.concept }
      concepts += found.map(\.concept)
      distances += found.map(\.distance)
      offsets.append(concepts.count)
    }
    self.levels = levels
    self.offsets = offsets
    self.concepts = concepts
    self.distances = distances
  }

  static func of(_ network: Network, _ collection: CollectionID) -> ConceptTree {
    network.indexes[collection].tree.value { ConceptTree(network, collection) }
  }

  /// The concept itself and each one above it, with how many steps it is away.
  func forEachAbove(_ concept: Int32, _ body: (Int32, Int32) -> Void) {
    for place in offsets[Int(concept)]..<offsets[Int(concept) + 1] {
      body(concepts[place], distances[place])
    }
  }

  /// Twice the level of the deepest concept above both, divided by the sum of their levels; 0 where
  /// nothing is above both.
  func wuPalmer(_ a: Int32, _ b: Int32) -> Double {
    var deepest: Int32 = 0
    var left = offsets[Int(a)]
    var right = offsets[Int(b)]
    while left < offsets[Int(a) + 1], right < offsets[Int(b) + 1] {
      if concepts[left] == concepts[right] {
        deepest = max(deepest, levels[Int(concepts[left])])
        left += 1
        right += 1
      } else if concepts[left] < concepts[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return 2 * Double(deepest) / Double(levels[Int(a)] + levels[Int(b)])
  }
}
