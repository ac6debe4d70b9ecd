// Comes in: the names of a taxonomy's concepts, and texts. Goes out: which concepts a text mentions, how
// often and in which words. The rule stands in the manual (From tables to a network, section 2); it is
// evidence, so it errs on the side of saying nothing. Linear in the text.

import HoraEngine

/// What a text says of one concept.
struct Mention {
  var concept: Int32
  var count: Int
  /// The words as written where first met, and how often in this form.
  var words: [(text: String, count: Int)]
}

/// Finds concepts in texts.
struct MentionMatcher {
  /// A stop word counts where a related concept stands at most this many words away.
  static let beside = 10

  private struct Part {
    /// The word in search form.
    var form: [UInt8]
    var hash: UInt64
    /// Where it must be met as written.
    var written: [UInt8]?
  }

  private struct Name {
    var concept: Int32
    var parts: [Part]
    var isGuarded: Bool
    var isStop: Bool
  }

  private var names: [Name] = []
  /// Open addressing from the hash of a name's first word to a run of `order`, longest name first.
  private var slots: [(hash: UInt64, first: Int32, end: Int32)] = []
  private var order: [Int32] = []
  private var mask = 0
  private let parents: [[Int32]]
  private let ancestors: [Set<Int32>]
  private var text = MentionText()

  /// - Parameters:
  ///   - labels: names that are met as words; with two capitals, or a capital and a digit, as written.
  ///   - exact: further names that are met only as written.
  ///   - stops: names, in search form, that are everyday words; for one concept, or (-1) for all.
  init(
    labels: [(concept: Int32, text: String)], exact: [(concept: Int32, text: String)],
    stops: Set<MentionStop>, parents: [[Int32]], ancestors: [Set<Int32>]
  ) {
    self.parents = parents
    self.ancestors = ancestors
    for (concept, label) in labels { add(concept, label, exact: false, stops) }
    for (concept, label) in exact { add(concept, label, exact: true, stops) }
    buildIndex()
  }

  private mutating func add(
    _ concept: Int32, _ label: String, exact: Bool, _ stops: Set<MentionStop>
  ) {
    let bytes = Array(Composition.composed(label).utf8)
    let parts: [Part] = bytes.withUnsafeBufferPointer { bytes in
      text.read(bytes)
      // Other signs between the words of a label are met by no text.
      if text.words.dropFirst().contains(where: { !$0.isJoined }) { return [] }
      return text.words.map { word in
        let raw = UnsafeBufferPointer(rebasing: bytes[Int(word.start)..<Int(word.end)])
        var form: [UInt8] = []
        SearchForm.append(raw, to: &form)
        let (upper, _, digits) = MentionText.cases(raw)
        let asWritten = exact || upper >= 2 || upper == 1 && digits > 0
        return Part(form: form, hash: word.hash, written: asWritten ? Array(raw) : nil)
      }
    }
    if parts.isEmpty { return }
    let form = SearchForm.of(Composition.composed(label))
    names.append(
      Name(
        concept: concept, parts: parts, isGuarded: parts.contains { $0.written != nil },
        isStop: stops.contains(MentionStop(form: form, concept: -1))
          || stops.contains(MentionStop(form: form, concept: concept))))
  }

  private mutating func buildIndex() {
    var byHash: [(hash: UInt64, name: Int32)] = []
    for (number, name) in names.enumerated() {
      byHash.append((name.parts[0].hash, Int32(number)))
      if name.parts.count == 1, name.isGuarded {
        let plural = name.parts[0].form + [0x73]
        byHash.append((plural.withUnsafeBufferPointer { MentionText.hash($0) }, Int32(number)))
      }
    }
    byHash.sort { a, b in
      if a.hash != b.hash { return a.hash < b.hash }
      let (x, y) = (names[Int(a.name)].parts.count, names[Int(b.name)].parts.count)
      return x != y ? x > y : a.name < b.name
    }
    var size = 64
    while size < byHash.count * 2 { size *= 2 }
    mask = size - 1
    slots = [(UInt64, Int32, Int32)](repeating: (0, 0, 0), count: size)
    var at = 0
    while at < byHash.count {
      var end = at
      while end < byHash.count, byHash[end].hash == byHash[at].hash {
        order.append(byHash[end].name)
        end += 1
      }
      var slot = Int(truncatingIfNeeded: byHash[at].hash) & mask
      while slots[slot].end > 0 { slot = (slot + 1) & mask }
      slots[slot] = (byHash[at].hash, Int32(order.count - (end - at)), Int32(order.count))
      at = end
    }
  }

  private struct Found {
    var concept: Int32
    var start: Int
    var end: Int
    var isStop: Bool
  }

  /// The concepts a text mentions, in order of first mention.
  mutating func mentions(in bytes: UnsafeBufferPointer<UInt8>) -> [Mention] {
    text.read(bytes)
    let found = matches(bytes)
    if found.isEmpty { return [] }
    var counted: [Found] = []
    let firm = found.filter { !$0.isStop }
    let weak = found.filter(\.isStop)
    var accepted: [Int32: Bool] = [:]
    for one in weak where accepted[one.concept] != true {
      let twice = weak.count { $0.concept == one.concept } >= 2
      accepted[one.concept] =
        twice
        || firm.contains { other in
          let distance =
            other.start >= one.end ? other.start - one.end : one.start - other.end
          return distance <= Self.beside && isRelated(one.concept, other.concept)
        }
    }
    for one in found where !one.isStop || accepted[one.concept] == true { counted.append(one) }
    return summarise(counted, bytes)
  }

  private func summarise(
    _ found: [Found], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Mention] {
    var out: [Mention] = []
    var place: [Int32: Int] = [:]
    for one in found {
      let range = Int(text.words[one.start].start)..<Int(text.words[one.end - 1].end)
      let written = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      let at: Int
      if let known = place[one.concept] {
        at = known
      } else {
        at = out.count
        place[one.concept] = at
        out.append(Mention(concept: one.concept, count: 0, words: []))
      }
      out[at].count += 1
      let form = SearchForm.of(written)
      if let known = out[at].words.firstIndex(where: { $0.text == written || SearchForm.of($0.text) == form }) {
        out[at].words[known].count += 1
      } else {
        out[at].words.append((written, 1))
      }
    }
    return out
  }

  /// The same concept, one above the other, or with a parent in common.
  private func isRelated(_ a: Int32, _ b: Int32) -> Bool {
    a == b || ancestors[Int(a)].contains(b) || ancestors[Int(b)].contains(a)
      || parents[Int(a)].contains { parents[Int(b)].contains($0) }
  }

  /// From left to right, at each word the longest name that fits; nothing is met inside it.
  private func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> [Found] {
    var found: [Found] = []
    text.words.withUnsafeBufferPointer { words in
      slots.withUnsafeBufferPointer { slots in
        var at = 0
        while at < words.count {
          let hash = words[at].hash
          var slot = Int(truncatingIfNeeded: hash) & mask
          while slots[slot].end > 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
          if slots[slot].end == 0 {
            at += 1
            continue
          }
          var length = 0
          let first = found.count
          for place in slots[slot].first..<slots[slot].end {
            let name = names[Int(order[Int(place)])]
            if length > 0, name.parts.count < length { break }
            guard fits(name, words, at, bytes) else { continue }
            length = name.parts.count
            // One concept once, and not as a stop word if also otherwise.
            if let known = found[first...].firstIndex(where: { $0.concept == name.concept }) {
              found[known].isStop = found[known].isStop && name.isStop
            } else {
              found.append(
                Found(concept: name.concept, start: at, end: at + length, isStop: name.isStop))
            }
          }
          at += max(1, length)
        }
      }
    }
    return found
  }

  private func fits(
    _ name: Name, _ words: UnsafeBufferPointer<TextWord>, _ at: Int,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard at + name.parts.count <= words.count else { return false }
    for (n, part) in name.parts.enumerated() {
      let word = words[at + n]
      if n > 0, !word.isJoined { return false }
      if name.isGuarded, word.isShouted { return false }
      let raw = UnsafeBufferPointer(rebasing: bytes[Int(word.start)..<Int(word.end)])
      if let written = part.written {
        if raw.count == written.count, raw.elementsEqual(written) { continue }
        // A plural s, at the name's end.
        guard n == name.parts.count - 1, raw.count == written.count + 1, raw[raw.count - 1] == 0x73,
          raw.starts(with: written)
        else { return false }
      } else {
        guard word.hash == part.hash, isForm(raw, word.isASCII, part.form) else { return false }
      }
    }
    return true
  }

  private func isForm(
    _ raw: UnsafeBufferPointer<UInt8>, _ isASCII: Bool, _ form: [UInt8]
  ) -> Bool {
    if !isASCII {
      var made: [UInt8] = []
      SearchForm.append(raw, to: &made)
      return made == form
    }
    guard raw.count == form.count else { return false }
    for i in 0..<form.count {
      let byte = raw[i]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != form[i] { return false }
    }
    return true
  }
}

/// A name that is an everyday word.
struct MentionStop: Hashable {
  /// In search form.
  var form: String
  /// The concept it is a stop word for; -1 for all.
  var concept: Int32
}
