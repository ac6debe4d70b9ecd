// What the parts of a text are, for colours. In: a text. Out: its parts in order, by bytes; what is between
// them is plain. Pure, linear, and right for texts that are not finished.

public struct HighlightSpan: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case keyword, function, text, number, parameter, comment
    /// Something that is not Hora, or a bracket that nothing opens.
    case wrong
  }
  public var range: SourceRange
  public var kind: Kind
}

public func highlight(_ source: SourceText) -> [HighlightSpan] {
  let tokens = lex(source).tokens
  var spans: [HighlightSpan] = []
  for (index, token) in tokens.enumerated() {
    spans += comments(source, token.trivia)
    let before = index > 0 ? tokens[index - 1] : nil
    let after = index + 1 < tokens.count ? tokens[index + 1] : nil
    if let kind = kind(token, before: before, after: after) {
      spans.append(HighlightSpan(range: token.range, kind: kind))
    }
  }
  return spans
}

private func kind(_ token: Token, before: Token?, after: Token?) -> HighlightSpan.Kind? {
  switch token.kind {
  case .name:
    if before?.kind == .dot { return nil }
    if let word = token.word, word.isReserved || token.isKeyword { return .keyword }
    return after?.kind == .leftParen && after?.trivia.isEmpty == true ? .function : nil
  case .text, .regex: return .text
  case .integer, .decimal, .date, .month, .quarter, .duration: return .number
  case .parameter: return .parameter
  case .invalid: return .wrong
  case .rightParen, .rightBracket, .rightBrace: return token.partner < 0 ? .wrong : nil
  default: return nil
  }
}

/// The comments among blanks: from what opens them to the end of the last.
private func comments(_ source: SourceText, _ trivia: SourceRange) -> [HighlightSpan] {
  let bytes = source.bytes[source.clamped(trivia)]
  let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  guard let first = bytes.firstIndex(where: { !blanks.contains($0) && $0 < 0x80 }),
    let last = bytes.lastIndex(where: { !blanks.contains($0) })
  else { return [] }
  return [HighlightSpan(range: SourceRange(start: first, end: last + 1), kind: .comment)]
}
