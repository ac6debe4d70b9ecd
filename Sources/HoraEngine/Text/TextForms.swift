// Comes in: a dictionary of texts. Goes out: the search form of each text, and their order.

/// The search forms of a dictionary's texts, end to end.
struct TextForms: Sendable {
  let bytes: [UInt8]
  let offsets: [UInt32]

  init(of dictionary: TextDictionary) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(dictionary.bytes.count)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(dictionary.count + 1)
    dictionary.bytes.withUnsafeBufferPointer { all in
      for code in 0..<dictionary.count {
        let range = dictionary.range(Int32(code))
        SearchForm.append(UnsafeBufferPointer(rebasing: all[range]), to: &bytes)
        offsets.append(UInt32(bytes.count))
      }
    }
    self.bytes = bytes
    self.offsets = offsets
  }

  func range(_ code: Int32) -> Range<Int> {
    Int(offsets[Int(code)])..<Int(offsets[Int(code) + 1])
  }

  func with<R>(_ code: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let range = range(code)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  static func ranks(of dictionary: TextDictionary) -> [Int32] {
    let forms = dictionary.forms
    var order = (0..<Int32(dictionary.count)).map { $0 }
    forms.bytes.withUnsafeBufferPointer { formBytes in
      dictionary.bytes.withUnsafeBufferPointer { textBytes in
        // UTF-8 sorts as its code points do.
        func compare(
          _ all: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>
        ) -> Int {
          let shared = min(a.count, b.count)
          for i in 0..<shared {
            let x = all[a.lowerBound + i]
            let y = all[b.lowerBound + i]
            if x != y { return x < y ? -1 : 1 }
          }
          return a.count - b.count
        }
        order.sort { a, b in
          let byForm = compare(formBytes, forms.range(a), forms.range(b))
          if byForm != 0 { return byForm < 0 }
          return compare(textBytes, dictionary.range(a), dictionary.range(b)) < 0
        }
      }
    }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (place, code) in order.enumerated() { ranks[Int(code)] = Int32(place) }
    return ranks
  }
}
