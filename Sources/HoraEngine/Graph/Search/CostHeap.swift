// Comes in: nodes with costs. Goes out: the cheapest first, among equals the lesser node.

/// A binary heap.
struct CostHeap {
  private var costs: [Double] = []
  private var nodes: [Int32] = []

  var isEmpty: Bool { nodes.isEmpty }

  mutating func removeAll() {
    costs.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
  }

  mutating func push(_ node: Int32, _ cost: Double) {
    costs.append(cost)
    nodes.append(node)
    var place = nodes.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard isBefore(place, parent) else { return }
      exchange(place, parent)
      place = parent
    }
  }

  mutating func pop() -> (node: Int32, cost: Double)? {
    guard let node = nodes.first, let cost = costs.first else { return nil }
    exchange(0, nodes.count - 1)
    nodes.removeLast()
    costs.removeLast()
    var place = 0
    while true {
      var least = 2 * place + 1
      guard least < nodes.count else { break }
      if least + 1 < nodes.count, isBefore(least + 1, least) { least += 1 }
      guard isBefore(least, place) else { break }
      exchange(least, place)
      place = least
    }
    return (node, cost)
  }

  @inline(__always)
  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    costs[a] < costs[b] || (costs[a] == costs[b] && nodes[a] < nodes[b])
  }

  @inline(__always)
  private mutating func exchange(_ a: Int, _ b: Int) {
    costs.swapAt(a, b)
    nodes.swapAt(a, b)
  }
}
