// Comes in: the bytes of a cell. Goes out: the number, date or truth value they write, or nil. No
// allocation but for decimals of more than 19 digits; no locale.

import HoraEngine

enum Numbers {
  /// An optional sign and digits; nil for anything else and for what does not fit 64 bits.
  @inline(__always)
  static func int(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    var at = 0
    let count = text.count
    guard count > 0, count <= 20 else { return nil }
    var negative = false
    if text[0] == 0x2D || text[0] == 0x2B {
      negative = text[0] == 0x2D
      at = 1
      if count == 1 { return nil }
    }
    var value: UInt64 = 0
    if count - at <= 18 {
      while at < count {
        let digit = text[at] &- 0x30
        if digit > 9 { return nil }
        value = value &* 10 &+ UInt64(digit)
        at += 1
      }
    } else {
      while at < count {
        let digit = text[at] &- 0x30
        if digit > 9 { return nil }
        let (product, over) = value.multipliedReportingOverflow(by: 10)
        let (sum, over2) = product.addingReportingOverflow(UInt64(digit))
        if over || over2 { return nil }
        value = sum
        at += 1
      }
      if value > UInt64(Int64.max) + (negative ? 1 : 0) { return nil }
      if negative, value == UInt64(Int64.max) + 1 { return Int64.min }
    }
    return negative ? -Int64(value) : Int64(value)
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Digits with an optional sign, decimal mark and exponent; correctly rounded. Nil where there is
  /// no digit, or the value is not finite.
  static func decimal(
    _ text: UnsafeBufferPointer<UInt8>, mark: UInt8, group: UInt8? = nil
  ) -> Double? {
    var at = 0
    let count = text.count
    guard count > 0 else { return nil }
    var negative = false
    if text[0] == 0x2D || text[0] == 0x2B {
      negative = text[0] == 0x2D
      at = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var significant = 0
    var scale = 0
    var seenMark = false
    while at < count {
      let byte = text[at]
      let digit = byte &- 0x30
      if digit <= 9 {
        digits += 1
        if significant > 0 || digit != 0 { significant += 1 }
        if significant <= 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        if seenMark { scale -= 1 }
      } else if byte == mark, !seenMark {
        seenMark = true
      } else if let group, byte == group, !seenMark, digits > 0 {
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    if at < count {
      guard text[at] | 0x20 == 0x65, at + 1 < count else { return nil }
      let exponent = UnsafeBufferPointer(rebasing: text[(at + 1)..<count])
      guard exponent.count <= 6, let value = int(exponent) else { return nil }
      scale += Int(value)
    }
    if significant <= 19, mantissa <= 1 << 53, abs(scale) <= 22 {
      let value = Double(mantissa)
      let scaled = scale < 0 ? value / powers[-scale] : value * powers[scale]
      return negative ? -scaled : scaled
    }
    // Rare: the standard library rounds long ones.
    var plain: [UInt8] = []
    for byte in text where byte != group { plain.append(byte == mark ? 0x2E : byte) }
    if plain.last == 0x2E { plain.append(0x30) }
    guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  enum DateOrder: Sendable { case yearFirst, dayFirst, monthFirst }

  /// Three numbers apart by one of `-`, `/`, `.`; nil unless they are a day of the calendar.
  static func date(_ text: UnsafeBufferPointer<UInt8>, _ order: DateOrder, mark: UInt8) -> Int32? {
    var parts = (0, 0, 0)
    var widths = (0, 0, 0)
    var part = 0
    for byte in text {
      let digit = byte &- 0x30
      if digit <= 9 {
        switch part {
        case 0:
          parts.0 = parts.0 * 10 + Int(digit)
          widths.0 += 1
          if widths.0 > 4 { return nil }
        case 1:
          parts.1 = parts.1 * 10 + Int(digit)
          widths.1 += 1
          if widths.1 > 2 { return nil }
        default:
          parts.2 = parts.2 * 10 + Int(digit)
          widths.2 += 1
          if widths.2 > 4 { return nil }
        }
      } else if byte == mark, part < 2 {
        part += 1
      } else {
        return nil
      }
    }
    guard part == 2, widths.1 > 0 else { return nil }
    let date: CivilDate
    switch order {
    case .yearFirst:
      guard widths.0 == 4, (1...2).contains(widths.2) else { return nil }
      date = CivilDate(year: parts.0, month: parts.1, day: parts.2)
    case .dayFirst:
      guard widths.2 == 4, (1...2).contains(widths.0) else { return nil }
      date = CivilDate(year: parts.2, month: parts.1, day: parts.0)
    case .monthFirst:
      guard widths.2 == 4, (1...2).contains(widths.0) else { return nil }
      date = CivilDate(year: parts.2, month: parts.0, day: parts.1)
    }
    return date.isValid ? date.days : nil
  }

  /// A date with a time behind it: the day, and whether the time is midnight.
  static func dateTime(_ text: UnsafeBufferPointer<UInt8>) -> (day: Int32, isMidnight: Bool)? {
    guard text.count >= 16, text[10] == 0x20 || text[10] | 0x20 == 0x74, text[13] == 0x3A else {
      return nil
    }
    guard let day = date(UnsafeBufferPointer(rebasing: text[0..<10]), .yearFirst, mark: 0x2D)
    else { return nil }
    var isMidnight = true
    for byte in text[11...] {
      switch byte {
      case 0x30, 0x3A, 0x2E, 0x5A, 0x2B: continue
      case 0x31...0x39: isMidnight = false
      case 0x2D: continue
      default: return nil
      }
    }
    return (day, isMidnight)
  }

  /// true, false, yes, no in any case; nil for anything else.
  static func bool(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    func equals(_ word: StaticString) -> Bool {
      guard text.count == word.utf8CodeUnitCount else { return false }
      for i in 0..<text.count where text[i] | 0x20 != word.utf8Start[i] { return false }
      return true
    }
    switch text.count {
    case 2: return equals("no") ? false : nil
    case 3: return equals("yes") ? true : nil
    case 4: return equals("true") ? true : nil
    case 5: return equals("false") ? false : nil
    default: return nil
    }
  }

  /// Words that spreadsheets and statistics programs write where a value is missing.
  static func isMissingToken(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.count {
    case 1: text[0] == 0x2D || text[0] == 0x2E || text[0] == 0x3F
    case 2:
      text[0] == 0x5C && text[1] == 0x4E || text[0] | 0x20 == 0x6E && text[1] | 0x20 == 0x61
        || text[0] == 0x2D && text[1] == 0x2D
    case 3...6:
      ["n/a", "nan", "#n/a", "null", "none", "<na>", "n.a.", "nil", "#null!"].contains(
        String(decoding: text, as: UTF8.self).lowercased())
    default: false
    }
  }
}
