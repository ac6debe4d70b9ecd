// Answers of both sides as texts, and where two differ. Decimals are equal within 1e-9 of the larger.

/// An answer: names of columns, and rows of cells with any number of values.
struct Grid {
  struct Cell {
    var texts: [String]
    var isDecimal: Bool
  }
  var columns: [String]
  var rows: [[Cell]]

  init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  init(_ reply: Reply, _ model: Model) {
    columns = reply.columns
    rows = reply.rows.map { row in
      row.map { value in
        Cell(
          texts: value.atoms.map { atom in
            atom.entity.map { model.label($0) } ?? Evaluator.written(atom)
          }, isDecimal: value.kind == .decimal)
      }
    }
  }

  /// What differs first; nil where nothing does.
  func difference(from other: Grid) -> String? {
    if columns != other.columns { return "columns \(columns) and \(other.columns)" }
    if rows.count != other.rows.count { return "\(rows.count) and \(other.rows.count) rows" }
    for (place, (mine, theirs)) in zip(rows, other.rows).enumerated() {
      for (column, (a, b)) in zip(mine, theirs).enumerated() where !Grid.isSame(a, b) {
        return "row \(place + 1), \(columns[column]): \(a.texts) and \(b.texts)"
      }
    }
    return nil
  }

  private static func isSame(_ a: Cell, _ b: Cell) -> Bool {
    guard a.texts.count == b.texts.count else { return false }
    return zip(a.texts, b.texts).allSatisfy { a1, b1 in
      if a1 == b1 { return true }
      guard a.isDecimal || b.isDecimal, let x = Double(a1), let y = Double(b1) else { return false }
      return abs(x - y) <= 1e-9 * max(abs(x), abs(y)) || abs(x - y) < 1e-12
    }
  }

  var text: String {
    ([columns]
      + rows.map { row in
        row.map { $0.texts.isEmpty ? "∅" : $0.texts.joined(separator: "; ") }
      }).map { "  " + $0.joined(separator: " | ") }.joined(separator: "\n")
  }
}
