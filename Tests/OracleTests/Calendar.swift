// Days as numbers since 0001-01-01 and back, months and weeks: written out, one year after the other.

enum Calendar {
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, _ year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let past = year - 1
    var days = past * 365 + past / 4 - past / 100 + past / 400
    for earlier in 1..<max(month, 1) { days += length(ofMonth: earlier, year) }
    return days + day - 1
  }

  static let last = day(9999, 12, 31)

  static func parts(_ number: Int) -> (year: Int, month: Int, day: Int) {
    var year = max(1, number / 366)
    while day(year + 1, 1, 1) <= number { year += 1 }
    var rest = number - day(year, 1, 1)
    var month = 1
    while rest >= length(ofMonth: month, year) {
      rest -= length(ofMonth: month, year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  static func text(_ number: Int) -> String {
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    let (year, month, day) = parts(number)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// A day as 2015-12-01; nil for any other text.
  static func day(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year >= 1, (1...12).contains(month), (1...length(ofMonth: month, year)).contains(day)
    else { return nil }
    return Calendar.day(year, month, day)
  }

  /// So many months and days later; the last day of a month where it is shorter.
  static func moved(_ number: Int, months: Int, days: Int) -> Int? {
    let (year, month, day) = parts(number)
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    guard total >= 12, newYear <= 9999 else { return nil }
    let newDay = min(day, length(ofMonth: newMonth, newYear))
    let result = Calendar.day(newYear, newMonth, newDay) + days
    return (0...last).contains(result) ? result : nil
  }

  /// The week of the year as ISO 8601 counts it: the week of the year's first Thursday is the first.
  static func week(_ number: Int) -> Int {
    // The first day of year 1 was a Monday.
    let thursday = number - number % 7 + 3
    return (thursday - day(parts(thursday).year, 1, 1)) / 7 + 1
  }
}
