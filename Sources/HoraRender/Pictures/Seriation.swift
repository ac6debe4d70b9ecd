// Comes in: lines of numbers. Goes out: an order of the lines in which neighbours are alike. Average
// linkage over cosine similarity, the branches turned so that the ends that meet are most alike;
// beyond a bound a chain of nearest neighbours. Equals stay in their order: always the same answer.

enum Seriation {
  /// Average linkage is cubic at worst.
  private static let most = 300

  static func order(_ lines: [[Double]]) -> [Int] {
    guard lines.count > 2 else { return Array(lines.indices) }
    let unit = lines.map(normalised)
    // A chain of very many lines costs their square; those stay as they are.
    if lines.count > 3000 { return Array(lines.indices) }
    if lines.count > most { return chain(unit) }
    return linkage(unit)
  }

  private static func normalised(_ line: [Double]) -> [Double] {
    // The largest first, so that no square is too large for a decimal.
    let largest = line.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return line.map { _ in 0 } }
    let scaled = line.map { $0.isNaN ? 0 : $0 / largest }
    let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return scaled.map { $0 / length }
  }

  private static func alike(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  private static func chain(_ lines: [[Double]]) -> [Int] {
    var rest = Array(lines.indices)
    var order = [rest.removeFirst()]
    while !rest.isEmpty {
      let last = lines[order[order.count - 1]]
      var best = 0
      var likeness = -2.0
      for (place, index) in rest.enumerated() {
        let value = alike(last, lines[index])
        if value > likeness {
          likeness = value
          best = place
        }
      }
      order.append(rest.remove(at: best))
    }
    return order
  }

  private static func linkage(_ lines: [[Double]]) -> [Int] {
    let single = lines.map { a in lines.map { alike(a, $0) } }
    var groups = lines.indices.map { [$0] }
    var likeness = single
    var alive = Array(lines.indices)
    while alive.count > 1 {
      var best = (0, 1)
      var most = -2.0
      for i in alive.indices {
        for j in alive.indices where j > i {
          let value = likeness[alive[i]][alive[j]]
          if value > most + 1e-12 {
            most = value
            best = (i, j)
          }
        }
      }
      let a = alive[best.0]
      let b = alive[best.1]
      let (sizeA, sizeB) = (Double(groups[a].count), Double(groups[b].count))
      for other in alive where other != a && other != b {
        let value = (likeness[a][other] * sizeA + likeness[b][other] * sizeB) / (sizeA + sizeB)
        likeness[a][other] = value
        likeness[other][a] = value
      }
      groups[a] = joined(groups[a], groups[b], single)
      alive.remove(at: best.1)
    }
    return groups[alive[0]]
  }

  /// The two put end to end, turned so that the ends that meet are most alike.
  private static func joined(_ a: [Int], _ b: [Int], _ likeness: [[Double]]) -> [Int] {
    guard let a0 = a.first, let a1 = a.last, let b0 = b.first, let b1 = b.last else { return a + b }
    let ways = [
      likeness[a1][b0], likeness[a1][b1], likeness[a0][b0], likeness[a0][b1],
    ]
    let best = ways.indices.reduce(0) { ways[$1] > ways[$0] + 1e-12 ? $1 : $0 }
    switch best {
    case 0: return a + b
    case 1: return a + b.reversed()
    case 2: return a.reversed() + b
    default: return b + a
    }
  }
}
