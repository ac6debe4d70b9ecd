// Comes in: a frame, keys, aggregates. Goes out: one row a group, sorted by key; the columns are
// the keys, then the aggregates. A row with several values of a key is in every group of them.

extension Run {
  func summarize(
    _ frame: Frame, _ keys: [ExpressionID], _ aggregates: [GroupAggregate], _ outer: Batch,
    _ range: TextRange
  ) throws(RunError) -> Frame {
    // One entry for each row and each combination of its key values.
    var entries = (0..<Int32(frame.count)).map { $0 }
    var columns: [Vector] = []
    for key in keys {
      let value = try column(key, frame, outer)
      guard value.isList else {
        columns.append(value.gather(entries))
        continue
      }
      // A value that a row has twice puts it into the group once.
      let (offsets, elements) = Distinct.lists(value).asList
      var kept: [Int32] = []
      var places: [Int32] = []
      for (place, row) in entries.enumerated() {
        // A row without a value of the key is in the group of the missing key.
        if offsets[Int(row)] == offsets[Int(row) + 1] {
          kept.append(Int32(place))
          places.append(-1)
        }
        for element in offsets[Int(row)]..<offsets[Int(row) + 1] {
          kept.append(Int32(place))
          places.append(element)
        }
      }
      try reserve(kept.count)
      columns = columns.map { $0.gather(kept) }
      entries = Gather.take(entries, kept, missing: 0)
      columns.append(elements.gather(places))
    }
    columns = columns.map { $0.expanded }

    var grouper = Grouper(count: entries.count)
    let owners = Gather.owners(frame.segments)
    let segmentOf = Gather.take(owners, entries, missing: 0)
    let segmentCount = frame.segments.count - 1
    if segmentCount > 1 { grouper.add(segmentOf.map { UInt64(UInt32(bitPattern: $0)) }) }
    for column in columns { grouper.add(column) }

    // Groups in the order of segment, then key.
    let firsts = grouper.firstRows
    var order: [Int32]
    var groups = grouper.groups
    var count = grouper.count
    let segmentOfGroup: [Int32]
    if keys.isEmpty {
      // Without keys every segment has one group, also an empty one.
      count = segmentCount
      groups = segmentOf
      order = []
      segmentOfGroup = (0..<Int32(segmentCount)).map { $0 }
    } else {
      var sortColumns = [
        SortColumn(
          .int(firsts.map { Int64(segmentOf[Int($0)]) }, []), descending: false, labelRanks: nil)
      ]
      for (index, column) in columns.enumerated() {
        sortColumns.append(
          SortColumn(
            column.gather(firsts), descending: false,
            labelRanks: labelRanks(of: plan.expressions[keys[index]].type)))
      }
      order = Sorting.order(0..<count, by: sortColumns)
      var rank = [Int32](repeating: 0, count: count)
      for (place, group) in order.enumerated() { rank[Int(group)] = Int32(place) }
      groups = groups.map { rank[Int($0)] }
      segmentOfGroup = order.map { segmentOf[Int(firsts[Int($0)])] }
    }

    var result: [Vector] = columns.map { column in
      column.gather(order.map { firsts[Int($0)] })
    }
    for aggregate in aggregates {
      result.append(
        try groupAggregate(aggregate, frame, entries, groups, count, outer, range))
    }
    var segments = [Int32](repeating: 0, count: segmentCount + 1)
    for segment in segmentOfGroup { segments[Int(segment) + 1] += 1 }
    for segment in 0..<segmentCount { segments[segment + 1] += segments[segment] }
    return Frame(segments: segments, count: count, columns: result)
  }

  func groupAggregate(
    _ aggregate: GroupAggregate, _ frame: Frame, _ entries: [Int32], _ groups: [Int32],
    _ count: Int, _ outer: Batch, _ range: TextRange
  ) throws(RunError) -> Vector {
    guard let argument = aggregate.argument else {
      return .int(Reduce.counts(groups, count), [])
    }
    let expression = plan.expressions[argument]
    // Rows that stand for the same entity count once a group.
    var rows = entries
    var rowGroups = groups
    if !aggregate.owners.isEmpty {
      var grouper = Grouper(count: rows.count)
      grouper.add(rowGroups.map { UInt64(UInt32(bitPattern: $0)) })
      // A row without any such entity counts by itself.
      var isOwned = [UInt8](repeating: 0, count: rows.count)
      for owner in aggregate.owners where plan.expressions[owner].cardinality != .many {
        let entities = try column(owner, frame, outer).gather(rows).expanded
        grouper.add(entities)
        for (row, isThere) in entities.presence.enumerated() { isOwned[row] |= isThere }
      }
      let isMany = aggregate.owners.contains { plan.expressions[$0].cardinality == .many }
      if !isMany && grouper.count < rows.count {
        var keeps = isOwned.map { 1 - $0 }
        for first in grouper.firstRows { keeps[Int(first)] = 1 }
        let kept = Selection.rows(keeps)
        rows = Gather.take(rows, kept, missing: 0)
        rowGroups = Gather.take(rowGroups, kept, missing: 0)
      }
    }
    // A many-valued argument read from many entities: pool the entities, each once, then read.
    if aggregate.function != .count,
      case .field(let source, let field) = expression.kind,
      plan.expressions[source].cardinality == .many,
      case .entity(let collection) = plan.expressions[source].type
    {
      let (offsets, elements) = try column(source, frame, outer).gather(rows).asList
      let owners = Gather.owners(offsets)
      let elementGroups = Gather.take(rowGroups, owners, missing: 0)
      var grouper = Grouper(count: elements.count)
      grouper.add(elementGroups.map { UInt64(UInt32(bitPattern: $0)) })
      grouper.add(elements.expanded)
      let firsts = grouper.firstRows
      let values = try fieldOf(
        elements.gather(firsts), network.collections[collection].columns[field])
      return try pooled(
        aggregate, values, Gather.take(elementGroups, firsts, missing: 0), count, expression, range)
    }
    let values = try column(argument, frame, outer).gather(rows)
    return try pooled(aggregate, values, rowGroups, count, expression, range)
  }

  private func pooled(
    _ aggregate: GroupAggregate, _ values: Vector, _ groups: [Int32], _ count: Int,
    _ expression: Expression, _ range: TextRange
  ) throws(RunError) -> Vector {
    let (offsets, elements) = values.asList
    try charge(elements.count)
    return try reduce(
      aggregate.function, elements, Gather.take(groups, Gather.owners(offsets), missing: 0), count,
      aggregate.parameter, expression, range)
  }
}
