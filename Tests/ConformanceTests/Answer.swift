// Comes in: a translation. Goes out: what Hora makes of it, as values or as the codes of its errors.

import Foundation
import Hora

enum Answer {
  case rows([[Value]])
  /// Codes of errors of the check, and their messages.
  case rejected([Int], String)
  /// The code of an error while running, and its message.
  case stopped(String, String)
}

struct Runner {
  /// A network without a graph, for expressions.
  private let plain: Network

  private var limits: SyntaxLimits {
    var limits = SyntaxLimits.standard
    limits.stackBytes = 32 << 20
    return limits
  }

  private var runLimits: RunLimits {
    var limits = RunLimits.standard
    limits.stackBytes = 32 << 20
    return limits
  }

  init() throws { plain = try GraphNetwork.network(try Graph([]), [:], []) }

  func answer(_ translation: Translation, strict: Bool = false) throws -> Answer {
    let network =
      translation.needsNetwork
      ? try GraphNetwork.network(translation.graph, translation.kinds, translation.tables) : plain
    let program: Program
    do {
      program = try Environment(network: network).compile(
        translation.program, limits: limits)
    } catch {
      let errors = error.diagnostics.filter { $0.severity == .error }
      return .rejected(errors.map(\.code.number), errors.map(\.message).joined(separator: "; "))
    }
    do {
      guard let result = try program.run(limits: runLimits, strict: strict).results.last else {
        return .rows([])
      }
      return .rows(rows(result, translation.graph))
    } catch {
      let diagnostic = error.diagnostic
      return .stopped(
        diagnostic.map { "\($0.code)" } ?? "limit", diagnostic?.message ?? "\(error.cause)")
    }
  }

  private func rows(_ result: ResultSet, _ graph: Graph) -> [[Value]] {
    let columns = result.cells().map { column in
      (0..<result.rowCount).map { row -> Value in
        guard let lists = column.lists else { return value(column, row, graph, result.network) }
        return .list(
          (Int(lists[row])..<Int(lists[row + 1])).map { value(column, $0, graph, result.network) })
      }
    }
    return (0..<result.rowCount).map { row in columns.map { $0[row] } }
  }

  private func value(
    _ column: CellColumn, _ index: Int, _ graph: Graph, _ network: Network
  ) -> Value {
    guard column.present[index] == 1 else { return .null }
    let text = String(decoding: column.value(index), as: UTF8.self)
    switch column.info.type {
    case .bool: return .bool(text == "true")
    case .int: return Int64(text).map { .int($0) } ?? .other(text)
    case .decimal: return Double(text).map { .float($0) } ?? .other(text)
    case .text: return .text(text)
    case .date: return .date(text)
    case .entity(let collection):
      let place = Int(text.dropFirst()) ?? -1
      switch network.schema.collections[collection].name {
      case "graph_nodes" where graph.nodes.indices.contains(place):
        return .node(
          labels: Set(graph.nodes[place].labels), graph.nodes[place].properties)
      case "graph_links" where graph.links.indices.contains(place):
        return .link(type: graph.links[place].type, graph.links[place].properties)
      default: return .other(text)
      }
    case .duration: return .other(text)
    default: return .other(text)
    }
  }
}

extension Value {
  /// Numbers are compared as numbers; a date is the text of its day; a duration its months and days.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.int(let a), .float(let b)): return Double(a) == b
    case (.float(let a), .int(let b)): return a == Double(b)
    case (.text(let a), .date(let b)), (.date(let a), .text(let b)): return a == b
    case (.text(let a), .other(let b)):
      guard let length = DurationText.iso(a) else { return false }
      return DurationText.hora(b).map { $0 == length } ?? false
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.map(let a), .map(let b)): return Self.same(a, b)
    case (.node(let a, let p), .node(let b, let q)): return a == b && Self.same(p, q)
    case (.link(let a, let p), .link(let b, let q)): return a == b && Self.same(p, q)
    default: return self == other
    }
  }

  private static func same(_ a: [String: Value], _ b: [String: Value]) -> Bool {
    a.count == b.count
      && a.allSatisfy { key, value in b[key].map { value.isSame(as: $0) } ?? false }
  }
}

/// Durations as the two languages write them.
enum DurationText {
  struct Length: Equatable {
    var months = 0
    var days = 0
  }

  /// `P12Y5M14D`, without times of day.
  static func iso(_ text: String) -> Length? {
    guard text.hasPrefix("P"), !text.contains("T") || text == "PT0S" else { return nil }
    return parts(String(text.dropFirst()), ["Y": (12, 0), "M": (1, 0), "W": (0, 7), "D": (0, 1)])
  }

  /// `12mo 2d`
  static func hora(_ text: String) -> Length? {
    parts(
      text.replacingOccurrences("mo", with: "m").filter { $0 != " " },
      ["y": (12, 0), "m": (1, 0), "w": (0, 7), "d": (0, 1)])
  }

  private static func parts(_ text: String, _ units: [Character: (Int, Int)]) -> Length? {
    if text == "T0S" { return Length() }
    var length = Length()
    var digits = ""
    for character in text {
      if let (months, days) = units[character] {
        guard let count = Int(digits) else { return nil }
        length.months += months * count
        length.days += days * count
        digits = ""
      } else {
        digits.append(character)
      }
    }
    return digits.isEmpty ? length : nil
  }
}

extension String {
  func replacingOccurrences(_ part: String, with other: String) -> String {
    components(separatedBy: part).joined(separator: other)
  }
}
