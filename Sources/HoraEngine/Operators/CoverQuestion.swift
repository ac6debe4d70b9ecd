// Comes in: the rows, needs and rules of a `cover`. Goes out: the same as a problem of numbers for each
// segment, and words for what its answer says. Everything asked of a row is asked here, in columns.

struct CoverQuestion {
  let needs: CoverNeeds
  private let run: Run
  private let cover: CoverPlan
  private let entities: [Int32]
  /// For each need, 1 for the rows that cover it.
  private let covered: [[UInt8]]
  private var rules = CoverRules()
  /// What is preferred; empty where nothing is. The larger, the better.
  private let preference: [Double?]
  private let weights: [Int64]
  private let weightSum: Double

  init(
    _ frame: Frame, _ cover: CoverPlan, _ needs: CoverNeeds, _ outer: Batch, _ run: Run
  ) throws(RunError) {
    self.run = run
    self.cover = cover
    self.needs = needs
    guard case .entity(let entities) = frame.columns[cover.entityColumn].expanded else {
      (self.entities, covered, preference, weights, weightSum) = ([], [], [], [], 0)
      return
    }
    self.entities = entities
    let (offsets, elements) = try run.column(cover.path, frame, outer).asList
    var covered: [[UInt8]] = []
    if case .entity(let ends) = elements.expanded {
      for set in needs.covering { covered.append(Selection.any(set.test(ends), offsets)) }
    } else {
      covered = needs.covering.map { _ in [UInt8](repeating: 0, count: frame.count) }
    }
    self.covered = covered
    var preference: [Double?] = []
    if let key = cover.prefer {
      preference = CoverRules.numbers(try run.column(key.expression, frame, outer).expanded)
      if !key.descending { preference = preference.map { $0.map { -$0 } } }
    }
    self.preference = preference
    weights = Amounts(needs.weights.map { $0 ?? 0 }).values
    weightSum = needs.weights.reduce(0) { $0 + ($1 ?? 0) }
    rules = try CoverRules(frame, cover, outer, run)
  }

  var isEmpty: Bool { entities.isEmpty }
  var hasWishes: Bool { needs.weights.contains { $0 != nil } }

  // MARK: The problem

  /// The rows of a segment that may be chosen; a row that is there twice is one.
  func candidates(_ range: Range<Int>) -> [Int32] {
    var seen: Set<Int32> = []
    return range.compactMap { place in
      let row = Int32(place)
      guard !rules.isOut(place, entities[place]), seen.insert(entities[place]).inserted
      else { return nil }
      return row
    }
  }

  func problem(_ candidates: [Int32]) -> CoverProblem {
    var problem = CoverProblem(rowCount: candidates.count)
    if !preference.isEmpty {
      // A missing value is as bad as the worst. What cannot be chosen must not set the unit of sums.
      let numbers = candidates.map { row in
        rules.tooCostly.contains(Int(row)) ? nil : preference[Int(row)]
      }
      let worst = numbers.compactMap { $0 }.min() ?? 0
      problem.preference = Amounts(numbers.map { $0 ?? worst }).values
    }
    for need in 0..<needs.count {
      problem.demands.append(
        CoverDemand(
          rows: places(candidates) { covered[need][Int($0)] == 1 }, count: needs.counts[need],
          weight: needs.weights[need] == nil ? nil : weights[need], item: need))
    }
    rules.add(to: &problem, candidates, entities, firstItem: needs.count)
    return problem
  }

  private func places(_ candidates: [Int32], where holds: (Int32) -> Bool) -> [Int32] {
    candidates.indices.compactMap { holds(candidates[$0]) ? Int32($0) : nil }
  }

  /// What each row covers, as a column of lists.
  func covers(_ rows: [Int32]) -> Vector {
    var offsets: [Int32] = [0]
    var places: [Int32] = []
    for row in rows {
      for need in 0..<needs.count where covered[need][Int(row)] == 1 { places.append(Int32(need)) }
      offsets.append(Int32(places.count))
    }
    return .list(offsets: offsets, elements: needs.values.gather(places))
  }

  // MARK: Words

  /// A need or rule by its number.
  func describe(_ item: Int) -> String {
    if item < needs.count {
      let count = needs.counts[item]
      return "\"\(needs.names[item])\"" + (count > 1 ? " from \(count)" : "")
    }
    return "`\(run.plan.written(cover.rules[item - needs.count].range))`"
  }

  /// What is to be said under an answer.
  func remarks(_ answer: CoverAnswer, _ candidates: [Int32], best: Int?) -> [String] {
    guard let first = answer.sets.first else { return [] }
    let count = first.rows.count
    var lines: [String] = []
    if answer.isProven {
      let rows = count == 1 ? "1 row" : "\(count) rows"
      lines.append(
        hasWishes
          ? "Proven: no set under these rules covers more, and none with fewer than \(rows) as much."
          : "Proven: no set under these rules has fewer than \(rows).")
      if let best, answer.sets.count < best {
        lines.append("There are no more than \(answer.sets.count) such sets.")
      }
    } else {
      lines.append(
        "Not proven: the best set found has \(count) rows, and none has fewer than "
          + "\(answer.fewestRows).")
    }
    let chosen = first.rows.map { candidates[Int($0)] }
    let missed = (0..<needs.count).filter { need in
      chosen.count { covered[need][Int($0)] == 1 } < needs.counts[need]
    }
    if !missed.isEmpty {
      let weight = missed.reduce(0.0) { $0 + (needs.weights[$1] ?? 0) }
      lines.append(
        "Not covered: " + missed.map { describe($0) }.joined(separator: ", ")
          + " (\(ValueText.decimal(weight)) of \(ValueText.decimal(weightSum)) by weight).")
    }
    return lines + rules.statuses(of: chosen)
  }

  /// What rows were left out, and on what a rule does not stand.
  func tell(_ range: TextRange) throws(RunError) { try rules.tell(run) }
}
