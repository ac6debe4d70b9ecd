// Comes in: a result and the columns of its bars, or of its histogram. Goes out: labelled numbers
// with their titles, ready to be drawn in text or as SVG.

import HoraEngine

/// One chart of bars.
struct BarChart {
  var title: String
  /// What is said beside the title: rows, unit, scale.
  var remark: String
  var labels: [String]
  /// NaN where the value is missing.
  var values: [Double]
  var isLogarithmic = false

  /// The place of a value between nothing (0) and the longest bar (1, or -1).
  func length(_ value: Double) -> Double {
    let largest = values.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) }
    guard value.isFinite, largest > 0 else { return 0 }
    guard isLogarithmic else { return value / largest }
    let smallest = values.reduce(largest) { $1.isNaN || $1 == 0 ? $0 : min($0, abs($1)) }
    // The ratio of the largest and smallest decimals is none.
    let most = min(largest / smallest, 1e300)
    let size = Figures.log2(1 + min(abs(value) / smallest, most)) / Figures.log2(1 + most)
    return value < 0 ? -size : size
  }

  static func charts(of result: ResultSet) throws(PictureFault) -> [BarChart] {
    let infos = result.columns.map(\.info)
    let columns = try Picture.bars.columns(in: infos, result.options)
    let labels =
      columns.label.map { result.labels($0) } ?? (0..<result.rowCount).map { "\($0 + 1)" }
    return columns.values.compactMap { column in
      guard let values = result.numbers(column) else { return nil }
      let by = columns.label.map { " by \(infos[$0].name)" } ?? ""
      return BarChart(
        title: result.options.text(.title) ?? "\(infos[column].name)\(by)",
        remark: remark(result.rowCount, values, infos[column].unit, result.options.isSet(.log)),
        labels: labels, values: values, isLogarithmic: result.options.isSet(.log))
    }
  }

  private static func remark(
    _ rows: Int, _ values: [Double], _ unit: String?, _ isLogarithmic: Bool
  ) -> String {
    let missing = values.count { $0.isNaN }
    var parts = [rows == 1 ? "1 row" : "\(Figures.shown(Double(rows))) rows"]
    if let unit { parts.insert("in \(DisplayWidth.visible(unit))", at: 0) }
    if missing > 0 { parts.append("\(Figures.shown(Double(missing))) without a value") }
    if isLogarithmic { parts.append("logarithmic scale") }
    return parts.joined(separator: ", ")
  }

  // MARK: Histograms

  /// Numbers counted in stretches of equal width.
  static func histograms(of result: ResultSet) throws(PictureFault) -> [BarChart] {
    let infos = result.columns.map(\.info)
    let columns = try Picture.hist.columns(in: infos, result.options)
    return columns.values.compactMap { column in
      guard let all = result.numbers(column) else { return nil }
      let values = all.filter { !$0.isNaN }
      let (labels, counts, scale) = stretches(
        values, wanted: result.options.number(.bins), isWhole: infos[column].type == .int)
      let unit = [scale, infos[column].unit].compactMap { $0 }.joined(separator: " of ")
      return BarChart(
        title: result.options.text(.title) ?? "\(infos[column].name), how many rows",
        remark: remark(result.rowCount, all, unit.isEmpty ? nil : unit, false), labels: labels,
        values: counts)
    }
  }

  private static func stretches(
    _ values: [Double], wanted: Int?, isWhole: Bool
  ) -> (labels: [String], counts: [Double], scale: String?) {
    guard let low = values.min(), let high = values.max() else { return ([], [], nil) }
    // Halves first: the range of the largest and smallest decimals does not fit a decimal.
    let range = min(high / 2 - low / 2, 1e300) * 2
    // Sturges' rule, unless said.
    let parts = wanted ?? max(1, Int(Figures.log2(Double(values.count)).rounded(.up)) + 1)
    var step = Figures.step(range, parts: parts)
    if isWhole { step = max(1, step) }
    let first = (low / step).rounded(.down)
    let count = min(400, Int(min(1e6, (high / step).rounded(.down) - first)) + 1)
    var counts = [Double](repeating: 0, count: max(1, count))
    for value in values {
      let place = Int(min(Double(counts.count - 1), max(0, (value / step).rounded(.down) - first)))
      counts[place] += 1
    }
    // Large bounds are whole millions or thousands: so they are read, and fit.
    let scales = [(1e12, "trillions"), (1e9, "billions"), (1e6, "millions"), (1e4, "thousands")]
    let scale = step < 1e15 ? scales.first { step >= $0.0 } : nil
    let unit = scale.map { $0.0 == 1e4 ? 1e3 : $0.0 } ?? 1
    let labels = counts.indices.map { index in
      let start = (first + Double(index)) * step
      if isWhole, scale == nil {
        return step == 1
          ? Figures.shown(start)
          : "\(Figures.shown(start))–\(Figures.shown(start + step - 1))"
      }
      return "\(Figures.shown(start / unit)) to \(Figures.shown((start + step) / unit))"
    }
    return (labels, counts, scale?.1)
  }
}

extension ResultSet {
  /// What each row of a column is called; text from data can do nothing in a picture.
  func labels(_ column: Int) -> [String] {
    let values = distinct(column)
    let shown = values.labels.map { $0.isEmpty ? "\"\"" : DisplayWidth.visible($0) }
    return (0..<rowCount).map { row in
      let codes = values.codes(row: row).filter { $0 >= 0 }
      return codes.isEmpty ? "(none)" : codes.map { shown[Int($0)] }.joined(separator: "; ")
    }
  }
}
