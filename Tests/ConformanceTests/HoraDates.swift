// Comes in: temporal calls. Goes out: Hora's dates, which are days: of a moment the day is carried over where
// only the day is asked for, and everything else about times is out of scope.

extension HoraWriter {
  private static let moments: Set<String> = ["datetime", "localdatetime"]
  private static let times: Set<String> = ["time", "localtime"]
  private static let dayKeys: Set<String> = [
    "year", "month", "day", "week", "dayOfWeek", "ordinalDay", "quarter", "dayOfQuarter",
  ]

  /// Nil where the call has nothing to do with dates.
  mutating func dateCall(_ name: String, _ arguments: [Term]) throws(OutOfScope) -> Written? {
    if language == .cel {
      switch name {
      case "timestamp", "duration", ".getHours", ".getMinutes", ".getSeconds", ".getMilliseconds",
        ".getDayOfWeek", ".getDayOfYear":
        if name == "timestamp", let day = celDay(arguments) { return day }
        throw OutOfScope(.timeOfDay)
      case ".getFullYear", ".getMonth", ".getDate", ".getDayOfMonth":
        guard arguments.count == 1 else { throw OutOfScope(.timeOfDay) }
        return try celField(name, arguments[0])
      default: return nil
      }
    }
    let parts = name.split(separator: ".").map(String.init)
    guard let type = parts.first,
      type == "date" || type == "duration"
        || Self.moments.contains(type) || Self.times.contains(type)
    else { return nil }
    if parts.count == 2, parts[1] == "truncate", arguments.count >= 2 {
      guard type == "date" else { throw OutOfScope(.timeOfDay) }
      return try truncated(arguments)
    }
    if type == "duration" { return try duration(parts.last ?? "", arguments) }
    guard parts.count == 1 else {
      throw OutOfScope(.timeOfDay)
    }
    guard arguments.count == 1 else { throw OutOfScope(.timeOfDay) }
    if Self.times.contains(type) { throw OutOfScope(.timeOfDay) }
    if Self.moments.contains(type) {
      guard case .map(let entries) = arguments[0] else { throw OutOfScope(.timeOfDay) }
      // The time of day is left out; where the day comes from another moment a zone may shift it.
      if entries.contains(where: { ["date", "time", "datetime", "epochSeconds"].contains($0.key) })
      {
        throw OutOfScope(.timeOfDay)
      }
      let day = try self.day(of: entries.filter { Self.dayKeys.contains($0.key) })
      return Written(day.text, day.level, .moment)
    }
    switch arguments[0] {
    case .map(let entries): return try day(of: entries)
    case .text(let text):
      notes.insert(.dateText)
      return Written("date(\(Spelling.text(text)))", .postfix, .date)
    default:
      let given = try raw(arguments[0])
      if given.kind == .date || given.kind == .moment {
        return Written(given.text, given.level, .date)
      }
      return Written("date(\(given.text))", .postfix, .date)
    }
  }

  // MARK: Days

  private func days(_ count: Int) -> String {
    count == 0 ? "" : count > 0 ? " + \(count)d" : " - \(-count)d"
  }

  /// `{year: 1984, week: 10, dayOfWeek: 3}` and the like.
  private mutating func day(of entries: [MapEntry]) throws(OutOfScope) -> Written {
    if let base = entries.first(where: { $0.key == "date" }) {
      return try day(from: base.value, entries.filter { $0.key != "date" })
    }
    guard let parts = ConstantDate.parts(entries), Set(parts.keys).isSubset(of: Self.dayKeys),
      let year = parts["year"]
    else { throw OutOfScope(.calendarFields) }
    if let week = parts["week"] {
      return try day(
        ofWeekAround: "\(ConstantDate.iso(year, 1, 4))\(days(7 * (week - 1)))",
        parts["dayOfWeek"] ?? 1, year)
    }
    if let ordinal = parts["ordinalDay"] {
      return shifted(ConstantDate.iso(year, 1, 1), ordinal - 1)
    }
    if let quarter = parts["quarter"] {
      return shifted(ConstantDate.iso(year, 3 * quarter - 2, 1), (parts["dayOfQuarter"] ?? 1) - 1)
    }
    return Written(
      ConstantDate.iso(year, parts["month"] ?? 1, parts["day"] ?? 1), .postfix, .date)
  }

  private func shifted(_ day: String, _ count: Int) -> Written {
    Written(day + days(count), count == 0 ? .postfix : .sum, .date)
  }

  /// Of the days around one the n-th that has the same week: weeks begin with their Monday.
  private mutating func day(
    ofWeekAround day: String, _ number: Int, _ year: Int
  ) throws(OutOfScope) -> Written {
    guard (2...9998).contains(year) else { throw OutOfScope(.calendarFields) }
    let table = SideTable.calendar(year)
    if !tables.contains(table) { tables.append(table) }
    let days = "calendar_\(year)"
    return Written(
      "first((\(days) where day in \(day) - 6d..\(day) + 6d and week(day) = week(\(day)) skip \(number - 1) take 1).day)",
      .postfix, .date)
  }

  /// A day whose parts come from another, but for those that are given.
  private mutating func day(
    from base: Term, _ entries: [MapEntry]
  ) throws(OutOfScope) -> Written {
    let other = try raw(base)
    guard other.kind == .date || other.kind == .moment else { throw OutOfScope(.timeOfDay) }
    guard let parts = ConstantDate.parts(entries) else { throw OutOfScope(.calendarFields) }
    if parts.isEmpty { return Written(other.text, other.level, .date) }
    func digits(_ first: Int, _ last: Int, _ given: Int?, _ width: Int) -> String {
      given.map {
        "\"\(String(ConstantDate.iso($0, 0, $0).prefix(width == 4 ? 4 : 10).suffix(width)))\""
      }
        ?? "slice(text(\(other.text)), \(first), \(last))"
    }
    let year = digits(1, 4, parts["year"], 4)
    let keys = Set(parts.keys).subtracting(["year"])
    if keys.isSubset(of: ["month", "day"]) {
      let (month, day) = (digits(6, 7, parts["month"], 2), digits(9, 10, parts["day"], 2))
      return Written("date(\(year) + \"-\" + \(month) + \"-\" + \(day))", .postfix, .date)
    }
    if keys == ["ordinalDay"], let ordinal = parts["ordinalDay"] {
      return shifted("date(\(year) + \"-01-01\")", ordinal - 1)
    }
    if keys == ["quarter", "dayOfQuarter"], let quarter = parts["quarter"],
      let day = parts["dayOfQuarter"]
    {
      let month = String(ConstantDate.iso(0, 3 * quarter - 2, 1).dropFirst(4))
      return shifted("date(\(year) + \"\(month)\")", day - 1)
    }
    throw OutOfScope(.calendarFields)
  }

  // MARK: Truncation

  private mutating func truncated(_ arguments: [Term]) throws(OutOfScope) -> Written {
    guard case .text(let unit) = arguments[0] else { throw OutOfScope(.calendarFields) }
    let given = try raw(arguments[1])
    guard given.kind == .date || given.kind == .moment else { throw OutOfScope(.timeOfDay) }
    var parts: [String: Int] = [:]
    if arguments.count == 3 {
      guard case .map(let entries) = arguments[2], let given = ConstantDate.parts(entries) else {
        throw OutOfScope(.calendarFields)
      }
      parts = given
    }
    let text = "text(\(given.text))"
    let first: Written
    switch unit {
    case "millennium":
      first = Written("date(slice(\(text), 1, 1) + \"000-01-01\")", .postfix, .date)
    case "century": first = Written("date(slice(\(text), 1, 2) + \"00-01-01\")", .postfix, .date)
    case "decade": first = Written("date(slice(\(text), 1, 3) + \"0-01-01\")", .postfix, .date)
    case "year": first = Written("date(slice(\(text), 1, 4) + \"-01-01\")", .postfix, .date)
    case "month": first = Written("date(slice(\(text), 1, 7) + \"-01\")", .postfix, .date)
    case "quarter":
      let quarter = "quarter(\(given.text))"
      let month =
        "if \(quarter) = 1 then \"01\" else if \(quarter) = 2 then \"04\" else if \(quarter) = 3 then \"07\" else \"10\""
      first = Written("date(slice(\(text), 1, 5) + (\(month)) + \"-01\")", .postfix, .date)
    case "day": first = Written(given.text, given.level, .date)
    case "week":
      guard let year = year(of: given.text) else { throw OutOfScope(.calendarFields) }
      first = try day(ofWeekAround: given.at(.postfix), 1, year)
    case "weekYear": throw OutOfScope(.calendarFields)
    default: throw OutOfScope(.timeOfDay)
    }
    // The truncated day is a first one, so a part that is given says how far it is from there.
    switch parts.first {
    case nil: return first
    case ("day", let number)? where parts.count == 1 && unit != "week" && unit != "day":
      return shifted(first.at(.sum), number - 1)
    case ("dayOfWeek", let number)? where parts.count == 1 && unit == "week":
      return shifted(first.at(.sum), number - 1)
    default: throw OutOfScope(.calendarFields)
    }
  }

  /// The year of a day that is written out.
  private func year(of text: String) -> Int? {
    guard text.count == 10, text.dropFirst(4).first == "-" else { return nil }
    return Int(text.prefix(4))
  }

  // MARK: Fields

  mutating func dateField(_ base: Written, _ name: String) throws(OutOfScope) -> Written {
    guard ["year", "quarter", "month", "week", "day"].contains(name) else {
      throw OutOfScope(.calendarFields)
    }
    return Written("\(name)(\(base.text))", .postfix, .int)
  }

  private func celDay(_ arguments: [Term]) -> Written? {
    guard case .text(let text)? = arguments.first, text.hasSuffix("Z"), text.count >= 20,
      text.dropFirst(10).first == "T"
    else { return nil }
    return Written("date(\(Spelling.text(String(text.prefix(10)))))", .postfix, .moment)
  }

  /// A field of a moment that its day alone decides; CEL counts months and some days from 0.
  private mutating func celField(_ name: String, _ argument: Term) throws(OutOfScope) -> Written {
    let given = try raw(argument)
    guard given.kind == .moment else { throw OutOfScope(.timeOfDay) }
    switch name {
    case ".getFullYear": return Written("year(\(given.text))", .postfix, .int)
    case ".getMonth": return Written("month(\(given.text)) - 1", .sum, .int)
    case ".getDate": return Written("day(\(given.text))", .postfix, .int)
    default: return Written("day(\(given.text)) - 1", .sum, .int)
    }
  }

  // MARK: Durations

  private mutating func duration(_ name: String, _ arguments: [Term]) throws(OutOfScope) -> Written
  {
    if name == "duration", case .map(let entries)? = arguments.first {
      let units = ["years": "y", "months": "mo", "weeks": "w", "days": "d"]
      guard let parts = ConstantDate.parts(entries), !parts.isEmpty else {
        throw OutOfScope(.durations)
      }
      var texts: [String] = []
      for unit in ["years", "months", "weeks", "days"] {
        guard let count = parts[unit] else { continue }
        texts.append(
          count < 0 ? "-\(-count)\(units[unit] ?? "d")" : "\(count)\(units[unit] ?? "d")")
      }
      guard texts.count == parts.count else { throw OutOfScope(.durations) }
      return Written(texts.joined(separator: " + "), texts.count > 1 ? .sum : .minus, .duration)
    }
    if name == "indays", arguments.count == 2 {
      let (from, to) = (try value(arguments[0]), try value(arguments[1]))
      guard from.kind == .date, to.kind == .date else { throw OutOfScope(.timeOfDay) }
      return Written("\(to.at(.sum)) - \(from.at(.product))", .sum, .duration)
    }
    throw OutOfScope(.durations)
  }
}
