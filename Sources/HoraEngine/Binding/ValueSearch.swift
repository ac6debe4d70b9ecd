// Comes in: a part of a text, as somebody types it. Goes out: values of a field, or names of entities,
// that begin with it, then those with a word that does. Compared in search form. What is sorted is
// sorted when first asked for (or before, by `prepareSearch`) and then shared; a search is linear in the names at most.

/// A value that may be meant.
public struct FoundValue: Sendable, Hashable {
  public var text: String
  /// The name that was found, in search form, where it is another than the text.
  public var otherName: String?
}

extension Network {
  /// Sorts the names and texts that a search needs sorted, so that the first search finds them so. Texts of
  /// more than 100 bytes on average are left: nobody types the beginning of a description.
  /// Cost: every name and every different text once; nothing where it was done before.
  public func prepareSearch() {
    for collection in collections.indices {
      _ = sortedNames(of: collection)
      for column in collections[collection].columns {
        guard let dictionary = column.dictionary, dictionary.bytes.count <= 100 * dictionary.count
        else { continue }
        _ = dictionary.order
      }
    }
  }

  private func sortedNames(of collection: CollectionID) -> SortedNames {
    indexes[collection].sortedNames.value { NameIndex.of(self, collection).sorted() }
  }

  /// Different texts of a field, in the order of texts. Empty for a field that has none.
  public func values(
    ofField field: Int, in collection: CollectionID, like typed: String, limit: Int
  ) -> [FoundValue] {
    guard collections.indices.contains(collection),
      collections[collection].columns.indices.contains(field),
      let dictionary = collections[collection].columns[field].dictionary
    else { return [] }
    let names = SortedNames(
      bytes: dictionary.forms.bytes, offsets: dictionary.forms.offsets, order: dictionary.order)
    return names.like(typed, limit: limit).map { FoundValue(text: dictionary.string($0)) }
  }

  /// Display names of entities one of whose names is like the text.
  public func names(
    of collection: CollectionID, like typed: String, limit: Int
  ) -> [FoundValue] {
    guard collections.indices.contains(collection) else { return [] }
    let index = NameIndex.of(self, collection)
    var seen: Set<Int32> = []
    var found: [FoundValue] = []
    // One entity may have many names like it.
    for entry in sortedNames(of: collection).like(typed, limit: limit * 4) where found.count < limit
    {
      let row = index.row(entry)
      guard seen.insert(row).inserted else { continue }
      let label = EntityNames.label(self, collection, row)
      let name = index.name(entry)
      found.append(FoundValue(text: label, otherName: SearchForm.of(label) == name ? nil : name))
    }
    // What is called so itself is meant more often than what has another such name.
    return found.filter { $0.otherName == nil } + found.filter { $0.otherName != nil }
  }
}

/// Texts in search form, end to end, with their order.
struct SortedNames: Sendable {
  let bytes: [UInt8]
  let offsets: [UInt32]
  /// The numbers of the texts in the order of the texts.
  let order: [Int32]

  /// The numbers of texts that begin so, then of those with a word that does.
  func like(_ typed: String, limit: Int) -> [Int32] {
    let wanted = Array(SearchForm.of(typed).utf8)
    guard limit > 0, !order.isEmpty else { return [] }
    guard !wanted.isEmpty else { return Array(order.prefix(limit)) }
    return bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var found = beginning(with: wanted, bytes, limit)
        if found.count < limit { addWords(beginning: wanted, bytes, limit, &found) }
        return found
      }
    }
  }

  private func text(
    _ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      rebasing: bytes[Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])])
  }

  private func beginning(
    with wanted: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int
  ) -> [Int32] {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if text(order[middle], bytes).lexicographicallyPrecedes(wanted) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int32] = []
    while low < order.count, found.count < limit, text(order[low], bytes).starts(with: wanted) {
      found.append(order[low])
      low += 1
    }
    return found
  }

  /// Every place where the text occurs is looked at, as one run over the bytes of all.
  private func addWords(
    beginning wanted: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int,
    _ found: inout [Int32]
  ) {
    guard let first = wanted.first, bytes.count >= wanted.count else { return }
    var number = 0
    var place = 0
    let last = bytes.count - wanted.count
    while place <= last, found.count < limit {
      guard bytes[place] == first, place > 0, !isLetter(bytes[place - 1]),
        (1..<wanted.count).allSatisfy({ bytes[place + $0] == wanted[$0] })
      else {
        place += 1
        continue
      }
      number = self.number(at: place, from: number)
      let end = Int(offsets[number + 1])
      // At a text's beginning it was found before; it may not reach into the next text.
      if place > Int(offsets[number]), place + wanted.count <= end {
        found.append(Int32(number))
        place = end
      } else {
        place += 1
      }
    }
  }

  /// The text that a byte is in.
  private func number(at place: Int, from first: Int) -> Int {
    var low = first
    var high = offsets.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(offsets[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }
}
