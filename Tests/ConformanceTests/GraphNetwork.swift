// Comes in: a graph, tables beside it, the properties that a query names. Goes out: a network that is built in
// memory: nodes and links as collections, with a column for each property.

import Hora
import HoraData

/// A collection beside the graph that a translation needs.
enum SideTable: Hashable, Sendable {
  /// The days of a year and some around it.
  case calendar(Int)
  /// Values of one type, some missing.
  case rows(name: String, [Value], Kind)

  static func values(_ values: [Value], number: Int) -> SideTable? {
    let kind = values.reduce(Kind.null) { $0.joined($1.kind) }
    guard [.bool, .int, .float, .text].contains(kind) else { return nil }
    return .rows(name: "values_\(number)", values, kind)
  }

  var name: String {
    switch self {
    case .calendar(let year): "calendar_\(year)"
    case .rows(let name, _, _): name
    }
  }

  var kind: Kind {
    switch self {
    case .calendar: .date
    case .rows(_, _, let kind): kind
    }
  }

  func table() throws(OutOfScope) -> NetworkTable {
    switch self {
    case .calendar(let year):
      let first = CivilDate(year: year, month: 1, day: 1).days - 14
      let days = (first..<first + 394).map { CivilDate(days: $0) }
      return NetworkTable(name, [.date("day", days)])
    case .rows(_, let values, let kind):
      return NetworkTable(
        name,
        [
          .int("place", Array(values.indices)), try GraphNetwork.column("value", values, kind),
        ])
    }
  }
}

enum GraphNetwork {
  /// The kinds of the properties of nodes and links; one that no element has is of the kind it is compared with.
  static func kinds(_ graph: Graph, named: [String: Kind]) throws(OutOfScope) -> [String: Kind] {
    var kinds = named
    var found: [String: Kind] = [:]
    for properties in graph.nodes.map(\.properties) + graph.links.map(\.properties) {
      for (name, value) in properties {
        let kind = (found[name] ?? .null).joined(value.kind)
        if kind == .unknown { throw OutOfScope(.mixedGraph) }
        found[name] = kind
      }
    }
    kinds.merge(found) { $1 }
    return kinds
  }

  static func network(
    _ graph: Graph, _ kinds: [String: Kind], _ tables: [SideTable]
  ) throws -> Network {
    var builder = NetworkBuilder("conformance", infers: false)
    builder.add(
      NetworkTable(
        "one_row", key: "its_key",
        [
          .text("its_key", ["one"]), .bool("no_bool", [nil]), .int("no_int", [nil]),
          .decimal("no_decimal", [nil]), .text("no_text", [nil]), .date("no_date", [nil]),
        ]))
    let nodes = graph.nodes.indices.map { "n\($0)" }
    var columns: [NetworkColumn] = [
      .text("its_key", nodes), .texts("its_labels", graph.nodes.map(\.labels)),
    ]
    for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      columns.append(try column(name, graph.nodes.map { $0.properties[name] ?? .null }, kind))
    }
    builder.add(NetworkTable("graph_nodes", key: "its_key", label: "its_key", columns))
    columns = [
      .text("its_key", graph.links.indices.map { "r\($0)" }),
      .text("its_type", graph.links.map(\.type)),
      .text("from_node", graph.links.map { nodes[$0.from] })
        .refers(to: "graph_nodes", as: "from_node", inverse: "leaving"),
      .text("to_node", graph.links.map { nodes[$0.to] })
        .refers(to: "graph_nodes", as: "to_node", inverse: "arriving"),
    ]
    for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      columns.append(try column(name, graph.links.map { $0.properties[name] ?? .null }, kind))
    }
    builder.add(NetworkTable("graph_links", key: "its_key", label: "its_key", columns))
    for table in tables { builder.add(try table.table()) }
    return try builder.build()
  }

  static func column(
    _ name: String, _ values: [Value], _ kind: Kind
  ) throws(OutOfScope) -> NetworkColumn {
    func text(_ value: Value) -> String? { if case .text(let text) = value { text } else { nil } }
    func int(_ value: Value) -> Int? {
      if case .int(let number) = value { Int(number) } else { nil }
    }
    func items(_ value: Value) -> [Value] { if case .list(let items) = value { items } else { [] } }
    switch kind {
    case .text, .null, .unknown: return .text(name, values.map(text))
    case .int: return .int(name, values.map(int))
    case .bool:
      return .bool(name, values.map { if case .bool(let value) = $0 { value } else { nil } })
    case .float:
      return .decimal(
        name,
        values.map {
          switch $0 {
          case .float(let number): number
          case .int(let number): Double(number)
          default: nil
          }
        })
    case .date:
      return .date(
        name, values.map { if case .date(let text) = $0 { CivilDate(text: text) } else { nil } })
    case .list(.text): return .texts(name, values.map { items($0).compactMap(text) })
    case .list(.int): return .ints(name, values.map { items($0).compactMap(int) })
    default: throw OutOfScope(.mixedGraph)
    }
  }
}
