// Comes in: a frame. Goes out: the same rows with other columns (`select`, `add`, `drop`), or
// other rows made from a path (`each`, `follow`).

extension Run {
  func project(
    _ frame: Frame, _ columns: [Projection], dropsPivoted: Bool, _ outer: Batch
  ) throws(RunError) -> Frame {
    var result: [Vector] = []
    for projection in columns {
      switch projection {
      case .keep(let index): result.append(frame.columns[index])
      case .compute(let id): result.append(try column(id, frame, outer).expanded)
      }
    }
    return Frame(
      segments: frame.segments, count: frame.count, columns: result,
      pivoted: dropsPivoted ? [] : frame.pivoted)
  }

  func each(
    _ frame: Frame, _ path: ExpressionID, _ optional: Bool, _ outer: Batch
  ) throws(RunError) -> Frame {
    let (offsets, elements) = try column(path, frame, outer).asList
    var owners: [Int32] = []
    var places: [Int32] = []
    var rowOffsets: [Int32] = [0]
    for row in 0..<frame.count {
      for place in offsets[row]..<offsets[row + 1] {
        owners.append(Int32(row))
        places.append(place)
      }
      if optional && offsets[row] == offsets[row + 1] {
        owners.append(Int32(row))
        places.append(-1)
      }
      rowOffsets.append(Int32(owners.count))
    }
    try reserve(owners.count)
    var result = frame.gather(
      owners, segments: frame.segments.map { rowOffsets[Int($0)] })
    result.columns.append(elements.gather(places))
    return result
  }

  func followRows(
    _ frame: Frame, _ path: ExpressionID, _ outer: Batch
  ) throws(RunError) -> Frame {
    let (offsets, elements) = try column(path, frame, outer).asList
    let segments = frame.segments.map { offsets[Int($0)] }
    guard case .entity(let rows) = elements.expanded else {
      return Frame(segments: segments, count: 0, columns: [.entity([]), .int([], [])])
    }
    let (distinct, found) = Distinct.entities(segments, rows).asList
    // The column `hops`: one step without a range.
    return Frame(
      segments: distinct, count: found.count,
      columns: [found, .int([Int64](repeating: 1, count: found.count), [])])
  }
}
