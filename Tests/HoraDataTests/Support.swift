import HoraData
import HoraEngine

let fixtures: String = {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  return "/\(folder)/Fixtures"
}()

func load(_ files: [(name: String, text: String)], strict: Bool = false) throws -> LoadResult {
  var options = LoadOptions()
  options.strict = strict
  return try NetworkLoader.load([.tree(MemoryTree(name: "data", texts: files))], options: options)
}

func load(bytes files: [(name: String, bytes: [UInt8])]) throws -> LoadResult {
  let tree = MemoryTree(name: "data", files: files.map { ($0.name, FileBytes($0.bytes)) })
  return try NetworkLoader.load([.tree(tree)])
}

func load(path: String) throws -> LoadResult {
  try NetworkLoader.load([.path("\(fixtures)/\(path)")])
}

/// The error of a load, or nil.
func loadError(_ files: [(name: String, text: String)], strict: Bool = false) -> LoadError? {
  do {
    _ = try load(files, strict: strict)
    return nil
  } catch {
    return error as? LoadError
  }
}

/// Reading a network by names, for expectations.
extension Network {
  func id(_ collection: String) -> Int? { schema.collections.firstIndex { $0.name == collection } }

  func rows(_ collection: String) -> Int { id(collection).map { collections[$0].rowCount } ?? -1 }

  /// `NAME TYPE` of each field.
  func fields(_ collection: String) -> [String] {
    guard let id = id(collection) else { return [] }
    return schema.collections[id].fields.map { field in
      switch field.content {
      case .value(let type): "\(field.name) \(type)"
      case .list(let type): "\(field.name) [\(type)]"
      case .reference(let relation):
        "\(field.name) -> \(schema.collections[schema.relations[relation].to].name)"
      }
    }
  }

  /// `NAME COLLECTION`, with a star for many, of each relation, sorted.
  func relationNames(_ collection: String) -> [String] {
    guard let id = id(collection) else { return [] }
    return schema.collections[id].relations.map { number in
      let relation = schema.relations[number]
      return "\(relation.name) \(schema.collections[relation.to].name)\(relation.isMany ? "*" : "")"
    }.sorted()
  }

  func relation(_ collection: String, _ name: String) -> (Relation, RelationData)? {
    guard let id = id(collection) else { return nil }
    for number in schema.collections[id].relations {
      let relation = schema.relations[number]
      if relation.name == name || relation.aliases.contains(name) {
        return (relation, relations[number])
      }
    }
    return nil
  }

  private func text(_ values: Values, _ row: Int) -> String {
    switch values {
    case .text(let codes, let dictionary): codes[row] < 0 ? "-" : dictionary.string(codes[row])
    case .int(let values, let validity): validity[row] ? String(values[row]) : "-"
    case .decimal(let values, let validity): validity[row] ? String(values[row]) : "-"
    case .bool(let values): values[row] == 2 ? "-" : values[row] == 1 ? "true" : "false"
    case .date(let days):
      days[row] == Values.missingDate ? "-" : CivilDate(days: days[row]).text
    }
  }

  /// A column's values as texts; `-` is missing, lists are joined by `;`.
  func column(_ collection: String, _ field: String) -> [String] {
    guard let id = id(collection),
      let place = schema.collections[id].fields.firstIndex(where: { $0.name == field })
    else { return [] }
    switch collections[id].columns[place] {
    case .scalar(let values): return (0..<values.count).map { text(values, $0) }
    case .list(let offsets, let elements):
      return (0..<(offsets.count - 1)).map { row in
        (Int(offsets[row])..<Int(offsets[row + 1])).map { text(elements, $0) }.joined(
          separator: ";")
      }
    case .reference(let relation):
      let to = schema.relations[relation].to
      guard case .one(let rows) = relations[relation].shape else { return [] }
      return rows.map { $0 < 0 ? "-" : key(to, Int($0)) }
    }
  }

  func key(_ collection: Int, _ row: Int) -> String {
    guard let key = schema.collections[collection].key else { return String(row) }
    switch collections[collection].columns[key] {
    case .scalar(let values): return text(values, row)
    case .reference(let relation):
      guard case .one(let rows) = relations[relation].shape else { return "" }
      return self.key(schema.relations[relation].to, Int(rows[row]))
    case .list: return ""
    }
  }

  /// The keys a relation leads to from the row with a key.
  func follow(_ collection: String, _ key: String, _ name: String) -> [String] {
    guard let id = id(collection), let (relation, data) = relation(collection, name),
      let row = (0..<collections[id].rowCount).first(where: { self.key(id, $0) == key })
    else { return ["no such thing"] }
    switch data.shape {
    case .one(let rows): return rows[row] < 0 ? [] : [self.key(relation.to, Int(rows[row]))]
    case .many(let adjacency):
      return adjacency.targets[Int(adjacency.offsets[row])..<Int(adjacency.offsets[row + 1])]
        .map { self.key(relation.to, Int($0)) }
    }
  }

  /// The links behind a relation: element, then what the link's columns say.
  func links(_ collection: String, _ key: String, _ name: String) -> [String] {
    guard let id = id(collection), let (relation, data) = relation(collection, name),
      let link = data.link, let linkCollection = relation.link,
      let row = (0..<collections[id].rowCount).first(where: { self.key(id, $0) == key })
    else { return ["no such thing"] }
    return (Int(link.offsets[row])..<Int(link.offsets[row + 1])).map { place in
      let cells = schema.collections[linkCollection].fields.indices.compactMap { field -> String? in
        guard case .scalar(let values) = collections[linkCollection].columns[field] else {
          return nil
        }
        return text(values, Int(link.rows[place]))
      }
      return ([self.key(relation.to, Int(link.ends[place]))] + cells).joined(separator: " | ")
    }
  }
}
