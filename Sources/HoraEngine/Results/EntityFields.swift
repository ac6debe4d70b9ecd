// Comes in: an entity and the name of a field. Goes out: the field's value, for pictures that colour
// or size what they draw. One value a field: lists and relations to many have none.

/// A field of a collection with one value an entity.
public struct EntityField: Sendable {
  private let network: Network
  private let collection: CollectionID
  private let place: Int
  public let name: String

  /// Nil where the collection has no such field, or it holds many values.
  public init?(_ network: Network, _ collection: CollectionID, named name: String) {
    guard let place = EntityField.place(of: name, in: network.schema.collections[collection])
    else { return nil }
    self.init(network, collection, place)
  }

  /// The same from the schema alone.
  public static func place(of name: String, in collection: Collection) -> Int? {
    let wanted = name.lowercased()
    let place = collection.fields.firstIndex {
      $0.name.lowercased() == wanted || $0.aliases.contains { $0.lowercased() == wanted }
    }
    guard let place else { return nil }
    if case .list = collection.fields[place].content { return nil }
    return place
  }

  /// `degree` and `strength` are of the graph that is drawn, not fields.
  public static func isMeasure(_ name: String, _ option: ShowOption) -> Bool {
    option == .size && ["degree", "strength"].contains(name.lowercased())
  }

  /// `size` and `colour` name what the entities do not have.
  public static func unknown(
    _ name: String, _ option: ShowOption, in collection: Collection
  ) -> PictureFault {
    let names = collection.fields.filter {
      if case .list = $0.content { false } else { true }
    }.map(\.name)
    return PictureFault(
      code: 773, "\(collection.name) have no field `\(name)` with one value",
      help: ["they have " + names.joined(separator: ", ")], option: option, known: names)
  }

  private init(_ network: Network, _ collection: CollectionID, _ place: Int) {
    self.network = network
    self.collection = collection
    self.place = place
    name = network.schema.collections[collection].fields[place].name
  }

  /// The fields that refer to one entity of another collection, in order.
  public static func references(_ network: Network, _ collection: CollectionID) -> [EntityField] {
    let fields = network.schema.collections[collection].fields
    return fields.indices.filter { if case .reference = fields[$0].content { true } else { false } }
      .map { EntityField(network, collection, $0) }
  }

  /// What the field refers to: a collection and the row in it.
  public func reference(of row: Int32) -> (collection: CollectionID, row: Int32)? {
    guard
      case .reference(let relation) = network.schema.collections[collection].fields[place].content,
      case .one(let targets) = network.relations[relation].shape,
      targets.indices.contains(Int(row)), targets[Int(row)] >= 0
    else { return nil }
    return (network.schema.relations[relation].to, targets[Int(row)])
  }

  /// Nil where the value is missing.
  public func text(of row: Int32) -> String? {
    if let (collection, row) = reference(of: row) {
      return EntityNames.label(network, collection, row)
    }
    guard row >= 0, let values = Vector(network.collections[collection].columns[place]),
      Int(row) < values.count
    else { return nil }
    return ValueText.text(values, Int(row), .nothing, network)
  }

  /// Nil where the value is missing or no number.
  public func number(of row: Int32) -> Double? {
    guard row >= 0, case .scalar(let values) = network.collections[collection].columns[place],
      Int(row) < values.count
    else { return nil }
    switch values {
    case .int(let values, let validity): return validity[Int(row)] ? Double(values[Int(row)]) : nil
    case .decimal(let values, let validity): return validity[Int(row)] ? values[Int(row)] : nil
    default: return nil
    }
  }
}

extension EntityNames {
  /// Every text an entity may be known by: label, key and other names.
  public static func all(_ network: Network, _ collection: CollectionID, _ row: Int32) -> [String] {
    let schema = network.schema.collections[collection]
    var fields = schema.otherNames
    if let key = schema.key { fields.insert(key, at: 0) }
    if let label = schema.label { fields.insert(label, at: 0) }
    return fields.compactMap { text(network, collection, $0, row) }
  }
}
