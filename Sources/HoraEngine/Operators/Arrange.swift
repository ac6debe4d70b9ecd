// Comes in: a frame. Goes out: its rows sorted, the best of them, or each once.

extension Run {
  func sortColumns(
    _ frame: Frame, _ keys: [SortKey], _ outer: Batch
  ) throws(RunError) -> [SortColumn] {
    var columns: [SortColumn] = []
    for key in keys {
      columns.append(
        SortColumn(
          try column(key.expression, frame, outer), descending: key.descending,
          labelRanks: labelRanks(of: plan.expressions[key.expression].type)))
    }
    return columns
  }

  func top(
    _ frame: Frame, _ count: ExpressionID, _ per: [ExpressionID], _ by: SortKey, _ ties: Bool,
    _ outer: Batch
  ) throws(RunError) -> Frame {
    let wanted = try number(count, "`top`", outer)
    let groups = try sortColumns(
      frame, per.map { SortKey(expression: $0, descending: false) }, outer)
    let value = try sortColumns(frame, [by], outer)
    return ordered(frame) { range in
      let rows =
        groups.isEmpty
        ? Sorting.first(wanted, of: range, by: value)
        : Sorting.order(range, by: groups + value)
      var kept: [Int32] = []
      var inGroup = 0
      for (place, row) in rows.enumerated() {
        let isNew = place == 0 || Sorting.compare(rows[place - 1], row, groups) != 0
        inGroup = isNew ? 1 : inGroup + 1
        if inGroup <= wanted {
          kept.append(row)
        } else if ties, wanted > 0, let last = kept.last,
          Sorting.compare(last, row, groups) == 0, Sorting.compare(last, row, value) == 0
        {
          kept.append(row)
        }
      }
      return kept
    }
  }

  func distinct(
    _ frame: Frame, _ keys: [ExpressionID]?, _ outer: Batch
  ) throws(RunError) -> Frame {
    var grouper = Grouper(count: frame.count)
    if frame.segments.count > 2 {
      grouper.add(Gather.owners(frame.segments).map { UInt64(UInt32(bitPattern: $0)) })
    }
    if let keys {
      for key in keys { grouper.add(try column(key, frame, outer).expanded) }
    } else {
      for column in frame.columns + frame.pivoted.map(\.values) { grouper.add(column.expanded) }
    }
    let kept = grouper.firstRows
    return frame.gather(kept, segments: Selection.offsets(frame.segments, keeping: kept))
  }

  /// Set words: entities by identity, rows by value; the left's order, then what is new. The other
  /// query sees the row around, so each segment has rows of its own to compare with.
  func combine(
    _ frame: Frame, _ operation: SetOperator, _ query: QueryID, _ mine: Int?, _ theirs: Int?,
    _ outer: Batch
  ) throws(RunError) -> Frame {
    let isShared = plan.queries[query].reach == 0
    let other = isShared ? try independent(query) : try execute(query, in: outer)
    var columns: [Vector] = []
    for (index, column) in frame.columns.enumerated() {
      let right: Vector
      if mine == nil {
        right = other.columns[index]
      } else if index == mine, let theirs {
        right = other.columns[theirs]
      } else {
        right = .nothing(count: other.count)
      }
      columns.append(Vector.joined([column, right]))
    }
    var grouper = Grouper(count: frame.count + other.count)
    if let mine {
      grouper.add(columns[mine].expanded)
    } else {
      for column in columns { grouper.add(column.expanded) }
    }
    let groups = grouper.groups
    func rightRows(_ segment: Int) -> Range<Int> {
      isShared
        ? 0..<other.count : Int(other.segments[segment])..<Int(other.segments[segment + 1])
    }
    // The last segment in which a group was seen on the right, and on the left.
    var inRight = [Int32](repeating: -1, count: grouper.count)
    var seen = [Int32](repeating: -1, count: grouper.count)
    var rows: [Int32] = []
    var segments: [Int32] = [0]
    for segment in 0..<(frame.segments.count - 1) {
      let mark = Int32(segment)
      let right = rightRows(segment)
      for row in right { inRight[Int(groups[frame.count + row])] = mark }
      for row in frame.segments[segment]..<frame.segments[segment + 1] {
        let group = Int(groups[Int(row)])
        if seen[group] == mark { continue }
        seen[group] = mark
        switch operation {
        case .union: rows.append(row)
        case .intersect: if inRight[group] == mark { rows.append(row) }
        case .minus: if inRight[group] != mark { rows.append(row) }
        }
      }
      if operation == .union {
        for row in right {
          let group = Int(groups[frame.count + row])
          if seen[group] == mark { continue }
          seen[group] = mark
          rows.append(Int32(frame.count + row))
        }
      }
      segments.append(Int32(rows.count))
    }
    return Frame(segments: segments, count: rows.count, columns: columns.map { $0.gather(rows) })
  }
}
