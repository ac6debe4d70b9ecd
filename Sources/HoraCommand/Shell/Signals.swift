// Comes in: signals of the terminal. Goes out: bytes in a pipe that the shell polls. A handler only counts
// and writes one byte: nothing else is safe there.

import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum Signals {
  enum Event: UInt8 {
    case interrupt = 1
    case resize = 2
    /// A thread has done its work.
    case done = 3
  }

  /// How often Ctrl-C was pressed.
  static let interrupts = Atomic<Int>(0)
  private static let readEnd = Atomic<Int32>(-1)
  private static let writeEnd = Atomic<Int32>(-1)

  /// Makes the pipe, once. Without handlers Ctrl-C ends the command as it ends others.
  static func prepare() {
    guard readEnd.load(ordering: .relaxed) < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd.store(ends[0], ordering: .relaxed)
    writeEnd.store(ends[1], ordering: .relaxed)
  }

  /// From now on Ctrl-C and changes of the terminal's size are events.
  static func install() {
    prepare()
    _ = interrupts.load(ordering: .relaxed)
    var action = sigaction()
    // Not SA_RESTART: a read that waits must come back.
    action.sa_flags = 0
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    sigaction(SIGINT, &action, nil)
    sigaction(SIGWINCH, &action, nil)
  }

  /// Makes Ctrl-C an event for a while.
  /// - Returns: false where it is one already, or is to be ignored, as for a command in the background.
  static func catchInterrupt() -> Bool {
    let before = signal(SIGINT, handler)
    guard unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_DFL, to: Int.self) else {
      signal(SIGINT, before)
      return false
    }
    return true
  }

  static func releaseInterrupt() { signal(SIGINT, SIG_DFL) }

  /// Ends the command as the signal does by itself, so that a shell's loop around it ends, too.
  static func endByInterrupt() -> Never {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
    Output.exit(130)
  }

  private static let handler: @convention(c) (Int32) -> Void = { number in
    let saved = errno
    if number == SIGINT { Signals.interrupts.wrappingAdd(1, ordering: .relaxed) }
    Signals.send(number == SIGINT ? .interrupt : .resize)
    errno = saved
  }

  static func send(_ event: Event) {
    var byte = event.rawValue
    _ = write(writeEnd.load(ordering: .relaxed), &byte, 1)
  }

  /// Waits for events, or for input where it is asked for.
  /// - Parameter milliseconds: negative waits for ever.
  static func wait(forInput: Bool = false, milliseconds: Int32) -> (events: [Event], input: Bool) {
    let input = forInput ? Int32(0) : -1
    var files = [
      pollfd(fd: readEnd.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&files, nfds_t(files.count), milliseconds) > 0 else { return (taken(), false) }
    return (taken(), files[1].revents != 0)
  }

  /// The events there are.
  @discardableResult
  static func taken() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 64)
    let end = readEnd.load(ordering: .relaxed)
    while true {
      let count = read(end, &buffer, buffer.count)
      guard count > 0 else { return events }
      events += buffer[0..<count].compactMap(Event.init)
    }
  }
}
