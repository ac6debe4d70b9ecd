// Comes in: a seed. Goes out: the same numbers on every machine and in every run.
// Source: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014.

struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, `bound`; each as likely as the others to within
  /// `bound / 2^64`.
  mutating func below(_ bound: Int) -> Int {
    bound < 2 ? 0 : Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Fisher and Yates. The first `count` places are drawn, the others only exchanged.
  mutating func shuffle(_ values: inout [Int32], first count: Int) {
    for place in 0..<min(count, values.count) {
      values.swapAt(place, place + below(values.count - place))
    }
  }
}
