// Comes in: numbers, or sets. Goes out: a number a row, by the functions of mathematics. The
// functions that need libm come from the shim; a result that is not a number is missing.

import CSystem

extension Run {
  func number(
    _ function: Function, _ values: [Vector], _ range: TextRange
  ) throws(RunError) -> Vector {
    switch (function, values[0]) {
    case (.abs, .int(let v, let mask)):
      var newMask = mask
      var failed = 0
      let result = v.indices.map { i -> Int64 in
        if v[i] == .min {
          failed += 1
          Masks.clear(&newMask, i, v.count)
          return 0
        }
        return Swift.abs(v[i])
      }
      try warn(.overflow, rows: failed, at: range)
      return .int(result, newMask)
    case (.round, .int) where values.count == 1, (.floor, .int), (.ceil, .int): return values[0]
    default: break
    }
    let x = Numbers.decimals(values[0])
    let y = values.count > 1 ? Numbers.decimals(values[1]) : nil
    var mask = Masks.both(x.mask, y?.mask ?? [])
    var failed = 0
    let result = x.values.indices.map { i -> Double in
      if !mask.isEmpty && mask[i] == 0 { return 0 }
      let value = Numbers.apply(function, x.values[i], y?.values[i])
      if value.isFinite { return value }
      failed += 1
      Masks.clear(&mask, i, x.values.count)
      return 0
    }
    try warn(.notANumber, rows: failed, at: range)
    // Rounding to a whole gives an int where it fits.
    if values.count == 1, function == .round || function == .floor || function == .ceil {
      var whole = mask
      var tooLarge = 0
      let ints = result.indices.map { i -> Int64 in
        if let value = Int64(exactly: result[i]) { return value }
        tooLarge += 1
        Masks.clear(&whole, i, result.count)
        return 0
      }
      try warn(.overflow, rows: tooLarge, at: range)
      return .int(ints, whole)
    }
    return .decimal(result, mask)
  }
}

enum Numbers {
  static func decimals(_ vector: Vector) -> (values: [Double], mask: Mask) {
    switch vector {
    case .int(let v, let mask): (v.map(Double.init), mask)
    case .decimal(let v, let mask): (v, mask)
    default:
      ([Double](repeating: 0, count: vector.count), Mask(repeating: 0, count: vector.count))
    }
  }

  static func apply(_ function: Function, _ x: Double, _ y: Double?) -> Double {
    switch function {
    case .abs: return Swift.abs(x)
    case .floor: return x.rounded(.down)
    case .ceil: return x.rounded(.up)
    case .round:
      guard let y else { return x.rounded(.toNearestOrAwayFromZero) }
      return round(x, Int(exactly: y.rounded()) ?? 0)
    case .sqrt: return x.squareRoot()
    case .ln: return hora_log(x)
    case .log10: return hora_log10(x)
    case .exp: return hora_exp(x)
    case .pow: return hora_pow(x, y ?? 1)
    default: return .nan
    }
  }

  /// Half away from zero at the given place, of the number as it is written in decimal.
  static func round(_ x: Double, _ places: Int) -> Double {
    guard places < 17 else { return x }
    guard places > -300 else { return 0 }
    let scale = hora_pow(10, Double(Swift.abs(places)))
    let scaled = places >= 0 ? x * scale : x / scale
    guard scaled.isFinite, Swift.abs(scaled) < 4_503_599_627_370_496 else { return x }
    // 2.675 is a little less in binary; what is written with the same digits is meant.
    let nudged = scaled + (scaled < 0 ? -1 : 1) * Swift.abs(scaled) * 2e-16
    let whole = nudged.rounded(.toNearestOrAwayFromZero)
    return places >= 0 ? whole / scale : whole * scale
  }
}
