// Comes in: a cover. Goes out: a good set, found by always taking the row that does most (Chvátal 1979)
// and then putting back what is not needed; nil where that ends nowhere. It proves nothing.

enum CoverGreedy {
  /// How many open demands and groups a row serves, and the weight of open wishes it serves.
  static func worth(_ row: Int32, _ state: CoverState) -> (demands: Int, weight: Int64) {
    var demands = 0
    var weight: Int64 = 0
    for place in state.demands(of: row) {
      let demand = Int(state.demandsOfRows[place])
      guard state.lack[demand] > 0 else { continue }
      if let worth = state.problem.demands[demand].weight { weight += worth } else { demands += 1 }
    }
    for (place, variety) in state.problem.varieties.enumerated()
    where state.groupsPresent[place] < variety.least && state.addsGroup(row, place) {
      demands += 1
    }
    return (demands, weight)
  }

  static func set(_ problem: CoverProblem) -> CoverSet? {
    var state = CoverState(problem)
    while !state.isComplete {
      if let most = problem.mostRows, state.chosen.count >= most { return nil }
      var best: (row: Int32, demands: Int, weight: Int64)?
      for row in 0..<Int32(problem.rowCount) where state.mayTake(row) {
        let (demands, weight) = worth(row, state)
        guard demands > 0 else { continue }
        if let known = best {
          let preference = problem.preference[Int(known.row)]
          guard
            (demands, weight, problem.preference[Int(row)])
              > (known.demands, known.weight, preference)
          else { continue }
        }
        best = (row, demands, weight)
      }
      guard let best else { return nil }
      state.take(best.row)
    }
    // Rows taken early may have become needless.
    var kept = CoverState(problem)
    var rows = state.chosen
    for row in state.chosen where !state.needs(row) {
      rows.removeAll { $0 == row }
      kept = CoverState(problem)
      for other in rows { kept.take(other) }
      state = kept
    }
    return state.set
  }
}
