// Random programs over random networks: the engine and the reference evaluator must agree.

import Foundation
import Hora
import HoraData
import Testing

@Suite struct OracleTests {
  private static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test func theEngineAgreesWithTheReference() throws {
    let isHeavy = ProcessInfo.processInfo.environment["HORA_HEAVY"] != nil
    let count = Int(Self.setting("HORA_QUERIES") ?? (isHeavy ? 100_000 : 3000))
    let seed = Self.setting("HORA_SEED") ?? 20_261_123
    var random = Random(seed)
    var coverage = Coverage()
    var reports: [String] = []
    let perNetwork = 20
    for number in 0..<(count + perNetwork - 1) / perNetwork {
      var networks = RandomNetwork(random.next())
      let model = networks.draw()
      let network = try EngineNetwork.build(model)
      for place in 0..<min(perNetwork, count - number * perNetwork) {
        var generator = Generator(model, seed: random.next())
        let program = generator.program()
        let verdict = Verdict(program, model, network)
        coverage.count(program, verdict)
        if case .rejected = verdict.engine { continue }
        guard let difference = verdict.difference, reports.count < 9 else { continue }
        var shrinker = Shrinker { program, model in
          guard let network = try? EngineNetwork.build(model) else { return false }
          return Verdict(program, model, network).isSameKind(as: verdict)
        }
        let (smallest, small) = shrinker.smallest(program, model)
        reports.append(
          Self.report(
            smallest, small, seed, number * perNetwork + place, difference, program))
      }
    }
    print(coverage.table)
    print(coverage.rejections.joined(separator: "\n"))
    for report in reports { Issue.record("\(report)") }
    #expect(coverage.disagreements == 0)
    #expect(coverage.rejected == 0)
    #expect(coverage.unsupported == 0)
    #expect(coverage.missing.isEmpty, "never drawn: \(coverage.missing)")
  }

  private static func report(
    _ program: String, _ model: Model, _ seed: UInt64, _ number: Int, _ difference: String,
    _ original: String
  ) -> String {
    let verdict = (try? EngineNetwork.build(model)).map { Verdict(program, model, $0) }
    return """
      query \(number) of seed \(seed)
      \(program)
      --- network
      \(model.text)
      --- engine
      \(verdict?.engineText ?? "")
      --- reference
      \(verdict?.oracleText ?? "")
      --- \(verdict?.difference ?? difference)
      --- as drawn
      \(original)
      """
  }
}
