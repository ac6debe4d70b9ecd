// Comes in: columns of some rows, and the batch around them. Goes out: any column that an
// expression names, one value a row of this batch.

/// Rows that expressions are evaluated for, all at once.
final class Batch {
  let count: Int
  let columns: [Vector]
  /// The scope around: the rows of the query, or the elements, that these rows belong to.
  let parent: Batch?
  /// For each row its row in `parent`; nil where all belong to row 0.
  let parentRows: [Int32]?

  init(count: Int, columns: [Vector], parent: Batch?, parentRows: [Int32]?) {
    self.count = count
    self.columns = columns
    self.parent = parent
    self.parentRows = parentRows
  }

  /// One row without columns, around everything.
  static func unit() -> Batch { Batch(count: 1, columns: [], parent: nil, parentRows: nil) }

  func column(depth: Int, index: Int) -> Vector {
    var batch = self
    var rows: [Int32]?
    for _ in 0..<depth {
      guard let parent = batch.parent else { return .nothing(count: count) }
      let step = batch.parentRows ?? [Int32](repeating: 0, count: batch.count)
      if let inner = rows {
        rows = Gather.take(step, inner, missing: 0)
      } else {
        rows = step
      }
      batch = parent
    }
    guard index < batch.columns.count else { return .nothing(count: count) }
    let column = batch.columns[index]
    return rows.map { column.gather($0) } ?? column
  }

  /// Some of the rows, in the order given.
  func select(_ rows: [Int32]) -> Batch {
    Batch(
      count: rows.count, columns: columns.map { $0.gather(rows) }, parent: parent,
      parentRows: parentRows.map { Gather.take($0, rows, missing: 0) })
  }

  func slice(_ range: Range<Int>) -> Batch {
    if range.count == count { return self }
    return Batch(
      count: range.count, columns: columns.map { $0.slice(range) }, parent: parent,
      parentRows: parentRows.map { Array($0[range]) })
  }
}

/// The rows of a query between two operators, in order.
struct Frame {
  /// The rows that belong to row `r` of the batch around are `segments[r] ..< segments[r + 1]`.
  var segments: [Int32]
  var count: Int
  var columns: [Vector]
  /// Columns that `pivot` made, whose names come from data: no expression refers to them.
  var pivoted: [PivotedColumn] = []

  /// Some rows, as the batch that expressions of the query are evaluated for.
  func batch(_ range: Range<Int>, in outer: Batch) -> Batch {
    var parentRows: [Int32]?
    if segments.count > 2 {
      let all = Gather.owners(segments)
      parentRows = range.count == count ? all : Array(all[range])
    }
    return Batch(
      count: range.count, columns: columns.map { $0.slice(range) }, parent: outer,
      parentRows: parentRows)
  }

  /// The rows at `rows`, which ascend within each segment; `segments` says how many each has.
  func gather(_ rows: [Int32], segments: [Int32]) -> Frame {
    Frame(
      segments: segments, count: rows.count, columns: columns.map { $0.gather(rows) },
      pivoted: pivoted.map { PivotedColumn(name: $0.name, values: $0.values.gather(rows)) })
  }
}

/// A column named by a value of the data.
struct PivotedColumn {
  var name: String
  var values: Vector
}
