// Comes in: the text of a datapackage.json (Frictionless Data Package, version 1 or 2). Goes out: what it
// declares, or an error that says where and how to correct it. It must not read any other file
// but a schema that the package names.

import HoraEngine

struct PackageReader {
  let file: String
  let tree: any FileTree

  private func fail(_ what: String, _ help: String) -> LoadError {
    Messages.badPackage(file, what, help: help)
  }

  func read(_ json: JSONValue) throws(LoadError) -> PackageSpec {
    guard case .object = json else {
      throw fail("a package must be a JSON object", "see https://datapackage.org/standard/data-package/")
    }
    var package = PackageSpec()
    package.name = json["name"]?.text
    package.title = json["title"]?.text
    guard let resources = json["resources"]?.array else {
      throw fail("the package has no \"resources\"", "list its tables under \"resources\"")
    }
    for (i, resource) in resources.enumerated() {
      package.resources.append(try self.resource(resource, number: i + 1))
    }
    if let hora = json["hora"] {
      package.attribution = hora["attribution"]?.texts ?? []
      package.about = hora["about"]?.text ?? ""
      for absent in hora["absent"]?.array ?? [] {
        guard let collection = absent["collection"]?.text, let field = absent["field"]?.text,
          let note = absent["note"]?.text
        else {
          throw fail(
            "an entry of \"absent\" lacks a key", "it needs collection, field, value and note")
        }
        var values = absent["value"]?.texts ?? []
        for name in absent["names"]?.texts ?? [] where !values.contains(name) { values.append(name) }
        package.absences.append(
          PackageSpec.Absence(collection: collection, field: field, values: values, note: note))
      }
    }
    var seen: Set<String> = []
    for resource in package.resources where !seen.insert(resource.name).inserted {
      throw Messages.duplicateResource(resource.name, file)
    }
    return package
  }

  private func resource(_ json: JSONValue, number: Int) throws(LoadError) -> ResourceSpec {
    guard let name = json["name"]?.text, !name.isEmpty else {
      throw fail("resource \(number) has no name", "give it a \"name\", such as \"members\"")
    }
    guard let paths = json["path"]?.texts, !paths.isEmpty else {
      let inline = json["data"] != nil
      throw fail(
        inline ? "resource \"\(name)\" holds its data inline" : "resource \"\(name)\" has no path",
        "save the data as a file and name it as \"path\"")
    }
    var spec = ResourceSpec(name: name, paths: paths)
    spec.format = json["format"]?.text?.lowercased()
    if let encoding = json["encoding"]?.text {
      guard let known = TextEncoding(named: encoding) else {
        throw Messages.unknownEncoding(encoding, file)
      }
      spec.encoding = known
    }
    spec.dialect = json["dialect"]
    if let format = spec.dialect?["$schema"]?.text, spec.format == nil, format.hasSuffix("json") {
      spec.format = nil
    }
    if var schema = json["schema"] {
      if let path = schema.text {
        let bytes = try tree.read(path)
        schema = try JSONScanner.parse(bytes.bytes, file: path)
      }
      try self.schema(schema, &spec)
    }
    try hora(json["hora"], &spec)
    return spec
  }

  private func schema(_ json: JSONValue, _ spec: inout ResourceSpec) throws(LoadError) {
    let missing = json["missingValues"].flatMap(missingValues) ?? [""]
    for (i, field) in (json["fields"]?.array ?? []).enumerated() {
      guard let name = field["name"]?.text else {
        throw fail("field \(i + 1) of \"\(spec.name)\" has no name", "give it a \"name\"")
      }
      var found = FieldSpec(name: Composition.composed(name))
      found.type = try type(field, name, spec.name)
      found.missingValues = field["missingValues"].flatMap(missingValues) ?? missing
      found.categories = categories(field["categories"]) ?? categories(field["constraints"]?["enum"]) ?? []
      let hora = field["hora"]
      found.unit = hora?["unit"]?.text
      found.currency = hora?["currency"]?.text
      // `"closed": true` closes the categories; a list is the closed vocabulary itself.
      if let closed = hora?["closed"] {
        found.isClosed = closed.bool ?? true
        if let values = closed.texts { found.categories = values }
      }
      found.relationName = hora?["as"]?.text
      found.inverseName = hora?["inverse"]?.text
      spec.fields.append(found)
    }
    spec.primaryKey = json["primaryKey"]?.texts ?? []
    for key in (json["foreignKeys"]?.array ?? []) {
      guard let fields = key["fields"]?.texts, let reference = key["reference"] else {
        throw fail(
          "a foreign key of \"\(spec.name)\" lacks \"fields\" or \"reference\"",
          "write {\"fields\": \"country\", \"reference\": {\"resource\": \"countries\", \"fields\": \"code\"}}")
      }
      guard fields.count == 1, (reference["fields"]?.texts?.count ?? 1) == 1 else {
        throw fail(
          "a foreign key of \"\(spec.name)\" has several fields", "give the other table a key of one field")
      }
      spec.foreignKeys.append(
        ResourceSpec.ForeignKey(
          field: fields[0], resource: reference["resource"]?.text ?? "",
          targetField: reference["fields"]?.texts?.first))
    }
    let names = spec.fields.map(\.name)
    if !names.isEmpty {
      for name in spec.primaryKey + spec.foreignKeys.map(\.field) where !names.contains(name) {
        throw Messages.unknownName(
          "a key of \"\(spec.name)\"", name, file, nearest: Spelling.nearest(name, names))
      }
    }
  }

  private func missingValues(_ json: JSONValue) -> [String]? {
    json.array?.compactMap { $0.text ?? $0["value"]?.text }
  }

  private func categories(_ json: JSONValue?) -> [String]? {
    json?.array?.compactMap { $0.scalarText ?? $0["value"]?.scalarText }
  }

  private func type(_ field: JSONValue, _ name: String, _ resource: String) throws(LoadError)
    -> CellType
  {
    let format = field["format"]?.text ?? "default"
    switch field["type"]?.text ?? "any" {
    case "string", "time", "yearmonth", "duration", "object", "geopoint", "geojson": return .text
    case "integer", "year": return .int(group: field["groupChar"]?.text?.utf8.first)
    case "number":
      return .decimal(
        mark: field["decimalChar"]?.text?.utf8.first ?? 0x2E,
        group: field["groupChar"]?.text?.utf8.first)
    case "boolean":
      let yes = field["trueValues"]?.texts
      let no = field["falseValues"]?.texts
      if yes == nil, no == nil { return .plainBool }
      return .bool(
        yes: yes ?? ["true", "True", "TRUE", "1"], no: no ?? ["false", "False", "FALSE", "0"])
    case "date": return .date(format: format)
    case "datetime": return .date(format: "datetime")
    case "list", "array":
      let item: CellType = field["itemType"]?.text == "integer" ? .int(group: nil) : .text
      return .list(of: item, separator: field["delimiter"]?.text?.utf8.first ?? 0x2C)
    case "any": return .any
    case let other:
      throw fail(
        "field \"\(name)\" of \"\(resource)\" has the unknown type \"\(other)\"",
        "known are string, integer, number, boolean, date, datetime, year, list and any")
    }
  }

  private func hora(_ json: JSONValue?, _ spec: inout ResourceSpec) throws(LoadError) {
    guard let json else { return }
    spec.singular = json["singular"]?.text
    spec.aliases = json["aliases"]?.texts ?? []
    spec.label = json["label"]?.text
    spec.names = json["names"]?.texts ?? []
    spec.tieName = json["as"]?.text
    spec.labelsOf = json["labels_of"]?.text
    spec.stopsOf = json["stops_of"]?.text
    if let symmetric = json["symmetric"] {
      guard let columns = symmetric.texts, columns.count == 2 else {
        throw fail(
          "\"symmetric\" of \"\(spec.name)\" must name two columns", "write \"symmetric\": [\"a\", \"b\"]")
      }
      spec.symmetric = (columns[0], columns[1])
    }
    guard let paths = json["paths"] else { return }
    guard case .object(let members) = paths else {
      throw fail(
        "\"paths\" of \"\(spec.name)\" must be an object", "write \"paths\": {\"competences\": [\"projects.fields\"]}")
    }
    for (name, value) in members {
      guard let sources = value.texts, !sources.isEmpty else {
        throw fail("the path \"\(name)\" of \"\(spec.name)\" must be a list of texts", "list its sources")
      }
      spec.derived.append((name, sources))
    }
  }
}

/// Names that are nearly another.
enum Spelling {
  /// The candidate with the fewest edits, if they are few.
  static func nearest(_ name: String, _ candidates: [String]) -> String? {
    let target = Array(SearchForm.of(name).utf8.prefix(100))
    var best: String?
    var bestDistance = max(1, target.count / 3) + 1
    for candidate in candidates.prefix(10_000) {
      let distance = edits(target, Array(SearchForm.of(candidate).utf8.prefix(100)))
      if distance < bestDistance {
        bestDistance = distance
        best = candidate
      }
    }
    return best
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [Int](repeating: i, count: b.count + 1)
      for j in 1...b.count {
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}

/// Singular and plural by English endings.
enum English {
  private static let irregular = [
    ("children", "child"), ("people", "person"), ("men", "man"), ("women", "woman"),
    ("criteria", "criterion"), ("indices", "index"), ("taxonomies", "taxonomy"),
  ]

  static func singular(_ word: String) -> String {
    if let known = irregular.first(where: { $0.0 == word }) { return known.1 }
    func drop(_ count: Int, _ add: String = "") -> String { String(word.dropLast(count)) + add }
    let lower = word.lowercased()
    if lower.count > 4, lower.hasSuffix("ies") { return drop(3, "y") }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] where lower.hasSuffix(ending) {
      return drop(2)
    }
    for ending in ["ss", "us", "is"] where lower.hasSuffix(ending) { return word }
    if lower.count > 2, lower.hasSuffix("s") { return drop(1) }
    return word
  }

  static func plural(_ word: String) -> String {
    if let known = irregular.first(where: { $0.1 == word }) { return known.0 }
    let lower = word.lowercased()
    if lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) {
      return String(word.dropLast()) + "ies"
    }
    for ending in ["s", "x", "z", "ch", "sh"] where lower.hasSuffix(ending) { return word + "es" }
    return word + "s"
  }

  /// The word in the other number: the plural of a singular, the singular of a plural.
  static func otherNumber(_ word: String) -> String {
    let one = singular(word)
    return one == word || word.count < 3 ? plural(word) : one
  }
}
