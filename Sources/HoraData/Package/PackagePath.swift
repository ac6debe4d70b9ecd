// Comes in: a path of a package. Goes out: whether it may be followed. It must not open files.

/// The rule for paths: inside the package's folder, or, where the host allows it, in its parent folder.
enum PackagePath {
  enum Verdict { case inside, parent, unsafe }

  static func judge(_ path: String) -> Verdict {
    if path.isEmpty || path.hasPrefix("/") || path.hasPrefix("~") || path.contains("://")
      || path.contains("\\") || path.utf8.contains(0)
    {
      return .unsafe
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let ups = parts.filter { $0 == ".." }.count
    if ups == 0 { return .inside }
    return ups == 1 && parts.first == ".." && parts.count > 1 ? .parent : .unsafe
  }
}
