// Comes in: entities, and a field, a relation or an element scope. Goes out: what they lead to.
// A path over several entities has each element once, in canonical order.

extension Run {
  func fieldOf(_ source: ExpressionID, _ field: Int, _ batch: Batch) throws(RunError) -> Vector {
    guard case .entity(let collection) = plan.expressions[source].type,
      collection < network.collections.count
    else { return .nothing(count: batch.count) }
    let entities = try evaluate(source, batch)
    let column = network.collections[collection].columns[field]
    return try fieldOf(entities, column)
  }

  func fieldOf(_ entities: Vector, _ column: Column) throws(RunError) -> Vector {
    switch entities {
    case .repeated(let row, let count):
      return .repeated(try fieldOf(row, column), count: count)
    case .list(let offsets, let elements):
      let values = try fieldOf(elements, column)
      return Lists.flatten(offsets, values)
    case .entity(let rows):
      switch column {
      case .scalar(let values): return Fields.gather(values, rows)
      case .list(let offsets, let elements):
        let (newOffsets, places) = Gather.lists(offsets.map { Int32(bitPattern: $0) }, rows)
        return .list(offsets: newOffsets, elements: Fields.gather(elements, places))
      case .reference(let relation): return try follow(entities, relation)
      }
    default:
      return .nothing(count: entities.count)
    }
  }

  func follow(_ entities: Vector, _ relation: RelationID) throws(RunError) -> Vector {
    switch (entities, network.relations[relation].shape) {
    case (.repeated(let row, let count), _):
      return .repeated(try follow(row, relation), count: count)
    case (.entity(let rows), .one(let targets)):
      return .entity(Gather.take(targets, rows, missing: -1))
    case (.entity(let rows), .many(let adjacency)):
      let list = Lists.neighbours(adjacency, rows)
      try charge(list.elements.count)
      return .list(offsets: list.offsets, elements: .entity(list.elements))
    case (.list(let offsets, .entity(let rows)), .one(let targets)):
      return Distinct.entities(offsets, Gather.take(targets, rows, missing: -1))
    case (.list(let offsets, .entity(let rows)), .many(let adjacency)):
      let size = Lists.neighbourCount(adjacency, rows)
      try reserve(size)
      try charge(size)
      let next = Lists.neighbours(adjacency, rows)
      return Distinct.entities(Gather.take(next.offsets, offsets, missing: 0), next.elements)
    default:
      return .list(
        offsets: [Int32](repeating: 0, count: entities.count + 1), elements: .entity([]))
    }
  }

  /// The elements of a scope as a batch of their own, and which row each belongs to.
  func scope(
    _ source: ElementSource, _ batch: Batch
  ) throws(RunError) -> (offsets: [Int32], batch: Batch) {
    switch source {
    case .path(let path):
      let list = try evaluate(path, batch).asList
      try reserve(list.elements.count)
      return (
        list.offsets,
        Batch(
          count: list.elements.count, columns: [list.elements.expanded], parent: batch,
          parentRows: Gather.owners(list.offsets))
      )
    case .links(let of, let relation):
      let entities = try evaluate(of, batch).asList
      guard case .entity(let rows) = entities.elements.expanded,
        let link = network.relations[relation].link
      else {
        let offsets = [Int32](repeating: 0, count: batch.count + 1)
        return (
          offsets,
          Batch(count: 0, columns: [.entity([]), .entity([])], parent: batch, parentRows: [])
        )
      }
      let (inner, places) = Gather.lists(link.offsets.map { Int32(bitPattern: $0) }, rows)
      try reserve(places.count)
      try charge(places.count)
      let offsets = Gather.take(inner, entities.offsets, missing: 0)
      return (
        offsets,
        Batch(
          count: places.count,
          columns: [
            .entity(Gather.take(link.ends, places, missing: -1)),
            .entity(Gather.take(link.rows, places, missing: -1)),
          ], parent: batch, parentRows: Gather.owners(offsets))
      )
    }
  }

  func elements(
    _ source: ElementSource, condition: ExpressionID?, result: ExpressionID?, _ batch: Batch
  ) throws(RunError) -> Vector {
    var (offsets, inner) = try scope(source, batch)
    if let condition {
      let kept = Selection.rows(try truth(condition, inner))
      if kept.count < inner.count {
        offsets = Selection.offsets(offsets, keeping: kept)
        inner = inner.select(kept)
      }
    }
    if let result {
      let values = try evaluate(result, inner)
      // Entities of a path: each once, in the order of their collection.
      if case .entity(let rows) = values.expanded { return Distinct.entities(offsets, rows) }
      return Lists.flatten(offsets, values)
    }
    if case .links = source, case .entity(let ends) = inner.columns[0] {
      return Distinct.entities(offsets, ends)
    }
    return .list(offsets: offsets, elements: inner.columns[0])
  }

  /// One column of a query in brackets, for each row of the batch.
  func subquery(_ query: QueryID, _ column: Int, _ batch: Batch) throws(RunError) -> Vector {
    let reach = plan.queries[query].reach
    if reach == 0 {
      let frame = try independent(query)
      let list = Lists.flatten([0, Int32(frame.count)], frame.columns[column])
      return .repeated(list, count: batch.count)
    }
    let frame = try execute(query, in: batch)
    return Lists.flatten(frame.segments, frame.columns[column])
  }

  /// The rows of a query that does not look at the row around it: run once.
  func independent(_ query: QueryID) throws(RunError) -> Frame {
    if let known = subqueries[query] { return known }
    let frame = try execute(query, in: Batch.unit())
    subqueries[query] = frame
    return frame
  }
}

enum Fields {
  /// The values at the given rows.
  static func gather(_ values: Values, _ rows: [Int32]) -> Vector {
    switch values {
    case .text(let codes, let dictionary):
      return .text(Gather.take(codes, rows, missing: -1), dictionary)
    case .int(let v, let validity):
      return .int(Gather.take(v, rows, missing: 0), mask(validity, rows))
    case .decimal(let v, let validity):
      return .decimal(Gather.take(v, rows, missing: 0), mask(validity, rows))
    case .bool(let v): return .bool(Gather.take(v, rows, missing: 2))
    case .date(let v): return .date(Gather.take(v, rows, missing: Values.missingDate))
    }
  }

  private static func mask(_ validity: Validity, _ rows: [Int32]) -> Mask {
    if validity.words == nil {
      guard rows.contains(where: { $0 < 0 }) else { return [] }
      return rows.map { $0 < 0 ? 0 : 1 }
    }
    return [UInt8](unsafeUninitializedCapacity: rows.count) { target, used in
      for i in 0..<rows.count {
        target[i] = rows[i] >= 0 && validity[Int(rows[i])] ? 1 : 0
      }
      used = rows.count
    }
  }
}
