// Comes in: typed values. Goes out: one column of a file in memory, as the loader passes it on.

import HoraEngine

/// One column of a file, typed.
struct TableColumn {
  enum Content {
    case scalar(Values)
    case list(offsets: [UInt32], elements: Values)
  }
  /// As in the file.
  var name: String
  var content: Content
  var spec: FieldSpec?
  /// How the cells were read, declared or found.
  var cellType = CellType.text

  var type: ScalarType {
    switch values {
    case .text: .text
    case .int: .int
    case .decimal: .decimal
    case .bool: .bool
    case .date: .date
    }
  }

  /// The values of the rows, or of all elements.
  var values: Values {
    switch content {
    case .scalar(let values): values
    case .list(_, let elements): elements
    }
  }

  var isList: Bool {
    if case .list = content { return true }
    return false
  }
}

/// One bit a row, made only when the first row is missing.
struct ValidityBuilder {
  private var words: [UInt64]?
  let count: Int

  init(count: Int) { self.count = count }

  mutating func clear(_ row: Int) {
    if words == nil {
      var all = [UInt64](repeating: ~0, count: (count + 63) / 64)
      if count % 64 != 0, let last = all.indices.last { all[last] = (1 << UInt64(count % 64)) - 1 }
      words = all
    }
    words?[row >> 6] &= ~(1 << UInt64(row & 63))
  }

  var validity: Validity { Validity(words: words) }
}

extension Values {
  /// True where row `row` has no value.
  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .text(let codes, _): codes[row] < 0
    case .int(_, let validity), .decimal(_, let validity): !validity[row]
    case .bool(let values): values[row] == 2
    case .date(let values): values[row] == Values.missingDate
    }
  }

  /// The same with `extra` missing rows at the end.
  func extended(by extra: Int) -> Values {
    guard extra > 0 else { return self }
    func extend(_ validity: Validity, _ count: Int) -> Validity {
      var words = validity.words ?? [UInt64](repeating: ~0, count: (count + 63) / 64)
      if count % 64 != 0, let last = words.indices.last {
        words[last] &= (1 << UInt64(count % 64)) - 1
      }
      words += [UInt64](repeating: 0, count: (count + extra + 63) / 64 - words.count)
      return Validity(words: words)
    }
    switch self {
    case .text(let codes, let dictionary):
      return .text(codes: codes + [Int32](repeating: -1, count: extra), dictionary: dictionary)
    case .int(let values, let validity):
      return .int(values + [Int64](repeating: 0, count: extra), extend(validity, values.count))
    case .decimal(let values, let validity):
      return .decimal(values + [Double](repeating: 0, count: extra), extend(validity, values.count))
    case .bool(let values): return .bool(values + [UInt8](repeating: 2, count: extra))
    case .date(let values):
      return .date(values + [Int32](repeating: Values.missingDate, count: extra))
    }
  }

  /// The value as it would stand in a cell; empty where missing. For messages and keys.
  func cellText(_ row: Int) -> String {
    if isMissing(row) { return "" }
    switch self {
    case .text(let codes, let dictionary): return dictionary.string(codes[row])
    case .int(let values, _): return String(values[row])
    case .decimal(let values, _):
      let text = values[row].description
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    case .bool(let values): return values[row] == 1 ? "true" : "false"
    case .date(let values): return CivilDate(days: values[row]).text
    }
  }
}
