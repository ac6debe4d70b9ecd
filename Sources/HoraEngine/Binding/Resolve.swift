// Comes in: the sets and look-ups of a plan. Goes out: the entities they stand for, found before
// the first row is read, with a message for what is not there.

/// A set of entities, resolved.
struct ResolvedSet: Sendable {
  var rows: BitSet
  /// For concepts: those found by name, without the narrower ones.
  var named: BitSet
}

extension Run {
  /// Resolves what does not depend on data of a row, so that wrong names are told at once.
  func resolveAll() throws(RunError) {
    for set in plan.sets.indices { _ = try resolve(set) }
    try checkValues()
    for (id, expression) in plan.expressions.enumerated() {
      if case .lookup = expression.kind { _ = try constant(id) }
    }
  }

  func resolve(_ id: SetID) throws(RunError) -> ResolvedSet {
    if let known = sets[id] { return known }
    let set = plan.sets[id]
    let size = network.collections[set.collection].rowCount
    let resolved: ResolvedSet
    switch set.kind {
    case .named(let text):
      var rows = BitSet(size: size)
      for name in try texts(text) {
        let found = NameIndex.of(network, set.collection).all(name)
        if found.isEmpty { try unknownName(name, set) }
        if found.count > 1 { ambiguous(name, found, set) }
        for row in found { rows.insert(row) }
      }
      resolved = ResolvedSet(rows: rows, named: rows)
    case .given(let entities):
      let rows = try BitSet(size: size, entityRows(entities))
      resolved = ResolvedSet(rows: rows, named: rows)
    case .narrower(let entities):
      resolved = try narrower(entityRows(entities), set)
    case .concepts(let text):
      var named: [Int32] = []
      for name in try texts(text) {
        named += try concepts(name, in: set.collection, at: set.range)
      }
      resolved = narrower(named, set)
    case .matching(let pattern):
      resolved = try matching(pattern, set)
    }
    sets[id] = resolved
    return resolved
  }

  private func narrower(_ named: [Int32], _ set: EntitySet) -> ResolvedSet {
    ResolvedSet(
      rows: TaxonomyIndex.of(network, set.collection).closure(named),
      named: BitSet(size: network.collections[set.collection].rowCount, named))
  }

  /// The entities whose names have a pattern, in a taxonomy with everything narrower.
  private func matching(
    _ pattern: TextPattern, _ set: EntitySet
  ) throws(RunError) -> ResolvedSet {
    let index = NameIndex.of(network, set.collection)
    let isTaxonomy = network.schema.collections[set.collection].parent != nil
    var found: [Int32] = []
    switch pattern {
    case .regex(let regex):
      let matcher = RegexMatcher(regex)
      found = NameTexts.rows(network, set.collection) { matcher.matches($0) }
      try charge(Int(truncatingIfNeeded: matcher.steps))
    case .words(let patterns):
      for case .plain(let text) in patterns {
        for name in try texts(text) {
          if isTaxonomy {
            found += conceptsOrWords(name, set)
          } else {
            let words = WordPattern(name)
            found += index.rows { words.matches($0) }
          }
        }
      }
      var fuzzy = try matcher(.words(patterns.filter { $0.isFuzzy }))
      if !fuzzy.isEmpty {
        found += index.rows { fuzzy.matches($0) }
        try charge(Int(truncatingIfNeeded: fuzzy.steps))
      }
    }
    if isTaxonomy { return narrower(found, set) }
    let rows = BitSet(size: network.collections[set.collection].rowCount, found)
    return ResolvedSet(rows: rows, named: rows)
  }

  /// The concepts with such a label or code.
  func concepts(
    _ text: String, in collection: CollectionID, at range: TextRange
  ) throws(RunError) -> [Int32] {
    let found = called(text, collection, range)
    if !found.isEmpty { return found }
    throw .failed(
      RunMessage.unknownConcept(
        text, in: network.schema.collections[collection].name,
        nearest: counted(nearestNames(text, collection), collection, range), at: range))
  }

  private func called(_ text: String, _ collection: CollectionID, _ range: TextRange) -> [Int32] {
    let found = NameIndex.of(network, collection).all(text)
    if found.count > 1 {
      note(
        RunMessage.ambiguousConcept(
          text, labels: found.map { key(of: $0, in: collection) }, at: range))
    }
    return found
  }

  /// The concepts with such a label or code; where there are none, those whose labels have the
  /// words.
  private func conceptsOrWords(_ text: String, _ set: EntitySet) -> [Int32] {
    let isPattern = text.contains { $0 == "*" || $0 == "?" }
    if !isPattern {
      let found = called(text, set.collection, set.range)
      if !found.isEmpty { return found }
    }
    let pattern = WordPattern(text)
    let byWords = NameIndex.of(network, set.collection).rows { pattern.matches($0) }
    if !isPattern {
      note(
        RunMessage.conceptByWords(
          text, labels: byWords.map { label(of: $0, in: set.collection) }, at: set.range))
    }
    return byWords
  }

  private func unknownName(_ text: String, _ set: EntitySet) throws(RunError) {
    let name = network.schema.collections[set.collection].name
    let issue = RunMessage.unknownValue(
      text, of: name,
      nearest: counted(nearestNames(text, set.collection), set.collection, set.range), known: [],
      at: set.range)
    if strict { throw .failed(issue) }
    note(issue)
  }

  private func ambiguous(_ text: String, _ rows: [Int32], _ set: EntitySet) {
    note(
      RunMessage.ambiguousName(
        text, keys: rows.map { key(of: $0, in: set.collection) }, at: set.range))
  }

  /// The one entity that a text or number names: by key, else display name, else other name.
  func lookUp(
    _ collection: CollectionID, _ key: ExpressionID, _ range: TextRange
  ) throws(RunError) -> Int32 {
    let text: String
    switch try constant(key) {
    case .repeated(.text(let codes, let dictionary), _): text = dictionary.string(codes[0])
    case .repeated(.int(let values, _), _): text = String(values[0])
    default: text = ""
    }
    return try lookUp(collection, text, range)
  }

  func lookUp(
    _ collection: CollectionID, _ text: String, _ range: TextRange
  ) throws(RunError) -> Int32 {
    let found = NameIndex.of(network, collection).best(text)
    let name = network.schema.collections[collection].name
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw .failed(
        RunMessage.noSuchEntity(
          text, in: name,
          nearest: nearestNames(text, collection).map {
            NearValue(text: label(of: $0, in: collection))
          }, at: range))
    }
    throw .failed(
      RunMessage.severalEntities(
        text, in: name, names: found.map { self.key(of: $0, in: collection) }, at: range))
  }

  /// The texts of a constant expression.
  func texts(_ id: ExpressionID) throws(RunError) -> [String] {
    let (_, elements) = try constant(id).asList
    guard case .text(let codes, let dictionary) = elements.expanded else { return [] }
    return codes.map { dictionary.string($0) }
  }

  private func entityRows(_ id: ExpressionID) throws(RunError) -> [Int32] {
    guard case .entity(let rows) = try constant(id).asList.elements.expanded else { return [] }
    return rows
  }

  /// The display name of an entity, or its key where it has none.
  func label(of row: Int32, in collection: CollectionID) -> String {
    EntityNames.label(network, collection, row)
  }

  func key(of row: Int32, in collection: CollectionID) -> String {
    EntityNames.key(network, collection, row)
  }

  /// The entities with the nearest names, best first.
  private func nearestNames(_ text: String, _ collection: CollectionID) -> [Int32] {
    let wanted = Array(SearchForm.of(text).utf8)
    guard !wanted.isEmpty, wanted.count <= 100 else { return [] }
    var best: [(distance: Int, row: Int32)] = []
    for (name, row) in NameIndex.of(network, collection).names {
      guard let distance = NearText.distance(wanted, Array(name.utf8)) else { continue }
      best.append((distance, row))
    }
    var seen: Set<Int32> = []
    return best.sorted { ($0.distance, $0.row) < ($1.distance, $1.row) }
      .filter { seen.insert($0.row).inserted }
      .prefix(3).map(\.row)
  }

  /// Entities with how many rows lead to each, where a condition asks right along a relation.
  private func counted(
    _ rows: [Int32], _ collection: CollectionID, _ range: TextRange
  ) -> [NearValue] {
    var inverse: RelationID?
    for expression in plan.expressions {
      guard case .memberOf(let path, let id) = expression.kind, plan.sets[id].range == range,
        case .follow(_, let relation) = plan.expressions[path].kind
      else { continue }
      inverse = network.schema.relations[relation].inverse
    }
    return rows.map { row in
      var near = NearValue(text: label(of: row, in: collection))
      guard let inverse else { return near }
      let count =
        switch network.relations[inverse].shape {
        case .one(let ends): ends[Int(row)] < 0 ? 0 : 1
        case .many(let adjacency):
          Int(adjacency.offsets[Int(row) + 1] - adjacency.offsets[Int(row)])
        }
      near.count = count
      near.rows = NearText.rows(
        count, network.schema.collections[network.schema.relations[inverse].to])
      return near
    }
  }
}

/// The names of entities, for cells and messages.
public enum EntityNames {
  /// The display name; the key where it is missing.
  public static func label(
    _ network: Network, _ collection: CollectionID, _ row: Int32
  ) -> String {
    let schema = network.schema.collections[collection]
    if let field = schema.label, let text = text(network, collection, field, row) { return text }
    return key(network, collection, row)
  }

  /// The key; the row's place, from 1, in a collection without one.
  public static func key(_ network: Network, _ collection: CollectionID, _ row: Int32) -> String {
    let schema = network.schema.collections[collection]
    if let field = schema.key, let text = text(network, collection, field, row) { return text }
    return String(Int(row) + 1)
  }

  static func text(
    _ network: Network, _ collection: CollectionID, _ field: Int, _ row: Int32
  ) -> String? {
    guard row >= 0, case .scalar(let values) = network.collections[collection].columns[field]
    else { return nil }
    switch values {
    case .text(let codes, let dictionary):
      let code = codes[Int(row)]
      return code < 0 ? nil : dictionary.string(code)
    case .int(let v, let validity): return validity[Int(row)] ? String(v[Int(row)]) : nil
    default: return nil
    }
  }
}
