// Comes in: values and the group of each. Goes out: one value a group. Missing values are
// skipped; sum and count of nothing are 0, the others missing.

import CSystem

enum Reduce {
  /// Sums of ints; `overflowed` counts the groups that do not fit and are missing.
  static func sumInts(
    _ v: [Int64], _ groups: [Int32], _ count: Int
  ) -> (values: [Int64], mask: Mask, overflowed: Int) {
    var sums = [Int64](repeating: 0, count: count)
    var failed = [UInt8](repeating: 0, count: count)
    var any = false
    for i in 0..<v.count {
      let group = Int(groups[i])
      let (sum, overflow) = sums[group].addingReportingOverflow(v[i])
      sums[group] = sum
      if overflow {
        failed[group] = 1
        any = true
      }
    }
    guard any else { return (sums, [], 0) }
    return (sums, failed.map { 1 &- $0 }, failed.reduce(0) { $0 + Int($1) })
  }

  /// Sums of decimals with Neumaier's compensation, so that the order of rows hardly matters.
  static func sumDecimals(_ v: [Double], _ groups: [Int32], _ count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    var rests = [Double](repeating: 0, count: count)
    for i in 0..<v.count {
      let group = Int(groups[i])
      let sum = sums[group] + v[i]
      if abs(sums[group]) >= abs(v[i]) {
        rests[group] += (sums[group] - sum) + v[i]
      } else {
        rests[group] += (v[i] - sum) + sums[group]
      }
      sums[group] = sum
    }
    return (0..<count).map { sums[$0] + rests[$0] }
  }

  /// How unevenly amounts are spread, by the share `s` of each in its group: the sum of `s * s`, or of
  /// `-s ln s`. NaN for a group of nothing, and for one with an amount below 0, which is counted.
  static func spread(
    _ function: Aggregate, _ v: [Double], _ groups: [Int32], _ count: Int
  ) -> (values: [Double], negative: Int) {
    let sums = sumDecimals(v, groups, count)
    var isNegative = [Bool](repeating: false, count: count)
    let parts = v.indices.map { place -> Double in
      let group = Int(groups[place])
      if v[place] < 0 { isNegative[group] = true }
      guard v[place] > 0, sums[group] > 0 else { return 0 }
      let share = v[place] / sums[group]
      return function == .entropy ? -share * hora_log(share) : share * share
    }
    let found = sumDecimals(parts, groups, count)
    let values = (0..<count).map { sums[$0] > 0 && !isNegative[$0] ? found[$0] : .nan }
    return (values, isNegative.count { $0 })
  }

  static func counts(_ groups: [Int32], _ count: Int) -> [Int64] {
    var result = [Int64](repeating: 0, count: count)
    for group in groups { result[Int(group)] += 1 }
    return result
  }

  /// The row of each group's first, last, least or greatest value; -1 for an empty group.
  static func pick(
    _ function: Aggregate, _ values: Vector, _ groups: [Int32], _ count: Int,
    labelRanks: [Int32]?
  ) -> [Int32] {
    var rows = [Int32](repeating: -1, count: count)
    let column =
      function == .min || function == .max
      ? SortColumn(values, descending: false, labelRanks: labelRanks) : nil
    for row in 0..<groups.count {
      let group = Int(groups[row])
      let held = rows[group]
      if held < 0 {
        rows[group] = Int32(row)
        continue
      }
      switch function {
      case .last: rows[group] = Int32(row)
      case .min:
        if let column, column.codes[row] < column.codes[Int(held)] { rows[group] = Int32(row) }
      case .max:
        if let column, column.codes[row] > column.codes[Int(held)] { rows[group] = Int32(row) }
      default: break
      }
    }
    return rows
  }

  /// The values of each group, ascending, as lists.
  static func sortedLists(
    _ values: [Double], _ groups: [Int32], _ count: Int
  ) -> (offsets: [Int32], values: [Double]) {
    let (offsets, places) = lists(groups, count)
    var sorted = places.map { values[Int($0)] }
    for group in 0..<count {
      sorted[Int(offsets[group])..<Int(offsets[group + 1])].sort()
    }
    return (offsets, sorted)
  }

  /// The rows of each group in their order, as lists.
  static func lists(_ groups: [Int32], _ count: Int) -> (offsets: [Int32], rows: [Int32]) {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for group in groups { offsets[Int(group) + 1] += 1 }
    for group in 0..<count { offsets[group + 1] += offsets[group] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: groups.count)
    for row in 0..<groups.count {
      let group = Int(groups[row])
      rows[Int(next[group])] = Int32(row)
      next[group] += 1
    }
    return (offsets, rows)
  }
}
