// Comes in: a syntax tree and a schema. Goes out: a plan, or what is wrong. No data is read here:
// names, types and how many values there are come from the schema alone.

import HoraEngine
import HoraSyntax

/// What the checker found.
public struct CheckResult: Sendable {
  /// Nil where there is an error.
  public var plan: Plan?
  public var diagnostics: [Diagnostic]
}

/// Checks a parsed text against a schema.
/// - Parameter schema: collections, fields and relations; no values.
/// - Returns: the plan, and every independent error, warning and note.
public func check(_ tree: SyntaxTree, schema: Schema) -> CheckResult {
  var checker = Checker(tree: tree, schema: schema)
  checker.script()
  let failed = checker.diagnostics.contains { $0.severity == .error }
  return CheckResult(plan: failed ? nil : checker.plan, diagnostics: checker.diagnostics)
}

struct Checker {
  let tree: SyntaxTree
  let catalog: Catalog
  var schema: Schema { catalog.schema }
  var plan = Plan()
  private(set) var diagnostics: [Diagnostic] = []
  var definitions: [String: Definition] = [:]
  /// Innermost last.
  var scopes: [Scope] = []
  /// Where aggregates of the group being summarized are collected; nil elsewhere.
  var group: GroupScope?
  /// Element scopes, by place, in which a column of the link rows was named.
  var usedLinks: Set<Int> = []
  /// How many definitions are being expanded, one inside the other.
  var expansions: [String] = []

  init(tree: SyntaxTree, schema: Schema) {
    self.tree = tree
    catalog = Catalog(schema)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  // MARK: Nodes

  func range(_ node: NodeID) -> TextRange {
    let range = tree.range(of: node)
    return TextRange(start: range.start, end: range.end)
  }

  mutating func add(
    _ kind: Expression.Kind, _ type: ValueType, _ cardinality: Cardinality, reach: Int,
    _ node: NodeID
  ) -> Value {
    plan.expressions.append(
      Expression(
        kind: kind, type: type, cardinality: cardinality, reach: reach, range: range(node)))
    return Value(id: plan.expressions.count - 1, type: type, cardinality: cardinality)
  }

  func reach(_ ids: ExpressionID?...) -> Int {
    ids.reduce(0) { max($0, $1.map { plan.expressions[$0].reach } ?? 0) }
  }

  func reach(of ids: [ExpressionID]) -> Int {
    ids.reduce(0) { max($0, plan.expressions[$1].reach) }
  }

  func isConstant(_ value: Value) -> Bool { plan.expressions[value.id].isConstant }

  func constant(_ value: Value) -> Constant? {
    if case .constant(let constant) = plan.expressions[value.id].kind { return constant }
    return nil
  }

  // MARK: Statements

  mutating func script() {
    for statement in tree.soundChildren(of: tree.root) { self.statement(statement) }
  }

  private mutating func statement(_ node: NodeID) {
    switch tree.kind(of: node) {
    case .languageStatement:
      let version = tree.tokenChildren(of: node).last.map { tree.text(ofToken: $0) } ?? ""
      if version != "1" { report(CheckMessage.unknownVersion(version, tree.range(of: node))) }
    case .letStatement: letStatement(node)
    case .defStatement: defStatement(node)
    case .queryStatement:
      guard let child = tree.soundChildren(of: node).first else { return }
      queryStatement(child)
    case .query: queryStatement(node)
    case .paramStatement: notBuilt("`param`", node)
    case .useStatement: notBuilt("`use`", node)
    case .networkStatement: notBuilt("`network`", node)
    case .printStatement: notBuilt("`print`", node)
    case .forStatement: notBuilt("`for`", node)
    case .ifStatement: notBuilt("`if` as a statement", node)
    case .testStatement: notBuilt("`test`", node)
    case .assertStatement: notBuilt("`assert`", node)
    case .unexpected, .absent: break
    default: queryStatement(node)
    }
  }

  mutating func notBuilt(_ feature: String, _ node: NodeID) {
    report(CheckMessage.notBuilt(feature, tree.range(of: node)))
  }

  private mutating func letStatement(_ node: NodeID) {
    let children = tree.soundChildren(of: node)
    guard let nameNode = children.first, children.count > 1 else { return }
    let name = Names.key(tree.nameText(of: nameNode))
    definitions[name] = .broken
    if let checked = alone({ $0.queryOrValue(children[1]) }) {
      define(name, checked)
    }
  }

  private mutating func define(_ name: String, _ checked: QueryOrValue) {
    let place = plan.lets.count
    switch checked {
    case .query(let query):
      plan.lets.append(LetDefinition(name: name, value: .query(query)))
      definitions[name] = .letQuery(place: place, query: query)
    case .value(let value):
      plan.lets.append(LetDefinition(name: name, value: .expression(value.id)))
      definitions[name] = .letValue(place: place, expression: value.id)
    }
  }

  private mutating func defStatement(_ node: NodeID) {
    let children = tree.soundChildren(of: node)
    guard let nameNode = children.first, let body = children.last, children.count > 1 else {
      return
    }
    let name = tree.nameText(of: nameNode)
    definitions[Names.key(name)] = .def(
      node: node, name: name, parameters: tree.childNodes(of: node, kind: .defParameter),
      body: body)
  }

  private mutating func queryStatement(_ node: NodeID) {
    guard let checked = alone({ $0.queryOrValue(node) }) else { return }
    let span = range(node)
    switch checked {
    case .query(let id):
      output(id, span, isScalar: false)
    case .value(let value):
      // One row with one cell.
      let query = Query(
        source: .unit,
        operators: [PlannedOperator(kind: .project([.compute(value.id)]), range: span)],
        columns: [
          ColumnInfo(
            name: tree.canonicalText(of: node), type: value.type, cardinality: value.cardinality)
        ], entityColumn: nil, reach: 0, range: span)
      plan.queries.append(query)
      plan.outputs.append(
        OutputStatement(query: plan.queries.count - 1, isScalar: true, range: span))
    }
  }

  /// What is printed: an entity's declared fields in order, then the columns beside it.
  private mutating func output(_ id: QueryID, _ span: TextRange, isScalar: Bool) {
    let query = plan.queries[id]
    var projections: [Projection] = []
    var columns: [ColumnInfo] = []
    let dropped = shapes[id]?.dropped ?? []
    for (index, column) in query.columns.enumerated() {
      if index == query.entityColumn, case .entity(let collection) = column.type {
        let itself = addColumn(index, column, span)
        for (place, field) in schema.collections[collection].fields.enumerated()
        where !dropped.contains(place) && !field.isDerived {
          let value = fieldOrReference(itself, place, field, collection, span)
          projections.append(.compute(value.id))
          columns.append(
            ColumnInfo(
              name: field.name, type: value.type, cardinality: value.cardinality,
              unit: field.currency ?? field.unit))
        }
      } else {
        projections.append(.keep(index))
        columns.append(column)
      }
    }
    plan.queries.append(
      Query(
        source: .query(id), operators: [PlannedOperator(kind: .project(projections), range: span)],
        columns: columns, entityColumn: nil, reach: 0, range: span))
    plan.outputs.append(
      OutputStatement(query: plan.queries.count - 1, isScalar: isScalar, range: span))
  }

  private mutating func addColumn(_ index: Int, _ column: ColumnInfo, _ span: TextRange) -> Value {
    plan.expressions.append(
      Expression(
        kind: .column(depth: 0, index: index), type: column.type, cardinality: column.cardinality,
        reach: 1, range: span))
    return Value(
      id: plan.expressions.count - 1, type: column.type, cardinality: column.cardinality)
  }

  private mutating func fieldOrReference(
    _ entity: Value, _ place: Int, _ field: Field, _ collection: CollectionID, _ span: TextRange
  ) -> Value {
    let kind: Expression.Kind
    let type: ValueType
    let cardinality: Cardinality
    switch field.content {
    case .value(let scalar):
      (kind, type, cardinality) = (.field(entity.id, place), ValueType(scalar), .optional)
    case .list(let scalar):
      (kind, type, cardinality) = (.field(entity.id, place), ValueType(scalar), .many)
    case .reference(let relation):
      (kind, type, cardinality) = (
        .follow(entity.id, relation), .entity(schema.relations[relation].to),
        schema.relations[relation].isMany ? .many : .optional
      )
    }
    plan.expressions.append(
      Expression(kind: kind, type: type, cardinality: cardinality, reach: 1, range: span))
    return Value(id: plan.expressions.count - 1, type: type, cardinality: cardinality)
  }

  /// The last shape of each query, for what is printed.
  var shapes: [QueryID: RowShape] = [:]

  /// Runs `body` where no row is in scope.
  mutating func alone<T>(_ body: (inout Checker) -> T) -> T {
    let saved = (scopes, group)
    scopes = []
    group = nil
    defer { (scopes, group) = saved }
    return body(&self)
  }

  /// Runs `body` one scope further in.
  mutating func inside<T>(
    _ shape: RowShape, visible: Bool = true, _ body: (inout Checker) -> T
  ) -> T {
    let savedGroup = group
    group = nil
    scopes.append(Scope(kind: .rows(shape), isVisible: visible))
    defer {
      scopes.removeLast()
      group = savedGroup
    }
    return body(&self)
  }
}
