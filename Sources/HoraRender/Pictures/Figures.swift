// Comes in: numbers. Goes out: their texts in pictures: figures with commas and few decimals for
// reading, coordinates with fixed decimals so that the same picture is the same bytes. No libm: the
// same on every machine.

import HoraEngine

enum Figures {
  /// For reading: 12,345 and 0.3333; four digits, as of a year, have no comma. Numbers are exact in data formats, not here.
  static func shown(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = abs(value)
    if value == value.rounded(), size < 1e15 { return grouped(Int64(value)) }
    if size >= 1e15 || size < 1e-4 { return ValueText.decimal(value) }
    let decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4
    let text = fixed(value, decimals)
    guard text.contains(".") else { return grouped(Int64(value.rounded())) }
    var digits = Substring(text)
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits == "-0" ? "0" : String(digits)
  }

  /// Numbers that stand below each other have equally many decimals.
  static func shown(_ values: [Double]) -> [String] {
    let texts = values.map(shown)
    let decimals = texts.map { $0.split(separator: ".").dropFirst().first?.utf8.count ?? 0 }
    guard let most = decimals.max(), (1...4).contains(most) else { return texts }
    return texts.indices.map { index in
      guard values[index].isFinite, abs(values[index]) < 1000 else { return texts[index] }
      return fixed(values[index], most)
    }
  }

  private static func grouped(_ value: Int64) -> String {
    let digits = Array(String(value.magnitude))
    if digits.count < 5 { return String(value) }
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number with so many decimals; anything beyond what a picture can hold is its edge.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let safe = value.isFinite ? min(max(value, -1e12), 1e12) : 0
    let whole = Int64((safe * scale).rounded())
    let unit = Int64(scale)
    let sign = whole < 0 ? "-" : ""
    let head = "\(sign)\((whole / unit).magnitude)"
    if decimals == 0 { return head }
    let rest = String((whole % unit).magnitude)
    return head + "." + String(repeating: "0", count: decimals - rest.utf8.count) + rest
  }

  /// For other programs: the shortest text that reads back the same.
  static func exact(_ value: Double) -> String { ValueText.decimal(value) }

  /// A coordinate: one decimal, none where it is zero.
  static func place(_ value: Double) -> String {
    let text = fixed(value, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The logarithm to base 2 from exponent and a short series; good to 1e-9.
  static func log2(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let ratio = (value.significand - 1) / (value.significand + 1)
    var term = ratio
    var sum = 0.0
    var odd = 1.0
    while abs(term) > 1e-12 {
      sum += term / odd
      term *= ratio * ratio
      odd += 2
    }
    return Double(value.exponent) + 2 * sum / 0.6931471805599453
  }

  /// A step of 1, 2 or 5 times a power of ten that cuts a range into about `parts`.
  static func step(_ range: Double, parts: Int) -> Double {
    guard range > 0, range.isFinite, parts > 0 else { return 1 }
    let rough = range / Double(parts)
    if rough < 1e-290 { return 1 }
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    for factor in [1.0, 2, 5] where power * factor >= rough { return power * factor }
    return power * 10
  }
}
