// Expressions inside messages: `print "found {count(members)} members"`.
// In: the text token of a messageText. Out: its pieces. Between the braces of a hole stand the
// tokens of an expression, lexed from the same source so that messages point at the right bytes;
// they are appended behind the tokens of the source. `{{` and `}}` are braces.

/// A piece of a message: text, escapes decoded, or an expression to fill in.
public enum TemplatePart: Sendable, Hashable {
  case text(String)
  case expression(NodeID)
}

/// Finds the holes of a text token.
struct TemplateScanner {
  enum Piece: Equatable {
    /// Bytes as written.
    case text(SourceRange)
    /// A brace written twice.
    case brace(String)
    /// The bytes between the braces.
    case hole(SourceRange)
    /// A brace that is not closed.
    case open(SourceRange)
  }

  static func pieces(of token: Token, in source: SourceText) -> [Piece] {
    let range = contentRange(token, source)
    var pieces: [Piece] = []
    var position = range.start
    var textStart = position
    func flush() {
      if position > textStart {
        pieces.append(.text(SourceRange(start: textStart, end: position)))
      }
    }
    while position < range.end {
      let byte = source.byte(at: position)
      let isDouble = position + 1 < range.end && source.byte(at: position + 1) == byte
      switch byte {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "{") where isDouble, UInt8(ascii: "}") where isDouble:
        flush()
        pieces.append(.brace(byte == UInt8(ascii: "{") ? "{" : "}"))
        position += 2
        textStart = position
      case UInt8(ascii: "{"):
        flush()
        if let end = endOfHole(position + 1, range.end, source) {
          pieces.append(.hole(SourceRange(start: position + 1, end: end)))
          position = end + 1
        } else {
          pieces.append(.open(SourceRange(start: position, end: position + 1)))
          position = range.end
        }
        textStart = position
      default: position += 1
      }
    }
    position = min(position, range.end)
    flush()
    return pieces
  }

  /// The bytes between the quotes.
  private static func contentRange(_ token: Token, _ source: SourceText) -> SourceRange {
    let written = source.text(in: token.range)
    let isLong = written.hasPrefix("\"\"\"")
    let opening = isLong ? 3 : (written.unicodeScalars.first.map { UTF8.width($0) } ?? 1)
    let isClosed = isLong ? written.hasSuffix("\"\"\"") && written.utf8.count >= 6 : true
    let closing =
      isLong ? 3 : (written.unicodeScalars.last.map { UTF8.width($0) } ?? 1)
    let start = min(Int(token.start) + opening, Int(token.end))
    return SourceRange(start: start, end: isClosed ? Int(token.end) - closing : Int(token.end))
  }

  private static func endOfHole(_ start: Int, _ end: Int, _ source: SourceText) -> Int? {
    var depth = 1
    var position = start
    var quote: UInt8?
    while position < end, let byte = source.byte(at: position) {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        if quote == nil { quote = byte } else if quote == byte { quote = nil }
      case UInt8(ascii: "{") where quote == nil: depth += 1
      case UInt8(ascii: "}") where quote == nil:
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
      position += 1
    }
    return nil
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}

extension Parser {
  /// Reads the expressions in a message, each as a child; an `absent` one where it is not closed.
  func messageExpressions(inToken index: Int) {
    for piece in TemplateScanner.pieces(of: token(at: index), in: input) {
      switch piece {
      case .hole(let range): embeddedExpression(range)
      case .open(let range):
        report(ParserMessages.unclosedHole(range), goesOn: true)
        absent()
      case .text, .brace: continue
      }
    }
  }

  private func embeddedExpression(_ range: SourceRange) {
    var lexer = Lexer(input, in: range, limits: limits)
    lexer.run()
    diagnostics += lexer.diagnostics
    let read = lexer.tokens.filter { $0.kind != .lineEnd }
    let base = tokens.count
    guard base + read.count - limits.tokens <= limits.tokens else { return absent() }
    for var token in WordRoles.marked(Layout.settled(read)) {
      if token.partner >= 0 { token.partner += Int32(clamping: base) }
      tokens.append(token)
    }
    let behind = position
    let wasIncomplete = isIncomplete
    position = base
    expression()
    if !at(.endOfText) {
      report(ParserMessages.expectedInMessage(current, input))
      skip(to: .statementEnd)
      while !at(.endOfText) { skip(one: true) }
    }
    position = behind
    isIncomplete = wasIncomplete
    isQuiet = isAbandoned
  }
}

extension SyntaxTree {
  /// The pieces of a messageText in order. An expression in it is one of the node's children.
  public func templateParts(of id: NodeID) -> [TemplatePart] {
    guard kind(of: id) == .messageText, let index = tokenChildren(of: id).first else { return [] }
    var expressions = nodeChildren(of: id).filter { kind(of: $0) != .unexpected }[...]
    return TemplateScanner.pieces(of: token(index), in: source).compactMap { piece in
      switch piece {
      case .text(let range): return .text(LiteralText.decoded(source.text(in: range)))
      case .brace(let brace): return .text(brace)
      case .hole, .open: return expressions.popFirst().map { .expression($0) }
      }
    }
  }
}
