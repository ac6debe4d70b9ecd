// Comes in: a chart of bars and the width of a terminal, if there is one. Goes out: lines, none of
// them wider: label, bar in eighths of a cell, value. Negative bars run to the left of an axis.

struct TextBars {
  let chart: BarChart
  /// Nil: labels are never cut, and the longest bar has 40 cells.
  let width: Int?
  /// The longest bar, where it is asked for.
  let cells: Int?
  let isASCII: Bool

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  var text: String {
    let head = "\(chart.title) (\(chart.remark))"
    var lines = width.map { DisplayWidth.lines(head, width: max(8, $0)) } ?? [head]
    let values = chart.values.map { $0.isNaN ? (isASCII ? "-" : "–") : Figures.shown($0) }
    let longest = chart.labels.reduce(0) { max($0, DisplayWidth.of($1)) }
    let valueWidth = values.reduce(0) { max($0, $1.count) }
    let label = width.map { min(longest, max(3, $0 * 2 / 5)) } ?? longest
    let room = width.map { max(1, $0 - label - valueWidth - 2) } ?? 40
    let most = min(cells ?? room, width == nil ? .max : room)
    let hasLeft = chart.values.contains { $0 < 0 }
    let hasRight = chart.values.contains { $0 > 0 }
    let left = !hasLeft ? 0 : hasRight ? most / 2 : most
    let right = most - left
    for (index, name) in chart.labels.enumerated() {
      let length = chart.length(chart.values[index])
      var line = DisplayWidth.padded(name, label) + " "
      if hasLeft {
        let bar = negative(length, left)
        line += String(repeating: " ", count: max(0, left - bar.count)) + bar
      }
      line += positive(length, right) + " " + values[index]
      while line.last == " " { line.removeLast() }
      lines.append(width.map { DisplayWidth.cut(line, to: $0) } ?? line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func positive(_ length: Double, _ most: Int) -> String {
    guard length > 0 else { return "" }
    if isASCII { return String(repeating: "#", count: max(1, whole(length, most))) }
    // What is there is seen: one eighth at the least.
    let eighths = max(1, Int((length * Double(most) * 8).rounded()))
    return String(repeating: "█", count: eighths / 8) + TextBars.eighths[eighths % 8]
  }

  /// There are no blocks that fill from the right but the half.
  private func negative(_ length: Double, _ most: Int) -> String {
    guard length < 0, most > 0 else { return "" }
    if isASCII { return String(repeating: "#", count: min(most, max(1, whole(-length, most)))) }
    let halves = max(1, Int((-length * Double(most) * 2).rounded()))
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }

  private func whole(_ length: Double, _ most: Int) -> Int {
    Int((length * Double(most)).rounded())
  }
}
