// Comes in: work that may take long. Goes out: what it gives; nil where it did not stop when asked to.
// The work runs on a thread of its own while this one listens for Ctrl-C and tells how long it takes.

import Synchronization

enum Interruptible {
  /// Asked by the work between its steps.
  final class Stop: Sendable {
    private let flag = Atomic<Bool>(false)
    var isAsked: Bool { flag.load(ordering: .relaxed) }
    func ask() { flag.store(true, ordering: .relaxed) }
  }

  private final class Work<Result: Sendable>: Sendable {
    let body: @Sendable (Stop) -> Result
    let stop = Stop()
    private let result = Mutex<Result?>(nil)

    init(_ body: @escaping @Sendable (Stop) -> Result) { self.body = body }

    func run() {
      let value = body(stop)
      result.withLock { $0 = value }
      Signals.send(.done)
    }

    var done: Result? { result.withLock { $0 } }
  }

  /// - Parameter what: said while it takes long, where standard error is a terminal.
  /// - Returns: nil where a second Ctrl-C left it running; its answer is then thrown away.
  static func run<Result: Sendable>(
    _ what: String, _ body: @escaping @Sendable (Stop) -> Result
  ) -> Result? {
    Signals.prepare()
    let work = Work(body)
    guard DetachedThread.start({ work.run() }) else { return body(work.stop) }
    let progress = Progress(what)
    defer { progress.clear() }
    while true {
      if let result = work.done { return result }
      for event in Signals.wait(milliseconds: progress.pause).events where event == .interrupt {
        if work.stop.isAsked { return nil }
        work.stop.ask()
        progress.clearEcho()
      }
      progress.tell(isStopping: work.stop.isAsked)
    }
  }
}

/// A line on standard error that tells how long something takes, from half a second on.
private final class Progress {
  private let what: String
  private let start = ContinuousClock.now
  /// A terminal that cannot take back a line gets none.
  private let isShown = Output.isTerminal(2) && Output.environment("TERM") != "dumb"
  private var isWritten = false

  init(_ what: String) { self.what = what }

  /// How long to wait for news, in milliseconds.
  var pause: Int32 {
    guard isShown else { return -1 }
    return ContinuousClock.now - start < .milliseconds(500) ? 500 : 200
  }

  func tell(isStopping: Bool) {
    let spent = ContinuousClock.now - start
    guard isShown, spent >= .milliseconds(500) else { return }
    isWritten = true
    let hint = isStopping ? "stopping; Ctrl-C again leaves it" : "Ctrl-C stops it"
    Output.error("\r\(what) \(TimeText.seconds(spent)) (\(hint))\u{1B}[K")
  }

  /// Takes back the ^C that the terminal writes.
  func clearEcho() {
    if isShown { Output.error("\r\u{1B}[K") }
  }

  func clear() {
    if isWritten { Output.error("\r\u{1B}[K") }
  }
}

/// Durations for people.
enum TimeText {
  static func seconds(_ duration: Duration) -> String {
    let tenths =
      duration.components.seconds * 10
      + duration.components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) s"
  }

  static func milliseconds(_ duration: Duration) -> String {
    let tenths =
      duration.components.seconds * 10_000
      + duration.components.attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
