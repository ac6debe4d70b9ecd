// Comes in: the parts of a network, one after the other. Goes out: the same parts, written or read. What
// a network holds is listed once (NetworkSnapshot, SchemaSnapshot) and serves both directions.

/// The bytes are not a snapshot of this version, or end too early.
struct SnapshotFault: Error {}

/// Writes the parts it is given, or puts what it reads in their place.
protocol SnapshotCoder {
  mutating func bits<Part: BitwiseCopyable>(_ part: inout Part) throws(SnapshotFault)
  mutating func array<Element: BitwiseCopyable>(
    _ elements: inout [Element]
  ) throws(SnapshotFault)
  /// Columns that share a dictionary share it in the snapshot, too: it stands where it is met first, and
  /// its place among the others is written each time.
  mutating func dictionary(_ dictionary: inout TextDictionary) throws(SnapshotFault)
}

extension SnapshotCoder {
  mutating func text(_ text: inout String) throws(SnapshotFault) {
    var bytes = Array(text.utf8)
    try array(&bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter empty: what an element is before it is read.
  mutating func list<Element>(
    _ elements: inout [Element], _ empty: Element,
    _ each: (inout Element, inout Self) throws(SnapshotFault) -> Void
  ) throws(SnapshotFault) {
    var count = elements.count
    try bits(&count)
    guard count >= 0 else { throw SnapshotFault() }
    for place in 0..<count {
      if place == elements.count { elements.append(empty) }
      try each(&elements[place], &self)
    }
  }

  mutating func optional<Part>(
    _ part: inout Part?, _ empty: Part,
    _ each: (inout Part, inout Self) throws(SnapshotFault) -> Void
  ) throws(SnapshotFault) {
    var isThere = UInt8(part == nil ? 0 : 1)
    try bits(&isThere)
    guard isThere == 1 else {
      part = nil
      return
    }
    var some = part ?? empty
    try each(&some, &self)
    part = some
  }

  mutating func optional<Part: BitwiseCopyable>(
    _ part: inout Part?, _ empty: Part
  ) throws(SnapshotFault) {
    try optional(&part, empty) { (part, coder) throws(SnapshotFault) in try coder.bits(&part) }
  }

  mutating func optional(_ text: inout String?) throws(SnapshotFault) {
    try optional(&text, "") { (text, coder) throws(SnapshotFault) in try coder.text(&text) }
  }

  mutating func texts(_ texts: inout [String]) throws(SnapshotFault) {
    try list(&texts, "") { (text, coder) throws(SnapshotFault) in try coder.text(&text) }
  }

  mutating func flag(_ flag: inout Bool) throws(SnapshotFault) {
    var byte = UInt8(flag ? 1 : 0)
    try bits(&byte)
    flag = byte == 1
  }

  /// A case of an enumeration by its number.
  mutating func raw<Part: RawRepresentable>(
    _ part: inout Part
  ) throws(SnapshotFault) where Part.RawValue == UInt8 {
    var number = part.rawValue
    try bits(&number)
    guard let known = Part(rawValue: number) else { throw SnapshotFault() }
    part = known
  }
}
