// Comes in: nothing. Goes out: Hora text with what is known of its value while it is being written, and the
// spelling of names and literals.

/// What kind of value a term has, as far as it can be told.
indirect enum Kind: Hashable, Sendable {
  case null, bool, int, float, text, date, duration, node, link
  /// A day with a time; only its day can be carried over.
  case moment
  /// A path or a list of relationships.
  case path
  case list(Kind)
  case unknown

  var isNumber: Bool { self == .int || self == .float }
  var isList: Bool { if case .list = self { true } else { false } }
  var element: Kind { if case .list(let element) = self { element } else { .unknown } }

  /// The kind of values some of which have one, some the other.
  func joined(_ other: Kind) -> Kind {
    if self == other || other == .null { return self }
    if self == .null { return other }
    if isNumber && other.isNumber { return .float }
    return .unknown
  }
}

/// A piece of Hora text.
struct Written {
  /// The levels of Hora's grammar, loosest first.
  enum Level: Int, Comparable {
    case conditional, or, and, not, comparison, coalesce, sum, product, minus, exists, postfix
    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  var text: String
  var level: Level
  var kind: Kind

  init(_ text: String, _ level: Level = .postfix, _ kind: Kind) {
    self.text = text
    self.level = level
    self.kind = kind
  }

  /// In brackets where it binds looser than its place needs.
  func at(_ least: Level) -> String { level < least ? "(\(text))" : text }
}

/// What took part in a translation that may make Hora's answer another one, by a rule of the page.
enum Note: Hashable, Sendable {
  /// A missing value in a condition.
  case missingLogic
  /// A label asked of a node that may be missing.
  case labelOfNothing
  /// A negation, which keeps what is missing.
  case negation
  /// A query in an expression that names its elements.
  case namedElements
  /// More types than the other language's function takes.
  case widerTypes
  /// A decimal divided by zero.
  case decimalByZero
  /// Texts asked whether they are equal.
  case textEquality
  /// Whole numbers beside decimals.
  case mixedNumbers
  /// A list with missing elements.
  case missingElements
  /// Lists compared as wholes.
  case listComparison
  /// Texts put in order.
  case textOrder
  /// A text read as a date.
  case dateText
  /// `+` of lists.
  case listJoin
  /// A place that may lie beyond an end: something missing instead of an error.
  case lenient
  /// Case mapping of other than ASCII letters.
  case letterCase
  /// A text or number read as another type.
  case conversion
}

enum Spelling {
  static let reserved: Set<String> = [
    "where", "select", "add", "drop", "each", "follow", "summarize", "sort", "top", "take", "skip",
    "distinct", "union", "intersect", "minus", "pivot", "sample", "cover", "expect", "show", "save",
    "and", "or", "not", "in", "under", "is", "missing", "true", "false", "exists", "if", "then",
    "else", "it", "count", "by", "as", "over", "some", "every", "no", "at", "exactly", "let", "def",
    "param", "use", "print", "for", "test", "assert", "language", "network", "match", "pairs",
    "paths", "gaps", "with", "max", "per", "via", "weight", "prefer", "without", "optional", "desc",
    "asc", "least", "most",
  ]

  static func name(_ name: String) -> String {
    let isPlain =
      name.unicodeScalars.allSatisfy {
        $0 == "_" || $0.isDigit || ($0 >= "a" && $0 <= "z") || ($0 >= "A" && $0 <= "Z")
      } && name.unicodeScalars.first?.isDigit == false
    if isPlain && !reserved.contains(name.lowercased()) { return name }
    return "`" + name.filter { $0 != "`" && $0 != "\n" } + "`"
  }

  static func text(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func int(_ digits: String) -> String {
    let trimmed = digits.drop { $0 == "0" }
    return trimmed.isEmpty ? "0" : String(trimmed)
  }

  static func float(_ digits: String) -> String {
    digits.contains(".") || digits.contains("e") ? digits : digits + ".0"
  }
}
