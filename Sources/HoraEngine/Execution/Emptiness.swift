// Comes in: a query that gave no rows. Goes out: which condition took the last ones, how many each
// left, and what values are near. Computed only for an empty answer.

extension Run {
  /// - Parameter queries: the printed query and those it reads its rows from, outermost first.
  func emptiness(_ queries: [QueryID]) throws(RunError) -> [String] {
    for query in queries.reversed() {
      guard let rows = traces[query]?.rows, let empty = rows.firstIndex(of: 0) else { continue }
      if empty == 0 { return emptySource(plan.queries[query].source) }
      let place = empty - 1
      let step = plan.queries[query].operators[place]
      // A condition that asks nothing of the rows explains itself.
      if case .filter(let condition) = step.kind, plan.expressions[condition].isConstant {
        return []
      }
      guard case .filter(let condition) = step.kind, traces[query]?.isStreamed != true else {
        let words = plan.written(step.range)
        return words.isEmpty ? [] : ["No row is left: `\(words)` left none of \(rows[place])."]
      }
      return try lastCondition(conjuncts(condition), query, place)
    }
    return []
  }

  private func emptySource(_ source: Source) -> [String] {
    switch source {
    case .collection(let id): return ["`\(network.schema.collections[id].name)` has no rows."]
    case .path(let path):
      let words = plan.written(plan.expressions[path].range)
      return words.isEmpty ? [] : ["`\(words)` leads to nothing."]
    default: return []
    }
  }

  /// Asks the conditions one after the other until no row is left.
  private func lastCondition(
    _ parts: [ExpressionID], _ query: QueryID, _ place: Int
  ) throws(RunError) -> [String] {
    var frame = try execute(query, in: Batch.unit(), steps: place)
    var left: [String] = []
    for part in parts {
      let before = frame
      frame = try filter(frame, part, Batch.unit())
      let words = plan.written(plan.expressions[part].range)
      guard frame.count == 0 else {
        left.append("`\(words)` left \(frame.count) of \(before.count)")
        continue
      }
      left.append(
        left.isEmpty
          ? "`\(words)` holds for none of \(before.count)"
          : "`\(words)` none of these")
      let near = try nearValues(part, before)
      // Where little was left before: what the condition finds among all rows.
      var alone = ""
      if parts.count > 1, part != parts.first {
        let all = try filter(
          try execute(query, in: Batch.unit(), steps: place), part, Batch.unit()
        ).count
        alone = " By itself it holds for \(all == 0 ? "none" : "\(all)")."
      }
      return ["No row is left: " + left.joined(separator: ", ") + "." + alone] + near
    }
    return []
  }

  // MARK: Near values

  /// What the compared value is in the rows that were left, as far as it tells something.
  private func nearValues(_ condition: ExpressionID, _ frame: Frame) throws(RunError) -> [String] {
    let value: ExpressionID
    var comparison: Comparison?
    switch plan.expressions[condition].kind {
    case .compare(let operation, let left, let right) where plan.expressions[right].isConstant:
      (value, comparison) = (left, operation)
    case .between(let left, _, _), .memberOf(let left, _), .matches(let left, _): value = left
    default: return []
    }
    guard !plan.expressions[value].isConstant else { return [] }
    let batch = frame.batch(0..<frame.count, in: Batch.unit())
    let (_, elements) = try evaluate(value, batch).asList
    let type = plan.expressions[value].type
    let words = "`\(plan.written(plan.expressions[value].range))`"
    guard elements.count > 0 else { return ["\(words) has no value in any of them."] }
    switch type {
    case .int, .decimal, .date: return [extremes(elements.expanded, type, comparison, words)]
    case .text, .entity: return commonest(elements.expanded, type, words)
    default: return []
    }
  }

  private func extremes(
    _ values: Vector, _ type: ValueType, _ comparison: Comparison?, _ words: String
  ) -> String {
    func extreme(_ function: Aggregate) -> String {
      let groups = [Int32](repeating: 0, count: values.count)
      let row = Reduce.pick(function, values, groups, 1, labelRanks: nil)[0]
      return row < 0 ? "" : ValueText.text(values, Int(row), type, network) ?? ""
    }
    let low = extreme(.min)
    let high = extreme(.max)
    switch comparison {
    case .greater?, .greaterOrEqual?: return "The largest \(words) among them is \(high)."
    case .less?, .lessOrEqual?: return "The smallest \(words) among them is \(low)."
    default:
      return low == high
        ? "\(words) is \(low) in all of them." : "\(words) goes from \(low) to \(high) among them."
    }
  }

  /// The most frequent values, at most three.
  private func commonest(_ values: Vector, _ type: ValueType, _ words: String) -> [String] {
    let codes: [Int32]
    switch values {
    case .text(let texts, _): codes = texts
    case .entity(let rows): codes = rows
    default: return []
    }
    var counts: [Int32: (count: Int, place: Int)] = [:]
    for (place, code) in codes.enumerated() where code >= 0 {
      counts[code, default: (0, place)].count += 1
    }
    let best = counts.values.sorted { ($1.count, $0.place) < ($0.count, $1.place) }
    let shown = best.prefix(3).map { entry in
      let text = ValueText.text(values, entry.place, type, network) ?? ""
      return "\"\(text.count <= 40 ? text : text.prefix(39) + "…")\" (\(entry.count))"
    }
    guard !shown.isEmpty else { return [] }
    let more = best.count > 3 ? ", and \(best.count - 3) more" : ""
    return ["\(words) is \(shown.joined(separator: ", "))\(more) there."]
  }
}
