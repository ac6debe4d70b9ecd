// Comes in: arcs, sorted and merged by a builder. Goes out: one immutable graph that measures run on.
// It knows nothing of collections: a node is a number, and the order of numbers is canonical order.

/// The arcs of every node as one array (compressed adjacency).
struct Arcs: Sendable {
  /// `offsets.count` is the number of nodes plus one.
  let offsets: [Int]
  /// Ascending and each once within a node's part.
  let targets: [Int32]
  /// Finite and positive; empty where every weight is 1.
  let weights: [Double]

  var count: Int { targets.count }

  @inline(__always)
  func places(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  @inline(__always)
  func degree(_ node: Int) -> Int { offsets[node + 1] - offsets[node] }

  @inline(__always)
  func weight(_ place: Int) -> Double { weights.isEmpty ? 1 : weights[place] }

  /// Where the arc between two nodes is; binary search.
  func place(from node: Int, to target: Int32) -> Int? {
    var low = offsets[node]
    var high = offsets[node + 1]
    while low < high {
      let middle = low + (high - low) / 2
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < offsets[node + 1] && targets[low] == target ? low : nil
  }
}

/// Which arcs of a node are meant; all the same in an undirected graph.
enum Direction: Sendable {
  case out
  case into
}

/// What a tie adds to the length of a way.
enum TieLength: Sendable {
  /// Every tie is 1 long.
  case hops
  /// A tie of weight `w` is `1 / w` long: strong ties are near.
  case inverseWeight

  @inline(__always)
  func of(_ weight: Double) -> Double { self == .hops ? 1 : 1 / weight }
}

/// Nodes `0 ..< nodeCount` and the ties between them: no tie to itself, no tie twice.
struct Graph: Sendable {
  let nodeCount: Int
  let isDirected: Bool
  let forward: Arcs
  /// The arcs that lead to a node; the same as `forward` in an undirected graph.
  let backward: Arcs

  /// A directed graph.
  init(directed forward: Arcs) {
    self.init(
      nodeCount: forward.offsets.count - 1, isDirected: true, forward: forward,
      backward: forward.transposed)
  }

  /// An undirected graph; both ends of each tie are in `symmetric`.
  init(undirected symmetric: Arcs) {
    self.init(
      nodeCount: symmetric.offsets.count - 1, isDirected: false, forward: symmetric,
      backward: symmetric)
  }

  private init(nodeCount: Int, isDirected: Bool, forward: Arcs, backward: Arcs) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    self.forward = forward
    self.backward = backward
  }

  var offsets: [Int] { forward.offsets }
  var targets: [Int32] { forward.targets }
  var weights: [Double] { forward.weights }
  var isWeighted: Bool { !forward.weights.isEmpty }
  /// An undirected tie counts once.
  var tieCount: Int { isDirected ? forward.count : forward.count / 2 }

  func contains(_ node: Int32) -> Bool { node >= 0 && Int(node) < nodeCount }

  func arcs(_ direction: Direction) -> Arcs { direction == .out ? forward : backward }

  /// The same arcs the other way round.
  var reversed: Graph {
    Graph(nodeCount: nodeCount, isDirected: isDirected, forward: backward, backward: forward)
  }

  /// The same ties, each of weight 1.
  var unweighted: Graph {
    guard isWeighted else { return self }
    return Graph(
      nodeCount: nodeCount, isDirected: isDirected, forward: forward.unweighted,
      backward: backward.unweighted)
  }

  /// Ties without direction; the weights of both ways are summed, so that two unweighted arcs
  /// between the same nodes make a tie of weight 2.
  var undirected: Graph {
    isDirected ? Graph(undirected: forward.united(with: backward)) : self
  }
}
