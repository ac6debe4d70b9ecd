// Comes in: an answer, what the command line asks for and what `show` asks for. Goes out: its bytes,
// or a message why it cannot be written so.

import Hora
import HoraRender

enum Presenting {
  /// What an answer is written as. The command line's own option goes first; then `show`, unless it
  /// names a picture: on what that is drawn, or that it is data after all, is said by the file.
  /// - Parameters:
  ///   - given: from `--format`.
  ///   - ending: from the ending of the file that answers go to.
  static func format(_ result: ResultSet, given: Format?, ending: Format?) -> Format {
    if let given { return given }
    guard let asked = result.format else { return ending ?? .table }
    if let ending, ending != .table, asked.isPictureWord { return ending }
    return asked
  }

  static func bytes(
    _ result: ResultSet, as format: Format, _ options: RenderOptions, _ reporter: Reporter
  ) throws -> [UInt8] {
    do {
      return try render(result, as: format, options: options)
    } catch {
      reporter.report(CommandMessages.picture(error))
      throw Failure.run
    }
  }
}
