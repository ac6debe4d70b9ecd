// Hundreds of small random graphs: each kernel against the definition of what it computes.

import Testing

@testable import HoraEngine

@Suite struct BruteForceTests {
  static let kinds = [(false, false), (false, true), (true, false), (true, true)]

  /// The same graphs for each test.
  private func each(
    _ most: Int, _ count: Int, _ directed: Bool, _ weighted: Bool,
    _ body: (Graph, BruteForce, inout SplitMix64) throws -> Void
  ) throws {
    var random = SplitMix64(seed: 20_261_123)
    for _ in 0..<count {
      let graph = try randomGraph(&random, most: most, directed: directed, weighted: weighted)
      try body(graph, BruteForce(graph), &random)
    }
  }

  private func groups(_ count: Int, _ random: inout SplitMix64) -> [Int32] {
    (0..<count).map { _ in Int32(random.below(4)) - 1 }
  }

  @Test(arguments: kinds) func betweenness(_ directed: Bool, _ weighted: Bool) throws {
    let budget = TestBudget()
    try each(6, 60, directed, weighted) { graph, brute, random in
      let all = Array(brute.nodes)
      let some = all.filter { _ in random.below(2) == 0 }
      for length in [TieLength.hops, .inverseWeight] {
        let whole = try graph.betweenness(length: length, budget)
        #expect(agree(whole, brute.betweenness(length, from: all)))
        let part = try graph.betweenness(from: some.map(Int32.init), length: length, budget)
        #expect(agree(part, brute.betweenness(length, from: some)))
      }
    }
  }

  @Test(arguments: kinds) func distances(_ directed: Bool, _ weighted: Bool) throws {
    let budget = TestBudget()
    try each(6, 60, directed, weighted) { graph, brute, _ in
      for length in [TieLength.hops, .inverseWeight] {
        let all = brute.distances(length)
        for direction in [Direction.out, .into] {
          let sums = try graph.distanceSums(length, direction, budget)
          for node in brute.nodes {
            let others = brute.nodes.filter { $0 != node }
              .compactMap { direction == .out ? all[node][$0] : all[$0][node] }
            #expect(agree(sums.distance[node], others.reduce(0, +)))
            #expect(agree(sums.inverse[node], others.reduce(0) { $0 + 1 / $1 }))
            #expect(agree(sums.farthest[node], others.max() ?? 0))
            #expect(sums.reached[node] == others.count)
          }
        }
        let pairs = all.enumerated().flatMap { row in
          row.element.enumerated().filter { $0.offset != row.offset }.compactMap(\.element)
        }
        let mean = pairs.isEmpty ? nil : pairs.reduce(0, +) / Double(pairs.count)
        #expect(
          try agree(graph.averagePathLength(length: length, budget) ?? .nan, mean ?? .nan))
      }
      let largest = brute.components(of: Array(brute.nodes)).max { $0.count < $1.count } ?? []
      let hops = brute.distances(.hops)
      let longest = largest.flatMap { a in largest.compactMap { hops[a][$0] } }.max() ?? 0
      let diameter = try #require(try graph.diameter(budget))
      #expect(diameter.nodes == largest.count)
      #expect(diameter.isWhole == (largest.count == brute.count))
      // Of several parts of that size the first is measured.
      #expect(diameter.hops == Int(longest))
    }
  }

  @Test(arguments: kinds) func neighbors(_ directed: Bool, _ weighted: Bool) throws {
    let budget = TestBudget()
    try each(9, 150, directed, weighted) { graph, brute, _ in
      #expect(try agree(graph.clustering(budget), brute.nodes.map { brute.clustering($0) }))
      #expect(try agree(graph.transitivity(budget) ?? .nan, brute.transitivity ?? .nan))
      #expect(try graph.core(budget) == brute.nodes.map { brute.core($0) })
      #expect(try graph.cutNodes(budget) == brute.nodes.map { brute.isCut($0) })
      #expect(try agree(graph.constraint(budget), brute.nodes.map { brute.constraint($0) }))
      #expect(try agree(graph.effectiveSize(budget), brute.nodes.map { brute.effectiveSize($0) }))
      let parts = brute.components(of: Array(brute.nodes)).enumerated()
        .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
      let components = try graph.components(budget)
      for (place, part) in parts.enumerated() {
        #expect(part.allSatisfy { components[$0] == Int32(place + 1) })
      }
      #expect(agree(graph.undirected.strength(), brute.nodes.map { brute.strength($0) }))
      let h = brute.nodes.map { node in
        (0...brute.count).last { h in
          brute.mutual[node].count { $0 >= Double(max(1, h)) } >= h
        } ?? 0
      }
      #expect(try graph.hDegree(budget) == h.map(Int64.init))
    }
  }

  @Test(arguments: kinds) func groupings(_ directed: Bool, _ weighted: Bool) throws {
    let budget = TestBudget()
    try each(9, 150, directed, weighted) { graph, brute, random in
      let groups = groups(brute.count, &random)
      let resolution = [0.5, 1, 2][random.below(3)]
      #expect(
        try agree(
          graph.modularity(groups, resolution: resolution, budget) ?? .nan,
          brute.modularity(groups, resolution) ?? .nan))
      #expect(
        try agree(
          graph.participation(groups, budget),
          brute.nodes.map { brute.participation($0, groups) }))
      #expect(
        try agree(
          graph.externalInternal(groups, budget),
          brute.nodes.map { brute.externalInternal($0, groups) }))
      let roles = try graph.brokerage(groups, budget)
      let half: Int64 = directed ? 1 : 2
      for node in brute.nodes {
        let all = brute.roles(node, groups)
        #expect(roles.coordinator[node] == all[0] / half)
        #expect(roles.itinerant[node] == all[1] / half)
        #expect(roles.gatekeeper[node] == all[2])
        #expect(roles.liaison[node] == all[4] / half)
        if directed {
          #expect(roles.representative?[node] == all[3])
        } else {
          // Both orders of a pair, one of each kind.
          #expect(all[2] == all[3])
        }
      }
      #expect((roles.representative == nil) == !directed)
    }
  }

  @Test(arguments: kinds) func iterations(_ directed: Bool, _ weighted: Bool) throws {
    let budget = TestBudget()
    try each(9, 100, directed, weighted) { graph, brute, _ in
      let ranks = try graph.pageRank(budget)
      #expect(ranks.hasConverged)
      #expect(agree(ranks.values.reduce(0, +), 1))
      let out = brute.nodes.map { brute.weight[$0].reduce(0, +) }
      let dangling = brute.nodes.reduce(0) { $0 + (out[$1] == 0 ? ranks.values[$1] : 0) }
      for node in brute.nodes {
        let flow = brute.nodes.reduce(0) {
          $0 + (out[$1] == 0 ? 0 : ranks.values[$1] * brute.weight[$1][node] / out[$1])
        }
        let expected = (0.15 + 0.85 * dangling) / Double(brute.count) + 0.85 * flow
        #expect(agree(ranks.values[node], expected))
      }
      let vector = try graph.eigenvector(budget)
      guard vector.hasConverged, graph.tieCount > 0, vector.values.contains(1) else { return }
      let image = brute.nodes.map { node in
        brute.nodes.reduce(0) { $0 + brute.weight[$1][node] * vector.values[$1] }
      }
      // What is 1 was multiplied by the eigenvalue.
      let value = image[vector.values.firstIndex(of: 1) ?? 0]
      #expect(agree(image, vector.values.map { $0 * value }, 1e-6))
    }
  }

  @Test(arguments: kinds) func links(_ directed: Bool, _ weighted: Bool) throws {
    let budget = TestBudget()
    try each(9, 100, directed, weighted) { graph, brute, _ in
      let links = try LinkMeasures(graph, budget)
      var walk = try LinkWalk(links, budget)
      for a in brute.nodes {
        try walk.move(to: Int32(a), budget)
        let candidates = brute.nodes.filter { b in
          a != b && !Set(brute.neighbors(a)).isDisjoint(with: brute.neighbors(b))
        }
        #expect(walk.found.map(Int.init).sorted() == candidates)
        for b in brute.nodes where a != b {
          let common = brute.neighbors(a).filter { brute.mutual[b][$0] > 0 }
          let either = Set(brute.neighbors(a)).union(brute.neighbors(b))
          let score = try #require(links.score(Int32(a), Int32(b)))
          #expect(score.commonNeighbors == common.count)
          #expect(
            agree(
              score.resourceAllocation,
              common.reduce(0) { $0 + 1 / Double(brute.neighbors($1).count) }))
          #expect(
            agree(
              score.weightedResourceAllocation,
              common.reduce(0) {
                $0 + (brute.mutual[a][$1] + brute.mutual[$1][b]) / brute.strength($1)
              }))
          #expect(
            agree(
              score.jaccard, either.isEmpty ? 0 : Double(common.count) / Double(either.count)))
          #expect(
            score.preferentialAttachment == brute.neighbors(a).count * brute.neighbors(b).count)
        }
        // Walked and merged alike: short runs of the same left end are merged, long ones walked.
        for times in [1, 20] {
          var right: [Int32] = [-1, 99]
          for node in brute.nodes { right += [Int32](repeating: Int32(node), count: times) }
          let left = [Int32](repeating: Int32(a), count: right.count)
          let (scores, mask) = try links.scores(left, right, budget)
          for row in right.indices {
            let score = links.score(left[row], right[row])
            #expect(mask[row] == (score == nil ? 0 : 1))
            #expect(scores[row] == score ?? LinkScore())
          }
        }
      }
    }
  }
}
