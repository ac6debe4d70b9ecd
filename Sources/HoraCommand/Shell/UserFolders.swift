// Goes out: the folders of the person who runs the command, where XDG says they are.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum UserFolders {
  /// History; nil where there is no home.
  static var state: String? { folder("XDG_STATE_HOME", ".local/state") }
  /// What is read before the first prompt; nil where there is no home.
  static var start: String? { folder("XDG_CONFIG_HOME", ".config").map { $0 + "/init.hora" } }
  /// Saved scripts.
  static var scripts: String? { folder("XDG_DATA_HOME", ".local/share").map { $0 + "/scripts" } }

  private static func folder(_ variable: String, _ usual: String) -> String? {
    // XDG: a path that is not absolute is not looked at.
    if let path = Output.environment(variable), path.hasPrefix("/") { return path + "/hora" }
    guard let home = Output.environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/" + usual + "/hora"
  }

  /// Makes a folder and those it is in; others may not look into new ones.
  static func make(_ path: String) throws {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw Output.lastError() }
    }
  }

  /// Makes a file that only its owner may read.
  static func makePrivate(_ path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard file >= 0 else { throw Output.lastError() }
    fchmod(file, 0o600)
    close(file)
  }

  /// The names of the files in a folder, sorted; none where it cannot be read.
  static func files(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      var name = entry.pointee.d_name
      let text = withUnsafeBytes(of: &name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if text != ".", text != ".." { names.append(text) }
    }
    return names.sorted()
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isLink(_ path: String) -> Bool {
    var buffer = [CChar](repeating: 0, count: 1)
    return readlink(path, &buffer, buffer.count) >= 0
  }

  static func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    closedir(folder)
    return true
  }
}
