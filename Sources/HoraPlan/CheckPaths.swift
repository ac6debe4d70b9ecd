// Comes in: names and paths. Goes out: columns, fields, relations, look-ups, element scopes.

import HoraEngine
import HoraSyntax

extension Checker {
  // MARK: Names

  /// True where a name means something of a row in scope.
  func isRowName(_ name: String) -> Bool {
    scopes.contains { scope in
      guard scope.isVisible else { return false }
      switch scope.kind {
      case .parameters(let arguments): return arguments[Names.key(name)] != nil
      case .rows(let shape):
        if shape.column(named: name) != nil { return true }
        if shape.names.contains(where: { Names.key($0.name) == Names.key(name) }) { return true }
        return [shape.entity, shape.link].contains { column in
          guard let column, case .entity(let collection) = shape.columns[column].type else {
            return false
          }
          return catalog.member(name, of: collection) != nil
        }
      }
    }
  }

  mutating func column(
    depth: Int, _ index: Int, _ column: ShapeColumn, _ node: NodeID
  ) -> Value {
    add(
      .column(depth: depth, index: index), column.type, column.cardinality, reach: depth + 1, node)
  }

  /// A name by itself.
  mutating func name(_ node: NodeID) -> Value? { named(tree.nameText(of: node), node) }

  /// A name, looked up from the innermost scope outwards.
  mutating func named(_ name: String, _ node: NodeID) -> Value? {
    if isProbed(node) {
      probeNames()
      return nil
    }
    if let value = scopedName(name, node) { return value.value }
    if let definition = definitions[Names.key(name)] { return defined(definition, name, node) }
    if let collection = catalog.collection(name) {
      warnOutOfPlace(name, node)
      understood(node, "the collection \(schema.collections[collection].name)")
      return wholeCollection(collection, node)
    }
    if isConflicts(name) {
      guard let rows = query(node) else { return nil }
      return letRows(rows, name, node)
    }
    unknown(name, node)
    return nil
  }

  /// What a `let`, `def`, `use` or `for` gave a name to.
  mutating func defined(_ definition: Definition, _ name: String, _ node: NodeID) -> Value? {
    switch definition {
    case .letQuery(_, let query):
      understood(node, "the rows of `let \(name)`")
      return letRows(query, name, node)
    case .letValue(let place, let expression):
      understood(node, "the value of `let \(name)`")
      let checked = plan.expressions[expression]
      var value = add(.letValue(place), checked.type, checked.cardinality, reach: 0, node)
      if checked.cardinality == .many { value.manySteps = 0 }
      return value
    case .def:
      report(CheckMessage.defWithoutCall(name, tree.range(of: node)))
      return nil
    case .module(let place):
      report(
        ModuleMessage.notAValue(name, modules[place]?.names ?? [], tree.range(of: node)))
      return nil
    case .loopVariable(let slot):
      return add(.parameter(slot), plan.parameters[slot].type, .one, reach: 0, node)
    case .network:
      report(NetworkMessage.notAValue(name, tree.range(of: node)))
      return nil
    case .broken: return nil
    }
  }

  /// Nil where no scope has the name; a nil value where it has, with an error.
  private mutating func scopedName(_ name: String, _ node: NodeID) -> (value: Value?, Bool)? {
    var depth = 0
    for place in scopes.indices.reversed() {
      let scope = scopes[place]
      switch scope.kind {
      case .parameters(let arguments):
        if scope.isVisible, let argument = arguments[Names.key(name)] {
          return (self.argument(argument), true)
        }
      case .rows(let shape):
        if scope.isVisible, let value = inShape(name, shape, depth, place, node) {
          return (value, true)
        }
        depth += 1
      }
    }
    return nil
  }

  private mutating func inShape(
    _ name: String, _ shape: RowShape, _ depth: Int, _ place: Int, _ node: NodeID
  ) -> Value? {
    func many(_ value: Value) -> Value {
      var value = value
      if value.cardinality == .many { value.manySteps = 0 }
      return value
    }
    if let index = shape.column(named: name) {
      understood(node, "the column made before")
      return many(column(depth: depth, index, shape.columns[index], node))
    }
    for (isLink, column) in [(false, shape.entity), (true, shape.link)] {
      guard let column, case .entity(let collection) = shape.columns[column].type,
        let member = catalog.member(name, of: collection)
      else { continue }
      if isLink { usedLinks.insert(place) }
      lintHidden(name, place, node)
      let entity = self.column(depth: depth, column, shape.columns[column], node)
      return many(fieldValue(entity, member, collection, node))
    }
    if let named = shape.names.last(where: { Names.key($0.name) == Names.key(name) }) {
      understood(node, "the row called so with `as`")
      return many(column(depth: depth, named.column, shape.columns[named.column], node))
    }
    return nil
  }

  /// A parameter of a `def`: its argument, checked with the names its caller sees.
  private mutating func argument(_ argument: DefArgument) -> Value? {
    let visibility = scopes.map(\.isVisible)
    for place in scopes.indices {
      scopes[place].isVisible =
        place < argument.visible.count && argument.visible[place]
    }
    defer { for place in scopes.indices { scopes[place].isVisible = visibility[place] } }
    var value = inUnit(argument.home) { $0.expression(argument.node) }
    if value?.cardinality == .many { value?.manySteps = 0 }
    return value
  }

  mutating func it(_ node: NodeID) -> Value? {
    var depth = 0
    for scope in scopes.reversed() {
      guard case .rows(let shape) = scope.kind else { continue }
      if scope.isVisible {
        let index = shape.entity ?? (shape.columns.count == 1 ? 0 : nil)
        if let index { return column(depth: depth, index, shape.columns[index], node) }
        report(CheckMessage.itIsARow(tree.range(of: node)))
        return nil
      }
      depth += 1
    }
    report(CheckMessage.itWithoutRow(tree.range(of: node)))
    return nil
  }

  private mutating func letRows(_ query: QueryID, _ name: String, _ node: NodeID) -> Value? {
    guard let shape = shapes[query] else { return nil }
    // One entity by its key stays one value, although as a statement it is a row.
    let (source, steps) = (plan.queries[query].source, plan.queries[query].operators)
    if case .path(let id) = source, steps.isEmpty, case .lookup = plan.expressions[id].kind {
      return add(plan.expressions[id].kind, plan.expressions[id].type, .one, reach: 0, node)
    }
    guard let column = shape.entity ?? (shape.columns.count == 1 ? 0 : nil) else {
      report(CheckMessage.severalColumns(shape.columns.count, tree.range(of: node)))
      return nil
    }
    var value = add(
      .subquery(query, column: column), shape.columns[column].type, .many, reach: 0, node)
    value.manySteps = 0
    return value
  }

  /// A collection as a set of entities.
  private mutating func wholeCollection(_ collection: CollectionID, _ node: NodeID) -> Value {
    let name = schema.collections[collection].singular
    plan.queries.append(
      Query(
        source: .collection(collection), operators: [],
        columns: [ColumnInfo(name: name, type: .entity(collection), cardinality: .one)],
        entityColumn: 0, reach: 0, range: range(node)))
    var value = add(
      .subquery(plan.queries.count - 1, column: 0), .entity(collection), .many, reach: 0, node)
    value.manySteps = 0
    return value
  }

  // MARK: Steps

  mutating func postfix(_ node: NodeID) -> Value? { path(node, steps: nil) }

  /// The first `steps` steps of a path, or all.
  mutating func path(_ node: NodeID, steps limit: Int?) -> Value? {
    guard tree.kind(of: node) == .postfixExpression else { return expression(node) }
    let children = tree.soundChildren(of: node)
    guard let primary = children.first else { return nil }
    var steps = Array(children.dropFirst())
    if let limit { steps = Array(steps.prefix(limit)) }
    var taken = 0
    guard let start = self.start(primary, steps, &taken) else { return nil }
    return follow(start, steps, from: taken)
  }

  /// Steps applied to a value, one after the other.
  mutating func follow(_ start: Value, _ steps: [NodeID], from first: Int) -> Value? {
    var value = start
    for index in steps.indices where index >= first {
      let before = value
      if let message = clauseAsCall(steps, at: index) {
        report(message)
        return nil
      }
      if let message = functionAsMethod(start, steps, at: index) {
        report(message)
        return nil
      }
      switch tree.kind(of: steps[index]) {
      case .memberStep:
        guard let next = member(value, steps[index]) else { return nil }
        value = next
        let multiplies =
          value.cardinality == .many && (before.cardinality != .many || value.manySteps == -1)
        value.manySteps = multiplies ? index + 1 : before.manySteps
      case .filterStep:
        guard let next = filter(value, steps[index]) else { return nil }
        value = next
        value.manySteps = before.manySteps == index ? index + 1 : before.manySteps
      case .hopStep:
        guard let next = hops(value, steps[index]) else { return nil }
        value = next
        value.manySteps = index + 1
      case .overStep:
        report(CheckMessage.notCallable(tree.range(of: steps[index])))
        return nil
      default:
        report(CheckMessage.notCallable(tree.range(of: steps[index])))
        return nil
      }
      // A path is written from its beginning.
      let begin = plan.expressions[start.id].range.start
      if begin < plan.expressions[value.id].range.start {
        plan.expressions[value.id].range.start = begin
      }
    }
    return value
  }

  /// The beginning of a path; `taken` says how many steps belong to it.
  private mutating func start(_ primary: NodeID, _ steps: [NodeID], _ taken: inout Int) -> Value? {
    if tree.kind(of: primary) == .parenthesized, let step = steps.first,
      tree.kind(of: step) == .memberStep, let value = columnOfQuery(primary, step)
    {
      taken = 1
      return value
    }
    guard tree.kind(of: primary) == .nameReference else {
      var value = expression(primary)
      if value?.cardinality == .many, value?.manySteps == nil { value?.manySteps = 0 }
      return value
    }
    let name = tree.nameText(of: primary)
    if isQualified(primary, steps) { return qualifiedValue(primary, steps, &taken) }
    if let step = steps.first, tree.kind(of: step) == .callStep {
      taken = 1
      if steps.count > 1, tree.kind(of: steps[1]) == .overStep {
        taken = 2
        return window(name, primary, step, steps[1])
      }
      var value = call(name, primary, step)
      if probe != nil { probeArguments(step) }
      if value?.cardinality == .many { value?.manySteps = 1 }
      return value
    }
    // A column keeps the path it was made from as its name: `projects.acronym`.
    if let value = dottedColumn(name, primary, steps, &taken) { return value }
    // A text or number in the brackets is no condition: it names an entity of the collection, also
    // where a relation of the row has the collection's name.
    if definitions[Names.key(name)] == nil, let collection = catalog.collection(name),
      let step = steps.first,
      tree.kind(of: step) == .filterStep, let key = tree.soundChildren(of: step).first,
      isKey(key)
    {
      taken = 1
      if isProbed(key) { probe(.entities(collection)) }
      guard let value = expression(key) else { return nil }
      let found = add(.lookup(collection, value.id), .entity(collection), .one, reach: 0, primary)
      plan.expressions[found.id].range.end = range(step).end
      return found
    }
    return self.name(primary)
  }

  private func isKey(_ node: NodeID) -> Bool {
    switch tree.kind(of: node) {
    case .textLiteral, .integerLiteral, .parameterReference: return true
    case .nameReference:
      if case .letValue(_, let id)? = definitions[Names.key(tree.nameText(of: node))] {
        return plan.expressions[id].type == .text || plan.expressions[id].type == .int
      }
      return false
    default: return false
    }
  }

  private mutating func dottedColumn(
    _ name: String, _ primary: NodeID, _ steps: [NodeID], _ taken: inout Int
  ) -> Value? {
    var depth = 0
    for scope in scopes.reversed() {
      guard case .rows(let shape) = scope.kind else { continue }
      if scope.isVisible {
        var written = name
        var found: (index: Int, steps: Int)?
        for (place, step) in steps.enumerated() {
          guard tree.kind(of: step) == .memberStep else { break }
          written += "." + tree.nameText(of: step)
          if let index = shape.column(named: written) { found = (index, place + 1) }
        }
        if let found {
          taken = found.steps
          var value = column(depth: depth, found.index, shape.columns[found.index], primary)
          if value.cardinality == .many { value.manySteps = found.steps }
          return value
        }
      }
      depth += 1
    }
    return nil
  }

  /// `(query).column`, where the query's rows have such a column.
  private mutating func columnOfQuery(_ primary: NodeID, _ step: NodeID) -> Value? {
    guard let child = tree.soundChildren(of: primary).first, tree.kind(of: child) == .query else {
      return nil
    }
    let saved = (plan, usedLinks)
    guard let id = query(child), let shape = shapes[id],
      let column = shape.column(named: tree.nameText(of: step))
    else {
      // Not a column: a field of the entities; the query is checked again by the path.
      (plan, usedLinks) = saved
      return nil
    }
    var value = add(
      .subquery(id, column: column), shape.columns[column].type, .many,
      reach: plan.queries[id].reach, step)
    value.manySteps = 1
    return value
  }

  private mutating func member(_ base: Value, _ step: NodeID) -> Value? {
    let name = tree.nameText(of: step)
    if isProbed(step) { probeMembers(of: base) }
    guard case .entity(let collection) = base.type else {
      report(CheckMessage.noParts(name, base.type, tree.range(of: step), schema))
      return nil
    }
    if let member = catalog.member(name, of: collection) {
      return fieldValue(base, member, collection, step)
    }
    if let link = base.link, let rows = schema.relations[link.relation].link,
      let member = catalog.member(name, of: rows), let all = linkRows(link, step)
    {
      return fieldValue(all, member, rows, step)
    }
    unknownMember(name, collection, step)
    return nil
  }

  /// The link rows of a path, each once: `projects.role` is `participations.role`.
  mutating func linkRows(_ link: LinkPath, _ step: NodeID) -> Value? {
    guard let rows = schema.relations[link.relation].link else { return nil }
    let row = add(.column(depth: 0, index: 1), .entity(rows), .one, reach: 1, step)
    return add(
      .elements(.links(of: link.of, link.relation), condition: link.condition, result: row.id),
      .entity(rows), .many,
      reach: max(reach(link.of), reach(link.condition, row.id) - 1), step)
  }

  /// A field or relation of entities.
  mutating func fieldValue(
    _ base: Value, _ member: Member, _ collection: CollectionID, _ node: NodeID
  ) -> Value {
    describe(member, collection, node)
    switch member {
    case .field(let index):
      switch schema.collections[collection].fields[index].content {
      case .value(let scalar):
        return add(
          .field(base.id, index), ValueType(scalar),
          base.cardinality == .many ? .many : .optional, reach: reach(base.id), node)
      case .list(let scalar):
        var value = add(
          .field(base.id, index), ValueType(scalar), .many, reach: reach(base.id), node)
        value.manySteps = -1
        return value
      case .reference(let relation):
        return relationValue(base, relation, node)
      }
    case .relation(let relation): return relationValue(base, relation, node)
    }
  }

  /// Notes what a name of a field or relation means, for `hora explain`.
  private mutating func describe(_ member: Member, _ collection: CollectionID, _ node: NodeID) {
    guard tree.kind(of: node) == .nameReference || tree.kind(of: node) == .memberStep else {
      return
    }
    let owner = schema.collections[collection].name
    var relation: RelationID?
    switch member {
    case .field(let index):
      let field = schema.collections[collection].fields[index]
      switch field.content {
      case .value(let scalar): understood(node, "field \(field.name) of \(owner): \(scalar)")
      case .list(let scalar):
        understood(node, "field \(field.name) of \(owner): list of \(scalar)")
      case .reference(let id): relation = id
      }
    case .relation(let id): relation = id
    }
    guard let relation else { return }
    let entry = schema.relations[relation]
    let target = schema.collections[entry.to]
    understood(
      node,
      "relation \(entry.name): each of \(owner) to "
        + (entry.isMany ? "its \(target.name)" : "its \(target.singular)"))
  }

  private mutating func relationValue(
    _ base: Value, _ id: RelationID, _ node: NodeID
  ) -> Value {
    let relation = schema.relations[id]
    let isMany = base.cardinality == .many || relation.isMany
    var value = add(
      .follow(base.id, id), .entity(relation.to), isMany ? .many : .optional,
      reach: reach(base.id), node)
    if relation.isMany { value.manySteps = -1 }
    if relation.link != nil { value.link = LinkPath(of: base.id, relation: id, condition: nil) }
    return value
  }
}
