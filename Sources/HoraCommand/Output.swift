// Comes in: bytes. Goes out: they are on standard output or standard error. The one place that
// writes; a closed output ends the command quietly, as other tools do.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum Output {
  /// A closed pipe gives an error from `write` instead of a signal.
  static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

  static func write(_ bytes: [UInt8]) { send(bytes, to: 1) }

  static func error(_ text: String) { send(Array(text.utf8), to: 2) }

  /// Writes a file; nil where that worked, else the system's reason.
  static func save(_ bytes: [UInt8], to path: String) -> String? {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { return String(cString: strerror(errno)) }
    defer { close(file) }
    return put(bytes, file) ? nil : String(cString: strerror(errno))
  }

  /// The rest of standard input.
  static func readInput() -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count > 0 {
        result.append(contentsOf: buffer[0..<count])
      } else if count == 0 || errno != EINTR {
        return result
      }
    }
  }

  /// A file's bytes, or the system's reason why not.
  static func readFile(_ path: String) -> Result<[UInt8], ReadError> {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return .failure(ReadError(reason: String(cString: strerror(errno)))) }
    defer { close(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count > 0 {
        result.append(contentsOf: buffer[0..<count])
      } else if count == 0 {
        return .success(result)
      } else if errno != EINTR {
        return .failure(ReadError(reason: String(cString: strerror(errno))))
      }
    }
  }

  struct ReadError: Error { var reason: String }

  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  /// Columns of the terminal; `COLUMNS` where it is set.
  static var terminalWidth: Int {
    if let text = getenv("COLUMNS"), let width = Int(String(cString: text)), width > 0 {
      return width
    }
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 80
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func finish() { fflush(nil) }

  static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }

  private static func send(_ bytes: [UInt8], to file: Int32) {
    // The reader has gone: what a signal would have done.
    if !put(bytes, file) && errno == EPIPE { exit(141) }
  }

  private static func put(_ bytes: [UInt8], _ file: Int32) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      var sent = 0
      while sent < buffer.count {
        #if canImport(Glibc)
          let count = Glibc.write(file, base + sent, buffer.count - sent)
        #elseif canImport(Musl)
          let count = Musl.write(file, base + sent, buffer.count - sent)
        #else
          let count = Darwin.write(file, base + sent, buffer.count - sent)
        #endif
        if count >= 0 {
          sent += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
