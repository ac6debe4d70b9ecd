// Comes in: a column of a result. Goes out: its different values with their texts, and which of them
// each row has. Entities differ by what they are, not by their names.

/// The different values of a column, in the order they first appear.
public struct DistinctValues: Sendable {
  /// For each row (or each element, where `lists` is there) its place in `labels`; -1 is missing.
  public var codes: [Int32] = []
  /// Row `r` has `codes[lists[r] ..< lists[r + 1]]`; nil where each row has one value.
  public var lists: [Int32]?
  public var labels: [String] = []
  /// The row of each value in its collection, where they are entities.
  public var entities: [Int32] = []
  public var collection: CollectionID?

  /// The values of one row.
  public func codes(row: Int) -> ArraySlice<Int32> {
    guard let lists else { return codes[row..<row + 1] }
    return codes[Int(lists[row])..<Int(lists[row + 1])]
  }
}

extension ResultSet {
  public func distinct(_ column: Int) -> DistinctValues {
    let info = columns[column].info
    var result = DistinctValues()
    var values = columns[column].values.expanded
    if case .list(let offsets, let elements) = values {
      result.lists = offsets
      values = elements.expanded
    }
    if case .entity(let rows) = values, case .entity(let collection) = info.type {
      result.collection = collection
      var seen: [Int32: Int32] = [:]
      for row in rows where row >= 0 && seen[row] == nil {
        seen[row] = Int32(result.entities.count)
        result.entities.append(row)
        result.labels.append(EntityNames.label(network, collection, row))
      }
      result.codes = rows.map { seen[$0] ?? -1 }
      return result
    }
    var seen: [String: Int32] = [:]
    for row in 0..<values.count {
      guard let text = ValueText.text(values, row, info.type, network) else {
        result.codes.append(-1)
        continue
      }
      if let code = seen[text] {
        result.codes.append(code)
      } else {
        let code = Int32(result.labels.count)
        seen[text] = code
        result.labels.append(text)
        result.codes.append(code)
      }
    }
    return result
  }

  /// A column of single numbers; NaN where one is missing. Nil for any other column.
  public func numbers(_ column: Int) -> [Double]? {
    switch columns[column].values.expanded {
    case .int(let values, let mask):
      return values.indices.map { mask.isEmpty || mask[$0] == 1 ? Double(values[$0]) : .nan }
    case .decimal(let values, let mask):
      return values.indices.map { mask.isEmpty || mask[$0] == 1 ? values[$0] : .nan }
    case .nothing(let count): return [Double](repeating: .nan, count: count)
    default: return nil
    }
  }
}
