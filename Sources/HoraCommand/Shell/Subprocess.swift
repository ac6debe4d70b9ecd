// Comes in: a line for the system's shell. Goes out: it was run, or why not. Editors, pagers, and commands
// that an answer is sent to.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum Subprocess {
  /// Runs a line with the terminal as its own.
  /// - Returns: nil where it went well.
  static func run(_ line: String) -> String? {
    let status = withDefaultPipe { system(line) }
    Signals.taken()
    return status == 0 ? nil : reason(status)
  }

  /// Runs a line with bytes as its input.
  static func run(_ line: String, input: [UInt8]) -> String? {
    let status = withDefaultPipe { () -> Int32 in
      guard let pipe = popen(line, "w") else { return -1 }
      // One that reads only the beginning, as `head` does, is no failure.
      signal(SIGPIPE, SIG_IGN)
      _ = input.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pipe) }
      return pclose(pipe)
    }
    Signals.taken()
    return status == 0 ? nil : reason(status)
  }

  /// A child ends quietly when nobody reads it, as it would without us.
  private static func withDefaultPipe(_ body: () -> Int32) -> Int32 {
    signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, SIG_IGN) }
    return body()
  }

  private static func reason(_ status: Int32) -> String {
    if status == -1 { return String(cString: strerror(errno)) }
    let signal = status & 0x7F
    return signal == 0 ? "it ended with \(status >> 8 & 0xFF)" : "it was ended by signal \(signal)"
  }

  /// For the system's shell.
  static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// A file that only its owner may read.
  static func temporaryFile(_ bytes: [UInt8]) -> String? {
    let folder = Output.environment("TMPDIR") ?? "/tmp"
    var name = Array((folder + "/hora-XXXXXX.hora").utf8CString)
    let file = mkstemps(&name, 5)
    guard file >= 0 else { return nil }
    close(file)
    let path = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do { try Output.save(bytes, to: path) } catch { return nil }
    return path
  }

  static func remove(_ path: String) { unlink(path) }
}
