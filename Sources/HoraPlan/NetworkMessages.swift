// Comes in: what is wrong with a network, or with what is asked of one. Goes out: the message.

import HoraEngine
import HoraSyntax

enum NetworkMessage {
  static func nodesAreEntities(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 370, message: "the nodes of a network are entities of one collection", range: range,
      notes: ["as in `network n = members via projects`"])
  }

  static func pathLeadsNowhere(_ type: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 371, message: "`via` needs a path to entities, and this is \(type)", range: range,
      notes: ["a path to the same collection ties directly, a path to another by what is shared"])
  }

  static func weightIsNoNumber(_ type: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(code: 372, message: "a weight is a number, and this is \(type)", range: range)
  }

  static func notAValue(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 373, message: "`\(name)` is a network, not a value", range: range,
      notes: ["ask it something, `degree(\(name))`, or take its ties as rows: `\(name) take 10`"])
  }

  static func notANetwork(
    _ function: String, _ relations: [String], _ networks: [String], _ range: SourceRange
  ) -> Diagnostic {
    let known = (networks + relations).map { "`\($0)`" }
    return Diagnostic(
      code: 374,
      message: "`\(function)` is asked of a network, or of a relation to the same collection",
      range: range,
      notes: [
        known.isEmpty
          ? "make one first: `network n = members via projects`"
          : "there is " + known.joined(separator: ", ")
      ])
  }

  static func noNode(
    _ function: String, _ network: String, _ collection: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 375, message: "no row of `\(collection)` is at hand to ask `\(function)` of",
      range: range, notes: ["name it first: `\(function)(a, \(network))`"])
  }

  static func wrongNode(
    _ function: String, _ type: String, wants collection: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 376, message: "the network's nodes are \(collection), and this is \(type)", range: range
    )
  }

  static func unknownOption(
    _ function: String, _ option: String, _ known: [String], _ nearest: [String],
    _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: 377, message: "`\(function)` has no option `\(option)`", range: range,
      notes: [
        known.isEmpty
          ? "it has none" : "it has " + known.map { "`\($0):`" }.joined(separator: ", ")
      ], fixIts: nearest.map { FixIt("write `\($0)`", replace: range, with: $0) })
  }

  static func wrongOption(
    _ option: String, _ type: String, wants: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(code: 378, message: "`\(option):` needs \(wants), not \(type)", range: range)
  }

  static func wrongAgainst(_ collection: String, _ things: String, _ range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      code: 389, message: "`against` needs other \(collection), or a branch of \(things)",
      range: range,
      notes: ["as in `against \(collection)`, or `against \"…\"` with a label or code"])
  }

  static func profileIsNoPath(_ type: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 390, message: "`by` needs a path to what an entity has, and this is \(type)",
      range: range, notes: ["as in `by competences`"])
  }

  static func noProfile(_ collection: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: 391, message: "`\(collection)` has no `competences` to compare", range: range,
      notes: ["`by:` names another path: `by: projects.fields`"])
  }

  static func needsOption(_ function: String, _ option: String, _ range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      code: 379, message: "`\(function)` needs a grouping", range: range,
      notes: ["as in `\(function)(n, \(option): country)`"])
  }
}
