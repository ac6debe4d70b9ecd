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

  /// - Throws: where the picture that is asked for cannot be drawn from these rows.
  mutating func data(
    of result: ResultSet, _ options: RenderOptions
  ) throws(PictureFault) -> [UInt8] {
    // A table needs air between it and the one before; a message before it is its title.
    let air: [UInt8] = format == .table && previous == .answer && !result.isScalar ? [10] : []
    let format = written(result)
    if format.isDocument, previous != .nothing {
      throw PictureFault(
        code: 777, "one file of \(format.rawValue) holds one answer, and this is another",
        help: ["give each a file of its own with `save`, or put them into a text for `hora report`"]
      )
    }
    previous = .answer
    return air + (try render(result, as: format, options: options))
  }

  /// What an answer is written as. The command line's own option goes first; then `show`, unless it
  /// names a picture: whether that is drawn, or is data after all, is for the ending of the file.
  private func written(_ result: ResultSet) -> Format {
    guard !isFormatGiven, let asked = result.format else { return format }
    return asked.isPictureWord && format != .table ? format : asked
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
    // A picture says it in its head.
    let isSized = format == .table && !result.isScalar && !written(result).isPictureWord
    return (isSized ? [size] : []) + result.footnotes
  }

  static func saved(_ file: String) -> String { "saved \(file)" }
}
