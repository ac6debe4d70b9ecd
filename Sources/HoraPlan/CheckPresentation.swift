// Comes in: `show` and `save` at the end of a statement. Goes out: how its rows are presented. They
// belong to the statement, not to its rows.

import HoraEngine
import HoraSyntax

/// How a statement's rows are presented; hosts may ignore it.
struct Presentation {
  var format: Format?
  var options = ShowOptions()
  var files: [String] = []
  /// The `show` clause, and where each option stands.
  var clause: NodeID?
  var places: [ShowOption: NodeID] = [:]
}

extension Checker {
  /// The `show` and `save` clauses a query ends with.
  func presentation(of node: NodeID) -> ArraySlice<NodeID> {
    guard tree.kind(of: node) == .query else { return [] }
    let children = tree.soundChildren(of: node)
    let rows = children.lastIndex {
      tree.kind(of: $0) != .showClause && tree.kind(of: $0) != .saveClause
    }
    return children[(rows ?? -1) + 1..<children.count]
  }

  /// Nil where a clause is wrong.
  mutating func presentation(statement node: NodeID) -> Presentation? {
    var presentation = Presentation()
    for clause in self.presentation(of: node) {
      if tree.kind(of: clause) == .showClause {
        guard show(clause, &presentation) else { return nil }
      } else {
        guard let file = savedFile(clause) else { return nil }
        presentation.files.append(file)
      }
    }
    return presentation
  }

  /// False where the clause is wrong.
  private mutating func show(_ node: NodeID, _ presentation: inout Presentation) -> Bool {
    let children = tree.soundChildren(of: node)
    guard let first = children.first else { return false }
    let names = Format.shown.map(\.rawValue)
    if isProbed(first) { probeFormats(names) }
    let name = tree.nameText(of: first)
    guard let format = Format.shown.first(where: { $0.rawValue == name.lowercased() }) else {
      report(
        CheckMessage.unknownFormat(
          name, nearest(name, in: names, limit: 3), names, tree.range(of: first)))
      return false
    }
    presentation.format = format
    presentation.clause = node
    presentation.options = ShowOptions()
    presentation.places = [:]
    var isRight = true
    for option in children.dropFirst() where tree.kind(of: option) == .showOption {
      isRight = self.option(option, of: format, &presentation) && isRight
    }
    return isRight
  }

  private mutating func option(
    _ node: NodeID, of format: Format, _ presentation: inout Presentation
  ) -> Bool {
    let children = tree.soundChildren(of: node)
    guard children.count == 2 else { return false }
    let name = tree.nameText(of: children[0])
    let known = ShowOption.of(format)
    guard let option = ShowOption(word: name), known.contains(option) else {
      let near = nearest(name, in: known.map(\.rawValue), limit: 3)
      report(
        CheckMessage.unknownShowOption(
          name, format.rawValue, near, known.map(\.rawValue), tree.range(of: children[0])))
      return false
    }
    if presentation.places[option] != nil {
      report(CheckMessage.showOptionTwice(option.rawValue, tree.range(of: node)))
      return false
    }
    guard let value = value(children[1], option.kind) else {
      report(CheckMessage.wrongShowOption(option, tree.range(of: children[1])))
      return false
    }
    presentation.options.set(option, value)
    presentation.places[option] = children[1]
    return true
  }

  /// Nil where the option takes something else.
  private func value(_ node: NodeID, _ kind: ShowOption.Kind) -> ShowOptions.Value? {
    let text = tree.kind(of: node) == .textLiteral ? tree.textValue(of: node) : nil
    switch kind {
    case .text: return text.map { .text($0) }
    case .column, .field:
      switch tree.kind(of: node) {
      case .textLiteral: return text.map { .text($0) }
      case .nameReference: return .text(tree.nameText(of: node))
      // A column without a name is called as it was written.
      case .postfixExpression: return .text(tree.text(of: node))
      default: return nil
      }
    case .flag:
      guard tree.kind(of: node) == .booleanLiteral else { return nil }
      return tree.booleanValue(of: node).map { .flag($0) }
    case .number(let range):
      guard tree.kind(of: node) == .integerLiteral, let number = tree.integerValue(of: node),
        let value = Int(exactly: number), range.contains(value)
      else { return nil }
      return .number(value)
    case .choice(let words):
      let word = text ?? (tree.kind(of: node) == .nameReference ? tree.nameText(of: node) : "")
      return words.first { $0 == word.lowercased() }.map { .text($0) }
    }
  }

  /// Whether the picture can be drawn from the columns.
  mutating func fits(_ presentation: Presentation, _ query: Query) -> Bool {
    guard let clause = presentation.clause, let picture = presentation.format?.picture else {
      return true
    }
    do throws(PictureFault) {
      let columns = try picture.columns(
        in: query.columns, presentation.options, isComplete: query.pivotedType == nil)
      guard case .entity(let collection)? = columns.a.map({ query.columns[$0].type }) else {
        return true
      }
      for option in [ShowOption.size, .colour] {
        guard let name = presentation.options.text(option) else { continue }
        if EntityField.isMeasure(name, option)
          || EntityField.place(of: name, in: schema.collections[collection]) != nil
        {
          continue
        }
        throw EntityField.unknown(name, option, in: schema.collections[collection])
      }
      return true
    } catch {
      let place = error.option.flatMap { presentation.places[$0] } ?? clause
      let name = error.option.flatMap { presentation.options.text($0) } ?? ""
      report(
        CheckMessage.picture(
          error, nearest(name, in: error.known, limit: 3), tree.range(of: place)))
      return false
    }
  }

  private mutating func savedFile(_ node: NodeID) -> String? {
    guard let text = tree.soundChildren(of: node).first else { return nil }
    guard host.savesFiles else {
      report(CheckMessage.savesNothing(tree.range(of: node)))
      return nil
    }
    return tree.textValue(of: text)
  }
}
