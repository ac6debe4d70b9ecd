// Comes in: a result. Goes out: a matrix of numbers with the names of its rows and columns, ordered
// so that what is alike stands together. From three columns (row, column, value), from a pivot, or
// from a column that holds many.

import HoraEngine

struct Matrix {
  var title: String
  var remark: String
  var rows: [String]
  var columns: [String]
  /// Row by row; NaN where there is nothing.
  var cells: [Double]

  subscript(row: Int, column: Int) -> Double { cells[row * columns.count + column] }

  /// More cells than anybody can read are no picture.
  static let most = 100_000

  var high: Double { cells.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) } }

  /// One of five shades, 1 to 5; 0 where there is nothing.
  func shade(_ value: Double) -> Int {
    guard value.isFinite, high > 0 else { return 0 }
    return value == 0 ? 0 : min(5, max(1, Int((abs(value) / high * 5).rounded(.up))))
  }

  /// Wider than any page, and not as high: its rows are better drawn as columns.
  var isBroad: Bool { columns.count > 30 && rows.count * 2 < columns.count }

  var turned: Matrix {
    var matrix = self
    matrix.rows = columns
    matrix.columns = rows
    matrix.cells = columns.indices.flatMap { column in rows.indices.map { self[$0, column] } }
    return matrix
  }

  var isWhole: Bool { cells.allSatisfy { $0.isNaN || $0 == $0.rounded() } }

  /// The numbers of a shade, as a legend says them.
  static func range(after before: Double?, to bound: Double, isWhole: Bool) -> String {
    let last = Figures.shown(bound)
    guard let before else { return "to \(last)" }
    if !isWhole { return "over \(Figures.shown(before)) to \(last)" }
    return before + 1 == bound ? last : "\(Figures.shown(before + 1))–\(last)"
  }

  var hasNegative: Bool { cells.contains { $0 < 0 } }

  /// The shades that occur, and up to which value each goes.
  var steps: [(shade: Int, bound: Double)] {
    var steps: [(shade: Int, bound: Double)] = []
    for shade in 1...5 where high > 0 {
      let bound = high * Double(shade) / 5
      let last = isWhole ? bound.rounded(.down) : bound
      if last > (steps.last?.bound ?? 0) { steps.append((shade, last)) }
    }
    return steps.count > 1 ? steps : []
  }

  init(_ result: ResultSet) throws(PictureFault) {
    let infos = result.columns.map(\.info)
    let places = try Picture.matrix.columns(in: infos, result.options)
    title = ""
    remark = ""
    rows = []
    columns = []
    cells = []
    guard let label = places.label else {
      throw PictureFault(
        code: 772, "a matrix needs a column for its rows and one for its columns", help: [])
    }
    var isOrdered = (rows: true, columns: true)
    if let across = places.columns {
      try long(result, label, across, places.values.first)
      isOrdered = (!isNatural(infos[label]), !isNatural(infos[across]))
    } else {
      try wide(result, label, places.values)
      // A pivot gives its columns in order, which numbers and dates keep.
      isOrdered = (!isNatural(infos[label]), !columns.allSatisfy { $0.first?.isNumber == true })
      if places.values.isEmpty {
        throw PictureFault(
          code: 772, "a matrix draws numbers, and no column of these rows has them",
          help: ["count or sum first, as in `summarize n = count() by …`"])
      }
    }
    let what = places.columns.map { infos[$0].name }
    let named =
      (places.columns == nil ? nil : places.values.first).map { infos[$0].name }
    title =
      result.options.text(.title)
      ?? [named, "\(infos[label].name)\(what.map { " × \($0)" } ?? "")"].compactMap { $0 }
      .joined(separator: ", ")
    remark = "\(rows.count) × \(columns.count)"
    if places.columns != nil, places.values.isEmpty { remark += ", rows counted" }
    if let unit = places.values.first.flatMap({ infos[$0].unit }) { remark += ", in \(unit)" }
    if result.options.text(.order) == "data" { return }
    if isOrdered.rows { order(rowsFirst: true) } else { sortRows(infos[label]) }
    if isOrdered.columns {
      order(rowsFirst: false)
    } else if places.columns != nil {
      sortColumns()
    }
    if isOrdered.rows || isOrdered.columns { remark += ", ordered by likeness" }
  }

  /// Years, dates and other numbers have an order of their own.
  private func isNatural(_ info: ColumnInfo) -> Bool {
    switch info.type {
    case .int, .decimal, .date, .interval, .duration: true
    default: false
    }
  }

  private static func checked(_ rows: Int, _ columns: Int) throws(PictureFault) {
    let (cells, isOver) = rows.multipliedReportingOverflow(by: columns)
    if isOver || cells > most {
      throw PictureFault(
        code: 775, "a matrix of \(rows) × \(columns) is too large to be read",
        help: ["keep fewer rows, with `where`, or `top N by …`"])
    }
  }

  private mutating func long(
    _ result: ResultSet, _ label: Int, _ across: Int, _ value: Int?
  ) throws(PictureFault) {
    let names = result.distinct(label)
    let keys = result.distinct(across)
    let numbers = value.flatMap { result.numbers($0) }
    let hasNone = (names.codes.contains(-1), keys.lists == nil && keys.codes.contains(-1))
    rows = names.labels.map(Matrix.shown) + (hasNone.0 ? ["(none)"] : [])
    columns = keys.labels.map(Matrix.shown) + (hasNone.1 ? ["(none)"] : [])
    try Matrix.checked(rows.count, columns.count)
    cells = [Double](repeating: .nan, count: rows.count * columns.count)
    for row in 0..<result.rowCount {
      let number = numbers?[row] ?? 1
      if number.isNaN { continue }
      for name in names.codes(row: row) {
        for key in keys.codes(row: row) {
          let place =
            Int(name < 0 ? Int32(rows.count - 1) : name) * columns.count
            + Int(key < 0 ? Int32(columns.count - 1) : key)
          cells[place] = (cells[place].isNaN ? 0 : cells[place]) + number
        }
      }
    }
  }

  private mutating func wide(
    _ result: ResultSet, _ label: Int, _ values: [Int]
  ) throws(PictureFault) {
    rows = result.labels(label)
    columns = values.map { Matrix.shown(result.columns[$0].info.name) }
    try Matrix.checked(rows.count, columns.count)
    let numbers = values.map { result.numbers($0) ?? [] }
    cells = (0..<result.rowCount).flatMap { row in
      numbers.map { $0.indices.contains(row) ? $0[row] : .nan }
    }
  }

  private static func shown(_ text: String) -> String {
    text.isEmpty ? "\"\"" : DisplayWidth.visible(text)
  }

  // MARK: Order

  private mutating func order(rowsFirst: Bool) {
    let lines =
      rowsFirst
      ? rows.indices.map { row in columns.indices.map { self[row, $0] } }
      : columns.indices.map { column in rows.indices.map { self[$0, column] } }
    let order = Seriation.order(lines)
    if rowsFirst { take(rows: order) } else { take(columns: order) }
  }

  private mutating func sortRows(_ info: ColumnInfo) {
    take(rows: Matrix.sorted(rows))
  }

  private mutating func sortColumns() { take(columns: Matrix.sorted(columns)) }

  /// Numbers by size, dates as they are written; (none) last.
  private static func sorted(_ names: [String]) -> [Int] {
    let keys = names.map { Double($0) }
    return names.indices.sorted { left, right in
      switch (keys[left], keys[right]) {
      case (let a?, let b?): return a == b ? left < right : a < b
      case (nil, nil):
        return names[left] == names[right] ? left < right : names[left] < names[right]
      default: return keys[left] != nil
      }
    }
  }

  private mutating func take(rows order: [Int]) {
    cells = order.flatMap { row in columns.indices.map { self[row, $0] } }
    rows = order.map { rows[$0] }
  }

  private mutating func take(columns order: [Int]) {
    cells = rows.indices.flatMap { row in order.map { self[row, $0] } }
    columns = order.map { columns[$0] }
  }
}
