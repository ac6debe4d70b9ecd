// Comes in: amounts by row and column, as a window or a query has them. Goes out: the advantage of each.
// "Everything" is the amounts themselves, or the rows of a query that the options name.

/// What an advantage is reckoned from. A missing amount counts nothing.
struct AmountsByKey {
  var values: [Double]
  var mask: Mask
  var rows: Grouper
  var columns: Grouper
  /// The columns' keys, and which amounts are reckoned together.
  var keys: Vector
  var all: Grouper
}

extension Run {
  func advantage(
    _ advantage: Advantage, _ window: Window, _ frame: Frame, _ outer: Batch
  ) throws(RunError) -> Vector {
    let (values, mask) = Numbers.decimals(try windowArgument(window, frame, outer).expanded)
    let found = try advantages(
      advantage,
      AmountsByKey(
        values: values, mask: mask, rows: windowGroups(frame, [window.partition[0]], outer),
        columns: windowGroups(frame, [window.partition[1]], outer),
        keys: column(window.partition[1], frame, outer), all: windowGroups(frame, [], outer)))
    return try defined(found, mask, window.range)
  }

  func advantages(
    _ advantage: Advantage, _ amounts: AmountsByKey
  ) throws(RunError) -> [Double] {
    let options = CallOptions(advantage.options, self)
    let shares =
      if let base = advantage.base {
        try baseShares(base, amounts.keys)
      } else {
        columnShares(amounts)
      }
    let kind = Specialisation(
      prior: try options.share(.prior, else: 0, most: .infinity),
      isSymmetric: try options.flag(.symmetric, else: false))
    return kind.advantages(
      amounts.values, rowSums: sums(amounts.values, amounts.mask, amounts.rows),
      rows: amounts.rows.groups, shares: shares)
  }

  /// For each amount the share of all amounts that its column has.
  private func columnShares(_ amounts: AmountsByKey) -> [Double] {
    let columnSums = sums(amounts.values, amounts.mask, amounts.columns)
    let totals = sums(amounts.values, amounts.mask, amounts.all)
    return amounts.values.indices.map { place in
      columnSums[Int(amounts.columns.groups[place])] / totals[Int(amounts.all.groups[place])]
    }
  }

  /// The same by the rows of a query; 0 for a column that it has not.
  private func baseShares(_ base: QueryID, _ keys: Vector) throws(RunError) -> [Double] {
    let frame = try independent(base)
    let (values, mask) = Numbers.decimals(frame.columns[1].expanded)
    var groups = Grouper(count: frame.count + keys.count)
    groups.add(Vector.joined([frame.columns[0].expanded, keys.expanded]))
    var own = [Double](repeating: 0, count: groups.groups.count)
    for row in values.indices where mask.isEmpty || mask[row] == 1 { own[row] = values[row] }
    let columnSums = sums(own, [], groups)
    let total = Reduce.sumDecimals(
      own, [Int32](repeating: 0, count: own.count), 1)[0]
    return groups.groups.dropFirst(frame.count).map { columnSums[Int($0)] / total }
  }
}
