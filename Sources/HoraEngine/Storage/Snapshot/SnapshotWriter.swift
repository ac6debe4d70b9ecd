// Comes in: the parts of a network. Goes out: bytes. The same network gives the same bytes.

struct SnapshotWriter: SnapshotCoder {
  private(set) var bytes: [UInt8] = []
  private var places: [ObjectIdentifier: Int] = [:]

  mutating func bits<Part: BitwiseCopyable>(_ part: inout Part) {
    withUnsafeBytes(of: part) { bytes.append(contentsOf: $0) }
  }

  mutating func array<Element: BitwiseCopyable>(_ elements: inout [Element]) {
    var count = elements.count
    bits(&count)
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func dictionary(_ dictionary: inout TextDictionary) {
    let known = places[ObjectIdentifier(dictionary)]
    var place = known ?? places.count
    bits(&place)
    guard known == nil else { return }
    places[ObjectIdentifier(dictionary)] = place
    var (texts, offsets, slots) = (dictionary.bytes, dictionary.offsets, dictionary.slots)
    array(&texts)
    array(&offsets)
    array(&slots)
  }
}
