// Comes in: ways one after another. Goes out: the same as columns.

/// Ways through a graph. Way `p` runs over `nodes[offsets[p] ..< offsets[p + 1]]`, ends included.
struct PathList: Sendable, Equatable {
  private(set) var offsets: [Int32] = [0]
  private(set) var nodes: [Int32] = []
  /// The sum of `1 / weight` over the ties of a way; without weights its number of ties.
  private(set) var costs: [Double] = []
  /// False where there are more ways than were asked for.
  var isComplete = true

  var count: Int { costs.count }

  /// In ties.
  func length(_ path: Int) -> Int { Int(offsets[path + 1] - offsets[path]) - 1 }

  func path(_ path: Int) -> ArraySlice<Int32> { nodes[Int(offsets[path])..<Int(offsets[path + 1])] }

  mutating func append(_ path: some Sequence<Int32>, in graph: Graph) {
    var cost = 0.0
    var before: Int32 = -1
    for node in path {
      if before >= 0, let place = graph.forward.place(from: Int(before), to: node) {
        cost += TieLength.inverseWeight.of(graph.forward.weight(place))
      }
      nodes.append(node)
      before = node
    }
    offsets.append(Int32(clamping: nodes.count))
    costs.append(cost)
  }
}
