// Comes in: starts and a relation that leads back to its own collection. Goes out: what lies so many
// steps away, by breadth-first search. Each row's search marks what it has seen with its own
// number, so that nothing is cleared between rows.

extension Run {
  /// For each row what its starts reach, ascending, and the least number of steps to each.
  /// From several starts each goes by itself and the results unite.
  func reachable(
    _ starts: Vector, _ relation: RelationID, _ hops: HopRange
  ) throws(RunError) -> (elements: Vector, hops: [Int64]) {
    if case .repeated(let row, let count) = starts {
      let one = try reachable(row, relation, hops)
      return (.repeated(one.elements, count: count), one.hops)
    }
    let (offsets, values) = starts.asList
    guard case .entity(let rows) = values.expanded else {
      return (.list(offsets: offsets.map { _ in 0 }, elements: .entity([])), [])
    }
    let size = network.collections[network.schema.relations[relation].from].rowCount
    var search = BreadthFirst(shape: network.relations[relation].shape, size: size)
    var found: [Int32] = []
    var distances: [Int64] = []
    var newOffsets: [Int32] = [0]
    var best: [Int32: Int32] = [:]
    for list in 0..<(offsets.count - 1) {
      let range = Int(offsets[list])..<Int(offsets[list + 1])
      best.removeAll(keepingCapacity: true)
      for place in range {
        search.run(from: rows[place], hops)
        for (row, distance) in search.found {
          best[row] = min(best[row] ?? distance, distance)
        }
        try charge(search.looked)
      }
      for row in best.keys.sorted() {
        found.append(row)
        distances.append(Int64(best[row] ?? 0))
      }
      try reserve(found.count)
      newOffsets.append(Int32(found.count))
    }
    return (.list(offsets: newOffsets, elements: .entity(found)), distances)
  }

  /// `follow PATH{m,n}`: each reached entity once, with the least number of steps as `hops`.
  func reachRows(
    _ frame: Frame, _ path: ExpressionID, _ relation: RelationID, _ hops: HopRange, _ outer: Batch
  ) throws(RunError) -> Frame {
    let (offsets, starts) = try column(path, frame, outer).asList
    // All starts of a segment together.
    let segments = frame.segments.map { offsets[Int($0)] }
    let (elements, distances) = try reachable(
      .list(offsets: segments, elements: starts.expanded), relation, hops)
    let (newSegments, rows) = elements.expanded.asList
    return Frame(
      segments: newSegments, count: rows.count, columns: [rows.expanded, .int(distances, [])])
  }
}

/// One breadth-first search after another over one relation.
struct BreadthFirst {
  private let shape: RelationData.Shape
  /// The number of the last search that saw a row.
  private var seen: [Int32]
  private var number: Int32 = 0
  private var front: [Int32] = []
  private var next: [Int32] = []
  /// What the last search found: rows and steps.
  private(set) var found: [(Int32, Int32)] = []
  /// How many links the last search looked at.
  private(set) var looked = 0

  init(shape: RelationData.Shape, size: Int) {
    self.shape = shape
    seen = [Int32](repeating: -1, count: size)
  }

  mutating func run(from start: Int32, _ hops: HopRange) {
    found.removeAll(keepingCapacity: true)
    looked = 0
    guard start >= 0, Int(start) < seen.count else { return }
    number += 1
    seen[Int(start)] = number
    front = [start]
    var distance: Int32 = 0
    if hops.least == 0 { found.append((start, 0)) }
    while !front.isEmpty, hops.most.map({ Int(distance) < $0 }) ?? true {
      distance += 1
      next.removeAll(keepingCapacity: true)
      for row in front { visit(row) }
      if Int(distance) >= hops.least {
        for row in next { found.append((row, distance)) }
      }
      swap(&front, &next)
    }
  }

  private mutating func visit(_ row: Int32) {
    switch shape {
    case .one(let targets):
      looked += 1
      mark(targets[Int(row)])
    case .many(let adjacency):
      let range = Int(adjacency.offsets[Int(row)])..<Int(adjacency.offsets[Int(row) + 1])
      looked += range.count
      for place in range { mark(adjacency.targets[place]) }
    }
  }

  private mutating func mark(_ row: Int32) {
    guard row >= 0, seen[Int(row)] != number else { return }
    seen[Int(row)] = number
    next.append(row)
  }
}
