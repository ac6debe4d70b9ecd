// Comes in: nothing; it makes a table of 100,000 different texts, by rule. Goes out: how long a completion of a value
// takes at a key, as the lines of the runner: what a prompt prepares while it waits, the first completion behind
// that, then the median and the worst of the later ones.

import Foundation
import Hora
import HoraData

enum CompletionBenchmark {
  static let count = 100_000
  private static let syllables = ["ba", "če", "di", "gö", "ka", "lu", "ми", "no", "ră", "sta"]

  /// A different text for each number: its digits as syllables, in two words.
  static func name(_ number: Int) -> String {
    let digits = String(number + count).compactMap { $0.wholeNumberValue.map { syllables[$0] } }
    return digits.prefix(3).joined().capitalized + " " + digits.dropFirst(3).joined()
  }

  struct NothingOffered: Error {}

  static func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hora-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (0..<count).map { "\($0),\(name($0))\n" }
    let file = folder.appending(path: "members.csv")
    try ("id,city\n" + rows.joined()).write(to: file, atomically: true, encoding: .utf8)
    let environment = Environment(network: try NetworkLoader.load([.path(file.path)]).network)
    let clock = ContinuousClock()
    let begun = clock.now
    environment.network.prepareSearch()
    print("completion-prepare\t\(Runner.milliseconds(clock.now - begun))\t\(count)")
    var times: [Double] = []
    // For each key how many values it was offered: a completion that finds none is no figure.
    var offered: [Int] = []
    // One letter, several, the beginning of the second word, none that is there, a letter with a mark.
    for typed in ["b", "cedi", "goka", "mi", "lunora", "xyz", "Če", "stastasta", "no", "kaba di"] {
      let text = "members where city = \"\(typed)"
      let start = clock.now
      offered.append(environment.complete(text, at: text.utf8.count)?.items.count ?? 0)
      times.append(Runner.milliseconds(clock.now - start))
    }
    let found = offered.count { $0 > 0 }
    guard found >= 5 else { throw NothingOffered() }
    let later = times.dropFirst().sorted()
    print("completion-first\t\(times[0])\t\(count)")
    print("completion\t\(later[later.count / 2])\t\(found)")
    print("completion-worst\t\(later[later.count - 1])\t\(found)")
  }
}
