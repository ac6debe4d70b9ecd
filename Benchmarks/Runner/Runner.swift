// Comes in: a folder that generate.py wrote. Goes out: how long it takes to load and to answer, as
// tab-separated lines: what, median milliseconds, rows. Speed is judged here, never by tests.

import Hora
import HoraData

#if canImport(Glibc)
  import Glibc
#endif

@main
enum Runner {
  static func main() throws {
    guard CommandLine.arguments.count > 1 else {
      print("usage: benchmark-runner FOLDER [RUNS]")
      return
    }
    let runs = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 7 : 7
    let clock = ContinuousClock()
    let start = clock.now
    let network = try NetworkLoader.load([.path(CommandLine.arguments[1])]).network
    print("load\t\(milliseconds(clock.now - start))\t\(network.collections.first?.rowCount ?? 0)")
    print("memory\t\(peakMegabytes())\t0")
    let environment = Environment(network: network)
    for (name, text) in questions {
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

  /// The questions of the benchmark that run so far.
  static let questions: [(String, String)] = [
    (
      "B01",
      "members where country = \"Serbia\" and competence ~ \"Artificial intelligence\" select id, name, city"
    ),
    (
      "B02",
      """
      members where country in ["Germany", "France", "Italy"] and founded in 1990..2005 and size is not missing
        top 100 by size
        select id, name, country, founded, size
      """
    ),
    (
      "B03",
      """
      members each competences as c
        summarize n = count() by country, c
        sort by n desc, country, c.id
        take 1000
        select country, c.name, n
      """
    ),
    (
      "B04",
      """
      projects where exists members and start_date <= 2022 and (end_date is missing or end_date >= 2022)
        summarize projects = count(), members = count(members), countries = count(members.country) by programme
      """
    ),
    ("B05", "members where contains(fold(name), \"universite\") count by country"),
    (
      "B06",
      """
      members where country = "Serbia"
        add german = count(projects.members[country = "Germany"]), met = count(projects[members.country = "Germany"])
        where german > 0
        top 100 by german
        select id, name, german, met
      """
    ),
    ("B07", "members where competence under \"Energy\" and no projects count by country"),
    (
      "B08",
      "members where at least 3 projects and every projects.start_date >= 2015 count by country"
    ),
  ]
}
