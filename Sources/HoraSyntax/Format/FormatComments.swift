// Comments, token by token.
// In: a tree. Out: for each token the comments before it, and how many lines lie between. Line
// ends, `;` and `|` carry no comments of their own: theirs go to the token that follows.

/// One comment as written, without the blanks at its end.
struct Comment: Sendable {
  var text: String
  /// `# …`: nothing can follow it on its line.
  var isLine: Bool
  /// Line ends between what stands before it and the comment.
  var linesBefore: Int
  /// True where the line ends behind it.
  var endsLine: Bool

  /// What stands before one token.
  struct Leading: Sendable {
    var comments: [Comment] = []
    /// Line ends between the last comment, or else the last token, and this one.
    var linesBefore = 0

    /// True where the comments need a line end, whatever the width.
    var forcesLines: Bool { comments.contains { $0.isLine || $0.linesBefore > 0 } }
  }

  /// Parallel to the tokens of the source; nothing for those that are dropped.
  static func leading(of tree: SyntaxTree) -> [Leading] {
    var result: [Leading] = []
    result.reserveCapacity(tree.sourceTokenCount)
    var gathered = Leading()
    for token in tree.tokens.prefix(tree.sourceTokenCount) {
      gathered.scan(tree.source, token.trivia)
      switch token.kind {
      case .lineEnd, .semicolon:
        if token.kind == .lineEnd { gathered.linesBefore += 1 }
        gathered.endLine()
        result.append(Leading())
      case .bar: result.append(Leading())
      default:
        if token.kind == .endOfText || token.kind == .rightBrace { gathered.endLine() }
        gathered.endLines()
        result.append(gathered)
        gathered = Leading()
      }
    }
    return result
  }
}

extension Comment.Leading {
  fileprivate mutating func endLine() {
    if !comments.isEmpty { comments[comments.count - 1].endsLine = true }
  }

  /// A comment before one that ends its line ends it, too.
  fileprivate mutating func endLines() {
    for index in comments.indices.dropLast().reversed()
    where comments[index + 1].linesBefore == 0 {
      if comments[index + 1].isLine || comments[index + 1].endsLine {
        comments[index].endsLine = true
      }
    }
  }

  fileprivate mutating func scan(_ source: SourceText, _ trivia: SourceRange) {
    let bytes = source.bytes
    let range = source.clamped(trivia)
    var position = range.lowerBound
    while position < range.upperBound {
      switch bytes[position] {
      case 0x0A, 0x0D:
        let isPair =
          bytes[position] == 0x0D && position + 1 < range.upperBound && bytes[position + 1] == 0x0A
        position += isPair ? 2 : 1
        linesBefore += 1
        endLine()
      case UInt8(ascii: "#"):
        let start = position
        while position < range.upperBound, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
        add(bytes[start..<position], isLine: true)
      case UInt8(ascii: "/"):
        let start = position
        position += 2
        while position < range.upperBound,
          bytes[position - 1] != UInt8(ascii: "/") || bytes[position - 2] != UInt8(ascii: "*")
            || position < start + 4
        {
          position += 1
        }
        add(bytes[start..<min(position, range.upperBound)], isLine: false)
      default: position += 1
      }
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, isLine: Bool) {
    var bytes = bytes
    while isLine, let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    comments.append(
      Comment(
        text: String(decoding: bytes, as: UTF8.self), isLine: isLine, linesBefore: linesBefore,
        endsLine: false))
    linesBefore = 0
  }
}
