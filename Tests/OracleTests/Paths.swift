// Paths: where they begin, names, and one step after the other.

import HoraSyntax

/// A path while it is walked.
struct Walk {
  var value: Value
  /// How many steps lead to the last many-valued one.
  var manySteps = 0
  /// The relation stepped along last, and from where: what a hop range repeats.
  var last: (from: Value, relation: ModelRelation)?
}

extension Evaluator {
  func path(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
    try walk(node, scopes, limit: nil).value
  }

  /// A path, or its first steps.
  func walk(_ node: NodeID, _ scopes: [Frame], limit: Int?) throws -> Walk {
    guard tree.kind(of: node) == .postfixExpression else {
      return Walk(value: try value(node, scopes))
    }
    let children = tree.soundChildren(of: node)
    let steps = Array(children.dropFirst().prefix(limit ?? children.count))
    var taken = 0
    var walk = try start(children[0], steps, scopes, &taken)
    for place in steps.indices where place >= taken {
      let step = steps[place]
      let before = walk.value
      switch tree.kind(of: step) {
      case .memberStep:
        let name = tree.nameText(of: step)
        walk.value = try member(name, of: before)
        if multiplies(name, before) { walk.manySteps = place + 1 }
        walk.last = before.kind.table.flatMap { model.relation(name, of: $0) }.map { (before, $0) }
      case .filterStep:
        walk.value = try filtered(before, tree.soundChildren(of: step)[0], scopes)
        if walk.manySteps == place { walk.manySteps = place + 1 }
      case .hopStep:
        guard let last = walk.last ?? relationOfName(children[0], steps, place, scopes) else {
          throw Unsupported(what: "hops of no relation")
        }
        walk.value = reached(last.from, last.relation, hops(step)).value
        walk.manySteps = place + 1
      default: throw Unsupported(what: "step")
      }
    }
    return walk
  }

  func hops(_ step: NodeID) -> ClosedRange<Int> {
    guard let range = tree.hopRange(of: step) else { return 1...1 }
    return range.least...(range.most ?? Int.max)
  }

  /// A relation of the row by its bare name, before any step: `partners{1,2}`.
  func relationOfName(
    _ primary: NodeID, _ steps: [NodeID], _ place: Int, _ scopes: [Frame]
  ) -> (from: Value, relation: ModelRelation)? {
    guard place == 0, tree.kind(of: primary) == .nameReference,
      let row = scopes.last(where: \.isRow), let entity = row.entity,
      let table = row.columns[entity].kind.table,
      let relation = model.relation(tree.nameText(of: primary), of: table)
    else { return nil }
    return (row.values[entity], relation)
  }

  private func multiplies(_ name: String, _ before: Value) -> Bool {
    guard let table = before.kind.table else { return false }
    if let field = model.field(name, of: table) { return model.tables[table].fields[field].isList }
    if let relation = model.relation(name, of: table) { return relation.isMany }
    // A column of the link rows is one step with the relation they tie.
    return before.linkTable.flatMap { link in
      model.field(name, of: link).map { model.tables[link].fields[$0].isList }
    } ?? false
  }

  // MARK: Beginnings

  private func start(
    _ primary: NodeID, _ steps: [NodeID], _ scopes: [Frame], _ taken: inout Int
  ) throws -> Walk {
    if tree.kind(of: primary) == .parenthesized, let step = steps.first,
      tree.kind(of: step) == .memberStep, isQueryNode(unbracketed(primary))
    {
      let rows = try alone { try self.rows(unbracketed(primary), scopes) }
      if let column = rows.column(tree.nameText(of: step)) {
        taken = 1
        return Walk(value: values(of: rows, column), manySteps: 1)
      }
    }
    guard tree.kind(of: primary) == .nameReference else {
      return Walk(value: try value(primary, scopes))
    }
    let name = tree.nameText(of: primary)
    if let step = steps.first, tree.kind(of: step) == .callStep {
      let isWindow = steps.count > 1 && tree.kind(of: steps[1]) == .overStep
      taken = isWindow ? 2 : 1
      let value =
        isWindow
        ? try self.window(name, step, steps[1], scopes) : try call(name, step, scopes)
      return Walk(value: value, manySteps: value.isMany ? 1 : 0)
    }
    if let column = dotted(name, steps, scopes, &taken) {
      return Walk(value: column, manySteps: column.isMany ? taken : 0)
    }
    if let step = steps.first, tree.kind(of: step) == .filterStep,
      meanings[name.lowercased()] == nil,
      let table = model.collection(name), let key = try lookupText(tree.soundChildren(of: step)[0])
    {
      taken = 1
      return Walk(value: Value(.entity(table), .entity(try lookup(key, table))))
    }
    return Walk(value: try named(name, scopes))
  }

  private func lookupText(_ node: NodeID) throws -> String? {
    let found: Value
    switch tree.kind(of: node) {
    case .textLiteral, .integerLiteral, .parameterReference: found = try value(node, [])
    case .nameReference:
      guard case .value(let value, false)? = meanings[tree.nameText(of: node).lowercased()] else {
        return nil
      }
      found = value
    default: return nil
    }
    switch found.only {
    case .text(let text)?: return text
    case .int(let number)?: return String(number)
    default: return nil
    }
  }

  /// A column keeps the path it was made from as its name.
  private func dotted(
    _ name: String, _ steps: [NodeID], _ scopes: [Frame], _ taken: inout Int
  ) -> Value? {
    for (place, frame) in scopes.enumerated().reversed() where frame.isRow {
      var written = name.lowercased()
      var found: (Int, Int)?
      for (number, step) in steps.enumerated() {
        guard tree.kind(of: step) == .memberStep else { break }
        written += "." + tree.nameText(of: step).lowercased()
        if let column = frame.columns.lastIndex(where: {
          !$0.isPivoted && $0.name?.lowercased() == written
        }) {
          found = (column, number + 1)
        }
      }
      if let found {
        taken = found.1
        outermost = min(outermost, place)
        return frame.values[found.0].asColumn
      }
    }
    return nil
  }

  // MARK: Names

  func named(_ name: String, _ scopes: [Frame]) throws -> Value {
    let key = name.lowercased()
    for (place, frame) in scopes.enumerated().reversed() {
      if let argument = frame.arguments[key] {
        return try value(argument.node, argument.scopes)
      }
      let before = outermost
      outermost = min(outermost, place)
      if let column = frame.columns.lastIndex(where: {
        !$0.isPivoted && $0.name?.lowercased() == key
      }) {
        return frame.values[column].asColumn
      }
      if let entity = frame.entity, has(name, frame.columns[entity].kind) {
        return try member(name, of: frame.values[entity])
      }
      if let link = frame.link, has(name, link.kind) { return try member(name, of: link) }
      if let named = frame.names.last(where: { $0.name.lowercased() == key }) {
        return frame.values[named.column].asColumn
      }
      outermost = before
    }
    switch meanings[key] {
    case .rows(let rows)?:
      guard let column = rows.entity ?? (rows.columns.count == 1 ? 0 : nil) else {
        throw Unsupported(what: "several columns")
      }
      // The same in every row, so it belongs to none.
      var set = values(of: rows, column)
      set.origin = .none
      return set
    case .value(let value, _)?: return value
    case .definition?: throw Unsupported(what: "definition without call")
    case nil: break
    }
    guard let table = model.collection(name) else { throw Unsupported(what: "name \(name)") }
    return Value(.entity(table), many: model.entities(table).map { .entity($0) })
  }

  func has(_ name: String, _ kind: Kind) -> Bool {
    guard let table = kind.table else { return false }
    return model.field(name, of: table) != nil || model.relation(name, of: table) != nil
      || isLevel(name, table)
  }

  func isLevel(_ name: String, _ table: Int) -> Bool {
    name.lowercased() == "level" && model.tables[table].parent != nil
  }

  func it(_ scopes: [Frame]) throws -> Value {
    guard let place = scopes.lastIndex(where: \.isRow),
      let column = scopes[place].entity ?? (scopes[place].columns.count == 1 ? 0 : nil)
    else { throw Unsupported(what: "it") }
    outermost = min(outermost, place)
    return scopes[place].values[column].asColumn
  }
}
