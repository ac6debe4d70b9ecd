// Comes in: `degree(collab)`, `hops(a, b, partners)`. Goes out: the question to a network, with its
// nodes and options checked.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func graph(_ function: GraphFunction, _ nameNode: NodeID, _ step: NodeID) -> Value? {
    let name = function.rawValue
    let all = tree.soundChildren(of: step)
    var nodes = all.filter { tree.kind(of: $0) != .argument }
    let wanted: ClosedRange<Int> =
      switch function.scope {
      case .whole: 1...1
      case .node: 1...2
      case .pair, .profiles: 3...3
      }
    guard wanted.contains(nodes.count), let networkNode = nodes.popLast() else {
      report(
        CheckMessage.wrongArgumentCount(
          name, given: nodes.count, least: wanted.lowerBound, most: wanted.upperBound,
          tree.range(of: step)))
      return nil
    }
    guard let id = network(networkNode, for: name) else { return nil }
    let collection = plan.networks[id].collection
    var ends: [ExpressionID] = []
    for node in nodes {
      guard let value = nodeValue(node, collection, name) else { return nil }
      ends.append(value.id)
    }
    if function.scope == .node, ends.isEmpty {
      guard let row = rowNode(collection, step) else {
        report(
          NetworkMessage.noNode(
            name, tree.text(of: networkNode), schema.collections[collection].name,
            tree.range(of: step)))
        return nil
      }
      ends.append(row.id)
    }
    var options: [GraphOption: ExpressionID] = [:]
    for node in all where tree.kind(of: node) == .argument {
      guard let (option, value) = option(node, function, collection) else { return nil }
      options[option] = value
    }
    if function.scope == .profiles, options[.by] == nil {
      guard let path = standardProfile(collection, step) else { return nil }
      options[.by] = path
    }
    if Checker.groupings.contains(function), options[.by] == nil {
      report(NetworkMessage.needsOption(name, "by", tree.range(of: step)))
      return nil
    }
    let call = GraphCall(function: function, network: id, nodes: ends, options: options)
    return add(.graph(call), type(of: call), .optional, reach: reach(of: ends), step)
  }

  private static let groupings: Set<GraphFunction> = [
    .participationCoefficient, .externalInternal, .brokerage,
  ]

  private func type(of call: GraphCall) -> ValueType {
    switch call.function {
    case .degree: call.options[.normalised] == nil ? .int : .decimal
    case .strength:
      plan.networks[call.network].weight.map { plan.expressions[$0].type } ?? .int
    case .core, .component, .community, .hDegree, .brokerage, .diameter, .hops, .commonNeighbors,
      .preferentialAttachment:
      .int
    case .isCut: .bool
    case .reasons: .text
    default: .decimal
    }
  }

  // MARK: Nodes

  /// An entity of the network's collection, or a text that names one.
  mutating func nodeValue(_ node: NodeID, _ collection: CollectionID, _ function: String) -> Value?
  {
    guard let value = function == "paths" ? expression(node) : oneValued(node) else { return nil }
    if value.type == .entity(collection) { return value }
    if value.type == .text, value.cardinality != .many, isConstant(value) {
      return add(.lookup(collection, value.id), .entity(collection), .one, reach: 0, node)
    }
    report(
      NetworkMessage.wrongNode(
        function, CheckMessage.describe(value.type, schema),
        wants: schema.collections[collection].name, tree.range(of: node)))
    return nil
  }

  /// The innermost row that is such an entity.
  private mutating func rowNode(_ collection: CollectionID, _ node: NodeID) -> Value? {
    var depth = 0
    for scope in scopes.reversed() {
      guard case .rows(let shape) = scope.kind else { continue }
      if scope.isVisible {
        guard let index = shape.entity ?? (shape.columns.count == 1 ? 0 : nil),
          shape.columns[index].type == .entity(collection)
        else { return nil }
        return column(depth: depth, index, shape.columns[index], node)
      }
      depth += 1
    }
    return nil
  }

  // MARK: Networks

  /// A network by name, or a relation to the same collection used as one.
  mutating func network(_ node: NodeID, for function: String) -> NetworkID? {
    if tree.kind(of: node) == .nameReference {
      let name = tree.nameText(of: node)
      switch definitions[Names.key(name)] {
      case .network(let id)? where !isRowName(name): return id
      case .broken?: return nil
      default: break
      }
    }
    if let id = qualifiedNetwork(node) { return id }
    if let (collection, relation) = selfRelation(node) {
      return network(collection, relation, node)
    }
    var names: [String] = []
    for (name, definition) in definitions {
      if case .network = definition { names.append(name) }
    }
    let relations = schema.collections.enumerated().flatMap { id, collection -> [String] in
      guard !collection.isHidden else { return [] }
      return collection.relations.map { schema.relations[$0] }
        .filter { $0.from == id && $0.to == id && $0.kind != .taxonomy }
        .map { "\(collection.name).\($0.name)" }
    }
    report(
      NetworkMessage.notANetwork(function, relations, names.sorted(), tree.range(of: node)))
    return nil
  }

  /// `partners` in a row of members, `members.partners` anywhere.
  private func selfRelation(_ node: NodeID) -> (CollectionID, RelationID)? {
    func relation(_ name: String, of collection: CollectionID) -> (CollectionID, RelationID)? {
      guard case .relation(let id)? = catalog.member(name, of: collection),
        schema.relations[id].to == collection
      else { return nil }
      return (collection, id)
    }
    if tree.kind(of: node) == .nameReference {
      let name = tree.nameText(of: node)
      for scope in scopes.reversed() {
        guard scope.isVisible, case .rows(let shape) = scope.kind else { continue }
        for column in shape.columns {
          if case .entity(let collection) = column.type,
            let found = relation(name, of: collection)
          {
            return found
          }
        }
      }
      return nil
    }
    let children = tree.soundChildren(of: node)
    guard tree.kind(of: node) == .postfixExpression, children.count == 2,
      tree.kind(of: children[0]) == .nameReference, tree.kind(of: children[1]) == .memberStep,
      let collection = catalog.collection(tree.nameText(of: children[0]))
    else { return nil }
    return relation(tree.nameText(of: children[1]), of: collection)
  }

  private mutating func network(
    _ collection: CollectionID, _ relation: RelationID, _ node: NodeID
  ) -> NetworkID {
    if let known = relationNetworks[relation] { return known }
    let itself = add(.column(depth: 0, index: 0), .entity(collection), .one, reach: 1, node)
    let path = add(
      .follow(itself.id, relation), .entity(collection), .many, reach: 1, node)
    let end = schema.relations[relation]
    let isDirected = !end.isSymmetric && schema.relations[end.inverse].name != end.name
    plan.networks.append(
      NetworkPlan(
        name: "\(schema.collections[collection].name).\(end.name)", collection: collection,
        nodes: nil, path: path.id, tie: .direct(isDirected: isDirected), weight: nil,
        range: range(node)))
    relationNetworks[relation] = plan.networks.count - 1
    return plan.networks.count - 1
  }

  // MARK: Options

  private static func options(of function: GraphFunction) -> [GraphOption] {
    switch function {
    case .degree: [.normalised, .direction]
    case .strength: [.direction]
    case .closeness, .harmonic: [.normalised, .weighted, .direction]
    case .betweenness: [.normalised, .weighted, .from, .seed]
    case .pagerank: [.weighted, .damping, .rounds]
    case .eigenvector: [.weighted, .rounds]
    case .constraint, .effectiveSize: [.weighted]
    case .community: [.weighted, .resolution, .seed]
    case .modularity: [.weighted, .by, .resolution, .seed]
    case .participationCoefficient, .externalInternal: [.weighted, .by]
    case .brokerage: [.by, .role]
    case .potential, .reasons: [.by, .form]
    case .fit, .activity, .acquaintance, .complementarity, .proximity, .novelty: [.by]
    default: []
    }
  }

  private mutating func option(
    _ node: NodeID, _ function: GraphFunction, _ collection: CollectionID
  ) -> (GraphOption, ExpressionID)? {
    guard let valueNode = tree.soundChildren(of: node).first,
      let option = optionName(node, function.rawValue, Checker.options(of: function))
    else { return nil }
    if function.scope == .profiles, option == .by {
      return profilePath(valueNode, collection).map { (option, $0) }
    }
    let value: Value?
    if option == .by {
      let shape = Checker.entityShape(collection)
      value = alone { $0.inside(shape) { $0.oneValued(valueNode) } }
    } else {
      value = alone { $0.expression(valueNode) }
    }
    guard let value, isRight(option, value, valueNode, collection) else { return nil }
    return (option, value.id)
  }

  /// An option whose value is the same in every row.
  mutating func plainOption(
    _ node: NodeID, _ valueNode: NodeID, _ function: String, _ known: [GraphOption],
    also others: [String] = []
  ) -> (GraphOption, ExpressionID)? {
    guard let option = optionName(node, function, known, also: others),
      let value = alone({ $0.oneValued(valueNode) }), isRight(option, value, valueNode, nil)
    else { return nil }
    return (option, value.id)
  }

  mutating func optionName(
    _ node: NodeID, _ function: String, _ known: [GraphOption], also others: [String] = []
  ) -> GraphOption? {
    let name = tree.nameText(of: node)
    if let option = GraphOption(rawValue: Names.key(name)), known.contains(option) { return option }
    let names = known.map(\.rawValue) + others
    let range = tree.tokenChildren(of: node).first.map { tree.range(ofToken: $0) }
    report(
      NetworkMessage.unknownOption(
        function, name, names, nearest(name, in: names, limit: 1), range ?? tree.range(of: node)))
    return nil
  }

  private mutating func isRight(
    _ option: GraphOption, _ value: Value, _ node: NodeID, _ collection: CollectionID?
  ) -> Bool {
    let (fits, wants): (Bool, String) =
      switch option {
      case .normalised, .weighted, .symmetric: (value.type == .bool, "true or false")
      case .rounds, .seed: (value.type == .int, "a whole number")
      case .damping, .resolution, .prior, .decay: (value.type.isNumber, "a number")
      case .direction, .role, .measure, .form: (value.type == .text, "a text")
      case .from:
        (
          collection.map { value.type == .entity($0) } ?? false,
          "a set of \(collection.map { schema.collections[$0].name } ?? "entities")"
        )
      case .by: (true, "")
      }
    if !fits {
      report(
        NetworkMessage.wrongOption(
          option.rawValue, CheckMessage.describe(value.type, schema), wants: wants,
          tree.range(of: node)))
    }
    return fits
  }
}
