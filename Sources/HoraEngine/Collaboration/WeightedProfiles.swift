// Comes in: what the entities of a collection have, and how often. Goes out: how alike two profiles are.
// A thing's weight is how often it is had times ln(N / df): of N entities with a profile df have it.
// Sources: G. Salton, C. Buckley, Information Processing & Management 24 (1988) 513 (tf-idf, cosine);
// M. Ružička, Biológia 13 (1958) 647; Z. Wu, M. Palmer, Proceedings of the ACL (1994) 133.

import CSystem

/// How two profiles are compared. The raw values are the names in the language.
enum ProfileMeasure: String {
  /// The cosine of the angle between the weights.
  case cosine
  /// The sum of the lesser weights divided by the sum of the greater ones.
  case ruzicka
  /// For each thing of either the nearest one of the other, on average; weights do not count.
  case wuPalmer = "wu_palmer"
}

struct WeightedProfiles {
  /// Entity to things, ascending and each once.
  private let things: Arcs
  /// The same with weights, rolled up to broader concepts where that was asked for.
  private let weighted: Arcs
  /// The sum of each entity's squared weights.
  private let squares: [Double]
  private let tree: ConceptTree?

  /// - Parameter decay: what a step up the taxonomy leaves of a weight; 0 is no step.
  init(_ plan: ProfilePlan, decay: Double, _ run: Run) throws(RunError) {
    let (offsets, targets, counts) = try run.countedThings(plan)
    things = Arcs(offsets: offsets, targets: targets, weights: [])
    var holders: [Int32: Int] = [:]
    for thing in targets { holders[thing, default: 0] += 1 }
    let present = (0..<(offsets.count - 1)).count { offsets[$0] < offsets[$0 + 1] }
    let rarity = holders.mapValues { hora_log(Double(present) / Double($0)) }
    let weights = targets.indices.map { counts[$0] * (rarity[targets[$0]] ?? 0) }
    tree = run.taxonomy(of: plan).map { ConceptTree.of(run.network, $0) }
    let own = Arcs(offsets: offsets, targets: targets, weights: weights)
    if decay > 0, let tree {
      weighted = try WeightedProfiles.rolledUp(own, tree, decay, run)
    } else {
      weighted = own
    }
    let summed = weighted
    squares = (0..<(offsets.count - 1)).map { entity in
      summed.places(entity).reduce(0.0) {
        $0 + summed.weight($1) * summed.weight($1)
      }
    }
  }

  /// Each weight counts for everything above it, too, times `decay` for each step.
  private static func rolledUp(
    _ arcs: Arcs, _ tree: ConceptTree, _ decay: Double, _ run: Run
  ) throws(RunError) -> Arcs {
    var factors = [1.0]
    var offsets = [0]
    var targets: [Int32] = []
    var weights: [Double] = []
    for entity in 0..<(arcs.offsets.count - 1) {
      var sums: [Int32: Double] = [:]
      for place in arcs.places(entity) {
        tree.forEachAbove(arcs.targets[place]) { concept, distance in
          while factors.count <= Int(distance) {
            factors.append(factors[factors.count - 1] * decay)
          }
          sums[concept, default: 0] += arcs.weight(place) * factors[Int(distance)]
        }
      }
      let concepts = sums.keys.sorted()
      targets += concepts
      weights += concepts.map { sums[$0] ?? 0 }
      offsets.append(targets.count)
      try run.charge(concepts.count)
    }
    try run.reserve(targets.count)
    return Arcs(offsets: offsets, targets: targets, weights: weights)
  }

  /// From 0 to 1; NaN where one of the two has nothing, or nothing that tells it from others.
  func similarity(_ a: Int, _ b: Int, _ measure: ProfileMeasure) -> Double {
    if measure == .wuPalmer { return bestMatches(a, b) }
    guard squares[a] > 0, squares[b] > 0 else { return .nan }
    var (product, lesser, greater) = (0.0, 0.0, 0.0)
    var left = weighted.offsets[a]
    var right = weighted.offsets[b]
    let (leftEnd, rightEnd) = (weighted.offsets[a + 1], weighted.offsets[b + 1])
    while left < leftEnd || right < rightEnd {
      let one = left < leftEnd ? weighted.targets[left] : .max
      let other = right < rightEnd ? weighted.targets[right] : .max
      let x = one <= other ? weighted.weight(left) : 0
      let y = other <= one ? weighted.weight(right) : 0
      product += x * y
      lesser += min(x, y)
      greater += max(x, y)
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    return measure == .ruzicka
      ? lesser / greater : min(1, product / (squares[a] * squares[b]).squareRoot())
  }

  private func bestMatches(_ a: Int, _ b: Int) -> Double {
    guard let tree, things.degree(a) > 0, things.degree(b) > 0 else { return .nan }
    func mean(of one: Int, in other: Int) -> Double {
      var sum = 0.0
      for place in things.places(one) {
        var best = 0.0
        for candidate in things.places(other) {
          best = max(best, tree.wuPalmer(things.targets[place], things.targets[candidate]))
        }
        sum += best
      }
      return sum / Double(things.degree(one))
    }
    return (mean(of: a, in: b) + mean(of: b, in: a)) / 2
  }

  /// How much work it is to compare two.
  func cost(_ a: Int, _ b: Int, _ measure: ProfileMeasure) -> Int {
    measure == .wuPalmer
      ? 16 * things.degree(a) * things.degree(b) : weighted.degree(a) + weighted.degree(b)
  }
}

extension Run {
  func taxonomy(of plan: ProfilePlan) -> CollectionID? {
    guard case .entity(let things) = self.plan.expressions[plan.path].type,
      network.schema.collections[things].parent != nil
    else { return nil }
    return things
  }

  /// For each row of the collection what it has, ascending and each once, and how often: along a
  /// relation with link rows the number of these, else once.
  func countedThings(
    _ profile: ProfilePlan
  ) throws(RunError) -> (offsets: [Int], things: [Int32], counts: [Double]) {
    let rowCount = network.collections[profile.collection].rowCount
    if case .follow(let source, let relation) = plan.expressions[profile.path].kind,
      case .column = plan.expressions[source].kind, let link = network.relations[relation].link
    {
      var offsets = [0]
      var things: [Int32] = []
      var counts: [Double] = []
      for row in 0..<rowCount {
        let start = things.count
        for place in Int(link.offsets[row])..<Int(link.offsets[row + 1]) {
          if things.count > start, things[things.count - 1] == link.ends[place] {
            counts[counts.count - 1] += 1
          } else {
            things.append(link.ends[place])
            counts.append(1)
          }
        }
        offsets.append(things.count)
      }
      try charge(link.ends.count)
      return (offsets, things, counts)
    }
    let (offsets, things) = try thingLists(
      of: (0..<Int32(rowCount)).map { $0 }, profile.path)
    return (offsets, things, [Double](repeating: 1, count: things.count))
  }
}
