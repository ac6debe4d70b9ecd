// Comes in: nothing. Goes out: the checked expressions of a plan, as nodes of one flat table.
// Every name is resolved to a place, every type is known. It must not refer to the syntax tree.

/// A place in ``Plan/expressions``.
public typealias ExpressionID = Int
/// A place in ``Plan/queries``.
public typealias QueryID = Int
/// A place in ``Plan/sets``.
public typealias SetID = Int

/// A value that is known when the text is checked.
public enum Constant: Sendable, Hashable {
  case bool(Bool)
  case int(Int64)
  case decimal(Double)
  case text(String)
  case date(Int32)
  /// The first and the last day.
  case interval(Int32, Int32)
  case duration(months: Int32, days: Int32)
}

public enum Comparison: UInt8, Sendable, Hashable {
  case equal, less, lessOrEqual, greater, greaterOrEqual
  /// The left concept is the right one or narrower.
  case under
}

public enum ArithmeticOperator: UInt8, Sendable, Hashable {
  case add, subtract, multiply, divide, remainder
}

public enum Quantifier: Sendable, Hashable {
  case some, every, no
  case atLeast(ExpressionID)
  case atMost(ExpressionID)
  case exactly(ExpressionID)
}

public enum Aggregate: UInt8, Sendable, Hashable {
  case count, sum, avg, min, max, median, stddev, percentile, first, last, list
  case concentration, entropy
}

/// Where the elements of an element scope come from.
public enum ElementSource: Sendable, Hashable {
  /// Column 0 of the scope is the element.
  case path(ExpressionID)
  /// Each link row behind a relation of the entities: column 0 is the element it leads to,
  /// column 1 the link row.
  case links(of: ExpressionID, RelationID)
}

/// One checked expression.
public struct Expression: Sendable {
  public indirect enum Kind: Sendable {
    case missing
    case constant(Constant)
    /// A list as written; its items have one type.
    case list([ExpressionID])
    /// A value of the run, by place in ``Plan/parameters``.
    case parameter(Int)
    /// A `let` that is an expression, by place in ``Plan/lets``.
    case letValue(Int)
    /// A column of the frame `depth` scopes outwards.
    case column(depth: Int, index: Int)
    /// The one entity that a text or number names.
    case lookup(CollectionID, ExpressionID)

    /// A field, by place in its collection's schema, of an entity.
    case field(ExpressionID, Int)
    case follow(ExpressionID, RelationID)
    /// What lies so many steps away along a relation, by the shortest way from each start.
    case reachable(ExpressionID, RelationID, HopRange)
    /// The elements for which `condition` holds, or `result` of each of them.
    case elements(ElementSource, condition: ExpressionID?, result: ExpressionID?)
    /// The different values of a list.
    case unique(ExpressionID)
    /// One column of a query in brackets; all rows of it.
    case subquery(QueryID, column: Int)
    /// The only row of such a list, or missing.
    case single(ExpressionID)

    case and([ExpressionID])
    case or([ExpressionID])
    case not(ExpressionID)
    /// True where some value of the left and some of the right compare so.
    case compare(Comparison, ExpressionID, ExpressionID)
    /// True where some value lies between two others, both included.
    case between(ExpressionID, low: ExpressionID, high: ExpressionID)
    /// True where some entity is in the set.
    case memberOf(ExpressionID, SetID)
    /// True where some text has the pattern.
    case matches(ExpressionID, TextPattern)
    case exists(ExpressionID)
    case quantified(Quantifier, ElementSource, condition: ExpressionID?)

    /// Left to right, all of one level of precedence.
    case arithmetic(ExpressionID, [ArithmeticStep])
    case negate(ExpressionID)
    case concatenate([ExpressionID])
    /// The first that is not missing.
    case coalesce([ExpressionID])
    /// The value of the first condition that is true, else the last value.
    case conditional([ConditionalBranch], otherwise: ExpressionID)
    case call(Function, [ExpressionID])
    case graph(GraphCall)
    case measure(MeasureCall)
    /// Of the values of a list, in each row by itself.
    case aggregate(Aggregate, ExpressionID, parameter: ExpressionID?)
  }

  public var kind: Kind
  public var type: ValueType
  public var cardinality: Cardinality
  /// How many scopes outwards the expression looks: 0 for a constant, 1 for the row at hand.
  public var reach: Int
  public var range: TextRange

  public init(
    kind: Kind, type: ValueType, cardinality: Cardinality, reach: Int, range: TextRange
  ) {
    self.kind = kind
    self.type = type
    self.cardinality = cardinality
    self.reach = reach
    self.range = range
  }

  /// True where the value is the same in every row.
  public var isConstant: Bool { reach == 0 }
}

/// `{1,3}`: least and most steps; nil is any number.
public struct HopRange: Sendable, Hashable {
  public var least: Int
  public var most: Int?
  public init(least: Int, most: Int?) {
    self.least = least
    self.most = most
  }
}

public struct ArithmeticStep: Sendable, Hashable {
  public var operation: ArithmeticOperator
  public var operand: ExpressionID
  public init(operation: ArithmeticOperator, operand: ExpressionID) {
    self.operation = operation
    self.operand = operand
  }
}

public struct ConditionalBranch: Sendable, Hashable {
  public var condition: ExpressionID
  public var value: ExpressionID
  public init(condition: ExpressionID, value: ExpressionID) {
    self.condition = condition
    self.value = value
  }
}

/// What stands right of `~`.
public enum TextPattern: Sendable {
  /// Any of these, as words in search form.
  case words([WordsPattern])
  /// A pattern in the text as it is.
  case regex(TextRegex)
}

public enum WordsPattern: Sendable, Hashable {
  /// A text or list of texts: consecutive whole words, `*` and `?` as wildcards.
  case plain(ExpressionID)
  /// Consecutive words, each up to so many edits away.
  case fuzzy(ExpressionID, edits: ExpressionID)
}

/// A set of entities that is the same for every row, made before the first row is read.
public struct EntitySet: Sendable {
  public enum Kind: Sendable {
    /// Entities with such a key, display name or other name, in search form.
    case named(ExpressionID)
    /// Concepts with such a label or code, and everything narrower.
    case concepts(ExpressionID)
    /// Given concepts and everything narrower.
    case narrower(ExpressionID)
    /// Entities whose display name or other names have the pattern. In a taxonomy also everything
    /// narrower, and a text that is a whole label or code stands for just the concepts so called.
    case matching(TextPattern)
    /// Given entities.
    case given(ExpressionID)
  }
  public var collection: CollectionID
  public var kind: Kind
  public var range: TextRange
  public init(collection: CollectionID, kind: Kind, range: TextRange) {
    self.collection = collection
    self.kind = kind
    self.range = range
  }
}
