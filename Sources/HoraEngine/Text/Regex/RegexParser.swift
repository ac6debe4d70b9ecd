// Comes in: the text of a pattern. Goes out: its parts as a tree, and the sets of letters it names.
// Depth is limited, so recursion on the pattern is; no part of it depends on a text.

indirect enum RegexNode: Sendable {
  /// A place in the sets of the pattern.
  case set(Int)
  case assertion(RegexAssertion)
  case sequence([RegexNode])
  case choice([RegexNode])
  case repeated(RegexNode, least: Int, most: Int?)
}

enum RegexAssertion: UInt8, Sendable {
  case start, end, wordEdge, noWordEdge
}

struct RegexParser {
  private let bytes: [UInt8]
  private let ignoresCase: Bool
  private var at = 0
  /// The different sets of letters, in order of first use.
  private(set) var sets: [RegexSet] = []
  private var places: [RegexSet: Int] = [:]

  init(_ pattern: String, ignoresCase: Bool) {
    bytes = Array(pattern.utf8)
    self.ignoresCase = ignoresCase
  }

  mutating func parse() throws(RegexError) -> RegexNode {
    let node = try choice(depth: 0)
    if at < bytes.count { throw RegexMessage.closesNothing(at..<(at + 1)) }
    return node
  }

  // MARK: Reading

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func peek(_ ahead: Int) -> UInt8? {
    at + ahead < bytes.count ? bytes[at + ahead] : nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = next, byte == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func scalar() -> UInt32 {
    bytes.withUnsafeBufferPointer { UTF8Bytes.next($0, &at) }
  }

  private func written(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Structure

  private mutating func choice(depth: Int) throws(RegexError) -> RegexNode {
    var branches = [try sequence(depth: depth)]
    while take("|") { branches.append(try sequence(depth: depth)) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(depth: Int) throws(RegexError) -> RegexNode {
    var parts: [RegexNode] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let start = at
      if let (node, repeats) = try atom(byte, depth: depth) {
        parts.append(try repetition(of: node, repeats: repeats))
      } else {
        throw RegexMessage.nothingToRepeat(written(start..<(start + 1)), start..<(start + 1))
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// One letter, class, place or group, and whether it can be repeated; nil at a sign that repeats.
  private mutating func atom(
    _ byte: UInt8, depth: Int
  ) throws(RegexError) -> (RegexNode, Bool)? {
    switch byte {
    case UInt8(ascii: "("): return (try group(depth: depth), true)
    case UInt8(ascii: "["): return (try characterClass(), true)
    case UInt8(ascii: "\\"):
      let start = at
      switch peek(1) {
      case UInt8(ascii: "b"):
        at += 2
        return (.assertion(.wordEdge), false)
      case UInt8(ascii: "B"):
        at += 2
        return (.assertion(.noWordEdge), false)
      default: return (node(try escape(start)), true)
      }
    case UInt8(ascii: "^"):
      at += 1
      return (.assertion(.start), false)
    case UInt8(ascii: "$"):
      at += 1
      return (.assertion(.end), false)
    case UInt8(ascii: "."):
      at += 1
      return (node(RegexSet(ranges: [ScalarRange(low: 0x0A, high: 0x0A)], isNegated: true)), true)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"): return nil
    default:
      let letter = scalar()
      return (node(.single(letter)), true)
    }
  }

  private mutating func group(depth: Int) throws(RegexError) -> RegexNode {
    let open = at
    guard depth < TextRegex.Limits.depth else { throw RegexMessage.tooDeep(open..<(open + 1)) }
    at += 1
    if take("?") { try groupKind(open) }
    let inner = try choice(depth: depth + 1)
    guard take(")") else { throw RegexMessage.unclosedGroup(open..<(open + 1)) }
    return inner
  }

  /// What stands behind `(?`.
  private mutating func groupKind(_ open: Int) throws(RegexError) {
    if take(":") { return }
    if next == UInt8(ascii: "=") || next == UInt8(ascii: "!") {
      throw RegexMessage.lookAround(written(open..<(at + 1)), open..<(at + 1))
    }
    let named = take("P")
    if take("<") {
      if !named, next == UInt8(ascii: "=") || next == UInt8(ascii: "!") {
        throw RegexMessage.lookAround(written(open..<(at + 1)), open..<(at + 1))
      }
      let name = at
      while let byte = next, Words.isPlain(byte) || byte == UInt8(ascii: "_") { at += 1 }
      if at > name, take(">") { return }
    } else if named, next == UInt8(ascii: "=") {
      throw RegexMessage.backReference("(?P=", open..<(at + 1))
    } else if let byte = next, byte | 0x20 &- 0x61 < 26 || byte == UInt8(ascii: "-") {
      throw RegexMessage.flagsInside(open..<(at + 1))
    }
    throw RegexMessage.unknownGroup(open..<min(at + 1, bytes.count))
  }

  // MARK: Repetition

  private mutating func repetition(
    of node: RegexNode, repeats: Bool
  ) throws(RegexError) -> RegexNode {
    let start = at
    guard let (least, most) = try count() else { return node }
    let sign = written(start..<(start + 1))
    guard repeats else { throw RegexMessage.nothingToRepeat(sign, start..<at) }
    // As few as possible: where a match ends makes no difference here.
    _ = take("?")
    let second = at
    if try count() != nil {
      throw RegexMessage.repeatedTwice(written(second..<(second + 1)), second..<at)
    }
    return .repeated(node, least: least, most: most)
  }

  private mutating func count() throws(RegexError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = at
    guard take("{") else { return nil }
    guard let least = number() else { throw RegexMessage.badCount(start..<(start + 1)) }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else { throw RegexMessage.badCount(start..<(start + 1)) }
    if max(least, most ?? 0) > TextRegex.Limits.count { throw RegexMessage.largeCount(start..<at) }
    if let most, most < least { throw RegexMessage.countDownwards(start..<at) }
    return (least, most)
  }

  /// A number, no larger than one more than the largest that is allowed.
  private mutating func number() -> Int? {
    let start = at
    var value = 0
    while let byte = next, byte &- 0x30 < 10 {
      value = min(value * 10 + Int(byte - 0x30), TextRegex.Limits.count + 1)
      at += 1
    }
    return at > start ? value : nil
  }

  // MARK: Letters

  private mutating func node(_ set: RegexSet) -> RegexNode {
    var set = set
    if ignoresCase, set.categories == 0 || !set.ranges.isEmpty {
      CaseOrbits.shared.close(&set)
    } else {
      set.normalize()
    }
    if let place = places[set] { return .set(place) }
    sets.append(set)
    places[set] = sets.count - 1
    return .set(sets.count - 1)
  }

  private mutating func characterClass() throws(RegexError) -> RegexNode {
    let open = at
    at += 1
    var set = RegexSet()
    set.isNegated = take("^")
    if next == UInt8(ascii: "]") { throw RegexMessage.emptyClass(open..<(at + 1)) }
    while !take("]") {
      guard at < bytes.count else { throw RegexMessage.unclosedClass(open..<(open + 1)) }
      let start = at
      if next == UInt8(ascii: "["), peek(1) == UInt8(ascii: ":") {
        throw RegexMessage.posixClass(at..<(at + 2))
      }
      let item = try classItem()
      guard next == UInt8(ascii: "-"), let after = peek(1), after != UInt8(ascii: "]") else {
        set.insert(item)
        continue
      }
      at += 1
      let end = try classItem()
      guard let low = item.only, let high = end.only else {
        throw RegexMessage.rangeOfClass(start..<at)
      }
      guard low <= high else {
        throw RegexMessage.rangeDownwards(written(start..<at), start..<at)
      }
      set.insert(low, high)
    }
    return node(set)
  }

  private mutating func classItem() throws(RegexError) -> RegexSet {
    guard next == UInt8(ascii: "\\") else { return .single(scalar()) }
    let start = at
    if let letter = peek(1), letter == UInt8(ascii: "b") || letter == UInt8(ascii: "B") {
      throw RegexMessage.placeInClass(written(start..<(start + 2)), start..<(start + 2))
    }
    return try escape(start)
  }

  /// What a backslash and the letters behind it stand for.
  private mutating func escape(_ start: Int) throws(RegexError) -> RegexSet {
    at += 1
    guard let letter = next else { throw RegexMessage.loneBackslash(start..<at) }
    if let set = RegexSet.named(letter) {
      at += 1
      return set
    }
    switch letter {
    case UInt8(ascii: "n"): return simple(0x0A)
    case UInt8(ascii: "t"): return simple(0x09)
    case UInt8(ascii: "r"): return simple(0x0D)
    case UInt8(ascii: "f"): return simple(0x0C)
    case UInt8(ascii: "v"): return simple(0x0B)
    case UInt8(ascii: "p"), UInt8(ascii: "P"): return try category(start)
    case UInt8(ascii: "x"), UInt8(ascii: "u"): return try numbered(start)
    case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "k"):
      at += 1
      throw RegexMessage.backReference(written(start..<at), start..<at)
    default:
      if letter < 0x80, letter > 0x20, !Words.isPlain(letter), letter != 0x7F {
        return simple(UInt32(letter))
      }
      _ = scalar()
      throw RegexMessage.unknownEscape(written(start..<at), start..<at)
    }
  }

  private mutating func simple(_ scalar: UInt32) -> RegexSet {
    at += 1
    return .single(scalar)
  }

  private mutating func category(_ start: Int) throws(RegexError) -> RegexSet {
    let isNegated = next == UInt8(ascii: "P")
    at += 1
    let name: Range<Int>
    if take("{") {
      let first = at
      while let byte = next, byte != UInt8(ascii: "}") { at += 1 }
      name = first..<at
      guard take("}") else { throw RegexMessage.unknownCategory(written(name), start..<at) }
    } else {
      let first = at
      if at < bytes.count { _ = scalar() }
      name = first..<at
    }
    let mask = RegexCategory.mask(written(name))
    guard mask != 0 else { throw RegexMessage.unknownCategory(written(name), start..<at) }
    return RegexSet(categories: isNegated ? ~mask & RegexCategory.all : mask)
  }

  /// `\x41`, `\u0041` or `\u{41}`.
  private mutating func numbered(_ start: Int) throws(RegexError) -> RegexSet {
    let digits = next == UInt8(ascii: "x") ? 2 : 4
    at += 1
    let inBraces = take("{")
    var value: UInt32 = 0
    var count = 0
    while let byte = next, let digit = Self.hexadecimal(byte), count < (inBraces ? 6 : digits) {
      value = value << 4 | digit
      count += 1
      at += 1
    }
    let isWhole = inBraces ? count > 0 && take("}") : count == digits
    guard isWhole, Unicode.Scalar(value) != nil else {
      throw RegexMessage.badNumber(written(start..<(start + 2)), start..<at)
    }
    return .single(value)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }
}

extension RegexSet {
  static func single(_ scalar: UInt32) -> RegexSet {
    RegexSet(ranges: [ScalarRange(low: scalar, high: scalar)])
  }

  /// The scalar of a set of one.
  fileprivate var only: UInt32? {
    guard categories == 0, ranges.count == 1, ranges[0].low == ranges[0].high else { return nil }
    return ranges[0].low
  }
}
