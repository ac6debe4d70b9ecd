// Large and deep programs, limits, cancellation: an answer or one clear error, never a trap.

import Foundation
import Hora
import Testing

struct LimitTests {
  static func chain(_ term: String, _ word: String, _ count: Int) -> String {
    [String](repeating: term, count: count).joined(separator: " \(word) ")
  }

  static let long: [(String, Int)] = [
    ("members where " + chain("size = 1", "or", 20_000) + " select id", 0),
    ("members where " + chain("size != 1", "and", 20_000) + " select id", 12),
    ("members select n = " + chain("1", "+", 50_000) + " take 1", 1),
    ("members select n = " + chain("size", "??", 20_000) + " take 1", 1),
    ("members select n = " + chain("\"a\"", "+", 20_000) + " take 1", 1),
    ("members where size in [" + chain("1", ",", 50_000) + "]", 0),
    ("members where not not not not not not not not size = 1", 0),
  ]

  @Test(arguments: long.indices)
  func longChainsRun(_ index: Int) throws {
    let (program, rows) = Self.long[index]
    let network = try TestNetworks.made()
    let answer = try Environment(network: network).compile(program).run()
    #expect(answer.results[0].rowCount == rows)
  }

  /// A hundred thousand mistakes are a hundred messages, soon.
  @Test func manyMistakesAreCutShort() throws {
    let network = try TestNetworks.made()
    do {
      _ = try Environment(network: network).compile(
        "members where " + Self.chain("sise = 1", "or", 20_000))
      Issue.record("compiles")
    } catch {
      #expect((1...100).contains(error.diagnostics.count))
    }
  }

  /// Deep programs run, or say that they are too deep, on a thread with half a megabyte.
  static let deep = [
    String(repeating: "(", count: 180) + "1" + String(repeating: ")", count: 180),
    "members where " + String(repeating: "not (", count: 90) + "size = 1"
      + String(repeating: ")", count: 90),
    String(repeating: "count(members where size > ", count: 40) + "1"
      + String(repeating: ")", count: 40),
    "members where " + String(repeating: "exists projects[exists members[", count: 20) + "size = 1"
      + String(repeating: "]]", count: 20),
    String(repeating: "if 1 = 1 then 1 else (", count: 60) + "2"
      + String(repeating: ")", count: 60),
    (0..<2000).map { "let a\($0 + 1) = a\($0) where size != \($0)" }
      .reduce("let a0 = members") { $0 + "\n" + $1 } + "\na2000",
  ]

  @Test(arguments: deep.indices)
  func deepProgramsNeedLittleStack(_ index: Int) throws {
    let program = Self.deep[index]
    let network = try TestNetworks.made()
    let box = Box()
    let thread = Thread {
      do {
        _ = try Environment(network: network).compile(program).run()
        box.set("")
      } catch let error as CompileError {
        let codes = Set(error.diagnostics.map(\.code.number))
        box.set(codes == [397] ? "" : "\(codes)")
      } catch {
        // Forty levels of relations inside one another are also very many elements.
        let failure = error as? ProgramError
        if case .limitReached? = failure?.cause { return box.set("") }
        box.set(failure?.diagnostic?.code.number == 522 ? "" : "\(error)")
      }
    }
    thread.stackSize = 1 << 19
    thread.start()
    while box.value == nil { usleep(1000) }
    #expect(box.value == "")
  }

  final class Box: @unchecked Sendable {
    private let lock = NSLock()
    private var held: String?
    var value: String? { lock.withLock { held } }
    func set(_ value: String) { lock.withLock { held = value } }
  }

  @Test func limitsStopARun() throws {
    let network = try TestNetworks.made()
    let program = try Environment(network: network).compile(
      "pairs members as a, b where exists (members as c where c = a and size > 1)")
    #expect(throws: ProgramError.self) {
      try program.run(limits: RunLimits(steps: 1000, rows: nil))
    }
    #expect(throws: ProgramError.self) {
      try program.run(limits: RunLimits(steps: nil, rows: 10))
    }
    // The same plan and data take the same number of steps.
    #expect(try program.run().steps == program.run().steps)
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try TestNetworks.made()
    let program = try Environment(network: network).compile("members")
    let task = Task { () -> Bool in
      while !Task.isCancelled { await Task.yield() }
      do {
        _ = try program.run()
        return false
      } catch {
        return (error as? ProgramError)?.cause == .cancelled
      }
    }
    task.cancel()
    #expect(await task.value)
  }

  /// One program, many tasks.
  @Test func aProgramIsShared() async throws {
    let network = try TestNetworks.made()
    let program = try Environment(network: network).compile(
      "param n: int\nmembers where name ~ \"ict\" or competence ~ \"AI\" take $n select id")
    let wanted = try (1...5).map { try program.run(["n": .int(Int64($0))]).results[0].rowCount }
    let counts = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
      for i in 0..<200 {
        group.addTask {
          let n = i % 5 + 1
          return (n, try program.run(["n": .int(Int64(n))]).results[0].rowCount)
        }
      }
      var all: [(Int, Int)] = []
      for try await pair in group { all.append(pair) }
      return all
    }
    #expect(counts.count == 200)
    for (n, rows) in counts { #expect(rows == wanted[n - 1]) }
  }
}

/// A checker that may use little stack refuses what is deep, with one message.
@Test(arguments: [20_000, 60_000, 100_000])
func aCheckersStackIsItsHosts(_ bytes: Int) throws {
  let program =
    String(repeating: "count(members where exists (", count: 90) + "members"
    + String(repeating: "))", count: 90)
  do {
    _ = try Environment(network: TestNetworks.made()).compile(
      program, limits: SyntaxLimits(stackBytes: bytes))
    Issue.record("compiles")
  } catch let error as CompileError {
    // The parser asks the same limit first.
    #expect(error.diagnostics.count == 1)
    #expect([397, 220].contains(error.diagnostics.first?.code.number))
  }
}
