// Comes in: typed values from a loader. Goes out: contiguous columns that kernels read.
// A column never holds a String, an Any or a row.

/// Which rows have a value. `nil` words mean that all have one.
public struct Validity: Sendable {
  /// One bit a row, lowest bit first; nil where no row is missing.
  public var words: [UInt64]?
  public init(words: [UInt64]? = nil) { self.words = words }

  @inlinable public subscript(row: Int) -> Bool {
    guard let words else { return true }
    return words[row &>> 6] &>> UInt64(row & 63) & 1 != 0
  }
}

/// The values of one field, one entry a row (or an element, for lists).
public enum Values: Sendable {
  /// Codes of `dictionary`; -1 is missing.
  case text(codes: [Int32], dictionary: TextDictionary)
  case int([Int64], Validity)
  /// Never NaN and never infinite.
  case decimal([Double], Validity)
  /// 0 false, 1 true, 2 missing.
  case bool([UInt8])
  /// Days since 1970-01-01 in the proleptic Gregorian calendar; `Int32.min` is missing.
  case date([Int32])

  /// The missing date.
  public static let missingDate = Int32.min

  public var count: Int {
    switch self {
    case .text(let codes, _): codes.count
    case .int(let values, _): values.count
    case .decimal(let values, _): values.count
    case .bool(let values): values.count
    case .date(let values): values.count
    }
  }
}

/// One field of a collection in memory.
public enum Column: Sendable {
  /// `values.count` is the collection's row count.
  case scalar(Values)
  /// Row `r` has the elements `offsets[r] ..< offsets[r + 1]`. No element is missing.
  case list(offsets: [UInt32], elements: Values)
  /// The data is in the relation.
  case reference(RelationID)

  /// The texts of a column of texts, or of lists of texts.
  var dictionary: TextDictionary? {
    switch self {
    case .scalar(.text(_, let dictionary)), .list(_, .text(_, let dictionary)): dictionary
    default: nil
    }
  }
}
