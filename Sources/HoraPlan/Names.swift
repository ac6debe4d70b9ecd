// Comes in: names as written and a schema. Goes out: the field, relation or collection they mean.
// Names match without regard to case; singular and plural are one name unless the name as written
// exists.

import HoraEngine

/// What a name means in a collection.
enum Member: Hashable {
  case field(Int)
  case relation(RelationID)
}

enum Names {
  static func key(_ name: String) -> String { name.lowercased() }

  /// The forms a name may have besides the one written: English plural and singular.
  static func variants(_ name: String) -> [String] {
    let name = key(name)
    var forms: [String] = []
    if name.hasSuffix("ies"), name.utf8.count > 4 {
      forms.append(String(name.dropLast(3)) + "y")
    }
    if name.hasSuffix("ses") || name.hasSuffix("xes") || name.hasSuffix("ches")
      || name.hasSuffix("shes")
    {
      forms.append(String(name.dropLast(2)))
    }
    if name.hasSuffix("s"), !name.hasSuffix("ss") { forms.append(String(name.dropLast())) }
    if name.hasSuffix("y") { forms.append(String(name.dropLast()) + "ies") }
    if name.hasSuffix("s") || name.hasSuffix("x") || name.hasSuffix("ch") || name.hasSuffix("sh") {
      forms.append(name + "es")
    }
    forms.append(name + "s")
    return forms
  }
}

/// The names of a schema, looked up in constant time.
struct Catalog {
  let schema: Schema
  private var collections: [String: CollectionID] = [:]
  private var members: [[String: Member]] = []

  init(_ schema: Schema) {
    self.schema = schema
    for (id, collection) in schema.collections.enumerated() where !collection.isHidden {
      for name in [collection.name, collection.singular] + collection.aliases {
        let key = Names.key(name)
        if collections[key] == nil || collection.name.lowercased() == key { collections[key] = id }
      }
    }
    for collection in schema.collections {
      var names: [String: Member] = [:]
      for (index, field) in collection.fields.enumerated() {
        if case .reference(let relation) = field.content {
          names[Names.key(field.name)] = .relation(relation)
        } else {
          names[Names.key(field.name)] = .field(index)
        }
      }
      for relation in collection.relations {
        let key = Names.key(schema.relations[relation].name)
        if names[key] == nil { names[key] = .relation(relation) }
      }
      for (index, field) in collection.fields.enumerated() {
        for alias in field.aliases where names[Names.key(alias)] == nil {
          if case .reference(let relation) = field.content {
            names[Names.key(alias)] = .relation(relation)
          } else {
            names[Names.key(alias)] = .field(index)
          }
        }
      }
      for relation in collection.relations {
        for alias in schema.relations[relation].aliases where names[Names.key(alias)] == nil {
          names[Names.key(alias)] = .relation(relation)
        }
      }
      members.append(names)
    }
  }

  func collection(_ name: String) -> CollectionID? {
    if let id = collections[Names.key(name)] { return id }
    for variant in Names.variants(name) {
      if let id = collections[variant] { return id }
    }
    return nil
  }

  func member(_ name: String, of collection: CollectionID) -> Member? {
    let names = members[collection]
    if let member = names[Names.key(name)] { return member }
    for variant in Names.variants(name) {
      if let member = names[variant] { return member }
    }
    return nil
  }

  /// True where a collection has a field or relation that is written just so.
  func hasOwn(_ name: String, of collection: CollectionID) -> Bool {
    members[collection][Names.key(name)] != nil
  }

  func memberNames(of collection: CollectionID) -> [String] {
    let entry = schema.collections[collection]
    return entry.fields.map(\.name) + entry.relations.map { schema.relations[$0].name }
      + entry.fields.flatMap(\.aliases) + entry.relations.flatMap { schema.relations[$0].aliases }
  }

  /// Collections by their own names; those that only tie others together last.
  var visibleCollections: [String] {
    let visible = schema.collections.filter { !$0.isHidden }
    return (visible.filter { !$0.isLink } + visible.filter(\.isLink)).map(\.name)
  }

  var collectionNames: [String] {
    let visible = schema.collections.filter { !$0.isHidden }
    return visible.map(\.name) + visible.flatMap(\.aliases)
  }

  /// The collections on which a name does exist, for "exists on projects".
  func owners(of name: String) -> [String] {
    schema.collections.indices.filter {
      !schema.collections[$0].isHidden && member(name, of: $0) != nil
    }.map { schema.collections[$0].name }
  }
}
