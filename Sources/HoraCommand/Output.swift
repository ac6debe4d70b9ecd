// Comes in: bytes. Goes out: they are on standard output or standard error. The one place that
// reads and writes outside the loader; a closed pipe ends the command quietly, as other tools do.

import HoraRender

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

  /// Data, to standard output. A reader that has gone ends the command as a signal would; any
  /// other failure is said, as part of the answer is lost.
  static func write(_ bytes: [UInt8]) throws {
    if put(bytes, 1) { return }
    if errno == EPIPE { exit(141) }
    throw WriteError(reason: reason())
  }

  /// What an editor paints, to standard output; where that is gone there is nobody to see it.
  static func terminal(_ text: String) { _ = put(Array(text.utf8), 1) }

  /// Data for somebody who watches. Ctrl-C while it is written leaves the rest out.
  static func writeWatched(_ bytes: [UInt8]) throws {
    let before = Signals.interrupts.load(ordering: .relaxed)
    var rest = bytes[...]
    while !rest.isEmpty, Signals.interrupts.load(ordering: .relaxed) == before {
      try write(Array(rest.prefix(8192)))
      rest = rest.dropFirst(8192)
    }
  }

  /// Messages, to standard error. Where that is closed there is nobody to tell.
  static func error(_ text: String) { _ = put(Array(text.utf8), 2) }

  /// Sentences, to standard error; broken at words where that is a terminal.
  static func note(_ text: String) { error(wrapped(text, 2)) }

  /// What a page of the manual is broken to.
  static var pageWidth: Int { isTerminal(1) ? terminalWidth(1) : 80 }

  /// While the parser of arguments writes: it cannot break lines to less than it indents them by, and a
  /// debug build of it traps there.
  static func whileWide<Result>(_ body: () -> Result) -> Result {
    let before = environment("COLUMNS")
    setenv("COLUMNS", String(max(60, pageWidth)), 1)
    defer { if let before { setenv("COLUMNS", before, 1) } else { unsetenv("COLUMNS") } }
    return body()
  }

  /// Lines for people, to standard output.
  static func page(_ text: String) throws { try write(Array(fitted(text, 1).utf8)) }

  /// Lines for people, no wider than the terminal, where there is one.
  static func fitted(_ text: String, _ file: Int32) -> String {
    isTerminal(file) ? PageText.fitted(text, width: terminalWidth(file)) : text
  }

  /// A page in Markdown, to standard output.
  static func show(_ page: String, _ messages: MessageOptions) throws {
    try self.page(MarkdownText.shown(page, width: pageWidth, colour: messages.usesColor(1)))
  }

  /// Each line of a text, broken at words where the file is a terminal.
  static func wrapped(_ text: String, _ file: Int32) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard isTerminal(file) else { return lines.joined(separator: "\n") + "\n" }
    let width = terminalWidth(file)
    return lines.flatMap { broken($0, width: width) }.joined(separator: "\n") + "\n"
  }

  /// Whether a file can be written, asked before work is done for it. It is not changed.
  static func tryFile(_ path: String) throws {
    let isNew = access(path, F_OK) != 0
    let file = open(path, O_WRONLY | O_CREAT | O_NONBLOCK, 0o644)
    // A pipe that nobody reads yet can be written later.
    if file < 0, errno == ENXIO { return }
    guard file >= 0 else { throw WriteError(reason: reason()) }
    close(file)
    if isNew { unlink(path) }
  }

  /// - Parameter appends: behind what is in the file.
  static func save(_ bytes: [UInt8], to path: String, appends: Bool = false) throws {
    let file = open(path, O_WRONLY | O_CREAT | (appends ? O_APPEND : O_TRUNC), 0o644)
    guard file >= 0 else { throw WriteError(reason: reason()) }
    let isWritten = put(bytes, file)
    let why = reason()
    // Some file systems tell only here that the disk is full.
    let isClosed = close(file) == 0
    if !isWritten || !isClosed { throw WriteError(reason: isWritten ? reason() : why) }
  }

  /// Standard input up to `most` bytes and one more, or the system's reason why not.
  static func readInput(most: Int) -> Result<[UInt8], ReadError> { read(0, most: most) }

  /// A file up to `most` bytes and one more, or the system's reason why not. Some never end.
  static func readFile(_ path: String, most: Int) -> Result<[UInt8], ReadError> {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return .failure(ReadError(reason: reason())) }
    defer { close(file) }
    return read(file, most: most)
  }

  private static func read(_ file: Int32, most: Int) -> Result<[UInt8], ReadError> {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(file, &buffer, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(file, &buffer, buffer.count)
      #else
        let count = Darwin.read(file, &buffer, buffer.count)
      #endif
      if count > 0 {
        result.append(contentsOf: buffer[0..<count])
        if result.count > most { return .success(Array(result.prefix(most + 1))) }
      } else if count == 0 {
        return .success(result)
      } else if errno != EINTR {
        return .failure(ReadError(reason: reason()))
      }
    }
  }

  /// The system's word for the last failure.
  private static func reason() -> String { String(cString: strerror(errno)) }

  /// The last failure of a call to the system.
  static func lastError() -> WriteError { WriteError(reason: reason()) }

  struct ReadError: Error { var reason: String }
  struct WriteError: Error { var reason: String }

  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  /// Columns of the terminal; `COLUMNS` where it is set.
  static func terminalWidth(_ file: Int32) -> Int {
    if let text = getenv("COLUMNS"), let width = Int(String(cString: text)), width > 0 {
      return width
    }
    var size = winsize()
    if ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 80
  }

  static func terminalHeight(_ file: Int32) -> Int {
    var size = winsize()
    if ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 { return Int(size.ws_row) }
    return 24
  }

  /// A line of standard input without its end; nil at the end, or where a signal came.
  static func readInputLine() -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(0, &byte, 1)
      #elseif canImport(Musl)
        let count = Musl.read(0, &byte, 1)
      #else
        let count = Darwin.read(0, &byte, 1)
      #endif
      if count <= 0 {
        return line.isEmpty || count < 0 ? nil : String(decoding: line, as: UTF8.self)
      }
      if byte == 10 { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
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
