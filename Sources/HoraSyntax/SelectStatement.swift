// SELECT … FROM … WHERE …: read as far as needed to propose the same query in Hora.
// In: the parser at `select` where a source should be. Out: one message, with the rewritten query
// as its fix if that parses; the whole statement becomes an unexpected node.

extension Parser {
  /// True if it was such a statement.
  func foreignSelect() -> Bool {
    var end = position
    while !endsSelect(end) {
      let partner = Int(token(at: end).partner)
      end = max(end, partner) + 1
    }
    let statement = SelectStatement(source: input, tokens: tokens, start: position, end: end)
    guard statement.has(.from) else { return false }
    let range = current.range.joined(with: token(at: end - 1).range)
    var rewritten: String?
    if proposesRewritings, let text = statement.rewritten, isSound(text) { rewritten = text }
    report(HabitMessages.selectStatement(range, rewritten: rewritten), goesOn: true)
    let start = mark
    while position < end { bump() }
    close(start, .unexpected)
    return true
  }

  private func endsSelect(_ index: Int) -> Bool {
    switch token(at: index).kind {
    case .endOfText, .semicolon, .rightBrace, .rightParen, .rightBracket: return true
    case .lineEnd:
      let next = input.text(in: token(at: index + 1).range).lowercased()
      return !["from", "group", "having", "order", "limit", "offset"].contains(next)
    default: return false
    }
  }

  private func isSound(_ text: String) -> Bool {
    let lexed = lex(SourceText(text), limits: limits)
    let parser = Parser(lexed, limits: limits)
    parser.proposesRewritings = false
    parser.script()
    return lexed.diagnostics.isEmpty && parser.diagnostics.isEmpty
  }
}

/// The parts of a SELECT statement.
private struct SelectStatement {
  enum Part: String, CaseIterable {
    case select, from, `where`, group, having, order, limit, offset
  }

  let source: SourceText
  let tokens: [Token]
  /// Where the tokens of each part begin and end, without its own words.
  var parts: [Part: Range<Int>] = [:]

  init(source: SourceText, tokens: [Token], start: Int, end: Int) {
    self.source = source
    self.tokens = tokens
    var part = Part.select
    var from = start + 1
    var index = start + 1
    while index < end {
      if let next = Part(rawValue: text(index).lowercased()), next != .select,
        tokens[index].kind == .name
      {
        parts[part] = from..<index
        part = next
        index += tokens[safe: index + 1]?.word == .by ? 1 : 0
        from = index + 1
      }
      index = max(index, Int(tokens[safe: index]?.partner ?? -1)) + 1
    }
    parts[part] = min(from, end)..<end
  }

  func has(_ part: Part) -> Bool { parts[part] != nil }

  /// The same in Hora; nil where that is not clear.
  var rewritten: String? {
    guard let from = ours(.from), !from.contains(",") else { return nil }
    var query = from
    if let condition = ours(.where) { query += " where " + condition }
    let items = list(.select).map(item)
    let keys = list(.group).map(ours)
    let order = ours(.order).map { " sort by " + $0 } ?? ""
    if has(.group) || items.contains(where: isAggregate) {
      let rest = items.filter { !keys.contains($0) }.joined(separator: ", ")
      query += " summarize" + (rest.isEmpty ? "" : " " + rest)
      query += keys.isEmpty ? "" : " by " + keys.joined(separator: ", ")
      if let condition = ours(.having) { query += " where " + condition }
      return query + order + tail
    }
    query += order + tail
    return items == ["*"] ? query : query + " select " + items.joined(separator: ", ")
  }

  private var tail: String {
    (ours(.offset).map { " skip " + $0 } ?? "") + (ours(.limit).map { " take " + $0 } ?? "")
  }

  private func isAggregate(_ item: String) -> Bool {
    ["count(", "sum(", "avg(", "min(", "max("].contains { item.lowercased().contains($0) }
  }

  /// `expression as name` as `name = expression`.
  private func item(_ range: Range<Int>) -> String {
    if let behind = range.last, range.count > 2, tokens[safe: behind - 1]?.word == .as {
      return text(behind) + " = " + ours(range.lowerBound..<behind - 1)
    }
    return ours(range)
  }

  private func list(_ part: Part) -> [Range<Int>] {
    guard let range = parts[part], !range.isEmpty else { return [] }
    var result: [Range<Int>] = []
    var from = range.lowerBound
    var index = from
    while index < range.upperBound {
      if tokens[index].kind == .comma {
        result.append(from..<index)
        from = index + 1
      }
      index = max(index, Int(tokens[index].partner)) + 1
    }
    result.append(min(from, range.upperBound)..<range.upperBound)
    return result
  }

  private func ours(_ part: Part) -> String? { parts[part].map(ours) }

  /// Tokens as text, the operators of other languages as ours.
  private func ours(_ range: Range<Int>) -> String {
    var result = ""
    for index in range {
      let token = tokens[index]
      let written = text(index)
      if !result.isEmpty, !token.trivia.isEmpty, token.kind != .lineEnd { result += " " }
      switch (token.kind, written.lowercased()) {
      case (.lineEnd, _): result += " "
      case (.name, "like"), (.name, "ilike"): result += "~"
      case (.name, "null"): result += "missing"
      case (.star, _) where range.count > 1: break
      case (.text, _): result += "\"" + pattern(index) + "\""
      case (.name, _), (.quotedName, _): result += token.word?.rawValue ?? written
      case (.equal, _), (.notEqual, _), (.lessOrEqual, _), (.greaterOrEqual, _):
        result += token.kind.spelling
      default: result += written
      }
    }
    return result.trimmed
  }

  private func pattern(_ index: Int) -> String {
    let content = LiteralText.content(text(index))
    guard tokens[safe: index - 1].map({ text($0).lowercased().hasSuffix("like") }) ?? false else {
      return content
    }
    return String(content.filter { $0 != "%" })
  }

  private func text(_ index: Int) -> String { tokens[safe: index].map(text) ?? "" }
  private func text(_ token: Token) -> String { source.text(in: token.range) }
}

extension Array {
  subscript(safe index: Int) -> Element? {
    index >= 0 && index < count ? self[index] : nil
  }
}
