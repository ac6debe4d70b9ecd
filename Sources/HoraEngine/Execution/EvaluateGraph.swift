// Comes in: a question to a network and a batch. Goes out: its value in each row. A measure is computed
// once a run for all nodes of the whole network, whatever rows are left.

/// What a measure was asked with: the same question is answered once.
struct MeasureKey: Hashable {
  var function: GraphFunction
  var network: NetworkID
  var options: [GraphOption: ExpressionID]
}

extension Run {
  func graph(_ call: GraphCall, _ batch: Batch, _ range: TextRange) throws(RunError) -> Vector {
    let key = MeasureKey(function: call.function, network: call.network, options: call.options)
    switch call.function.scope {
    case .whole:
      return .repeated(
        try measured(key) { run throws(RunError) in try run.wholeMeasure(call, range) },
        count: batch.count)
    case .node:
      let column = try measured(key) { run throws(RunError) in try run.nodeMeasure(call, range) }
      switch try evaluate(call.nodes[0], batch) {
      case .entity(let rows): return column.gather(rows)
      case .repeated(.entity(let rows), let count):
        return .repeated(column.gather(rows), count: count)
      default: return .nothing(count: batch.count)
      }
    case .pair: return try pairMeasure(call, batch)
    case .profiles: return try potentialMeasure(call, batch)
    }
  }

  private func measured(
    _ key: MeasureKey, _ compute: (Run) throws(RunError) -> Vector
  ) throws(RunError) -> Vector {
    if let known = measures[key] { return known }
    let value = try compute(self)
    measures[key] = value
    return value
  }

  // MARK: Nodes

  /// One value for each row of the nodes' collection.
  private func nodeMeasure(_ call: GraphCall, _ range: TextRange) throws(RunError) -> Vector {
    let built = try network(call.network)
    let options = CallOptions(call.options, self)
    let graph = try options.flag(.weighted, else: true) ? built.graph : built.graph.unweighted
    let length: TieLength =
      try options.flag(.weighted, else: false) ? .inverseWeight : .hops
    let isNormalised = try options.flag(.normalised, else: false)
    func values(_ numbers: [Double]) -> Vector { built.spread(undefinedAsMissing(numbers)) }
    func counts(_ numbers: [Int64]) -> Vector { built.spread(.int(numbers, [])) }
    switch call.function {
    case .degree:
      let direction = try options.direction()
      return isNormalised
        ? values(built.graph.normalisedDegree(direction)) : counts(built.graph.degree(direction))
    case .strength:
      let strength = graph.strength(try options.direction())
      return built.hasWholeWeights
        ? counts(strength.map { Int64($0) }) : values(strength)
    case .closeness:
      return values(
        try graph.closeness(
          normalised: isNormalised, length: length, direction: options.direction() ?? .out, self))
    case .harmonic:
      return values(
        try graph.harmonic(
          normalised: isNormalised, length: length, direction: options.direction() ?? .out, self))
    case .betweenness:
      return values(try betweenness(built, options, isNormalised, length, range))
    case .pagerank:
      let iterated = try graph.pageRank(
        damping: options.share(.damping, else: 0.85),
        rounds: options.count(.rounds, else: 1000), self)
      return values(converged(iterated, range))
    case .eigenvector:
      let iterated = try graph.eigenvector(rounds: options.count(.rounds, else: 10_000), self)
      return values(converged(iterated, range))
    case .clustering: return values(try built.graph.clustering(self))
    case .constraint: return values(try graph.constraint(self))
    case .effectiveSize: return values(try graph.effectiveSize(self))
    case .core: return counts(try built.graph.core(self))
    case .component: return counts(try built.graph.components(self).map { Int64($0) })
    case .community:
      return counts(try communities(graph, options).numbers.map { Int64($0) })
    case .isCut: return built.spread(.bool(try built.graph.cutNodes(self).map { $0 ? 1 : 0 }))
    case .hDegree: return counts(try built.graph.hDegree(self))
    case .participationCoefficient:
      return values(try graph.participation(groups(call, built), self))
    case .externalInternal:
      return values(try graph.externalInternal(groups(call, built), self))
    case .brokerage:
      let roles = try built.graph.brokerage(groups(call, built), self)
      return counts(try options.roles(roles))
    default: return .nothing(count: built.nodes.count)
    }
  }

  private func communities(
    _ graph: Graph, _ options: CallOptions
  ) throws(RunError) -> Communities {
    try graph.communities(
      resolution: options.share(.resolution, else: 1, most: .infinity),
      seed: UInt64(options.count(.seed, else: 1)), self)
  }

  /// Exact where that can be paid for, else from a sample, which says so.
  private func betweenness(
    _ built: NetworkGraph, _ options: CallOptions, _ isNormalised: Bool, _ length: TieLength,
    _ range: TextRange
  ) throws(RunError) -> [Double] {
    if let rows = try options.entities(.from) {
      let sources = Set(rows.map(built.node)).filter { $0 >= 0 }.sorted()
      return try built.graph.betweenness(
        from: sources, normalised: isNormalised, length: length, self)
    }
    let sample = try built.graph.betweennessSample(
      seed: UInt64(options.count(.seed, else: 1)), normalised: isNormalised,
      length: length, self)
    if sample.sources < built.graph.nodeCount {
      note(RunMessage.sampled(sample, nodes: built.graph.nodeCount, at: range))
    }
    return sample.values
  }

  private func converged(_ iterated: Iterated, _ range: TextRange) -> [Double] {
    if !iterated.hasConverged { note(RunMessage.notConverged(iterated.rounds, at: range)) }
    return iterated.values
  }

  /// The group of each node; -1 for one without.
  private func groups(_ call: GraphCall, _ built: NetworkGraph) throws(RunError) -> [Int32] {
    guard let by = call.options[.by] else {
      return [Int32](repeating: -1, count: built.rows.count)
    }
    let batch = Batch(
      count: built.rows.count, columns: [.entity(built.rows)], parent: Batch.unit(),
      parentRows: nil)
    let values = try evaluate(by, batch).expanded
    var grouper = Grouper(count: built.rows.count)
    grouper.add(values)
    return zip(grouper.groups, values.presence).map { $1 == 1 ? $0 : -1 }
  }

  // MARK: The whole

  private func wholeMeasure(_ call: GraphCall, _ range: TextRange) throws(RunError) -> Vector {
    let built = try network(call.network)
    let graph = built.graph
    let options = CallOptions(call.options, self)
    func value(_ number: Double?) -> Vector { undefinedAsMissing([number ?? .nan]) }
    switch call.function {
    case .density: return value(graph.density)
    case .transitivity: return value(try graph.transitivity(self))
    case .reciprocity: return value(try graph.reciprocity(self))
    case .averagePath: return value(try graph.averagePathLength(self))
    case .diameter:
      guard let diameter = try graph.diameter(self) else { return .nothing(count: 1) }
      if !diameter.isWhole {
        note(RunMessage.largestPart(diameter.nodes, graph.nodeCount, at: range))
      }
      return .int([Int64(diameter.hops)], [])
    case .modularity:
      let weighed = try options.flag(.weighted, else: true) ? graph : graph.unweighted
      if call.options[.by] == nil { return value(try communities(weighed, options).modularity) }
      return value(
        try weighed.modularity(
          groups(call, built), resolution: options.share(.resolution, else: 1, most: .infinity),
          self))
    default: return .nothing(count: 1)
    }
  }

  // MARK: Pairs

  private func pairMeasure(_ call: GraphCall, _ batch: Batch) throws(RunError) -> Vector {
    let built = try network(call.network)
    var ends: [[Int32]] = []
    for node in call.nodes {
      guard case .entity(let rows) = try evaluate(node, batch).expanded else {
        return .nothing(count: batch.count)
      }
      ends.append(rows.map(built.node))
    }
    let graph = built.graph
    if call.function == .hops {
      var search = try PairHops(graph, self)
      var values = [Int64](repeating: 0, count: batch.count)
      var mask = Mask(repeating: 0, count: batch.count)
      for row in 0..<batch.count {
        guard let hops = try search.hops(ends[0][row], ends[1][row], self) else { continue }
        values[row] = Int64(hops)
        mask[row] = 1
      }
      return .int(values, mask)
    }
    let (scores, mask) = try links(call.network).scores(ends[0], ends[1], self)
    switch call.function {
    case .commonNeighbors: return .int(scores.map { Int64($0.commonNeighbors) }, mask)
    case .preferentialAttachment:
      return .int(scores.map { Int64($0.preferentialAttachment) }, mask)
    case .adamicAdar: return .decimal(scores.map(\.adamicAdar), mask)
    default: return .decimal(scores.map(\.resourceAllocation), mask)
    }
  }
}
