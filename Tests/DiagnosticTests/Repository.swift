// Where things lie in the repository, and the network that programs of these tests run on.

import Foundation
import Hora
import HoraData

enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Files of a folder with an ending, by name; without the folder.
  static func files(in folder: String, _ ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  /// All files below a folder, with their paths from the root.
  static func allFiles(below folder: String, _ ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  static let updates = ProcessInfo.processInfo.environment["HORA_UPDATE"] == "1"
}

enum Networks {
  static let made = load("Tests/Spec/made/network")
  static let edges = load("Tests/Spec/made/edges")
  static let real = load("examples/networks/balkan-black-sea")

  /// What `eligible under` may name.
  static let rules: [EligibilityRule] = ["horizon-2020", "horizon-europe-2021"].compactMap {
    try? RuleReader.rule(at: Repository.root.appending(path: "examples/rules/\($0).json").path)
  }

  private static func load(_ path: String) -> Result<Network, LoadError> {
    Result { () throws(LoadError) in
      try NetworkLoader.load([.path(Repository.root.appending(path: path).path)]).network
    }
  }
}
