// Comes in: a call of what is no function. Goes out: one message: the nearest function, ours for another
// language's, or that a collection is not called.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func unknownFunction(_ name: String, _ nameNode: NodeID, _ step: NodeID) {
    let key = Names.key(name)
    if let message = collectionAsCall(name, nameNode, step) {
      report(message)
      return
    }
    let defined = definitions.values.compactMap {
      if case .def(let definition) = $0 { definition.name } else { nil }
    }
    let known =
      defined.sorted() + Checker.aggregates.keys.sorted() + Checker.functionNames
      + Checker.windowNames.sorted() + [Checker.fuzzyName]
    let foreign = Checker.foreignFunctions[key]
    report(
      CheckMessage.unknownFunction(
        name, nearest: foreign.map { [$0] } ?? nearest(name, in: known, limit: 3),
        note: Checker.foreignNotes[key], tree.range(of: nameNode)))
  }

  /// Functions of other languages, and ours.
  private static let foreignFunctions: [String: String] = [
    "len": "length", "char_length": "length", "mean": "avg", "average": "avg",
    "substring": "slice", "substr": "slice", "lcase": "lower", "tolower": "lower",
    "lowercase": "lower", "ucase": "upper", "toupper": "upper", "uppercase": "upper",
    "std": "stddev", "stdev": "stddev", "minimum": "min", "maximum": "max", "total": "sum",
    "ceiling": "ceil", "power": "pow", "log": "ln", "startswith": "starts_with",
    "endswith": "ends_with", "collect": "list", "array_agg": "list", "str": "text",
    "to_string": "text", "tostring": "text", "number": "decimal", "float": "decimal",
  ]

  private static let foreignNotes: [String: String] = [
    "ifnull": "`a ?? b` is b where a is missing", "isnull": "`x is missing` asks for it",
    "nvl": "`a ?? b` is b where a is missing", "coalesce": "`a ?? b` is b where a is missing",
    "iif": "`if a then b else c`", "concat": "texts are joined with `+`",
    "now": "a program sees no clock unless its host gives one",
    "getdate": "a program sees no clock unless its host gives one",
    "in": "`x in [a, b]`", "distinct": "`distinct` is a clause: it stands behind the query",
  ]
}
