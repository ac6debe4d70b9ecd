// Comes in: a frame. Goes out: other rows made of it: pivoted, sampled, or in pairs.

extension Run {
  func pivot(
    _ frame: Frame, _ rest: [Int], _ value: Int, _ key: Int, _ keyType: ValueType,
    _ range: TextRange
  ) throws(RunError) -> Frame {
    // A row for each combination of the rest, in order of first appearance.
    var rows = Grouper(count: frame.count)
    if frame.segments.count > 2 {
      rows.add(Gather.owners(frame.segments).map { UInt64(UInt32(bitPattern: $0)) })
    }
    for index in rest { rows.add(frame.columns[index].expanded) }
    // A column for each value of the key, in the order of values.
    let keys = frame.columns[key].expanded
    var names = Grouper(count: frame.count)
    names.add(keys)
    let firsts = names.firstRows
    let order = Sorting.order(
      0..<names.count,
      by: [
        SortColumn(
          keys.gather(firsts), descending: false,
          labelRanks: labelRanks(of: keyType))
      ])
    try reserve(rows.count * names.count)
    var rank = [Int32](repeating: 0, count: names.count)
    for (place, group) in order.enumerated() { rank[Int(group)] = Int32(place) }
    var cells = [Int32](repeating: -1, count: rows.count * names.count)
    for row in 0..<frame.count {
      let cell = Int(rank[Int(names.groups[row])]) * rows.count + Int(rows.groups[row])
      if cells[cell] >= 0 { throw .failed(RunMessage.twoInOneCell(at: range)) }
      cells[cell] = Int32(row)
    }
    let kept = rows.firstRows
    var result = Frame(
      segments: Selection.offsets(frame.segments, keeping: kept), count: kept.count,
      columns: rest.map { frame.columns[$0].gather(kept) })
    for (place, group) in order.enumerated() {
      let sources = Array(cells[(place * rows.count)..<((place + 1) * rows.count)])
      let name =
        ValueText.text(keys, Int(firsts[Int(group)]), keyType, network)
        ?? "(none)"
      result.pivoted.append(
        PivotedColumn(name: name, values: frame.columns[value].gather(sources)))
    }
    return result
  }

  func sample(
    _ frame: Frame, _ count: ExpressionID, _ seed: ExpressionID?, _ outer: Batch
  ) throws(RunError) -> Frame {
    let wanted = try number(count, "`sample`", outer)
    let seed = try seed.map { (id) throws(RunError) in try number(id, "`seed`", outer) } ?? 1
    return ordered(frame) { range in
      let marks = range.map { place -> UInt64 in
        // SplitMix64 of the seed and the row's place.
        var z = UInt64(truncatingIfNeeded: place - range.lowerBound) &* 0x9E37_79B9_7F4A_7C15
        z ^= UInt64(truncatingIfNeeded: seed) &* 0xD1B5_4A32_D192_ED03
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
      }
      let chosen = marks.indices.sorted { (marks[$0], $0) < (marks[$1], $1) }.prefix(wanted)
      return chosen.sorted().map { Int32(range.lowerBound + $0) }
    }
  }

  /// Each unordered pair of the elements of a set, the first before the second.
  func pairs(_ set: Vector) throws(RunError) -> Frame {
    let (offsets, elements) = Distinct.lists(set.expanded).asList
    var segments: [Int32] = [0]
    var total = 0
    for list in 0..<(offsets.count - 1) {
      let size = Int(offsets[list + 1] - offsets[list])
      total += size * max(0, size - 1) / 2
      try reserve(total)
      segments.append(Int32(clamping: total))
    }
    try charge(total)
    // Entities are written at once; of other values the places, which are gathered then.
    let rows: [Int32]
    let isEntities: Bool
    if case .entity(let values) = elements {
      (rows, isEntities) = (values, true)
    } else {
      (rows, isEntities) = ((0..<Int32(clamping: elements.count)).map(\.self), false)
    }
    var left: [Int32] = []
    var right: [Int32] = []
    left.reserveCapacity(total)
    right.reserveCapacity(total)
    for list in 0..<(offsets.count - 1) {
      let end = Int(offsets[list + 1])
      for a in Int(offsets[list])..<end {
        try poll()
        for b in (a + 1)..<max(a + 1, end) {
          left.append(rows[a])
          right.append(rows[b])
        }
      }
    }
    let columns: [Vector] =
      isEntities
      ? [.entity(left), .entity(right)] : [elements.gather(left), elements.gather(right)]
    return Frame(segments: segments, count: total, columns: columns)
  }
}
