// Comes in: numbers of rows. Goes out: the same as whole numbers of one unit, so that their sums are exact,
// whatever the order, and never overflow. The unit is a power of ten: cents add up as cents.

struct Amounts {
  let values: [Int64]
  private var scale = 1e12
  private var divisor = 1.0

  /// - Parameter numbers: all finite.
  init(_ numbers: [Double]) {
    let total = numbers.reduce(0) { $0 + $1.magnitude }
    // A decimal has 15 digits that are sure.
    while scale > 1, total * scale > 1e15 { scale /= 10 }
    while total / divisor > 1e15, divisor < 1e300 { divisor *= 10 }
    let (scale, divisor) = (scale, divisor)
    values = numbers.map { Int64(($0 * scale / divisor).rounded()) }
  }

  /// A number in the same unit; the largest there is where it is beyond all sums.
  func amount(of number: Double) -> Int64 {
    let scaled = (number * scale / divisor).rounded()
    return scaled >= 9e18 ? Int64.max : scaled <= -9e18 ? Int64.min : Int64(scaled)
  }
}
