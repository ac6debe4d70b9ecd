// Comes in: paths of the operating system. Goes out: folders as trees, files as bytes. It must not
// follow a path out of what the caller named but for one folder up, and must not map files: a file
// that shrinks under a mapping ends the process.

import Glibc

/// A folder on disk.
public struct FolderTree: FileTree {
  public let name: String

  public init(_ path: String) { name = path }

  public func names() throws(LoadError) -> [String] {
    guard let folder = opendir(name) else {
      throw Messages.cannotOpen(name, reason: SystemFiles.reason())
    }
    defer { closedir(folder) }
    var found: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), SystemFiles.kind(self.name + "/" + name) == .file {
        found.append(name)
      }
    }
    return found
  }

  public func read(_ path: String) throws(LoadError) -> FileBytes {
    try SystemFiles.read(name + "/" + path)
  }
}

enum SystemFiles {
  enum Kind { case file, folder, other, nothing }

  static func kind(_ path: String) -> Kind {
    var info = stat()
    guard stat(path, &info) == 0 else { return .nothing }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  static func reason() -> String { String(cString: strerror(errno)) }

  static func read(_ path: String) throws(LoadError) -> FileBytes {
    let kind = kind(path)
    if kind == .nothing { throw Messages.noSuchFile(path, in: nil) }
    if kind == .folder { throw Messages.isFolder(path) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Messages.cannotOpen(path, reason: reason()) }
    defer { close(file) }
    var info = stat()
    let expected = fstat(file, &info) == 0 && kind == .file ? Int(info.st_size) : 0
    return try read(file, path, expected)
  }

  static func readStandardInput() throws(LoadError) -> FileBytes {
    try read(0, "standard input", 0)
  }

  private static func read(_ file: Int32, _ name: String, _ expected: Int) throws(LoadError)
    -> FileBytes
  {
    if expected > Limits.fileBytes { throw Messages.fileTooLarge(name) }
    var capacity = expected + 1
    if expected == 0 { capacity = 1 << 16 }
    guard var buffer = malloc(capacity) else { throw Messages.fileTooLarge(name) }
    var count = 0
    while true {
      if count == capacity {
        if capacity > Limits.fileBytes {
          free(buffer)
          throw Messages.fileTooLarge(name)
        }
        guard let larger = realloc(buffer, capacity * 2) else {
          free(buffer)
          throw Messages.fileTooLarge(name)
        }
        buffer = larger
        capacity *= 2
      }
      let got = Glibc.read(file, buffer + count, min(capacity - count, 1 << 26))
      if got < 0 {
        if errno == EINTR { continue }
        let why = reason()
        free(buffer)
        throw Messages.cannotOpen(name, reason: why)
      }
      if got == 0 { break }
      count += got
    }
    nonisolated(unsafe) let owned = buffer
    let bytes = UnsafeBufferPointer(
      start: UnsafePointer(buffer.assumingMemoryBound(to: UInt8.self)), count: count)
    return FileBytes(borrowing: bytes, release: { free(owned) })
  }
}

/// Runs numbered pieces of work on a few threads. The pieces share nothing.
enum Workers {
  private final class Shared: @unchecked Sendable {
    // Unchecked: `next` is guarded by the lock, the rest does not change.
    var lock = pthread_mutex_t()
    var next = 0
    let count: Int
    let body: @Sendable (Int) -> Void

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
      pthread_mutex_init(&lock, nil)
    }

    deinit { pthread_mutex_destroy(&lock) }

    func run() {
      while true {
        pthread_mutex_lock(&lock)
        let mine = next
        next += 1
        pthread_mutex_unlock(&lock)
        if mine >= count { return }
        body(mine)
      }
    }
  }

  /// Calls `body` once for each number below `count`; returns when all are done.
  static func run(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let shared = Shared(count, body)
    var handles: [pthread_t] = []
    for _ in 1..<max(1, min(threads, count)) {
      var handle = pthread_t()
      let box = Unmanaged.passRetained(shared)
      let failed = pthread_create(
        &handle, nil,
        { argument in
          if let argument {
            Unmanaged<Shared>.fromOpaque(argument).takeRetainedValue().run()
          }
          return nil
        }, box.toOpaque())
      if failed == 0 { handles.append(handle) } else { box.release() }
    }
    shared.run()
    for handle in handles { pthread_join(handle, nil) }
  }

  private final class Place<Value>: @unchecked Sendable {
    // Unchecked: one thread writes it, and the caller reads it after that thread has ended.
    var value: Value?
  }

  /// Two pieces of work, side by side where there are threads.
  static func pair<Value>(
    threads: Int, _ first: @escaping @Sendable () -> Value,
    _ second: @escaping @Sendable () -> Value
  ) -> (Value, Value) {
    let places = [Place<Value>(), Place<Value>()]
    run(2, threads: threads) { number in
      places[number].value = number == 0 ? first() : second()
    }
    return (places[0].value ?? first(), places[1].value ?? second())
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// What one load may take, named once.
enum Limits {
  /// Offsets of cells are 32 bits wide.
  static let fileBytes = (1 << 32) - 1
  static let columns = 16_384
  /// Cells of one file, eight bytes each while it is read.
  static let cells = 1 << 28
  /// Cells that short rows lack, unless the file has a quarter as many bytes.
  static let paddedCells = 1 << 23
  static let headerBytes = 1024
  static let jsonDepth = 64
  /// Objects inside the rows of a table, and collections of one file.
  static let nestedDepth = 8
  static let nestedCollections = 64
  /// Pairs of a taxonomy's closure.
  static let closurePairs = 64_000_000
  /// Rows of one collection.
  static let rows = Int(Int32.max) - 1
}

/// One thread at a time.
struct FileLock: ~Copyable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  func with<R>(_ body: () -> R) -> R {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }
}
