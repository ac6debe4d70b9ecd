// Advantage, relatedness and density: values computed elsewhere over real data, and brute force over random
// tables.

import Foundation
import Hora
import HoraData
import Testing

@Suite struct SpecialisationTests {
  /// Values that another program computed from the same file; no row stands for 0.
  @Test func advantageOfTenCountriesInAllParts() throws {
    let network = try TestNetworks.load("examples/networks/h2020-region")
    let rows = try TestNetworks.rows(
      """
      let world = baseline where country is not missing and part is not missing
        summarize n = sum(participations) by part
      let known = countries.cordis_code
      baseline where country in known and part is not missing
        summarize n = sum(participations) by country, part
        add own = rca(n, base: world) over (country, part)
        select country, part, own
      """, network)
    var found: [String: Double] = [:]
    for row in rows {
      let cells = row.split(separator: "|").map(String.init)
      found["\(cells[0])|\(cells[1])"] = Double(cells[2])
    }
    let expected = try String(
      contentsOf: TestNetworks.root.appending(path: "Tests/Fixtures/rca-expected.tsv"),
      encoding: .utf8)
    var compared = 0
    for line in expected.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t").map(String.init)
      let wanted = try #require(Double(cells[2]))
      #expect(abs((found["\(cells[0])|\(cells[1])"] ?? 0) - wanted) < 1e-6, "\(line)")
      compared += 1
    }
    #expect(compared == 170)
  }

  // MARK: Brute force

  /// A random table: which of five rows has how much of which of six columns.
  private func amounts(_ seed: UInt64) -> [[Int]] {
    var random = SeededGenerator(state: seed)
    return (0..<5).map { _ in
      (0..<6).map { _ in
        Int.random(in: 0...3, using: &random) * Int.random(in: 0...1, using: &random)
      }
    }
  }

  private func network(_ table: [[Int]]) throws -> Network {
    var text = "who,what,n\n"
    for row in table.indices {
      for column in table[row].indices where table[row][column] > 0 {
        text += "r\(row),c\(column),\(table[row][column])\n"
      }
    }
    let names = "id\n" + (0..<6).map { "c\($0)\n" }.joined()
    return try NetworkLoader.load([
      .tree(
        MemoryTree(
          name: "made",
          files: [
            ("rows.csv", FileBytes(Array(text.utf8))),
            ("columns.csv", FileBytes(Array(names.utf8))),
          ]))
    ]).network
  }

  @Test(arguments: 1...25)
  func relatednessIsWhatItsDefinitionSays(_ seed: Int) throws {
    let table = amounts(UInt64(seed))
    let total = Double(table.joined().reduce(0, +))
    guard total > 0 else { return }
    let rowSums = table.map { Double($0.reduce(0, +)) }
    let columnSums = (0..<6).map { column in Double(table.reduce(0) { $0 + $1[column] }) }
    func isStrong(_ row: Int, _ column: Int) -> Bool {
      table[row][column] > 0
        && Double(table[row][column]) / rowSums[row] / (columnSums[column] / total) >= 1
    }
    func count(_ holds: (Int) -> Bool) -> Double { Double(table.indices.count { holds($0) }) }
    func phi(_ p: Int, _ q: Int) -> Double? {
      let most = max(count { isStrong($0, p) }, count { isStrong($0, q) })
      return most == 0 || p == q
        ? nil : count { isStrong($0, p) && isStrong($0, q) } / most
    }
    func density(_ row: Int, _ column: Int) -> Double? {
      let others = (0..<6).filter { $0 != column }
      let all = others.reduce(0.0) { $0 + (phi(column, $1) ?? 0) }
      let own = others.reduce(0.0) { $0 + (isStrong(row, $1) ? phi(column, $1) ?? 0 : 0) }
      return all == 0 ? nil : own / all
    }
    let found = try TestNetworks.rows(
      """
      let t = rows select who, what, n
      columns as p each (columns) as q
        select p.id, q.id, relatedness(p.id, q.id, t), common_strengths(p.id, q.id, t),
          relatedness_density("r0", p.id, t), ubiquity(p.id, t), diversity("r0", t)
      """, network(table))
    #expect(found.count == 36)
    let isKnown = rowSums[0] > 0
    for (place, line) in found.enumerated() {
      let (p, q) = (place / 6, place % 6)
      let cells = line.split(separator: "|").map(String.init)
      func expect(_ cell: String, _ wanted: Double?) {
        #expect(
          wanted == nil ? cell == "∅" : abs((Double(cell) ?? .nan) - (wanted ?? 0)) < 1e-12,
          "\(line): \(cell) for \(wanted ?? .nan)")
      }
      // A column that no row has is not in the table, and nothing is known of it.
      expect(cells[2], columnSums[p] > 0 && columnSums[q] > 0 ? phi(p, q) : nil)
      expect(cells[3], count { isStrong($0, p) && isStrong($0, q) })
      expect(cells[4], isKnown ? density(0, p) : nil)
      expect(cells[5], count { isStrong($0, p) })
      expect(cells[6], Double((0..<6).count { isStrong(0, $0) }))
    }
  }
}
