// Comes in: two vectors of one length. Goes out: one byte a row, 1 where the comparison holds.
// Where a side is missing it does not hold. Each pair of types has its own loop.

enum Compare {
  static func vectors(_ comparison: Comparison, _ left: Vector, _ right: Vector) -> [UInt8] {
    let count = left.count
    let none = [UInt8](repeating: 0, count: count)
    // Constants are kept as constants where that saves a vector.
    switch (left, right) {
    case (.int(let l, let mask), .repeated(.int(let r, let m), _)) where m.isEmpty:
      return masked(constant(comparison, l, r[0]), mask)
    case (.date(let l), .repeated(.date(let r), _)):
      if r[0] == Values.missingDate { return none }
      var result = constant(comparison, l, r[0])
      if comparison == .less || comparison == .lessOrEqual {
        for i in 0..<count where l[i] == Values.missingDate { result[i] = 0 }
      }
      return result
    case (.text(let l, let dictionary), .repeated(.text(let r, let other), _))
    where comparison == .equal:
      guard r[0] >= 0, let code = other.withText(r[0], { dictionary.code(of: $0) }) else {
        return none
      }
      return constant(.equal, l, code)
    case (.entity(let l), .repeated(.entity(let r), _)) where comparison == .equal:
      return r[0] < 0 ? none : constant(.equal, l, r[0])
    default: break
    }
    switch (left.expanded, right.expanded) {
    case (.int(let l, let lm), .int(let r, let rm)):
      return masked(masked(loop(comparison, l, r), lm), rm)
    case (.decimal(let l, let lm), .decimal(let r, let rm)):
      return masked(masked(loop(comparison, l, r), lm), rm)
    case (.int(let l, let lm), .decimal(let r, let rm)):
      return masked(masked(exact(comparison, l, r), lm), rm)
    case (.decimal(let l, let lm), .int(let r, let rm)):
      return masked(masked(exact(comparison.mirrored, r, l), lm), rm)
    case (.date(let l), .date(let r)):
      var result = loop(comparison, l, r)
      for i in 0..<count where l[i] == Values.missingDate || r[i] == Values.missingDate {
        result[i] = 0
      }
      return result
    case (.bool(let l), .bool(let r)):
      var result = loop(comparison, l, r)
      for i in 0..<count where l[i] == 2 || r[i] == 2 { result[i] = 0 }
      return result
    case (.entity(let l), .entity(let r)):
      var result = loop(comparison, l, r)
      for i in 0..<count where l[i] < 0 || r[i] < 0 { result[i] = 0 }
      return result
    case (.text(let l, let a), .text(let r, let b)):
      return texts(comparison, l, a, r, b)
    case (.interval(let l, let le), .interval(let r, let re)) where comparison == .equal:
      return (0..<count).map {
        l[$0] != Values.missingDate && l[$0] == r[$0] && le[$0] == re[$0] ? 1 : 0
      }
    case (.duration(let lm, let ld, let lMask), .duration(let rm, let rd, let rMask)):
      return masked(masked(durations(comparison, lm, ld, rm, rd), lMask), rMask)
    default:
      return none
    }
  }

  private static func masked(_ truth: [UInt8], _ mask: Mask) -> [UInt8] {
    if mask.isEmpty { return truth }
    var result = truth
    for i in 0..<result.count { result[i] &= mask[i] }
    return result
  }

  @inline(__always)
  private static func fill<T>(
    _ l: [T], _ ask: (T) -> Bool
  ) -> [UInt8] {
    l.withUnsafeBufferPointer { l in
      [UInt8](unsafeUninitializedCapacity: l.count) { target, used in
        for i in 0..<l.count { target[i] = ask(l[i]) ? 1 : 0 }
        used = l.count
      }
    }
  }

  private static func constant<T: Comparable>(
    _ comparison: Comparison, _ l: [T], _ r: T
  ) -> [UInt8] {
    switch comparison {
    case .equal, .under: fill(l) { $0 == r }
    case .less: fill(l) { $0 < r }
    case .lessOrEqual: fill(l) { $0 <= r }
    case .greater: fill(l) { $0 > r }
    case .greaterOrEqual: fill(l) { $0 >= r }
    }
  }

  @inline(__always)
  private static func fillPairs<T>(
    _ l: [T], _ r: [T], _ ask: (T, T) -> Bool
  ) -> [UInt8] {
    let count = min(l.count, r.count)
    return l.withUnsafeBufferPointer { l in
      r.withUnsafeBufferPointer { r in
        [UInt8](unsafeUninitializedCapacity: count) { target, used in
          for i in 0..<count { target[i] = ask(l[i], r[i]) ? 1 : 0 }
          used = count
        }
      }
    }
  }

  private static func loop<T: Comparable>(
    _ comparison: Comparison, _ l: [T], _ r: [T]
  ) -> [UInt8] {
    switch comparison {
    case .equal, .under: fillPairs(l, r) { $0 == $1 }
    case .less: fillPairs(l, r) { $0 < $1 }
    case .lessOrEqual: fillPairs(l, r) { $0 <= $1 }
    case .greater: fillPairs(l, r) { $0 > $1 }
    case .greaterOrEqual: fillPairs(l, r) { $0 >= $1 }
    }
  }

  /// Ints and decimals compare by exact value, not by the rounded int.
  private static func exact(_ comparison: Comparison, _ l: [Int64], _ r: [Double]) -> [UInt8] {
    (0..<min(l.count, r.count)).map { comparison.holds(order(l[$0], r[$0])) ? 1 : 0 }
  }

  private static func order(_ l: Int64, _ r: Double) -> Int {
    if r >= 9_223_372_036_854_775_808.0 { return -1 }
    if r < -9_223_372_036_854_775_808.0 { return 1 }
    let whole = r.rounded(.down)
    let truncated = Int64(whole)
    if l != truncated { return l < truncated ? -1 : 1 }
    return whole < r ? -1 : 0
  }

  private static func durations(
    _ comparison: Comparison, _ lm: [Int32], _ ld: [Int32], _ rm: [Int32], _ rd: [Int32]
  ) -> [UInt8] {
    (0..<lm.count).map { i in
      // Days and months do not compare with each other.
      if lm[i] == rm[i] {
        return comparison.holds(ld[i] < rd[i] ? -1 : ld[i] > rd[i] ? 1 : 0) ? 1 : 0
      }
      if ld[i] == rd[i] { return comparison.holds(lm[i] < rm[i] ? -1 : 1) ? 1 : 0 }
      return 0
    }
  }

  private static func texts(
    _ comparison: Comparison, _ l: [Int32], _ a: TextDictionary, _ r: [Int32], _ b: TextDictionary
  ) -> [UInt8] {
    if a === b {
      if comparison == .equal {
        return fillPairs(l, r) { $0 == $1 && $0 >= 0 }
      }
      let ranks = a.ranks
      return fillPairs(l, r) { x, y in
        x >= 0 && y >= 0
          && comparison.holds(Int(ranks[Int(x)]) - Int(ranks[Int(y)]))
      }
    }
    if comparison == .equal {
      // The right texts by their codes on the left, looked up once each.
      var codes = [Int32](repeating: -2, count: b.count)
      return fillPairs(l, r) { x, y in
        if x < 0 || y < 0 { return false }
        if codes[Int(y)] == -2 { codes[Int(y)] = b.withText(y) { a.code(of: $0) } ?? -1 }
        return codes[Int(y)] == x
      }
    }
    return fillPairs(l, r) { x, y in
      x >= 0 && y >= 0 && comparison.holds(TextOrder.compare(x, a, y, b))
    }
  }
}

extension Comparison {
  var mirrored: Comparison {
    switch self {
    case .equal, .under: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  @inline(__always)
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal, .under: order == 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}

/// The order of texts: by search form, then by code points.
enum TextOrder {
  static func compare(
    _ x: Int32, _ a: TextDictionary, _ y: Int32, _ b: TextDictionary
  ) -> Int {
    let byForm = a.forms.with(x) { left in b.forms.with(y) { right in bytes(left, right) } }
    if byForm != 0 { return byForm }
    return a.withText(x) { left in b.withText(y) { right in bytes(left, right) } }
  }

  static func bytes(_ l: UnsafeBufferPointer<UInt8>, _ r: UnsafeBufferPointer<UInt8>) -> Int {
    for i in 0..<min(l.count, r.count) where l[i] != r[i] { return l[i] < r[i] ? -1 : 1 }
    return l.count - r.count
  }
}
