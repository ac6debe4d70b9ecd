// Comes in: a graph. Goes out: the core number of each node: the largest k such that it belongs to a
// part in which everybody has k ties. Source: V. Batagelj, M. Zaversnik, arXiv cs/0310049 (2003).

extension Graph {
  /// 0 without ties. Ties without direction or weight. Linear: nodes lie in bins by what is left of
  /// their degree; the least is taken away, and its neighbours fall by one.
  func core(_ budget: some Budget) throws(RunError) -> [Int64] {
    let ties = undirected.forward
    try budget.charge(ties.count + nodeCount)
    try budget.reserve(4 * nodeCount)
    var left = (0..<nodeCount).map { ties.degree($0) }
    var starts = [Int](repeating: 0, count: (left.max() ?? 0) + 2)
    for degree in left { starts[degree + 1] += 1 }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    // Nodes by what is left of their degree, and where each of them is.
    var order = [Int](repeating: 0, count: nodeCount)
    var place = order
    var cursor = starts
    for node in 0..<nodeCount {
      place[node] = cursor[left[node]]
      order[place[node]] = node
      cursor[left[node]] += 1
    }
    for next in 0..<nodeCount {
      let node = order[next]
      for arc in ties.places(node) {
        let other = Int(ties.targets[arc])
        guard left[other] > left[node] else { continue }
        // To the front of its bin, whose border then moves past it.
        let front = starts[left[other]]
        order.swapAt(place[other], front)
        place[order[place[other]]] = place[other]
        place[other] = front
        starts[left[other]] += 1
        left[other] -= 1
      }
    }
    return left.map(Int64.init)
  }
}
