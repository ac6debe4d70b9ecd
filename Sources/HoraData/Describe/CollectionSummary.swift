// Comes in: a network and one of its collections. Goes out: its fields and relations as text for a person:
// types, how many rows have a value, how many are different, the first ones. It must not print.

import HoraEngine

public enum CollectionSummary {
  private struct Line {
    var name: String
    var type: String
    var filled = ""
    var different = ""
    var samples = ""

    var cells: [String] { [name, type, filled, different, samples] }
  }

  public static func text(_ network: Network, _ id: CollectionID) -> String {
    guard network.schema.collections.indices.contains(id) else { return "" }
    let collection = network.schema.collections[id]
    let count = network.collections[id].rowCount
    var lines = [
      Line(name: "field", type: "type", filled: "filled", different: "different", samples: "as in")
    ]
    for (place, field) in collection.fields.enumerated() {
      lines.append(line(network, id, place, field))
    }
    for relation in collection.relations
    where !collection.fields.contains(where: { $0.content == .reference(relation) }) {
      let entry = network.schema.relations[relation]
      let target = network.schema.collections[entry.to]
      lines.append(
        Line(name: entry.name, type: "→ \(entry.isMany ? target.name : target.singular)"))
    }
    let rows = count == 1 ? "1 row" : "\(count) rows"
    return "\(collection.name): \(rows)\n" + columns(lines.map(\.cells))
  }

  private static func line(
    _ network: Network, _ id: CollectionID, _ place: Int, _ field: Field
  ) -> Line {
    let unit = (field.currency ?? field.unit).map { " (\($0))" } ?? ""
    switch network.collections[id].columns[place] {
    case .scalar(let values):
      let type = if case .value(let type) = field.content { "\(type)" } else { "" }
      return counted(Line(name: field.name, type: type + unit), values)
    case .list(_, let elements):
      let type = if case .list(let type) = field.content { "\(type)" } else { "" }
      return counted(Line(name: field.name, type: "list of \(type)\(unit)"), elements)
    case .reference(let relation):
      var line = Line(
        name: field.name,
        type: "→ \(network.schema.collections[network.schema.relations[relation].to].singular)")
      if case .one(let targets) = network.relations[relation].shape {
        line.filled = "\(targets.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) })"
        line.different = "\(Set(targets.filter { $0 >= 0 }).count)"
      }
      return line
    }
  }

  private static func counted(_ line: Line, _ values: Values) -> Line {
    var line = line
    func tell<T: Hashable>(_ present: [T], _ text: (T) -> String) {
      let different = Set(present)
      var seen: Set<T> = []
      var samples: [String] = []
      for value in present where seen.insert(value).inserted {
        samples.append(cut(text(value)))
        if samples.count == 3 { break }
      }
      line.filled = "\(present.count)"
      line.different = "\(different.count)"
      line.samples = samples.joined(separator: ", ")
    }
    switch values {
    case .text(let codes, let dictionary):
      tell(codes.filter { $0 >= 0 }) { dictionary.string($0) }
    case .int(let numbers, let validity):
      tell(numbers.indices.filter { validity[$0] }.map { numbers[$0] }) { "\($0)" }
    case .decimal(let numbers, let validity):
      tell(numbers.indices.filter { validity[$0] }.map { numbers[$0] }) { "\($0)" }
    case .bool(let bits): tell(bits.filter { $0 < 2 }) { $0 == 1 ? "true" : "false" }
    case .date(let days):
      tell(days.filter { $0 != Values.missingDate }) { CivilDate(days: $0).text }
    }
    return line
  }

  private static func cut(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 24 ? line.prefix(23) + "…" : String(line)
  }

  private static func columns(_ rows: [[String]]) -> String {
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        // Counts stand right.
        line += (column == 2 || column == 3 ? padding + cell : cell + padding) + "  "
      }
      while line.last == " " { line.removeLast() }
      return "  " + line + "\n"
    }.joined()
  }
}
