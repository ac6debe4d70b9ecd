// Comes in: values of many rows. Goes out: the same, gathered, cut or joined.
// A vector is what kernels read and write: one typed array for a batch of rows.

/// Which rows have a value: one byte a row, 1 present, 0 missing; empty where all are present.
public typealias Mask = [UInt8]

/// One value, or one list of values, for each row of a batch.
public indirect enum Vector: Sendable {
  /// 0 false, 1 true, 2 missing.
  case bool([UInt8])
  case int([Int64], Mask)
  case decimal([Double], Mask)
  /// Codes of the dictionary; -1 is missing.
  case text([Int32], TextDictionary)
  /// Days since 1970-01-01; `Int32.min` is missing.
  case date([Int32])
  /// First and last days; a first day of `Int32.min` is missing.
  case interval([Int32], [Int32])
  case duration(months: [Int32], days: [Int32], Mask)
  /// Rows of a collection; -1 is missing.
  case entity([Int32])
  /// Row `r` has the elements `offsets[r] ..< offsets[r + 1]`; none of them is missing.
  case list(offsets: [Int32], elements: Vector)
  /// Nothing in any row.
  case nothing(count: Int)
  /// The one row of a vector, for every row of the batch.
  case repeated(Vector, count: Int)

  public var count: Int {
    switch self {
    case .bool(let v): v.count
    case .int(let v, _): v.count
    case .decimal(let v, _): v.count
    case .text(let v, _): v.count
    case .date(let v): v.count
    case .interval(let v, _): v.count
    case .duration(let v, _, _): v.count
    case .entity(let v): v.count
    case .list(let offsets, _): offsets.count - 1
    case .nothing(let count): count
    case .repeated(_, let count): count
    }
  }

  public init(_ constant: Constant) {
    switch constant {
    case .bool(let v): self = .bool([v ? 1 : 0])
    case .int(let v): self = .int([v], [])
    case .decimal(let v): self = .decimal([v], [])
    case .text(let v):
      var builder = TextDictionaryBuilder()
      let code = builder.insert(v)
      self = .text([code], builder.finish())
    case .date(let v): self = .date([v])
    case .interval(let first, let last): self = .interval([first], [last])
    case .duration(let months, let days): self = .duration(months: [months], days: [days], [])
    }
  }

  /// A column of storage as a vector; nil for a reference, whose data is in its relation.
  init?(_ column: Column) {
    switch column {
    case .scalar(let values): self = Vector(values)
    case .list(let offsets, let elements):
      self = .list(offsets: offsets.map { Int32(bitPattern: $0) }, elements: Vector(elements))
    case .reference: return nil
    }
  }

  init(_ values: Values) {
    switch values {
    case .text(let codes, let dictionary): self = .text(codes, dictionary)
    case .int(let v, let validity): self = .int(v, Vector.mask(validity, v.count))
    case .decimal(let v, let validity): self = .decimal(v, Vector.mask(validity, v.count))
    case .bool(let v): self = .bool(v)
    case .date(let v): self = .date(v)
    }
  }

  private static func mask(_ validity: Validity, _ count: Int) -> Mask {
    guard validity.words != nil else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      for i in 0..<count { buffer[i] = validity[i] ? 1 : 0 }
      used = count
    }
  }

  /// The vector with its repeated row written out.
  var expanded: Vector {
    guard case .repeated(let row, let count) = self else { return self }
    return row.gather([Int32](repeating: 0, count: count))
  }

  /// The rows at `rows`, in that order; a negative place gives a missing value.
  func gather(_ rows: [Int32]) -> Vector {
    switch self {
    case .bool(let v): return .bool(Gather.take(v, rows, missing: 2))
    case .int(let v, let mask):
      return .int(Gather.take(v, rows, missing: 0), Gather.mask(mask, rows))
    case .decimal(let v, let mask):
      return .decimal(Gather.take(v, rows, missing: 0), Gather.mask(mask, rows))
    case .text(let v, let dictionary):
      return .text(Gather.take(v, rows, missing: -1), dictionary)
    case .date(let v): return .date(Gather.take(v, rows, missing: Values.missingDate))
    case .interval(let first, let last):
      return .interval(
        Gather.take(first, rows, missing: Values.missingDate),
        Gather.take(last, rows, missing: Values.missingDate))
    case .duration(let months, let days, let mask):
      return .duration(
        months: Gather.take(months, rows, missing: 0), days: Gather.take(days, rows, missing: 0),
        Gather.mask(mask, rows))
    case .entity(let v): return .entity(Gather.take(v, rows, missing: -1))
    case .list(let offsets, let elements):
      let (newOffsets, places) = Gather.lists(offsets, rows)
      return .list(offsets: newOffsets, elements: elements.gather(places))
    case .nothing: return .nothing(count: rows.count)
    case .repeated(let row, _):
      if rows.contains(where: { $0 < 0 }) { return row.gather(rows.map { $0 < 0 ? -1 : 0 }) }
      return .repeated(row, count: rows.count)
    }
  }

  /// A stretch of rows.
  func slice(_ range: Range<Int>) -> Vector {
    if range.lowerBound == 0 && range.upperBound == count { return self }
    func cut(_ mask: Mask) -> Mask { mask.isEmpty ? [] : Array(mask[range]) }
    switch self {
    case .bool(let v): return .bool(Array(v[range]))
    case .int(let v, let mask): return .int(Array(v[range]), cut(mask))
    case .decimal(let v, let mask): return .decimal(Array(v[range]), cut(mask))
    case .text(let v, let dictionary): return .text(Array(v[range]), dictionary)
    case .date(let v): return .date(Array(v[range]))
    case .interval(let a, let b): return .interval(Array(a[range]), Array(b[range]))
    case .duration(let a, let b, let mask):
      return .duration(months: Array(a[range]), days: Array(b[range]), cut(mask))
    case .entity(let v): return .entity(Array(v[range]))
    case .list(let offsets, let elements):
      let base = offsets[range.lowerBound]
      let end = offsets[range.upperBound]
      return .list(
        offsets: offsets[range.lowerBound...range.upperBound].map { $0 - base },
        elements: elements.slice(Int(base)..<Int(end)))
    case .nothing: return .nothing(count: range.count)
    case .repeated(let row, _): return .repeated(row, count: range.count)
    }
  }

  /// True for the rows that have a value; a list has one where it is not empty.
  var presence: [UInt8] {
    switch self {
    case .bool(let v): return v.map { $0 == 2 ? 0 : 1 }
    case .int(let v, let mask): return mask.isEmpty ? [UInt8](repeating: 1, count: v.count) : mask
    case .decimal(let v, let mask):
      return mask.isEmpty ? [UInt8](repeating: 1, count: v.count) : mask
    case .text(let v, _): return v.map { $0 < 0 ? 0 : 1 }
    case .date(let v): return v.map { $0 == Values.missingDate ? 0 : 1 }
    case .interval(let v, _): return v.map { $0 == Values.missingDate ? 0 : 1 }
    case .duration(let v, _, let mask):
      return mask.isEmpty ? [UInt8](repeating: 1, count: v.count) : mask
    case .entity(let v): return v.map { $0 < 0 ? 0 : 1 }
    case .list(let offsets, _):
      return (0..<(offsets.count - 1)).map { offsets[$0 + 1] > offsets[$0] ? 1 : 0 }
    case .nothing(let count): return [UInt8](repeating: 0, count: count)
    case .repeated(let row, let count): return [UInt8](repeating: row.presence[0], count: count)
    }
  }

  /// Each row as a list of none or one; a list stays as it is.
  var asList: (offsets: [Int32], elements: Vector) {
    switch self {
    case .list(let offsets, let elements): return (offsets, elements)
    case .repeated(.list, _): return expanded.asList
    case .nothing(let count):
      return ([Int32](repeating: 0, count: count + 1), .nothing(count: 0))
    default:
      let present = presence
      var offsets = [Int32](repeating: 0, count: present.count + 1)
      var rows: [Int32] = []
      rows.reserveCapacity(present.count)
      for i in 0..<present.count {
        if present[i] != 0 { rows.append(Int32(i)) }
        offsets[i + 1] = Int32(rows.count)
      }
      if rows.count == present.count { return (offsets, expanded) }
      return (offsets, gather(rows))
    }
  }

  /// The first element of each row's list, or missing.
  var collapsed: Vector {
    switch self {
    case .list(let offsets, let elements):
      var rows = [Int32](repeating: -1, count: offsets.count - 1)
      for r in 0..<rows.count where offsets[r + 1] > offsets[r] { rows[r] = offsets[r] }
      return elements.gather(rows)
    case .repeated(let row, let count): return .repeated(row.collapsed, count: count)
    default: return self
    }
  }
}
