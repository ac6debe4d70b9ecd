// Comes in: the statements of a script. Goes out: the statements of the plan, in order. Names made in
// a block end with it.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func statements(of node: NodeID) -> [Statement] {
    tree.soundChildren(of: node).compactMap { statement($0) }
  }

  private mutating func block(_ node: NodeID) -> [Statement] {
    let saved = definitions
    defer { definitions = saved }
    return statements(of: node)
  }

  private mutating func statement(_ node: NodeID) -> Statement? {
    let children = tree.soundChildren(of: node)
    if definition(node) { return nil }
    switch tree.kind(of: node) {
    case .queryStatement:
      guard let child = children.first else { return nil }
      return query(statement: child)
    case .printStatement:
      guard let message = children.first else { return nil }
      return alone { $0.message(message) }.map { .message($0) }
    case .ifStatement: return branch(node)
    case .forStatement: return loop(node)
    case .testStatement:
      guard children.count == 2 else { return nil }
      return .test(name: tree.textValue(of: children[0]), body: block(children[1]))
    case .assertStatement:
      guard let first = children.first, let condition = alone({ $0.condition(first) }) else {
        return nil
      }
      guard isConstant(condition) else { return nil }
      var parts: [MessagePart] = []
      if children.count > 1 {
        guard let message = alone({ $0.message(children[1]) }) else { return nil }
        parts = message
      }
      return .assertion(condition.id, message: parts, range: range(first))
    case .unexpected, .absent: break
    default: return query(statement: node)
    }
    return nil
  }

  /// A statement that makes a name and runs nothing. False where it is none.
  @discardableResult
  mutating func definition(_ node: NodeID) -> Bool {
    switch tree.kind(of: node) {
    case .languageStatement:
      let version = tree.tokenChildren(of: node).last.map { tree.text(ofToken: $0) } ?? ""
      if version != "1" { report(CheckMessage.unknownVersion(version, tree.range(of: node))) }
    case .letStatement: letStatement(node)
    case .defStatement: defStatement(node)
    case .paramStatement: paramStatement(node)
    case .useStatement: useStatement(node)
    case .networkStatement: networkStatement(node)
    default: return false
    }
    return true
  }

  mutating func notBuilt(_ feature: String, _ node: NodeID) {
    report(CheckMessage.notBuilt(feature, tree.range(of: node)))
  }

  // MARK: Definitions

  private mutating func letStatement(_ node: NodeID) {
    let children = tree.soundChildren(of: node)
    guard let nameNode = children.first, children.count > 1 else { return }
    let name = Names.key(tree.nameText(of: nameNode))
    lintDefined(nameNode, as: "a `let`")
    let checked = alone { $0.queryOrValue(children[1]) }
    definitions[name] = .broken
    let place = plan.lets.count
    switch checked {
    case .query(let query)?:
      plan.lets.append(LetDefinition(name: name, value: .query(query)))
      definitions[name] = .letQuery(place: place, query: query)
    case .value(let value)?:
      plan.lets.append(LetDefinition(name: name, value: .expression(value.id)))
      definitions[name] = .letValue(place: place, expression: value.id)
    case nil: break
    }
  }

  private mutating func defStatement(_ node: NodeID) {
    let children = tree.soundChildren(of: node)
    guard let nameNode = children.first, let body = children.last, children.count > 1 else {
      return
    }
    let name = tree.nameText(of: nameNode)
    lintDefined(nameNode, as: "a `def`")
    definitions[Names.key(name)] = .def(
      DefStatement(
        unit: unit, name: name, parameters: tree.childNodes(of: node, kind: .defParameter),
        body: body))
    probeDefinition(node, body)
  }

  private mutating func paramStatement(_ node: NodeID) {
    let children = tree.soundChildren(of: node)
    guard children.count >= 2 else { return }
    let name = tree.nameText(of: children[0])
    let typeNode = children[1]
    let typeName = tree.nameText(of: typeNode)
    let isList = tree.text(of: typeNode).hasPrefix("[")
    let known = parameters[Names.key(name)].flatMap { $0 >= 0 ? $0 : nil }
    parameters[Names.key(name)] = -1
    if isProbed(typeNode) { probeTypes() }
    guard let type = parameterType(typeName) else {
      report(CheckMessage.unknownType(typeName, tree.range(of: typeNode)))
      return
    }
    if let known, plan.parameters[known].type != type || plan.parameters[known].isList != isList {
      let first = plan.parameters[known]
      report(
        ModuleMessage.differentParameter(
          name, parameterWords(first.type, first.isList), parameterWords(type, isList),
          tree.range(of: typeNode)))
      return
    }
    var defaultValue: ExpressionID?
    if children.count > 2 {
      guard let value = alone({ $0.expression(children[2]) }) else { return }
      // An entity's default is the text that names it.
      let fits =
        value.type == type || value.type == .nothing || (type == .decimal && value.type == .int)
        || (type.isEntity && value.type == .text)
      guard fits, isList || value.cardinality != .many else {
        report(
          CheckMessage.wrongDefault(name, type, value.type, tree.range(of: children[2]), schema))
        return
      }
      defaultValue = converted(value, to: type, children[2]).id
    }
    let info = ParameterInfo(
      name: name, type: type, isList: isList, defaultValue: defaultValue,
      defaultText: children.count > 2 ? tree.text(of: children[2]) : nil,
      summary: tree.documentation(of: node), isLoopVariable: false)
    // What the script itself says goes before what a text it uses says.
    if let known {
      parameters[Names.key(name)] = known
      if unit == 0 { plan.parameters[known] = info }
      return
    }
    parameters[Names.key(name)] = plan.parameters.count
    plan.parameters.append(info)
  }

  private func parameterWords(_ type: ValueType, _ isList: Bool) -> String {
    CheckMessage.describe(type, schema) + (isList ? ", a list" : "")
  }

  private func parameterType(_ name: String) -> ValueType? {
    switch name.lowercased() {
    case "text": .text
    case "int": .int
    case "decimal": .decimal
    case "bool": .bool
    case "date": .date
    case "duration": .duration
    default: catalog.collection(name).map { .entity($0) }
    }
  }

  /// `$name`.
  mutating func parameter(_ node: NodeID) -> Value? {
    if isProbed(node) { probeParameters() }
    let name = tree.nameText(of: node)
    guard let slot = parameters[Names.key(name)] else {
      report(
        CheckMessage.unknownParameter(
          name, nearest(name, in: plan.parameters.map(\.name), limit: 3), tree.range(of: node)))
      return nil
    }
    guard slot >= 0 else { return nil }
    let info = plan.parameters[slot]
    return add(
      .parameter(slot), info.type, info.isList ? .many : .one, reach: 0, node)
  }

  // MARK: Queries

  private mutating func query(statement node: NodeID) -> Statement? {
    guard let presentation = presentation(statement: node) else { return nil }
    // `show` and `expect` may stand in this query, and in none inside it.
    statementQuery = node
    defer { statementQuery = nil }
    guard let checked = alone({ $0.queryOrValue(node) }) else { return nil }
    let span = range(node)
    switch checked {
    case .query(let id): return output(id, span, presentation)
    case .value(let value):
      // One row with one cell.
      plan.queries.append(
        Query(
          source: .unit,
          operators: [PlannedOperator(kind: .project([.compute(value.id)]), range: span)],
          columns: [
            ColumnInfo(
              name: tree.canonicalText(of: node), type: value.type, cardinality: value.cardinality)
          ], entityColumn: nil, reach: 0, range: span))
      return .output(
        OutputStatement(query: plan.queries.count - 1, isScalar: true, range: span))
    }
  }

  /// `expect`, of a statement's own query.
  mutating func expect(_ node: NodeID, _ draft: inout QueryDraft) -> Void? {
    let children = tree.soundChildren(of: node)
    guard let first = children.first else { return nil }
    let expectation: Expectation
    if tree.kind(of: first) == .expectedRows {
      guard let expected = expectedRows(first) else { return nil }
      expectation = expected
    } else {
      guard let condition = inRows(draft.shape, { $0.condition(first) }) else { return nil }
      expectation = .every(condition.id)
    }
    var parts: [MessagePart] = []
    if children.count > 1 {
      guard let message = inRows(draft.shape, { $0.message(children[1]) }) else { return nil }
      parts = message
    }
    var ids = parts.compactMap { if case .value(let id) = $0 { id } else { nil } }
    if case .every(let id) = expectation { ids.append(id) }
    apply(.expect(expectation, message: parts), ids, node, &draft)
    return ()
  }

  private mutating func expectedRows(_ node: NodeID) -> Expectation? {
    guard let index = tree.tokenChildren(of: node).first else { return nil }
    let token = tree.token(index)
    switch token.word {
    case .noneOf?: return Expectation.none
    case .someOf?: return .some
    default: break
    }
    if token.kind == .integer {
      guard let number = Int64(tree.text(ofToken: index).filter { $0 != "_" }) else { return nil }
      return .exactly(add(.constant(.int(number)), .int, .one, reach: 0, node).id)
    }
    let name = tree.nameText(ofToken: index)
    if token.kind == .parameter, let slot = parameters[Names.key(name)], slot >= 0,
      plan.parameters[slot].type == .int
    {
      return .exactly(add(.parameter(slot), .int, .one, reach: 0, node).id)
    }
    guard case .letValue(let place, let expression)? = definitions[Names.key(name)],
      plan.expressions[expression].type == .int
    else {
      report(CheckMessage.notACount(name, tree.range(of: node)))
      return nil
    }
    return .exactly(
      add(.letValue(place), .int, plan.expressions[expression].cardinality, reach: 0, node).id)
  }

  /// A text with `{expr}` in it.
  mutating func message(_ node: NodeID) -> [MessagePart]? {
    var parts: [MessagePart] = []
    for part in tree.templateParts(of: node) {
      switch part {
      case .text(let text): parts.append(.text(text))
      case .expression(let child):
        guard let value = expression(child) else { return nil }
        parts.append(.value(value.id))
      }
    }
    return parts
  }

  // MARK: Blocks

  private mutating func branch(_ node: NodeID) -> Statement? {
    var blocks: [ConditionalBlock] = []
    var condition: Value?
    var otherwise: [Statement] = []
    var sound = true
    for child in tree.soundChildren(of: node) {
      if tree.kind(of: child) == .block {
        let body = block(child)
        if let held = condition {
          blocks.append(ConditionalBlock(condition: held.id, body: body))
          condition = nil
        } else {
          otherwise = body
        }
      } else {
        condition = alone { $0.condition(child) }
        if condition == nil { sound = false }
      }
    }
    return sound ? .branch(blocks, otherwise: otherwise) : nil
  }

  private mutating func loop(_ node: NodeID) -> Statement? {
    let children = tree.soundChildren(of: node)
    guard children.count == 3, let query = alone({ $0.asQuery(children[1]) }),
      let shape = shapes[query]
    else { return nil }
    guard let column = shape.entity ?? (shape.columns.count == 1 ? 0 : nil), column == 0 else {
      report(CheckMessage.severalColumns(shape.columns.count, tree.range(of: children[1])))
      return nil
    }
    let name = tree.nameText(of: children[0])
    lintDefined(children[0], as: "the variable of `for`")
    let slot = plan.parameters.count
    plan.parameters.append(
      ParameterInfo(
        name: name, type: shape.columns[column].type, isList: false, defaultValue: nil, summary: "",
        isLoopVariable: true))
    let saved = definitions
    defer { definitions = saved }
    definitions[Names.key(name)] = .loopVariable(slot: slot)
    let (firstLet, firstNetwork) = (plan.lets.count, plan.networks.count)
    let body = statements(of: children[2])
    return .loop(
      slot: slot, query, body: body, firstLet: firstLet, firstNetwork: firstNetwork)
  }
}
