// Comes in: nothing. Goes out: the checked form of `cover`: what is needed, which path covers it, under
// which rules. Numbers of rows are expressions that are the same in every row.

public struct CoverPlan: Sendable {
  /// One row a need.
  public var need: QueryID
  public var needRange: TextRange
  /// The column of `need` that names it: an entity, or a text that is looked up.
  public var needColumn: Int
  /// Columns of `need`: how many rows it takes, and what it is worth where it is only a wish.
  public var countColumn: Int?
  public var weightColumn: Int?
  /// The column that is the row itself, and what it is.
  public var entityColumn = 0
  public var rowCollection: CollectionID = 0
  /// Leads from a row to entities of `target`.
  public var path: ExpressionID
  public var target: CollectionID
  public var rules: [CoverRule]
  /// The sum that decides among sets of one size.
  public var prefer: SortKey?
  /// How many sets; nil is one.
  public var best: ExpressionID?

  public init(
    need: QueryID, needRange: TextRange, needColumn: Int, countColumn: Int?, weightColumn: Int?,
    path: ExpressionID, target: CollectionID
  ) {
    self.need = need
    self.needRange = needRange
    self.needColumn = needColumn
    self.countColumn = countColumn
    self.weightColumn = weightColumn
    self.path = path
    self.target = target
    rules = []
  }
}

public struct CoverRule: Sendable {
  public enum Kind: Sendable {
    /// `max N`
    case most(ExpressionID)
    /// `at least N per need`
    case perNeed(ExpressionID)
    /// `at least N different EXPR`
    case different(ExpressionID, of: ExpressionID)
    /// `at least N where COND`
    case holding(ExpressionID, condition: ExpressionID)
    /// `at most N per EXPR`
    case perGroup(ExpressionID, of: ExpressionID)
    /// `at most N of EXPR`
    case budget(ExpressionID, of: ExpressionID)
    case with(ExpressionID)
    case without(ExpressionID)
    /// `eligible under "rule"`, with the country of each row.
    case eligible(EligibilityRule, country: ExpressionID)
  }
  public var kind: Kind
  public var range: TextRange
  public init(kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }

  /// The expressions asked of each row.
  public var perRow: [ExpressionID] {
    switch kind {
    case .different(_, let value), .perGroup(_, let value), .budget(_, let value),
      .eligible(_, let value):
      [value]
    case .holding(_, let condition): [condition]
    case .most, .perNeed, .with, .without: []
    }
  }
}
