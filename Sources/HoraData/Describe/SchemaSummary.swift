// Comes in: a network. Goes out: its collections, fields and relations as text for a person. It must not
// print, and must not read values beyond their count.

import HoraEngine

public enum SchemaSummary {
  /// One block for each collection that can be named in a query.
  public static func text(_ network: Network) -> String {
    let schema = network.schema
    var blocks: [String] = []
    for (number, collection) in schema.collections.enumerated() where !collection.isHidden {
      var lines = [heading(collection, rows: network.collections[number].rowCount)]
      let fields = collection.fields.filter { !$0.isDerived }
      lines += wrapped("  ", fields.map { field($0, schema) })
      let derived = collection.fields.filter(\.isDerived)
      if !derived.isEmpty {
        lines += wrapped("  made: ", derived.map { field($0, schema) })
      }
      let relations = collection.relations.filter { id in
        !collection.fields.contains { $0.content == .reference(id) }
      }
      if !relations.isEmpty {
        lines += wrapped("  leads to: ", relations.map { relation(schema.relations[$0], schema) })
      }
      blocks.append(lines.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func heading(_ collection: Collection, rows: Int) -> String {
    var parts = ["\(grouped(rows)) row\(rows == 1 ? "" : "s")"]
    if let key = collection.key { parts.append("key \(collection.fields[key].name)") }
    if let label = collection.label { parts.append("shown by \(collection.fields[label].name)") }
    if collection.parent != nil { parts.append("a taxonomy") }
    if collection.isLink { parts.append("a link table") }
    let names = collection.aliases
    if !names.isEmpty { parts.append("also \(names.joined(separator: ", "))") }
    return "\(collection.name): \(parts.joined(separator: "; "))"
  }

  private static func field(_ field: Field, _ schema: Schema) -> String {
    let unit = field.currency ?? field.unit
    let suffix = unit.map { " (\($0))" } ?? ""
    switch field.content {
    case .value(let type): return "\(field.name) \(type)\(suffix)"
    case .list(let type): return "\(field.name) list of \(type)\(suffix)"
    case .reference(let id): return "\(field.name) → \(schema.collections[schema.relations[id].to].name)"
    }
  }

  private static func relation(_ relation: Relation, _ schema: Schema) -> String {
    let target = schema.collections[relation.to].name
    var text = relation.name
    if relation.name != target { text += " → \(target)" }
    if let link = relation.link, !schema.collections[link].isHidden {
      text += " (by \(schema.collections[link].name))"
    } else if relation.link != nil {
      text += " (derived)"
    }
    return text
  }

  private static func wrapped(_ lead: String, _ items: [String]) -> [String] {
    var lines: [String] = []
    var line = lead
    for (i, item) in items.enumerated() {
      let piece = item + (i + 1 < items.count ? "," : "")
      if line.count + piece.count > 96, line.count > lead.count {
        lines.append(line)
        line = "    "
      }
      line += (line.hasSuffix(" ") ? "" : " ") + piece
    }
    lines.append(line)
    return lines
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    return String(digits)
  }
}
