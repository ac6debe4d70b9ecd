// Comes in: verdicts. Goes out: counts for each group and each rule.

struct Tally: Sendable {
  struct Counts: Sendable {
    var passes = 0
    var differs = 0
    var outOfScope = 0
    var fails = 0
    var all: Int { passes + differs + outOfScope + fails }
  }

  private(set) var groups: [String: Counts] = [:]
  private(set) var divergences: [Divergence: Int] = [:]
  private(set) var rules: [ScopeRule: Int] = [:]
  private(set) var total = Counts()

  mutating func add(_ test: ForeignCase, _ verdict: Verdict) {
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
    func line(_ name: String, _ counts: Counts) -> String {
      "| \(name) | \(counts.all) | \(counts.passes) | \(counts.differs) | \(counts.outOfScope) |"
    }
    let head = [
      "| cases | all | passes | differs on purpose | out of scope |",
      "| --- | ---: | ---: | ---: | ---: |",
    ]
    let lines = groups.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
    return (head + lines + [line("**all**", total)]).joined(separator: "\n")
  }
}
