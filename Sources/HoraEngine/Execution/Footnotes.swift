// Comes in: a query that ran. Goes out: what its reader should know: which rows are there only by
// weaker evidence, that groups overlap, what the data leaves out.

extension Run {
  /// The footnotes of a printed query.
  func footnotes(_ id: QueryID, rows: Int) throws(RunError) -> [String] {
    var lines: [String] = []
    for query in chain(id) {
      var kept: Frame?
      for (place, step) in plan.queries[query].operators.enumerated() {
        switch step.kind {
        case .filter(let condition):
          guard plan.queries[query].reach == 0 else { continue }
          for part in conjuncts(condition) {
            guard case .memberOf(let path, let set) = plan.expressions[part].kind else { continue }
            if kept == nil { kept = try prefix(of: query, through: place) }
            if let frame = kept { lines += try evidence(path, set, frame) }
          }
        case .summarize(let keys, _):
          if keys.contains(where: { plan.expressions[$0].cardinality == .many }) {
            lines.append("Groups overlap: a row is in every group it has a value for.")
          }
        default: break
        }
        kept = nil
      }
      if rows == 0 { lines += try absences(query) }
    }
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  /// The query that is printed and those it reads its rows from.
  private func chain(_ id: QueryID) -> [QueryID] {
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

  private func conjuncts(_ id: ExpressionID) -> [ExpressionID] {
    if case .and(let parts) = plan.expressions[id].kind { return parts.flatMap(conjuncts) }
    return [id]
  }

  /// The rows after the operator at `place`, computed again: only asked for printed queries.
  private func prefix(of query: QueryID, through place: Int) throws(RunError) -> Frame {
    try execute(query, in: Batch.unit(), steps: place + 1)
  }

  /// How many rows matched only through texts, or only through narrower concepts.
  private func evidence(
    _ path: ExpressionID, _ set: SetID, _ frame: Frame
  ) throws(RunError) -> [String] {
    guard case .follow(let source, let relation) = plan.expressions[path].kind,
      case .entity(let collection) = plan.expressions[path].type,
      network.schema.collections[collection].parent != nil
    else { return [] }
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
