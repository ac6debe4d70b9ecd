// Comes in: calls that ask a table of amounts, profiles or concepts. Goes out: the question, with its table,
// path and options checked.

import HoraEngine
import HoraSyntax

extension Checker {
  static let measureNames =
    RelatedFunction.allCases.map(\.rawValue) + ["profile_similarity", "wu_palmer"]
    + claimFunctions

  /// Nil for another name; a nil value where the call has an error.
  mutating func measure(
    _ key: String, _ nameNode: NodeID, _ step: NodeID
  ) -> (value: Value?, Bool)? {
    let value: Value?
    if let function = RelatedFunction(rawValue: key) {
      value = related(function, step)
    } else {
      switch key {
      case "profile_similarity": value = profileSimilarity(key, step)
      case "wu_palmer": value = wuPalmer(key, step)
      case "claims", "claim": value = claim(key, step)
      default: return nil
      }
    }
    // What is said of the answer quotes the call with its name.
    if let value { plan.expressions[value.id].range.start = range(nameNode).start }
    return (value, true)
  }

  mutating func hasArguments(
    _ name: String, _ given: Int, _ wanted: Int, _ step: NodeID
  ) -> Bool {
    if given == wanted { return true }
    report(
      CheckMessage.wrongArgumentCount(
        name, given: given, least: wanted, most: wanted, tree.range(of: step)))
    return false
  }

  private mutating func add(
    _ question: MeasureCall.Question, _ arguments: [Value], _ type: ValueType,
    _ cardinality: Cardinality, _ step: NodeID
  ) -> Value {
    let ids = arguments.map(\.id)
    return add(
      .measure(MeasureCall(question: question, arguments: ids)), type, cardinality,
      reach: reach(of: ids), step)
  }

  // MARK: Relatedness

  private mutating func related(_ function: RelatedFunction, _ step: NodeID) -> Value? {
    let name = function.rawValue
    var (nodes, options) = split(tree.soundChildren(of: step))
    let places: [Int] =
      switch function {
      case .relatedness, .commonStrengths: [1, 1]
      case .relatednessDensity: [0, 1]
      case .ubiquity: [1]
      case .diversity, .raoStirling: [0]
      }
    guard hasArguments(name, nodes.count, places.count + 1, step), let tableNode = nodes.popLast(),
      let (table, keys) = amountTable(tableNode, name),
      let advantage = advantage(name, options), hasBase(advantage, for: keys[1], step)
    else { return nil }
    if function == .raoStirling, !isTaxonomy(keys[1], name, tableNode) { return nil }
    var values: [Value] = []
    for (node, place) in zip(nodes, places) {
      guard let value = tableKey(node, keys[place], name) else { return nil }
      values.append(value)
    }
    let isCount = function == .ubiquity || function == .diversity || function == .commonStrengths
    return add(
      .related(function, AmountTable(query: table, advantage: advantage)), values,
      isCount ? .int : .decimal, isCount ? .one : .optional, step)
  }

  /// Rows whose first columns are a row, a column, and an amount.
  private mutating func amountTable(
    _ node: NodeID, _ function: String
  ) -> (QueryID, [ValueType])? {
    guard let query = alone({ $0.asQuery(node) }) else { return nil }
    let columns = plan.queries[query].columns
    if columns.count >= 3, columns[2].type.isNumber,
      columns.prefix(3).allSatisfy({ $0.cardinality != .many })
    {
      return (query, [columns[0].type, columns[1].type])
    }
    report(
      SpecialisationMessage.wrongTable(
        function, columns.map { CheckMessage.describe($0.type, schema) }, tree.range(of: node)))
    return nil
  }

  /// A value of the type of a table's key, or a text that names one.
  private mutating func tableKey(
    _ node: NodeID, _ type: ValueType, _ function: String
  ) -> Value? {
    if case .entity(let collection) = type { return nodeValue(node, collection, function) }
    guard let value = oneValued(node) else { return nil }
    if value.type == type || value.type == .nothing { return value }
    report(
      CheckMessage.wrongArgument(
        function, value.type, wants: CheckMessage.describe(type, schema), tree.range(of: node),
        schema))
    return nil
  }

  // MARK: Profiles

  private mutating func profileSimilarity(_ name: String, _ step: NodeID) -> Value? {
    let (nodes, optionNodes) = split(tree.soundChildren(of: step))
    guard hasArguments(name, nodes.count, 2, step),
      let (values, collection) = alike(nodes, name)
    else { return nil }
    var path: ExpressionID?
    var options: [GraphOption: ExpressionID] = [:]
    for node in optionNodes {
      guard let valueNode = tree.soundChildren(of: node).first,
        let option = optionName(node, name, [.by, .measure, .decay])
      else { return nil }
      if option == .by {
        guard let found = profilePath(valueNode, collection) else { return nil }
        path = found
      } else {
        guard let found = plainOption(node, valueNode, name, [.measure, .decay]) else { return nil }
        options[option] = found.1
      }
    }
    guard let path = path ?? standardProfile(collection, step),
      !needsTaxonomy(options) || isTaxonomy(plan.expressions[path].type, name, step)
    else { return nil }
    return add(
      .similar(ProfilePlan(collection: collection, path: path, options: options)), values,
      .decimal, .optional, step)
  }

  private func needsTaxonomy(_ options: [GraphOption: ExpressionID]) -> Bool {
    if options[.decay] != nil { return true }
    guard let id = options[.measure], case .constant(.text(let name)) = plan.expressions[id].kind
    else { return false }
    return name.lowercased() == "wu_palmer"
  }

  private mutating func isTaxonomy(
    _ type: ValueType, _ name: String, _ node: NodeID
  ) -> Bool {
    if case .entity(let things) = type, schema.collections[things].parent != nil { return true }
    report(
      SpecialisationMessage.noTaxonomy(
        name, CheckMessage.describe(type, schema), tree.range(of: node)))
    return false
  }

  private mutating func wuPalmer(_ name: String, _ step: NodeID) -> Value? {
    let (nodes, options) = split(tree.soundChildren(of: step))
    for node in options where optionName(node, name, []) == nil { return nil }
    guard hasArguments(name, nodes.count, 2, step),
      let (values, collection) = alike(nodes, name)
    else { return nil }
    guard isTaxonomy(.entity(collection), name, step) else { return nil }
    return add(.wuPalmer(collection), values, .decimal, .optional, step)
  }

  /// Two entities of one collection; a text may stand for one of them.
  private mutating func alike(
    _ nodes: [NodeID], _ function: String
  ) -> (values: [Value], CollectionID)? {
    var found: [Value] = []
    for node in nodes {
      guard let value = oneValued(node) else { return nil }
      found.append(value)
    }
    let collections = found.compactMap { value -> CollectionID? in
      if case .entity(let collection) = value.type { return collection }
      return nil
    }
    guard let collection = collections.first else {
      report(
        CheckMessage.wrongArgument(
          function, found[0].type, wants: "an entity", tree.range(of: nodes[0]), schema))
      return nil
    }
    for (place, node) in nodes.enumerated() where found[place].type != .entity(collection) {
      guard let named = nodeValue(node, collection, function) else { return nil }
      found[place] = named
    }
    return (found, collection)
  }
}
