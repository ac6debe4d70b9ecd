// Comes in: a folder that generate.py wrote. Goes out: how long it takes to load and to answer, as
// tab-separated lines: what, median milliseconds, rows. Speed is judged here, never by tests.

import Foundation
import Hora
import HoraData

@main
enum Runner {
  static func main() throws {
    guard CommandLine.arguments.count > 1 else {
      print("usage: benchmark-runner FOLDER [RUNS] | --completion")
      return
    }
    if CommandLine.arguments[1] == "--completion" { return try CompletionBenchmark.run() }
    let runs = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 7 : 7
    let clock = ContinuousClock()
    let start = clock.now
    let network = try NetworkLoader.load([.path(CommandLine.arguments[1])]).network
    print("load\t\(milliseconds(clock.now - start))\t\(network.collections.first?.rowCount ?? 0)")
    print("memory\t\(peakMegabytes())\t0")
    let environment = Environment(network: network)
    for (name, text) in try questions() {
      let program = try environment.compile(text)
      var rows = try program.run().results.last?.rowCount ?? 0
      var times: [Double] = []
      for _ in 0..<runs {
        let start = clock.now
        rows = try program.run().results.last?.rowCount ?? 0
        times.append(milliseconds(clock.now - start))
      }
      print("\(name)\t\(times.sorted()[times.count / 2])\t\(rows)")
    }
  }

  static func milliseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1000 + (Double(attoseconds) / 1e12).rounded() / 1000
  }

  static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }

  /// The questions in `Benchmarks/Questions`, by name.
  static func questions() throws -> [(String, String)] {
    let folder = FileManager.default.currentDirectoryPath + "/Benchmarks/Questions"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      (
        String(name.prefix { $0 != "." }),
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      )
    }
  }
}
