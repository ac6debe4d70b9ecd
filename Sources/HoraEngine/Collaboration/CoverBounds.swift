// Comes in: the state of a search. Goes out: which rows can still be taken, how many more are needed at
// least, and how good the set can become. No bound is better than what some set may reach.

struct CoverBounds {
  /// Rows the set may take, ascending, and how many open demands each counts for.
  private(set) var rows: [Int32] = []
  private var gains: [Int32]
  /// For each demand, how many of these rows count for it.
  private(set) var supply: [Int]
  private(set) var isHopeless = false
  /// More rows that any set needs before everything that must be met is.
  private(set) var fewestMore = 0
  /// The weight of wishes that the set can still reach.
  private(set) var mostWeight: Int64 = 0
  private(set) var work = 0

  /// Demands of which no row counts for two, so that each needs rows of its own.
  private var apart: [Int] = []
  private var slack: [Double]
  private var marked: [Bool]
  private var mayTake: [Bool]
  /// For each variety and group, the look in which a row of it was last seen.
  private var seen: [[Int32]]
  private var looks: Int32 = 0
  /// True where every wish within reach must be met to be as good as what is known.
  private var needsWishes = false
  /// Rows by preference, the largest first.
  private let byPreference: [Int32]

  init(_ problem: CoverProblem) {
    gains = [Int32](repeating: 0, count: problem.rowCount)
    supply = problem.demands.map { _ in 0 }
    slack = [Double](repeating: 0, count: problem.rowCount)
    marked = [Bool](repeating: false, count: problem.rowCount)
    mayTake = marked
    seen = problem.varieties.map {
      [Int32](repeating: 0, count: Int(($0.groups.max() ?? -1) + 1))
    }
    byPreference = (0..<Int32(problem.rowCount)).sorted { a, b in
      let (x, y) = (problem.preference[Int(a)], problem.preference[Int(b)])
      return x != y ? x > y : a < b
    }
  }

  /// - Parameter best: the weight of the worst set worth keeping; where no more can be reached, all
  ///   wishes within reach must be met.
  mutating func look(_ state: CoverState, room: Int?, best: Int64?) {
    isHopeless = false
    fewestMore = 0
    survey(state)
    for (place, demand) in state.problem.demands.enumerated() where demand.weight == nil {
      if state.lack[place] > supply[place] {
        isHopeless = true
        return
      }
    }
    for (place, variety) in state.problem.varieties.enumerated() {
      let lack = variety.least - state.groupsPresent[place]
      if lack > newGroups(state, place) {
        isHopeless = true
        return
      }
      fewestMore = max(fewestMore, lack)
    }
    weigh(state, room, best)
    let open = state.problem.demands.indices.filter { place in
      state.lack[place] > 0
        && (state.problem.demands[place].weight == nil
          || (needsWishes && state.lack[place] <= supply[place]))
    }.sorted { (supply[$0], $0) < (supply[$1], $1) }
    disjoint(open, state)
    ascend(open, state)
  }

  private mutating func survey(_ state: CoverState) {
    rows.removeAll(keepingCapacity: true)
    for i in supply.indices { supply[i] = 0 }
    for row in 0..<Int32(state.problem.rowCount) {
      mayTake[Int(row)] = state.mayTake(row)
      guard mayTake[Int(row)] else { continue }
      rows.append(row)
      var gain: Int32 = 0
      for place in state.demands(of: row) {
        let demand = Int(state.demandsOfRows[place])
        supply[demand] += 1
        if state.lack[demand] > 0 { gain += 1 }
      }
      gains[Int(row)] = gain
      work += state.demands(of: row).count + 1
    }
    work += state.problem.rowCount / 8
  }

  /// How many groups that the set lacks are among the rows.
  private mutating func newGroups(_ state: CoverState, _ variety: Int) -> Int {
    looks &+= 1
    var count = 0
    for row in rows where state.addsGroup(row, variety) {
      let group = Int(state.problem.varieties[variety].groups[Int(row)])
      if seen[variety][group] != looks { count += 1 }
      seen[variety][group] = looks
    }
    return count
  }

  /// What wishes can still be reached; with little room, by the rows that reach most.
  private mutating func weigh(_ state: CoverState, _ room: Int?, _ best: Int64?) {
    mostWeight = state.weight
    var reach: Int64 = 0
    for (place, demand) in state.problem.demands.enumerated() {
      guard let weight = demand.weight, state.lack[place] > 0, state.lack[place] <= supply[place]
      else { continue }
      reach += weight
    }
    needsWishes = best.map { state.weight + reach <= $0 } ?? false
    if let room, reach > 0 {
      var worths: [Int64] = []
      for row in rows {
        var worth: Int64 = 0
        for place in state.demands(of: row) {
          let demand = Int(state.demandsOfRows[place])
          if state.lack[demand] > 0, state.lack[demand] <= supply[demand] {
            worth += state.problem.demands[demand].weight ?? 0
          }
        }
        if worth > 0 { worths.append(worth) }
      }
      worths.sort(by: >)
      var sum: Int64 = 0
      for worth in worths.prefix(max(0, room)) {
        sum += worth
        if sum >= reach { break }
      }
      reach = min(reach, sum)
    }
    mostWeight += reach
  }

  /// Picks demands that share no row: their lacks add up.
  private mutating func disjoint(_ open: [Int], _ state: CoverState) {
    apart.removeAll(keepingCapacity: true)
    for row in rows { marked[Int(row)] = false }
    var sum = 0
    for demand in open {
      let candidates = state.problem.demands[demand].rows
      work += candidates.count
      if candidates.contains(where: { marked[Int($0)] && mayTake[Int($0)] }) { continue }
      for row in candidates where mayTake[Int(row)] { marked[Int(row)] = true }
      apart.append(demand)
      sum += state.lack[demand]
    }
    fewestMore = max(fewestMore, sum)
  }

  /// Prices for demands such that no row is worth more than 1 (a feasible dual of the fractional cover):
  /// what is lacking, at these prices, is a bound. Even prices first, then as much more as fits.
  private mutating func ascend(_ open: [Int], _ state: CoverState) {
    guard open.count > 1 else { return }
    var prices = [Double](repeating: 1, count: state.problem.demands.count)
    for row in rows where gains[Int(row)] > 0 {
      let price = 1 / Double(gains[Int(row)])
      for place in state.demands(of: row) {
        let demand = Int(state.demandsOfRows[place])
        prices[demand] = min(prices[demand], price)
      }
    }
    var isOpen = [Bool](repeating: false, count: prices.count)
    for demand in open { isOpen[demand] = true }
    for row in rows {
      var left = 1.0
      for place in state.demands(of: row) {
        let demand = Int(state.demandsOfRows[place])
        if isOpen[demand] { left -= prices[demand] }
      }
      slack[Int(row)] = left
    }
    var sum = 0.0
    for demand in open {
      var more = 1.0
      let candidates = state.problem.demands[demand].rows
      for row in candidates where mayTake[Int(row)] { more = min(more, slack[Int(row)]) }
      if more > 0 {
        for row in candidates where mayTake[Int(row)] { slack[Int(row)] -= more }
      }
      sum += Double(state.lack[demand]) * (prices[demand] + max(0, more))
      work += 2 * candidates.count
    }
    // Rounding never lifts the bound above what it is.
    fewestMore = max(fewestMore, Int((sum - 1e-6).rounded(.up)))
  }

  // MARK: Ties

  /// The largest preference that a set can have after so many more rows.
  func mostPreference(_ state: CoverState, more: Int) -> Int64 {
    var sum = state.preference
    var left = more
    for demand in apart {
      let lack = min(left, state.lack[demand])
      guard lack > 0 else { continue }
      var best = Int64.min
      for row in state.problem.demands[demand].rows where mayTake[Int(row)] {
        best = max(best, state.problem.preference[Int(row)])
      }
      if best == Int64.min { continue }
      sum += Int64(lack) * best
      left -= lack
    }
    guard left > 0 else { return sum }
    for row in byPreference where mayTake[Int(row)] {
      sum += state.problem.preference[Int(row)]
      left -= 1
      if left == 0 { break }
    }
    return sum
  }

  /// Rows that no set with so many more can come before.
  func firstRows(_ state: CoverState, more: Int) -> [Int32] {
    var first = state.chosen
    var left = more
    for demand in apart {
      let lack = min(left, state.lack[demand])
      guard lack > 0,
        let row = state.problem.demands[demand].rows.first(where: { mayTake[Int($0)] })
      else { continue }
      for _ in 0..<lack { first.append(row) }
      left -= lack
    }
    if let row = rows.first { for _ in 0..<max(0, left) { first.append(row) } }
    return first.sorted()
  }
}
