// Comes in: the pattern right of `~`. Goes out: what asks a text for it, made once and asked of each
// different text.

/// A pattern of `~`, ready to be asked.
struct TextMatcher {
  private var words: [WordPattern] = []
  private var fuzzy: [FuzzyPattern] = []
  private var regex: RegexMatcher?
  private var scratch = FuzzyScratch()
  private var letters: UInt64 = 0

  init(words: [WordPattern], fuzzy: [FuzzyPattern]) {
    self.words = words
    self.fuzzy = fuzzy
  }

  init(_ regex: TextRegex) { self.regex = RegexMatcher(regex) }

  /// True where texts are asked in search form.
  var usesForms: Bool { regex == nil }

  var isEmpty: Bool { regex == nil && words.isEmpty && fuzzy.isEmpty }

  /// Work done so far.
  var steps: UInt64 { letters &+ (regex?.steps ?? 0) }

  mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if let regex { return regex.matches(text) }
    letters &+= UInt64(truncatingIfNeeded: text.count)
    for pattern in words where pattern.matches(text) { return true }
    for pattern in fuzzy where pattern.matches(text, &scratch) { return true }
    return false
  }
}

extension Run {
  func matcher(_ pattern: TextPattern) throws(RunError) -> TextMatcher {
    switch pattern {
    case .regex(let regex): return TextMatcher(regex)
    case .words(let patterns):
      var words: [WordPattern] = []
      var fuzzy: [FuzzyPattern] = []
      for pattern in patterns {
        switch pattern {
        case .plain(let text): words += try texts(text).map { WordPattern($0) }
        case .fuzzy(let text, let edits):
          var allowed: Int64 = -1
          if case .int(let number, _) = try constant(edits).expanded { allowed = number[0] }
          guard (0...Int64(FuzzyPattern.mostEdits)).contains(allowed) else {
            throw .failed(
              RunMessage.badEdits(most: FuzzyPattern.mostEdits, at: plan.expressions[edits].range))
          }
          fuzzy += try texts(text).map { FuzzyPattern($0, edits: Int(allowed)) }
        }
      }
      return TextMatcher(words: words, fuzzy: fuzzy)
    }
  }
}

extension WordsPattern {
  var isFuzzy: Bool { if case .fuzzy = self { true } else { false } }
}

/// The names of a collection's entities as they are written, not in search form.
enum NameTexts {
  /// The entities one of whose names satisfies the predicate: display name, other names, other
  /// labels of a concept. Each different text is asked once.
  static func rows(
    _ network: Network, _ collection: CollectionID,
    where holds: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [Int32] {
    let schema = network.schema.collections[collection]
    let data = network.collections[collection]
    var found: [Int32] = []
    func ask(_ values: Values, _ places: (Int) -> Range<Int>) {
      guard case .text(let codes, let dictionary) = values else { return }
      // 0 not asked, 1 no, 2 yes.
      var known = [UInt8](repeating: 0, count: dictionary.count)
      for row in 0..<data.rowCount {
        for place in places(row) where codes[place] >= 0 {
          let code = Int(codes[place])
          if known[code] == 0 { known[code] = dictionary.withText(codes[place], holds) ? 2 : 1 }
          if known[code] == 2 { found.append(Int32(row)) }
        }
      }
    }
    var fields = schema.otherNames
    if let label = schema.label ?? schema.key { fields.append(label) }
    for field in fields {
      switch data.columns[field] {
      case .scalar(let values): ask(values) { $0..<($0 + 1) }
      case .list(let offsets, let elements):
        ask(elements) { Int(offsets[$0])..<Int(offsets[$0 + 1]) }
      case .reference: break
      }
    }
    for label in network.conceptLabels[collection] ?? [] {
      var text = label.text
      if text.withUTF8(holds) { found.append(label.concept) }
    }
    return found
  }
}
