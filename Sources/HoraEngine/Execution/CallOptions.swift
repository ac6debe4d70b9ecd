// Comes in: the options of a call. Goes out: their values, or why one cannot be used.
// The checker has seen to their types.

struct CallOptions {
  private let options: [GraphOption: ExpressionID]
  private let run: Run

  init(_ options: [GraphOption: ExpressionID], _ run: Run) {
    self.options = options
    self.run = run
  }

  private func value(_ option: GraphOption) throws(RunError) -> Vector? {
    guard let id = options[option] else { return nil }
    return try run.evaluate(id, Batch.unit()).expanded
  }

  private func wrong(_ option: GraphOption, _ wants: String) -> RunError {
    let range = options[option].map { run.plan.expressions[$0].range }
    return .failed(
      RunMessage.badOption(option.rawValue, wants, at: range ?? TextRange(start: 0, end: 0)))
  }

  func flag(_ option: GraphOption, else standard: Bool) throws(RunError) -> Bool {
    guard case .bool(let v)? = try value(option) else { return standard }
    return v[0] == 1
  }

  func count(_ option: GraphOption, else standard: Int) throws(RunError) -> Int {
    guard let given = try value(option) else { return standard }
    guard case .int(let v, let mask) = given, mask.isEmpty || mask[0] == 1, v[0] >= 0 else {
      throw wrong(option, "a whole number from 0 upwards")
    }
    return Int(clamping: v[0])
  }

  /// A number above 0, or from `least`, and no more than `most`.
  func share(
    _ option: GraphOption, else standard: Double, least: Double? = nil, most: Double = 1
  ) throws(RunError) -> Double {
    let number: Double
    switch try value(option) {
    case nil: return standard
    case .int(let v, let mask)? where mask.isEmpty || mask[0] == 1: number = Double(v[0])
    case .decimal(let v, let mask)? where mask.isEmpty || mask[0] == 1: number = v[0]
    default: throw wrong(option, "a number")
    }
    guard least.map({ number >= $0 }) ?? (number > 0), number <= most else {
      throw wrong(
        option,
        least != nil
          ? "a number from 0 to 1"
          : most.isFinite ? "a number above 0 and up to 1" : "a number above 0")
    }
    return number
  }

  /// Nil for all ties of a node.
  func direction() throws(RunError) -> Direction? {
    guard let word = try text(.direction) else { return nil }
    switch word.lowercased() {
    case "in": return .into
    case "out": return .out
    case "both": return nil
    default: throw wrong(.direction, "\"in\", \"out\" or \"both\"")
    }
  }

  func text(_ option: GraphOption) throws(RunError) -> String? {
    guard case .text(let codes, let dictionary)? = try value(option), codes[0] >= 0 else {
      return nil
    }
    return dictionary.string(codes[0])
  }

  /// The rows of a set; nil where it was not said.
  func entities(_ option: GraphOption) throws(RunError) -> [Int32]? {
    guard let given = try value(option) else { return nil }
    guard case .entity(let rows) = given.asList.elements.expanded else { return [] }
    return rows
  }

  func profileMeasure() throws(RunError) -> ProfileMeasure {
    guard let word = try text(.measure)?.lowercased() else { return .cosine }
    guard let measure = ProfileMeasure(rawValue: word) else {
      throw wrong(.measure, "\"cosine\", \"ruzicka\" or \"wu_palmer\"")
    }
    return measure
  }

  func form() throws(RunError) -> PotentialForm {
    guard let word = try text(.form)?.lowercased() else { return .likely }
    guard let form = PotentialForm(rawValue: word) else {
      throw wrong(.form, "\"likely\" or \"complementary\"")
    }
    return form
  }

  /// How often each node brokers, in the role asked for or in any.
  func roles(_ roles: BrokerRoles) throws(RunError) -> [Int64] {
    let all = [
      ("coordinator", roles.coordinator), ("itinerant", roles.itinerant),
      ("gatekeeper", roles.gatekeeper), ("liaison", roles.liaison),
    ]
    guard let role = try text(.role)?.lowercased() else {
      var sum = roles.representative ?? [Int64](repeating: 0, count: roles.liaison.count)
      for (_, counts) in all { sum = zip(sum, counts).map { $0 &+ $1 } }
      return sum
    }
    // Without direction a gatekeeper is a representative seen from the other side.
    if role == "representative" { return roles.representative ?? roles.gatekeeper }
    guard let counts = all.first(where: { $0.0 == role })?.1 else {
      throw wrong(
        .role,
        "\"coordinator\", \"itinerant\", \"gatekeeper\", \"representative\" or \"liaison\"")
    }
    return counts
  }
}
