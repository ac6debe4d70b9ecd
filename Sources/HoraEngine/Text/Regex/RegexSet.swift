// Comes in: what a pattern writes for one letter. Goes out: a set of scalars, as ranges and general
// categories. Categories are asked of the standard library; no table of them is kept here.

struct ScalarRange: Sendable, Hashable {
  var low: UInt32
  var high: UInt32
}

/// A set of scalars.
struct RegexSet: Sendable, Hashable {
  /// Ascending and apart once ``normalize()`` was called.
  var ranges: [ScalarRange] = []
  /// One bit a general category.
  var categories: UInt32 = 0
  var isNegated = false

  mutating func insert(_ low: UInt32, _ high: UInt32) {
    ranges.append(ScalarRange(low: low, high: high))
  }

  mutating func insert(_ other: RegexSet) {
    ranges += other.ranges
    categories |= other.categories
  }

  mutating func normalize() {
    guard ranges.count > 1 else { return }
    ranges.sort { ($0.low, $0.high) < ($1.low, $1.high) }
    var merged: [ScalarRange] = []
    for range in ranges {
      if let last = merged.last, range.low <= last.high &+ 1 {
        merged[merged.count - 1].high = max(last.high, range.high)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// Whether one of the ranges has the scalar; the set must be normalized.
  func rangesContain(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].high < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].low <= scalar
  }

  /// The set of `\d`, `\s`, `\w` and their opposites; nil for another letter.
  static func named(_ letter: UInt8) -> RegexSet? {
    var set = RegexSet()
    switch letter {
    case UInt8(ascii: "d"): set.categories = RegexCategory.mask("Nd")
    case UInt8(ascii: "D"): set.categories = ~RegexCategory.mask("Nd") & RegexCategory.all
    case UInt8(ascii: "w"): set.categories = RegexCategory.word
    case UInt8(ascii: "W"): set.categories = ~RegexCategory.word & RegexCategory.all
    // White space is every separator and some of the controls.
    case UInt8(ascii: "s"):
      set.categories = RegexCategory.mask("Z")
      set.ranges = [ScalarRange(low: 0x09, high: 0x0D), ScalarRange(low: 0x85, high: 0x85)]
    case UInt8(ascii: "S"):
      set.categories =
        ~(RegexCategory.mask("Z") | RegexCategory.mask("Cc")) & RegexCategory.all
      set.ranges = [
        ScalarRange(low: 0x00, high: 0x08), ScalarRange(low: 0x0E, high: 0x1F),
        ScalarRange(low: 0x7F, high: 0x84), ScalarRange(low: 0x86, high: 0x9F),
      ]
    default: return nil
    }
    return set
  }
}

/// Unicode general categories, one bit each.
enum RegexCategory {
  static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]
  static let all: UInt32 = 1 << 30 - 1
  /// Letters, marks, numbers and connectors such as `_`.
  static let word = mask("L") | mask("M") | mask("N") | mask("Pc")

  /// The bits of a category such as `Lu`, or of a group of them such as `L`; 0 for no such name.
  static func mask(_ name: String) -> UInt32 {
    var mask: UInt32 = 0
    for (place, category) in names.enumerated()
    where category == name || (name.utf8.count == 1 && category.utf8.first == name.utf8.first) {
      mask |= 1 << UInt32(place)
    }
    return mask
  }

  /// The place of a scalar's category in ``names``.
  static func place(_ scalar: UInt32) -> Int {
    guard let scalar = Unicode.Scalar(scalar) else { return 27 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: return 0
    case .lowercaseLetter: return 1
    case .titlecaseLetter: return 2
    case .modifierLetter: return 3
    case .otherLetter: return 4
    case .nonspacingMark: return 5
    case .spacingMark: return 6
    case .enclosingMark: return 7
    case .decimalNumber: return 8
    case .letterNumber: return 9
    case .otherNumber: return 10
    case .connectorPunctuation: return 11
    case .dashPunctuation: return 12
    case .openPunctuation: return 13
    case .closePunctuation: return 14
    case .initialPunctuation: return 15
    case .finalPunctuation: return 16
    case .otherPunctuation: return 17
    case .mathSymbol: return 18
    case .currencySymbol: return 19
    case .modifierSymbol: return 20
    case .otherSymbol: return 21
    case .spaceSeparator: return 22
    case .lineSeparator: return 23
    case .paragraphSeparator: return 24
    case .control: return 25
    case .format: return 26
    case .surrogate: return 27
    case .privateUse: return 28
    case .unassigned: return 29
    @unknown default: return 29
    }
  }
}

/// Letters that differ in case only. Made when the flag `i` is first used.
struct CaseOrbits: Sendable {
  static let shared = CaseOrbits()

  /// Scalars that share their folded form with another, ascending.
  private var scalars: [UInt32] = []
  /// Parallel to `scalars`.
  private var folded: [UInt32] = []
  private var members: [UInt32: [UInt32]] = [:]

  private init() {
    // Nothing in the scripts left out here has case.
    for value in UInt32(0)..<0x1F000
    where value < 0x2E80 || (0xA640..<0xAC00).contains(value) || value >= 0xFB00 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped else {
        continue
      }
      members[CaseOrbits.fold(scalar), default: []].append(value)
    }
    members = members.filter { $0.value.count > 1 }
    for (fold, orbit) in members {
      for scalar in orbit {
        scalars.append(scalar)
        folded.append(fold)
      }
    }
    let order = scalars.indices.sorted { scalars[$0] < scalars[$1] }
    (scalars, folded) = (order.map { scalars[$0] }, order.map { folded[$0] })
  }

  /// Simple folding: small letter of the capital letter, where each is one scalar.
  private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    // Only the languages that have a dotless i fold it.
    if scalar.value == 0x131 { return scalar.value }
    func single(_ text: String) -> Unicode.Scalar? {
      let scalars = text.unicodeScalars
      return scalars.count == 1 ? scalars.first : nil
    }
    let upper = single(scalar.properties.uppercaseMapping) ?? scalar
    return (single(upper.properties.lowercaseMapping) ?? upper).value
  }

  /// Adds to a set of ranges every letter that differs from one of it in case only.
  func close(_ set: inout RegexSet) {
    set.normalize()
    var added: [ScalarRange] = []
    for range in set.ranges {
      var low = 0
      var high = scalars.count
      while low < high {
        let middle = (low + high) / 2
        if scalars[middle] < range.low { low = middle + 1 } else { high = middle }
      }
      while low < scalars.count, scalars[low] <= range.high {
        for other in members[folded[low]] ?? [] where other < range.low || other > range.high {
          added.append(ScalarRange(low: other, high: other))
        }
        low += 1
      }
    }
    set.ranges += added
    set.normalize()
  }
}
