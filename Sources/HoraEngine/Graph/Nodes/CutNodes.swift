// Comes in: a graph. Goes out: which nodes hold their part together: without them it falls apart.
// Source: R. E. Tarjan, SIAM Journal on Computing 1 (1972) 146, without recursion.

extension Graph {
  /// Articulation points. Ties without direction. Linear.
  func cutNodes(_ budget: some Budget) throws(RunError) -> [Bool] {
    let ties = undirected.forward
    try budget.charge(ties.count + nodeCount)
    try budget.reserve(5 * nodeCount)
    var isCut = [Bool](repeating: false, count: nodeCount)
    /// When a node was first seen; 0 is never.
    var seen = [Int](repeating: 0, count: nodeCount)
    /// The earliest node that can be reached from what hangs below a node.
    var low = seen
    /// Where the walk goes on.
    var cursor = ties.offsets
    var way: [Int] = []
    var time = 0
    for root in 0..<nodeCount where seen[root] == 0 {
      var branches = 0
      way.append(root)
      while let node = way.last {
        if seen[node] == 0 {
          time += 1
          seen[node] = time
          low[node] = time
        }
        if cursor[node] < ties.offsets[node + 1] {
          let other = Int(ties.targets[cursor[node]])
          cursor[node] += 1
          if seen[other] == 0 {
            way.append(other)
          } else {
            // The way back to where it came from tells nothing that `low >= seen` would miss.
            low[node] = min(low[node], seen[other])
          }
          continue
        }
        way.removeLast()
        guard let parent = way.last else { break }
        low[parent] = min(low[parent], low[node])
        if parent == root {
          branches += 1
        } else if low[node] >= seen[parent] {
          isCut[parent] = true
        }
      }
      isCut[root] = branches > 1
    }
    return isCut
  }
}
