// Comes in: places where data lies (a folder, a file, memory, standard input). Goes out: names of
// files and their bytes. The only file of the project, beside SystemFiles, that knows where bytes come from.
// It must not look into the bytes.

/// The bytes of one file, kept alive as long as this object.
public final class FileBytes: @unchecked Sendable {
  // Unchecked because of the pointer: the bytes never change after `init`.
  public let bytes: UnsafeBufferPointer<UInt8>
  private let release: (@Sendable () -> Void)?

  /// Bytes that live elsewhere at least as long as this object; `release` runs at its end.
  public init(borrowing bytes: UnsafeBufferPointer<UInt8>, release: (@Sendable () -> Void)? = nil) {
    self.bytes = bytes
    self.release = release
  }

  public convenience init(_ array: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, array.count))
    _ = copy.initialize(from: array)
    nonisolated(unsafe) let owned = copy
    self.init(
      borrowing: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(copy)[0..<array.count]),
      release: { owned.deallocate() })
  }

  deinit { release?() }
}

/// A folder of files, on disk or not.
public protocol FileTree: Sendable {
  /// For messages, such as the folder's path.
  var name: String { get }
  /// Names of the files directly in it, in any order.
  func names() throws(LoadError) -> [String]
  /// The file at a path relative to the tree, parts joined by "/", perhaps beginning with "../".
  func read(_ path: String) throws(LoadError) -> FileBytes
}

/// Files in memory, such as the network inside the binary.
public struct MemoryTree: FileTree {
  public let name: String
  private let files: [(name: String, bytes: FileBytes)]

  public init(name: String, files: [(name: String, bytes: FileBytes)]) {
    self.name = name
    self.files = files
  }

  /// Files that live as long as the process does.
  public init(name: String, borrowing files: [(name: String, bytes: UnsafeRawBufferPointer)]) {
    self.init(
      name: name,
      files: files.map { ($0.name, FileBytes(borrowing: $0.bytes.assumingMemoryBound(to: UInt8.self))) })
  }

  public init(name: String, texts: [(name: String, text: String)]) {
    self.init(name: name, files: texts.map { ($0.name, FileBytes(Array($0.text.utf8))) })
  }

  public func names() throws(LoadError) -> [String] { files.map(\.name) }

  public func read(_ path: String) throws(LoadError) -> FileBytes {
    guard let file = files.first(where: { $0.name == path }) else {
      throw Messages.noSuchFile(path, in: name)
    }
    return file.bytes
  }
}

/// One place that data comes from.
public struct DataSource: Sendable {
  enum Place: Sendable {
    case tree(any FileTree)
    case path(String)
    case standardInput
  }
  let place: Place

  /// A folder or a file of the system.
  public static func path(_ path: String) -> DataSource { DataSource(place: .path(path)) }
  public static func tree(_ tree: any FileTree) -> DataSource { DataSource(place: .tree(tree)) }
  public static var standardInput: DataSource { DataSource(place: .standardInput) }
}
