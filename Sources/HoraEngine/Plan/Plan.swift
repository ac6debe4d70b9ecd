// Comes in: nothing. Goes out: the logical plan, which the checker makes and every backend runs.
// Names are gone: columns are places, collections and relations are numbers of the schema.

/// One column of a projection.
public enum Projection: Sendable, Hashable {
  /// A column as it is.
  case keep(Int)
  case compute(ExpressionID)
}

public struct SortKey: Sendable, Hashable {
  public var expression: ExpressionID
  public var descending: Bool
  public init(expression: ExpressionID, descending: Bool) {
    self.expression = expression
    self.descending = descending
  }
}

/// One aggregate of a `summarize`.
public struct GroupAggregate: Sendable, Hashable {
  public var function: Aggregate
  /// Nil counts rows.
  public var argument: ExpressionID?
  /// The entities the argument is read from: each counts once a group. Empty: every row counts.
  public var owners: [ExpressionID]
  public var parameter: ExpressionID?
  public init(
    function: Aggregate, argument: ExpressionID?, owners: [ExpressionID],
    parameter: ExpressionID?
  ) {
    self.function = function
    self.argument = argument
    self.owners = owners
    self.parameter = parameter
  }
}

/// A function over the rows of a window.
public enum WindowFunction: Sendable, Hashable {
  /// Of all rows of the window, the same for each of them.
  case aggregate(Aggregate)
  case rank
  case rowNumber
  /// The value so many rows before (negative) or after in the window.
  case shift(Int)
  case runningSum
  /// The value divided by the window's sum.
  case share
  /// The window has two keys, the row and the column.
  case rca(Advantage)
}

/// `f(x) over (keys sort by …)`: becomes a column behind the others.
public struct Window: Sendable, Hashable {
  public var function: WindowFunction
  /// Nil for `count()`, `rank()`, `row_number()`.
  public var argument: ExpressionID?
  /// The entities an aggregate's argument is read from: each counts once a window.
  public var owners: [ExpressionID]
  public var parameter: ExpressionID?
  public var partition: [ExpressionID]
  /// Empty: the order of the rows.
  public var order: [SortKey]
  public var range: TextRange
  public init(
    function: WindowFunction, argument: ExpressionID?, owners: [ExpressionID],
    parameter: ExpressionID?, partition: [ExpressionID], order: [SortKey], range: TextRange
  ) {
    self.function = function
    self.argument = argument
    self.owners = owners
    self.parameter = parameter
    self.partition = partition
    self.order = order
    self.range = range
  }
}

public enum SetOperator: UInt8, Sendable, Hashable {
  case union, intersect, minus
}

/// One step of a query. Each takes a frame and gives one.
public enum Operator: Sendable {
  case filter(ExpressionID)
  /// `select`, `add` and `drop`: the columns after it. A `select` without `*` also drops what `pivot` made.
  case project([Projection], dropsPivoted: Bool = false)
  /// One row for each element of the path, which becomes the last column.
  case each(ExpressionID, optional: Bool)
  /// The entities the path leads to, each once; the only column after it.
  case follow(ExpressionID)
  /// The same along a relation by so many steps; the column `hops` is the least number of them.
  case reach(ExpressionID, RelationID, HopRange)
  /// One row a group, sorted by key; the columns are the keys, then the aggregates.
  case summarize(keys: [ExpressionID], aggregates: [GroupAggregate])
  /// Adds a column for each window.
  case window([Window])
  case sort([SortKey])
  /// The first `count` rows of each group in the order of `by`; groups in the order of `per`.
  case top(count: ExpressionID, per: [ExpressionID], by: SortKey, withTies: Bool)
  case take(ExpressionID)
  case skip(ExpressionID)
  /// So many rows, chosen by a hash of the seed and the row's place; in their order.
  case sample(count: ExpressionID, seed: ExpressionID?)
  /// One row for each combination of the columns `rest`, and behind them one column for each value
  /// of the column `key` with the value of the column `value`.
  case pivot(rest: [Int], value: Int, key: Int, keyType: ValueType)
  /// Stops the run where the rows are not as expected.
  case expect(Expectation, message: [MessagePart])
  /// The first row of each combination; nil: of each whole row.
  case distinct([ExpressionID]?)
  /// With the rows of another query; `on` and the last are the columns that tell rows apart where
  /// both have entities, else whole rows do.
  case combine(SetOperator, QueryID, on: Int?, Int?)
  /// The least set of rows that covers what is needed. Adds `covers`; before it, where several sets
  /// are asked for, `option`.
  case cover(CoverPlan)
}

public struct PlannedOperator: Sendable {
  public var kind: Operator
  public var range: TextRange
  public init(kind: Operator, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}

/// Where the rows of a query come from. Rows of a source have one column, unless it is a query.
public enum Source: Sendable {
  /// One row without columns.
  case unit
  case collection(CollectionID)
  /// The different elements of a path or list, evaluated in the row around the query.
  case path(ExpressionID)
  case query(QueryID)
  /// Each unordered pair of the elements once, as two columns.
  case pairs(ExpressionID)
  /// A `let` that is a query, by place in ``Plan/lets``.
  case letQuery(Int)
  /// The ties of a network: `a`, `b`, `weight`, and `shared` where nodes share things.
  case network(NetworkID)
  case paths(PathsPlan)
  case match(MatchPlan)
  case gaps(GapsPlan)
  /// What claims contradict each other about.
  case conflicts(ClaimsPlan)
}

public struct Query: Sendable {
  public var source: Source
  public var operators: [PlannedOperator]
  /// The columns of the frame at the end, parallel to it.
  public var columns: [ColumnInfo]
  /// The column that is the row itself, where rows are entities.
  public var entityColumn: Int?
  /// The type of the columns a `pivot` adds behind `columns`; nil without one.
  public var pivotedType: ValueType?
  /// How many scopes outwards the query looks: 0 where it can run by itself.
  public var reach: Int
  public var range: TextRange

  public init(
    source: Source, operators: [PlannedOperator], columns: [ColumnInfo], entityColumn: Int?,
    reach: Int, range: TextRange
  ) {
    self.source = source
    self.operators = operators
    self.columns = columns
    self.entityColumn = entityColumn
    self.reach = reach
    self.range = range
  }
}

/// A `let`: computed at most once a run.
public struct LetDefinition: Sendable {
  public enum Value: Sendable {
    case query(QueryID)
    case expression(ExpressionID)
  }
  public var name: String
  public var value: Value
  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

/// A query that prints: its last operator is the projection that prints.
public struct OutputStatement: Sendable {
  public var query: QueryID
  /// True for the value of an expression: one row, one cell.
  public var isScalar: Bool
  /// The format `show` asks for; hosts may ignore it.
  public var format: Format?
  public var options: ShowOptions
  /// The files `save` asks for; only a host that allows it gets any.
  public var files: [String]
  public var range: TextRange
  public init(
    query: QueryID, isScalar: Bool, format: Format? = nil, options: ShowOptions = ShowOptions(),
    files: [String] = [], range: TextRange
  ) {
    self.query = query
    self.isScalar = isScalar
    self.format = format
    self.options = options
    self.files = files
    self.range = range
  }
}

/// A piece of a message: text, or the value of an expression.
public enum MessagePart: Sendable, Hashable {
  case text(String)
  case value(ExpressionID)
}

/// What `expect` asks of the rows.
public enum Expectation: Sendable, Hashable {
  case none, some
  case exactly(ExpressionID)
  /// True for every row.
  case every(ExpressionID)
}

/// One step of a script.
public indirect enum Statement: Sendable {
  case output(OutputStatement)
  case message([MessagePart])
  case branch([ConditionalBlock], otherwise: [Statement])
  /// The body once for each row of the query; its value is the parameter at `slot`.
  /// `firstLet`, `firstNetwork`: from this place on they belong to the body.
  case loop(slot: Int, QueryID, body: [Statement], firstLet: Int, firstNetwork: NetworkID)
  case assertion(ExpressionID, message: [MessagePart], range: TextRange)
  case test(name: String, body: [Statement])
}

public struct ConditionalBlock: Sendable {
  public var condition: ExpressionID
  public var body: [Statement]
  public init(condition: ExpressionID, body: [Statement]) {
    self.condition = condition
    self.body = body
  }
}

/// A value that the host hands in, or the variable of a loop.
public struct ParameterInfo: Sendable {
  public var name: String
  public var type: ValueType
  public var isList: Bool
  /// Nil where the host must give a value.
  public var defaultValue: ExpressionID?
  /// The default as it is written.
  public var defaultText: String?
  /// The `##` lines before it.
  public var summary: String
  /// True for the variable of a `for`, which no host gives.
  public var isLoopVariable: Bool
  public init(
    name: String, type: ValueType, isList: Bool, defaultValue: ExpressionID?,
    defaultText: String? = nil, summary: String, isLoopVariable: Bool
  ) {
    self.name = name
    self.type = type
    self.isList = isList
    self.defaultValue = defaultValue
    self.defaultText = defaultText
    self.summary = summary
    self.isLoopVariable = isLoopVariable
  }
}

/// A checked program.
public struct Plan: Sendable {
  public var expressions: [Expression] = []
  public var queries: [Query] = []
  public var sets: [EntitySet] = []
  public var lets: [LetDefinition] = []
  public var networks: [NetworkPlan] = []
  public var parameters: [ParameterInfo] = []
  public var statements: [Statement] = []
  /// The text that ranges are about, so that a run can quote it.
  public var text: [UInt8] = []
  public init() {}

  /// What is written at a range, on one line and no longer than `most` letters.
  public func written(_ range: TextRange, most: Int = 60) -> String {
    guard range.start >= 0, range.end <= text.count, range.start < range.end else { return "" }
    let words = String(decoding: text[range.start..<range.end], as: UTF8.self)
      .split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.joined(separator: " ")
    return words.count <= most ? words : words.prefix(max(1, most) - 1) + "…"
  }
}
