// Comes in: the --data options. Goes out: the network, loaded; or messages and exit code 4.

import CBuiltinNetwork
import Hora
import HoraData

enum DataLoading {
  static func network(_ options: DataOptions, _ reporter: Reporter) throws -> Network {
    try load(options, reporter).network
  }

  static func load(_ options: DataOptions, _ reporter: Reporter) throws -> LoadResult {
    let sources =
      options.data.isEmpty
      ? [DataSource.tree(builtin)] : options.data.map { $0 == "-" ? .standardInput : .path($0) }
    do {
      var settings = LoadOptions()
      // The built-in network has faults of its source, which no user can mend.
      settings.strict = options.strict && !options.data.isEmpty
      settings.allowsParentPaths = true
      let result = try NetworkLoader.load(sources, options: settings)
      let count = result.faults.faultCount
      if count > 0, !options.data.isEmpty {
        Output.error(
          "\(count) \(count == 1 ? "fault" : "faults") in the data; "
            + "`hora validate \(options.data.joined(separator: " "))` lists them\n")
      }
      return result
    } catch {
      switch reporter.options.errors {
      case .text: Output.error(error.text + "\n")
      case .json:
        reporter.report(
          code: Int(error.code.dropFirst()) ?? 600,
          error.place.isEmpty ? error.message : "\(error.place): \(error.message)", help: error.help)
      }
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
