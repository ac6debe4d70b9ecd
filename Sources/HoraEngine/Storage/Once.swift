// Comes in: a way to compute a value. Goes out: the value, computed by whoever asks first.
// The one place of the core with a lock; `Synchronization` is part of Swift's standard library.

import Synchronization

/// A value that is computed at most once and then shared by all tasks.
final class Once<Value: Sendable>: Sendable {
  private let state = Mutex<Value?>(nil)

  init() {}

  func value(_ make: () -> Value) -> Value {
    state.withLock { held in
      if let held { return held }
      let made = make()
      held = made
      return made
    }
  }
}
