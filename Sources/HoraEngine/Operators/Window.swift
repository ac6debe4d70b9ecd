// Comes in: a frame and windows. Goes out: the frame with a column for each window. A window's rows
// are those of one segment with equal keys; without an order they stand in the order of the rows.

extension Run {
  func window(_ frame: Frame, _ windows: [Window], _ outer: Batch) throws(RunError) -> Frame {
    var result = frame
    for window in windows { result.columns.append(try column(of: window, frame, outer)) }
    return result
  }

  /// Numbers the combinations of keys within each segment.
  func windowGroups(
    _ frame: Frame, _ keys: [ExpressionID], _ outer: Batch
  ) throws(RunError) -> Grouper {
    var grouper = Grouper(count: frame.count)
    if frame.segments.count > 2 {
      grouper.add(Gather.owners(frame.segments).map { UInt64(UInt32(bitPattern: $0)) })
    }
    for key in keys { grouper.add(try column(key, frame, outer).expanded) }
    return grouper
  }

  private func column(
    of window: Window, _ frame: Frame, _ outer: Batch
  ) throws(RunError) -> Vector {
    switch window.function {
    case .aggregate(let function):
      let groups = try windowGroups(frame, window.partition, outer)
      // The order decides what is first.
      let rows =
        window.order.isEmpty
        ? (0..<Int32(frame.count)).map { $0 } : try arranged(window, frame, outer).rows
      let value = try groupAggregate(
        GroupAggregate(
          function: function, argument: window.argument, owners: window.owners,
          parameter: window.parameter), frame, rows,
        Gather.take(groups.groups, rows, missing: 0), groups.count, outer, window.range)
      return value.gather(groups.groups)
    case .rank, .rowNumber: return try numbers(window, frame, outer)
    case .shift(let distance):
      let (rows, starts) = try arranged(window, frame, outer)
      let value = try windowArgument(window, frame, outer)
      var from = [Int32](repeating: -1, count: frame.count)
      for part in 0..<(starts.count - 1) {
        for place in starts[part]..<starts[part + 1] {
          let other = place + distance
          if other >= starts[part] && other < starts[part + 1] {
            from[Int(rows[place])] = rows[other]
          }
        }
      }
      return value.gather(from)
    case .runningSum:
      let (rows, starts) = try arranged(window, frame, outer)
      return try runningSum(windowArgument(window, frame, outer), rows, starts, window.range)
    case .share:
      let groups = try windowGroups(frame, window.partition, outer)
      let (values, mask) = Numbers.decimals(try windowArgument(window, frame, outer).expanded)
      let sums = sums(values, mask, groups)
      return try defined(
        values.indices.map { values[$0] / sums[Int(groups.groups[$0])] }, mask, window.range)
    case .rca(let advantage): return try self.advantage(advantage, window, frame, outer)
    }
  }

  func windowArgument(
    _ window: Window, _ frame: Frame, _ outer: Batch
  ) throws(RunError) -> Vector {
    guard let id = window.argument else { return .nothing(count: frame.count) }
    return try column(id, frame, outer)
  }

  /// The rows by window and order, and where each window starts.
  private func arranged(
    _ window: Window, _ frame: Frame, _ outer: Batch
  ) throws(RunError) -> (rows: [Int32], starts: [Int]) {
    let groups = try windowGroups(frame, window.partition, outer)
    let key = SortColumn(
      .int(groups.groups.map { Int64($0) }, []), descending: false, labelRanks: nil)
    let rows = Sorting.order(
      0..<frame.count, by: [key] + (try sortColumns(frame, window.order, outer)))
    var starts = [0]
    for place in 1..<max(1, rows.count)
    where groups.groups[Int(rows[place])] != groups.groups[Int(rows[place - 1])] {
      starts.append(place)
    }
    if !rows.isEmpty { starts.append(rows.count) }
    return (rows, starts)
  }

  private func numbers(
    _ window: Window, _ frame: Frame, _ outer: Batch
  ) throws(RunError) -> Vector {
    let (rows, starts) = try arranged(window, frame, outer)
    let order = try sortColumns(frame, window.order, outer)
    var result = [Int64](repeating: 0, count: frame.count)
    for part in 0..<(starts.count - 1) {
      var rank = 1
      for place in starts[part]..<starts[part + 1] {
        let number = place - starts[part] + 1
        if place > starts[part], Sorting.compare(rows[place - 1], rows[place], order) != 0 {
          rank = number
        }
        result[Int(rows[place])] = Int64(window.function == .rank ? rank : number)
      }
    }
    return .int(result, [])
  }

  private func runningSum(
    _ value: Vector, _ rows: [Int32], _ starts: [Int], _ range: TextRange
  ) throws(RunError) -> Vector {
    if case .int(let v, let mask) = value.expanded {
      var result = [Int64](repeating: 0, count: v.count)
      var resultMask: Mask = []
      var overflows = 0
      for part in 0..<(starts.count - 1) {
        var sum: Int64? = 0
        for place in starts[part]..<starts[part + 1] {
          let row = Int(rows[place])
          if let old = sum, mask.isEmpty || mask[row] == 1 {
            let (new, failed) = old.addingReportingOverflow(v[row])
            sum = failed ? nil : new
          }
          if let sum {
            result[row] = sum
          } else {
            overflows += 1
            Masks.clear(&resultMask, row, v.count)
          }
        }
      }
      try warn(.overflow, rows: overflows, at: range)
      return .int(result, resultMask)
    }
    let (values, mask) = Numbers.decimals(value.expanded)
    var result = [Double](repeating: 0, count: values.count)
    for part in 0..<(starts.count - 1) {
      var sum = 0.0
      for place in starts[part]..<starts[part + 1] {
        let row = Int(rows[place])
        if mask.isEmpty || mask[row] == 1 { sum += values[row] }
        result[row] = sum
      }
    }
    return .decimal(result, [])
  }

  /// The sum of each group's values; a missing one counts nothing.
  func sums(_ values: [Double], _ mask: Mask, _ groups: Grouper) -> [Double] {
    let rows = mask.isEmpty ? nil : Selection.rows(mask)
    return Reduce.sumDecimals(
      rows.map { Gather.take(values, $0, missing: 0) } ?? values,
      rows.map { Gather.take(groups.groups, $0, missing: 0) } ?? groups.groups, groups.count)
  }

  /// Numbers of which one that is none, as 0 / 0, is missing, with a warning.
  func defined(
    _ values: [Double], _ mask: Mask, _ range: TextRange
  ) throws(RunError) -> Vector {
    var resultMask = mask
    var zeros = 0
    let result = values.indices.map { row -> Double in
      if !mask.isEmpty && mask[row] == 0 { return 0 }
      if values[row].isFinite { return values[row] }
      zeros += 1
      Masks.clear(&resultMask, row, values.count)
      return 0
    }
    try warn(.divisionByZero, rows: zeros, at: range)
    return .decimal(result, resultMask)
  }
}
