// Comes in: for each node the things it has (the competences of a member). Goes out: how related things
// are, by how often they are had together, and how near a thing lies to what a node has.
// Sources: C. A. Hidalgo, B. Klinger, A.-L. Barabási, R. Hausmann, Science 317 (2007) 482 (proximity);
// R. Boschma, P.-A. Balland, D. F. Kogler, Industrial and Corporate Change 24 (2015) 223 (density).

/// What nodes have, and what that says of the things.
struct Profiles: Sendable {
  /// Node to things, ascending and each once.
  let things: Arcs
  let thingCount: Int
  /// Between things p and q: the lesser of the shares P(p | q) and P(q | p) of the nodes that have
  /// them: `c_pq / max(s_p, s_q)`. Things that nobody has together are not tied.
  let proximity: Arcs
  /// For each thing the sum of its proximities.
  private let sums: [Double]
  /// How many nodes have each thing.
  let sizes: [Int]
  /// Every density, where many will be asked for.
  private let densities: DensityTable?

  /// - Parameters:
  ///   - offsets: node `n` has `things[offsets[n] ..< offsets[n + 1]]`, ascending and each once
  ///   - forMany: many pairs will be compared, so that it pays to have every density at hand
  init(
    offsets: [Int], things: [Int32], thingCount: Int, forMany: Bool = false, _ budget: some Budget
  ) throws(RunError) {
    self.things = Arcs(offsets: offsets, targets: things, weights: [])
    self.thingCount = thingCount
    let transposed = Profiles.transposed(self.things, thingCount)
    sizes = (0..<thingCount).map { transposed.degree($0) }
    let together = try CoAffiliation(
      offsets: transposed.offsets, elements: transposed.targets, elementCount: offsets.count - 1,
      budget
    ).graph(budget).graph.forward
    var weights: [Double] = []
    try budget.reserve(2 * together.count)
    weights.reserveCapacity(together.count)
    var sums = [Double](repeating: 0, count: thingCount)
    for thing in 0..<thingCount {
      for place in together.places(thing) {
        let largest = max(sizes[thing], sizes[Int(together.targets[place])])
        weights.append(together.weight(place) / Double(largest))
        sums[thing] += weights[place]
      }
    }
    proximity = Arcs(offsets: together.offsets, targets: together.targets, weights: weights)
    self.sums = sums
    densities =
      forMany ? try DensityTable(self.things, proximity, sums, sizes, budget) : nil
  }

  private static func transposed(_ arcs: Arcs, _ count: Int) -> Arcs {
    var starts = Arcs.starts(arcs.targets, nodeCount: count)
    let offsets = starts
    var nodes = [Int32](repeating: 0, count: arcs.count)
    for node in 0..<(arcs.offsets.count - 1) {
      for place in arcs.places(node) {
        let thing = Int(arcs.targets[place])
        nodes[starts[thing]] = Int32(truncatingIfNeeded: node)
        starts[thing] += 1
      }
    }
    return Arcs(offsets: offsets, targets: nodes, weights: [])
  }

  func profile(_ node: Int) -> ArraySlice<Int32> { things.targets[things.places(node)] }

  /// Relatedness density: of all that is near to the thing, the share that the node has; 0 where
  /// nothing is near to it.
  func density(_ thing: Int32, of node: Int) -> Double {
    if let densities { return densities.density(thing, of: node) }
    let sum = sums[Int(thing)]
    guard sum > 0 else { return 0 }
    var near = 0.0
    var left = proximity.offsets[Int(thing)]
    let leftEnd = proximity.offsets[Int(thing) + 1]
    var right = things.offsets[node]
    let rightEnd = things.offsets[node + 1]
    while left < leftEnd, right < rightEnd {
      let one = proximity.targets[left]
      let other = things.targets[right]
      if one == other { near += proximity.weights[left] }
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    return near / sum
  }

  /// What `b` has and `a` has not, and what both have, ascending.
  func compared(_ a: Int, _ b: Int) -> (added: [Int32], common: [Int32]) {
    var added: [Int32] = []
    var common: [Int32] = []
    var left = things.offsets[a]
    for place in things.places(b) {
      let thing = things.targets[place]
      while left < things.offsets[a + 1], things.targets[left] < thing { left += 1 }
      if left < things.offsets[a + 1], things.targets[left] == thing {
        common.append(thing)
      } else {
        added.append(thing)
      }
    }
    return (added, common)
  }

  /// How near what `b` has lies to what `a` has.
  private func nearness(of b: Int, to a: Int) -> Nearness {
    var nearness = Nearness()
    var left = things.offsets[a]
    let leftEnd = things.offsets[a + 1]
    for place in things.places(b) {
      let thing = things.targets[place]
      while left < leftEnd, things.targets[left] < thing { left += 1 }
      if left < leftEnd, things.targets[left] == thing {
        nearness.common += 1
      } else {
        nearness.added += 1
        nearness.density += density(thing, of: a)
      }
    }
    return nearness
  }

  /// Related complementarity: the mean of what each would bring to the other, from 0 to 1.
  func complementarity(_ a: Int, _ b: Int) -> Double {
    (nearness(of: b, to: a).contribution + nearness(of: a, to: b).contribution) / 2
  }

  /// How well two profiles go together, from 0 to 1: the mean of how near each lies to the other. Alike
  /// profiles fit, and so do those that complete each other.
  func fit(_ a: Int, _ b: Int) -> Double {
    (nearness(of: b, to: a).fit + nearness(of: a, to: b).fit) / 2
  }
}

/// How near one profile lies to another.
private struct Nearness {
  /// Things that both have.
  var common = 0
  /// Things that only the one has, and the sum of their densities around the other.
  var added = 0
  var density = 0.0

  /// What the one would bring: the mean density of what only it has; 0 where there is nothing. New
  /// things that lie near count, things already there do not.
  var contribution: Double { added == 0 ? 0 : density / Double(added) }

  /// The mean over all it has, 1 for what both have; 0 for an empty profile.
  var fit: Double {
    common + added == 0 ? 0 : (Double(common) + density) / Double(common + added)
  }
}
