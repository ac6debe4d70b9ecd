// What texts name: entities by key, display name and other names, concepts with everything narrower, and
// the right side of `~`.

import HoraSyntax

extension Evaluator {
  private enum Pattern {
    case words(String)
    case fuzzy(String, Int)
  }

  // MARK: Names of entities

  /// The names of an entity by role: key, display name, other names.
  private func names(_ entity: Entity) -> [[String]] {
    let table = model.tables[entity.table]
    func texts(_ field: Int) -> [String] {
      table.rows[entity.row][field].compactMap { atom in
        if case .int(let number) = atom { return String(number) }
        return atom.text
      }
    }
    return [
      table.key.map(texts) ?? [String(entity.row + 1)], table.label.map(texts) ?? [],
      table.otherNames.flatMap(texts),
    ]
  }

  func called(_ text: String, _ table: Int, roles: ClosedRange<Int>) -> [Atom] {
    let form = Letters.searchForm(text)
    guard !form.isEmpty else { return [] }
    return model.entities(table).filter { entity in
      names(entity)[roles].joined().contains { Letters.searchForm($0) == form }
    }.map { .entity($0) }
  }

  /// Exactly one: by key, then display name, then other name.
  func lookup(_ text: String, _ table: Int) throws -> Entity {
    for role in 0...2 {
      let found = called(text, table, roles: role...role).compactMap(\.entity)
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw Failure(code: 511) }
    }
    throw Failure(code: 510)
  }

  // MARK: Concepts

  private func narrower(_ concepts: [Atom]) -> [Atom] {
    guard let table = concepts.first?.entity?.table else { return [] }
    return model.entities(table).filter { entity in
      concepts.contains(.entity(entity))
        || model.ancestors(entity).contains { concepts.contains(.entity($0)) }
    }.map { .entity($0) }
  }

  /// The right side of `under`.
  func concepts(under right: Value, in table: Int?) throws -> [Atom] {
    guard let table else { throw Unsupported(what: "under") }
    if right.kind.table != nil { return narrower(right.atoms) }
    var found: [Atom] = []
    for atom in right.atoms {
      guard let text = atom.text else { throw Unsupported(what: "under a number") }
      let concepts = called(text, table, roles: 0...2)
      if concepts.isEmpty { throw Failure(code: 512) }
      found += concepts
    }
    return narrower(found)
  }

  // MARK: ~

  func matches(_ left: Value, _ right: NodeID, _ scopes: [Frame]) throws -> Bool {
    guard let patterns = try patterns(right, scopes) else {
      let set = narrower(try value(right, scopes).atoms)
      return left.atoms.contains { set.contains($0) }
    }
    guard let table = left.kind.table else {
      return left.atoms.compactMap(\.text).contains { text in
        patterns.contains { fits(text, $0) }
      }
    }
    let set = patterns.flatMap { meant($0, table) }
    return left.atoms.contains { set.contains($0) }
  }

  private func fits(_ text: String, _ pattern: Pattern) -> Bool {
    switch pattern {
    case .words(let words): Letters.matches(text, words: words)
    case .fuzzy(let words, let edits): Letters.matches(text, fuzzy: words, edits: edits)
    }
  }

  private func meant(_ pattern: Pattern, _ table: Int) -> [Atom] {
    let isTaxonomy = model.tables[table].parent != nil
    if isTaxonomy, case .words(let text) = pattern,
      !text.contains(where: { $0 == "*" || $0 == "?" })
    {
      let whole = called(text, table, roles: 0...2)
      if !whole.isEmpty { return narrower(whole) }
    }
    let found = model.entities(table).filter { entity in
      names(entity)[1...2].joined().contains { fits($0, pattern) }
    }.map { Atom.entity($0) }
    return isTaxonomy ? narrower(found) : found
  }

  /// Nil where the right side is a set of concepts.
  private func patterns(_ node: NodeID, _ scopes: [Frame]) throws -> [Pattern]? {
    let node = unbracketed(node)
    if tree.kind(of: node) == .regexLiteral { throw Unsupported(what: "regex") }
    if tree.kind(of: node) == .listLiteral {
      return try tree.soundChildren(of: node).flatMap { try patterns($0, scopes) ?? [] }
    }
    let children = tree.soundChildren(of: node)
    if tree.kind(of: node) == .postfixExpression, children.count == 2,
      tree.text(of: children[0]).lowercased() == "fuzzy"
    {
      let arguments = try tree.soundChildren(of: children[1]).map { try value($0, scopes) }
      guard let text = arguments.first?.only?.text else { return [] }
      let edits = arguments.count > 1 ? Int(arguments[1].only?.number ?? 1) : 1
      return [.fuzzy(text, edits)]
    }
    let found = try value(node, scopes)
    if found.kind.table != nil { return nil }
    return found.atoms.compactMap(\.text).map { .words($0) }
  }
}
