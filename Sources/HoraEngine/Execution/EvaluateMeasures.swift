// Comes in: a question to a table, to profiles or to claims, and a batch. Goes out: its value in each row.
// What the answers need is made once a run.

extension Run {
  func measure(_ call: MeasureCall, _ batch: Batch) throws(RunError) -> Vector {
    var values: [Vector] = []
    for argument in call.arguments { values.append(try evaluate(argument, batch).expanded) }
    try charge(batch.count * 8)
    switch call.question {
    case .related(let function, let table):
      return try related(function, amountTable(table), values)
    case .similar(let plan): return try similar(plan, values)
    case .wuPalmer(let taxonomy):
      guard case .entity(let left) = values[0], case .entity(let right) = values[1] else {
        return .nothing(count: batch.count)
      }
      let tree = ConceptTree.of(network, taxonomy)
      return undefinedAsMissing(
        left.indices.map { row in
          left[row] < 0 || right[row] < 0 ? .nan : tree.wuPalmer(left[row], right[row])
        })
    case .claim(let plan): return try claim(plan, values)
    }
  }

  /// NaN is missing.
  func undefinedAsMissing(_ numbers: [Double]) -> Vector {
    guard numbers.contains(where: { $0.isNaN }) else { return .decimal(numbers, []) }
    return .decimal(
      numbers.map { $0.isNaN ? 0 : $0 }, numbers.map { $0.isNaN ? 0 : 1 })
  }

  // MARK: Relatedness

  private func amountTable(_ plan: AmountTable) throws(RunError) -> RelatedTable {
    if let known = relatedTables[plan] { return known }
    let table = try RelatedTable(plan, self)
    relatedTables[plan] = table
    return table
  }

  private func related(
    _ function: RelatedFunction, _ table: RelatedTable, _ values: [Vector]
  ) throws(RunError) -> Vector {
    switch function {
    case .ubiquity:
      return .int(table.columnNumbers(values[0]).map { Int64(table.ubiquity($0)) }, [])
    case .diversity:
      return .int(table.rowNumbers(values[0]).map { Int64(table.diversity($0)) }, [])
    case .raoStirling:
      let rows = table.rowNumbers(values[0])
      try charge(rows.reduce(0) { $0 &+ table.cost($1) })
      return undefinedAsMissing(rows.map { table.raoStirling($0) })
    case .relatednessDensity:
      let (rows, columns) = (table.rowNumbers(values[0]), table.columnNumbers(values[1]))
      return undefinedAsMissing(zip(rows, columns).map { table.density($0, $1) })
    case .relatedness, .commonStrengths:
      let (left, right) = (table.columnNumbers(values[0]), table.columnNumbers(values[1]))
      if function == .relatedness {
        return undefinedAsMissing(zip(left, right).map { table.relatedness($0, $1) })
      }
      return .int(zip(left, right).map { Int64(table.common($0, $1)) }, [])
    }
  }

  // MARK: Profiles

  private func similar(_ plan: ProfilePlan, _ values: [Vector]) throws(RunError) -> Vector {
    guard case .entity(let left) = values[0], case .entity(let right) = values[1] else {
      return .nothing(count: values[0].count)
    }
    let options = CallOptions(plan.options, self)
    let measure = try options.profileMeasure()
    let profiles: WeightedProfiles
    if let known = weightedProfiles[plan] {
      profiles = known
    } else {
      profiles = try WeightedProfiles(
        plan, decay: options.share(.decay, else: 0, least: 0), self)
      weightedProfiles[plan] = profiles
    }
    var found = [Double](repeating: .nan, count: left.count)
    for row in left.indices where left[row] >= 0 && right[row] >= 0 {
      let (a, b) = (Int(left[row]), Int(right[row]))
      try charge(profiles.cost(a, b, measure))
      found[row] = profiles.similarity(a, b, measure)
    }
    return undefinedAsMissing(found)
  }
}
