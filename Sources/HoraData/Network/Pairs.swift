// Comes in: pairs of rows. Goes out: adjacency, both ways, by counting sorts. Linear in pairs and rows;
// it must not hash or compare.

import HoraEngine

enum Pairs {
  /// For each target: the rows that lead to it, ascending. Negative targets are none.
  static func invert(_ targets: [Int32], count: Int) -> Adjacency {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    var rows: [Int32] = []
    targets.withUnsafeBufferPointer { targets in
      offsets.withUnsafeMutableBufferPointer { offsets in
        for target in targets where target >= 0 { offsets[Int(target) + 1] &+= 1 }
        for i in 0..<count { offsets[i + 1] &+= offsets[i] }
      }
      let total = Int(offsets[count])
      var next = offsets
      rows = [Int32](unsafeUninitializedCapacity: total) { out, used in
        next.withUnsafeMutableBufferPointer { next in
          for row in 0..<targets.count {
            let target = targets[row]
            if target < 0 { continue }
            out[Int(next[Int(target)])] = Int32(truncatingIfNeeded: row)
            next[Int(target)] &+= 1
          }
        }
        used = total
      }
    }
    return Adjacency(offsets: offsets, targets: rows)
  }

  /// The link rows of each `from`, by end and then by row. `byEnd` is `invert(ends)`; `linkRow` says
  /// which link row a pair belongs to (nil: its own place).
  static func links(
    from: [Int32], ends: [Int32], byEnd: Adjacency, count: Int, linkRow: Int? = nil
  ) -> LinkAdjacency {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    var outRows: [Int32] = []
    var outEnds: [Int32] = []
    from.withUnsafeBufferPointer { from in
      ends.withUnsafeBufferPointer { ends in
        byEnd.targets.withUnsafeBufferPointer { order in
          offsets.withUnsafeMutableBufferPointer { offsets in
            for row in order where from[Int(row)] >= 0 { offsets[Int(from[Int(row)]) + 1] &+= 1 }
            for i in 0..<count { offsets[i + 1] &+= offsets[i] }
          }
          let total = Int(offsets[count])
          var next = offsets
          outEnds = [Int32](repeating: 0, count: total)
          outRows = [Int32](repeating: 0, count: total)
          next.withUnsafeMutableBufferPointer { next in
            outRows.withUnsafeMutableBufferPointer { outRows in
              outEnds.withUnsafeMutableBufferPointer { outEnds in
                for row in order {
                  let start = from[Int(row)]
                  if start < 0 { continue }
                  let place = Int(next[Int(start)])
                  next[Int(start)] &+= 1
                  let link = linkRow.map { Int(row) >= $0 ? Int(row) - $0 : Int(row) } ?? Int(row)
                  outRows[place] = Int32(truncatingIfNeeded: link)
                  outEnds[place] = ends[Int(row)]
                }
              }
            }
          }
        }
      }
    }
    return LinkAdjacency(offsets: offsets, rows: outRows, ends: outEnds)
  }

  /// The different ends of each row.
  static func distinct(_ links: LinkAdjacency) -> Adjacency {
    let count = links.offsets.count - 1
    var offsets = [UInt32](repeating: 0, count: count + 1)
    var used = 0
    let targets = [Int32](unsafeUninitializedCapacity: links.ends.count) { out, total in
      links.ends.withUnsafeBufferPointer { ends in
        for row in 0..<count {
          var last: Int32 = -1
          for place in Int(links.offsets[row])..<Int(links.offsets[row + 1]) {
            if ends[place] != last {
              last = ends[place]
              out[used] = last
              used += 1
            }
          }
          offsets[row + 1] = UInt32(truncatingIfNeeded: used)
        }
      }
      total = used
    }
    return Adjacency(offsets: offsets, targets: targets)
  }

  /// Removes a link row that comes twice behind one start (a tie of a row with itself).
  static func withoutRepeats(_ links: LinkAdjacency) -> LinkAdjacency {
    var out = LinkAdjacency(offsets: [0], rows: [], ends: [])
    out.rows.reserveCapacity(links.rows.count)
    out.ends.reserveCapacity(links.rows.count)
    out.offsets.reserveCapacity(links.offsets.count)
    for row in 0..<(links.offsets.count - 1) {
      let start = out.rows.count
      for place in Int(links.offsets[row])..<Int(links.offsets[row + 1]) {
        if out.rows.count > start, out.rows[out.rows.count - 1] == links.rows[place],
          out.ends[out.ends.count - 1] == links.ends[place]
        {
          continue
        }
        out.rows.append(links.rows[place])
        out.ends.append(links.ends[place])
      }
      out.offsets.append(UInt32(truncatingIfNeeded: out.rows.count))
    }
    return out
  }

  /// The same pairs, the other way.
  static func transpose(_ adjacency: Adjacency, count: Int) -> Adjacency {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for target in adjacency.targets { offsets[Int(target) + 1] &+= 1 }
    for i in 0..<count { offsets[i + 1] &+= offsets[i] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: adjacency.targets.count)
    for row in 0..<(adjacency.offsets.count - 1) {
      for place in Int(adjacency.offsets[row])..<Int(adjacency.offsets[row + 1]) {
        let target = Int(adjacency.targets[place])
        rows[Int(next[target])] = Int32(truncatingIfNeeded: row)
        next[target] &+= 1
      }
    }
    return Adjacency(offsets: offsets, targets: rows)
  }

  /// All shapes as many.
  static func many(_ shape: RelationData.Shape) -> Adjacency {
    switch shape {
    case .many(let adjacency): return adjacency
    case .one(let rows):
      var offsets: [UInt32] = [0]
      offsets.reserveCapacity(rows.count + 1)
      var targets: [Int32] = []
      for row in rows {
        if row >= 0 { targets.append(row) }
        offsets.append(UInt32(truncatingIfNeeded: targets.count))
      }
      return Adjacency(offsets: offsets, targets: targets)
    }
  }

  /// The different ends of two steps.
  static func compose(_ first: Adjacency, _ second: Adjacency) -> Adjacency {
    let count = first.offsets.count - 1
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(count + 1)
    var targets: [Int32] = []
    for row in 0..<count {
      let start = targets.count
      for place in Int(first.offsets[row])..<Int(first.offsets[row + 1]) {
        let middle = Int(first.targets[place])
        targets += second.targets[Int(second.offsets[middle])..<Int(second.offsets[middle + 1])]
      }
      if targets.count - start > 1 {
        targets[start...].sort()
        var write = start + 1
        for read in (start + 1)..<targets.count where targets[read] != targets[write - 1] {
          targets[write] = targets[read]
          write += 1
        }
        targets.removeLast(targets.count - write)
      }
      offsets.append(UInt32(truncatingIfNeeded: targets.count))
    }
    return Adjacency(offsets: offsets, targets: targets)
  }
}
