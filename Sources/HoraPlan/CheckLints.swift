// Comes in: what has been checked and is right. Goes out: lints, where it is probably not what was
// meant. A lint never changes the plan.

import HoraEngine
import HoraSyntax

extension Checker {
  // MARK: Conditions

  /// Two conditions of one `and` on different fields of one many-valued path.
  mutating func lintSeparateConditions(_ children: [NodeID], _ parts: [ExpressionID]) {
    var seen: [(path: String, field: String, place: Int)] = []
    for (place, child) in children.enumerated() where place < parts.count {
      guard let (path, field) = manyValuedField(child, parts[place]) else { continue }
      guard let first = seen.first(where: { $0.path == path && $0.field != field }) else {
        seen.append((path, field, place))
        continue
      }
      // Only what stands side by side is one stretch of the text.
      let isOneStretch = place == first.place + 1
      let before = children[first.place]
      report(
        LintMessage.separateConditions(
          path, tree.range(of: before), tree.range(of: child),
          bracketed: isOneStretch && standsAlone(before) && standsAlone(child)
            ? "exists \(path)[\(behindPath(before)) and \(behindPath(child))]" : nil))
    }
  }

  /// The path and the field that a positive comparison asks: `projects` and `status`.
  private func manyValuedField(
    _ node: NodeID, _ condition: ExpressionID
  ) -> (path: String, field: String)? {
    guard tree.kind(of: node) == .comparison,
      let left = tree.soundChildren(of: node).first, tree.kind(of: left) == .postfixExpression,
      let last = tree.soundChildren(of: left).last, tree.kind(of: last) == .memberStep
    else { return nil }
    let value: ExpressionID
    switch plan.expressions[condition].kind {
    case .compare(_, let left, _), .between(let left, _, _), .memberOf(let left, _),
      .matches(let left, _):
      value = left
    default: return nil
    }
    switch plan.expressions[value].kind {
    case .field(let source, _), .follow(let source, _):
      guard plan.expressions[source].cardinality == .many else { return nil }
    case .elements(.links, _, _): break
    default: return nil
    }
    let whole = tree.range(of: left)
    let path = tree.text(
      in: SourceRange(start: whole.start, end: tree.range(of: last).start))
    return (path, Names.key(tree.nameText(of: last)))
  }

  /// True where the right side means the same inside the brackets of the path.
  private func standsAlone(_ node: NodeID) -> Bool {
    tree.soundChildren(of: node).dropFirst().allSatisfy { child in
      switch tree.kind(of: child) {
      case .textLiteral, .integerLiteral, .decimalLiteral, .dateLiteral, .monthLiteral,
        .quarterLiteral, .durationLiteral, .booleanLiteral, .parameterReference, .regexLiteral:
        true
      default: false
      }
    }
  }

  /// A comparison without its path: `status = "open"`.
  private func behindPath(_ node: NodeID) -> String {
    guard let left = tree.soundChildren(of: node).first,
      let last = tree.soundChildren(of: left).last
    else { return tree.text(of: node) }
    let start = tree.range(of: last).start + 1
    return tree.text(in: SourceRange(start: start, end: tree.range(of: node).end))
  }

  /// `every` over a path that nothing says is not empty.
  mutating func lintVacuousEvery(_ node: NodeID, _ path: String) {
    guard !knownPresent.contains(Names.key(path)) else { return }
    let first = tree.firstToken(of: node) ?? 0
    let range = tree.range(of: node)
    let behindNot = tree.token(first - 1).word == .not
    report(
      LintMessage.vacuousEvery(
        path, SourceRange(start: range.start, end: range.end), behindNot: behindNot,
        whole: tree.text(of: node)))
  }

  /// Paths that a condition, or a part of it joined by `and`, says are not empty.
  func presentPaths(_ node: NodeID) -> [String] {
    switch tree.kind(of: node) {
    case .andExpression: return tree.soundChildren(of: node).flatMap { presentPaths($0) }
    case .parenthesized: return tree.soundChildren(of: node).first.map { presentPaths($0) } ?? []
    case .existsExpression:
      guard let path = tree.soundChildren(of: node).first else { return [] }
      var paths = [Names.key(tree.text(of: path))]
      // `exists projects[…]` says that there are projects, too.
      if tree.kind(of: path) == .postfixExpression,
        let filter = tree.childNodes(of: path, kind: .filterStep).first
      {
        paths.append(
          Names.key(
            tree.text(
              in: SourceRange(
                start: tree.range(of: path).start, end: tree.range(of: filter).start))))
      }
      return paths
    case .quantifiedComparison:
      let children = tree.soundChildren(of: node)
      guard children.count >= 2, let word = tree.tokenChildren(of: children[0]).first else {
        return []
      }
      switch tree.token(word).word {
      case .someOf, .exactly: return [Names.key(tree.text(of: children[1]))]
      case .at where tree.hasToken(.least, in: children[0]):
        return [Names.key(tree.text(of: children[1]))]
      default: return []
      }
    default: return []
    }
  }

  /// `size in 10-100`: a difference where a range was meant.
  mutating func lintDifference(_ node: NodeID) {
    let parts = tree.soundChildren(of: node)
    guard tree.kind(of: node) == .additiveExpression, parts.count == 2,
      parts.allSatisfy({ tree.kind(of: $0) == .integerLiteral }),
      let low = tree.integerValue(of: parts[0]), let high = tree.integerValue(of: parts[1]),
      low < high, tree.tokenChildren(of: node).allSatisfy({ tree.token($0).kind == .minus })
    else { return }
    report(LintMessage.differenceForRange(low, high, tree.range(of: node)))
  }

  // MARK: Clauses

  /// A `sort` whose order a later clause of the query makes anew.
  mutating func lintSorts(_ clauses: [NodeID]) {
    for (place, sort) in clauses.enumerated() where tree.kind(of: sort) == .sortClause {
      for later in clauses.dropFirst(place + 1) {
        switch tree.kind(of: later) {
        case .whereClause, .dropClause: continue
        case .selectClause, .addClause:
          if usesOrder(later) { break }
          continue
        case .sortClause:
          report(
            LintMessage.sortWithoutEffect(
              tree.range(of: sort), "sort", tree.range(of: later), fix: joined(sort, later)))
        case .topClause:
          report(
            LintMessage.sortWithoutEffect(
              tree.range(of: sort), "top", tree.range(of: later), fix: without(sort)))
        case .countClause:
          report(
            LintMessage.sortWithoutEffect(
              tree.range(of: sort), "count", tree.range(of: later), fix: without(sort)))
        case .summarizeClause where !usesOrder(later):
          report(
            LintMessage.sortWithoutEffect(
              tree.range(of: sort), "summarize", tree.range(of: later), fix: without(sort)))
        default: break
        }
        break
      }
    }
  }

  /// True where a clause asks for the order of its rows: a window, or `first`, `last`, `list`.
  private func usesOrder(_ node: NodeID) -> Bool {
    switch tree.kind(of: node) {
    case .overStep: return true
    case .nameReference:
      return ["first", "last", "list"].contains(Names.key(tree.nameText(of: node)))
    default: return tree.soundChildren(of: node).contains { usesOrder($0) }
    }
  }

  private func without(_ clause: NodeID) -> FixIt {
    FixIt("leave it out", replace: withBlank(clause), with: "")
  }

  /// A clause with the blanks before it.
  func withBlank(_ clause: NodeID) -> SourceRange {
    let first = tree.firstToken(of: clause) ?? 0
    return SourceRange(
      start: tree.base + Int(tree.token(first).triviaStart), end: tree.range(of: clause).end)
  }

  /// Both orders in one `sort`, the second before the first.
  private func joined(_ sort: NodeID, _ later: NodeID) -> FixIt {
    let keys = tree.soundChildren(of: sort).map { tree.text(of: $0) }.joined(separator: ", ")
    let end = tree.range(of: later).end
    return FixIt(
      "sort by both",
      edits: [
        Edit(withBlank(sort), ""), Edit(SourceRange(start: end, end: end), ", \(keys)"),
      ])
  }

  // MARK: Names

  /// A name given to a `let`, `def`, loop or network that hides one there was.
  mutating func lintDefined(_ node: NodeID, as what: String) {
    let name = tree.nameText(of: node)
    if givenNames.remove(Names.key(name)) != nil { return }
    if let hidden = definitionKind(name) {
      report(
        LintMessage.shadowedName(
          name, by: what, hidden: "\(hidden) of that name", tree.range(of: node)))
    } else if let collection = catalog.collection(name),
      Names.key(schema.collections[collection].name) == Names.key(name)
    {
      report(
        LintMessage.shadowedName(
          name, by: what, hidden: "the collection of that name", tree.range(of: node)))
    }
  }

  /// A name given with `as` that a field of the row or a definition already has.
  mutating func lintRowName(_ node: NodeID, _ shape: RowShape) {
    let name = tree.nameText(of: node)
    if let entity = shape.entity, case .entity(let collection) = shape.columns[entity].type,
      catalog.hasOwn(name, of: collection)
    {
      let kind = schema.collections[collection].name
      report(
        LintMessage.shadowedName(
          name, by: "a field of `\(kind)`", hidden: "the name given here", tree.range(of: node)))
    } else if let hidden = definitionKind(name) {
      report(
        LintMessage.shadowedName(
          name, by: "a row", hidden: "\(hidden) of that name", tree.range(of: node)))
    }
  }

  /// A field or relation that is meant by a name although an outer `as` or a definition has it.
  mutating func lintHidden(_ name: String, _ place: Int, _ node: NodeID) {
    guard tree.kind(of: node) == .nameReference else { return }
    var hidden = definitionKind(name).map { "\($0) of that name" }
    for scope in scopes[..<place] where scope.isVisible {
      guard case .rows(let shape) = scope.kind else { continue }
      if shape.names.contains(where: { Names.key($0.name) == Names.key(name) }) {
        hidden = "the row called so with `as`"
      }
    }
    guard let hidden else { return }
    report(
      LintMessage.shadowedName(
        name, by: "a field of the row", hidden: hidden, tree.range(of: node)))
  }

  private func definitionKind(_ name: String) -> String? {
    switch definitions[Names.key(name)] {
    case .letQuery?, .letValue?: "the `let`"
    case .def?: "the `def`"
    case .module?: "the used text"
    case .network?: "the network"
    case .loopVariable?: "the variable of `for`"
    case .broken?, nil: nil
    }
  }

  /// `select country = "RS"`: a column with a constant, under the name of a field.
  mutating func lintConstantItem(_ item: NodeID, _ value: Value, _ shape: RowShape) {
    guard tree.kind(of: item) == .namedItem, let name = tree.soundChildren(of: item).first,
      let body = tree.soundChildren(of: item).last, let entity = shape.entity,
      case .entity(let collection) = shape.columns[entity].type,
      catalog.hasOwn(tree.nameText(of: name), of: collection), constant(value) != nil
    else { return }
    switch tree.kind(of: body) {
    case .textLiteral, .integerLiteral, .decimalLiteral, .booleanLiteral, .dateLiteral: break
    default: return
    }
    report(
      LintMessage.constantForField(
        tree.nameText(of: name), schema.collections[collection].name, tree.text(of: item),
        inSelect: clauseAtHand.map { tree.kind(of: $0) == .selectClause } ?? false,
        tree.range(of: item)))
  }

  /// `count(size)` counts different numbers.
  mutating func lintCount(_ function: Aggregate, _ argument: Value, _ node: NodeID) {
    guard function == .count, argument.type.isNumber else { return }
    report(LintMessage.countOfNumbers(tree.text(of: node), tree.range(of: node)))
  }
}
