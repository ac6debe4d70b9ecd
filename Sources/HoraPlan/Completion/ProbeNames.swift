// Comes in: the checker at the place whose names are asked for. Goes out: the names noted in its probe.
// Nothing here changes the plan or reports anything.

import HoraEngine
import HoraSyntax

extension Checker {
  /// True for a node that the asked place is in.
  func isProbed(_ node: NodeID) -> Bool {
    guard let probe, unit == 0 else { return false }
    let range = tree.range(of: node)
    return range.start <= probe.place.start && probe.place.end <= range.end
  }

  /// Notes names, the first time only: what is checked twice has the same.
  private mutating func note(_ names: [CompletionName]) {
    guard probe?.isMet == false else { return }
    var seen: Set<String> = []
    probe?.found.names = names.filter { seen.insert(Names.key($0.name)).inserted }
    probe?.found.hasRow = scopes.contains { $0.isVisible && $0.isRows }
    probe?.isMet = true
  }

  mutating func probe(_ vocabulary: Vocabulary) {
    if probe?.found.vocabulary == nil { probe?.found.vocabulary = vocabulary }
  }

  // MARK: Names

  /// All that an operand may begin with, innermost scope first.
  mutating func probeNames() {
    var names: [CompletionName] = []
    for scope in scopes.reversed() where scope.isVisible {
      switch scope.kind {
      case .parameters(let arguments):
        names += arguments.keys.sorted().map {
          CompletionName(name: $0, kind: .name, detail: "parameter")
        }
      case .rows(let shape): names += self.names(of: shape)
      }
    }
    names += defined()
    names += catalog.visibleCollections.map {
      CompletionName(name: $0, kind: .collection, detail: "collection")
    }
    names += functions()
    note(names)
  }

  /// Behind a dot.
  mutating func probeMembers(of base: Value) {
    guard case .entity(let collection) = base.type else { return }
    var names = members(of: collection)
    if let link = base.link, let rows = schema.relations[link.relation].link {
      names += members(of: rows)
    }
    note(names)
  }

  /// In clauses that name columns of their rows.
  mutating func probeClause(_ clause: NodeID, _ draft: inout QueryDraft) {
    guard isProbed(clause) else { return }
    switch tree.kind(of: clause) {
    case .dropClause, .pivotClause: note(names(of: draft.shape))
    default: break
    }
  }

  mutating func probeModule(_ names: [String]) {
    note(names.map { CompletionName(name: $0, kind: .name, detail: "of the module") })
  }

  mutating func probeParameters() {
    note(
      plan.parameters.filter { !$0.isLoopVariable }.map {
        CompletionName(
          name: "$" + $0.name, kind: .parameter, detail: CheckMessage.describe($0.type, schema))
      })
  }

  /// Names and parameters that are whole numbers.
  mutating func probeCounts() {
    let lets = definitions.keys.sorted().filter { key in
      if case .letValue(_, let id)? = definitions[key] { return plan.expressions[id].type == .int }
      return false
    }
    let parameters = plan.parameters.filter { $0.type == .int && !$0.isLoopVariable }
    note(
      lets.map { CompletionName(name: $0, kind: .name, detail: "int") }
        + parameters.map { CompletionName(name: "$" + $0.name, kind: .parameter, detail: "int") })
  }

  mutating func probeTypes() {
    let types = ["text", "int", "decimal", "bool", "date", "duration"]
    note(
      (types + schema.collections.filter { !$0.isHidden && !$0.isLink }.map(\.singular)).map {
        CompletionName(name: $0, kind: .type, detail: "type")
      })
  }

  mutating func probeFormats(_ names: [String]) {
    note(names.map { CompletionName(name: $0, kind: .format, detail: "format") })
  }

  /// The body of a `def` is checked where it is called; here it is looked at by itself.
  mutating func probeDefinition(_ node: NodeID, _ body: NodeID) {
    guard isProbed(node) else { return }
    let saved = definitions
    defer { definitions = saved }
    for parameter in tree.childNodes(of: node, kind: .defParameter) {
      if let name = tree.soundChildren(of: parameter).first {
        definitions[Names.key(tree.nameText(of: name))] = .broken
      }
    }
    _ = alone { $0.queryOrValue(body) }
  }

  /// An argument that the call did not come to, as there are too few yet.
  mutating func probeArguments(_ call: NodeID) {
    guard probe?.isMet == false, let argument = tree.soundChildren(of: call).first(where: isProbed)
    else { return }
    _ = expression(argument)
  }

  // MARK: Values

  /// Notes what a text right of a comparison may be.
  mutating func probeValues(of left: Value, at right: NodeID) {
    guard isProbed(right) else { return }
    switch (left.type, plan.expressions[left.id].kind) {
    case (.entity(let collection), _): probe(.entities(collection))
    case (.text, .field(let source, let field)):
      if case .entity(let collection) = plan.expressions[source].type {
        probe(.field(collection, field))
      }
    default: break
    }
  }

  // MARK: Kinds of names

  private func names(of shape: RowShape) -> [CompletionName] {
    var names = shape.columns.compactMap { column in
      column.name.map {
        CompletionName(
          name: $0, kind: .column, detail: CheckMessage.describe(column.type, schema))
      }
    }
    for column in [shape.entity, shape.link] {
      if let column, case .entity(let collection) = shape.columns[column].type {
        names += members(of: collection)
      }
    }
    return names + shape.names.map { CompletionName(name: $0.name, kind: .name, detail: "row") }
  }

  private func members(of collection: CollectionID) -> [CompletionName] {
    let entry = schema.collections[collection]
    let fields = entry.fields.map { field in
      switch field.content {
      case .value(let type):
        return CompletionName(name: field.name, kind: .field, detail: "\(type)")
      case .list(let type):
        return CompletionName(name: field.name, kind: .field, detail: "list of \(type)")
      case .reference(let id): return relation(id, called: field.name)
      }
    }
    return fields + entry.relations.map { relation($0, called: schema.relations[$0].name) }
  }

  private func relation(_ id: RelationID, called name: String) -> CompletionName {
    let target = schema.collections[schema.relations[id].to]
    return CompletionName(
      name: name, kind: .relation,
      detail: "→ \(schema.relations[id].isMany ? target.name : target.singular)")
  }

  private func defined() -> [CompletionName] {
    definitions.keys.sorted().map { key in
      let detail =
        switch definitions[key] {
        case .letQuery?: "rows"
        case .letValue?: "value"
        case .def?: "definition"
        case .module?: "module"
        case .network?: "network"
        default: "name"
        }
      return CompletionName(name: key, kind: .name, detail: detail)
    }
  }

  private func functions() -> [CompletionName] {
    let known = Checker.aggregates.keys.sorted() + Checker.functionNames
    return (known + Checker.windowNames.sorted()).map {
      CompletionName(name: $0, kind: .function, detail: FunctionForms.table[$0]?.first ?? "")
    }
  }
}
