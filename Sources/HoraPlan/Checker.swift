// Comes in: a syntax tree and a schema. Goes out: a plan, or what is wrong. No data is read here:
// names, types and how many values there are come from the schema alone.

import HoraEngine
import HoraSyntax

/// What the checker found.
public struct CheckResult: Sendable {
  /// Nil where there is an error.
  public var plan: Plan?
  public var diagnostics: [Diagnostic]
  /// How each name was understood, in the order of the text.
  public var meanings: [TextMeaning]
}

/// What the host of a program gives it. Nothing is there unless it is said.
public struct HostAbilities: Sendable, Hashable {
  /// `today()` has an answer.
  public var hasClock: Bool
  /// `save` may ask for files.
  public var savesFiles: Bool
  /// What `eligible under` may name.
  public var rules: [EligibilityRule]

  public init(hasClock: Bool = false, savesFiles: Bool = false, rules: [EligibilityRule] = []) {
    self.hasClock = hasClock
    self.savesFiles = savesFiles
    self.rules = rules
  }
}

/// Checks a parsed program against a schema.
/// - Parameter units: the program's own text, then those it uses, which use no text before them.
/// - Parameter schema: collections, fields and relations; no values.
/// - Parameter preamble: the unit whose definitions stand before the program's own text.
/// - Returns: the plan, and every independent error, warning and note.
/// - Parameter stackBytes: how far the stack may grow; beyond it there is one error.
public func check(
  _ units: [SourceUnit], schema: Schema, host: HostAbilities = HostAbilities(),
  preamble: Int? = nil, stackBytes: Int = StackGuard.smallThread
) -> CheckResult {
  var checker = Checker(units: units, schema: schema, host: host, stackBytes: stackBytes)
  checker.begin(preamble: preamble)
  checker.plan.text = Array(units.map(\.tree.source.bytes).joined(separator: [0x0A]))
  checker.plan.statements = checker.statements(of: checker.tree.root)
  let failed = checker.diagnostics.contains { $0.severity == .error }
  return CheckResult(
    plan: failed ? nil : checker.plan, diagnostics: checker.diagnostics,
    meanings: checker.meanings.sorted { $0.range.start < $1.range.start })
}

struct Checker {
  let units: [SourceUnit]
  /// The text whose nodes are looked at.
  var unit = 0 { didSet { tree = units[unit].tree } }
  private(set) var tree: SyntaxTree
  let host: HostAbilities
  let catalog: Catalog
  var schema: Schema { catalog.schema }
  var plan = Plan()
  private(set) var diagnostics: [Diagnostic] = []
  var definitions: [String: Definition] = [:]
  /// The names of the used texts that are checked, by unit.
  var modules: [Int: Module] = [:]
  var profilePaths: [ProfileKey: ExpressionID] = [:]
  /// Names of the text before the program's own: to give them anew hides nothing by mistake.
  var givenNames: Set<String> = []
  /// Relations that are used as networks.
  var relationNetworks: [RelationID: NetworkID] = [:]
  /// Places of parameters; -1 for one whose own text had an error.
  var parameters: [String: Int] = [:]
  /// The query of the statement at hand, where `show` and `expect` may stand.
  var statementQuery: NodeID?
  /// Innermost last.
  var scopes: [Scope] = []
  /// Where aggregates of the group being summarized are collected; nil elsewhere.
  var group: GroupScope?
  /// Windows of the clause at hand, which become columns before it runs.
  var windows: [Window] = []
  /// The place in `scopes` of the rows that windows may stand in; nil elsewhere.
  var windowPlace: Int?
  /// Element scopes, by place, in which a column of the link rows was named.
  var usedLinks: Set<Int> = []
  /// How many definitions are being expanded, one inside the other.
  var expansions: [(unit: Int, name: String)] = []
  /// What each name was found to mean.
  private(set) var meanings: [TextMeaning] = []
  /// The place whose names are asked for; nil where a program is checked to be run.
  var probe: CompletionProbe?
  /// The clause at hand, for messages about its place.
  var clauseAtHand: NodeID?
  /// Paths of which the query's conditions say that they are not empty, as written.
  var knownPresent: Set<String> = []

  private let stack: StackGuard
  private var isTooDeep = false

  init(units: [SourceUnit], schema: Schema, host: HostAbilities, stackBytes: Int) {
    self.units = units
    tree = units[0].tree
    self.host = host
    stack = StackGuard(bytes: stackBytes)
    catalog = Catalog(schema)
  }

  /// More messages than this help nobody.
  static let mostDiagnostics = 100

  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < Checker.mostDiagnostics else { return }
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  mutating func understood(_ node: NodeID, _ text: String) {
    guard meanings.count < 1000 else { return }
    let meaning = TextMeaning(range: range(node), text: text)
    if !meanings.contains(meaning) { meanings.append(meaning) }
  }

  /// Asked at every entry that may be inside itself. False where the stack is used up, which is
  /// said once.
  mutating func mayEnter(_ node: NodeID) -> Bool {
    guard stack.isExhausted else { return true }
    if !isTooDeep { report(CheckMessage.tooDeep(tree.range(of: node))) }
    isTooDeep = true
    return false
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

  /// What is printed: an entity's declared fields in order, then the columns beside it.
  /// Nil where it cannot be presented so.
  mutating func output(
    _ id: QueryID, _ span: TextRange, _ presentation: Presentation
  ) -> Statement? {
    let query = plan.queries[id]
    var projections: [Projection] = []
    var columns: [ColumnInfo] = []
    var itself: Value?
    for shown in shapes[id]?.shown(schema) ?? [] {
      switch shown {
      case .column(let index):
        projections.append(.keep(index))
        columns.append(query.columns[index])
      case .field(let place, let collection):
        guard let row = query.entityColumn else { continue }
        let entity = itself ?? addColumn(row, query.columns[row], span)
        itself = entity
        let field = schema.collections[collection].fields[place]
        let value = fieldOrReference(entity, place, field, collection, span)
        projections.append(.compute(value.id))
        columns.append(
          ColumnInfo(
            name: field.name, type: value.type, cardinality: value.cardinality,
            unit: field.currency ?? field.unit))
      }
    }
    plan.queries.append(
      Query(
        source: .query(id), operators: [PlannedOperator(kind: .project(projections), range: span)],
        columns: columns, entityColumn: nil, reach: 0, range: span))
    plan.queries[plan.queries.count - 1].pivotedType = query.pivotedType
    guard fits(presentation, plan.queries[plan.queries.count - 1]) else { return nil }
    return .output(
      OutputStatement(
        query: plan.queries.count - 1, isScalar: false, format: presentation.format,
        options: presentation.options, files: presentation.files, range: span))
  }

  private mutating func addColumn(_ index: Int, _ column: ColumnInfo, _ span: TextRange) -> Value {
    plan.expressions.append(
      Expression(
        kind: .column(depth: 0, index: index), type: column.type, cardinality: column.cardinality,
        reach: 1, range: span))
    return Value(
      id: plan.expressions.count - 1, type: column.type, cardinality: column.cardinality)
  }

  mutating func fieldOrReference(
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
    let saved = (scopes, group, windowPlace)
    scopes = []
    group = nil
    windowPlace = nil
    defer { (scopes, group, windowPlace) = saved }
    return body(&self)
  }

  /// Runs `body` one scope further in.
  mutating func inside<T>(
    _ shape: RowShape, visible: Bool = true, _ body: (inout Checker) -> T
  ) -> T {
    let saved = (group, windowPlace)
    group = nil
    windowPlace = nil
    scopes.append(Scope(kind: .rows(shape), isVisible: visible))
    defer {
      scopes.removeLast()
      (group, windowPlace) = saved
    }
    return body(&self)
  }

  /// Runs `body` in the rows of a clause, where windows may stand.
  mutating func inRows<T>(_ shape: RowShape, _ body: (inout Checker) -> T) -> T {
    inside(shape) { checker in
      checker.windowPlace = checker.scopes.count - 1
      return body(&checker)
    }
  }
}
