// What one word could put right at an error: in: a tree and a message about it. Out: candidates, the
// likeliest first. Nothing is tried here.

struct RepairCandidates {
  private let tree: SyntaxTree
  private let tokens: [Token]
  /// The token that the message is about.
  private let place: Int

  init(_ tree: SyntaxTree, _ error: Diagnostic) {
    self.tree = tree
    tokens = Array(tree.tokens.prefix(tree.sourceTokenCount))
    place = tokens.firstIndex { Int($0.end) > error.range.start } ?? tokens.count - 1
  }

  func all() -> [Repairs.Candidate] {
    spelling() + range() + localDate() + phrases() + sourceFirst() + missing()
  }

  // MARK: Misspelt

  /// Long forms, which are understood when they are misspelt.
  private static let shortened = ["descending": "desc", "ascending": "asc"]
  private static let words = Word.allCases.map(\.rawValue) + shortened.keys.sorted()

  private func spelling() -> [Repairs.Candidate] {
    var found: [(near: [String], place: Int)] = []
    for index in [place, place - 1, place + 1, place - 2, place + 2] {
      guard let token = tokens[safe: index], token.kind == .name, token.range.length >= 2 else {
        continue
      }
      let near = nearest(text(index), in: Self.words, limit: 4).map { Self.shortened[$0] ?? $0 }
      if !near.isEmpty { found.append((near, index)) }
    }
    // The nearest of every place before the second nearest of any.
    var candidates: [Repairs.Candidate] = []
    for rank in 0..<4 {
      for (near, index) in found where rank < near.count {
        let range = tokens[index].range
        let others = near.filter { $0 != near[rank] }
        candidates.append(
          Repairs.Candidate(
            edit: Edit(range, near[rank]),
            message: ParserMessages.misspelt(
              range, text(index), [near[rank]] + (rank == 0 ? others.prefix(1) : [])),
            isSpelling: true))
      }
    }
    return candidates
  }

  // MARK: Other words

  /// What people say who come from English or from other languages, and our word for it. An empty
  /// word: it is left out.
  private static let phrases: [(said: [String], ours: String)] = [
    (["is", "greater", "than"], ">"), (["is", "more", "than"], ">"), (["is", "less", "than"], "<"),
    (["greater", "than"], ">"), (["more", "than"], ">"), (["larger", "than"], ">"),
    (["bigger", "than"], ">"), (["less", "than"], "<"), (["fewer", "than"], "<"),
    (["smaller", "than"], "<"), (["at", "least"], ">="), (["at", "most"], "<="),
    (["equal", "to"], "="), (["was"], "="), (["not"], "!="),
    (["any"], "some"), (["all"], "every"), (["none"], "no"), (["has"], "exists"),
    (["have"], "exists"), (["plus"], "and"), (["but"], "and"), (["atleast"], "at least"),
    (["atmost"], "at most"), (["to"], ".."), (["grouped", "by"], "summarize by"),
    (["ordered", "by"], "sort by"), (["with"], "where"), (["who"], "where"), (["whose"], "where"),
    (["that"], "where"), (["which"], "where"), (["if"], "where"), (["only"], "where"),
    (["distinct"], ""), (["first"], ""), (["-", ">"], "."), ([":", ":"], "."),
    ([">", ">"], ">"), (["<", "<"], "<"),
  ]

  /// Words before a source that say only that something is asked.
  private static let openings: [[String]] = [
    ["show", "me"], ["give", "me"], ["get", "all"], ["find", "all"], ["list", "all"],
    ["show", "all"], ["select", "all"], ["from"], ["find"], ["get"], ["list"], ["show"], ["fetch"],
    ["return"], ["all"], ["display"], ["the"],
  ]

  private func phrases() -> [Repairs.Candidate] {
    var candidates: [Repairs.Candidate] = []
    for start in [place, place - 1, place - 2] where start >= 0 {
      for (said, ours) in Self.phrases {
        guard let range = range(of: said, at: start) else { continue }
        let blank = ours.isEmpty ? withBlankBehind(range) : range
        candidates.append(
          Repairs.Candidate(
            edit: Edit(blank, ours),
            message: ours.isEmpty
              ? ParserMessages.wordTooMany(blank, words(range))
              : HabitMessages.otherWord(range, words(range), ours)))
      }
    }
    let start = statementStart
    for said in Self.openings {
      guard let range = range(of: said, at: start) else { continue }
      let blank = withBlankBehind(range)
      candidates.append(
        Repairs.Candidate(
          edit: Edit(blank, ""), message: ParserMessages.opening(blank, words(range))))
    }
    return candidates
  }

  /// `size = 10..100`: a range follows `in`.
  private func range() -> [Repairs.Candidate] {
    guard tokens[safe: place]?.kind == .dots, let operation = tokens[safe: place - 2] else {
      return []
    }
    let ours = operation.kind == .equal ? "in" : operation.kind == .notEqual ? "not in" : nil
    return ours.map {
      [
        Repairs.Candidate(
          edit: Edit(operation.range, $0),
          message: HabitMessages.otherWord(operation.range, words(operation.range), $0))
      ]
    } ?? []
  }

  /// `31.12.2020`
  private func localDate() -> [Repairs.Candidate] {
    for start in [place, place - 1, place - 2, place - 3] where start >= 0 {
      var end = start
      while let next = tokens[safe: end + 1], next.start == tokens[end].end { end += 1 }
      let range = tokens[start].range.joined(with: tokens[end].range)
      for date in LiteralText.dates(writtenAs: words(range)) {
        return [
          Repairs.Candidate(
            edit: Edit(range, date),
            message: HabitMessages.otherWord(range, words(range), date))
        ]
      }
    }
    return []
  }

  // MARK: Order

  /// `top 3 members by size`, `first 3 members`: the source stands first.
  private func sourceFirst() -> [Repairs.Candidate] {
    let start = statementStart
    if let asked = range(of: ["how", "many"], at: start), let rest = tokens[safe: start + 2] {
      let whole = SourceRange(start: asked.start, end: statementEnd)
      let ours = "count(\(words(SourceRange(start: Int(rest.start), end: statementEnd))))"
      return [
        Repairs.Candidate(
          edit: Edit(whole, ours), message: HabitMessages.howMany(asked, whole: whole, ours))
      ]
    }
    guard let amount = tokens[safe: start + 1], amount.kind == .integer,
      let source = tokens[safe: start + 2], source.isPlainName
    else { return [] }
    let clause: String
    switch text(start).lowercased() {
    case "top": clause = "top"
    case "take", "first", "limit": clause = "take"
    case "skip": clause = "skip"
    case "sample": clause = "sample"
    default: return []
    }
    let range = tokens[start].range.joined(with: source.range)
    let ours = "\(text(start + 2)) \(clause) \(text(start + 1))"
    return [
      Repairs.Candidate(
        edit: Edit(range, ours), message: ParserMessages.sourceFirst(range, ours))
    ]
  }

  // MARK: Missing

  private func missing() -> [Repairs.Candidate] {
    guard let found = tokens[safe: place], found.kind != .endOfText, found.kind != .lineEnd else {
      return []
    }
    // A slip for a word of the language is that, and nothing is missing.
    if found.kind == .name, isSlip(text(place)) { return [] }
    // Before its first word a statement lacks nothing that could be told.
    guard place > statementStart, found.startsOperand else { return [] }
    let before = tokens[safe: place - 1]
    let isValue = found.kind == .text || found.kind == .integer || found.kind == .decimal
    var words: [String]
    switch clauseBefore {
    case .where?: words = isValue ? ["=", "and", "then", "else"] : ["and", "then", "else", ","]
    case .summarize?: words = ["by", ",", "and", "then"]
    case .select?, .add?, .drop?, .distinct?: words = [",", "then", "="]
    case .sort?, .top?: words = ["by", ","]
    case .let?, .def?: words = ["=", ","]
    case nil where found.kind == .name && tokens[safe: place + 1]?.kind == .leftParen:
      words = ["summarize", "where"]
    default: words = ["where", "summarize", ",", "=", "by"]
    }
    if bracketBefore == .leftBracket { words = [","] + words }
    var candidates: [Repairs.Candidate] = []
    if found.kind == .leftParen, let name = before, name.kind == .name {
      // `members count(…)`
      candidates.append(
        Repairs.Candidate(
          edit: Edit(SourceRange(start: Int(name.start), end: Int(name.start)), "summarize "),
          message: ParserMessages.missingWord(
            "summarize", name, tree.source, at: Int(name.start))))
    }
    // A comma stands behind something.
    if let word = before?.word, word.isClauseWord {
      words.removeAll { $0 == "," }
    }
    return candidates
      + words.map { word in
        // A comma stands at the word before it.
        let at = word == "," ? Int(before?.end ?? found.start) : Int(found.start)
        return Repairs.Candidate(
          edit: Edit(SourceRange(start: at, end: at), word == "," ? "," : word + " "),
          message: ParserMessages.missingWord(word, found, tree.source, at: at))
      }
  }

  private func isSlip(_ word: String) -> Bool {
    guard word.count >= 4,
      let near = nearest(word, in: Word.allCases.map(\.rawValue), limit: 1).first
    else { return false }
    return editDistance(Array(word.lowercased()), Array(near), atMost: 1) <= 1
  }

  // MARK: Looking

  private func text(_ index: Int) -> String {
    tokens[safe: index].map { tree.source.text(in: $0.range) } ?? ""
  }

  /// The bytes of some words, where they stand one after the other.
  private func range(of said: [String], at start: Int) -> SourceRange? {
    for (offset, word) in said.enumerated() where text(start + offset).lowercased() != word {
      return nil
    }
    guard let first = tokens[safe: start], let last = tokens[safe: start + said.count - 1] else {
      return nil
    }
    return first.range.joined(with: last.range)
  }

  private func words(_ range: SourceRange) -> String { tree.source.text(in: range) }

  private func withBlankBehind(_ range: SourceRange) -> SourceRange {
    let next = tokens.first { Int($0.start) >= range.end }
    return SourceRange(start: range.start, end: next.map { Int($0.start) } ?? range.end)
  }

  private var statementStart: Int {
    var index = min(place, tokens.count - 1)
    while index > 0 {
      switch tokens[index - 1].kind {
      case .lineEnd, .semicolon, .leftBrace: return index
      default: index -= 1
      }
    }
    return 0
  }

  private var statementEnd: Int {
    let rest = tokens.dropFirst(min(place, tokens.count))
    let last = rest.first { $0.kind == .lineEnd || $0.kind == .semicolon || $0.kind == .rightBrace }
    return Int((last ?? tokens[tokens.count - 1]).triviaStart)
  }

  /// The clause, or the statement's own word, that the place belongs to.
  private var clauseBefore: Word? {
    var index = place - 1
    while index >= statementStart {
      if let word = tokens[safe: index]?.word {
        if word.isClauseWord, word != .count || index > statementStart { return word }
        if word == .let || word == .def, index == statementStart { return word }
      }
      index -= 1
    }
    return nil
  }

  /// The innermost bracket that is open at the place.
  private var bracketBefore: TokenKind? {
    var index = place - 1
    while index >= statementStart {
      switch tokens[index].kind {
      case .leftParen, .leftBracket, .leftBrace: return tokens[index].kind
      case .rightParen, .rightBracket, .rightBrace:
        index = Int(tokens[index].partner) >= 0 ? Int(tokens[index].partner) : index
      default: break
      }
      index -= 1
    }
    return nil
  }
}
