// Comes in: values and an operator. Goes out: the value by the rules at hand.

extension Reckoner {
  func unary(_ operation: Term.Unary, _ operand: Value) throws(NotReckoned) -> Value {
    switch operation {
    case .isNull: return .bool(operand == .null)
    case .isNotNull: return .bool(operand != .null)
    case .not:
      guard let truth = try truth(operand) else { return rules == .ours ? .bool(true) : .null }
      return .bool(!truth)
    case .minus:
      switch operand {
      case .int(let number): return .int(0 &- number)
      case .float(let number): return .float(-number)
      case .null: return .null
      default: throw NotReckoned()
      }
    }
  }

  func binary(
    _ operation: Term.Binary, _ left: Value, _ right: Value
  ) throws(NotReckoned) -> Value {
    switch operation {
    case .and, .or, .xor:
      let (a, b) = (try truth(left), try truth(right))
      if rules == .ours {
        switch operation {
        case .and: return .bool(a == true && b == true)
        case .or: return .bool(a == true || b == true)
        default: return .bool((a == true) != (b == true))
        }
      }
      switch operation {
      case .and:
        return a == false || b == false ? .bool(false) : bool(a == nil || b == nil ? nil : true)
      case .or:
        return a == true || b == true ? .bool(true) : bool(a == nil || b == nil ? nil : false)
      default:
        guard let a, let b else { return .null }
        return .bool(a != b)
      }
    case .equal: return bool(try compared(left, right) { $0 == 0 })
    case .notEqual:
      let isEqual = try compared(left, right) { $0 == 0 }
      return rules == .ours ? .bool(isEqual != true) : bool(isEqual.map { !$0 })
    case .less: return bool(try compared(left, right) { $0 < 0 })
    case .lessOrEqual: return bool(try compared(left, right) { $0 <= 0 })
    case .greater: return bool(try compared(left, right) { $0 > 0 })
    case .greaterOrEqual: return bool(try compared(left, right) { $0 >= 0 })
    case .isIn:
      if right == .null { return bool(nil) }
      guard case .list(let items) = right else { throw NotReckoned() }
      var isUnknown = false
      for item in items {
        switch try compared(left, item, { $0 == 0 }) {
        case true: return .bool(true)
        case nil: isUnknown = true
        default: break
        }
      }
      return bool(isUnknown ? nil : false)
    case .startsWith, .endsWith, .contains:
      // A function of something missing is missing in both.
      if left == .null || right == .null { return .null }
      throw NotReckoned()
    case .plus, .minus, .times:
      guard case .int(let a) = left, case .int(let b) = right else {
        if left == .null || right == .null { return .null }
        throw NotReckoned()
      }
      return .int(operation == .plus ? a &+ b : operation == .minus ? a &- b : a &* b)
    case .divide, .remainder, .power: throw NotReckoned()
    }
  }

  /// Between many values Hora asks whether some compare so; the other languages compare lists by `=` only, as wholes.
  private func comparedLists(
    _ left: Value, _ right: Value, _ test: (Int) -> Bool
  ) throws(NotReckoned) -> Bool? {
    func items(_ value: Value) -> [Value] {
      if case .list(let items) = value { items } else { value == .null ? [] : [value] }
    }
    if rules == .ours {
      for a in items(left) {
        for b in items(right) where try compared(a, b, test) == true { return true }
      }
      return false
    }
    guard case .list(let a) = left, case .list(let b) = right, test(0), !test(1), !test(-1) else {
      throw NotReckoned()
    }
    if a.count != b.count { return false }
    var isUnknown = false
    for (a, b) in zip(a, b) {
      switch try compared(a, b, test) {
      case false: return false
      case nil: isUnknown = true
      default: break
      }
    }
    return isUnknown ? nil : true
  }

  /// Letters of English only: their search form is the small letter.
  private func textOrder(_ a: String, _ b: String) throws(NotReckoned) -> Int {
    guard (a + b).unicodeScalars.allSatisfy(\.isASCII) else { throw NotReckoned() }
    func order(_ a: String, _ b: String) -> Int { a < b ? -1 : a == b ? 0 : 1 }
    let forms = rules == .ours ? order(a.lowercased(), b.lowercased()) : 0
    return forms == 0 ? order(a, b) : forms
  }

  /// Nil where a side is missing.
  private func compared(
    _ left: Value, _ right: Value, _ test: (Int) -> Bool
  ) throws(NotReckoned) -> Bool? {
    func order<T: Comparable>(_ a: T, _ b: T) -> Bool { test(a < b ? -1 : a == b ? 0 : 1) }
    switch (left, right) {
    case (.list, .list),
      (.list, _) where rules == .ours, (_, .list) where rules == .ours:
      return try comparedLists(left, right, test)
    case (.null, _), (_, .null):
      guard rules == .theirs, language == .cel else { return nil }
      // CEL's null is a value: equal to itself, and not in order with others.
      guard test(0), !test(1), !test(-1) else { throw NotReckoned() }
      return left == right
    case (.bool(let a), .bool(let b)): return order(a ? 1 : 0, b ? 1 : 0)
    case (.int(let a), .int(let b)): return order(a, b)
    case (.int(let a), .float(let b)): return order(Double(a), b)
    case (.float(let a), .int(let b)): return order(a, Double(b))
    case (.float(let a), .float(let b)): return order(a, b)
    case (.text(let a), .text(let b)):
      // Canonically equivalent texts are equal in Hora only.
      let isEqual =
        rules == .ours ? a == b : a.unicodeScalars.elementsEqual(b.unicodeScalars)
      if isEqual { return test(0) }
      if test(1) == test(-1) { return test(1) }
      return test(try textOrder(a, b))
    default: throw NotReckoned()
    }
  }
}
