// The words of the language.
// A word is looked up without regard to case. Only the reserved ones can never be a plain name;
// all others are names wherever a name can stand.

public enum Word: String, Sendable, Hashable, CaseIterable {
  // Reserved: words that begin a clause.
  case `where`, select, add, drop, each, follow, summarize, sort, top, take, skip, distinct
  case union, intersect, minus, pivot, sample, cover, expect, show, save
  // Reserved: words of expressions.
  case and, or, not, `in`, under, `is`, missing, `true`, `false`, exists, `if`, then, `else`, it
  case `as`, by
  // Everything else.
  case count
  case `let`, def, param, use, network, print, `for`, test, assert, language
  case pairs, paths, match, gaps
  /// `some` and `none` would be mistaken for the cases of an Optional.
  case someOf = "some"
  case every, no, at, least, most, exactly
  case optional, asc, desc, per, with, without, ties, seed, max, different, prefer
  case of, need, eligible, best
  case from, to, shortest, all, cheapest, via, weight, against, over
  case noneOf = "none"
  case rows

  /// True for words that are a name only in backticks or after a dot.
  public var isReserved: Bool {
    isClauseWord ? self != .count : isReservedInExpressions
  }

  /// True for words that begin a clause.
  public var isClauseWord: Bool {
    switch self {
    case .where, .select, .add, .drop, .each, .follow, .summarize, .sort, .top, .take, .skip,
      .distinct, .union, .intersect, .minus, .pivot, .sample, .cover, .expect, .show, .save, .count:
      true
    default: false
    }
  }

  private var isReservedInExpressions: Bool {
    switch self {
    case .and, .or, .not, .in, .under, .is, .missing, .true, .false, .exists, .if, .then, .else,
      .it, .as, .by:
      true
    default: false
    }
  }

  /// The words that begin a clause, in the order of the reference.
  public static let clauseWords: [String] = allCases.filter(\.isClauseWord).map(\.rawValue)

  static let longest = 10

  /// The word that some bytes spell, in any mixture of cases.
  static func spelled(by bytes: ArraySlice<UInt8>) -> Word? {
    guard bytes.count >= 2, bytes.count <= longest else { return nil }
    var key: UInt64 = 0
    var rest: UInt64 = 0
    for byte in bytes {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      guard lower >= 0x61, lower <= 0x7A else { return nil }
      rest = rest << 8 | key >> 56
      key = key << 8 | UInt64(lower)
    }
    return byKey[Key(high: rest, low: key)]
  }

  private struct Key: Hashable {
    var high: UInt64
    var low: UInt64
  }

  private static let byKey: [Key: Word] = {
    var table: [Key: Word] = [:]
    for word in allCases {
      var key = Key(high: 0, low: 0)
      for byte in word.rawValue.utf8 {
        key.high = key.high << 8 | key.low >> 56
        key.low = key.low << 8 | UInt64(byte)
      }
      table[key] = word
    }
    return table
  }()
}
