// Comes in: the --data options. Goes out: the network, loaded; or messages and exit code 4.

import CBuiltinNetwork
import Hora
import HoraData

enum DataLoading {
  static func network(_ options: DataOptions, _ reporter: Reporter) throws -> Network {
    try load(options, reporter).network
  }

  /// - Parameter tellsFaults: say how many faults there are.
  static func load(
    _ options: DataOptions, _ reporter: Reporter, tellsFaults: Bool = true
  ) throws -> LoadResult {
    let sources =
      options.data.isEmpty
      ? [DataSource.tree(builtin)] : options.data.map { $0 == "-" ? .standardInput : .path($0) }
    do {
      var settings = LoadOptions()
      // Nobody can correct the network that is built in; --strict there is about queries.
      settings.strict = options.strict && !options.data.isEmpty
      settings.allowsParentPaths = true
      let result = try NetworkLoader.load(sources, options: settings)
      let count = result.faults.faultCount
      if count > 0, !options.data.isEmpty, tellsFaults {
        reporter.report(CommandMessages.faults(count, options.data))
      }
      return result
    } catch {
      reporter.report(
        CommandMessage(
          code: Int(error.code.dropFirst()) ?? 600, message: error.message, place: error.place,
          help: error.help))
      throw Failure.data
    }
  }

  /// The files inside the binary.
  private static var builtin: MemoryTree {
    var count = 0
    guard let table = hora_builtin_network(&count) else {
      return MemoryTree(name: "balkan-black-sea", borrowing: [])
    }
    return MemoryTree(
      name: "balkan-black-sea",
      borrowing: (0..<count).map { index in
        (
          String(cString: table[index].name),
          UnsafeRawBufferPointer(start: table[index].bytes, count: table[index].length)
        )
      })
  }
}
