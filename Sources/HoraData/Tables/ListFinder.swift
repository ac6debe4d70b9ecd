// Comes in: a text column. Goes out: a list column, where its cells hold several values. The rule: the
// separator `;` or `|` in more than 5 % of the cells, and parts that repeat.

import HoraEngine

enum ListFinder {
  static func split(
    _ codes: [Int32], _ dictionary: TextDictionary
  ) -> (separator: UInt8, content: TableColumn.Content)? {
    guard let separator = separator(codes, dictionary) else { return nil }
    var builder = TextDictionaryBuilder()
    // The parts of each different text, then of each row.
    var partOffsets: [Int] = [0]
    var parts: [Int32] = []
    for code in 0..<dictionary.count {
      for part in dictionary.bytes[dictionary.range(Int32(code))].split(separator: separator) {
        var text = Array(part)
        trim(&text)
        if !text.isEmpty { parts.append(text.withUnsafeBufferPointer { builder.insert($0) }) }
      }
      partOffsets.append(parts.count)
    }
    // Sentences with a semicolon have parts that do not come again.
    guard builder.count * 10 < parts.count * 9 || isRepeating(codes, partOffsets, builder.count)
    else { return nil }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(codes.count + 1)
    var elements: [Int32] = []
    for code in codes {
      if code >= 0 {
        elements.append(contentsOf: parts[partOffsets[Int(code)]..<partOffsets[Int(code) + 1]])
      }
      offsets.append(UInt32(truncatingIfNeeded: elements.count))
    }
    let values = Values.text(codes: elements, dictionary: builder.finish())
    return (separator, .list(offsets: offsets, elements: values))
  }

  private static func isRepeating(_ codes: [Int32], _ offsets: [Int], _ different: Int) -> Bool {
    var all = 0
    for code in codes where code >= 0 { all += offsets[Int(code) + 1] - offsets[Int(code)] }
    return different * 10 < all * 5
  }

  private static func separator(_ codes: [Int32], _ dictionary: TextDictionary) -> UInt8? {
    guard dictionary.bytes.contains(where: { $0 == 0x3B || $0 == 0x7C }) else { return nil }
    var weights = [Int](repeating: 0, count: dictionary.count)
    var total = 0
    for code in codes where code >= 0 {
      weights[Int(code)] += 1
      total += 1
    }
    for separator: UInt8 in [0x3B, 0x7C] {
      var with = 0
      for code in 0..<dictionary.count
      where dictionary.bytes[dictionary.range(Int32(code))].contains(separator) {
        with += weights[code]
      }
      if with * 20 > total { return separator }
    }
    return nil
  }

  static func trim(_ text: inout [UInt8]) {
    while let last = text.last, last <= 0x20 { text.removeLast() }
    let lead = text.prefix { $0 <= 0x20 }.count
    if lead > 0 { text.removeFirst(lead) }
  }
}
