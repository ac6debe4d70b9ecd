// Comes in: a query that ran. Goes out: what its reader should know: which rows are there only by
// weaker evidence or for want of a value, that groups overlap, why there are none.

extension Run {
  /// The footnotes of a printed query.
  func footnotes(_ id: QueryID, rows: Int) throws(RunError) -> [String] {
    var lines: [String] = []
    let queries = chain(id)
    if rows == 0 { lines += try emptiness(queries) }
    for query in queries {
      for (place, step) in plan.queries[query].operators.enumerated() {
        switch step.kind {
        case .filter(let condition):
          guard plan.queries[query].reach == 0, traces[query]?.isStreamed != true else { continue }
          for part in conjuncts(condition) {
            lines += try evidence(part, query, place)
          }
        case .summarize(let keys, _):
          if keys.contains(where: { plan.expressions[$0].cardinality == .many }) {
            lines.append("Groups overlap: a row is in every group it has a value for.")
          }
        case .cover: lines += coverRemarks[step.range.start] ?? []
        default: break
        }
      }
      if rows == 0 { lines += try absences(query) }
    }
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  /// The query that is printed and those it reads its rows from.
  func chain(_ id: QueryID) -> [QueryID] {
    var result = [id]
    var next = id
    while true {
      switch plan.queries[next].source {
      case .query(let source): next = source
      case .letQuery(let place):
        guard case .query(let source) = plan.lets[place].value else { return result }
        next = source
      default: return result
      }
      result.append(next)
    }
  }

  func conjuncts(_ id: ExpressionID) -> [ExpressionID] {
    if case .and(let parts) = plan.expressions[id].kind { return parts.flatMap(conjuncts) }
    return [id]
  }

  // MARK: Evidence

  /// What is to be said of a condition that all rows of a frame meet.
  private func evidence(
    _ condition: ExpressionID, _ query: QueryID, _ place: Int
  ) throws(RunError) -> [String] {
    switch plan.expressions[condition].kind {
    case .memberOf(let path, let set):
      let names = try otherNames(set)
      guard let (source, relation) = taxonomyPath(path) else { return names }
      return names + (try weaker(source, relation, set, kept(query, place)))
    case .not(let inner):
      guard let value = asked(inner) else { return [] }
      let frame = try kept(query, place)
      let present = try evaluate(value, frame.batch(0..<frame.count, in: Batch.unit())).presence
      return wanting(present, value, frame.count)
    case .quantified(let quantifier, let source, let asks):
      switch quantifier {
      case .every: break
      case .no where asks != nil: break
      default: return []
      }
      let frame = try kept(query, place)
      let (offsets, _) = try scope(source, frame.batch(0..<frame.count, in: Batch.unit()))
      let present = (0..<frame.count).map { offsets[$0 + 1] > offsets[$0] ? UInt8(1) : 0 }
      switch source {
      case .path(let path): return wanting(present, path, frame.count)
      case .links(let of, let relation):
        let name = network.schema.relations[relation].name
        return wanting(present, of, frame.count, called: name)
      }
    default: return []
    }
  }

  /// The rows behind a filter; computed again only where they were not kept.
  private func kept(_ query: QueryID, _ place: Int) throws(RunError) -> Frame {
    if let frame = traces[query]?.kept[place] { return frame }
    return try execute(query, in: Batch.unit(), steps: place + 1)
  }

  /// The value that a condition asks about, where its being missing makes the condition false.
  private func asked(_ condition: ExpressionID) -> ExpressionID? {
    switch plan.expressions[condition].kind {
    case .compare(_, let left, _), .between(let left, _, _), .memberOf(let left, _),
      .matches(let left, _):
      return plan.expressions[left].isConstant ? nil : left
    case .field: return condition
    default: return nil
    }
  }

  private func wanting(
    _ present: [UInt8], _ value: ExpressionID, _ count: Int, called name: String? = nil
  ) -> [String] {
    let missing = present.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    guard missing > 0 else { return [] }
    let words = name ?? plan.written(plan.expressions[value].range)
    return ["\(counted(missing, of: count)) only because `\(words)` has no value there."]
  }

  private func taxonomyPath(_ path: ExpressionID) -> (ExpressionID, RelationID)? {
    guard case .follow(let source, let relation) = plan.expressions[path].kind,
      case .entity(let collection) = plan.expressions[path].type,
      network.schema.collections[collection].parent != nil
    else { return nil }
    return (source, relation)
  }

  /// Texts of a condition that are only another name of what they stand for.
  private func otherNames(_ set: SetID) throws(RunError) -> [String] {
    let wanted: [ExpressionID]
    switch plan.sets[set].kind {
    case .named(let text), .concepts(let text): wanted = [text]
    case .matching(.words(let patterns)):
      wanted = patterns.compactMap { if case .plain(let text) = $0 { text } else { nil } }
    default: return []
    }
    let collection = plan.sets[set].collection
    // In other collections `~` asks for words of any name, and nothing is looked up.
    if case .matching = plan.sets[set].kind, network.schema.collections[collection].parent == nil {
      return []
    }
    var lines: [String] = []
    for text in wanted {
      for name in try texts(text) {
        let found = NameIndex.of(network, collection).byOtherName(name)
        guard !found.isEmpty else { continue }
        let labels = RunMessage.quoted(found.prefix(3).map { label(of: $0, in: collection) })
        lines.append("\"\(name)\" is another name of \(labels).")
      }
    }
    return lines
  }

  /// How many rows matched only through texts, or only through narrower concepts.
  private func weaker(
    _ source: ExpressionID, _ relation: RelationID, _ set: SetID, _ frame: Frame
  ) throws(RunError) -> [String] {
    let resolved = try resolve(set)
    let batch = frame.batch(0..<frame.count, in: Batch.unit())
    guard case .entity(let rows) = try evaluate(source, batch).expanded else { return [] }
    var lines: [String] = []
    let elements = try follow(.entity(rows), relation).asList
    if case .entity(let concepts) = elements.elements.expanded,
      resolved.named.count < resolved.rows.count
    {
      let all = Selection.any(resolved.rows.test(concepts), elements.offsets)
      let direct = Selection.any(resolved.named.test(concepts), elements.offsets)
      let narrower = all.indices.count { all[$0] == 1 && direct[$0] == 0 }
      if narrower > 0 {
        lines.append("\(counted(narrower, of: frame.count)) only through narrower concepts.")
      }
    }
    if let texts = textOnly(relation, rows, resolved.rows), texts > 0 {
      lines.append(
        "\(counted(texts, of: frame.count)) only by words in texts, a weaker kind of evidence "
          + "(`select \(network.schema.relations[relation].name).evidence` shows it).")
    }
    return lines
  }

  /// How many rows reach the set by links of the kind "text" only; nil without such a column.
  private func textOnly(_ relation: RelationID, _ rows: [Int32], _ set: BitSet) -> Int? {
    guard let links = network.relations[relation].link,
      let collection = network.schema.relations[relation].link,
      let kind = network.schema.collections[collection].fields.firstIndex(where: {
        $0.name == "kind"
      }),
      case .scalar(.text(let codes, let dictionary)) = network.collections[collection].columns[kind]
    else { return nil }
    guard let text = dictionary.code(of: "text") else { return 0 }
    return rows.count { row in
      guard row >= 0 else { return false }
      var any = false
      for place in links.offsets[Int(row)]..<links.offsets[Int(row) + 1]
      where set.contains(links.ends[Int(place)]) {
        if codes[Int(links.rows[Int(place)])] != text { return false }
        any = true
      }
      return any
    }
  }

  private func counted(_ count: Int, of all: Int) -> String {
    if count == all { return count == 1 ? "The one row matched" : "All \(count) rows matched" }
    return count == 1 ? "1 of \(all) rows matched" : "\(count) of \(all) rows matched"
  }

  // MARK: Absences

  /// What must hold for the condition to hold, inside `exists PATH[…]` as well.
  private func needed(_ id: ExpressionID) -> [ExpressionID] {
    conjuncts(id).flatMap { part -> [ExpressionID] in
      guard case .exists(let path) = plan.expressions[part].kind else { return [part] }
      var inside = path
      while true {
        switch plan.expressions[inside].kind {
        case .elements(_, let condition?, _): return needed(condition)
        case .follow(let source, _), .field(let source, _), .unique(let source): inside = source
        default: return [part]
        }
      }
    }
  }

  /// Notes of the data's publisher on what an empty answer asked for.
  private func absences(_ query: QueryID) throws(RunError) -> [String] {
    var lines: [String] = []
    for step in plan.queries[query].operators {
      guard case .filter(let condition) = step.kind else { continue }
      for part in needed(condition) {
        guard case .memberOf(_, let set) = plan.expressions[part].kind,
          case .named = plan.sets[set].kind
        else { continue }
        let collection = plan.sets[set].collection
        for absence in network.absences {
          let named = NameIndex.of(network, collection).all(absence.value)
          if named.contains(where: { sets[set]?.rows.contains($0) == true }) {
            lines.append(absence.note)
          }
        }
      }
    }
    return lines
  }
}
