// Comes in: an expression and a batch. Goes out: one vector with a value, or a list, for each row
// of the batch. The choice of a kernel is made once a batch, never once a row.

extension Run {
  func evaluate(_ id: ExpressionID, _ batch: Batch) throws(RunError) -> Vector {
    let expression = plan.expressions[id]
    if expression.isConstant {
      if case .repeated(let row, _) = try constant(id) {
        return .repeated(row, count: batch.count)
      }
    }
    return try compute(expression, id, batch)
  }

  /// The one row of an expression that is the same everywhere, as a repeated vector.
  func constant(_ id: ExpressionID) throws(RunError) -> Vector {
    if let known = constants[id] { return known }
    var row = try compute(plan.expressions[id], id, Batch.unit())
    if case .repeated(let inner, _) = row { row = inner }
    let value = Vector.repeated(row, count: 1)
    constants[id] = value
    return value
  }

  private func compute(
    _ expression: Expression, _ id: ExpressionID, _ batch: Batch
  ) throws(RunError) -> Vector {
    try charge(batch.count)
    try enter(expression.range)
    switch expression.kind {
    case .missing:
      return .nothing(count: batch.count)
    case .constant(let value):
      return .repeated(Vector(value), count: batch.count)
    case .list(let items):
      return try listOf(items, batch)
    case .parameter(let index):
      guard index < parameters.count else { return .nothing(count: batch.count) }
      return .repeated(parameters[index], count: batch.count)
    case .letValue(let index):
      guard case .expression(let value) = plan.lets[index].value else {
        return .nothing(count: batch.count)
      }
      return try evaluate(value, batch)
    case .column(let depth, let index):
      return batch.column(depth: depth, index: index)
    case .lookup(let collection, let key):
      return try .repeated(
        .entity([lookUp(collection, key, expression.range)]), count: batch.count)
    case .field(let source, let field):
      return try fieldOf(source, field, batch)
    case .follow(let source, let relation):
      return try follow(evaluate(source, batch), relation)
    case .reachable(let source, let relation, let hops):
      return try reachable(evaluate(source, batch), relation, hops).elements
    case .elements(let source, let condition, let result):
      let list = try elements(source, condition: condition, result: result, batch)
      return expression.cardinality == .many ? list : list.collapsed
    case .unique(let source):
      return try Distinct.lists(evaluate(source, batch))
    case .subquery(let query, let column):
      return try subquery(query, column, batch)
    case .single(let source):
      return try evaluate(source, batch).collapsed
    case .and, .or, .not, .compare, .between, .memberOf, .matches, .exists, .quantified:
      return .bool(try truth(id, batch))
    case .arithmetic(let first, let steps):
      return try arithmetic(first, steps, batch, expression.range)
    case .negate(let operand):
      return try negate(evaluate(operand, batch), expression.range)
    case .concatenate(let parts):
      return try concatenate(parts, batch)
    case .coalesce(let parts):
      return try coalesce(parts, batch)
    case .conditional(let branches, let otherwise):
      return try conditional(branches, otherwise, batch)
    case .call(let function, let arguments):
      return try call(function, arguments, id, batch)
    case .graph(let call):
      return try graph(call, batch, expression.range)
    case .measure(let call):
      return try measure(call, batch)
    case .aggregate(let function, let argument, let parameter):
      return try aggregate(function, argument, parameter, batch, expression)
    }
  }

  /// A list as written: one list of the items' values a row.
  private func listOf(_ items: [ExpressionID], _ batch: Batch) throws(RunError) -> Vector {
    var parts: [Vector] = []
    var present: [[UInt8]] = []
    for item in items {
      let value = try evaluate(item, batch).expanded
      parts.append(value)
      present.append(value.presence)
    }
    var offsets: [Int32] = [0]
    var places: [Int32] = []
    for row in 0..<batch.count {
      for (index, mask) in present.enumerated() where mask[row] != 0 {
        places.append(Int32(index * batch.count + row))
      }
      offsets.append(Int32(places.count))
    }
    return .list(offsets: offsets, elements: Vector.joined(parts).gather(places))
  }

  private func coalesce(_ parts: [ExpressionID], _ batch: Batch) throws(RunError) -> Vector {
    var merge = Merge(count: batch.count)
    for part in parts {
      if merge.isComplete { break }
      let rows = merge.open
      let value = try evaluate(part, rows.count == batch.count ? batch : batch.select(rows))
      merge.place(value, rows, where: value.presence)
    }
    return merge.result
  }

  private func conditional(
    _ branches: [ConditionalBranch], _ otherwise: ExpressionID, _ batch: Batch
  ) throws(RunError) -> Vector {
    var merge = Merge(count: batch.count)
    for branch in branches {
      if merge.isComplete { break }
      let rows = merge.open
      let part = rows.count == batch.count ? batch : batch.select(rows)
      let holds = Selection.rows(try truth(branch.condition, part))
      if holds.isEmpty { continue }
      let value = try evaluate(branch.value, part.select(holds))
      merge.place(
        value, Gather.take(rows, holds, missing: 0),
        where: [UInt8](repeating: 1, count: holds.count))
    }
    if !merge.isComplete {
      let rows = merge.open
      let value = try evaluate(otherwise, batch.select(rows))
      merge.place(value, rows, where: [UInt8](repeating: 1, count: rows.count))
    }
    return merge.result
  }
}

/// Puts together a vector whose rows come from several.
struct Merge {
  private let count: Int
  private var parts: [Vector] = []
  private var placed: [Int32]
  private var total: Int32 = 0
  /// The rows without a value yet, ascending.
  private(set) var open: [Int32]

  init(count: Int) {
    self.count = count
    placed = [Int32](repeating: -1, count: count)
    open = (0..<Int32(count)).map { $0 }
  }

  var isComplete: Bool { open.isEmpty }

  /// Takes the rows of `value` whose mask is 1; row `i` of it stands for `rows[i]`.
  mutating func place(_ value: Vector, _ rows: [Int32], where mask: [UInt8]) {
    parts.append(value)
    for i in 0..<rows.count where mask[i] != 0 { placed[Int(rows[i])] = total + Int32(i) }
    total += Int32(rows.count)
    open = open.filter { placed[Int($0)] < 0 }
  }

  var result: Vector {
    if parts.isEmpty { return .nothing(count: count) }
    return Vector.joined(parts).gather(placed)
  }
}
