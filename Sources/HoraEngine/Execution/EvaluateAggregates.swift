// Comes in: the values of lists, or of the rows of groups. Goes out: one value a list or group.

extension Run {
  /// An aggregate of a list in each row by itself.
  func aggregate(
    _ function: Aggregate, _ argument: ExpressionID, _ parameter: ExpressionID?, _ batch: Batch,
    _ expression: Expression
  ) throws(RunError) -> Vector {
    let value = try evaluate(argument, batch)
    if case .repeated(let row, let count) = value {
      let (offsets, elements) = row.asList
      return .repeated(
        try reduce(
          function, elements, Gather.owners(offsets), 1, parameter, plan.expressions[argument],
          expression.range), count: count)
    }
    let (offsets, elements) = value.asList
    try charge(elements.count)
    return try reduce(
      function, elements, Gather.owners(offsets), offsets.count - 1, parameter,
      plan.expressions[argument], expression.range)
  }

  /// One value for each group. `groups` says the group of each value; none is missing.
  func reduce(
    _ function: Aggregate, _ values: Vector, _ groups: [Int32], _ count: Int,
    _ parameter: ExpressionID?, _ argument: Expression, _ range: TextRange
  ) throws(RunError) -> Vector {
    let values = values.expanded
    switch function {
    case .count:
      if case .bool(let truth) = values {
        let rows = Selection.rows(truth)
        return .int(Reduce.counts(Gather.take(groups, rows, missing: 0), count), [])
      }
      var grouper = Grouper(count: groups.count)
      grouper.add(groups.map { UInt64(UInt32(bitPattern: $0)) })
      grouper.add(values)
      let firsts = grouper.firstRows
      return .int(Reduce.counts(Gather.take(groups, firsts, missing: 0), count), [])
    case .sum:
      switch values {
      case .int(let v, _):
        let sums = Reduce.sumInts(v, groups, count)
        try warn(.overflow, rows: sums.overflowed, at: range)
        return .int(sums.values, sums.mask)
      case .decimal(let v, _): return try finite(Reduce.sumDecimals(v, groups, count), at: range)
      default:
        return argument.type == .decimal
          ? .decimal([Double](repeating: 0, count: count), [])
          : .int([Int64](repeating: 0, count: count), [])
      }
    case .avg, .stddev:
      let numbers = Numbers.decimals(values).values
      let sizes = Reduce.counts(groups, count)
      let sums = Reduce.sumDecimals(numbers, groups, count)
      let least: Int64 = function == .stddev ? 2 : 1
      let mask: Mask = sizes.map { $0 < least ? 0 : 1 }
      let means = (0..<count).map { sizes[$0] == 0 ? 0 : sums[$0] / Double(sizes[$0]) }
      if function == .avg { return try finite(means, mask, at: range) }
      let squares = (0..<numbers.count).map { i in
        let d = numbers[i] - means[Int(groups[i])]
        return d * d
      }
      let spread = Reduce.sumDecimals(squares, groups, count)
      return try finite(
        (0..<count).map { sizes[$0] < 2 ? 0 : (spread[$0] / Double(sizes[$0] - 1)).squareRoot() },
        mask, at: range)
    case .median, .percentile:
      var percent: Double? = 50
      if function == .percentile, let parameter {
        let given = try constant(parameter).expanded
        percent = given.presence.first == 1 ? Numbers.decimals(given).values.first : nil
      }
      let isShare = percent.map { $0 >= 0 && $0 <= 100 } ?? true
      let (offsets, sorted) = Reduce.sortedLists(
        Numbers.decimals(values).values, groups, count)
      if !isShare {
        // There is no such place in a list.
        let asked = (0..<count).count { offsets[$0] < offsets[$0 + 1] }
        try warn(.notANumber, rows: asked, at: range)
      }
      var mask: Mask = []
      let result = (0..<count).map { group -> Double in
        let start = Int(offsets[group])
        let size = Int(offsets[group + 1]) - start
        guard size > 0, isShare, let percent else {
          Masks.clear(&mask, group, count)
          return 0
        }
        let place = Double(size - 1) * percent / 100
        let below = Int(place)
        let above = Swift.min(below + 1, size - 1)
        let low = sorted[start + below]
        return low + (sorted[start + above] - low) * (place - Double(below))
      }
      return .decimal(result, mask)
    case .concentration, .entropy:
      let spread = Reduce.spread(function, Numbers.decimals(values).values, groups, count)
      try warn(.notANumber, rows: spread.negative, at: range)
      return undefinedAsMissing(spread.values)
    case .min, .max, .first, .last:
      let rows = Reduce.pick(
        function, values, groups, count, labelRanks: labelRanks(of: argument.type))
      return values.gather(rows)
    case .list:
      let (offsets, rows) = Reduce.lists(groups, count)
      return .list(offsets: offsets, elements: values.gather(rows))
    }
  }

  /// Decimals, of which one beyond all bounds is missing, with a warning.
  private func finite(
    _ values: [Double], _ mask: Mask = [], at range: TextRange
  ) throws(RunError) -> Vector {
    var mask = mask
    var result = values
    var lost = 0
    for i in values.indices where !values[i].isFinite {
      if mask.isEmpty || mask[i] == 1 { lost += 1 }
      Masks.clear(&mask, i, values.count)
      result[i] = 0
    }
    try warn(.overflow, rows: lost, at: range)
    return .decimal(result, mask)
  }

  /// The order of a collection's display names, where the type is an entity.
  func labelRanks(of type: ValueType) -> [Int32]? {
    guard case .entity(let collection) = type else { return nil }
    return network.indexes[collection].labelRanks.value {
      let count = network.collections[collection].rowCount
      guard let field = network.schema.collections[collection].label,
        case .scalar(let values) = network.collections[collection].columns[field]
      else { return (0..<Int32(count)).map { $0 } }
      let order = Sorting.order(
        0..<count, by: [SortColumn(Vector(values), descending: false, labelRanks: nil)])
      var ranks = [Int32](repeating: 0, count: count)
      for (place, row) in order.enumerated() { ranks[Int(row)] = Int32(place) }
      return ranks
    }
  }
}
