// Comes in: the rules of a `cover`. Goes out: groups, costs and flags of all rows, and the part of the
// problem that they make for some of them.

struct CoverRules {
  private enum Part {
    case variety(least: Int, groups: [Int32])
    case share(most: Int, groups: [Int32])
    case budget(most: Int64, costs: [Int64])
    case holding(least: Int, truth: [UInt8])
    case with([Int32])
    case most(Int)
  }

  /// The parts, each with the place of its rule.
  private var parts: [(rule: Int, part: Part)] = []
  private var without: Set<Int32> = []
  /// Rows whose cost is not known.
  private var withoutCost: Set<Int> = []
  /// Rows that cost more than a budget by themselves.
  private(set) var tooCostly: Set<Int> = []
  private var notes: [RunIssue] = []
  private var countries: [RowCountries] = []

  init() {}

  init(_ frame: Frame, _ cover: CoverPlan, _ outer: Batch, _ run: Run) throws(RunError) {
    for (place, rule) in cover.rules.enumerated() {
      func count(_ id: ExpressionID, _ words: String) throws(RunError) -> Int {
        try run.number(id, words, Batch.unit())
      }
      switch rule.kind {
      case .perNeed: break
      case .most(let most): parts.append((place, .most(try count(most, "`max`"))))
      case .different(let least, let value):
        let groups = CoverRules.groups(try run.column(value, frame, outer))
        parts.append((place, .variety(least: try count(least, "`at least`"), groups: groups)))
      case .perGroup(let most, let value):
        let groups = CoverRules.groups(try run.column(value, frame, outer))
        parts.append((place, .share(most: try count(most, "`at most`"), groups: groups)))
      case .holding(let least, let condition):
        let whole = frame.batch(0..<frame.count, in: outer)
        parts.append(
          (
            place,
            .holding(
              least: try count(least, "`at least`"), truth: try run.truth(condition, whole))
          ))
      case .budget(let most, let value):
        let most = try count(most, "`at most`")
        let costs = CoverRules.numbers(try run.column(value, frame, outer).expanded)
        var unknown = 0
        for (row, cost) in costs.enumerated() where cost ?? -1 < 0 {
          withoutCost.insert(row)
          unknown += 1
        }
        if unknown > 0 { notes.append(RunMessage.withoutCost(unknown, at: rule.range)) }
        for (row, cost) in costs.enumerated() where cost ?? 0 > Double(most) {
          tooCostly.insert(row)
        }
        // What costs more than there is costs too much, however much it is.
        let amounts = Amounts(costs.map { min(max(0, $0 ?? 0), Double(most) + 1) })
        parts.append(
          (place, .budget(most: amounts.amount(of: Double(most)), costs: amounts.values)))
      case .with(let set): parts.append((place, .with(try run.rows(set, cover, frame, rule.range))))
      case .without(let set): without.formUnion(try run.rows(set, cover, frame, rule.range))
      case .eligible(let rule, let country):
        let range = cover.rules[place].range
        let found = RowCountries(
          rule, try run.column(country, frame, outer).expanded,
          run.plan.expressions[country].type, run)
        for requirement in rule.requirements {
          parts.append(
            (
              place,
              .variety(least: requirement.countries, groups: found.groups(requirement.statuses))
            ))
        }
        if found.unchecked > 0 {
          notes.append(RunMessage.unchecked(found.unchecked, rule.name, at: range))
        }
        countries.append(found)
      }
    }
  }

  func isOut(_ row: Int, _ entity: Int32) -> Bool {
    entity < 0 || without.contains(entity) || withoutCost.contains(row)
  }

  func add(
    to problem: inout CoverProblem, _ candidates: [Int32], _ entities: [Int32], firstItem: Int
  ) {
    for (rule, part) in parts {
      let item = firstItem + rule
      switch part {
      case .variety(let least, let groups):
        problem.varieties.append(
          CoverVariety(least: least, groups: candidates.map { groups[Int($0)] }, item: item))
      case .share(let most, let groups):
        problem.shares.append(
          CoverShare(most: most, groups: candidates.map { groups[Int($0)] }, item: item))
      case .budget(let most, let costs):
        problem.budgets.append(
          CoverBudget(most: most, costs: candidates.map { costs[Int($0)] }, item: item))
      case .holding(let least, let truth):
        let rows = candidates.indices.filter { truth[Int(candidates[$0])] == 1 }
        problem.demands.append(
          CoverDemand(rows: rows.map { Int32($0) }, count: least, weight: nil, item: item))
      case .with(let wanted):
        for entity in wanted {
          let row = candidates.firstIndex { entities[Int($0)] == entity }
          problem.demands.append(
            CoverDemand(rows: row.map { [Int32($0)] } ?? [], count: 1, weight: nil, item: item))
        }
      case .most(let most):
        problem.mostRows = most
        problem.mostRowsItem = item
      }
    }
  }

  func tell(_ run: Run) throws(RunError) { for note in notes { run.note(note) } }

  /// The status of each country among some rows.
  func statuses(of rows: [Int32]) -> [String] { countries.flatMap { $0.lines(of: rows) } }

  // MARK: Columns

  /// The number of each row's group; below 0 where the value is missing.
  static func groups(_ values: Vector) -> [Int32] {
    let values = values.expanded
    var grouper = Grouper(count: values.count)
    grouper.add(values)
    let present = values.presence
    return grouper.groups.indices.map { present[$0] == 1 ? grouper.groups[$0] : -1 }
  }

  static func numbers(_ values: Vector) -> [Double?] {
    switch values {
    case .int(let v, let mask):
      v.indices.map { mask.isEmpty || mask[$0] == 1 ? Double(v[$0]) : nil }
    case .decimal(let v, let mask): v.indices.map { mask.isEmpty || mask[$0] == 1 ? v[$0] : nil }
    default: [Double?](repeating: nil, count: values.count)
    }
  }
}

extension Run {
  /// The entities that `with` or `without` names.
  fileprivate func rows(
    _ id: ExpressionID, _ cover: CoverPlan, _ frame: Frame, _ range: TextRange
  ) throws(RunError) -> [Int32] {
    let elements = try constant(id).asList.elements.expanded
    if case .entity(let rows) = elements { return rows.filter { $0 >= 0 } }
    var rows: [Int32] = []
    for text in try texts(id) {
      rows.append(try lookUp(cover.rowCollection, text, plan.expressions[id].range))
    }
    return rows
  }
}
