// Comes in: how much work or memory the next block of a long computation takes. Goes out: nothing,
// or why the computation stops. What a run may spend is the run's business; kernels only ask.

/// What a long computation spends from.
protocol Budget {
  /// Counts elements looked at; asked once for each block of work.
  func charge(_ count: Int) throws(RunError)
  /// Asked before an array of so many elements is made.
  func reserve(_ elements: Int) throws(RunError)
}

extension Run: Budget {}
