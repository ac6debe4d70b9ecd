// What the tests of the graph measures share: budgets, graphs of random ties, fixtures, comparison.

@testable import HoraEngine

/// Counts, and stops after so many steps or at so large an array.
final class TestBudget: Budget {
  private(set) var steps = 0
  private(set) var largest = 0
  private let allowed: Int
  private let rows: Int

  init(steps: Int = .max, rows: Int = .max) {
    allowed = steps
    self.rows = rows
  }

  func charge(_ count: Int) throws(RunError) {
    steps += count + 1
    if steps > allowed { throw .limitReached(what: "steps", allowed: UInt64(allowed)) }
  }

  func reserve(_ elements: Int) throws(RunError) {
    largest = max(largest, elements)
    if elements > rows { throw .limitReached(what: "rows", allowed: UInt64(rows)) }
  }
}

typealias Tie = (Int32, Int32, Double)

func graph(_ count: Int, directed: Bool = false, _ ties: [Tie]) throws -> Graph {
  var builder = GraphBuilder(nodeCount: count, isDirected: directed)
  for (a, b, weight) in ties { builder.add(a, b, weight: weight) }
  return try builder.build(TestBudget()).graph
}

func graph(_ count: Int, directed: Bool = false, _ ties: [(Int32, Int32)]) throws -> Graph {
  try graph(count, directed: directed, ties.map { ($0.0, $0.1, 1) })
}

/// A graph of random ties with small weights of which many sums are equal.
func randomGraph(_ random: inout SplitMix64, most: Int, directed: Bool, weighted: Bool) throws
  -> Graph
{
  let count = 1 + random.below(most)
  let share = 15 + random.below(70)
  let weights = [0.25, 0.5, 1, 1, 2, 3, 6]
  var ties: [Tie] = []
  for a in 0..<count {
    for b in 0..<count where directed ? a != b : a < b {
      guard random.below(100) < share else { continue }
      ties.append((Int32(a), Int32(b), weighted ? weights[random.below(weights.count)] : 1))
    }
  }
  return try graph(count, directed: directed, ties)
}

/// Equal to a share of a billionth, or both missing.
func agree(_ a: Double, _ b: Double, _ share: Double = 1e-9) -> Bool {
  a.isNaN || b.isNaN
    ? a.isNaN && b.isNaN : (a - b).magnitude <= share * max(1, a.magnitude, b.magnitude)
}

func agree(_ a: [Double], _ b: [Double], _ share: Double = 1e-9) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { agree($0, $1, share) }
}

/// The lines of a fixture without the remarks, each split at tabs.
func graphFixture(_ name: String) -> [[String]] {
  let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  return fixtureRows(name, from: "/\(folder)/x").filter { $0.first?.hasPrefix("#") == false }
}

/// The network of the fixture `h2020-region.tsv`.
struct Region {
  let organisations: [String]
  let countries: [Int32]
  let shared: CoAffiliation
  let graph: Graph
  private let numbers: [String: Int]

  static let loaded = Result { try Region() }

  private init() throws {
    let rows = graphFixture("h2020-region.tsv")
    organisations = rows.map { $0[0] }
    var codes: [String: Int32] = [:]
    countries = rows.map { row in
      let code = codes[row[1]] ?? Int32(codes.count)
      codes[row[1]] = code
      return code
    }
    numbers = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1[0], $0) })
    var projects: [String: Int32] = [:]
    var offsets = [0]
    var elements: [Int32] = []
    for row in rows {
      let own = row[2].split(separator: " ").map { name in
        let number = projects[String(name)] ?? Int32(projects.count)
        projects[String(name)] = number
        return number
      }
      elements += own.sorted()
      offsets.append(elements.count)
    }
    let budget = TestBudget()
    shared = try CoAffiliation(
      offsets: offsets, elements: elements, elementCount: projects.count, budget)
    graph = try shared.graph(budget).graph
  }

  func node(_ organisation: some StringProtocol) -> Int { numbers[String(organisation)] ?? -1 }
}
