// Comes in: nothing. Goes out: the plan types of networks: what their ties are, and what is asked of
// them.

/// A place in ``Plan/networks``.
public typealias NetworkID = Int

/// `network N = SET via PATH weight EXPR`, or a relation that is used as a network.
public struct NetworkPlan: Sendable {
  /// What makes a tie.
  public enum Tie: Sendable, Hashable {
    /// The path leads from node to node.
    case direct(isDirected: Bool)
    /// The path leads to what nodes share.
    case shared(CollectionID)
  }
  public var name: String
  /// The collection of the nodes.
  public var collection: CollectionID
  /// Rows whose entity column holds the nodes; nil for the whole collection.
  public var nodes: QueryID?
  /// What each node is tied to, or what it shares; evaluated with the node as column 0.
  public var path: ExpressionID
  public var tie: Tie
  /// Of a tie, whose columns are `a`, `b` and, where things are shared, `shared`. Nil: the number of
  /// shared things, 1 for a direct tie.
  public var weight: ExpressionID?
  public var range: TextRange

  public init(
    name: String, collection: CollectionID, nodes: QueryID?, path: ExpressionID, tie: Tie,
    weight: ExpressionID?, range: TextRange
  ) {
    self.name = name
    self.collection = collection
    self.nodes = nodes
    self.path = path
    self.tie = tie
    self.weight = weight
    self.range = range
  }
}

/// What is asked of a network. The raw values are the names in the language.
public enum GraphFunction: String, Sendable, Hashable, CaseIterable {
  // of a node
  case degree, strength, closeness, harmonic, betweenness, pagerank, eigenvector, clustering
  case constraint
  case effectiveSize = "effective_size"
  case core, component, community
  case isCut = "is_cut"
  case hDegree = "h_degree"
  case participationCoefficient = "participation_coefficient"
  case externalInternal = "ei_index"
  case brokerage
  // of the whole
  case density, diameter, modularity, transitivity, reciprocity
  case averagePath = "average_path"
  // of two nodes
  case hops
  case commonNeighbors = "common_neighbors"
  case adamicAdar = "adamic_adar"
  case resourceAllocation = "resource_allocation"
  case preferentialAttachment = "preferential_attachment"
  // of two nodes and what they have
  case potential, fit, activity, acquaintance, complementarity, proximity, novelty, reasons

  /// How many nodes it is asked of.
  public enum Scope: Sendable { case node, whole, pair, profiles }

  public var scope: Scope {
    switch self {
    case .density, .diameter, .modularity, .transitivity, .reciprocity, .averagePath: .whole
    case .hops, .commonNeighbors, .adamicAdar, .resourceAllocation, .preferentialAttachment: .pair
    case .potential, .fit, .activity, .acquaintance, .complementarity, .proximity, .novelty,
      .reasons:
      .profiles
    default: .node
    }
  }
}

/// What may be said behind the arguments of a call, as `name: value`.
public enum GraphOption: String, Sendable, Hashable, CaseIterable {
  case normalised, weighted, direction, from, rounds, damping, seed, resolution, by, role
  case symmetric, prior, measure, decay, form
}

/// One question to a network.
public struct GraphCall: Sendable {
  public var function: GraphFunction
  public var network: NetworkID
  /// None, one or two.
  public var nodes: [ExpressionID]
  /// `by` is evaluated with each node as column 0; the others are the same for all.
  public var options: [GraphOption: ExpressionID]

  public init(
    function: GraphFunction, network: NetworkID, nodes: [ExpressionID],
    options: [GraphOption: ExpressionID]
  ) {
    self.function = function
    self.network = network
    self.nodes = nodes
    self.options = options
  }
}

/// `match ENTITY with SET by PATH`
public struct MatchPlan: Sendable {
  public var entity: ExpressionID
  public var candidates: QueryID
  public var collection: CollectionID
  /// Evaluated with an entity as column 0.
  public var path: ExpressionID
  public init(
    entity: ExpressionID, candidates: QueryID, collection: CollectionID, path: ExpressionID
  ) {
    self.entity = entity
    self.candidates = candidates
    self.collection = collection
    self.path = path
  }
}

/// `gaps SET against OTHER by PATH`
public struct GapsPlan: Sendable {
  public enum Against: Sendable {
    case others(QueryID)
    /// Concepts of the path's taxonomy, those under them included.
    case branch(SetID)
  }
  public var own: QueryID
  public var against: Against
  public var collection: CollectionID
  /// Evaluated with an entity as column 0.
  public var path: ExpressionID
  public init(own: QueryID, against: Against, collection: CollectionID, path: ExpressionID) {
    self.own = own
    self.against = against
    self.collection = collection
    self.path = path
  }
}

/// `paths from A to B in N …`
public struct PathsPlan: Sendable {
  public enum Option: Sendable {
    case one
    case shortest(ExpressionID)
    case allShortest
    case cheapest(ExpressionID)
    case most(hops: ExpressionID)
  }
  public var from: ExpressionID
  public var to: ExpressionID
  public var network: NetworkID
  public var option: Option
  public init(from: ExpressionID, to: ExpressionID, network: NetworkID, option: Option) {
    self.from = from
    self.to = to
    self.network = network
    self.option = option
  }
}
