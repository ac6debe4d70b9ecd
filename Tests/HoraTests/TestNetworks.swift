// Networks that the tests run on.

import Foundation
import Hora
import HoraData

enum TestNetworks {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func load(_ path: String) throws -> Network {
    try NetworkLoader.load([.path(root.appending(path: path).path)]).network
  }

  /// The small, plainly artificial network of the specification.
  static func made() throws -> Network { try load("Tests/Spec/made/network") }

  /// Rows of a program's last answer, cells joined by "|".
  static func rows(_ program: String, _ network: Network) throws -> [String] {
    guard let result = try Environment(network: network).compile(program).run().results.last else {
      return []
    }
    return (0..<result.rowCount).map { row in
      result.columns.indices.map { result.text(row: row, column: $0) ?? "∅" }.joined(separator: "|")
    }
  }
}

/// A generator of the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
