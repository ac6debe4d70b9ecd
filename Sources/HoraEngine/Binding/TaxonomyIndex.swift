// Comes in: the parent relation of a taxonomy. Goes out: whether a concept is another one or
// narrower: a range test where each concept has one parent, else a walk upwards.

/// Concepts numbered so that "this or narrower" is a range.
final class TaxonomyIndex: Sendable {
  private let parents: RelationData.Shape?
  private let childrenOffsets: [Int32]
  private let children: [Int32]
  /// Place in a walk that visits every concept before its narrower ones; only in a tree.
  private let enter: [Int32]
  private let leave: [Int32]
  private let isTree: Bool

  private init(_ network: Network, _ collection: CollectionID) {
    let count = network.collections[collection].rowCount
    let relation = network.schema.collections[collection].parent
    parents = relation.map { network.relations[$0].shape }
    var pairs: [(parent: Int32, child: Int32)] = []
    switch parents {
    case .one(let targets)?:
      for child in 0..<targets.count where targets[child] >= 0 {
        pairs.append((targets[child], Int32(child)))
      }
    case .many(let adjacency)?:
      for child in 0..<(adjacency.offsets.count - 1) {
        for place in adjacency.offsets[child]..<adjacency.offsets[child + 1] {
          pairs.append((adjacency.targets[Int(place)], Int32(child)))
        }
      }
    case nil: break
    }
    var offsets = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { offsets[Int(pair.parent) + 1] += 1 }
    for i in 0..<count { offsets[i + 1] += offsets[i] }
    var next = offsets
    var list = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      list[Int(next[Int(pair.parent)])] = pair.child
      next[Int(pair.parent)] += 1
    }
    childrenOffsets = offsets
    children = list
    if case .many? = parents { isTree = false } else { isTree = true }
    var enter = [Int32](repeating: 0, count: count)
    var leave = [Int32](repeating: 0, count: count)
    if isTree {
      var hasParent = [Bool](repeating: false, count: count)
      for pair in pairs { hasParent[Int(pair.child)] = true }
      var clock: Int32 = 0
      var stack: [(Int32, Int32)] = []
      for root in 0..<Int32(count) where !hasParent[Int(root)] {
        enter[Int(root)] = clock
        clock += 1
        stack.append((root, offsets[Int(root)]))
        while let (node, place) = stack.popLast() {
          if place < offsets[Int(node) + 1] {
            stack.append((node, place + 1))
            let child = list[Int(place)]
            enter[Int(child)] = clock
            clock += 1
            stack.append((child, offsets[Int(child)]))
          } else {
            leave[Int(node)] = clock
          }
        }
      }
    }
    self.enter = enter
    self.leave = leave
  }

  static func of(_ network: Network, _ collection: CollectionID) -> TaxonomyIndex {
    network.indexes[collection].taxonomy.value { TaxonomyIndex(network, collection) }
  }

  /// The concepts and everything narrower.
  func closure(_ concepts: [Int32]) -> BitSet {
    var set = BitSet(size: childrenOffsets.count - 1)
    var stack = concepts.filter { $0 >= 0 }
    while let concept = stack.popLast() {
      if set.contains(concept) { continue }
      set.insert(concept)
      for place in childrenOffsets[Int(concept)]..<childrenOffsets[Int(concept) + 1] {
        stack.append(children[Int(place)])
      }
    }
    return set
  }

  /// One byte a row: 1 where the left concept is the right one or narrower.
  func under(_ left: Vector, _ right: Vector) -> [UInt8] {
    guard case .entity(let l) = left.expanded, case .entity(let r) = right.expanded else {
      return [UInt8](repeating: 0, count: left.count)
    }
    if isTree {
      return (0..<l.count).map { i in
        guard l[i] >= 0, r[i] >= 0 else { return 0 }
        let place = enter[Int(l[i])]
        return place >= enter[Int(r[i])] && place < leave[Int(r[i])] ? 1 : 0
      }
    }
    var closures: [Int32: BitSet] = [:]
    return (0..<l.count).map { i in
      guard l[i] >= 0, r[i] >= 0 else { return 0 }
      if closures[r[i]] == nil { closures[r[i]] = closure([r[i]]) }
      return closures[r[i]]?.contains(l[i]) == true ? 1 : 0
    }
  }
}
