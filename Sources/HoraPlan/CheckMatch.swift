// Comes in: `match`, `gaps`, and the profiles that `potential` compares. Goes out: their plans.

import HoraEngine
import HoraSyntax

extension Checker {
  mutating func match(_ node: NodeID) -> QueryDraft? {
    let children = tree.soundChildren(of: node)
    guard children.count == 3, let (candidates, collection) = entitySet(children[1]),
      let entity = alone({ $0.nodeValue(children[0], collection, "match") }),
      let path = profilePath(children[2], collection)
    else { return nil }
    guard entity.cardinality != .many else {
      report(
        CheckMessage.manyAsOne(
          tree.text(of: children[0]), entity.type, tree.range(of: children[0])))
      return nil
    }
    var shape = Checker.entityShape(collection)
    let things = plan.expressions[path].type
    shape.columns += [
      ShapeColumn(name: "adds", type: things, cardinality: .many),
      ShapeColumn(name: "common", type: things, cardinality: .many),
      ShapeColumn(name: "score", type: .decimal, cardinality: .one),
    ]
    return QueryDraft(
      source: .match(
        MatchPlan(entity: entity.id, candidates: candidates, collection: collection, path: path)),
      shape: shape, reach: 0)
  }

  mutating func gaps(_ node: NodeID) -> QueryDraft? {
    let children = tree.soundChildren(of: node)
    guard children.count == 3, let (own, collection) = entitySet(children[0]),
      let path = profilePath(children[2], collection),
      case .entity(let things) = plan.expressions[path].type,
      let against = against(children[1], collection, things)
    else { return nil }
    var shape = RowShape()
    shape.columns = [
      ShapeColumn(name: "what", type: .entity(things), cardinality: .one),
      ShapeColumn(name: "holders", type: .int, cardinality: .one),
      ShapeColumn(name: "share", type: .decimal, cardinality: .one),
    ]
    return QueryDraft(
      source: .gaps(
        GapsPlan(own: own, against: against, collection: collection, path: path)),
      shape: shape, reach: 0)
  }

  /// A set of entities of the same collection, or a branch of the taxonomy.
  private mutating func against(
    _ node: NodeID, _ collection: CollectionID, _ things: CollectionID
  ) -> GapsPlan.Against? {
    let checked = alone { $0.queryOrValue(node) }
    switch checked {
    case .query(let query)?:
      if let column = plan.queries[query].entityColumn,
        plan.queries[query].columns[column].type == .entity(collection)
      {
        return .others(query)
      }
      report(
        NetworkMessage.wrongAgainst(
          schema.collections[collection].name, schema.collections[things].name,
          tree.range(of: node)))
      return nil
    case .value(let value)?:
      guard value.type == .text, schema.collections[things].parent != nil else {
        report(
          NetworkMessage.wrongAgainst(
            schema.collections[collection].name, schema.collections[things].name,
            tree.range(of: node)))
        return nil
      }
      plan.sets.append(
        EntitySet(collection: things, kind: .concepts(value.id), range: range(node)))
      return .branch(plan.sets.count - 1)
    case nil: return nil
    }
  }

  private mutating func entitySet(_ node: NodeID) -> (QueryID, CollectionID)? {
    guard let query = alone({ $0.asQuery(node) }) else { return nil }
    guard let column = plan.queries[query].entityColumn,
      case .entity(let collection) = plan.queries[query].columns[column].type
    else {
      report(NetworkMessage.nodesAreEntities(tree.range(of: node)))
      return nil
    }
    return (query, collection)
  }

  /// A path from an entity to what it has; the same text gives the same expression, so that what is
  /// computed from it is computed once.
  mutating func profilePath(_ node: NodeID, _ collection: CollectionID) -> ExpressionID? {
    let key = ProfileKey(collection: collection, text: tree.text(of: node))
    if let known = profilePaths[key] { return known }
    let shape = Checker.entityShape(collection)
    guard let value = alone({ $0.inside(shape) { $0.expression(node) } }) else { return nil }
    guard value.type.isEntity else {
      report(
        NetworkMessage.profileIsNoPath(
          CheckMessage.describe(value.type, schema), tree.range(of: node)))
      return nil
    }
    profilePaths[key] = value.id
    return value.id
  }

  /// The relation `competences`, where nothing else is said.
  mutating func standardProfile(_ collection: CollectionID, _ node: NodeID) -> ExpressionID? {
    let key = ProfileKey(collection: collection, text: "")
    if let known = profilePaths[key] { return known }
    guard case .relation(let relation)? = catalog.member("competences", of: collection) else {
      report(
        NetworkMessage.noProfile(schema.collections[collection].name, tree.range(of: node)))
      return nil
    }
    let itself = add(.column(depth: 0, index: 0), .entity(collection), .one, reach: 1, node)
    let path = add(
      .follow(itself.id, relation), .entity(schema.relations[relation].to), .many, reach: 1, node)
    profilePaths[key] = path.id
    return path.id
  }
}

/// A path as written, from entities of a collection.
struct ProfileKey: Hashable {
  var collection: CollectionID
  var text: String
}
