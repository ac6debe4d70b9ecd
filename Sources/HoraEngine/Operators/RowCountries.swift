// Comes in: the country of each row and an eligibility rule. Goes out: the status of each row's country,
// as groups for the rule's requirements, and what the statuses stand on.

struct RowCountries {
  private let rule: EligibilityRule
  /// For each row the place of its country among `values`; below 0 is none.
  private let places: [Int32]
  private var names: [String] = []
  private var found: [EligibilityRule.Country?] = []
  /// How many rows are in a country whose status nobody has looked up.
  private(set) var unchecked = 0

  init(_ rule: EligibilityRule, _ values: Vector, _ type: ValueType, _ run: Run) {
    self.rule = rule
    let groups = CoverRules.groups(values)
    // Groups are numbered as they appear; that of missing values has no country.
    var numbers: [Int32: Int32] = [:]
    var places = [Int32](repeating: -1, count: groups.count)
    for (row, group) in groups.enumerated() where group >= 0 {
      if let known = numbers[group] {
        places[row] = known
        continue
      }
      let words = RowCountries.names(values, row, type, run)
      places[row] = Int32(names.count)
      numbers[group] = places[row]
      names.append(words.first ?? "")
      found.append(rule.country(called: words))
    }
    self.places = places
    unchecked = places.count { place in
      place >= 0 && (found[Int(place)].map { $0.status == .unchecked } ?? true)
    }
  }

  private static func names(
    _ values: Vector, _ row: Int, _ type: ValueType, _ run: Run
  ) -> [String] {
    switch (values, type) {
    case (.text(let codes, let dictionary), _): [dictionary.string(codes[row])]
    case (.entity(let rows), .entity(let collection)):
      [run.label(of: rows[row], in: collection), run.key(of: rows[row], in: collection)]
    default: []
    }
  }

  /// For each row its country, where that has one of the statuses.
  func groups(_ statuses: [EligibilityRule.Status]) -> [Int32] {
    places.map { place in
      guard place >= 0, let country = found[Int(place)], statuses.contains(country.status) else {
        return -1
      }
      return place
    }
  }

  /// The countries of some rows with their status, and what that stands on.
  func lines(of rows: [Int32]) -> [String] {
    var seen: Set<Int32> = []
    let here = rows.map { places[Int($0)] }.filter { $0 >= 0 && seen.insert($0).inserted }
    guard !here.isEmpty else { return [] }
    let words = here.map { place in
      guard let country = found[Int(place)] else { return "\(names[Int(place)]) unchecked" }
      let since = country.since.map { " since \($0.text)" } ?? ""
      return "\(names[Int(place)]) \(country.status.rawValue)\(since)"
    }
    var sources: [String] = []
    for place in here {
      let source = found[Int(place)]?.source ?? "unchecked"
      if !sources.contains(source) { sources.append(source) }
    }
    return [
      "`\(rule.name)`: " + words.joined(separator: ", ") + ".",
      "These statuses stand on: " + sources.joined(separator: "; ") + ".",
    ]
  }
}
