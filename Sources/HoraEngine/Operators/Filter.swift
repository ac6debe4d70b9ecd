// Comes in: a frame and a condition. Goes out: the rows for which it holds, in their order.

extension Run {
  func filter(
    _ frame: Frame, _ condition: ExpressionID, _ outer: Batch
  ) throws(RunError) -> Frame {
    let whole = frame.batch(0..<frame.count, in: outer)
    var kept: [Int32] = []
    let size = Run.batchSize(frame.count)
    for start in stride(from: 0, to: frame.count, by: size) {
      let end = min(start + size, frame.count)
      let rows = Selection.rows(try truth(condition, whole.slice(start..<end)))
      if start == 0 {
        kept = rows
      } else {
        kept.append(contentsOf: rows.lazy.map { $0 + Int32(start) })
      }
    }
    return frame.gather(kept, segments: Selection.offsets(frame.segments, keeping: kept))
  }
}
