// Comes in: numbers, dates, durations. Goes out: the result, missing where it cannot be told, with
// a counted warning. Integer overflow is checked; there is no NaN and no infinity.

extension Run {
  func arithmetic(
    _ first: ExpressionID, _ steps: [ArithmeticStep], _ batch: Batch, _ range: TextRange
  ) throws(RunError) -> Vector {
    var value = try evaluate(first, batch)
    for step in steps {
      let operand = try evaluate(step.operand, batch)
      if case .repeated(let l, let count) = value, case .repeated(let r, _) = operand {
        value = .repeated(try apply(step.operation, l, r, range), count: count)
      } else {
        value = try apply(step.operation, value.expanded, operand.expanded, range)
      }
    }
    return value
  }

  private func apply(
    _ operation: ArithmeticOperator, _ left: Vector, _ right: Vector, _ range: TextRange
  ) throws(RunError) -> Vector {
    switch (left, right) {
    case (.int(let l, let lm), .int(let r, let rm)):
      if operation == .divide {
        return try decimals(operation, l.map(Double.init), lm, r.map(Double.init), rm, range)
      }
      return try ints(operation, l, lm, r, rm, range)
    case (.decimal(let l, let lm), .decimal(let r, let rm)):
      return try decimals(operation, l, lm, r, rm, range)
    case (.int(let l, let lm), .decimal(let r, let rm)):
      return try decimals(operation, l.map(Double.init), lm, r, rm, range)
    case (.decimal(let l, let lm), .int(let r, let rm)):
      return try decimals(operation, l, lm, r.map(Double.init), rm, range)
    case (.date(let l), .duration(let months, let days, let mask)):
      let sign: Int = operation == .subtract ? -1 : 1
      return .date(
        l.indices.map { i in
          if l[i] == Values.missingDate || (!mask.isEmpty && mask[i] == 0) {
            return Values.missingDate
          }
          return CivilDate.shift(l[i], months: sign * Int(months[i]), days: sign * Int(days[i]))
        })
    case (.duration, .date):
      return try apply(operation, right, left, range)
    case (.date(let l), .date(let r)):
      let mask: Mask = l.indices.map {
        l[$0] == Values.missingDate || r[$0] == Values.missingDate ? 0 : 1
      }
      return .duration(
        months: [Int32](repeating: 0, count: l.count),
        days: l.indices.map { mask[$0] == 0 ? 0 : l[$0] &- r[$0] }, mask)
    case (.duration(let lm, let ld, let a), .duration(let rm, let rd, let b)):
      let sign: Int32 = operation == .subtract ? -1 : 1
      return .duration(
        months: lm.indices.map { lm[$0] &+ sign &* rm[$0] },
        days: ld.indices.map { ld[$0] &+ sign &* rd[$0] }, Masks.both(a, b))
    default:
      return .nothing(count: left.count)
    }
  }

  private func ints(
    _ operation: ArithmeticOperator, _ l: [Int64], _ lm: Mask, _ r: [Int64], _ rm: Mask,
    _ range: TextRange
  ) throws(RunError) -> Vector {
    var mask = Masks.both(lm, rm)
    var result = [Int64](repeating: 0, count: l.count)
    var overflows = 0
    var zeros = 0
    for i in 0..<l.count {
      if !mask.isEmpty && mask[i] == 0 { continue }
      let (value, failed): (Int64, Bool)
      switch operation {
      case .add: (value, failed) = l[i].addingReportingOverflow(r[i])
      case .subtract: (value, failed) = l[i].subtractingReportingOverflow(r[i])
      case .multiply: (value, failed) = l[i].multipliedReportingOverflow(by: r[i])
      case .divide, .remainder:
        if r[i] == 0 {
          zeros += 1
          Masks.clear(&mask, i, l.count)
          continue
        }
        // The least number divided by -1 leaves nothing, though the quotient overflows.
        (value, failed) =
          r[i] == -1 ? (0, false) : l[i].remainderReportingOverflow(dividingBy: r[i])
      }
      if failed {
        overflows += 1
        Masks.clear(&mask, i, l.count)
      } else {
        result[i] = value
      }
    }
    try warn(.divisionByZero, rows: zeros, at: range)
    try warn(.overflow, rows: overflows, at: range)
    return .int(result, mask)
  }

  private func decimals(
    _ operation: ArithmeticOperator, _ l: [Double], _ lm: Mask, _ r: [Double], _ rm: Mask,
    _ range: TextRange
  ) throws(RunError) -> Vector {
    var mask = Masks.both(lm, rm)
    var result = [Double](repeating: 0, count: l.count)
    var zeros = 0
    var overflows = 0
    for i in 0..<l.count {
      if !mask.isEmpty && mask[i] == 0 { continue }
      let value: Double
      switch operation {
      case .add: value = l[i] + r[i]
      case .subtract: value = l[i] - r[i]
      case .multiply: value = l[i] * r[i]
      case .divide, .remainder:
        if r[i] == 0 {
          zeros += 1
          Masks.clear(&mask, i, l.count)
          continue
        }
        value = operation == .divide ? l[i] / r[i] : l[i].truncatingRemainder(dividingBy: r[i])
      }
      if value.isFinite {
        result[i] = value
      } else {
        overflows += 1
        Masks.clear(&mask, i, l.count)
      }
    }
    try warn(.divisionByZero, rows: zeros, at: range)
    try warn(.overflow, rows: overflows, at: range)
    return .decimal(result, mask)
  }

  func negate(_ value: Vector, _ range: TextRange) throws(RunError) -> Vector {
    switch value {
    case .repeated(let row, let count): return .repeated(try negate(row, range), count: count)
    case .int(let v, let mask):
      return try ints(.subtract, [Int64](repeating: 0, count: v.count), [], v, mask, range)
    case .decimal(let v, let mask): return .decimal(v.map { 0 - $0 }, mask)
    case .duration(let months, let days, let mask):
      return .duration(months: months.map { 0 &- $0 }, days: days.map { 0 &- $0 }, mask)
    default: return .nothing(count: value.count)
    }
  }
}

enum Masks {
  /// Present where both are.
  static func both(_ a: Mask, _ b: Mask) -> Mask {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    return a.indices.map { a[$0] & b[$0] }
  }

  static func clear(_ mask: inout Mask, _ row: Int, _ count: Int) {
    if mask.isEmpty { mask = Mask(repeating: 1, count: count) }
    mask[row] = 0
  }
}

extension CivilDate {
  /// The day so much later; missing where the calendar ends.
  static func shift(_ date: Int32, months: Int, days: Int) -> Int32 {
    guard abs(months) <= 120_000, abs(days) <= 4_000_000 else { return Values.missingDate }
    let moved = months == 0 ? CivilDate(days: date) : CivilDate(days: date).adding(months: months)
    let result = CivilDate(days: moved.days &+ Int32(days))
    return result.isValid ? result.days : Values.missingDate
  }
}
