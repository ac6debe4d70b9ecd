// Comes in: a condition and a batch. Goes out: one byte a row, 1 where it holds, else 0.
// Logic has two values: a comparison with nothing in it is false, a missing bool is not true.

extension Run {
  func truth(_ id: ExpressionID, _ batch: Batch) throws(RunError) -> [UInt8] {
    let expression = plan.expressions[id]
    if expression.isConstant {
      let value = try constantTruth(id, expression)
      return [UInt8](repeating: value, count: batch.count)
    }
    return try computeTruth(expression, id, batch)
  }

  private func constantTruth(_ id: ExpressionID, _ expression: Expression) throws(RunError) -> UInt8
  {
    if case .repeated(.bool(let v), _)? = constants[id] { return v[0] == 1 ? 1 : 0 }
    let value = try computeTruth(expression, id, Batch.unit())[0]
    constants[id] = .repeated(.bool([value]), count: 1)
    return value
  }

  private func computeTruth(
    _ expression: Expression, _ id: ExpressionID, _ batch: Batch
  ) throws(RunError) -> [UInt8] {
    try charge(batch.count)
    try enter(expression.range)
    switch expression.kind {
    case .and(let parts): return try conjunction(parts, batch, whole: true)
    case .or(let parts): return try conjunction(parts, batch, whole: false)
    case .not(let operand):
      return try truth(operand, batch).map { 1 &- ($0 & 1) }
    case .compare(let comparison, let left, let right):
      return try compare(comparison, left, right, batch)
    case .between(let value, let low, let high):
      return try between(
        evaluate(value, batch), evaluate(low, batch), evaluate(high, batch))
    case .memberOf(let path, let set):
      return try member(of: path, set, batch)
    case .matches(let text, let pattern):
      return try matches(text, pattern, id, batch)
    case .exists(let path):
      return try evaluate(path, batch).presence
    case .quantified(let quantifier, let source, let condition):
      return try quantified(quantifier, source, condition, batch)
    default:
      guard case .bool(let values) = try evaluate(id, batch).expanded else {
        return [UInt8](repeating: 0, count: batch.count)
      }
      return values.map { $0 == 1 ? 1 : 0 }
    }
  }

  /// `and` (whole) and `or`: each part is asked only of the rows that it can still decide.
  private func conjunction(
    _ parts: [ExpressionID], _ batch: Batch, whole: Bool
  ) throws(RunError) -> [UInt8] {
    var result = [UInt8](repeating: whole ? 1 : 0, count: batch.count)
    var rows: [Int32]?
    for part in parts {
      let open = rows.map { batch.select($0) } ?? batch
      if open.count == 0 { break }
      let truth = try truth(part, open)
      let decided: UInt8 = whole ? 0 : 1
      if let current = rows {
        for i in 0..<current.count where truth[i] == decided {
          result[Int(current[i])] = decided
        }
        rows = Gather.take(current, Selection.rows(truth.map { $0 == decided ? 0 : 1 }), missing: 0)
      } else {
        result = truth
        rows = Selection.rows(whole ? truth : truth.map { 1 &- $0 })
      }
    }
    return result
  }

  private func compare(
    _ comparison: Comparison, _ left: ExpressionID, _ right: ExpressionID, _ batch: Batch
  ) throws(RunError) -> [UInt8] {
    let l = try evaluate(left, batch)
    let r = try evaluate(right, batch)
    if comparison == .under {
      guard case .entity(let collection) = plan.expressions[left].type else {
        return [UInt8](repeating: 0, count: batch.count)
      }
      let taxonomy = TaxonomyIndex.of(network, collection)
      return try pairwise(l, r, batch.count) { a, b in taxonomy.under(a, b) }
    }
    // A constant list on the right of `=` is a set.
    if comparison == .equal, case .repeated(.list(_, let elements), _) = r {
      let set = ValueSet(elements)
      let list = l.asListOrScalar
      let hits = set.contains(list.values)
      return list.offsets.map { Selection.any(hits, $0) } ?? hits
    }
    return try pairwise(l, r, batch.count) { a, b in Compare.vectors(comparison, a, b) }
  }

  /// Asks `ask` of every pair of a left and a right value of the same row.
  private func pairwise(
    _ left: Vector, _ right: Vector, _ count: Int, _ ask: (Vector, Vector) -> [UInt8]
  ) throws(RunError) -> [UInt8] {
    switch (left.isList, right.isList) {
    case (false, false): return ask(left, right)
    case (true, false):
      let (offsets, elements) = left.asList
      let owners = Gather.owners(offsets)
      return Selection.any(ask(elements, right.gather(owners)), offsets)
    case (false, true):
      let (offsets, elements) = right.asList
      let owners = Gather.owners(offsets)
      return Selection.any(ask(left.gather(owners), elements), offsets)
    case (true, true):
      let (leftOffsets, leftElements) = left.asList
      let (rightOffsets, rightElements) = right.asList
      var offsets: [Int32] = [0]
      var total = 0
      for row in 0..<count {
        total +=
          Int(leftOffsets[row + 1] - leftOffsets[row])
          * Int(rightOffsets[row + 1] - rightOffsets[row])
        try reserve(total)
        offsets.append(Int32(truncatingIfNeeded: total))
      }
      try charge(total)
      var lefts: [Int32] = []
      var rights: [Int32] = []
      lefts.reserveCapacity(total)
      rights.reserveCapacity(total)
      for row in 0..<count {
        for a in leftOffsets[row]..<leftOffsets[row + 1] {
          for b in rightOffsets[row]..<rightOffsets[row + 1] {
            lefts.append(a)
            rights.append(b)
          }
        }
      }
      return Selection.any(ask(leftElements.gather(lefts), rightElements.gather(rights)), offsets)
    }
  }

  private func between(_ value: Vector, _ low: Vector, _ high: Vector) throws(RunError) -> [UInt8] {
    let (values, offsets) = value.asListOrScalar
    let rows = offsets.map { Gather.owners($0) }
    let above = Compare.vectors(.greaterOrEqual, values, rows.map { low.gather($0) } ?? low)
    let below = Compare.vectors(.lessOrEqual, values, rows.map { high.gather($0) } ?? high)
    var both = above
    for i in 0..<both.count { both[i] &= below[i] }
    return offsets.map { Selection.any(both, $0) } ?? both
  }

  private func member(of path: ExpressionID, _ set: SetID, _ batch: Batch) throws(RunError)
    -> [UInt8]
  {
    let rows = try resolve(set).rows
    // One hop from single entities: look at the links and stop at the first hit.
    if case .follow(let source, let relation) = plan.expressions[path].kind,
      case .many(let adjacency) = network.relations[relation].shape,
      case .entity(let entities) = try evaluate(source, batch)
    {
      try charge(entities.count)
      return Lists.anyNeighbour(adjacency, entities, in: rows)
    }
    let (values, offsets) = try evaluate(path, batch).asListOrScalar
    guard case .entity(let entities) = values.expanded else {
      return [UInt8](repeating: 0, count: batch.count)
    }
    let hits = rows.test(entities)
    return offsets.map { Selection.any(hits, $0) } ?? hits
  }

  private func quantified(
    _ quantifier: Quantifier, _ source: ElementSource, _ condition: ExpressionID?, _ batch: Batch
  ) throws(RunError) -> [UInt8] {
    let (offsets, inner) = try scope(source, batch)
    let holds =
      try condition.map { (c) throws(RunError) in try truth(c, inner) }
      ?? [UInt8](repeating: 1, count: inner.count)
    let counts = Selection.counts(holds, offsets)
    func ask(_ number: ExpressionID, _ test: (Int, Int64) -> Bool) throws(RunError) -> [UInt8] {
      guard case .int(let wanted, _) = try evaluate(number, batch).expanded else {
        return [UInt8](repeating: 0, count: batch.count)
      }
      return (0..<batch.count).map { test(counts[$0], wanted[$0]) ? 1 : 0 }
    }
    switch quantifier {
    case .some: return counts.map { $0 > 0 ? 1 : 0 }
    case .no: return counts.map { $0 == 0 ? 1 : 0 }
    case .every:
      return counts.indices.map { counts[$0] == Int(offsets[$0 + 1] - offsets[$0]) ? 1 : 0 }
    case .atLeast(let n): return try ask(n) { Int64($0) >= $1 }
    case .atMost(let n): return try ask(n) { Int64($0) <= $1 }
    case .exactly(let n): return try ask(n) { Int64($0) == $1 }
    }
  }
}

extension Vector {
  var isList: Bool {
    switch self {
    case .list: true
    case .repeated(let row, _): row.isList
    default: false
    }
  }

  /// The elements with their lists' offsets, or the values of single rows.
  var asListOrScalar: (values: Vector, offsets: [Int32]?) {
    guard isList else { return (self, nil) }
    let (offsets, elements) = asList
    return (elements, offsets)
  }
}
