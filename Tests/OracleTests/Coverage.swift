// How often each clause, function and operator was drawn, and how often the answer had rows.

import HoraSyntax

struct Coverage {
  private var drawn: [String: (all: Int, withRows: Int)] = [:]
  private(set) var queries = 0
  private(set) var disagreements = 0
  private(set) var rejected = 0
  private(set) var unsupported = 0
  private(set) var errors = 0
  private(set) var rejections: [String] = []

  mutating func count(_ program: String, _ verdict: Verdict) {
    queries += 1
    if verdict.difference != nil { disagreements += 1 }
    switch (verdict.engine, verdict.oracle) {
    case (.rejected(let why), _):
      rejected += 1
      rejections.append("oracle: rejected: \(why.joined(separator: "; "))\n\(program)")
    case (_, .unsupported): unsupported += 1
    case (.failed, _): errors += 1
    default: break
    }
    for part in Set(Coverage.parts(program)) {
      drawn[part, default: (0, 0)].all += 1
      if verdict.hasRows { drawn[part, default: (0, 0)].withRows += 1 }
    }
  }

  private static func parts(_ program: String) -> [String] {
    let tree = parse(SourceText(program)).tree
    var result: [String] = []
    for node in tree.allNodes {
      let kind = tree.kind(of: node)
      let name = "\(kind)"
      switch kind {
      case .comparison, .quantifiedComparison:
        if let operation = tree.comparisonOperator(of: node) { result.append(operation.rawValue) }
      case .quantifier:
        if let quantifier = tree.quantifierKind(of: node) { result.append("\(quantifier)") }
      case .postfixExpression:
        let children = tree.soundChildren(of: node)
        guard children.count > 1, tree.kind(of: children[1]) == .callStep else { break }
        let isWindow = children.count > 2 && tree.kind(of: children[2]) == .overStep
        let called = tree.text(of: children[0])
        if !(called.hasPrefix("f") && Int(called.dropFirst()) != nil) {
          result.append(called + (isWindow ? "() over" : "()"))
        }
      default:
        if name.hasSuffix("Clause") || name.hasSuffix("Statement") || name.hasSuffix("Step")
          || name.hasSuffix("Expression") || name.hasSuffix("Literal") || name.hasSuffix("Source")
          || kind == .withTies || kind == .perKeys || kind == .grouping || kind == .negation
        {
          result.append(name)
        }
      }
    }
    return result
  }

  private static let wanted = [
    "whereClause", "selectClause", "addClause", "dropClause", "eachClause", "followClause",
    "summarizeClause", "countClause", "sortClause", "topClause", "takeClause", "skipClause",
    "distinctClause", "unionClause", "intersectClause", "minusClause", "pivotClause",
    "letStatement", "defStatement", "pairsSource", "withTies", "perKeys", "hopStep", "filterStep",
    "=", "!=", "<", "<=", ">", ">=", "~", "!~", "in", "not in", "under", "not under", "is missing",
    "is not missing", "some", "every", "no", "atLeast", "atMost", "exactly", "rank() over",
    "row_number() over", "lag() over", "lead() over", "running_sum() over", "share() over",
    "rca() over", "fuzzy()", "jaccard()", "split()", "join()", "percentile()", "stddev()",
  ]

  /// What should have been drawn with rows in the answer, and was not.
  var missing: [String] { Coverage.wanted.filter { (drawn[$0]?.withRows ?? 0) == 0 } }

  var table: String {
    let lines = drawn.keys.sorted().map { key in
      let (all, withRows) = drawn[key] ?? (0, 0)
      return "oracle: \(key): \(all), \(withRows) with rows"
    }
    return
      ([
        "oracle: \(queries) queries, \(disagreements) disagreements, \(rejected) rejected, \(unsupported) not covered, \(errors) errors"
      ]
      + lines).joined(separator: "\n")
  }
}
