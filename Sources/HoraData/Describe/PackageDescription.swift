// Comes in: the result of a load. Goes out: a datapackage.json that declares what was read and inferred;
// loading with it gives the same schema. It must not look at values.

import HoraEngine

public enum PackageDescription {
  /// The text of a datapackage.json for the loaded data.
  public static func json(_ result: LoadResult) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      $0.member("name", result.network.name)
      if let title = result.title { $0.member("title", title) }
      let network = result.network
      if !network.attribution.isEmpty || !network.about.isEmpty || !network.absences.isEmpty {
        $0.key("hora")
        $0.object { json in
          if !network.attribution.isEmpty { json.member("attribution", network.attribution) }
          if !network.about.isEmpty { json.member("about", network.about) }
          if !network.absences.isEmpty { absences(network, &json) }
        }
      }
      $0.key("resources")
      $0.array { json in
        for table in result.tables where !table.isNested { resource(table, &json) }
      }
    }
    return json.text + "\n"
  }

  private static func absences(_ network: Network, _ json: inout JSONWriter) {
    json.key("absent")
    json.array { json in
      var done: Set<String> = []
      for note in network.absences {
        let name = network.schema.collections[note.collection].name
        guard done.insert("\(name)\n\(note.field)\n\(note.note)").inserted else { continue }
        let same = network.absences.filter {
          $0.collection == note.collection && $0.field == note.field && $0.note == note.note
        }
        json.object {
          $0.member("collection", name)
          $0.member("field", note.field)
          $0.member("value", note.value)
          $0.member("names", same.map(\.value))
          $0.member("note", note.note)
        }
      }
    }
  }

  private static func resource(_ table: LoadedTable, _ json: inout JSONWriter) {
    json.object {
      $0.member("name", table.name)
      let paths = table.spec?.paths ?? [table.origin.path]
      if paths.count == 1 { $0.member("path", paths[0]) } else { $0.member("path", paths) }
      if table.origin.format == "json" {
        $0.member("format", table.spec?.format ?? "json")
      } else if table.origin.delimiter != 0x2C {
        $0.key("dialect")
        $0.object {
          $0.member("delimiter", String(decoding: [table.origin.delimiter], as: UTF8.self))
        }
      }
      if table.origin.encoding != .utf8 { $0.member("encoding", table.origin.encoding.rawValue) }
      $0.key("schema")
      $0.object { schema(table, &$0) }
      hora(table, &$0)
    }
  }

  private static func schema(_ table: LoadedTable, _ json: inout JSONWriter) {
    json.key("fields")
    json.array { json in
      for column in table.columns { json.object { field(column, table, &$0) } }
    }
    if table.origin.format == "json", table.spec == nil {
      // An empty JSON text is a text.
      json.member("missingValues", [String]())
    } else {
      json.member("missingValues", [""])
    }
    if let key = table.key { json.member("primaryKey", key) }
    if table.references.isEmpty { return }
    json.key("foreignKeys")
    json.array { json in
      for reference in table.references {
        json.object {
          $0.member("fields", reference.column)
          $0.key("reference")
          $0.object {
            $0.member("resource", reference.isSelf ? "" : reference.target)
            $0.member("fields", reference.targetKey)
          }
        }
      }
    }
  }

  private static func field(
    _ column: LoadedTable.Column, _ table: LoadedTable, _ json: inout JSONWriter
  ) {
    json.member("name", column.name)
    type(column.cellType, column, &json)
    if let missing = column.spec?.missingValues, missing != [""] {
      json.member("missingValues", missing)
    } else if !column.tokens.isEmpty {
      json.member("missingValues", [""] + column.tokens)
    }
    if let categories = column.spec?.categories, !categories.isEmpty {
      json.member("categories", categories)
    }
    let reference = table.references.first { $0.column == column.name }
    let base = ReferenceName.base(column.name)
    let spec = column.spec
    let asName =
      spec?.relationName ?? reference.flatMap { $0.name == base || $0.isSelf ? nil : $0.name }
    let inverse = spec?.inverseName
    guard
      asName != nil || inverse != nil || spec?.unit != nil || spec?.currency != nil
        || spec?.isClosed == true
    else { return }
    json.key("hora")
    json.object {
      if let asName { $0.member("as", asName) }
      if let inverse { $0.member("inverse", inverse) }
      if let unit = spec?.unit { $0.member("unit", unit) }
      if let currency = spec?.currency { $0.member("currency", currency) }
      if spec?.isClosed == true { $0.member("closed", true) }
    }
  }

  private static func type(
    _ type: CellType, _ column: LoadedTable.Column, _ json: inout JSONWriter
  ) {
    func character(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }
    switch type {
    case .any, .text: json.member("type", "string")
    case .int(let group):
      json.member("type", "integer")
      if let group { json.member("groupChar", character(group)) }
    case .decimal(let mark, let group):
      json.member("type", "number")
      if mark != 0x2E { json.member("decimalChar", character(mark)) }
      if let group { json.member("groupChar", character(group)) }
    case .bool(let yes, let no):
      json.member("type", "boolean")
      json.member("trueValues", yes)
      json.member("falseValues", no)
    case .date("datetime"): json.member("type", "datetime")
    case .date(let format):
      json.member("type", "date")
      if format != "default" { json.member("format", format) }
    case .list(let item, let separator):
      json.member("type", "list")
      json.member("delimiter", character(separator))
      if case .int = item {
        json.member("itemType", "integer")
      } else {
        json.member("itemType", "string")
      }
    }
  }

  private static func hora(_ table: LoadedTable, _ json: inout JSONWriter) {
    json.key("hora")
    json.object {
      $0.member("singular", table.singular)
      if !table.aliases.isEmpty { $0.member("aliases", table.aliases) }
      if let label = table.label { $0.member("label", label) }
      if !table.names.isEmpty { $0.member("names", table.names) }
      if let symmetric = table.symmetric { $0.member("symmetric", symmetric) }
      if let name = table.spec?.tieName { $0.member("as", name) }
      if let name = table.spec?.labelsOf { $0.member("labels_of", name) }
      if let name = table.spec?.stopsOf { $0.member("stops_of", name) }
      if let paths = table.spec?.derived, !paths.isEmpty {
        $0.key("paths")
        $0.object { json in
          for (name, sources) in paths { json.member(name, sources) }
        }
      }
    }
  }
}

/// Writes JSON with two blanks a level; short lists of texts stay on one line.
struct JSONWriter {
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  private mutating func separate() {
    if depth == 0 { return }
    text += isFirst ? "\n" : ",\n"
    text += String(repeating: "  ", count: depth)
    isFirst = false
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  private var keyed = false

  mutating func key(_ key: String) {
    separate()
    quote(key)
    text += ": "
    keyed = true
  }

  private mutating func begin() {
    if !keyed { separate() }
    keyed = false
  }

  mutating func member(_ key: String, _ value: String) {
    self.key(key)
    keyed = false
    quote(value)
  }

  mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    keyed = false
    text += value ? "true" : "false"
  }

  mutating func member(_ key: String, _ values: [String]) {
    self.key(key)
    keyed = false
    text += "["
    for (i, value) in values.enumerated() {
      if i > 0 { text += ", " }
      quote(value)
    }
    text += "]"
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    begin()
    text += open
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
    isFirst = false
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }
}
