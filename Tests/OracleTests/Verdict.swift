// One program asked of both sides, and what they disagree about.

import Foundation
import Hora

struct Verdict {
  enum Outcome {
    case rejected([String])
    case unsupported(String)
    case failed(Int)
    case answer(Grid)
  }
  let engine: Outcome
  let oracle: Outcome

  /// With `HORA_TRACE`, every program is printed before it runs: the last one is what stopped all.
  private static let traces = ProcessInfo.processInfo.environment["HORA_TRACE"] != nil

  init(_ program: String, _ model: Model, _ network: Network) {
    if Verdict.traces { print("oracle: asks\n\(program)\n\(model.text)\n") }
    switch EngineNetwork.run(program, network) {
    case .rejected(let why):
      engine = .rejected(why)
      // The reference evaluator knows only programs that are well typed.
      oracle = .unsupported("ill-typed programs")
      return
    case .failed(let code): engine = .failed(code)
    case .answer(let grid): engine = .answer(grid)
    }
    do {
      oracle = .answer(Grid(try Evaluator.answer(program, model), model))
    } catch let failure as Failure {
      oracle = .failed(failure.code)
    } catch let unsupported as Unsupported {
      oracle = .unsupported(unsupported.what)
    } catch {
      oracle = .unsupported("\(error)")
    }
  }

  private static let names: Set<Int> = [510, 511, 512]

  var hasRows: Bool { if case .answer(let grid) = engine { !grid.rows.isEmpty } else { false } }

  /// Nil where both agree.
  var difference: String? {
    switch (engine, oracle) {
    case (.answer(let mine), .answer(let theirs)): mine.difference(from: theirs)
    case (.failed(let mine), .failed(let theirs)):
      // Which of several wrong names is told first is left open.
      mine == theirs || Verdict.names.isSuperset(of: [mine, theirs])
        ? nil : "errors H\(mine) and H\(theirs)"
    case (.rejected(let why), _): "rejected: \(why.joined(separator: "; "))"
    case (_, .unsupported(let what)): "the reference has no \(what)"
    case (.failed(let code), _): "the engine fails with H\(code)"
    case (_, .failed(let code)): "the reference fails with H\(code)"
    default: "cannot be compared"
    }
  }

  /// True where the other disagrees in the same way, so that shrinking does not lead elsewhere.
  func isSameKind(as other: Verdict) -> Bool {
    guard difference != nil else { return false }
    switch (engine, oracle, other.engine, other.oracle) {
    case (.rejected(let mine), _, .rejected(let theirs), _):
      return mine.first?.prefix(5) == theirs.first?.prefix(5)
    case (.rejected, _, _, _), (_, _, .rejected, _): return false
    case (_, .unsupported, _, .unsupported): return true
    case (_, .unsupported, _, _), (_, _, _, .unsupported): return false
    case (.answer, .answer, .answer, .answer), (.failed, .answer, .failed, .answer),
      (.answer, .failed, .answer, .failed), (.failed, .failed, .failed, .failed):
      return true
    default: return false
    }
  }

  var engineText: String { text(engine) }
  var oracleText: String { text(oracle) }

  private func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .rejected(let why): "  rejected: \(why.joined(separator: "; "))"
    case .unsupported(let what): "  no \(what)"
    case .failed(let code): "  error H\(code)"
    case .answer(let grid): grid.text
    }
  }
}
