// Comes in: the table whose rows a derived path goes through first. Goes out: what such a row says of the
// links it makes, by columns called `kind`, `source`, `evidence`, `date`, `weight`: a survey's answers, an
// expert's list. It must not guess.

import HoraEngine

struct StatedEvidence {
  private let table: TableDraft
  private let kind: Int?
  private let source: Int?
  private let evidence: Int?
  private let date: Int?
  private let weight: Int?

  init(_ table: TableDraft, isLink: Bool) {
    func place(_ name: String, _ fits: (ScalarType) -> Bool) -> Int? {
      guard let place = table.column(named: name), !table.columns[place].isList,
        fits(table.columns[place].type)
      else { return nil }
      return place
    }
    self.table = table
    // The kind of a project is not the kind of what is known of it.
    kind = isLink ? place("kind") { $0 == .text } : nil
    source = place("source") { $0 == .text }
    evidence = place("evidence") { $0 == .text }
    date = place("date") { $0 == .date }
    weight = place("weight") { $0 == .int || $0 == .decimal }
  }

  /// True where the rows say of what kind their links are: then they stand for evidence of their own.
  var saysKind: Bool { kind != nil }

  func kind(_ row: Int) -> String? { text(kind, row) }
  func source(_ row: Int) -> String? { text(source, row) }
  func evidence(_ row: Int) -> String? { text(evidence, row) }

  private func text(_ place: Int?, _ row: Int) -> String? {
    guard let place, !table.columns[place].values.isMissing(row) else { return nil }
    return table.columns[place].values.cellText(row)
  }

  func date(_ row: Int) -> Int32 {
    guard let date, case .date(let days) = table.columns[date].values else {
      return Values.missingDate
    }
    return days[row]
  }

  func weight(_ row: Int) -> Double {
    guard let weight, !table.columns[weight].values.isMissing(row) else { return 1 }
    switch table.columns[weight].values {
    case .int(let values, _): return Double(values[row])
    case .decimal(let values, _): return values[row]
    default: return 1
    }
  }
}
