// Comes in: the last frame of a query. Goes out: columns that a host or a renderer reads.

/// One column of a result.
public struct ResultColumn: Sendable {
  public var info: ColumnInfo
  /// One value, or one list, a row.
  public var values: Vector
  public init(info: ColumnInfo, values: Vector) {
    self.info = info
    self.values = values
  }
}

/// The rows of one query: columns of equal length.
public struct ResultSet: Sendable {
  public var columns: [ResultColumn]
  public var rowCount: Int
  /// True for the value of an expression: one row, one cell.
  public var isScalar: Bool
  /// What the reader should know about the answer, in order.
  public var footnotes: [String]
  /// The format that `show` asked for; hosts may ignore it.
  public var format: Format?
  /// What stands behind the format.
  public var options = ShowOptions()
  /// The files that `save` asks for, as written; the host writes them.
  public var files: [String] = []
  /// Entities in cells are written by the names of this network.
  public var network: Network

  public init(
    columns: [ResultColumn], rowCount: Int, isScalar: Bool, footnotes: [String],
    format: Format? = nil, network: Network
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.isScalar = isScalar
    self.footnotes = footnotes
    self.format = format
    self.network = network
  }

  /// Some of the rows. Footnotes speak of the whole and stay.
  /// - Parameter rows: cut to the rows there are.
  public func slice(_ rows: Range<Int>) -> ResultSet {
    let rows = rows.clamped(to: 0..<rowCount)
    var part = self
    part.rowCount = rows.count
    part.columns = columns.map {
      ResultColumn(info: $0.info, values: $0.values.expanded.slice(rows))
    }
    return part
  }

  /// A cell as text, as it is written in data formats: dates in ISO form, decimals in the shortest
  /// form that reads back the same, entities by display name, lists joined by "; ".
  /// Nil where there is no value.
  public func text(row: Int, column: Int) -> String? {
    let column = columns[column]
    return ValueText.text(column.values, row, column.info.type, network)
  }
}

/// Values as text.
public enum ValueText {
  /// Nil where the value is missing; "" for an empty list.
  public static func text(
    _ vector: Vector, _ row: Int, _ type: ValueType, _ network: Network
  ) -> String? {
    switch vector {
    case .repeated(let one, _): return text(one, 0, type, network)
    case .entity(let rows):
      guard rows[row] >= 0, case .entity(let collection) = type else { return nil }
      return EntityNames.label(network, collection, rows[row])
    case .list(let offsets, let elements):
      let parts = (offsets[row]..<offsets[row + 1]).map {
        text(elements, Int($0), type, network) ?? ""
      }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    default: return plain(vector, row)
    }
  }

  /// A value that is no entity; nil where it is missing.
  static func plain(_ vector: Vector, _ row: Int) -> String? {
    switch vector {
    case .bool(let v): return v[row] == 2 ? nil : v[row] == 1 ? "true" : "false"
    case .int(let v, let mask): return !mask.isEmpty && mask[row] == 0 ? nil : String(v[row])
    case .decimal(let v, let mask):
      return !mask.isEmpty && mask[row] == 0 ? nil : decimal(v[row])
    case .text(let codes, let dictionary):
      return codes[row] < 0 ? nil : dictionary.string(codes[row])
    case .date(let v): return v[row] == Values.missingDate ? nil : CivilDate(days: v[row]).text
    case .interval(let a, let b):
      return a[row] == Values.missingDate
        ? nil : CivilDate(days: a[row]).text + ".." + CivilDate(days: b[row]).text
    case .duration(let months, let days, let mask):
      if !mask.isEmpty && mask[row] == 0 { return nil }
      var parts: [String] = []
      if months[row] != 0 { parts.append("\(months[row])mo") }
      if days[row] != 0 || parts.isEmpty { parts.append("\(days[row])d") }
      return parts.joined(separator: " ")
    case .entity, .nothing: return nil
    case .list: return nil
    case .repeated(let one, _): return plain(one, 0)
    }
  }

  /// The shortest text that reads back as the same number, without an exponent where it is short.
  public static func decimal(_ value: Double) -> String {
    if value == 0 { return "0" }
    if abs(value) < 1e15, value == value.rounded() { return String(Int64(value)) }
    let text = value.description
    guard let e = text.firstIndex(of: "e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    guard let exponent = Int(text[text.index(after: e)...]), (-12..<21).contains(exponent) else {
      return text
    }
    // Write the digits out: 5e-05 is 0.00005.
    var digits = String(text[..<e])
    let negative = digits.hasPrefix("-")
    if negative { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let all = whole + fraction
    let point = whole.utf8.count + exponent
    let result: String
    if point <= 0 {
      result = "0." + String(repeating: "0", count: -point) + all
    } else if point >= all.utf8.count {
      result = all + String(repeating: "0", count: point - all.utf8.count)
    } else {
      let cut = all.index(all.startIndex, offsetBy: point)
      result = all[..<cut] + "." + all[cut...]
    }
    return (negative ? "-" : "") + result
  }
}
