// Comes in: what was noted in a translation, and Hora's answer. Goes out: by which rule it differs on purpose, with the
// reason in words.

enum Divergence: String, CaseIterable, Sendable {
  case twoValuedLogic, noMissingElements, oneTypeLists, noListsOfLists, comparableTypes
  case typedOperations, listsAsValues, textOrder, namesChecked, isoDates, leniency
  case conditionsAreBools, joinedLists, conversions, letterCase
  case noNaN, composedText, exactNumbers, widerTypes, namedElements, columnsByPlace

  var words: String {
    switch self {
    case .twoValuedLogic:
      "Logic has two values. A comparison with nothing in it is false and its negation true, where Cypher and CEL say null; `x = missing` is an error"
    case .noMissingElements: "A list holds values; a missing element is left out of it"
    case .oneTypeLists:
      "The elements of a list, and the branches of a condition, have one type; mixed ones are an error before anything runs"
    case .noListsOfLists:
      "There are no lists of lists; many values where one is needed are an error with its cures"
    case .comparableTypes:
      "A comparison between types that do not compare is an error before anything runs, not false or null"
    case .typedOperations:
      "A function or operator given a type it does not take is an error before anything runs"
    case .listsAsValues:
      "`=` between many values asks whether some of the left equals some of the right; lists are not compared as wholes"
    case .textOrder:
      "Text is put in order by its search form (case, marks and scripts aside), then by code points, so “a” and “B” stand as in a dictionary"
    case .namesChecked: "An unknown name is an error before anything runs"
    case .isoDates:
      "A text is read as a date only if it is written as `2015-07-21`; anything else is missing, with a counted warning, and an error under `--strict`"
    case .leniency:
      "What is not there is missing, not an error: a place beyond the end of a list or text, the property of nothing"
    case .conditionsAreBools: "A condition is true or false by its type; any other type is an error"
    case .joinedLists: "`+` joins texts; sets are joined by `union`"
    case .conversions:
      "`int`, `decimal` and `text` read and write numbers in Hora's own forms; what they cannot read is missing, with a counted warning"
    case .noNaN:
      "There is no NaN and no infinity: a decimal divided by zero is missing, with a counted warning"
    case .composedText:
      "Text is compared in its composed form: canonically equivalent texts are equal"
    case .exactNumbers: "Whole numbers and decimals are compared by their exact values"
    case .widerTypes:
      "Hora also takes what the other language refuses: `%` and rounding of every number, `in` with one value, a path as a condition anywhere, a sort key that computes with both keys and totals of groups"
    case .namedElements: "A query in an expression may give names to what it runs over"
    case .columnsByPlace: "Set words join columns by their places; the names are the left's"
    case .letterCase: "`lower` and `upper` work on the letters of every script, not of ASCII alone"
    }
  }

  /// Where the check rejects what the other language runs.
  static func ofCodes(_ codes: [Int], _ notes: Set<Note>) -> Divergence? {
    let rules: [Int: Divergence] = [
      321: .oneTypeLists, 322: .oneTypeLists, 313: .noListsOfLists, 314: .comparableTypes,
      318: .twoValuedLogic, 320: .typedOperations, 319: .typedOperations, 342: .typedOperations,
      312: .conditionsAreBools, 311: .typedOperations, 301: .namesChecked, 303: .namesChecked,
    ]
    if notes.contains(.listJoin) { return .joinedLists }
    if notes.contains(.listComparison) { return .listsAsValues }
    let found = codes.compactMap { rules[$0] }
    return found.count == codes.count ? found.first : nil
  }

  /// Where Hora answers what is an error in the other language.
  static func ofAnswer(_ expected: String, _ notes: Set<Note>) -> Divergence? {
    if notes.contains(.listComparison) { return .listsAsValues }
    if expected.contains("UndefinedVariable"), notes.contains(.namedElements) {
      return .namedElements
    }
    if expected.contains("DifferentColumns") { return .columnsByPlace }
    if notes.contains(.lenient) { return .leniency }
    if notes.contains(.widerTypes) || expected.contains("AmbiguousAggregation") {
      return .widerTypes
    }
    if notes.contains(.conversion) { return .conversions }
    return nil
  }

  /// Where both answer, and differently.
  /// - Parameter isReckoned: both answers are what their rules give.
  static func ofRows(
    _ comparison: RowComparison, _ notes: Set<Note>, isReckoned: Bool
  ) -> Divergence? {
    if notes.contains(.listComparison) { return .listsAsValues }
    if comparison.isReordered, notes.contains(.textOrder) { return .textOrder }
    if notes.contains(.missingElements), isReckoned || notes.contains(.conversion) {
      return .noMissingElements
    }
    // A negation keeps the rows whose value is missing.
    if notes.contains(.negation), comparison.hasMore { return .twoValuedLogic }
    guard let differences = comparison.differences else { return nil }
    // A condition about something missing, and what is asked of that.
    func isBool(_ value: Value) -> Bool { value == .bool(true) || value == .bool(false) }
    if isReckoned, notes.contains(.missingLogic),
      differences.allSatisfy({ isBool($0.got) && (isBool($0.expected) || $0.expected == .null) })
    {
      return .twoValuedLogic
    }
    if notes.contains(.missingLogic) || notes.contains(.labelOfNothing),
      differences.allSatisfy({
        $0.expected == .null && ($0.got == .bool(true) || $0.got == .bool(false))
      })
    {
      return .twoValuedLogic
    }
    func got(_ test: (Value) -> Bool) -> Bool { differences.allSatisfy { test($0.got) } }
    if notes.contains(.textOrder) { return .textOrder }
    if notes.contains(.dateText), got({ $0 == .null }) { return .isoDates }
    if notes.contains(.letterCase), got({ $0 == .bool(false) }) { return .letterCase }
    if notes.contains(.lenient), got({ $0 == .null || $0 == .bool(false) }) { return .leniency }
    if notes.contains(.mixedNumbers) { return .exactNumbers }
    if notes.contains(.textEquality), got({ $0 == .bool(true) }) { return .composedText }
    return nil
  }
}
