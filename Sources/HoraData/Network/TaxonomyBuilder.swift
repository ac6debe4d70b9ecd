// Comes in: each row's parents. Goes out: the tree or net they make without cycles, with levels, roots
// and closure. It must not name anything.

import HoraEngine

struct TaxonomyBuilder {
  let count: Int
  /// Ascending by row; each row's parents in the order of the data.
  private var offsets: [Int]
  private var parents: [Int32]
  private(set) var isSingle = true
  /// Edges that were cut, by row.
  private(set) var cut: [(row: Int, parent: Int)] = []

  init(single rows: [Int32]) {
    count = rows.count
    offsets = [0]
    offsets.reserveCapacity(count + 1)
    parents = []
    for row in rows {
      if row >= 0 { parents.append(row) }
      offsets.append(parents.count)
    }
    cutCycles()
  }

  init(many adjacency: Adjacency) {
    count = adjacency.offsets.count - 1
    offsets = adjacency.offsets.map(Int.init)
    parents = adjacency.targets
    isSingle = false
    cutCycles()
  }

  /// Cuts, of each cycle, the edge that was read last.
  private mutating func cutCycles() {
    if isSingle {
      cutSingleCycles()
      return
    }
    // A net of many cycles is not worth quadratic time: beyond these, any edge of a cycle will do.
    for round in 0..<count + parents.count {
      guard let edge = edgeOfACycle(isLast: round < 1000), let row = rowOf(edge) else { return }
      cut.append((row, Int(parents[edge])))
      parents.remove(at: edge)
      for i in (row + 1)...count { offsets[i] -= 1 }
      if round == 2000 { return cutAll() }
    }
  }

  /// Drops all edges that lead down or sideways by row order, so that no cycle can be left.
  private mutating func cutAll() {
    var kept: [Int32] = []
    var newOffsets = [0]
    for row in 0..<count {
      for place in offsets[row]..<offsets[row + 1] {
        if Int(parents[place]) < row {
          kept.append(parents[place])
        } else {
          cut.append((row, Int(parents[place])))
        }
      }
      newOffsets.append(kept.count)
    }
    (parents, offsets) = (kept, newOffsets)
  }

  /// With one parent a row, each cycle is a ring: one walk over all rows finds them.
  private mutating func cutSingleCycles() {
    var up = single
    var state = [Int32](repeating: -1, count: count)
    for start in 0..<count where state[start] < 0 {
      var row = start
      while row >= 0, state[row] < 0 {
        state[row] = Int32(start)
        row = Int(up[row])
      }
      guard row >= 0, state[row] == Int32(start) else { continue }
      var last = row
      var step = Int(up[row])
      while step != row {
        last = max(last, step)
        step = Int(up[step])
      }
      cut.append((last, Int(up[last])))
      up[last] = -1
    }
    if cut.isEmpty { return }
    parents = []
    offsets = [0]
    for row in up {
      if row >= 0 { parents.append(row) }
      offsets.append(parents.count)
    }
  }

  private func rowOf(_ edge: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle + 1] <= edge { low = middle + 1 } else { high = middle }
    }
    return low < count ? low : nil
  }

  /// Depth first without recursion; the edges of the path on the stack close the cycle.
  private func edgeOfACycle(isLast: Bool) -> Int? {
    var state = [UInt8](repeating: 0, count: count)
    var stack: [(row: Int, edge: Int)] = []
    for start in 0..<count where state[start] == 0 {
      stack.append((start, offsets[start]))
      state[start] = 1
      while let (row, edge) = stack.last {
        if edge == offsets[row + 1] {
          state[row] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].edge += 1
        let parent = Int(parents[edge])
        if state[parent] == 1 {
          var last = edge
          if !isLast { return edge }
          for step in stack.reversed() {
            if step.row == parent {
              last = max(last, step.edge - 1)
              break
            }
            last = max(last, step.edge - 1)
          }
          return last
        }
        if state[parent] == 0 {
          state[parent] = 1
          stack.append((parent, offsets[parent]))
        }
      }
    }
    return nil
  }

  /// The parent of each row, or -1.
  var single: [Int32] {
    (0..<count).map { offsets[$0] < offsets[$0 + 1] ? parents[offsets[$0]] : -1 }
  }

  var many: Adjacency {
    var out = Adjacency(offsets: [0], targets: [])
    for row in 0..<count {
      out.targets += Set(parents[offsets[row]..<offsets[row + 1]]).sorted()
      out.offsets.append(UInt32(truncatingIfNeeded: out.targets.count))
    }
    return out
  }

  /// 1 for a root, else the shortest way.
  func levels(children: Adjacency) -> [Int64] {
    var levels = [Int64](repeating: 0, count: count)
    var queue: [Int] = []
    for row in 0..<count where offsets[row] == offsets[row + 1] {
      levels[row] = 1
      queue.append(row)
    }
    var at = 0
    while at < queue.count {
      let row = queue[at]
      at += 1
      for place in Int(children.offsets[row])..<Int(children.offsets[row + 1]) {
        let child = Int(children.targets[place])
        if levels[child] == 0 {
          levels[child] = levels[row] + 1
          queue.append(child)
        }
      }
    }
    return levels
  }

  /// Everything broader than each row; nil where that would be more pairs than the limit.
  func ancestors() -> Adjacency? {
    var out = Adjacency(offsets: [0], targets: [])
    var seen = [Int32](repeating: -1, count: count)
    var found: [Int32] = []
    for row in 0..<count {
      found.removeAll(keepingCapacity: true)
      found += parents[offsets[row]..<offsets[row + 1]]
      var at = 0
      var kept = 0
      while at < found.count {
        let next = Int(found[at])
        at += 1
        if seen[next] == Int32(row) { continue }
        seen[next] = Int32(row)
        found[kept] = Int32(next)
        kept += 1
        found += parents[offsets[next]..<offsets[next + 1]]
      }
      if out.targets.count + kept > Limits.closurePairs { return nil }
      out.targets += found[0..<kept].sorted()
      out.offsets.append(UInt32(truncatingIfNeeded: out.targets.count))
    }
    return out
  }

  /// The roots above each row; a root's is itself.
  func roots(ancestors: Adjacency) -> Adjacency {
    var out = Adjacency(offsets: [0], targets: [])
    for row in 0..<count {
      if offsets[row] == offsets[row + 1] {
        out.targets.append(Int32(row))
      } else {
        for place in Int(ancestors.offsets[row])..<Int(ancestors.offsets[row + 1]) {
          let above = Int(ancestors.targets[place])
          if offsets[above] == offsets[above + 1] { out.targets.append(Int32(above)) }
        }
      }
      out.offsets.append(UInt32(truncatingIfNeeded: out.targets.count))
    }
    return out
  }
}
