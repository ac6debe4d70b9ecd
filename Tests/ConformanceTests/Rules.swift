// Comes in: nothing. Goes out: the rules by which a case is out of scope, or may differ from Hora on purpose, each
// with its reason in words. The page of documentation is made from here.

/// Why there is nothing to compare.
enum ScopeRule: String, CaseIterable, Sendable {
  case mutation, maps, messages, optionals, unsigned, bytes, bits, types, notANumber, timeOfDay
  case durations, calendarFields, lists, pathValues, variableLength, randomness, textFunctions
  case numberFunctions, listFunctions, graphFunctions, mixedGraph, graphSetup, graphUnknown,
    textsAsBools, numberBases, dynamicAmounts,
    optionalPatterns, patternsAsValues
  case foreignSyntax, foreignNames, keepingUnion

  var words: String {
    switch self {
    case .mutation: "changes the graph (`CREATE`, `MERGE`, `SET`, `DELETE`); Hora only reads"
    case .maps: "maps as values, or a function that gives or takes one"
    case .messages: "protobuf messages, their fields, wrappers and enumerations"
    case .optionals: "CEL's optional values (`optional.of`, `?.`, `[?…]`)"
    case .unsigned: "unsigned numbers; Hora has one whole number, of 64 bits with a sign"
    case .bytes: "bytes as values"
    case .bits: "operations on bits"
    case .types: "types as values (`type(x)`)"
    case .notANumber: "NaN, the infinities and negative zero; Hora has none of them"
    case .timeOfDay: "times of day, moments and time zones; Hora's dates are days"
    case .durations:
      "durations of less than a day, of parts of a unit, or written out as text or fields"
    case .calendarFields:
      "fields of a date that Hora does not give (week year, day of the week, of the quarter, of the year), or a text that is no ISO day"
    case .lists: "lists of lists, joining of lists, places counted from the end or computed"
    case .pathValues: "paths and lists of relationships as values"
    case .variableLength:
      "steps of any number over relationships, each of which counts as a row; Hora asks what can be reached"
    case .randomness: "random numbers"
    case .textFunctions:
      "a function of text that Hora does not have (`reverse`, `format`, `quote`, `indexOf`, …)"
    case .numberFunctions: "a function of numbers that Hora does not have"
    case .listFunctions:
      "a function of lists that Hora does not have (`reverse`, `flatten`, `transformMap`, …)"
    case .graphFunctions: "asks for the names of properties, which Hora's schema fixes"
    case .mixedGraph: "a property with values of several types; a column has one"
    case .graphUnknown: "a graph that stands in the background of its file and not in the data"
    case .numberBases: "numbers in base 8 or 16"
    case .textsAsBools: "a text read as a bool"
    case .graphSetup: "a graph made by statements that compute"
    case .dynamicAmounts:
      "`skip`, `take`, a place in a list, or the end of a range that is computed for each row"
    case .optionalPatterns:
      "optional patterns of more than one step, or without a node to start from"
    case .patternsAsValues:
      "patterns as values, or whole queries as conditions beyond a pattern and its `WHERE`"
    case .foreignSyntax:
      "a text that the other language's own grammar rejects, so that there is nothing to carry over"
    case .foreignNames: "a rule of the other language about names and containers"
    case .keepingUnion: "`UNION ALL`, which keeps what repeats; Hora's `union` is one of sets"
    }
  }
}

struct OutOfScope: Error {
  let rule: ScopeRule
  init(_ rule: ScopeRule) { self.rule = rule }
}
