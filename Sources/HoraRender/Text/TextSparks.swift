// Comes in: a result. Goes out: a line for each column of numbers: its name, its values in the order
// of the rows as blocks of eight heights, and from what to what they go. Where there are more rows
// than cells, a cell is the mean of its stretch of rows, and the line says so.

import HoraEngine

/// The numbers of one column in the order of the rows.
struct Spark {
  var name: String
  /// NaN where a value is missing.
  var values: [Double]

  var low: Double { values.filter { !$0.isNaN }.min() ?? .nan }
  var high: Double { values.filter { !$0.isNaN }.max() ?? .nan }

  static func all(of result: ResultSet) throws(PictureFault) -> [Spark] {
    let infos = result.columns.map(\.info)
    return try Picture.spark.columns(in: infos, result.options).values.compactMap { column in
      result.numbers(column).map {
        Spark(name: DisplayWidth.visible(infos[column].name), values: $0)
      }
    }
  }

  /// The means of `count` stretches of the values.
  func stretched(to count: Int) -> [Double] {
    guard values.count > count, count > 0 else { return values }
    return (0..<count).map { index in
      let part = values[(index * values.count / count)..<((index + 1) * values.count / count)]
      let there = part.filter { !$0.isNaN }
      return there.isEmpty ? .nan : there.reduce(0) { $0 + $1 / Double(there.count) }
    }
  }
}

enum TextSparks {
  static func draw(_ result: ResultSet, width: Int?) throws(PictureFault) -> String {
    let isASCII = result.options.isSet(.ascii)
    let blocks = Array(isASCII ? "_.-=+*%#" : "▁▂▃▄▅▆▇█")
    let sparks = try Spark.all(of: result)
    let rows = result.rowCount == 1 ? "1 row" : "\(Figures.shown(Double(result.rowCount))) rows"
    let title = (result.options.text(.title).map { $0 + " (" + rows + ")" }) ?? rows
    var lines = width.map { DisplayWidth.lines(title, width: max(8, $0)) } ?? [title]
    let longest = sparks.reduce(0) { max($0, DisplayWidth.of($1.name)) }
    let label = width.map { min(longest, max(3, $0 * 2 / 5)) } ?? longest
    for spark in sparks {
      let ends =
        spark.low.isNaN
        ? "no values" : "\(Figures.shown(spark.low)) to \(Figures.shown(spark.high))"
      let room = width.map { max(1, $0 - label - ends.count - 2) } ?? 120
      let range = spark.high - spark.low
      let shape = spark.stretched(to: room).map { value -> Character in
        if value.isNaN { return " " }
        guard range > 0, range.isFinite else { return blocks[3] }
        return blocks[min(7, max(0, Int((value - spark.low) / range * 7.999)))]
      }
      let means = spark.values.count > room ? ", means" : ""
      let line = DisplayWidth.padded(spark.name, label) + " " + String(shape) + " " + ends + means
      lines.append(width.map { DisplayWidth.cut(line, to: $0) } ?? line)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
