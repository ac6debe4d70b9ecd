// Comes in: nothing. Goes out: the plan types of specialisation, relatedness, profiles and claims.

/// Revealed comparative advantage (Balassa 1965): the share of a row's total that a column has,
/// divided by the column's share of everything.
public struct Advantage: Sendable, Hashable {
  /// `symmetric` and `prior`.
  public var options: [GraphOption: ExpressionID]
  /// Two columns, the column's key and an amount, that "everything" is taken from; nil: the rows at
  /// hand.
  public var base: QueryID?
  public init(options: [GraphOption: ExpressionID] = [:], base: QueryID? = nil) {
    self.options = options
    self.base = base
  }
}

/// What is asked of a table of amounts. The raw values are the names in the language.
public enum RelatedFunction: String, Sendable, Hashable, CaseIterable {
  /// Of two columns.
  case relatedness
  case commonStrengths = "common_strengths"
  /// Of a row and a column.
  case relatednessDensity = "relatedness_density"
  /// Of a column: how many rows are strong in it.
  case ubiquity
  /// Of a row: in how many columns it is strong.
  case diversity
  /// Of a row: how much of different columns it has, and how different they are.
  case raoStirling = "rao_stirling"
}

/// The first columns of a query: a row, a column, an amount.
public struct AmountTable: Sendable, Hashable {
  public var query: QueryID
  public var advantage: Advantage
  public init(query: QueryID, advantage: Advantage) {
    self.query = query
    self.advantage = advantage
  }
}

/// What entities of a collection have, to be compared.
public struct ProfilePlan: Sendable, Hashable {
  public var collection: CollectionID
  /// Evaluated with an entity as column 0.
  public var path: ExpressionID
  /// `measure` and `decay`.
  public var options: [GraphOption: ExpressionID]
  public init(
    collection: CollectionID, path: ExpressionID, options: [GraphOption: ExpressionID]
  ) {
    self.collection = collection
    self.path = path
    self.options = options
  }
}

/// Which columns of a collection say who is said to have which property, and since when.
public struct ClaimsPlan: Sendable, Hashable {
  public var collection: CollectionID
  /// Fields, by place. The subject is a text or a reference.
  public var subject: Int?
  public var property: Int
  public var value: Int
  public var date: Int?
  /// True in a claim whose property may have several values at once.
  public var several: Int?
  public init(collection: CollectionID, property: Int, value: Int) {
    self.collection = collection
    self.property = property
    self.value = value
  }
}

/// One question whose answer needs more than its row.
public struct MeasureCall: Sendable {
  public enum Question: Sendable {
    case related(RelatedFunction, AmountTable)
    case similar(ProfilePlan)
    /// How near two concepts of a taxonomy are.
    case wuPalmer(CollectionID)
    /// The one value of a property, by rule.
    case claim(ClaimsPlan)
  }
  public var question: Question
  public var arguments: [ExpressionID]
  public init(question: Question, arguments: [ExpressionID]) {
    self.question = question
    self.arguments = arguments
  }
}
