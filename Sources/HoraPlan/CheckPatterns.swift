// Comes in: what stands right of `~`. Goes out: a checked pattern. Texts that are looked up in the
// plain way are left to the comparison itself.

import HoraEngine
import HoraSyntax

extension Checker {
  static let fuzzyName = "fuzzy"

  /// A pattern, or nil inside where it is wrong.
  struct CheckedPattern {
    var value: TextPattern?
  }

  /// A regular expression, `fuzzy(…)` or a list with one; nil for anything else.
  mutating func pattern(_ node: NodeID) -> CheckedPattern? {
    if tree.kind(of: node) == .regexLiteral { return CheckedPattern(value: regex(node)) }
    var node = node
    while tree.kind(of: node) == .parenthesized, let inner = tree.soundChildren(of: node).first {
      node = inner
    }
    let items = tree.kind(of: node) == .listLiteral ? tree.soundChildren(of: node) : [node]
    guard items.contains(where: isFuzzy) else { return nil }
    var patterns: [WordsPattern] = []
    for item in items {
      guard let pattern = isFuzzy(item) ? fuzzy(item) : plain(item) else {
        return CheckedPattern(value: nil)
      }
      patterns.append(pattern)
    }
    return CheckedPattern(value: .words(patterns))
  }

  private mutating func regex(_ node: NodeID) -> TextPattern? {
    let range = tree.range(of: node)
    guard let ignoresCase = tree.regexValue(of: node)?.ignoresCase else { return nil }
    // As written: `\/` means `/` in a pattern too, and places stay what they are.
    let text = Array(tree.text(of: node).utf8)
    guard let end = text.lastIndex(of: UInt8(ascii: "/")), end > 0 else { return nil }
    let written = String(decoding: text[1..<end], as: UTF8.self)
    do {
      return .regex(try TextRegex(Composition.composed(written), ignoresCase: ignoresCase))
    } catch {
      // The place is that in the text as written, not as composed.
      var found = error
      do { _ = try TextRegex(written, ignoresCase: ignoresCase) } catch { found = error }
      let start = range.start + 1 + found.offset
      report(
        CheckMessage.badRegex(
          found,
          found.length == 0 ? range : SourceRange(start: start, end: start + found.length)))
      return nil
    }
  }

  private func isFuzzy(_ node: NodeID) -> Bool {
    guard tree.kind(of: node) == .postfixExpression, definitions[Checker.fuzzyName] == nil else {
      return false
    }
    let children = tree.soundChildren(of: node)
    return children.count == 2 && tree.kind(of: children[0]) == .nameReference
      && Names.key(tree.nameText(of: children[0])) == Checker.fuzzyName
      && tree.kind(of: children[1]) == .callStep
  }

  /// `fuzzy(text, edits)`; one edit where nothing is said.
  private mutating func fuzzy(_ node: NodeID) -> WordsPattern? {
    let call = tree.soundChildren(of: node)[1]
    let arguments = tree.soundChildren(of: call)
    guard (1...2).contains(arguments.count) else {
      report(
        CheckMessage.wrongArgumentCount(
          Checker.fuzzyName, given: arguments.count, least: 1, most: 2, tree.range(of: call)))
      return nil
    }
    guard let text = known(arguments[0], .text, wants: "text") else { return nil }
    guard arguments.count > 1 else {
      return .fuzzy(text.id, edits: add(.constant(.int(1)), .int, .one, reach: 0, node).id)
    }
    guard let edits = known(arguments[1], .int, wants: "a whole number") else { return nil }
    if case .int(let number)? = constant(edits),
      !(0...Int64(FuzzyPattern.mostEdits)).contains(number)
    {
      report(
        CheckMessage.badEdits(most: FuzzyPattern.mostEdits, tree.range(of: arguments[1])))
      return nil
    }
    return .fuzzy(text.id, edits: edits.id)
  }

  private mutating func known(_ node: NodeID, _ type: ValueType, wants: String) -> Value? {
    guard let value = oneValued(node) else { return nil }
    guard value.type == type else {
      report(
        CheckMessage.wrongArgument(
          Checker.fuzzyName, value.type, wants: wants, tree.range(of: node), schema))
      return nil
    }
    guard isConstant(value) else {
      report(CheckMessage.textNotKnown(tree.text(of: node), tree.range(of: node)))
      return nil
    }
    return value
  }

  /// A text beside a `fuzzy(…)` in a list.
  private mutating func plain(_ node: NodeID) -> WordsPattern? {
    guard let value = oneValued(node) else { return nil }
    guard value.type == .text else {
      report(CheckMessage.mixedList([.text, value.type], tree.range(of: node), schema))
      return nil
    }
    guard isConstant(value) else {
      report(CheckMessage.textNotKnown(tree.text(of: node), tree.range(of: node)))
      return nil
    }
    return .plain(value.id)
  }
}
