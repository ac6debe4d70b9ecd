// Comes in: nothing. Goes out: the functions the engine runs, by name.

/// A built-in function of one row.
public enum Function: String, Sendable, Hashable, CaseIterable {
  // text
  case lower, upper, trim, fold, transliterate, length, contains
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case replace, slice, split, join, similarity
  // number
  case abs, round, floor, ceil, sqrt, ln, log10, exp, pow
  case least, greatest
  // date
  case today, year, month, quarter, day, week
  // conversion
  case toInt = "int"
  case toDecimal = "decimal"
  case toText = "text"
  case toDate = "date"
  // sets
  case jaccard, cosine, overlap
  case associationStrength = "association_strength"
  case containsAll = "contains_all"
  case sameSet = "same_set"
  // used by the checker only: the ends of an interval
  case firstDay = "first_day"
  case lastDay = "last_day"
}
