// Comes in: what the binary carries. Goes out: the built-in network, ready or as its files, and its rules.

import CBuiltinNetwork
import Hora
import HoraData
import HoraEngine

enum BuiltinNetwork {
  /// The network as it was in memory when it was built in; nil on a machine that keeps numbers otherwise.
  static var ready: Network? {
    var length = 0
    guard let bytes = hora_builtin_snapshot(&length) else { return nil }
    return Network(snapshot: UnsafeRawBufferPointer(start: bytes, count: length))
  }

  /// The files it is made of, for whoever asks what was read.
  static var files: MemoryTree {
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

  static func rules() throws(LoadError) -> [EligibilityRule] {
    var count = 0
    guard let table = hora_builtin_rules(&count) else { return [] }
    var rules: [EligibilityRule] = []
    for index in 0..<count {
      rules.append(
        try RuleReader.rule(
          UnsafeRawBufferPointer(start: table[index].bytes, count: table[index].length),
          file: String(cString: table[index].name)))
    }
    return rules
  }
}
