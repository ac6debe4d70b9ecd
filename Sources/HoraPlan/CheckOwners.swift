// Comes in: the argument of an aggregate over rows. Goes out: the entities it is read from, each of which
// counts once a group. It must not look at data.

import HoraEngine

extension Checker {
  /// The entities that an argument is read from: each counts once a group. Empty where a column
  /// made by `add` takes part: then every row counts.
  func owners(of id: ExpressionID) -> [ExpressionID] {
    var found: [ExpressionID] = []
    var perRow = false
    /// The value itself.
    func walk(_ id: ExpressionID) {
      let expression = plan.expressions[id]
      switch expression.kind {
      case .column(let depth, _):
        if depth > 0 { return }
        if expression.type.isEntity { found.append(id) } else { perRow = true }
      case .field(let source, _):
        if plan.expressions[source].cardinality == .many {
          found.append(source)
        } else {
          step(from: source)
        }
      case .follow(let source, _), .reachable(let source, _, _), .unique(let source),
        .elements(.path(let source), _, _):
        walk(source)
      case .elements(.links, _, _): perRow = true
      case .single(let source), .not(let source), .exists(let source), .negate(let source),
        .matches(let source, _), .memberOf(let source, _):
        part(source)
      case .quantified(_, .path(let source), _): part(source)
      case .quantified(_, .links(let source, _), _): step(from: source)
      case .list(let parts), .and(let parts), .or(let parts), .concatenate(let parts),
        .coalesce(let parts), .call(_, let parts):
        for one in parts { part(one) }
      case .compare(_, let a, let b): for one in [a, b] { part(one) }
      case .between(let a, let b, let c): for one in [a, b, c] { part(one) }
      case .arithmetic(let first, let steps):
        part(first)
        for step in steps { part(step.operand) }
      case .conditional(let branches, let otherwise):
        for branch in branches {
          part(branch.condition)
          part(branch.value)
        }
        part(otherwise)
      case .aggregate(_, let argument, _): beginning(argument)
      case .subquery: perRow = perRow || expression.reach > 0
      case .graph(let call): for one in call.nodes { part(one) }
      case .measure(let call): for one in call.arguments { part(one) }
      case .missing, .constant, .parameter, .letValue, .lookup: break
      }
    }
    /// What takes part in a value: of many values, where their path begins.
    func part(_ id: ExpressionID) {
      if plan.expressions[id].cardinality == .many { beginning(id) } else { walk(id) }
    }
    func beginning(_ id: ExpressionID) {
      switch plan.expressions[id].kind {
      case .follow(let source, _), .reachable(let source, _, _), .field(let source, _),
        .elements(.links(let source, _), _, _):
        step(from: source)
      case .unique(let source), .elements(.path(let source), _, _): beginning(source)
      case .column: perRow = true
      default: walk(id)
      }
    }
    func step(from source: ExpressionID) {
      if plan.expressions[source].cardinality == .many {
        beginning(source)
      } else if case .column = plan.expressions[source].kind {
        walk(source)
      } else {
        found.append(source)
      }
    }
    walk(id)
    return perRow ? [] : found
  }
}
