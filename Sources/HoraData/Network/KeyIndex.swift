// Comes in: the key column of a table. Goes out: the row of a key, fast. It must not hold a String.

import HoraEngine

/// From keys to rows. Of repeated keys the first row counts.
enum KeyIndex {
  case dense(first: Int64, rows: [Int32])
  case sparse(IntTable)
  case text(TextDictionary, rows: [Int32])
  /// A key of another type, or none.
  case none

  init(_ values: Values) {
    switch values {
    case .text(let codes, let dictionary):
      var rows = [Int32](repeating: -1, count: dictionary.count)
      for (row, code) in codes.enumerated() where code >= 0 && rows[Int(code)] < 0 {
        rows[Int(code)] = Int32(row)
      }
      self = .text(dictionary, rows: rows)
    case .int(let values, let validity):
      var low = Int64.max
      var high = Int64.min
      for row in values.indices where validity[row] {
        low = min(low, values[row])
        high = max(high, values[row])
      }
      guard low <= high else {
        self = .none
        return
      }
      let (span, over) = high.subtractingReportingOverflow(low)
      if !over, span < Int64(values.count) * 4 + 1024 {
        var rows = [Int32](repeating: -1, count: Int(span) + 1)
        for row in values.indices where validity[row] {
          let place = Int(values[row] - low)
          if rows[place] < 0 { rows[place] = Int32(row) }
        }
        self = .dense(first: low, rows: rows)
      } else {
        var table = IntTable(count: values.count)
        for row in values.indices where validity[row] { table.insert(values[row], Int32(row)) }
        self = .sparse(table)
      }
    default: self = .none
    }
  }

  /// The row of a key, or -1.
  @inline(__always)
  func row(of key: Int64) -> Int32 {
    switch self {
    case .dense(let first, let rows):
      let (place, over) = key.subtractingReportingOverflow(first)
      return !over && place >= 0 && place < Int64(rows.count) ? rows[Int(place)] : -1
    case .sparse(let table): return table.find(key)
    case .text(let dictionary, let rows):
      guard let code = dictionary.code(of: String(key)) else { return -1 }
      return rows[Int(code)]
    case .none: return -1
    }
  }

  func row(of key: UnsafeBufferPointer<UInt8>) -> Int32 {
    switch self {
    case .text(let dictionary, let rows):
      guard let code = dictionary.code(of: key) else { return -1 }
      return rows[Int(code)]
    case .dense, .sparse: return Numbers.int(key).map { row(of: $0) } ?? -1
    case .none: return -1
    }
  }

  /// The row for each value: -1 for a missing value, `absent` for a key that is not there.
  func resolve(_ values: Values, absent: Int32) -> [Int32] {
    switch values {
    case .text(let codes, let dictionary):
      let byCode = (0..<Int32(dictionary.count)).map { code in
        dictionary.bytes.withUnsafeBufferPointer {
          row(of: UnsafeBufferPointer(rebasing: $0[dictionary.range(code)]))
        }
      }
      return codes.map { code in
        if code < 0 { return -1 }
        let row = byCode[Int(code)]
        return row < 0 ? absent : row
      }
    case .int(let values, let validity):
      if case .dense(let first, let rows) = self, validity.words == nil {
        // The usual case, without a switch for each row.
        return rows.withUnsafeBufferPointer { rows in
          values.map { value in
            let (place, over) = value.subtractingReportingOverflow(first)
            guard !over, place >= 0, place < Int64(rows.count) else { return absent }
            let row = rows[Int(place)]
            return row < 0 ? absent : row
          }
        }
      }
      var out = [Int32](repeating: -1, count: values.count)
      for place in values.indices where validity[place] {
        let row = row(of: values[place])
        out[place] = row < 0 ? absent : row
      }
      return out
    default:
      return [Int32](repeating: absent, count: values.count)
    }
  }
}

/// Whole numbers to rows, by open addressing.
struct IntTable {
  private var keys: [Int64]
  private var rows: [Int32]
  private let mask: Int

  init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    keys = [Int64](repeating: 0, count: size)
    rows = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  @inline(__always)
  private func slot(_ key: Int64) -> Int {
    let hash = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 20) & mask
  }

  /// Keeps the row that came first; false where the key was there.
  @discardableResult
  mutating func insert(_ key: Int64, _ row: Int32) -> Bool {
    var at = slot(key)
    while rows[at] >= 0 {
      if keys[at] == key { return false }
      at = (at + 1) & mask
    }
    keys[at] = key
    rows[at] = row
    return true
  }

  func find(_ key: Int64) -> Int32 {
    var at = slot(key)
    while rows[at] >= 0 {
      if keys[at] == key { return rows[at] }
      at = (at + 1) & mask
    }
    return -1
  }
}

extension Values {
  /// True where no value is missing and none comes twice; only for text and whole numbers.
  var isUnique: Bool {
    switch self {
    case .text(let codes, let dictionary):
      // Every text of a dictionary occurs, so this also says that none is missing.
      return !codes.isEmpty && dictionary.count == codes.count
    case .int(let values, let validity):
      guard !values.isEmpty, validity.words == nil else { return false }
      var isRising = true
      for i in 1..<max(1, values.count) where values[i] <= values[i - 1] {
        isRising = false
        break
      }
      if isRising { return true }
      var table = IntTable(count: values.count)
      for (row, value) in values.enumerated() where !table.insert(value, Int32(row)) { return false }
      return true
    default: return false
    }
  }
}
