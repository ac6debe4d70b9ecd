// Every measure once more, straight from its definition, over matrices and all simple ways: slow, short,
// and sharing nothing with the kernels.

@testable import HoraEngine

struct BruteForce {
  let count: Int
  let isDirected: Bool
  /// Weight of the arc from one node to another; 0 is none.
  let weight: [[Double]]
  /// The weights of both directions together.
  let mutual: [[Double]]

  init(_ graph: Graph) {
    let n = graph.nodeCount
    count = n
    isDirected = graph.isDirected
    var matrix = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    for node in 0..<n {
      for place in graph.forward.places(node) {
        matrix[node][Int(graph.targets[place])] = graph.forward.weight(place)
      }
    }
    weight = matrix
    let directed = graph.isDirected
    mutual = (0..<n).map { a in
      (0..<n).map { b in directed ? matrix[a][b] + matrix[b][a] : matrix[a][b] }
    }
  }

  var nodes: Range<Int> { 0..<count }
  func neighbors(_ node: Int) -> [Int] { nodes.filter { mutual[node][$0] > 0 } }
  func strength(_ node: Int) -> Double { mutual[node].reduce(0, +) }

  // MARK: Ways

  func cost(_ path: [Int], _ length: TieLength) -> Double {
    zip(path, path.dropFirst()).reduce(0) { $0 + length.of(weight[$1.0][$1.1]) }
  }

  /// All simple ways, in canonical order.
  func simplePaths(_ a: Int, _ b: Int) -> [[Int]] {
    var found: [[Int]] = []
    func go(_ path: [Int]) {
      if path[path.count - 1] == b { return found.append(path) }
      for next in nodes where weight[path[path.count - 1]][next] > 0 && !path.contains(next) {
        go(path + [next])
      }
    }
    go([a])
    return found
  }

  /// All simple ways, the least first, among equals in canonical order.
  func ranked(_ a: Int, _ b: Int, _ length: TieLength) -> [[Int]] {
    let paths = simplePaths(a, b).map { (path: $0, cost: cost($0, length)) }
    return paths.sorted {
      agree($0.cost, $1.cost)
        ? $0.path.lexicographicallyPrecedes($1.path) : $0.cost < $1.cost
    }.map(\.path)
  }

  func shortest(_ a: Int, _ b: Int, _ length: TieLength) -> [[Int]] {
    let paths = ranked(a, b, length)
    guard let first = paths.first else { return [] }
    return paths.filter { agree(cost($0, length), cost(first, length)) }
  }

  func distance(_ a: Int, _ b: Int, _ length: TieLength) -> Double? {
    shortest(a, b, length).first.map { cost($0, length) }
  }

  func betweenness(_ length: TieLength, from sources: [Int]) -> [Double] {
    var sums = Array(repeating: 0.0, count: count)
    for a in nodes {
      for b in nodes where isDirected ? a != b : a < b {
        guard sources.contains(a) || (!isDirected && sources.contains(b)) else { continue }
        let paths = shortest(a, b, length)
        for path in paths {
          for node in path.dropFirst().dropLast() { sums[node] += 1 / Double(paths.count) }
        }
      }
    }
    return sums
  }

  /// Rows: from; columns: to. nil where there is no way.
  func distances(_ length: TieLength) -> [[Double?]] {
    nodes.map { a in nodes.map { distance(a, $0, length) } }
  }

  // MARK: Neighbours

  func clustering(_ node: Int) -> Double {
    let near = neighbors(node)
    guard near.count > 1 else { return .nan }
    var closed = 0
    for a in near { for b in near where weight[a][b] > 0 { closed += 1 } }
    return Double(closed) / Double(near.count * (near.count - 1))
  }

  var transitivity: Double? {
    var triples = 0
    var closed = 0
    for node in nodes {
      for a in neighbors(node) {
        for b in neighbors(node) where a < b {
          triples += 1
          if mutual[a][b] > 0 { closed += 1 }
        }
      }
    }
    return triples == 0 ? nil : Double(closed) / Double(triples)
  }

  func core(_ node: Int) -> Int64 {
    var k = 0
    while true {
      var left = Set(nodes)
      while let weak = left.first(where: { n in
        neighbors(n).count(where: { left.contains($0) }) < k + 1
      }) {
        left.remove(weak)
      }
      if !left.contains(node) { return Int64(k) }
      k += 1
    }
  }

  /// The components of some nodes, by first member.
  func components(of some: [Int]) -> [[Int]] {
    var left = Set(some)
    var parts: [[Int]] = []
    for node in some where left.contains(node) {
      var part: Set<Int> = [node]
      var grown = true
      while grown {
        let next = Set(part.flatMap { neighbors($0) }).intersection(left).union(part)
        grown = next.count > part.count
        part = next
      }
      left.subtract(part)
      parts.append(part.sorted())
    }
    return parts
  }

  func isCut(_ node: Int) -> Bool {
    components(of: nodes.filter { $0 != node }).count > components(of: Array(nodes)).count
  }

  func constraint(_ i: Int) -> Double {
    guard !neighbors(i).isEmpty else { return .nan }
    func p(_ a: Int, _ b: Int) -> Double { mutual[a][b] / strength(a) }
    return neighbors(i).reduce(0) { sum, j in
      let through = neighbors(i).reduce(0) { $0 + ($1 == j ? 0 : p(i, $1) * p($1, j)) }
      return sum + (p(i, j) + through) * (p(i, j) + through)
    }
  }

  func effectiveSize(_ i: Int) -> Double {
    guard !neighbors(i).isEmpty else { return .nan }
    return neighbors(i).reduce(0) { size, j in
      let strongest = mutual[j].max() ?? 0
      let redundant = neighbors(i).reduce(0) {
        $0 + ($1 == j ? 0 : mutual[i][$1] / strength(i) * mutual[j][$1] / strongest)
      }
      return size + 1 - redundant
    }
  }

  // MARK: Groups

  /// By the double sum over pairs of nodes.
  func modularity(_ groups: [Int32], _ resolution: Double) -> Double? {
    let total = nodes.reduce(0) { $0 + strength($1) }
    guard total > 0 else { return nil }
    var sum = 0.0
    for a in nodes {
      for b in nodes where a == b || (groups[a] == groups[b] && groups[a] >= 0) {
        sum += mutual[a][b] - resolution * strength(a) * strength(b) / total
      }
    }
    return sum / total
  }

  /// The most that any partition reaches.
  func bestModularity(_ resolution: Double) -> Double {
    var best = -Double.infinity
    func go(_ groups: [Int32], _ used: Int32) {
      if groups.count == count {
        best = max(best, modularity(groups, resolution) ?? best)
        return
      }
      for group in 0...used { go(groups + [group], max(used, group + 1)) }
    }
    go([], 0)
    return best
  }

  func participation(_ node: Int, _ groups: [Int32]) -> Double {
    let near = neighbors(node).filter { groups[$0] >= 0 }
    let total = near.reduce(0) { $0 + mutual[node][$1] }
    guard total > 0 else { return .nan }
    return Set(groups).reduce(1) { rest, group in
      let share = near.filter { groups[$0] == group }.reduce(0) { $0 + mutual[node][$1] } / total
      return rest - share * share
    }
  }

  func externalInternal(_ node: Int, _ groups: [Int32]) -> Double {
    let near = neighbors(node).filter { groups[$0] >= 0 }
    guard groups[node] >= 0, !near.isEmpty else { return .nan }
    let outside = near.filter { groups[$0] != groups[node] }.reduce(0) { $0 + mutual[node][$1] }
    let inside = near.filter { groups[$0] == groups[node] }.reduce(0) { $0 + mutual[node][$1] }
    return (outside - inside) / (outside + inside)
  }

  /// Coordinator, itinerant, gatekeeper, representative, liaison.
  func roles(_ v: Int, _ groups: [Int32]) -> [Int64] {
    var counts: [Int64] = [0, 0, 0, 0, 0]
    for a in nodes where weight[a][v] > 0 {
      for b in nodes where a != b && weight[v][b] > 0 && weight[a][b] == 0 {
        guard groups[a] >= 0, groups[v] >= 0, groups[b] >= 0 else { continue }
        switch (groups[a] == groups[v], groups[v] == groups[b], groups[a] == groups[b]) {
        case (true, true, _): counts[0] += 1
        case (_, _, true): counts[1] += 1
        case (_, true, _): counts[2] += 1
        case (true, _, _): counts[3] += 1
        default: counts[4] += 1
        }
      }
    }
    return counts
  }
}
