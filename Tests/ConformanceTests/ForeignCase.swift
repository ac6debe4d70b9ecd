// Comes in: a line of the data. Goes out: a case: text, graph, parameters, and what should come out.

import Foundation

struct ForeignCase: Sendable {
  enum Expected: Sendable {
    case rows([[Value]], ordered: Bool)
    case error(String)
  }
  var suite: ForeignLexer.Language
  var file: String
  var name: String
  var text: String
  var graph: String?
  var setup: [String]
  /// Names and the texts of their values, as terms.
  var parameters: [String: Term]
  /// Nil where the expected cells cannot be read; then `unread` says why.
  var expected: Expected?
  var unread: ScopeRule?

  /// The last folder and the file, as the counts are grouped.
  var group: String {
    let parts = file.split(separator: "/").map(String.init)
    switch suite {
    case .cypher: return "Cypher " + parts.dropFirst(2).dropLast().joined(separator: "/")
    case .cel: return "CEL " + (parts.last ?? "").replacingOccurrences(of: ".textproto", with: "")
    }
  }
}

enum CaseFiles {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func lines(_ name: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: root.appending(path: "Tests/Conformance/\(name)"))
    return try data.split(separator: 10).compactMap {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }

  static func cypher() throws -> [ForeignCase] {
    try lines("opencypher-tck.ndjson").map { line in
      var test = ForeignCase(
        suite: .cypher, file: line["file"] as? String ?? "",
        name: line["scenario"] as? String ?? "",
        text: line["query"] as? String ?? "", graph: line["graph"] as? String,
        setup: line["setup"] as? [String] ?? [], parameters: [:])
      do throws(OutOfScope) {
        for pair in line["parameters"] as? [[String]] ?? [] where pair.count == 2 {
          test.parameters[pair[0]] = try CypherReader.expression(pair[1])
        }
        if let error = line["error"] as? String {
          test.expected = .error(error)
        } else {
          var rows: [[Value]] = []
          for row in line["rows"] as? [[String]] ?? [] {
            var cells: [Value] = []
            for cell in row { cells.append(try CellReader.value(cell)) }
            rows.append(cells)
          }
          test.expected = .rows(rows, ordered: line["ordered"] as? Bool ?? false)
        }
      } catch {
        test.unread = error.rule
      }
      return test
    }
  }

  static func cel() throws -> [ForeignCase] {
    try lines("cel-spec.ndjson").map { line in
      let section = line["section"] as? String ?? ""
      var test = ForeignCase(
        suite: .cel, file: line["file"] as? String ?? "",
        name: "\(section)/\(line["name"] as? String ?? "")", text: line["expr"] as? String ?? "",
        graph: nil, setup: [], parameters: [:])
      do throws(OutOfScope) {
        let bindings = line["bindings"]
        let list =
          bindings as? [[String: Any]] ?? (bindings as? [String: Any]).map { [$0] } ?? []
        for binding in list {
          guard let key = binding["key"] as? String,
            let outer = binding["value"] as? [String: Any],
            let value = outer["value"] as? [String: Any]
          else { throw OutOfScope(.messages) }
          test.parameters[key] = try CELValues.term(value)
        }
        if let error = line["eval_error"] as? [String: Any] {
          let errors = error["errors"] as? [String: Any]
          test.expected = .error(errors?["message"] as? String ?? "")
        } else if let value = line["value"] as? [String: Any] {
          let term = try CELValues.term(value)
          test.expected = .rows([[try Constant.value(term, [:])]], ordered: true)
        } else {
          // Without a value the expression is meant to be true.
          test.expected = .rows([[.bool(true)]], ordered: true)
        }
      } catch {
        test.unread = error.rule
      }
      return test
    }
  }
}

/// Values of CEL's test data.
enum CELValues {
  static func term(_ value: [String: Any]) throws(OutOfScope) -> Term {
    guard let (type, content) = value.first else { return .null }
    let text = content as? String ?? ""
    func signed(_ text: String, _ make: (String) -> Term) -> Term {
      text.hasPrefix("-") ? .unary(.minus, make(String(text.dropFirst()))) : make(text)
    }
    switch type {
    case "null_value": return .null
    case "bool_value": return .bool(text == "true")
    case "int64_value": return signed(text) { .int($0) }
    case "double_value":
      guard let number = Double(text), number.isFinite else { throw OutOfScope(.notANumber) }
      return signed(text) { .float($0) }
    case "string_value": return .text(text)
    case "list_value":
      let values = (content as? [String: Any])?["values"]
      var items: [Term] = []
      for item in values as? [[String: Any]] ?? (values as? [String: Any]).map({ [$0] }) ?? [] {
        items.append(try term(item))
      }
      return .list(items)
    case "uint64_value": throw OutOfScope(.unsigned)
    case "bytes_value": throw OutOfScope(.bytes)
    case "type_value": throw OutOfScope(.types)
    case "map_value": throw OutOfScope(.maps)
    default: throw OutOfScope(.messages)
    }
  }
}

/// Cells of the suite's tables of results.
struct CellReader {
  private var reader: CypherReader

  static func value(_ cell: String) throws(OutOfScope) -> Value {
    // A table's own escapes come before those of strings.
    var text = ""
    var isEscaped = false
    for character in cell {
      if isEscaped {
        text +=
          character == "n"
          ? "\n" : character == "\\" || character == "|" ? String(character) : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    if text == "NaN" || text.hasSuffix("Infinity") { throw OutOfScope(.notANumber) }
    if text.contains("<") && text.contains(">") && !text.hasPrefix("'") { return .other(text) }
    var cells = CellReader(
      reader: try CypherReader(text.replacingOccurrences(of: "\n", with: "\\n")))
    let value = try cells.value()
    guard cells.reader.stream.current == .end else { throw OutOfScope(.foreignSyntax) }
    return value
  }

  private mutating func value() throws(OutOfScope) -> Value {
    switch reader.stream.current {
    case .symbol("("):
      let node = try reader.pattern().nodes
      return .node(labels: Set(node[0].labels), try properties(node[0].properties))
    case .symbol("["):
      reader.stream.place += 1
      if reader.stream.take(":") {
        let type = try reader.stream.name()
        let entries = reader.stream.isAt("{") ? try reader.properties() : []
        try reader.stream.expect("]")
        return .link(type: type, try properties(entries))
      }
      var items: [Value] = []
      while !reader.stream.isAt("]") {
        items.append(try value())
        if !reader.stream.take(",") { break }
      }
      try reader.stream.expect("]")
      return .list(items)
    case .symbol("{"):
      return .map(try properties(try reader.properties()))
    default: return try Constant.value(try reader.expression(), [:])
    }
  }

  private func properties(_ entries: [MapEntry]) throws(OutOfScope) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in entries { values[entry.key] = try Constant.value(entry.value, [:]) }
    return values
  }
}
