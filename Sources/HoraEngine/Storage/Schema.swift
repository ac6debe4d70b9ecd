// Comes in: nothing. Goes out: what a network looks like (collections, fields, relations), without
// any data. It is all the checker sees. It must not hold values or know how data was read.

/// A collection's place in ``Schema/collections``.
public typealias CollectionID = Int
/// A relation's place in ``Schema/relations``.
public typealias RelationID = Int

/// The type of one value of a field.
public enum ScalarType: UInt8, Sendable, Hashable {
  case text, int, decimal, bool, date
}

/// A column of a collection: a value, a list of values, or a reference to another collection.
public struct Field: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    /// One value a row, or none.
    case value(ScalarType)
    /// Any number of values a row, in the order of the source.
    case list(ScalarType)
    /// At most one entity of another collection; the relation has the data.
    case reference(RelationID)
  }
  public var name: String
  public var content: Content
  /// Shown in results, such as "people".
  public var unit: String?
  /// Shown in results, an ISO 4217 code.
  public var currency: String?
  /// The only values a declared vocabulary allows; empty where none is declared.
  public var categories: [String] = []
  /// True where a value outside ``categories`` in a query is an error.
  public var closed = false
  /// Other names in queries: a reference's column as in the file, the other number of a list.
  public var aliases: [String] = []
  /// True for what the loader made (`level`, a field under `paths`): a printed entity set leaves it out.
  public var isDerived = false

  public init(name: String, content: Content) {
    self.name = name
    self.content = content
  }
}

/// A table of entities, or of link rows.
public struct Collection: Sendable, Hashable {
  public var name: String
  public var singular: String
  /// Other names in queries; singular and plural of ``name`` are understood anyway.
  public var aliases: [String] = []
  /// In declared order; a printed entity set shows these.
  public var fields: [Field] = []
  /// The field whose values are unique; nil where the row's place is the key.
  public var key: Int?
  /// The display field.
  public var label: Int?
  /// Fields that hold other names.
  public var otherNames: [Int] = []
  /// Relations that leave this collection, in the order their names are looked up.
  public var relations: [RelationID] = []
  /// The relation to the broader rows, where this is a taxonomy.
  public var parent: RelationID?
  /// True for rows that only tie others together (made by a link table or a derived relation).
  public var isLink = false
  /// True for the rows behind a derived relation: usable through it, never as a source by name.
  public var isHidden = false

  public init(name: String, singular: String) {
    self.name = name
    self.singular = singular
  }
}

/// A named way from each entity of one collection to entities of another.
public struct Relation: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable {
    /// A column that holds keys of another collection.
    case reference
    /// The other direction of a reference.
    case inverse
    /// Across a link table.
    case link
    /// A link table between a collection and itself.
    case tie
    /// Declared under `paths`.
    case derived
    /// `parent`, `children`, `ancestors`, `descendants`, `root` of a taxonomy.
    case taxonomy
  }
  public var name: String
  public var aliases: [String] = []
  public var kind: Kind
  public var from: CollectionID
  public var to: CollectionID
  /// The same pairs, the other way. A symmetric tie is its own inverse.
  public var inverse: RelationID
  /// False where a row has at most one element.
  public var isMany: Bool
  /// True where a tie has no direction.
  public var isSymmetric = false
  /// The collection whose rows carry the columns behind this relation, if any.
  public var link: CollectionID?

  public init(
    name: String, kind: Kind, from: CollectionID, to: CollectionID, inverse: RelationID,
    isMany: Bool
  ) {
    self.name = name
    self.kind = kind
    self.from = from
    self.to = to
    self.inverse = inverse
    self.isMany = isMany
  }
}

/// What a network looks like.
public struct Schema: Sendable, Hashable {
  public var collections: [Collection] = []
  public var relations: [Relation] = []
  public init() {}
}
