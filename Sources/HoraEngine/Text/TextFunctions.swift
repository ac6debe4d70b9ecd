// Comes in: single texts. Goes out: the functions of text, scalar by scalar.

enum TextFunctions {
  static func trim(_ text: String) -> String {
    var scalars = Substring.UnicodeScalarView(text.unicodeScalars)
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether the bytes of a text contain, start or end with others. UTF-8 keeps scalars whole.
  static func holds(
    _ function: Function, _ text: UnsafeBufferPointer<UInt8>, _ needle: [UInt8]
  ) -> Bool {
    let last = text.count - needle.count
    guard last >= 0 else { return false }
    func at(_ start: Int) -> Bool {
      for i in 0..<needle.count where text[start + i] != needle[i] { return false }
      return true
    }
    switch function {
    case .startsWith: return at(0)
    case .endsWith: return at(last)
    default:
      guard let first = needle.first else { return true }
      var start = 0
      while start <= last {
        if text[start] == first && at(start) { return true }
        start += 1
      }
      return false
    }
  }

  /// The scalars from place `from` to place `to`, counted from 1, both included.
  static func slice(_ text: String, _ from: Int64, _ to: Int64) -> String {
    let scalars = Array(text.unicodeScalars)
    let start = max(1, from)
    let end = min(Int64(scalars.count), to)
    guard start <= end else { return "" }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[Int(start - 1)..<Int(end)])
    return String(result)
  }

  /// Gives the parts of a text between separators to `part`; its letters where the separator is
  /// empty. There is always one more part than separators.
  static func split(
    _ text: UnsafeBufferPointer<UInt8>, _ separator: UnsafeBufferPointer<UInt8>,
    _ part: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    var at = 0
    if separator.isEmpty {
      while at < text.count {
        _ = UTF8Bytes.next(text, &at)
        part(UnsafeBufferPointer(rebasing: text[start..<at]))
        start = at
      }
      return
    }
    while at + separator.count <= text.count {
      if (0..<separator.count).allSatisfy({ text[at + $0] == separator[$0] }) {
        part(UnsafeBufferPointer(rebasing: text[start..<at]))
        at += separator.count
        start = at
      } else {
        at += 1
      }
    }
    part(UnsafeBufferPointer(rebasing: text[start..<text.count]))
  }

  static func replace(_ text: String, _ old: String, _ new: String) -> String {
    let bytes = Array(text.utf8)
    let wanted = Array(old.utf8)
    guard !wanted.isEmpty else { return text }
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if place + wanted.count <= bytes.count,
        bytes[place..<(place + wanted.count)].elementsEqual(wanted)
      {
        result.append(contentsOf: new.utf8)
        place += wanted.count
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension CivilDate {
  /// A date as 2015-12-01; nil for anything else.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
    guard isValid else { return nil }
  }

  /// The week of the year as ISO 8601 counts it.
  static func isoWeek(_ days: Int32) -> Int {
    // The Thursday of the same week decides the year.
    let weekday = (Int(days) % 7 + 7 + 3) % 7
    let thursday = Int(days) - weekday + 3
    let year = CivilDate(days: Int32(thursday)).year
    let first = Int(CivilDate(year: year, month: 1, day: 1).days)
    return (thursday - first) / 7 + 1
  }
}
