// Comes in: the bytes of a snapshot. Goes out: the parts of a network. It must not read past the end.

struct SnapshotReader: SnapshotCoder {
  private var bytes: UnsafeRawBufferPointer
  private var dictionaries: [TextDictionary] = []

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func bits<Part: BitwiseCopyable>(_ part: inout Part) throws(SnapshotFault) {
    let size = MemoryLayout<Part>.size
    guard bytes.count >= size else { throw SnapshotFault() }
    part = bytes.loadUnaligned(as: Part.self)
    bytes = UnsafeRawBufferPointer(rebasing: bytes[size...])
  }

  mutating func array<Element: BitwiseCopyable>(
    _ elements: inout [Element]
  ) throws(SnapshotFault) {
    var count = 0
    try bits(&count)
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard count >= 0, !overflow, size <= bytes.count else { throw SnapshotFault() }
    let part = bytes[..<size]
    elements = [Element](unsafeUninitializedCapacity: count) { buffer, made in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
      made = count
    }
    bytes = UnsafeRawBufferPointer(rebasing: bytes[size...])
  }

  mutating func dictionary(_ dictionary: inout TextDictionary) throws(SnapshotFault) {
    var place = 0
    try bits(&place)
    if place == dictionaries.count {
      var texts: [UInt8] = []
      var offsets: [UInt32] = []
      var slots: [Int32] = []
      try array(&texts)
      try array(&offsets)
      try array(&slots)
      dictionaries.append(TextDictionary(bytes: texts, offsets: offsets, slots: slots))
    }
    guard dictionaries.indices.contains(place) else { throw SnapshotFault() }
    dictionary = dictionaries[place]
  }
}
