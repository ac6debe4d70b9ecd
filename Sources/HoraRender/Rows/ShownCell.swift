// Comes in: a cell of a result. Goes out: its text for reading: of a table, a record, a list.

import HoraEngine

extension CellColumn {
  /// A cell as it is shown; nil where there is no value. Empty text is "" in quotes.
  func shown(_ row: Int) -> String? {
    guard let lists else { return element(row) }
    if lists[row] == lists[row + 1] { return nil }
    return (lists[row]..<lists[row + 1]).map { element(Int($0)) ?? "" }.joined(separator: "; ")
  }

  private func element(_ index: Int) -> String? {
    guard present[index] == 1 else { return nil }
    let text = String(decoding: value(index), as: UTF8.self)
    return text.isEmpty ? "\"\"" : DisplayWidth.visible(text)
  }
}
