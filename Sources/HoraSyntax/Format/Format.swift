// The canonical text of a program.
// In: a tree without errors. Out: the same program as everyone writes it. Comments stay at their
// places; what the text means does not change, and that is checked here, not hoped: a text that
// reads differently than the source is thrown away and the source stands.

/// The longest line that the formatter makes, where it has a choice.
let formatWidth = 100

/// The canonical text: formatting it again changes nothing.
///
/// Words of the language are in lower case, texts in double quotes, clauses of a query that was
/// written over several lines (or is longer than 100 columns) each on a line of their own. Names,
/// numbers, comments and single blank lines stay as they are. Linear time.
/// - Returns: nil where the text has errors.
public func format(_ tree: SyntaxTree) -> String? {
  let source = parse(tree.source)
  guard !source.hasErrors else { return nil }
  let text = formatted(tree)
  let again = parse(SourceText(text, name: tree.source.name))
  guard !again.hasErrors, FormatCheck.isSame(tree, again.tree) else { return tree.source.text }
  return text
}

/// The canonical text, not yet compared with the source.
func formatted(_ tree: SyntaxTree) -> String {
  var builder = FormatBuilder(tree, keepsComments: true)
  builder.script()
  var printer = FormatPrinter(builder.pieces, forced: builder.forced, width: formatWidth)
  return printer.run()
}

extension SyntaxTree {
  /// A node as canonical text on one line, without comments. The same for every way to write it.
  public func canonicalText(of id: NodeID) -> String {
    var builder = FormatBuilder(self, keepsComments: false)
    builder.node(id)
    var printer = FormatPrinter(
      builder.pieces, forced: builder.forced.map { _ in false }, width: Int.max)
    return printer.run(endsLine: false)
  }
}

/// Compares a program with its canonical text.
enum FormatCheck {
  static func isSame(_ left: SyntaxTree, _ right: SyntaxTree) -> Bool {
    shape(left) == shape(right)
      && Comment.leading(of: left).flatMap { $0.comments.map(\.text) }
        == Comment.leading(of: right).flatMap { $0.comments.map(\.text) }
  }

  /// A tree without what the formatter may change.
  private enum Step: Equatable {
    case open(NodeKind)
    case close
    case token(TokenKind, String)
  }

  private static func shape(_ tree: SyntaxTree) -> [Step] {
    var steps: [Step] = []
    var open: [(child: Child, parent: NodeKind)?] = [(.node(tree.root), .script)]
    while let next = open.popLast() {
      guard let (child, parent) = next else {
        steps.append(.close)
        continue
      }
      switch child {
      case .node(let id):
        let kind = tree.kind(of: id)
        steps.append(.open(kind))
        open.append(nil)
        for child in tree.children(of: id).reversed() { open.append((child, kind)) }
      case .token(let index):
        let token = tree.token(index)
        switch token.kind {
        case .lineEnd, .semicolon, .bar: continue
        case .text: steps.append(.token(.text, LiteralText.content(tree.text(ofToken: index))))
        default:
          let written = tree.text(ofToken: index)
          let isName =
            FormatBuilder.namesThings(parent) || token.kind == .quotedName
            || (parent == .expectedRows && token.isPlainName && token.word != .rows)
          steps.append(.token(token.kind, isName ? written : written.lowercased()))
        }
      }
    }
    return steps
  }
}
