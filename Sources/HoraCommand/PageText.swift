// Comes in: lines for people, some of them in columns, and the width of a terminal. Goes out: the same, broken at
// blanks; what is broken off stands below the column it comes from. Pure.

import Hora
import HoraRender

enum PageText {
  static func fitted(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(String($0), width) }.joined(separator: "\n")
  }

  private static func lines(_ line: String, _ width: Int) -> [String] {
    // What is coloured was broken before it was.
    guard TextWidth.width(of: line) > width, !line.contains("\u{1B}") else { return [line] }
    let hanging = hanging(line, width)
    let words = String(line.drop { $0 == " " })
    // What stands far to the right has no room there.
    let lead = String(repeating: " ", count: min(line.count - words.count, width / 2))
    let first = broken(words, width: max(1, width - lead.count)).first ?? ""
    // A second column that does not begin in the first line begins below it.
    let rest = String(words.dropFirst(first.count).drop { $0 == " " })
    let indent = String(repeating: " ", count: hanging)
    return [lead + first]
      + (rest.isEmpty ? [] : broken(rest, width: max(1, width - hanging)).map { indent + $0 })
  }

  /// Where the second column begins, or a little behind where the line begins.
  private static func hanging(_ line: String, _ width: Int) -> Int {
    let lead = line.prefix { $0 == " " }.count
    let own = min(lead + 2, width / 2)
    guard let gap = line.dropFirst(lead).firstRange(of: "  ") else { return own }
    let second = line[gap.lowerBound...].drop { $0 == " " }.startIndex
    let column = TextWidth.width(of: String(line[..<second]))
    return column <= width / 2 ? column : own
  }
}
