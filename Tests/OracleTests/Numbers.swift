// Arithmetic on single values: numbers, texts, dates and durations. Nil where there is no answer:
// overflow, division by zero, the end of the calendar.

import Foundation
import HoraSyntax

enum Numbers {
  static func negated(_ atom: Atom) -> Atom? {
    switch atom {
    case .int(let value): value == .min ? nil : .int(-value)
    case .decimal(let value): .decimal(-value)
    case .duration(let months, let days): .duration(months: -months, days: -days)
    default: nil
    }
  }

  static func kind(_ operation: TokenKind, _ left: Kind, _ right: Kind) -> Kind {
    if left.isNumber, right.isNumber {
      return operation == .slash || left == .decimal || right == .decimal ? .decimal : .int
    }
    switch (left, right) {
    case (.date, .duration), (.duration, .date): return .date
    case (.date, .date): return .duration
    default: return left
    }
  }

  static func apply(_ operation: TokenKind, _ left: Atom, _ right: Atom) -> Atom? {
    switch (left, right) {
    case (.text(let a), .text(let b)): return .text(a + b)
    case (.int(let a), .int(let b)) where operation != .slash: return whole(operation, a, b)
    case (.date(let day), .duration(let months, let days)):
      let sign = operation == .minus ? -1 : 1
      return Calendar.moved(day, months: sign * months, days: sign * days).map { .date($0) }
    case (.duration, .date): return apply(operation, right, left)
    case (.date(let a), .date(let b)): return .duration(months: 0, days: a - b)
    case (.duration(let am, let ad), .duration(let bm, let bd)):
      let sign = operation == .minus ? -1 : 1
      return .duration(months: am + sign * bm, days: ad + sign * bd)
    default:
      guard let a = left.number, let b = right.number else { return nil }
      let result: Double
      switch operation {
      case .plus: result = a + b
      case .minus: result = a - b
      case .star: result = a * b
      case .slash: result = a / b
      default: result = fmod(a, b)
      }
      return result.isFinite ? .decimal(result) : nil
    }
  }

  private static func whole(_ operation: TokenKind, _ a: Int64, _ b: Int64) -> Atom? {
    let result: (Int64, overflow: Bool)
    switch operation {
    case .plus: result = a.addingReportingOverflow(b)
    case .minus: result = a.subtractingReportingOverflow(b)
    case .star: result = a.multipliedReportingOverflow(by: b)
    default:
      if b == 0 { return nil }
      return .int(b == -1 ? 0 : a % b)
    }
    return result.overflow ? nil : .int(result.0)
  }

  /// The sum of numbers, with what each addition loses added at the end.
  static func sum(_ numbers: [Double]) -> Double {
    var sum = 0.0
    var lost = 0.0
    for number in numbers {
      let next = sum + number
      lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
      sum = next
    }
    return sum + lost
  }

  /// To so many places, half away from zero, of the number as it is written in decimal.
  static func rounded(_ value: Double, _ places: Int) -> Double {
    guard abs(places) < 30, var number = Decimal(string: "\(abs(value))") else { return value }
    var result = Decimal()
    NSDecimalRound(&result, &number, places, .plain)
    let size = NSDecimalNumber(decimal: result).doubleValue
    return value < 0 ? -size : size
  }
}
