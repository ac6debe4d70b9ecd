// Comes in: work. Goes out: nothing; the work runs on a thread of its own that nobody waits for.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum DetachedThread {
  private final class Entry: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// As much as the main thread has.
  private static let stackBytes = 8 * 1024 * 1024

  /// False where the system has no thread to give; the work was not begun then.
  static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let entry = Unmanaged.passRetained(Entry(work))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(
      &thread, &attributes,
      { argument in
        let held: UnsafeMutableRawPointer? = argument
        if let held { Unmanaged<Entry>.fromOpaque(held).takeRetainedValue().work() }
        return nil
      }, entry.toOpaque())
    if code != 0 { entry.release() }
    return code == 0
  }
}
