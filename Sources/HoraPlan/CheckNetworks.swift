// Comes in: `network` statements, networks as sources, `paths`. Goes out: their plans.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func networkStatement(_ node: NodeID) {
    let children = tree.soundChildren(of: node)
    guard children.count >= 3 else { return }
    let name = tree.nameText(of: children[0])
    definitions[Names.key(name)] = .broken
    guard let nodes = alone({ $0.asQuery(children[1]) }) else { return }
    guard let column = plan.queries[nodes].entityColumn,
      case .entity(let collection) = plan.queries[nodes].columns[column].type
    else {
      report(NetworkMessage.nodesAreEntities(tree.range(of: children[1])))
      return
    }
    let condition = tree.child(of: node, after: .where)
    guard
      let path = alone({ checker in
        checker.inside(Checker.entityShape(collection)) { checker -> Value? in
          guard let path = checker.expression(children[2]) else { return nil }
          guard let condition, path.type.isEntity else { return path }
          return checker.filter(path, by: condition, children[2])
        }
      })
    else { return }
    guard case .entity(let end) = path.type else {
      report(
        NetworkMessage.pathLeadsNowhere(
          CheckMessage.describe(path.type, schema), tree.range(of: children[2])))
      return
    }
    let tie: NetworkPlan.Tie =
      end == collection ? .direct(isDirected: isDirected(path.id)) : .shared(end)
    var network = NetworkPlan(
      name: name, collection: collection, nodes: nodes, path: path.id, tie: tie, weight: nil,
      range: range(node))
    if let weight = tree.child(of: node, after: .weight) {
      guard let value = tieWeight(weight, network) else { return }
      network.weight = value.id
    }
    plan.networks.append(network)
    definitions[Names.key(name)] = .network(plan.networks.count - 1)
  }

  static func entityShape(_ collection: CollectionID) -> RowShape {
    var shape = RowShape()
    shape.columns = [ShapeColumn(name: nil, type: .entity(collection), cardinality: .one)]
    shape.entity = 0
    return shape
  }

  /// Ties run one way only where the relation does: `parent` does, `partners` does not. What more
  /// than one step leads to is a tie both ways.
  private func isDirected(_ path: ExpressionID) -> Bool {
    switch plan.expressions[path].kind {
    case .follow(let source, let relation):
      guard case .column = plan.expressions[source].kind else { return false }
      let relation = schema.relations[relation]
      return !relation.isSymmetric && schema.relations[relation.inverse].name != relation.name
    case .reachable(let source, let relation, _):
      guard case .column = plan.expressions[source].kind else { return false }
      return !schema.relations[relation].isSymmetric
    case .elements(.path(let inner), _, nil): return isDirected(inner)
    case .elements(.links(_, let relation), _, nil):
      return !schema.relations[relation].isSymmetric
    default: return false
    }
  }

  /// The columns of a tie. `shared` is there where nodes share things.
  private func tieShape(_ network: NetworkPlan, weight: Bool) -> RowShape {
    var shape = RowShape()
    let node = ValueType.entity(network.collection)
    shape.columns = [
      ShapeColumn(name: "a", type: node, cardinality: .one),
      ShapeColumn(name: "b", type: node, cardinality: .one),
    ]
    if weight {
      let type = network.weight.map { plan.expressions[$0].type } ?? .int
      shape.columns.append(ShapeColumn(name: "weight", type: type, cardinality: .one))
    }
    if case .shared(let things) = network.tie {
      shape.columns.append(
        ShapeColumn(name: "shared", type: .entity(things), cardinality: .many))
    }
    return shape
  }

  private mutating func tieWeight(_ node: NodeID, _ network: NetworkPlan) -> Value? {
    let shape = tieShape(network, weight: false)
    guard let value = alone({ $0.inside(shape) { $0.oneValued(node) } }) else { return nil }
    guard value.type.isNumber else {
      report(
        NetworkMessage.weightIsNoNumber(
          CheckMessage.describe(value.type, schema), tree.range(of: node)))
      return nil
    }
    return value
  }

  // MARK: Sources

  func ties(_ id: NetworkID) -> QueryDraft {
    QueryDraft(
      source: .network(id), shape: tieShape(plan.networks[id], weight: true), reach: 0)
  }

  /// What is true once for each tie, for `count`; nil for what is no network.
  mutating func tieValues(_ node: NodeID) -> Value? {
    var id = qualifiedNetwork(node)
    if tree.kind(of: node) == .nameReference, !isRowName(tree.nameText(of: node)),
      case .network(let named)? = definitions[Names.key(tree.nameText(of: node))]
    {
      id = named
    }
    guard let id else { return nil }
    let yes = add(.constant(.bool(true)), .bool, .one, reach: 0, node)
    plan.queries.append(
      Query(
        source: .network(id),
        operators: [PlannedOperator(kind: .project([.compute(yes.id)]), range: range(node))],
        columns: [ColumnInfo(name: "tie", type: .bool, cardinality: .one)], entityColumn: nil,
        reach: 0, range: range(node)))
    return add(
      .subquery(plan.queries.count - 1, column: 0), .bool, .many, reach: 0, node)
  }

  mutating func paths(_ node: NodeID) -> QueryDraft? {
    let children = tree.soundChildren(of: node)
    guard children.count >= 3, let id = network(children[2], for: "paths") else { return nil }
    let collection = plan.networks[id].collection
    var ends: [ExpressionID] = []
    for child in children.prefix(2) {
      guard let value = alone({ $0.nodeValue(child, collection, "paths") }) else { return nil }
      ends.append(value.id)
    }
    guard let option = pathsOption(children.count > 3 ? children[3] : nil) else { return nil }
    var shape = RowShape()
    shape.columns = [
      ShapeColumn(name: "nodes", type: .entity(collection), cardinality: .many),
      ShapeColumn(name: "length", type: .int, cardinality: .one),
      ShapeColumn(name: "cost", type: .decimal, cardinality: .one),
    ]
    return QueryDraft(
      source: .paths(PathsPlan(from: ends[0], to: ends[1], network: id, option: option)),
      shape: shape, reach: 0)
  }

  private mutating func pathsOption(_ node: NodeID?) -> PathsPlan.Option? {
    guard let node else { return .one }
    guard let amountNode = tree.firstChild(of: node, kind: .amount) else { return .allShortest }
    guard let count = amount(amountNode) else { return nil }
    if tree.hasToken(.max, in: node) { return .most(hops: count.id) }
    return tree.hasToken(.cheapest, in: node) ? .cheapest(count.id) : .shortest(count.id)
  }
}
