// Comes in: `claims(x, "p")`, `claim(x, "p")`, `conflicts`. Goes out: paths and rows over the collection
// `claims`, whose columns are found by name.

import HoraEngine
import HoraSyntax

extension Checker {
  static let claimFunctions = ["claims", "claim"]
  static let conflictsName = "conflicts"

  /// The columns of the collection `claims`; nil where there is none, or one without property and value.
  private func claimColumns() -> ClaimsPlan? {
    guard let collection = catalog.collection("claims"),
      let property = field("property", of: collection, .text),
      let value = field("value", of: collection, nil)
    else { return nil }
    var found = ClaimsPlan(collection: collection, property: property, value: value)
    found.subject =
      field("subject", of: collection, nil)
      ?? schema.collections[collection].fields.firstIndex {
        if case .reference = $0.content { true } else { false }
      }
    found.date = field("as_of", of: collection, nil) ?? field("date", of: collection, nil)
    found.several = field("several", of: collection, .bool)
    return found
  }

  /// The place of a field with one value.
  private func field(_ name: String, of collection: CollectionID, _ type: ScalarType?) -> Int? {
    schema.collections[collection].fields.firstIndex { field in
      guard Names.key(field.name) == name else { return false }
      switch field.content {
      case .value(let found): return type == nil || type == found
      case .reference(let relation): return type == nil && !schema.relations[relation].isMany
      case .list: return false
      }
    }
  }

  mutating func claim(_ name: String, _ step: NodeID) -> Value? {
    let (nodes, options) = split(tree.soundChildren(of: step))
    for node in options where optionName(node, name, []) == nil { return nil }
    guard hasArguments(name, nodes.count, 2, step), let subject = oneValued(nodes[0]) else {
      return nil
    }
    guard let columns = claimColumns(), case .entity(let collection) = subject.type,
      case .relation(let relation)? = catalog.member("claims", of: collection),
      schema.relations[relation].to == columns.collection
    else {
      report(
        SpecialisationMessage.noClaims(
          CheckMessage.describe(subject.type, schema), tree.range(of: step)))
      return nil
    }
    // The property is asked of each claim, and written in the row around it.
    let shape = Checker.entityShape(columns.collection)
    guard let property = inside(shape, visible: false, { $0.text(nodes[1], of: name) }) else {
      return nil
    }
    let all = add(
      .follow(subject.id, relation), .entity(columns.collection), .many, reach: reach(subject.id),
      step)
    let itself = add(
      .column(depth: 0, index: 0), .entity(columns.collection), .one, reach: 1, step)
    let called = add(.field(itself.id, columns.property), .text, .optional, reach: 1, nodes[1])
    let condition = add(
      .compare(.equal, called.id, property.id), .bool, .one, reach: max(1, reach(property.id)),
      nodes[1])
    let outward = max(reach(subject.id), reach(property.id) - 1)
    let chosen = add(
      .elements(.path(all.id), condition: condition.id, result: nil),
      .entity(columns.collection), .many, reach: outward, step)
    if name == "claims" { return chosen }
    guard let type = valueType(of: columns) else { return nil }
    return add(
      .measure(MeasureCall(question: .claim(columns), arguments: [chosen.id])), type, .optional,
      reach: outward, step)
  }

  private mutating func text(_ node: NodeID, of function: String) -> Value? {
    guard let value = oneValued(node) else { return nil }
    if value.type == .text || value.type == .nothing { return value }
    report(
      CheckMessage.wrongArgument(
        function, value.type, wants: "the name of a property", tree.range(of: node), schema))
    return nil
  }

  private func valueType(of columns: ClaimsPlan) -> ValueType? {
    switch schema.collections[columns.collection].fields[columns.value].content {
    case .value(let type): ValueType(type)
    case .reference(let relation): .entity(schema.relations[relation].to)
    case .list: nil
    }
  }

  /// The rows `conflicts`, where no name made by the text or the data is in the way.
  func isConflicts(_ name: String) -> Bool {
    Names.key(name) == Checker.conflictsName && definitions[Checker.conflictsName] == nil
      && catalog.collection(name) == nil && claimColumns() != nil && !isRowName(name)
  }

  func conflicts() -> QueryDraft? {
    guard let columns = claimColumns(), let type = valueType(of: columns) else { return nil }
    var shape = RowShape()
    var subject = ValueType.text
    if let place = columns.subject,
      case .reference(let relation) = schema.collections[columns.collection].fields[place].content
    {
      subject = .entity(schema.relations[relation].to)
    }
    shape.columns = [
      ShapeColumn(name: "subject", type: subject, cardinality: .optional),
      ShapeColumn(name: "property", type: .text, cardinality: .optional),
      ShapeColumn(name: "value", type: type, cardinality: .optional),
      ShapeColumn(name: "claims", type: .entity(columns.collection), cardinality: .many),
    ]
    return QueryDraft(source: .conflicts(columns), shape: shape, reach: 0)
  }
}
