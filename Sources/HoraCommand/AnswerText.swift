// Comes in: the results of a program, in order. Goes out: what is printed of each: data, and notes beside
// it. It must not write anything.

import Hora
import HoraRender

struct AnswerText {
  var format: Format
  /// True where the command line names a format: it goes before `show`.
  var isFormatGiven = false
  private var previous = Previous.nothing

  private enum Previous { case nothing, message, answer }

  init(format: Format) { self.format = format }

  /// The next answer is the first again: nothing sets it off from the one before.
  mutating func startAgain() { previous = .nothing }

  mutating func data(of result: ResultSet, _ options: RenderOptions) -> [UInt8] {
    // A table needs air between it and the one before; a message before it is its title.
    let air: [UInt8] = format == .table && previous == .answer && !result.isScalar ? [10] : []
    previous = .answer
    // `show` asks for a format; the command line's own option goes before it.
    let asked = isFormatGiven ? nil : result.format.flatMap { Format(rawValue: $0) }
    return air + render(result, as: asked ?? format, options: options)
  }

  /// A line of `print`, set off from the table before it.
  mutating func message(_ text: String) -> [UInt8] {
    let air: [UInt8] = format == .table && previous == .answer ? [10] : []
    previous = .message
    return air + Array((text + "\n").utf8)
  }

  /// The size of an answer, and its footnotes.
  func notes(of result: ResultSet) -> [String] {
    let size = result.rowCount == 1 ? "1 row" : "\(result.rowCount) rows"
    return (format == .table && !result.isScalar ? [size] : []) + result.footnotes
  }

  static func saved(_ file: String) -> String { "saved \(file)" }
}
