// Comes in: the path of a page of Documentation/, which the binary carries. Goes out: its text, and the
// text as it is shown: headings without marks, programs indented.

import CDocumentation

enum Documentation {
  struct Page {
    /// Inside Documentation/: "diagnostics/H0301.md".
    var path: String
    var text: String

    /// The first heading.
    var title: String {
      let line = text.split(separator: "\n").first { $0.hasPrefix("# ") } ?? ""
      return String(line.dropFirst(2))
    }
  }

  static func page(_ path: String) -> Page? { pages { $0 == path }.first }

  /// The pages whose paths begin so, by path.
  static func pages(under folder: String) -> [Page] { pages { $0.hasPrefix(folder) } }

  private static func pages(where isWanted: (String) -> Bool) -> [Page] {
    var count = 0
    guard let table = hora_documentation(&count) else { return [] }
    var result: [Page] = []
    for index in 0..<count {
      let path = String(cString: table[index].path)
      guard isWanted(path) else { continue }
      let bytes = UnsafeBufferPointer(start: table[index].bytes, count: table[index].length)
      result.append(Page(path: path, text: String(decoding: bytes, as: UTF8.self)))
    }
    return result
  }

  /// A page for a terminal or a pipe.
  static func shown(_ page: Page, colour: Bool) -> String {
    var lines: [String] = []
    var isProgram = false
    for line in page.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isProgram.toggle()
        continue
      }
      if isProgram {
        lines.append(line.isEmpty ? "" : "    " + line)
      } else if line.hasPrefix("#") {
        let words = String(line.drop { $0 == "#" || $0 == " " })
        lines.append(colour ? "\u{1B}[1m\(words)\u{1B}[0m" : words)
      } else {
        lines.append(String(line))
      }
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
