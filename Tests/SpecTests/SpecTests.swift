// The specification suite: every program of Tests/Spec gives the rows it should.

import Foundation
import Hora
import HoraData
import Testing

struct SpecTests {
  static func network(_ path: String) throws -> Network {
    try NetworkLoader.load([.path(SpecFiles.root.appending(path: path).path)]).network
  }

  /// The answer of a program's last statement, as text.
  static func answer(_ program: String, _ network: Network) throws -> SpecTable {
    let compiled = try Environment(network: network).compile(program)
    guard let result = try compiled.run().results.last else {
      return SpecTable(header: [], rows: [])
    }
    return SpecTable(
      header: result.columns.map(\.info.name),
      rows: (0..<result.rowCount).map { row in
        result.columns.indices.map { result.text(row: row, column: $0) }
      })
  }

  static func describe(_ error: any Error) -> String {
    switch error {
    case let error as CompileError:
      error.diagnostics.map { "\($0.code) \($0.message) \($0.notes)" }.joined(separator: "; ")
    case let error as ProgramError:
      error.diagnostic.map { "\($0.code) \($0.message) \($0.notes)" } ?? "\(error.cause)"
    default: "\(error)"
    }
  }

  /// What is wrong with a case, in words; nil where nothing is.
  static func verdict(_ test: SpecCase, _ network: Network, _ base: SQLite?) -> String? {
    do {
      if test.headers["later"] != nil {
        do {
          _ = try answer(test.program, network)
          return "runs, though it is marked as later"
        } catch let error as CompileError {
          let codes = Set(error.diagnostics.filter { $0.severity == .error }.map(\.code.number))
          return codes == [399] ? nil : "an error of its own: \(describe(error))"
        }
      }
      if let says = test.headers["tests"] {
        let outcomes = try Environment(network: network).compile(test.program).runTests()
        let notes = outcomes.compactMap(\.failure).map(\.notes)
        return outcomes.count == 1 && notes == [[says]] ? nil : "\(outcomes)"
      }
      let wanted: SpecTable
      if let sql = test.sql, let base {
        wanted = try base.query(sql)
      } else if let expect = test.expect {
        wanted = SpecTable(csv: expect)
      } else {
        return "neither SQL nor rows"
      }
      let got = try answer(test.program, network)
      if test.sql != nil, wanted.rows.isEmpty != (test.headers["empty"] == "yes") {
        return "the right answer has \(wanted.rows.count) rows"
      }
      if let known = test.headers["known"].flatMap({ (text: String) in Int(text) }) {
        let single = got.rows.count == 1 && got.rows[0].count == 1 ? got.rows[0][0] : nil
        let value = (single ?? nil).flatMap { (text: String) in Int(text) } ?? got.rows.count
        if value != known && got.rows.count != known { return "\(value), known is \(known)" }
      }
      return got.difference(
        from: wanted, anyOrder: test.headers["order"] == "any",
        anyColumns: test.headers["columns"] == "any")
    } catch {
      return describe(error)
    }
  }

  @Test func realNetworkAgreesWithSQLite() throws {
    let network = try Self.network("examples/networks/balkan-black-sea")
    let base = try SQLite.builtinNetwork()
    let cases = try SpecFiles.cases(in: "Tests/Spec/real")
    var later = 0
    for test in cases {
      if test.headers["later"] != nil { later += 1 }
      if let fault = Self.verdict(test, network, base) {
        Issue.record("\(test.file), \(test.name)\n\(test.program)\n\(fault)")
      }
    }
    #expect(cases.count >= 160)
    print("specification over real data: \(cases.count) programs, \(later) of later versions")
  }

  @Test func madeNetworksGiveTheRowsInTheFile() throws {
    let networks = [
      "network": try Self.network("Tests/Spec/made/network"),
      "edges": try Self.network("Tests/Spec/made/edges"),
    ]
    let cases = try SpecFiles.cases(in: "Tests/Spec/made")
    var later = 0
    for test in cases {
      guard let network = networks[test.headers["data"] ?? "network"] else {
        Issue.record("\(test.name): no such data")
        continue
      }
      if test.headers["later"] != nil { later += 1 }
      if let fault = Self.verdict(test, network, nil) {
        Issue.record("\(test.file), \(test.name)\n\(test.program)\n\(fault)")
      }
    }
    print("specification over made data: \(cases.count) programs, \(later) of later versions")
  }

  /// No cell of clause × edge may be empty.
  @Test func everyClauseMeetsEveryEdge() throws {
    let clauses =
      "where select add drop each follow summarize count sort top take skip distinct union intersect minus"
      .split(separator: " ")
    let edges = "missing many empty duplicate Unicode extremes".split(separator: " ")
    let names = Set(try SpecFiles.cases(in: "Tests/Spec/made").map(\.name))
    for clause in clauses {
      for edge in edges { #expect(names.contains("\(clause) / \(edge)")) }
    }
  }
}
