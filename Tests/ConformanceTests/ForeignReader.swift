// Comes in: tokens. Goes out: a place in them that readers of both languages move along.

struct TokenStream {
  let tokens: [ForeignToken]
  var place = 0

  init(_ tokens: [ForeignToken]) { self.tokens = tokens }

  var current: ForeignToken { tokens[min(place, tokens.count - 1)] }
  func ahead(_ count: Int) -> ForeignToken { tokens[min(place + count, tokens.count - 1)] }

  func isAt(_ symbol: String) -> Bool { current == .symbol(symbol) }

  /// True at such a word, whatever its case.
  func isAtWord(_ word: String, ahead count: Int = 0) -> Bool {
    if case .name(let name) = ahead(count) { return name.lowercased() == word }
    return false
  }

  mutating func take(_ symbol: String) -> Bool {
    guard isAt(symbol) else { return false }
    place += 1
    return true
  }

  mutating func takeWord(_ words: String...) -> Bool {
    for (index, word) in words.enumerated() where !isAtWord(word, ahead: index) { return false }
    place += words.count
    return true
  }

  mutating func expect(_ symbol: String) throws(OutOfScope) {
    guard take(symbol) else { throw OutOfScope(.foreignSyntax) }
  }

  mutating func name() throws(OutOfScope) -> String {
    guard case .name(let name) = current else { throw OutOfScope(.foreignSyntax) }
    place += 1
    return name
  }
}
