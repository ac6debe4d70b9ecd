// Comes in: a graph. Goes out: how far a node's contacts are the same contact: Burt's constraint, and
// the effective size of its network. Source: R. S. Burt, Structural Holes (1992), chapter 2.

extension Graph {
  /// The sum over contacts j of `(p_ij + sum_q p_iq p_qj)^2`, where `p` is a tie's share of its
  /// owner's strength (both directions of a directed graph together). Small is free; missing (NaN)
  /// without ties. Agrees with NetworkX and igraph. Cost: the sum over ties of the far end's degree.
  func constraint(_ budget: some Budget) throws(RunError) -> [Double] {
    let graph = undirected
    let strength = graph.strength()
    var result = [Double](repeating: .nan, count: nodeCount)
    // What a contact gives to another one is a share of the contact's strength.
    var through = ThroughContacts(graph.forward, factors: strength.map { 1 / $0 })
    for node in 0..<nodeCount where graph.forward.degree(node) > 0 {
      try through.run(node, budget)
      var sum = 0.0
      for place in graph.forward.places(node) {
        let other = Int(graph.targets[place])
        let share = (graph.forward.weight(place) + through.sums[other]) / strength[node]
        sum += share * share
      }
      result[node] = sum
    }
    return result
  }

  /// Contacts less their redundancy: the sum over contacts j of `1 - sum_q p_iq m_qj`, where `m` is a
  /// tie's share of its far end's strongest one. Without weights `n - 2 t / n` with `t` ties among
  /// the `n` contacts (Borgatti 1997). Missing (NaN) without ties. Cost as `constraint`.
  func effectiveSize(_ budget: some Budget) throws(RunError) -> [Double] {
    let graph = undirected
    let strength = graph.strength()
    let strongest = (0..<nodeCount).map { node in
      graph.forward.places(node).reduce(0) { max($0, graph.forward.weight($1)) }
    }
    var result = [Double](repeating: .nan, count: nodeCount)
    var through = ThroughContacts(
      graph.forward, factors: [Double](repeating: 1, count: nodeCount))
    for node in 0..<nodeCount where graph.forward.degree(node) > 0 {
      try through.run(node, budget)
      var size = Double(graph.forward.degree(node))
      for place in graph.forward.places(node) {
        let other = Int(graph.targets[place])
        size -= through.sums[other] / strength[node] / strongest[other]
      }
      result[node] = size
    }
    return result
  }
}

/// For each contact of a node, what leads to it through the node's other contacts.
private struct ThroughContacts {
  private let ties: Arcs
  private let factors: [Double]
  private var isContact: [Bool]
  /// Of a contact j the sum over contacts q of `w_iq * w_qj * factors[q]`.
  private(set) var sums: [Double]

  init(_ ties: Arcs, factors: [Double]) {
    self.ties = ties
    self.factors = factors
    isContact = [Bool](repeating: false, count: ties.offsets.count - 1)
    sums = [Double](repeating: 0, count: isContact.count)
  }

  mutating func run(_ node: Int, _ budget: some Budget) throws(RunError) {
    let places = ties.places(node)
    var work = places.count
    for place in places {
      let contact = Int(ties.targets[place])
      isContact[contact] = true
      sums[contact] = 0
      work += ties.degree(contact)
    }
    try budget.charge(work)
    for place in places {
      let contact = Int(ties.targets[place])
      let scale = ties.weight(place) * factors[contact]
      for far in ties.places(contact) {
        let other = Int(ties.targets[far])
        if isContact[other] { sums[other] += scale * ties.weight(far) }
      }
    }
    for place in places { isContact[Int(ties.targets[place])] = false }
  }
}
