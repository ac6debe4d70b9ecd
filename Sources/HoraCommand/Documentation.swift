// Comes in: the path of a page of Documentation/, which the binary carries. Goes out: its text. How it is
// shown is MarkdownText's.

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

    /// The path without folders and ending: "count".
    var name: String { String((path.split(separator: "/").last ?? "").dropLast(3)) }

    /// As much of the path as no other page has: "functions/count".
    var key: String {
      path.split(separator: "/").suffix(2).joined(separator: "/").dropLast(3).description
    }
  }

  /// The pages of a folder, without those of folders in it; not the list of contents, which `hora help` is.
  static func pages(in folder: String) -> [Page] {
    pages {
      $0.hasPrefix(folder) && !$0.dropFirst(folder.count).contains("/") && $0 != "index.md"
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
}
