// Comes in: `pairs … where … add … top N by …`. Goes out: the same rows as if all pairs had been made
// first, without having all of them: they are made in stretches, and of each only the best go on.

extension Run {
  /// Fewer pairs than this are made at once.
  static let fewPairs = 1 << 18

  /// - Returns: the frame after the `top`, how many operators that is, and how many rows there were after
  ///   each of them; nil where the query has another form or few pairs.
  func topPairs(
    _ query: Query, in outer: Batch
  ) throws(RunError) -> (frame: Frame, steps: Int, rows: [Int])? {
    guard case .pairs(let set) = query.source, outer.count == 1,
      let last = query.operators.firstIndex(where: { !Run.isRowWise($0.kind) }),
      case .top(_, let per, _, _) = query.operators[last].kind, per.isEmpty
    else { return nil }
    let (offsets, found) = Distinct.lists(try evaluate(set, outer).expanded).asList
    let size = Int(offsets.last ?? 0)
    let total = size * max(0, size - 1) / 2
    guard offsets.count == 2, total > Run.fewPairs else { return nil }
    let elements = found.expanded
    var rows = [Int](repeating: 0, count: last + 2)
    rows[0] = total
    var best: Frame?
    var first = 0
    while first < size - 1 {
      var stretch = pairs(elements, from: &first, size)
      try charge(stretch.count)
      for (place, step) in query.operators[..<last].enumerated() {
        stretch = try apply(step, to: stretch, in: outer)
        rows[place + 1] += stretch.count
      }
      let together = best.map { appended($0, stretch) } ?? stretch
      best = try apply(query.operators[last], to: together, in: outer)
    }
    guard let best else { return nil }
    rows[last + 1] = best.count
    return (best, last + 1, rows)
  }

  private static func isRowWise(_ kind: Operator) -> Bool {
    switch kind {
    case .filter, .project: true
    default: false
    }
  }

  /// The pairs of some elements with all behind them; `first` moves on.
  private func pairs(_ elements: Vector, from first: inout Int, _ size: Int) -> Frame {
    var left: [Int32] = []
    var right: [Int32] = []
    while first < size - 1, left.count < Run.fewPairs {
      for other in (first + 1)..<size {
        left.append(Int32(truncatingIfNeeded: first))
        right.append(Int32(truncatingIfNeeded: other))
      }
      first += 1
    }
    return Frame(
      segments: [0, Int32(left.count)], count: left.count,
      columns: [elements.gather(left), elements.gather(right)])
  }

  private func appended(_ frame: Frame, _ more: Frame) -> Frame {
    let count = frame.count + more.count
    return Frame(
      segments: [0, Int32(count)], count: count,
      columns: zip(frame.columns, more.columns).map { Vector.joined([$0, $1]) })
  }
}
