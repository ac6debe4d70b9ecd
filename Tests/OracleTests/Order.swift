// Which of two values comes first. One rule for `sort`, `<`, groups, `min` and `max`.

extension Model {
  /// -1, 0 or 1. Values of one kind, or two numbers.
  func compare(_ a: Atom, _ b: Atom) -> Int {
    func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }
    switch (a, b) {
    case (.text(let a), .text(let b)): return compareTexts(a, b)
    case (.int(let a), .int(let b)): return sign(a, b)
    case (.decimal(let a), .decimal(let b)): return sign(a, b)
    case (.int(let a), .decimal(let b)): return exactly(a, b)
    case (.decimal(let a), .int(let b)): return -exactly(b, a)
    case (.bool(let a), .bool(let b)): return sign(a ? 1 : 0, b ? 1 : 0)
    case (.date(let a), .date(let b)): return sign(a, b)
    case (.interval(let a, let c), .interval(let b, let d)):
      return a == b ? sign(c, d) : sign(a, b)
    case (.duration(let am, let ad), .duration(let bm, let bd)):
      return am == bm ? sign(ad, bd) : sign(am, bm)
    case (.entity(let a), .entity(let b)):
      // Without a display name last, as whatever is missing.
      switch (displayName(a), displayName(b)) {
      case (let left?, let right?):
        let names = compareTexts(left, right)
        return names == 0 ? sign(a.row, b.row) : names
      case (nil, nil): return sign(a.row, b.row)
      case (let left, _): return left == nil ? 1 : -1
      }
    default: return 0
    }
  }

  func isSame(_ a: Atom, _ b: Atom) -> Bool {
    switch (a, b) {
    case (.entity, .entity): a == b
    default: a.kind == b.kind || (a.kind.isNumber && b.kind.isNumber) ? compare(a, b) == 0 : false
    }
  }

  /// Two cells, missing last whichever way.
  func compare(_ a: Value, _ b: Value, descending: Bool) -> Int {
    switch (a.only, b.only) {
    case (nil, nil): 0
    case (nil, _): 1
    case (_, nil): -1
    case (let a?, let b?): descending ? -compare(a, b) : compare(a, b)
    }
  }

  func isSame(_ a: Value, _ b: Value) -> Bool {
    a.atoms.count == b.atoms.count && zip(a.atoms, b.atoms).allSatisfy { isSame($0, $1) }
  }

  func isSame(_ a: [Value], _ b: [Value]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
  }

  private func compareTexts(_ a: String, _ b: String) -> Int {
    func order(_ a: String, _ b: String) -> Int {
      let (a, b) = (a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value))
      return a.lexicographicallyPrecedes(b) ? -1 : b.lexicographicallyPrecedes(a) ? 1 : 0
    }
    let forms = order(Letters.searchForm(a), Letters.searchForm(b))
    return forms == 0 ? order(a, b) : forms
  }

  /// A whole number against a decimal, by their exact values.
  private func exactly(_ a: Int64, _ b: Double) -> Int {
    if b >= 9_223_372_036_854_775_808 { return -1 }
    if b < -9_223_372_036_854_775_808 { return 1 }
    let whole = Int64(b.rounded(.down))
    if a != whole { return a < whole ? -1 : 1 }
    return b > Double(whole) ? -1 : 0
  }

  /// Insertion sort: stable, and easy to see through.
  func sorted<T>(_ items: [T], by compare: (T, T) -> Int) -> [T] {
    var result: [T] = []
    for item in items {
      var place = result.count
      while place > 0, compare(item, result[place - 1]) < 0 { place -= 1 }
      result.insert(item, at: place)
    }
    return result
  }
}
