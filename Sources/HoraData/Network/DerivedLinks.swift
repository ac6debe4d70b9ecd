// Comes in: paths as written, and the links they lead to. Goes out: their steps, and the hidden collection
// whose rows say where each link comes from. It must not follow a path.

import HoraEngine

/// One source of a derived name, as written.
struct PathSource {
  var text: String
  var steps: [String]
  /// The taxonomy of `mentions(steps, taxonomy)`.
  var taxonomy: String?

  init?(_ text: String) {
    self.text = text
    let plain = text.trimmingBlanks
    if plain.lowercased().hasPrefix("mentions"), let open = plain.firstIndex(of: "("),
      plain.hasSuffix(")")
    {
      guard plain[..<open].dropFirst(8).allSatisfy(\.isWhitespace) else { return nil }
      let inner = plain[plain.index(after: open)..<plain.index(before: plain.endIndex)]
      guard let comma = inner.lastIndex(of: ",") else { return nil }
      taxonomy = Self.name(String(inner[inner.index(after: comma)...]))
      steps = Self.steps(String(inner[..<comma])) ?? []
      if steps.isEmpty || taxonomy == nil { return nil }
    } else {
      guard let found = Self.steps(plain) else { return nil }
      steps = found
    }
  }

  private static func steps(_ text: String) -> [String]? {
    let names = text.split(separator: ".", omittingEmptySubsequences: false).map {
      name(String($0))
    }
    return names.contains { $0 == nil } ? nil : names.compactMap { $0 }
  }

  private static func name(_ text: String) -> String? {
    var name = text.trimmingBlanks
    if name.hasPrefix("`"), name.hasSuffix("`"), name.count > 2 {
      name = String(name.dropFirst().dropLast())
    } else if !name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
      return nil
    }
    return name.isEmpty ? nil : name
  }
}

/// The links of a derived relation, while they are gathered.
struct DerivedLinks {
  var from: [Int32] = []
  var to: [Int32] = []
  private var kinds: [Int32] = []
  private var evidences: [Int32] = []
  private var sources: [Int32] = []
  private var dates: [Int32] = []
  private var weights: [Double] = []
  private var texts: [String] = []
  private var codes: [String: Int32] = [:]

  mutating func insert(_ text: String) -> Int32 {
    if let known = codes[text] { return known }
    let code = Int32(texts.count)
    texts.append(text)
    codes[text] = code
    return code
  }

  mutating func add(
    from: Int, to: Int32, kind: Int32, evidence: Int32, source: Int32,
    date: Int32 = Values.missingDate, weight: Double
  ) {
    self.from.append(Int32(truncatingIfNeeded: from))
    self.to.append(to)
    kinds.append(kind)
    evidences.append(evidence)
    sources.append(source)
    dates.append(date)
    weights.append(weight)
  }

  func collection(name: String) -> (Collection, CollectionData) {
    // Each column has a dictionary of its own, with only its texts.
    func column(_ codes: [Int32]) -> Column {
      var builder = TextDictionaryBuilder()
      var map = [Int32](repeating: -1, count: texts.count)
      let own = codes.map { code -> Int32 in
        if code < 0 { return -1 }
        if map[Int(code)] < 0 { map[Int(code)] = builder.insert(texts[Int(code)]) }
        return map[Int(code)]
      }
      return .scalar(.text(codes: own, dictionary: builder.finish()))
    }
    var collection = Collection(name: name, singular: name)
    collection.isLink = true
    collection.isHidden = true
    collection.fields = [
      Field(name: "kind", content: .value(.text)), Field(name: "evidence", content: .value(.text)),
      Field(name: "source", content: .value(.text)), Field(name: "date", content: .value(.date)),
      Field(name: "weight", content: .value(.decimal)),
    ]
    return (
      collection,
      CollectionData(
        rowCount: from.count,
        columns: [
          column(kinds), column(evidences), column(sources), .scalar(.date(dates)),
          .scalar(.decimal(weights, Validity())),
        ])
    )
  }
}

extension Values {
  /// The values at these places; -1 is missing.
  func gathered(_ places: [Int]) -> Values {
    func valid() -> Validity {
      var builder = ValidityBuilder(count: places.count)
      for (row, place) in places.enumerated() where place < 0 || isMissing(place) {
        builder.clear(row)
      }
      return builder.validity
    }
    switch self {
    case .text(let codes, let dictionary):
      return .text(codes: places.map { $0 < 0 ? -1 : codes[$0] }, dictionary: dictionary)
    case .int(let values, _): return .int(places.map { $0 < 0 ? 0 : values[$0] }, valid())
    case .decimal(let values, _): return .decimal(places.map { $0 < 0 ? 0 : values[$0] }, valid())
    case .bool(let values): return .bool(places.map { $0 < 0 ? 2 : values[$0] })
    case .date(let values): return .date(places.map { $0 < 0 ? Values.missingDate : values[$0] })
    }
  }
}
