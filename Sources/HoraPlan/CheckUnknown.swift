// Comes in: a name that nothing bears where it stands. Goes out: one message: the nearest names, where
// the name does exist, or which clause took it away.

import HoraEngine
import HoraSyntax

/// What names the rows had before a clause made plain rows of them.
struct LostNames {
  var names: Set<String>
  var collection: CollectionID?
  /// The clause after which they are gone.
  var clause: NodeID
}

extension Checker {
  mutating func unknown(_ name: String, _ node: NodeID) {
    if isOutOfPlace(name, node) { return }
    let visible = visibleNames()
    report(
      CheckMessage.unknownName(
        name, nearest: nearest(name, in: visible, limit: 3), known: visible,
        owners: catalog.owners(of: name), isFirst: scopes.isEmpty, tree.range(of: node)))
  }

  /// All names that mean something here, nearest scope first, then those of the schema.
  func visibleNames() -> [String] {
    var visible: [String] = []
    for scope in scopes.reversed() where scope.isVisible {
      switch scope.kind {
      case .parameters(let arguments): visible += arguments.keys.sorted()
      case .rows(let shape):
        visible += shape.columns.compactMap(\.name) + shape.names.map(\.name)
        for column in [shape.entity, shape.link] {
          if let column, case .entity(let collection) = shape.columns[column].type {
            visible += catalog.memberNames(of: collection)
          }
        }
      }
    }
    visible += definitions.keys.sorted() + catalog.collectionNames
    // Words that are values, behind all names.
    if !scopes.isEmpty { visible += ["it", "true", "false", "missing"] }
    return unique(visible)
  }

  mutating func unknownMember(_ name: String, _ collection: CollectionID, _ node: NodeID) {
    let token = tree.tokenChildren(of: node).last.map { tree.range(ofToken: $0) }
    report(
      CheckMessage.unknownMember(
        name, of: schema.collections[collection].name,
        nearest: nearest(name, in: unique(catalog.memberNames(of: collection)), limit: 3),
        known: unique(catalog.memberNames(of: collection)),
        owners: catalog.owners(of: name), token ?? tree.range(of: node)))
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  // MARK: Out of place

  /// The names of rows that the clause at hand ends.
  func lost(_ shape: RowShape, by clause: NodeID) -> LostNames {
    var names = Set(shape.columns.compactMap { $0.name.map(Names.key) })
    names.formUnion(shape.names.map { Names.key($0.name) })
    var collection: CollectionID?
    if let entity = shape.entity, case .entity(let id) = shape.columns[entity].type {
      collection = id
    }
    return LostNames(names: names, collection: collection, clause: clause)
  }

  /// A name that was there before an earlier clause: `select name sort by size`.
  private mutating func isOutOfPlace(_ name: String, _ node: NodeID) -> Bool {
    guard let (shape, lost, clause, word) = lostHere(name) else { return false }
    report(
      LintMessage.clauseOutOfPlace(
        name, after: word, tree.range(of: node), tree.range(of: lost.clause),
        columns: shape.columns.compactMap(\.name).map { "`\($0)`" },
        fixes: fixes(name, clause, lost, shape)))
    return true
  }

  /// The same for a name that a collection has, too, so that it means something else now.
  mutating func warnOutOfPlace(_ name: String, _ node: NodeID) {
    guard tree.kind(of: node) == .nameReference, let (shape, lost, clause, word) = lostHere(name)
    else { return }
    report(
      LintMessage.collectionOutOfPlace(
        name, after: word, tree.range(of: node), tree.range(of: lost.clause),
        fixes: fixes(name, clause, lost, shape)))
  }

  /// What an earlier clause took away, where the name is among it.
  private func lostHere(
    _ name: String
  ) -> (shape: RowShape, lost: LostNames, clause: NodeID, word: String)? {
    guard case .rows(let shape)? = scopes.last(where: \.isVisible)?.kind, let lost = shape.lost,
      let clause = clauseAtHand, clause != lost.clause
    else { return nil }
    let isThere =
      lost.names.contains(Names.key(name))
      || lost.collection.map { catalog.member(name, of: $0) != nil } ?? false
    guard isThere else { return nil }
    let word = tree.firstToken(of: lost.clause).map { tree.text(ofToken: $0).lowercased() } ?? ""
    return (shape, lost, clause, word)
  }

  private func fixes(
    _ name: String, _ clause: NodeID, _ lost: LostNames, _ shape: RowShape
  ) -> [FixIt] {
    var fixes: [FixIt] = []
    let isSelect = tree.kind(of: lost.clause) == .selectClause
    let word = tree.firstToken(of: clause).map { tree.text(ofToken: $0).lowercased() } ?? ""
    switch tree.kind(of: clause) {
    case .whereClause,
      .sortClause where isSelect, .topClause where isSelect:
      guard !names(in: clause).contains(where: { isMade($0, shape, lost) }) else { break }
      let start = tree.range(of: lost.clause).start
      fixes.append(
        FixIt(
          "move `\(word)` before it",
          edits: [
            Edit(withBlank(clause), ""),
            Edit(SourceRange(start: start, end: start), tree.text(of: clause) + " "),
          ]))
    default: break
    }
    if isSelect {
      let end = tree.range(of: lost.clause).end
      fixes.append(
        FixIt(
          "select it, too", replace: SourceRange(start: end, end: end),
          with: ", " + CheckMessage.spelled(name)))
    }
    return fixes
  }

  /// True for a column that exists only from the later clause on.
  private func isMade(_ name: String, _ shape: RowShape, _ lost: LostNames) -> Bool {
    shape.column(named: name) != nil && !lost.names.contains(Names.key(name))
      && !(lost.collection.map { catalog.member(name, of: $0) != nil } ?? false)
  }

  private func names(in node: NodeID) -> [String] {
    if tree.kind(of: node) == .nameReference { return [tree.nameText(of: node)] }
    return tree.soundChildren(of: node).flatMap { names(in: $0) }
  }

  // MARK: Called as functions

  /// `members.where(…)`, `members.where(…).select(…)`: clauses written as calls.
  func clauseAsCall(_ steps: [NodeID], at index: Int) -> Diagnostic? {
    guard index + 1 < steps.count, isClauseCall(steps, index) else { return nil }
    let name = tree.nameText(of: steps[index])
    var edits: [Edit] = []
    var place = index
    while place + 1 < steps.count, isClauseCall(steps, place) {
      let member = tree.range(of: steps[place])
      let call = tree.range(of: steps[place + 1])
      let word = Names.key(tree.nameText(of: steps[place]))
      let ours = word == "filter" ? "where" : word == "sort" ? "sort by" : word
      edits.append(Edit(SourceRange(start: member.start, end: call.start + 1), " \(ours) "))
      edits.append(Edit(SourceRange(start: max(call.start + 1, call.end - 1), end: call.end), ""))
      place += 2
    }
    let word = tree.tokenChildren(of: steps[index]).last.map { tree.range(ofToken: $0) }
    return LintMessage.clauseAsCall(
      name, word ?? tree.range(of: steps[index]),
      fix: FixIt("write it as a clause", edits: edits))
  }

  private func isClauseCall(_ steps: [NodeID], _ index: Int) -> Bool {
    guard tree.kind(of: steps[index]) == .memberStep, tree.kind(of: steps[index + 1]) == .callStep
    else { return false }
    let name = Names.key(tree.nameText(of: steps[index]))
    return name == "filter" || Word(rawValue: name)?.isClauseWord ?? false
  }

  /// `name.length()`: a function behind what it is asked of.
  func functionAsMethod(_ start: Value, _ steps: [NodeID], at index: Int) -> Diagnostic? {
    guard index + 1 < steps.count, tree.kind(of: steps[index]) == .memberStep,
      tree.kind(of: steps[index + 1]) == .callStep
    else { return nil }
    let name = tree.nameText(of: steps[index])
    guard Checker.isFunction(name) else { return nil }
    let member = tree.range(of: steps[index])
    let call = tree.range(of: steps[index + 1])
    let begin = plan.expressions[start.id].range.start
    let value = tree.text(in: SourceRange(start: begin, end: member.start))
    let arguments = tree.soundChildren(of: steps[index + 1]).map { tree.text(of: $0) }
    let ours = "\(name)(" + ([value] + arguments).joined(separator: ", ") + ")"
    return CheckMessage.functionAsMethod(
      name, SourceRange(start: member.start, end: call.end),
      fix: FixIt(
        "write `\(ours)`", replace: SourceRange(start: begin, end: call.end), with: ours))
  }

  /// `members(country = "Serbia")`: square brackets are meant.
  func collectionAsCall(_ name: String, _ nameNode: NodeID, _ step: NodeID) -> Diagnostic? {
    let isRelation = isRowName(name)
    guard isRelation || catalog.collection(name) != nil else { return nil }
    let range = tree.range(of: step)
    var fix: FixIt?
    if tree.soundChildren(of: step).count == 1, tree.childNodes(of: step, kind: .argument).isEmpty {
      fix = FixIt(
        "write square brackets",
        edits: [
          Edit(SourceRange(start: range.start, end: range.start + 1), "["),
          Edit(SourceRange(start: max(range.start + 1, range.end - 1), end: range.end), "]"),
        ])
    }
    return LintMessage.collectionAsCall(
      name, isRelation: isRelation, tree.range(of: nameNode), fix: fix)
  }
}
