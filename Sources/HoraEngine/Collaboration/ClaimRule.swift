// Comes in: claims: who is said to have which value of a property, by whom, since when. Goes out: which one
// of several claims counts, and which of them contradict each other. None is thrown away.

/// The rule: the newest dated claim; of equally new ones, and where none is dated, the first.
struct ClaimRule {
  /// One date a claim, larger is newer; 0 where there is none.
  private let dates: [Int64]

  /// - Parameter dates: dates, years, or texts that begin with a year, a month or a day
  init(dates: Vector?, count: Int) {
    switch dates?.expanded {
    case .date(let days)?:
      self.dates = days.map { day in
        if day == Values.missingDate { return 0 }
        let date = CivilDate(days: day)
        return ClaimRule.order(Int64(date.year), Int64(date.month), Int64(date.day))
      }
    case .int(let years, let mask)?:
      self.dates = years.indices.map { row in
        mask.isEmpty || mask[row] == 1 ? ClaimRule.order(max(0, min(9999, years[row])), 0, 0) : 0
      }
    case .text(let codes, let dictionary)?:
      let read = (0..<Int32(dictionary.count)).map { ClaimRule.date(dictionary.string($0)) }
      self.dates = codes.map { $0 < 0 ? 0 : read[Int($0)] }
    default: self.dates = [Int64](repeating: 0, count: count)
    }
  }

  private static func order(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    year * 10_000 + month * 100 + day
  }

  /// `2016`, `2016-05`, `2016-05-31`, with or without words behind it; 0 for anything else.
  private static func date(_ text: String) -> Int64 {
    var parts: [Int64] = []
    var digits = 0
    var number: Int64 = 0
    for byte in Array(text.utf8) + [0] {
      let wanted = parts.isEmpty ? 4 : 2
      if byte >= 0x30, byte <= 0x39, digits < wanted {
        digits += 1
        number = number * 10 + Int64(byte - 0x30)
        continue
      }
      if digits != wanted || (byte >= 0x30 && byte <= 0x39) { break }
      parts.append(number)
      (digits, number) = (0, 0)
      if byte != 0x2D || parts.count == 3 { break }
    }
    guard let year = parts.first else { return 0 }
    return order(year, parts.count > 1 ? parts[1] : 0, parts.count > 2 ? parts[2] : 0)
  }

  /// The claim that counts; -1 of none.
  func choice(among claims: ArraySlice<Int32>) -> Int32 {
    var best: Int32 = -1
    for claim in claims where best < 0 || dates[Int(claim)] > dates[Int(best)] { best = claim }
    return best
  }
}

extension Run {
  /// The value of the claim that counts, of each list of claims.
  func claim(_ plan: ClaimsPlan, _ values: [Vector]) throws(RunError) -> Vector {
    let (offsets, elements) = values[0].asList
    guard case .entity(let rows) = elements.expanded else {
      return .nothing(count: values[0].count)
    }
    let rule = try claimRule(plan)
    let chosen = (0..<(offsets.count - 1)).map { list in
      rule.choice(among: rows[Int(offsets[list])..<Int(offsets[list + 1])])
    }
    return try claimField(plan, plan.value, chosen)
  }

  /// One row for each property of a subject that has different values: `subject`, `property`, `value`,
  /// `claims`, in the order of the first claim.
  func conflictRows(_ plan: ClaimsPlan) throws(RunError) -> Frame {
    let count = network.collections[plan.collection].rowCount
    let rows = (0..<Int32(count)).map { $0 }
    try charge(4 * count)
    let property = try claimField(plan, plan.property, rows)
    let subject = try plan.subject.map { place throws(RunError) in
      try claimField(plan, place, rows)
    }
    let value = try claimField(plan, plan.value, rows)
    var groups = Grouper(count: count)
    if let subject { groups.add(subject) }
    groups.add(property)
    var different = groups
    different.add(value)
    // How many values a group has, missing ones aside.
    var values = [Int](repeating: 0, count: groups.count)
    let hasValue = value.presence
    for first in different.firstRows where hasValue[Int(first)] == 1 {
      values[Int(groups.groups[Int(first)])] += 1
    }
    if let several = plan.several, case .bool(let marks) = try claimField(plan, several, rows) {
      for row in 0..<count where marks[row] == 1 { values[Int(groups.groups[row])] = 0 }
    }
    let (offsets, members) = Reduce.lists(groups.groups, groups.count)
    let rule = try claimRule(plan)
    var kept: [Int32] = []
    var chosen: [Int32] = []
    var claimOffsets: [Int32] = [0]
    var claims: [Int32] = []
    for group in 0..<groups.count where values[group] > 1 {
      let own = members[Int(offsets[group])..<Int(offsets[group + 1])]
      kept.append(own[own.startIndex])
      chosen.append(rule.choice(among: own.filter { hasValue[Int($0)] == 1 }[...]))
      claims += own
      claimOffsets.append(Int32(claims.count))
    }
    return Frame(
      segments: [0, Int32(kept.count)], count: kept.count,
      columns: [
        subject?.gather(kept) ?? .nothing(count: kept.count), property.gather(kept),
        value.gather(chosen), .list(offsets: claimOffsets, elements: .entity(claims)),
      ])
  }

  private func claimRule(_ plan: ClaimsPlan) throws(RunError) -> ClaimRule {
    if let known = claimRules[plan.collection] { return known }
    let count = network.collections[plan.collection].rowCount
    let dates = try plan.date.map { place throws(RunError) in
      try claimField(plan, place, (0..<Int32(count)).map { $0 })
    }
    let rule = ClaimRule(dates: dates, count: count)
    claimRules[plan.collection] = rule
    return rule
  }

  private func claimField(
    _ plan: ClaimsPlan, _ field: Int, _ rows: [Int32]
  ) throws(RunError) -> Vector {
    try fieldOf(.entity(rows), network.collections[plan.collection].columns[field]).expanded
  }
}
