// Lays pieces out in lines.
// In: a flat list of pieces, groups marked by `open` and `close`. Out: text. A group stands on one
// line if it fits there, else all its own `line`s end lines. Looks ahead at most one line's width.

/// A piece of formatted text.
enum FormatPiece {
  /// A token. `hugs`: a blank that a comment left before it goes.
  case text(String, hugs: Bool)
  case space
  /// A blank, or a line end where its group is broken.
  case line
  /// Nothing, or a line end where its group is broken.
  case softLine
  case lineEnd
  /// `keepsBlank`: between statements, where one blank line stays.
  case comments(Comment.Leading, keepsBlank: Bool)
  case open(Int)
  case close
  case indent, outdent
}

struct FormatPrinter {
  private enum Pending {
    case nothing, space
    case lineEnd(indent: Int, isBlank: Bool)
  }

  private let pieces: [FormatPiece]
  private let forced: [Bool]
  private let width: Int
  private var output = ""
  private var column = 0
  private var indent = 0
  private var pending = Pending.nothing
  /// For each open group: is it on one line?
  private var flat: [Bool] = []
  /// True right behind the start of the text or a `{`: no blank line there.
  private var isAtStart = true
  /// True right behind an opening bracket.
  private var isBehindBracket = false

  init(_ pieces: [FormatPiece], forced: [Bool], width: Int) {
    self.pieces = pieces
    self.forced = forced
    self.width = width
  }

  mutating func run(endsLine: Bool = true) -> String {
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text, let hugs):
        if hugs, case .space = pending { pending = .nothing }
        write(text)
        isAtStart = text == "{"
        isBehindBracket = text == "(" || text == "["
      case .space: if case .nothing = pending { pending = .space }
      case .line:
        if flat.last ?? false { if case .nothing = pending { pending = .space } } else { endLine() }
      case .softLine: if !(flat.last ?? false) { endLine() }
      case .lineEnd: endLine()
      case .comments(let leading, let keepsBlank): write(leading, keepsBlank)
      case .open(let group): flat.append((flat.last ?? false) || (!forced[group] && fits(index)))
      case .close: flat.removeLast()
      case .indent: indent += 2
      case .outdent: indent -= 2
      }
    }
    if endsLine, !output.isEmpty { output += "\n" }
    return output
  }

  private mutating func endLine() {
    pending = .lineEnd(indent: indent, isBlank: false)
  }

  private mutating func write(_ text: String) {
    switch pending {
    case .nothing: break
    case .space:
      output += " "
      column += 1
    case .lineEnd(let indent, let isBlank):
      if !output.isEmpty { output += isBlank && !isAtStart ? "\n\n" : "\n" }
      output += String(repeating: " ", count: indent)
      column = indent
    }
    pending = .nothing
    output += text
    if let last = text.utf8.lastIndex(of: 0x0A) {
      column = TextWidth.width(of: text[text.utf8.index(after: last)...])
    } else {
      column += TextWidth.width(of: text)
    }
  }

  // MARK: Comments

  private mutating func write(_ leading: Comment.Leading, _ keepsBlank: Bool) {
    for comment in leading.comments {
      if comment.linesBefore == 0, !output.isEmpty {
        writeBehind(comment)
      } else {
        var place = indent
        switch pending {
        case .lineEnd(let indent, _): place = indent
        default: if !output.isEmpty && !keepsBlank { place += 2 }
        }
        pending = .lineEnd(indent: place, isBlank: keepsBlank && comment.linesBefore > 1)
        write(comment.text)
        let endsLine = comment.isLine || comment.endsLine
        pending = endsLine ? .lineEnd(indent: place, isBlank: false) : .space
      }
      isAtStart = false
      isBehindBracket = false
    }
    if keepsBlank, leading.linesBefore > 1, case .lineEnd(let indent, _) = pending {
      pending = .lineEnd(indent: indent, isBlank: true)
    }
  }

  /// A comment on the line of what stands before it. One in the middle of a line belongs to what
  /// follows, and moves with it.
  private mutating func writeBehind(_ comment: Comment) {
    let kept = pending
    if case .lineEnd = kept {
      if comment.isLine || comment.endsLine {
        pending = .nothing
        write((comment.isLine ? "  " : " ") + comment.text)
        pending = kept
      } else {
        write(comment.text)
        pending = .space
      }
      return
    }
    pending = .nothing
    let gap = comment.isLine ? "  " : isBehindBracket ? "" : " "
    write(gap + comment.text)
    pending = comment.isLine ? .lineEnd(indent: indent + 2, isBlank: false) : .space
  }

  // MARK: Fitting

  /// True if everything from a group's beginning to the first line end that may follow the group
  /// fits on the line.
  private func fits(_ start: Int) -> Bool {
    var left = width
    switch pending {
    case .nothing: left -= column
    case .space: left -= column + 1
    case .lineEnd(let indent, _): left -= indent
    }
    var depth = 0
    var index = start
    while index < pieces.count, left >= 0 {
      switch pieces[index] {
      case .text(let text, _):
        if let end = text.utf8.firstIndex(of: 0x0A) {
          return TextWidth.width(of: text[..<end]) <= left
        }
        left -= TextWidth.width(of: text)
      case .space: left -= 1
      case .line:
        if depth == 0 { return true }
        left -= 1
      case .softLine: if depth == 0 { return true }
      case .lineEnd: return true
      case .comments(let leading, _):
        for comment in leading.comments {
          if comment.isLine { return true }
          left -= TextWidth.width(of: comment.text) + 1
        }
      case .open: if depth > 0 || index == start { depth += 1 }
      case .close: if depth > 0 { depth -= 1 }
      case .indent, .outdent: break
      }
      index += 1
    }
    return left >= 0
  }
}
