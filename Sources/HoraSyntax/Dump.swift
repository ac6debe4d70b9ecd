// Tokens and trees as text, for people: `hora dump tokens|tree`.
// In: tokens or a tree. Out: lines. The form is for reading and may change.

/// One token a line: line and column, kind, text.
public func dumpTokens(_ result: LexResult) -> String {
  var lines: [String] = []
  for token in result.tokens {
    let place = result.source.lineAndColumn(ofByte: Int(token.start))
    var line = "\(place.line):\(place.column) \(token.kind)"
    if token.kind != .lineEnd, token.kind != .endOfText {
      line += " " + shown(result.source.text(in: token.range))
    }
    if token.isKeyword || token.word?.isReserved ?? false { line += " (word)" }
    lines.append(line)
  }
  return lines.map { $0 + "\n" }.joined()
}

/// One node or token a line, indented by depth.
public func dumpTree(_ tree: SyntaxTree) -> String {
  var lines: [String] = []
  var open: [(child: Child, depth: Int)] = [(.node(tree.root), 0)]
  while let (child, depth) = open.popLast() {
    let indent = String(repeating: "  ", count: min(depth, 100))
    switch child {
    case .token(let index): lines.append(indent + shown(tree.text(ofToken: index)))
    case .node(let node):
      lines.append(indent + "\(tree.kind(of: node))")
      open += tree.children(of: node).reversed().map { ($0, depth + 1) }
    }
  }
  return lines.map { $0 + "\n" }.joined()
}

private func shown(_ text: String) -> String {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "⏎")
}
