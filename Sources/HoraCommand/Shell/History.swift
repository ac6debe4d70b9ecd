// Comes in: what was typed. Goes out: it is kept for the next session, in the place XDG names, readable by
// its owner only. Entries of several lines stay whole: each begins with the time it was typed.

import Hora

#if Readline
  @preconcurrency import CReadline
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct History {
  private static let most: Int32 = 10_000
  /// Nil where nothing can be kept.
  private var path: String?
  /// True where readline has the entries, too.
  private var isKept = false
  private(set) var entries: [String] = []

  /// One that is kept nowhere.
  init() {}

  /// - Parameter reporter: told where the file cannot be used; the session goes on without.
  init(_ reporter: Reporter) {
    guard let folder = UserFolders.state else { return }
    let file = folder + "/history"
    do {
      try UserFolders.make(folder)
      try UserFolders.makePrivate(file)
      path = file
    } catch let error as Output.WriteError {
      reporter.report(CommandMessages.noHistory(file, error.reason))
    } catch {}
    isKept = true
    guard let path else { return }
    #if Readline
      using_history()
      history_write_timestamps = 1
      history_comment_char = CChar(UInt8(ascii: "#"))
      read_history(path)
      stifle_history(History.most)
      // Cut only when it is far too long: other sessions may be writing.
      if history_length >= History.most { history_truncate_file(path, History.most / 2) }
      for place in 0..<history_length {
        if let entry = history_get(history_base + place), let line = entry.pointee.line {
          entries.append(String(cString: line))
        }
      }
    #endif
  }

  /// How the last entry that begins with a text goes on, up to its line's end.
  static func hint(for text: String, in entries: [String]) -> String? {
    guard !text.isEmpty, text.contains(where: { !$0.isWhitespace }),
      let entry = entries.last(where: { $0.hasPrefix(text) && $0.utf8.count > text.utf8.count })
    else { return nil }
    let rest = entry.dropFirst(text.count).prefix { $0 != "\n" }
    return rest.isEmpty ? nil : String(rest)
  }

  mutating func add(_ text: String) {
    guard entries.last != text else { return }
    entries.append(text)
    #if Readline
      guard isKept else { return }
      add_history(text)
      if let path { append_history(1, path) }
    #endif
  }
}
