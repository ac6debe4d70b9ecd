// Comes in: what a `cover` needs. Goes out: for each need the entities that cover it, how many rows it
// takes, and what it is worth. Texts are looked up here, once a run.

/// The needs of a `cover`, parallel lists.
struct CoverNeeds {
  /// The needs as they were given, one a row: texts or entities.
  var values: Vector
  var names: [String] = []
  var covering: [BitSet] = []
  var counts: [Int] = []
  /// Nil for a need that must be met.
  var weights: [Double?] = []

  var count: Int { names.count }
}

extension Run {
  func needs(_ cover: CoverPlan) throws(RunError) -> CoverNeeds {
    let frame = try independent(cover.need)
    let range = cover.needRange
    let all = frame.columns[cover.needColumn].expanded
    let names = named(all, cover.target)
    let standard = try numberOfRows(cover)
    var needs = CoverNeeds(values: .nothing(count: 0))
    var kept: [Int32] = []
    var places: [String: Int] = [:]
    for row in 0..<frame.count {
      guard let name = names[row] else { continue }
      let count = try amount(cover.countColumn, frame, row).map { Int(clamping: Int64($0)) }
      let weight = try amount(cover.weightColumn, frame, row)
      guard (count ?? 1) > 0, weight ?? 0 >= 0 else {
        throw .failed(RunMessage.badNeed(name, at: range))
      }
      let entities = try covering(all, row, name, cover)
      let key = SearchForm.of(name)
      if let place = places[key], needs.covering[place].words == entities.words {
        // A need that is there twice is one: the stronger words count.
        needs.counts[place] = max(needs.counts[place], count ?? standard)
        needs.weights[place] = needs.weights[place].flatMap { old in weight.map { max(old, $0) } }
        continue
      }
      places[key] = needs.count
      kept.append(Int32(row))
      needs.names.append(name)
      needs.covering.append(entities)
      needs.counts.append(count ?? standard)
      needs.weights.append(weight)
    }
    needs.values = all.gather(kept)
    return needs
  }

  private func numberOfRows(_ cover: CoverPlan) throws(RunError) -> Int {
    for rule in cover.rules {
      guard case .perNeed(let count) = rule.kind else { continue }
      return try number(count, "`at least`", Batch.unit())
    }
    return 1
  }

  /// What each row is called; nil where it is missing.
  private func named(_ values: Vector, _ collection: CollectionID) -> [String?] {
    switch values {
    case .text(let codes, let dictionary): codes.map { $0 < 0 ? nil : dictionary.string($0) }
    case .entity(let rows): rows.map { $0 < 0 ? nil : label(of: $0, in: collection) }
    default: [String?](repeating: nil, count: values.count)
    }
  }

  private func amount(_ column: Int?, _ frame: Frame, _ row: Int) throws(RunError) -> Double? {
    guard let column else { return nil }
    switch frame.columns[column].slice(row..<(row + 1)).expanded {
    case .int(let v, let mask) where mask.isEmpty || mask[0] == 1: return Double(v[0])
    case .decimal(let v, let mask) where mask.isEmpty || mask[0] == 1: return v[0]
    default: return nil
    }
  }

  /// The entities a row's path must lead to one of.
  private func covering(
    _ values: Vector, _ row: Int, _ name: String, _ cover: CoverPlan
  ) throws(RunError) -> BitSet {
    let isTaxonomy = network.schema.collections[cover.target].parent != nil
    let entities: [Int32]
    if case .entity(let rows) = values {
      entities = [rows[row]]
    } else if isTaxonomy {
      entities = try concepts(name, in: cover.target, at: cover.needRange)
    } else {
      let found = NameIndex.of(network, cover.target).all(name)
      entities = found.isEmpty ? [try lookUp(cover.target, name, cover.needRange)] : found
    }
    if isTaxonomy { return TaxonomyIndex.of(network, cover.target).closure(entities) }
    return BitSet(size: network.collections[cover.target].rowCount, entities)
  }
}
