// Comes in: a printed query while it runs. Goes out: how many rows each operator left, and the
// rows behind its filters. Only what answers need to explain themselves; nothing is computed here.

struct QueryTrace {
  /// Rows of the source, then after each operator.
  private(set) var rows: [Int]
  /// The frames after filters that a footnote may ask about, by place of the operator.
  var kept: [Int: Frame] = [:]

  /// True where rows were never all there at once: what is behind a filter cannot be looked at.
  private(set) var isStreamed = false

  init(source: Int) { rows = [source] }

  init(streamed rows: [Int]) {
    self.rows = rows
    isStreamed = true
  }

  /// - Parameter place: the operator's; nil where the rows are not kept.
  mutating func note(_ frame: Frame, after place: Int?, _ kind: Operator) {
    rows.append(frame.count)
    // A frame shares its columns: keeping it copies nothing.
    if let place, case .filter = kind { kept[place] = frame }
  }
}
