// Comes in: a printed query while it runs. Goes out: how many rows each operator left, and the
// rows behind its filters. Only what answers need to explain themselves; nothing is computed here.

struct QueryTrace {
  /// Rows of the source, then after each operator.
  private(set) var rows: [Int]
  /// The frames after filters that a footnote may ask about, by place of the operator.
  var kept: [Int: Frame] = [:]

  init(source: Int) { rows = [source] }

  mutating func note(_ frame: Frame, after place: Int, _ kind: Operator) {
    rows.append(frame.count)
    // A frame shares its columns: keeping it copies nothing.
    if case .filter = kind { kept[place] = frame }
  }
}
