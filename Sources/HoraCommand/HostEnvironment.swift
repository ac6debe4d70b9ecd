// Comes in: a network and the options of the command. Goes out: what programs may see when the command
// runs them: files to use, the day, files to save. A library gives none of it by itself.

import Hora

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum HostEnvironment {
  static func environment(
    _ network: Network, _ options: DataOptions, _ reporter: Reporter
  ) throws -> Environment {
    var environment = Environment(network: network)
    environment.resolver = resolve
    environment.savesFiles = true
    environment.rules = try DataLoading.rules(options, reporter)
    let given = options.today
    environment.clock = { given ?? today() }
    return environment
  }

  /// A path is read from the folder of the text that uses it.
  private static func resolve(_ path: String, _ user: String) throws(UnresolvedText) -> SourceText {
    var file = path
    if !path.hasPrefix("/"), let slash = user.lastIndex(of: "/") {
      file = String(user[...slash]) + path
    }
    switch Output.readFile(file, most: SyntaxLimits.standard.bytes) {
    case .success(let bytes): return SourceText(bytes: bytes, name: canonical(file))
    case .failure(let error): throw UnresolvedText(error.reason)
    }
  }

  /// The same for each way to write it: `lib/./a.hora` is `lib/a.hora`, `lib/../a.hora` is `a.hora`.
  private static func canonical(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The day where the command runs.
  private static func today() -> CivilDate {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
