// Comes in: columns and relations a loader built. Goes out: one immutable network that programs
// run on. It must not read files or change after it was made.

/// Pairs of rows, from each row to its elements, as one array (compressed adjacency).
public struct Adjacency: Sendable {
  /// `offsets.count` is the number of rows plus one.
  public var offsets: [UInt32]
  /// Rows of the far collection, ascending and each once within a row's part.
  public var targets: [Int32]

  public init(offsets: [UInt32], targets: [Int32]) {
    self.offsets = offsets
    self.targets = targets
  }
}

/// The link rows behind a relation: for each row, ascending by element, then by link row.
public struct LinkAdjacency: Sendable {
  public var offsets: [UInt32]
  /// Rows of the relation's link collection.
  public var rows: [Int32]
  /// The element each link row leads to; as long as `rows`.
  public var ends: [Int32]

  public init(offsets: [UInt32], rows: [Int32], ends: [Int32]) {
    self.offsets = offsets
    self.rows = rows
    self.ends = ends
  }
}

/// The data of one relation.
public struct RelationData: Sendable {
  public enum Shape: Sendable {
    /// At most one element a row; -1 is none.
    case one([Int32])
    case many(Adjacency)
  }
  public var shape: Shape
  /// Only where the relation's schema names a link collection.
  public var link: LinkAdjacency?

  public init(shape: Shape, link: LinkAdjacency? = nil) {
    self.shape = shape
    self.link = link
  }
}

/// The rows of one collection.
public struct CollectionData: Sendable {
  public var rowCount: Int
  /// One for each field of the schema.
  public var columns: [Column]

  public init(rowCount: Int, columns: [Column]) {
    self.rowCount = rowCount
    self.columns = columns
  }
}

/// Another name of a taxonomy's concept, beyond its label and its `names` fields.
public struct ConceptLabel: Sendable, Hashable {
  public var concept: Int32
  public var text: String
  public init(concept: Int32, text: String) {
    self.concept = concept
    self.text = text
  }
}

/// A remark of the data's publisher that an answer must carry, such as why a country is absent.
public struct AbsenceNote: Sendable, Hashable {
  public var collection: CollectionID
  public var field: String
  public var value: String
  public var note: String
  public init(collection: CollectionID, field: String, value: String, note: String) {
    self.collection = collection
    self.field = field
    self.value = value
    self.note = note
  }
}

/// A network in memory: immutable, shared freely between tasks.
public struct Network: Sendable {
  public var name: String
  public var schema: Schema
  /// Parallel to `schema.collections`.
  public var collections: [CollectionData]
  /// Parallel to `schema.relations`.
  public var relations: [RelationData]
  /// Other labels of concepts, by collection.
  public var conceptLabels: [CollectionID: [ConceptLabel]] = [:]
  public var attribution: [String] = []
  public var about: String = ""
  public var absences: [AbsenceNote] = []
  /// Made when first asked for; parallel to `collections`.
  let indexes: [CollectionIndexes]

  public init(
    name: String, schema: Schema, collections: [CollectionData], relations: [RelationData]
  ) {
    self.name = name
    self.schema = schema
    self.collections = collections
    self.relations = relations
    indexes = collections.map { _ in CollectionIndexes() }
  }
}
