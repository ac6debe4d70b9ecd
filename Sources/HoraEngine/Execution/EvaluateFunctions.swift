// Comes in: a function and its arguments. Goes out: its value in each row; missing where an
// argument is.

extension Run {
  func call(
    _ function: Function, _ arguments: [ExpressionID], _ id: ExpressionID, _ batch: Batch
  ) throws(RunError) -> Vector {
    let range = plan.expressions[id].range
    var values: [Vector] = []
    for argument in arguments { values.append(try evaluate(argument, batch)) }
    if function == .today {
      return .repeated(.date([today?.days ?? Values.missingDate]), count: batch.count)
    }
    guard let first = values.first else { return .nothing(count: batch.count) }
    switch function {
    case .lower: return mapTexts(id, first) { $0.lowercased() }
    case .upper: return mapTexts(id, first) { $0.uppercased() }
    case .trim: return mapTexts(id, first) { TextFunctions.trim($0) }
    case .fold: return mapTexts(id, first) { Fold.of($0) }
    case .transliterate: return mapTexts(id, first) { SearchForm.of($0) }
    case .length: return length(first)
    case .contains, .startsWith, .endsWith:
      return try find(function, values, id, batch)
    case .replace, .slice: return try rewrite(function, values, batch)
    case .split: return split(values)
    case .join: return join(values)
    case .similarity: return try similarity(values)
    case .abs, .round, .floor, .ceil, .sqrt, .ln, .log10, .exp, .pow:
      return try number(function, values.map { $0.expanded }, range)
    case .least, .greatest: return extreme(values, largest: function == .greatest, batch)
    case .year, .month, .quarter, .day, .week: return datePart(function, first.expanded)
    case .toInt, .toDecimal, .toText, .toDate:
      return try convert(function, first, id, range)
    case .jaccard, .cosine, .overlap, .associationStrength, .containsAll, .sameSet:
      return setMeasure(function, values[0], values[values.count > 1 ? 1 : 0], batch.count)
    case .today: return .nothing(count: batch.count)
    case .firstDay, .lastDay:
      switch first {
      case .interval(let a, let b): return .date(function == .firstDay ? a : b)
      case .repeated(.interval(let a, let b), let count):
        return .repeated(.date(function == .firstDay ? a : b), count: count)
      default: return .nothing(count: batch.count)
      }
    }
  }

  private func length(_ text: Vector) -> Vector {
    switch text {
    case .repeated(let row, let count): return .repeated(length(row), count: count)
    case .text(let codes, let dictionary):
      var lengths = [Int64](repeating: -1, count: dictionary.count)
      var mask: Mask = codes.map { $0 < 0 ? 0 : 1 }
      let result = codes.map { code -> Int64 in
        if code < 0 { return 0 }
        if lengths[Int(code)] < 0 {
          // Every scalar has one byte that is not a continuation.
          lengths[Int(code)] = dictionary.withText(code) { text in
            text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
          }
        }
        return lengths[Int(code)]
      }
      if !mask.contains(0) { mask = [] }
      return .int(result, mask)
    default: return .nothing(count: text.count)
    }
  }

  private func find(
    _ function: Function, _ values: [Vector], _ id: ExpressionID, _ batch: Batch
  ) throws(RunError) -> Vector {
    guard values.count == 2, case .text(let codes, let dictionary) = values[0].expanded else {
      return .nothing(count: batch.count)
    }
    func missingWhereMissing(_ truth: [UInt8]) -> Vector {
      .bool(codes.indices.map { codes[$0] < 0 ? 2 : truth[$0] })
    }
    if case .repeated(.text(let wanted, let other), _) = values[1], wanted[0] >= 0 {
      let needle = other.withText(wanted[0]) { Array($0) }
      return missingWhereMissing(
        memo(id, dictionary, codes, useForms: false) { TextFunctions.holds(function, $0, needle) })
    }
    guard case .text(let wanted, let other) = values[1].expanded else {
      return .nothing(count: batch.count)
    }
    return .bool(
      codes.indices.map { i in
        if codes[i] < 0 || wanted[i] < 0 { return 2 }
        let needle = other.withText(wanted[i]) { Array($0) }
        return dictionary.withText(codes[i]) { TextFunctions.holds(function, $0, needle) } ? 1 : 0
      })
  }

  private func rewrite(
    _ function: Function, _ values: [Vector], _ batch: Batch
  ) throws(RunError) -> Vector {
    guard values.count == 3, case .text(let codes, let dictionary) = values[0].expanded else {
      return .nothing(count: batch.count)
    }
    var builder = TextDictionaryBuilder()
    var result = [Int32](repeating: -1, count: batch.count)
    if function == .slice {
      guard case .int(let from, let fm) = values[1].expanded,
        case .int(let to, let tm) = values[2].expanded
      else { return .nothing(count: batch.count) }
      for i in 0..<codes.count
      where codes[i] >= 0 && (fm.isEmpty || fm[i] == 1) && (tm.isEmpty || tm[i] == 1) {
        result[i] = builder.insert(
          TextFunctions.slice(dictionary.string(codes[i]), from[i], to[i]))
      }
    } else {
      guard case .text(let old, let a) = values[1].expanded,
        case .text(let new, let b) = values[2].expanded
      else { return .nothing(count: batch.count) }
      for i in 0..<codes.count where codes[i] >= 0 && old[i] >= 0 && new[i] >= 0 {
        result[i] = builder.insert(
          Composition.composed(
            TextFunctions.replace(dictionary.string(codes[i]), a.string(old[i]), b.string(new[i]))))
      }
    }
    return .text(result, builder.finish())
  }

  private func datePart(_ function: Function, _ value: Vector) -> Vector {
    guard case .date(let days) = value else { return .nothing(count: value.count) }
    var mask: Mask = days.map { $0 == Values.missingDate ? 0 : 1 }
    if !mask.contains(0) { mask = [] }
    let parts = days.map { day -> Int64 in
      if day == Values.missingDate { return 0 }
      let date = CivilDate(days: day)
      switch function {
      case .year: return Int64(date.year)
      case .month: return Int64(date.month)
      case .quarter: return Int64((date.month + 2) / 3)
      case .day: return Int64(date.day)
      default: return Int64(CivilDate.isoWeek(day))
      }
    }
    return .int(parts, mask)
  }

  /// The least or greatest of the values that are there.
  private func extreme(_ values: [Vector], largest: Bool, _ batch: Batch) -> Vector {
    let joined = Vector.joined(values)
    var places = (0..<Int32(batch.count)).map { $0 }
    var present = values[0].presence
    for (index, value) in values.enumerated().dropFirst() {
      let other = value.presence
      let better = Compare.vectors(
        largest ? .greater : .less, value.expanded, joined.gather(places))
      for row in 0..<batch.count where other[row] == 1 && (present[row] == 0 || better[row] == 1) {
        places[row] = Int32(index * batch.count + row)
        present[row] = 1
      }
    }
    return joined.gather(places)
  }

  private func convert(
    _ function: Function, _ value: Vector, _ id: ExpressionID, _ range: TextRange
  ) throws(RunError) -> Vector {
    switch (function, value.expanded) {
    case (.toText, let v):
      if case .text = v { return v }
      var builder = TextDictionaryBuilder()
      let codes = (0..<v.count).map { row -> Int32 in
        ValueText.plain(v, row).map { builder.insert($0) } ?? -1
      }
      return .text(codes, builder.finish())
    case (.toInt, .int), (.toDecimal, .decimal), (.toDate, .date): return value
    case (.toDecimal, .int(let v, let mask)): return .decimal(v.map(Double.init), mask)
    case (.toInt, .decimal(let v, let mask)):
      var newMask = mask
      var failed = 0
      let result = v.indices.map { i -> Int64 in
        if !mask.isEmpty && mask[i] == 0 { return 0 }
        if let whole = Int64(exactly: v[i].rounded(.towardZero)) { return whole }
        failed += 1
        Masks.clear(&newMask, i, v.count)
        return 0
      }
      try warn(.overflow, rows: failed, at: range)
      return .int(result, newMask)
    case (_, .text(let codes, let dictionary)):
      return try parse(function, codes, dictionary, range)
    case (.toInt, .bool(let v)):
      return .int(v.map { $0 == 1 ? 1 : 0 }, v.contains(2) ? v.map { $0 == 2 ? 0 : 1 } : [])
    default: return .nothing(count: value.count)
    }
  }

  private func parse(
    _ function: Function, _ codes: [Int32], _ dictionary: TextDictionary, _ range: TextRange
  ) throws(RunError) -> Vector {
    var failed = 0
    var mask = Mask(repeating: 1, count: codes.count)
    func each<T>(_ missing: T, _ read: (String) -> T?) -> [T] {
      codes.indices.map { i in
        guard codes[i] >= 0 else {
          mask[i] = 0
          return missing
        }
        if let value = read(TextFunctions.trim(dictionary.string(codes[i]))) { return value }
        failed += 1
        mask[i] = 0
        return missing
      }
    }
    let result: Vector
    switch function {
    case .toInt:
      let values = each(Int64(0)) { Int64($0) }
      result = .int(values, mask)
    case .toDecimal:
      let values = each(0.0) { text in Double(text).flatMap { $0.isFinite ? $0 : nil } }
      result = .decimal(values, mask)
    default:
      result = .date(each(Values.missingDate) { CivilDate(text: $0)?.days })
    }
    try warn(function == .toDate ? .unreadableDate : .unreadableNumber, rows: failed, at: range)
    return result
  }
}
