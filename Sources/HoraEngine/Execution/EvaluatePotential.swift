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
      built.graph, profiles(of: built.rows, key.path), links(key.network), self)
    potentials[key] = model
    return model
  }

  func links(_ id: NetworkID) throws(RunError) -> LinkMeasures {
    if let known = linkMeasures[id] { return known }
    let measures = try LinkMeasures(network(id).graph, self)
    linkMeasures[id] = measures
    return measures
  }

  /// What each of the rows has along a path, and how related it is.
  func profiles(of rows: [Int32], _ path: ExpressionID) throws(RunError) -> Profiles {
    let (offsets, things) = try thingLists(of: rows, path)
    guard case .entity(let collection) = plan.expressions[path].type else {
      return try Profiles(
        offsets: [Int](repeating: 0, count: rows.count + 1), things: [], thingCount: 0, self)
    }
    return try Profiles(
      offsets: offsets, things: things, thingCount: network.collections[collection].rowCount, self)
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
    try charge(batch.count * 16)
    let pairs = zip(ends[0], ends[1])
    let mask: Mask = pairs.map { $0 >= 0 && $1 >= 0 && $0 != $1 ? 1 : 0 }
    if call.function == .reasons {
      return reasons(model, ends[0], ends[1], mask, plan.expressions[path].type)
    }
    var values = [Double](repeating: 0, count: batch.count)
    for row in 0..<batch.count where mask[row] == 1 {
      let (a, b) = (ends[0][row], ends[1][row])
      switch call.function {
      case .complementarity: values[row] = model.complementarity(a, b)
      case .proximity: values[row] = model.proximity(a, b)
      case .novelty: values[row] = model.novelty(a, b)
      default: values[row] = model.potential(a, b)
      }
    }
    return .decimal(values, mask)
  }

  // MARK: Reasons

  /// A sentence for each pair, with the counts its figures stand on.
  private func reasons(
    _ model: Potential, _ left: [Int32], _ right: [Int32], _ mask: Mask, _ type: ValueType
  ) -> Vector {
    var builder = TextDictionaryBuilder()
    let codes = mask.indices.map { row -> Int32 in
      guard mask[row] == 1 else { return -1 }
      return builder.insert(reason(model, left[row], right[row], type))
    }
    return .text(codes, builder.finish())
  }

  private func reason(_ model: Potential, _ a: Int32, _ b: Int32, _ type: ValueType) -> String {
    let profiles = model.profiles
    let sizes = [a, b].map { profiles.profile(Int($0)).count }
    guard sizes[0] > 0, sizes[1] > 0 else {
      return "not enough data: profiles of \(sizes[0]) and \(sizes[1])"
    }
    let (brings, common) = profiles.compared(Int(a), Int(b))
    let gets = profiles.compared(Int(b), Int(a)).added
    var parts = [
      "\(common.count) in common" + named(nearest(common, to: a, model), type),
      "b brings \(brings.count)" + named(nearest(brings, to: a, model), type),
      "a brings \(gets.count)" + named(nearest(gets, to: b, model), type),
    ]
    let shared = model.commonNeighbors(a, b)
    parts.append(
      shared == 0
        ? "no common partner" : "\(shared) common \(shared == 1 ? "partner" : "partners")")
    let tie = model.tie(a, b)
    parts.append(tie > 0 ? "tied already, weight \(ValueText.decimal(tie))" : "not tied yet")
    return parts.joined(separator: "; ")
  }

  /// The three things that lie nearest to what a node has.
  private func nearest(_ things: [Int32], to node: Int32, _ model: Potential) -> [Int32] {
    let densities = things.map { model.profiles.density($0, of: Int(node)) }
    let order = things.indices.sorted { (one: Int, other: Int) -> Bool in
      densities[one] == densities[other] ? one < other : densities[one] > densities[other]
    }
    return order.prefix(3).map { things[$0] }
  }

  private func named(_ things: [Int32], _ type: ValueType) -> String {
    guard !things.isEmpty, case .entity(let collection) = type else { return "" }
    let names = things.map { EntityNames.label(network, collection, $0) }
    return " (" + names.joined(separator: ", ") + ")"
  }
}
