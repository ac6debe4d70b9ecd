// Comes in: a question about the potential of pairs, and a batch. Goes out: its value in each row. The
// profiles of the network's nodes are made once a run.

/// A network with profiles of its nodes.
struct PotentialKey: Hashable {
  var network: NetworkID
  var path: ExpressionID
}

extension Run {
  func potential(_ key: PotentialKey) throws(RunError) -> Potential {
    if let known = potentials[key] { return known }
    let built = try network(key.network)
    let model = try Potential(
      built.graph, profiles(of: built.rows, key.path, forMany: true), links(key.network),
      built.activities)
    potentials[key] = model
    return model
  }

  func proximities(_ id: NetworkID) throws(RunError) -> ProximityRanks {
    if let known = proximityRanks[id] { return known }
    let ranks = try ProximityRanks(links(id), self)
    proximityRanks[id] = ranks
    return ranks
  }

  func links(_ id: NetworkID) throws(RunError) -> LinkMeasures {
    if let known = linkMeasures[id] { return known }
    let measures = try LinkMeasures(network(id).graph, self)
    linkMeasures[id] = measures
    return measures
  }

  /// What each of the rows has along a path, and how related it is.
  func profiles(
    of rows: [Int32], _ path: ExpressionID, forMany: Bool = false
  ) throws(RunError) -> Profiles {
    let (offsets, things) = try thingLists(of: rows, path)
    guard case .entity(let collection) = plan.expressions[path].type else {
      return try Profiles(
        offsets: [Int](repeating: 0, count: rows.count + 1), things: [], thingCount: 0, self)
    }
    return try Profiles(
      offsets: offsets, things: things, thingCount: network.collections[collection].rowCount,
      forMany: forMany, self)
  }

  /// What each of the rows has along a path, which is evaluated with the row as column 0: ascending
  /// and each once.
  func thingLists(
    of rows: [Int32], _ path: ExpressionID
  ) throws(RunError) -> (offsets: [Int], things: [Int32]) {
    let batch = Batch(
      count: rows.count, columns: [.entity(rows)], parent: Batch.unit(), parentRows: nil)
    let (offsets, elements) = try Distinct.lists(evaluate(path, batch)).asList
    var things: [Int32] = []
    if case .entity(let found) = elements.expanded { things = found }
    for row in rows.indices {
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      if range.dropFirst().contains(where: { things[$0 - 1] > things[$0] }) {
        things[range].sort()
      }
    }
    return (offsets.map { Int($0) }, things)
  }

  func potentialMeasure(_ call: GraphCall, _ batch: Batch) throws(RunError) -> Vector {
    guard let path = call.options[.by] else { return .nothing(count: batch.count) }
    let model = try potential(PotentialKey(network: call.network, path: path))
    let built = try network(call.network)
    var ends: [[Int32]] = []
    for node in call.nodes {
      guard case .entity(let rows) = try evaluate(node, batch).expanded else {
        return .nothing(count: batch.count)
      }
      ends.append(rows.map(built.node))
    }
    let form = try CallOptions(call.options, self).form()
    try charge(batch.count * 16)
    let (scores, mask) = try links(call.network).scores(ends[0], ends[1], self)
    if call.function == .reasons {
      let reasons = PotentialReasons(
        model: model, network: network, things: plan.expressions[path].type,
        activity: form == .likely ? activityName(call.network) : nil)
      return reasons.column(ends[0], ends[1], scores, mask)
    }
    let isComplementary = call.function == .potential && form == .complementary
    let ranks =
      isComplementary || call.function == .proximity ? try proximities(call.network) : nil
    var values = [Double](repeating: 0, count: batch.count)
    for row in 0..<batch.count where mask[row] == 1 {
      let (a, b) = (ends[0][row], ends[1][row])
      switch call.function {
      case .complementarity: values[row] = model.complementarity(a, b)
      case .fit: values[row] = model.fit(a, b)
      case .activity: values[row] = model.activity(a, b)
      case .acquaintance: values[row] = model.acquaintance(scores[row])
      case .novelty: values[row] = model.novelty(a, b)
      default:
        guard let ranks else {
          values[row] = model.likely(a, b, scores[row])
          continue
        }
        let proximity = ranks.rank(scores[row].resourceAllocation)
        values[row] =
          isComplementary ? model.complementary(a, b, proximity: proximity) : proximity
      }
    }
    return .decimal(values, mask)
  }

  /// What a node's activity is counted in.
  private func activityName(_ id: NetworkID) -> String {
    switch plan.networks[id].tie {
    case .shared(let collection): network.schema.collections[collection].name
    case .direct: "ties"
    }
  }
}
