// Comes in: the vectors to sort by. Goes out: the rows in order, or the first of them. Each key becomes one unsigned
// number a row, so that every type sorts with one loop; missing sorts last both ways.

struct SortColumn {
  var codes: [UInt64]
  /// 1 where missing; empty where none is.
  var missing: [UInt8]

  init(_ vector: Vector, descending: Bool, labelRanks: [Int32]?) {
    let presence = vector.presence
    missing = presence.contains(0) ? presence.map { 1 &- $0 } : []
    var codes: [UInt64]
    switch vector.expanded {
    case .bool(let v): codes = v.map { UInt64($0) }
    case .int(let v, _): codes = v.map { UInt64(bitPattern: $0) ^ (1 << 63) }
    case .decimal(let v, _): codes = v.map(SortColumn.ordered)
    case .text(let v, let dictionary):
      let ranks = dictionary.ranks
      codes = v.map { $0 < 0 ? 0 : UInt64(ranks[Int($0)]) }
    case .date(let v): codes = v.map { UInt64(UInt32(bitPattern: $0) ^ (1 << 31)) }
    case .interval(let a, let b):
      codes = a.indices.map {
        UInt64(UInt32(bitPattern: a[$0]) ^ (1 << 31)) << 32
          | UInt64(UInt32(bitPattern: b[$0]) ^ (1 << 31))
      }
    case .duration(let months, let days, _):
      // In the order of their mean length; a month is 30.436875 days.
      codes = months.indices.map {
        SortColumn.ordered(Double(months[$0]) * 30.436875 + Double(days[$0]))
      }
    case .entity(let v):
      codes = v.map { row in
        row < 0 ? 0 : labelRanks.map { UInt64($0[Int(row)]) } ?? UInt64(row)
      }
    case .list(let offsets, _):
      codes = (0..<(offsets.count - 1)).map { UInt64(offsets[$0 + 1] - offsets[$0]) }
    case .nothing(let count): codes = [UInt64](repeating: 0, count: count)
    case .repeated: codes = [UInt64](repeating: 0, count: vector.count)
    }
    if descending { for i in codes.indices { codes[i] = ~codes[i] } }
    self.codes = codes
  }

  private static func ordered(_ value: Double) -> UInt64 {
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }
}

enum Sorting {
  /// The rows of `range` in the order of the columns; equal rows keep their order.
  static func order(_ range: Range<Int>, by columns: [SortColumn]) -> [Int32] {
    var rows = (Int32(range.lowerBound)..<Int32(range.upperBound)).map { $0 }
    sort(&rows, by: columns)
    return rows
  }

  /// The first `count` rows of that order and what equals the last of them, without sorting the others.
  static func first(_ count: Int, of range: Range<Int>, by columns: [SortColumn]) -> [Int32] {
    guard count > 0 else { return [] }
    var kept: [Int32] = []
    var limit: Int32?
    // Between two cuts as many are gathered as were kept, so that each row is sorted a few times at most.
    var nextCut = 2 * min(count, range.count) + 64
    for row in Int32(range.lowerBound)..<Int32(range.upperBound) {
      if let limit, compare(row, limit, columns) > 0 { continue }
      kept.append(row)
      guard kept.count >= nextCut else { continue }
      limit = cut(&kept, to: count, by: columns)
      nextCut = 2 * kept.count + 64
    }
    cut(&kept, to: count, by: columns)
    return kept
  }

  /// Sorts and keeps the first and what equals the last of them, which is returned.
  @discardableResult
  private static func cut(_ rows: inout [Int32], to count: Int, by columns: [SortColumn]) -> Int32?
  {
    sort(&rows, by: columns)
    guard rows.count > count else { return nil }
    let last = rows[count - 1]
    rows.removeLast(rows.reversed().prefix { compare($0, last, columns) > 0 }.count)
    return last
  }

  private static func sort(_ rows: inout [Int32], by columns: [SortColumn]) {
    if columns.count == 1, columns[0].missing.isEmpty {
      let codes = columns[0].codes
      rows.sort { a, b in
        let x = codes[Int(a)]
        let y = codes[Int(b)]
        return x != y ? x < y : a < b
      }
      return
    }
    rows.sort { a, b in
      switch compare(a, b, columns) {
      case 0: a < b
      case let order: order < 0
      }
    }
  }

  @inline(__always)
  static func compare(_ a: Int32, _ b: Int32, _ columns: [SortColumn]) -> Int {
    for column in columns {
      if !column.missing.isEmpty {
        let x = column.missing[Int(a)]
        let y = column.missing[Int(b)]
        if x != y { return x < y ? -1 : 1 }
        if x == 1 { continue }
      }
      let x = column.codes[Int(a)]
      let y = column.codes[Int(b)]
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }
}
