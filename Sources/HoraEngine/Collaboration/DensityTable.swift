// Comes in: what nodes have and how related things are. Goes out: the relatedness density of every thing
// for every node as one table, where that is worth its memory. It must give what `Profiles` gives
// without it, to the last digit.

struct DensityTable: Sendable {
  /// Fewer cells than this are kept: 64 MB.
  private static let mostCells = 1 << 23

  /// By thing: its column; -1 for what nobody has.
  private let columns: [Int32]
  private let nodeCount: Int
  /// Column after column: pairs are asked for with one node held and the other ascending, so that what
  /// is read lies together both ways.
  private let cells: [Double]

  /// Nil where it would be too large.
  /// - Parameter sums: for each thing the sum of its proximities
  init?(
    _ things: Arcs, _ proximity: Arcs, _ sums: [Double], _ sizes: [Int], _ budget: some Budget
  ) throws(RunError) {
    let nodeCount = things.offsets.count - 1
    var columns = [Int32](repeating: -1, count: sizes.count)
    var held: [Int] = []
    for thing in sizes.indices where sizes[thing] > 0 {
      columns[thing] = Int32(truncatingIfNeeded: held.count)
      held.append(thing)
    }
    let (size, isTooLarge) = nodeCount.multipliedReportingOverflow(by: held.count)
    guard !isTooLarge, size <= DensityTable.mostCells else { return nil }
    try budget.charge(size)
    var cells = [Double](repeating: 0, count: size)
    for node in 0..<nodeCount {
      var work = 0
      // Things ascend, as they do when two lists are merged.
      for place in things.places(node) {
        let near = proximity.places(Int(things.targets[place]))
        for other in near {
          cells[Int(columns[Int(proximity.targets[other])]) * nodeCount + node] +=
            proximity.weights[other]
        }
        work += near.count
      }
      for (column, thing) in held.enumerated() where sums[thing] > 0 {
        cells[column * nodeCount + node] /= sums[thing]
      }
      try budget.charge(work)
    }
    self.columns = columns
    self.nodeCount = nodeCount
    self.cells = cells
  }

  @inline(__always)
  func density(_ thing: Int32, of node: Int) -> Double {
    let column = columns[Int(thing)]
    return column < 0 ? 0 : cells[Int(column) * nodeCount + node]
  }
}
