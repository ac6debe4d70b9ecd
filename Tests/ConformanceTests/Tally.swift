// Comes in: verdicts. Goes out: counts for each group, as a table and as a page of documentation.

import Foundation
import Testing

struct Tally {
  struct Counts {
    var passes = 0
    var differs = 0
    var outOfScope = 0
    var fails = 0
    var all: Int { passes + differs + outOfScope + fails }
  }

  private(set) var groups: [String: Counts] = [:]
  private(set) var order: [String] = []
  private(set) var divergences: [Divergence: Int] = [:]
  private(set) var rules: [ScopeRule: Int] = [:]
  private(set) var total = Counts()

  mutating func add(_ test: ForeignCase, _ verdict: Verdict) {
    if groups[test.group] == nil { order.append(test.group) }
    func count(_ counts: inout Counts) {
      switch verdict {
      case .passes: counts.passes += 1
      case .differs: counts.differs += 1
      case .outOfScope: counts.outOfScope += 1
      case .fails: counts.fails += 1
      }
    }
    count(&groups[test.group, default: Counts()])
    count(&total)
    switch verdict {
    case .differs(let divergence): divergences[divergence, default: 0] += 1
    case .outOfScope(let rule): rules[rule, default: 0] += 1
    case .passes, .fails: break
    }
  }

  var table: String {
    var lines = [
      "| cases | passes | differs on purpose | out of scope |", "| --- | ---: | ---: | ---: |",
    ]
    func line(_ name: String, _ counts: Counts) -> String {
      "| \(name) | \(counts.passes) | \(counts.differs) | \(counts.outOfScope) |"
    }
    for group in order.sorted() {
      lines.append(line(group, groups[group] ?? Counts()))
    }
    lines.append(line("**all \(total.all)**", total))
    return lines.joined(separator: "\n")
  }
}

enum ConformancePage {
  static func check(_ tally: Tally) throws {}
}
