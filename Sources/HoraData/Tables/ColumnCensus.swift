// Comes in: the cells of a column without a declared type. Goes out: what it holds, from all rows. It must
// not change or keep a cell.

import HoraEngine

/// How many cells of a column look like what.
struct ColumnCensus {
  enum Class: Int {
    case int, leadingZero, point, comma, iso, slashYear, dotDay, slashDay, dateTime, word, token,
      other
  }

  enum Verdict {
    case int, decimal, decimalComma, flag, bool, dateTime, text
    case date(Numbers.DateOrder, UInt8)
    case ambiguous(String)
    case mostly(String)
  }

  private var counts = [Int](repeating: 0, count: 12)
  private var total = 0
  /// All of `12,345` form, so that the comma may part thousands.
  private var commaMayBeGroup = true
  private var onlyZeroOne = true
  private var maxFirst = 0
  private var maxSecond = 0
  private var allMidnight = true
  private var gaveUp = false

  static func of(
    _ table: CellTable, _ column: Int, isMissing: (CellPlace) -> Bool
  ) -> ColumnCensus {
    var census = ColumnCensus()
    for row in 0..<table.rowCount {
      let place = table.place(row, column)
      if isMissing(place) { continue }
      census.total += 1
      let kind = census.classify(table, place)
      census.counts[kind.rawValue] += 1
      // Plain text is known early: no later cell can make it numbers.
      if kind == .other, census.total >= 256, census.counts[Class.other.rawValue] * 2 > census.total
      {
        census.gaveUp = true
        break
      }
    }
    return census
  }

  /// True where a cell is what most of its column is; see ``Verdict/mostly(_:)``.
  static func isOrdinary(_ table: CellTable, _ place: CellPlace, what: String) -> Bool {
    var census = ColumnCensus()
    switch census.classify(table, place) {
    case .int, .point: return what == "mostly numbers"
    case .iso, .slashYear, .dotDay, .slashDay: return what == "mostly dates"
    default: return false
    }
  }

  private mutating func classify(_ table: CellTable, _ place: CellPlace) -> Class {
    var cell = table.bytes(place)
    if let first = cell.first, let last = cell.last, first <= 0x20 || last <= 0x20 {
      var (low, high) = (0, cell.count)
      while low < high, cell[low] <= 0x20 { low += 1 }
      while high > low, cell[high - 1] <= 0x20 { high -= 1 }
      cell = UnsafeBufferPointer(rebasing: cell[low..<high])
    }
    guard let first = cell.first else { return .token }
    let isDigit = first &- 0x30 <= 9
    // Most dates are written so; numbers are tried after them.
    if isDigit, cell.count == 10, cell[4] == 0x2D,
      Numbers.date(cell, .yearFirst, mark: 0x2D) != nil
    {
      return .iso
    }
    if isDigit || first == 0x2D || first == 0x2B || first == 0x2E {
      // A JSON text stays a text, but dates can only be texts.
      let isText = table.format == .json && place.isQuoted
      if !isText {
        if Numbers.int(cell) != nil {
          let digits = first == 0x2D || first == 0x2B ? 1 : 0
          if cell.count > digits + 1, cell[digits] == 0x30 { return .leadingZero }
          if cell.count != 1 || cell[0] > 0x31 { onlyZeroOne = false }
          return .int
        }
        onlyZeroOne = false
        if Numbers.decimal(cell, mark: 0x2E) != nil { return .point }
        if Numbers.decimal(cell, mark: 0x2C) != nil {
          noteComma(cell)
          return .comma
        }
      }
      if isDigit, cell.count >= 8, cell.count <= 10 {
        if Numbers.date(cell, .yearFirst, mark: 0x2D) != nil { return .iso }
        if Numbers.date(cell, .yearFirst, mark: 0x2F) != nil { return .slashYear }
        if Numbers.date(cell, .dayFirst, mark: 0x2E) != nil { return .dotDay }
        if isSlashDay(cell) { return .slashDay }
      }
      if isDigit, let (_, midnight) = Numbers.dateTime(cell) {
        if !midnight { allMidnight = false }
        return .dateTime
      }
    }
    if table.format == .json && place.isQuoted { return .other }
    if cell.count <= 5, Numbers.bool(cell) != nil { return .word }
    if cell.count <= 6, Numbers.isMissingToken(cell) { return .token }
    return .other
  }

  private mutating func noteComma(_ cell: UnsafeBufferPointer<UInt8>) {
    guard let comma = cell.firstIndex(of: 0x2C) else { return }
    let before = comma - (cell[0] == 0x2D || cell[0] == 0x2B ? 1 : 0)
    if cell.count - comma != 4 || before == 0 || before > 3 || cell[comma - before] == 0x30 {
      commaMayBeGroup = false
    }
  }

  private mutating func isSlashDay(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard
      Numbers.date(cell, .dayFirst, mark: 0x2F) != nil
        || Numbers.date(cell, .monthFirst, mark: 0x2F) != nil
    else { return false }
    let parts = cell.split(separator: 0x2F).map { part in
      part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    maxFirst = max(maxFirst, parts[0])
    maxSecond = max(maxSecond, parts[1])
    return true
  }

  func verdict(name: String) -> Verdict {
    func count(_ kind: Class) -> Int { counts[kind.rawValue] }
    let known = total - count(.token)
    if gaveUp || known == 0 { return .text }
    let folded = Fold.of(name)
    if count(.int) == known {
      let isNamedSo = folded.hasPrefix("is_") || folded.hasPrefix("has_")
      return isNamedSo && onlyZeroOne ? .flag : .int
    }
    if count(.int) + count(.point) == known { return .decimal }
    if count(.comma) > 0, count(.int) + count(.comma) == known {
      return commaMayBeGroup
        ? .ambiguous("the comma may part thousands or decimals") : .decimalComma
    }
    if count(.word) == known { return .bool }
    if count(.iso) == known { return .date(.yearFirst, 0x2D) }
    if count(.slashYear) == known { return .date(.yearFirst, 0x2F) }
    if count(.dotDay) == known { return .date(.dayFirst, 0x2E) }
    if count(.slashDay) == known {
      if maxFirst > 12, maxSecond <= 12 { return .date(.dayFirst, 0x2F) }
      if maxSecond > 12, maxFirst <= 12 { return .date(.monthFirst, 0x2F) }
      return .ambiguous("day and month cannot be told apart")
    }
    if count(.iso) + count(.dateTime) == known, allMidnight { return .dateTime }
    if known >= 5 {
      if (count(.int) + count(.point) + count(.comma)) * 5 >= known * 4, count(.leadingZero) == 0 {
        return .mostly("mostly numbers")
      }
      let dates = count(.iso) + count(.slashYear) + count(.dotDay) + count(.slashDay)
      if dates * 5 >= known * 4 { return .mostly("mostly dates") }
    }
    return .text
  }
}
