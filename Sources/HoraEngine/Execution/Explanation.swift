// Comes in: a run that has printed. Goes out: what texts stood for, and how many rows each step of
// its queries left, for `hora explain`.

/// A piece of the text and what it was understood as.
public struct TextMeaning: Sendable, Hashable {
  public var range: TextRange
  public var text: String
  public init(range: TextRange, text: String) {
    self.range = range
    self.text = text
  }
}

/// One step of a query that ran.
public struct ExplainedStep: Sendable, Hashable {
  /// The step as it is written.
  public var text: String
  public var rows: Int
}

extension Run {
  /// The steps of a printed query, from its innermost source on. Steps that one clause made are
  /// one, and what only serves printing is left out.
  func explanation(of id: QueryID) -> [ExplainedStep] {
    var steps: [ExplainedStep] = []
    for query in chain(id).dropFirst().reversed() {
      guard let rows = traces[query]?.rows, let first = rows.first else { continue }
      switch plan.queries[query].source {
      case .query: break
      case .letQuery(let place):
        steps.append(ExplainedStep(text: plan.lets[place].name, rows: first))
      default: steps.append(ExplainedStep(text: source(of: query), rows: first))
      }
      var last: TextRange?
      for (place, step) in plan.queries[query].operators.enumerated() {
        guard rows.indices.contains(place + 1) else { continue }
        let explained = ExplainedStep(
          text: plan.written(step.range, most: 200), rows: rows[place + 1])
        if step.range == last {
          steps[steps.count - 1] = explained
        } else {
          steps.append(explained)
        }
        last = step.range
      }
    }
    return steps
  }

  private func source(of query: QueryID) -> String {
    switch plan.queries[query].source {
    case .collection(let id): network.schema.collections[id].name
    case .path(let path): plan.written(plan.expressions[path].range, most: 200)
    case .pairs(let set): "pairs " + plan.written(plan.expressions[set].range, most: 200)
    case .unit: "one row"
    case .network(let id): "ties of \(plan.networks[id].name)"
    case .paths(let paths): "paths in \(plan.networks[paths.network].name)"
    case .match: "match"
    case .gaps: "gaps"
    case .conflicts: "conflicts"
    case .query, .letQuery: ""
    }
  }

  /// What each text that is looked up stands for, in the order of the query.
  func textMeanings() -> [TextMeaning] {
    var meanings: [TextMeaning] = []
    for (id, set) in plan.sets.enumerated() {
      guard let resolved = sets[id] else { continue }
      switch set.kind {
      case .given, .narrower: continue
      case .named, .concepts, .matching: break
      }
      let named = resolved.named.rows
      let names = named.prefix(3).map { row in
        let label = label(of: row, in: set.collection)
        let key = key(of: row, in: set.collection)
        return label == key ? label : "\(label) (\(key))"
      }
      let collection = network.schema.collections[set.collection]
      var text = named.isEmpty ? "none" : names.joined(separator: ", ")
      if named.count > 3 { text += " and \(named.count - 3) more" }
      let narrower = resolved.rows.count - resolved.named.count
      if narrower > 0 { text += ", with \(narrower) narrower" }
      meanings.append(TextMeaning(range: set.range, text: "\(collection.name): \(text)"))
    }
    return meanings.sorted { $0.range.start < $1.range.start }
  }
}
