// Comes in: the names of a collection's entities. Goes out: which entities a text names, in search
// form: by key, display name, other names and, in a taxonomy, other labels.

/// Looks up entities of one collection by name. Made when first asked for.
final class NameIndex: Sendable {
  /// What a name is of an entity.
  enum Role: UInt8, Sendable { case key, label, other }

  private let bytes: [UInt8]
  private let offsets: [UInt32]
  private let rows: [Int32]
  private let roles: [Role]
  /// Heads of chains of entries with one hash; -1 is none.
  private let heads: [Int32]
  private let next: [Int32]

  private init(_ network: Network, _ collection: CollectionID) {
    let schema = network.schema.collections[collection]
    let data = network.collections[collection]
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    var rows: [Int32] = []
    var roles: [Role] = []
    func add(_ form: UnsafeBufferPointer<UInt8>, _ row: Int32, _ role: Role) {
      guard !form.isEmpty else { return }
      bytes.append(contentsOf: form)
      offsets.append(UInt32(bytes.count))
      rows.append(row)
      roles.append(role)
    }
    func add(_ text: String, _ row: Int32, _ role: Role) {
      var form = SearchForm.of(text)
      form.withUTF8 { add($0, row, role) }
    }
    func add(_ values: Values, _ places: (Int) -> Range<Int>, _ role: Role) {
      for row in 0..<data.rowCount {
        for place in places(row) {
          switch values {
          case .text(let codes, let dictionary):
            if codes[place] >= 0 {
              dictionary.forms.with(codes[place]) { add($0, Int32(row), role) }
            }
          case .int(let v, let validity):
            if validity[place] { add(String(v[place]), Int32(row), role) }
          default: break
          }
        }
      }
    }
    func addField(_ field: Int, _ role: Role) {
      switch data.columns[field] {
      case .scalar(let values): add(values, { $0..<($0 + 1) }, role)
      case .list(let offsets, let elements):
        add(elements, { Int(offsets[$0])..<Int(offsets[$0 + 1]) }, role)
      case .reference: break
      }
    }
    if let key = schema.key {
      addField(key, .key)
    } else {
      for row in 0..<data.rowCount { add(String(row + 1), Int32(row), .key) }
    }
    // Also where it is the key: `~` reads display names, never keys.
    if let label = schema.label { addField(label, .label) }
    for field in schema.otherNames where field != schema.key && field != schema.label {
      addField(field, .other)
    }
    for label in network.conceptLabels[collection] ?? [] { add(label.text, label.concept, .other) }

    var size = 16
    while size < rows.count * 2 { size *= 2 }
    var heads = [Int32](repeating: -1, count: size)
    var next = [Int32](repeating: -1, count: rows.count)
    bytes.withUnsafeBufferPointer { all in
      // From the end, so that chains ascend.
      for entry in stride(from: rows.count - 1, through: 0, by: -1) {
        let text = UnsafeBufferPointer(
          rebasing: all[Int(offsets[entry])..<Int(offsets[entry + 1])])
        let slot = Int(truncatingIfNeeded: TextHash.hash(text)) & (size - 1)
        next[entry] = heads[slot]
        heads[slot] = Int32(entry)
      }
    }
    self.bytes = bytes
    self.offsets = offsets
    self.rows = rows
    self.roles = roles
    self.heads = heads
    self.next = next
  }

  static func of(_ network: Network, _ collection: CollectionID) -> NameIndex {
    network.indexes[collection].names.value { NameIndex(network, collection) }
  }

  /// The entities with such a name in the best role that any has: key, then display name, then
  /// other name. Ascending.
  func best(_ text: String) -> [Int32] {
    let entries = entries(text)
    guard let best = entries.map({ roles[$0].rawValue }).min() else { return [] }
    return Set(entries.filter { roles[$0].rawValue == best }.map { rows[$0] }).sorted()
  }

  /// All entities with such a name in any role, ascending.
  func all(_ text: String) -> [Int32] {
    Set(entries(text).map { rows[$0] }).sorted()
  }

  /// The entities that bear the name, where none has it as its key or display name. Ascending.
  func byOtherName(_ text: String) -> [Int32] {
    let entries = entries(text)
    guard entries.allSatisfy({ roles[$0] == .other }) else { return [] }
    return Set(entries.map { rows[$0] }).sorted()
  }

  /// The entities of whose names the predicate is true, given in search form.
  func rows(where holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> [Int32] {
    var found: Set<Int32> = []
    bytes.withUnsafeBufferPointer { all in
      for entry in 0..<rows.count where roles[entry] != .key {
        let text = UnsafeBufferPointer(
          rebasing: all[Int(offsets[entry])..<Int(offsets[entry + 1])])
        if holds(text) { found.insert(rows[entry]) }
      }
    }
    return found.sorted()
  }

  /// All names in the order of texts; equal ones in the order of the data.
  func sorted() -> SortedNames {
    let order = bytes.withUnsafeBufferPointer { all in
      (0..<Int32(rows.count)).sorted { a, b in
        let x = all[Int(offsets[Int(a)])..<Int(offsets[Int(a) + 1])]
        let y = all[Int(offsets[Int(b)])..<Int(offsets[Int(b) + 1])]
        if x.lexicographicallyPrecedes(y) { return true }
        return a < b && !y.lexicographicallyPrecedes(x)
      }
    }
    return SortedNames(bytes: bytes, offsets: offsets, order: order)
  }

  /// The entity that an entry names, and the name, in search form.
  func row(_ entry: Int32) -> Int32 { rows[Int(entry)] }
  func name(_ entry: Int32) -> String {
    let range = Int(offsets[Int(entry)])..<Int(offsets[Int(entry) + 1])
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Every name once, in search form; for "did you mean".
  var names: [(text: String, row: Int32)] {
    (0..<rows.count).map { entry in
      (
        String(decoding: bytes[Int(offsets[entry])..<Int(offsets[entry + 1])], as: UTF8.self),
        rows[entry]
      )
    }
  }

  private func entries(_ text: String) -> [Int] {
    var form = SearchForm.of(text)
    return form.withUTF8 { wanted in
      guard !wanted.isEmpty else { return [] }
      var result: [Int] = []
      var entry = heads[Int(truncatingIfNeeded: TextHash.hash(wanted)) & (heads.count - 1)]
      bytes.withUnsafeBufferPointer { all in
        while entry >= 0 {
          let range = Int(offsets[Int(entry)])..<Int(offsets[Int(entry) + 1])
          if range.count == wanted.count,
            !(0..<wanted.count).contains(where: { all[range.lowerBound + $0] != wanted[$0] })
          {
            result.append(Int(entry))
          }
          entry = next[Int(entry)]
        }
      }
      return result
    }
  }
}

/// What is computed of a collection when first asked for, shared by all runs.
final class CollectionIndexes: Sendable {
  let names = Once<NameIndex>()
  let taxonomy = Once<TaxonomyIndex>()
  let tree = Once<ConceptTree>()
  let labelRanks = Once<[Int32]>()
  let sortedNames = Once<SortedNames>()
}
