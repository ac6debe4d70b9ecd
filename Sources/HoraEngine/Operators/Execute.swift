// Comes in: a query and the batch around it. Goes out: the frame at its end. Each operator takes a
// frame and gives one; a frame has a segment for each row of the batch around, so that a query
// inside an expression runs for all rows at once.

extension Run {
  /// - Parameter steps: how many of the operators; nil is all.
  func execute(_ id: QueryID, in outer: Batch, steps: Int? = nil) throws(RunError) -> Frame {
    let query = plan.queries[id]
    try enter(query.range)
    if steps == nil, let (best, done, rows) = try topPairs(query, in: outer) {
      if printed.contains(id) { traces[id] = QueryTrace(streamed: rows) }
      var frame = best
      for step in query.operators[done...] {
        try charge(frame.count)
        frame = try apply(step, to: frame, in: outer)
        if printed.contains(id) { traces[id]?.note(frame, after: nil, step.kind) }
      }
      return frame
    }
    var frame = try open(query.source, in: outer)
    try reserve(frame.count)
    // Whole runs of printed queries are noted, so that their answers can explain themselves.
    var trace = steps == nil && printed.contains(id) ? QueryTrace(source: frame.count) : nil
    for (place, step) in query.operators.prefix(steps ?? query.operators.count).enumerated() {
      try charge(frame.count)
      frame = try apply(step, to: frame, in: outer)
      trace?.note(frame, after: place, step.kind)
    }
    if let trace { traces[id] = trace }
    return frame
  }

  private func open(_ source: Source, in outer: Batch) throws(RunError) -> Frame {
    switch source {
    case .unit:
      return Frame(
        segments: (0...Int32(outer.count)).map { $0 }, count: outer.count, columns: [])
    case .collection(let collection):
      let size = network.collections[collection].rowCount
      try reserve(size * outer.count)
      let all = (0..<Int32(size)).map { $0 }
      if outer.count == 1 {
        return Frame(segments: [0, Int32(size)], count: size, columns: [.entity(all)])
      }
      var rows: [Int32] = []
      rows.reserveCapacity(size * outer.count)
      for _ in 0..<outer.count { rows.append(contentsOf: all) }
      return Frame(
        segments: (0...Int32(outer.count)).map { $0 * Int32(size) }, count: rows.count,
        columns: [.entity(rows)])
    case .path(let path):
      let (offsets, elements) = try evaluate(path, outer).asList
      return Frame(segments: offsets, count: elements.count, columns: [elements.expanded])
    case .query(let query):
      return try plan.queries[query].reach == 0
        ? spread(independent(query), over: outer.count) : execute(query, in: outer)
    case .pairs(let set): return try pairs(evaluate(set, outer))
    case .letQuery(let index):
      guard case .query(let query) = plan.lets[index].value else {
        return Frame(segments: [0, 0], count: 0, columns: [])
      }
      return spread(try independent(query), over: outer.count)
    case .match(let match): return spread(try matchRows(match), over: outer.count)
    case .conflicts(let plan): return spread(try conflictRows(plan), over: outer.count)
    case .gaps(let gaps): return spread(try gapRows(gaps), over: outer.count)
    case .network(let id): return spread(try tieRows(id), over: outer.count)
    case .paths(let paths):
      return spread(try pathRows(paths, plan.expressions[paths.from].range), over: outer.count)
    }
  }

  /// The same rows once for each row of the batch around.
  private func spread(_ frame: Frame, over count: Int) -> Frame {
    if count == 1 { return frame }
    let rows = (0..<count).flatMap { _ in (0..<Int32(frame.count)).map { $0 } }
    return frame.gather(rows, segments: (0...Int32(count)).map { $0 * Int32(frame.count) })
  }

  func apply(
    _ step: PlannedOperator, to frame: Frame, in outer: Batch
  ) throws(RunError) -> Frame {
    switch step.kind {
    case .filter(let condition): return try filter(frame, condition, outer)
    case .project(let columns, let dropsPivoted):
      return try project(frame, columns, dropsPivoted: dropsPivoted, outer)
    case .each(let path, let optional): return try each(frame, path, optional, outer)
    case .follow(let path): return try followRows(frame, path, outer)
    case .reach(let path, let relation, let hops):
      return try reachRows(frame, path, relation, hops, outer)
    case .summarize(let keys, let aggregates):
      return try summarize(frame, keys, aggregates, outer, step.range)
    case .window(let windows): return try window(frame, windows, outer)
    case .expect(let expectation, let message):
      try expect(frame, expectation, message, outer, step.range)
      return frame
    case .sample(let count, let seed): return try sample(frame, count, seed, outer)
    case .pivot(let rest, let value, let key, let type):
      return try pivot(frame, rest, value, key, type, step.range)
    case .sort(let keys):
      let columns = try sortColumns(frame, keys, outer)
      return ordered(frame) { Sorting.order($0, by: columns) }
    case .top(let count, let per, let by, let withTies):
      return try top(frame, count, per, by, withTies, outer)
    case .take(let count):
      let wanted = try number(count, "`take`", outer)
      return ordered(frame) { range in
        (Int32(range.lowerBound)..<Int32(range.lowerBound + min(wanted, range.count))).map { $0 }
      }
    case .skip(let count):
      let wanted = try number(count, "`skip`", outer)
      return ordered(frame) { range in
        (Int32(range.lowerBound + min(wanted, range.count))..<Int32(range.upperBound)).map { $0 }
      }
    case .distinct(let keys): return try distinct(frame, keys, outer)
    case .combine(let operation, let query, let mine, let theirs):
      return try combine(frame, operation, query, mine, theirs, outer)
    case .cover(let cover): return try self.cover(frame, cover, outer, step.range)
    }
  }

  /// The rows each segment keeps, in the order `choose` gives.
  func ordered(_ frame: Frame, _ choose: (Range<Int>) -> [Int32]) -> Frame {
    var rows: [Int32] = []
    var segments: [Int32] = [0]
    for segment in 0..<(frame.segments.count - 1) {
      rows += choose(Int(frame.segments[segment])..<Int(frame.segments[segment + 1]))
      segments.append(Int32(rows.count))
    }
    return frame.gather(rows, segments: segments)
  }

  /// A count that is the same for all rows.
  func number(_ id: ExpressionID, _ what: String, _ outer: Batch) throws(RunError) -> Int {
    guard outer.count > 0, case .int(let values, let mask) = try evaluate(id, outer).expanded,
      mask.isEmpty || mask[0] == 1, values[0] >= 0
    else {
      if outer.count == 0 { return 0 }
      throw .failed(RunMessage.badCount(what, at: plan.expressions[id].range))
    }
    return Int(clamping: values[0])
  }

  /// The values of an expression for all rows of a frame, computed in batches.
  func column(_ id: ExpressionID, _ frame: Frame, _ outer: Batch) throws(RunError) -> Vector {
    if frame.count <= Run.batchSize(frame.count) {
      return try evaluate(id, frame.batch(0..<frame.count, in: outer))
    }
    let whole = frame.batch(0..<frame.count, in: outer)
    // A column that is there needs no batches.
    if case .column = plan.expressions[id].kind { return try evaluate(id, whole) }
    if case .field(let source, _) = plan.expressions[id].kind,
      case .column = plan.expressions[source].kind
    {
      return try evaluate(id, whole)
    }
    var parts: [Vector] = []
    let size = Run.batchSize(frame.count)
    for start in stride(from: 0, to: frame.count, by: size) {
      let end = min(start + size, frame.count)
      parts.append(try evaluate(id, whole.slice(start..<end)))
    }
    return Vector.joined(parts)
  }

  /// Rows of a batch: enough to spread its cost, few enough for the cache. Up to 131,072 rows
  /// there are at most eight batches, so that what is allocated does not grow with the rows; beyond,
  /// a batch must stay so short that a run stops soon when it is asked to.
  static func batchSize(_ rows: Int) -> Int { min(max(8192, (rows + 7) / 8), 16_384) }
}
