// Comes in: UTF-8 text. Goes out: the same text in the composed form (NFC) of Unicode, so that
// canonically equivalent texts have equal bytes. It must not fold, trim or repair anything else.

/// Canonical composition.
public enum Composition {
  /// True where the text surely is composed already. Cost: one look at each byte for Latin,
  /// Greek and Cyrillic without combining marks; no allocation.
  public static func isComposed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var at = 0
    let count = text.count
    while at < count {
      // Eight bytes of ASCII at a time.
      while at + 8 <= count,
        raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
      }
      guard at < count else { return true }
      let lead = base[at]
      // U+0000 to U+02FF never change.
      if lead < 0xCC {
        at += lead < 0x80 ? 1 : 2
        continue
      }
      if CompositionData.shared.mayChange(UTF8Bytes.next(text, &at)) { return false }
    }
    return true
  }

  /// Appends the composed form of `text`.
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    if isComposed(text) {
      out.append(contentsOf: text)
      return
    }
    let data = CompositionData.shared
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.count)
    var at = 0
    while at < text.count { data.decompose(UTF8Bytes.next(text, &at), to: &scalars) }
    data.order(&scalars)
    data.compose(&scalars)
    UTF8Bytes.reserve(text.count, in: &out)
    for scalar in scalars { UTF8Bytes.append(scalar, to: &out) }
  }

  public static func composed(_ text: String) -> String {
    UTF8Bytes.map(text) { append($0, to: &$1) }
  }
}

/// The tables of ``CompositionTable`` in memory.
struct CompositionData: Sendable {
  static let shared = CompositionData()

  /// Scalars with a decomposition, ascending, and its one or two parts (0: only one).
  private var keys: [UInt32] = []
  private var firsts: [UInt32] = []
  private var seconds: [UInt32] = []
  /// `first << 32 | second`, ascending, and what they compose to.
  private var pairs: [UInt64] = []
  private var composites: [UInt32] = []
  /// Runs with a combining class that is not 0.
  private var classRuns: [(first: UInt32, last: UInt32, value: UInt8)] = []
  /// One bit for each scalar below U+10000 that composition may touch.
  private var touched = [UInt64](repeating: 0, count: 0x10000 / 64)

  init() {
    var pairList: [(UInt64, UInt32)] = []
    var changing: [UInt32] = []
    var reader = TableReader(CompositionTable.decompositions)
    while reader.nextEntry() {
      let scalar = reader.hexadecimal()
      let composes = reader.take(0x3D)
      if !composes { _ = reader.take(0x3E) }
      let first = reader.hexadecimal()
      let second = reader.take(0x2B) ? reader.hexadecimal() : 0
      keys.append(scalar)
      firsts.append(first)
      seconds.append(second)
      if composes {
        pairList.append((UInt64(first) << 32 | UInt64(second), scalar))
        changing.append(second)
      } else {
        changing.append(scalar)
      }
    }
    pairList.sort { $0.0 < $1.0 }
    pairs = pairList.map(\.0)
    composites = pairList.map(\.1)
    reader = TableReader(CompositionTable.classes)
    while reader.nextEntry() {
      let first = reader.hexadecimal()
      let last = reader.take(0x2D) ? reader.hexadecimal() : first
      _ = reader.take(0x3A)
      classRuns.append((first, last, UInt8(truncatingIfNeeded: reader.decimal())))
    }
    for scalar in changing where scalar < 0x10000 { touch(scalar) }
    for run in classRuns where run.last < 0x10000 {
      for scalar in run.first...run.last { touch(scalar) }
    }
    for scalar in UInt32(0x1161)...0x1175 { touch(scalar) }
    for scalar in UInt32(0x11A8)...0x11C2 { touch(scalar) }
  }

  private mutating func touch(_ scalar: UInt32) {
    touched[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
  }

  @inline(__always)
  func mayChange(_ scalar: UInt32) -> Bool {
    if scalar >= 0x10000 {
      // Rare: every such scalar that has a class, a decomposition or follows in a pair.
      return (0x10A00...0x1FFFF).contains(scalar) || scalar >= 0x2F800 || scalar < 0x10400
    }
    return touched[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 != 0
  }

  func combiningClass(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x300 { return 0 }
    var low = 0
    var high = classRuns.count
    while low < high {
      let middle = (low + high) / 2
      if classRuns[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    return low < classRuns.count && classRuns[low].first <= scalar ? classRuns[low].value : 0
  }

  /// Appends the full canonical decomposition. Its nesting is that of the table, at most four.
  func decompose(_ scalar: UInt32, to out: inout [UInt32]) {
    if scalar < 0xC0 {
      out.append(scalar)
      return
    }
    if (0xAC00...0xD7A3).contains(scalar) {
      let index = scalar - 0xAC00
      out.append(0x1100 + index / 588)
      out.append(0x1161 + index % 588 / 28)
      if index % 28 != 0 { out.append(0x11A7 + index % 28) }
      return
    }
    guard let place = find(scalar) else {
      out.append(scalar)
      return
    }
    decompose(firsts[place], to: &out)
    if seconds[place] != 0 { decompose(seconds[place], to: &out) }
  }

  private func find(_ scalar: UInt32) -> Int? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == scalar ? low : nil
  }

  /// Canonical ordering: marks sort by class within their run, stably.
  func order(_ scalars: inout [UInt32]) {
    var start = 0
    while start < scalars.count {
      guard combiningClass(scalars[start]) != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
      if end - start > 1 {
        // The sort of the standard library is stable, and not quadratic for long runs of marks.
        let sorted = scalars[start..<end].sorted { combiningClass($0) < combiningClass($1) }
        scalars.replaceSubrange(start..<end, with: sorted)
      }
      start = end
    }
  }

  func compose(_ scalars: inout [UInt32]) {
    guard var starter = scalars.firstIndex(where: { combiningClass($0) == 0 }) else { return }
    var write = starter + 1
    var lastClass: UInt8 = 0
    var read = write
    while read < scalars.count {
      let scalar = scalars[read]
      let itsClass = combiningClass(scalar)
      let blocked = write - starter > 1 && (lastClass == 0 || lastClass >= itsClass)
      if !blocked, let composite = pair(scalars[starter], scalar) {
        scalars[starter] = composite
      } else {
        if itsClass == 0 { starter = write }
        lastClass = itsClass
        scalars[write] = scalar
        write += 1
      }
      read += 1
    }
    scalars.removeLast(scalars.count - write)
  }

  private func pair(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(first), (0x1161...0x1175).contains(second) {
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    }
    if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0,
      (0x11A8...0x11C2).contains(second)
    {
      return first + (second - 0x11A7)
    }
    let key = UInt64(first) << 32 | UInt64(second)
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == key ? composites[low] : nil
  }
}
