// Comes in: a case. Goes out: a Hora program and the network it runs on. It never sees what should come out.

import Hora

struct Translation {
  var program: String
  var graph: Graph
  var kinds: [String: Kind]
  var tables: [SideTable]
  var notes: Set<Note>
  /// Whether it asks of more than the one row.
  var needsNetwork: Bool

  init(_ test: ForeignCase) throws(OutOfScope) {
    switch test.suite {
    case .cypher: try self.init(cypher: test)
    case .cel: try self.init(cel: test)
    }
  }

  private init(cel test: ForeignCase) throws(OutOfScope) {
    let term = try CELReader.expression(test.text)
    var writer = HoraWriter(.cel)
    for (name, value) in test.parameters {
      writer.parameters[name] = value
      writer.variables[name] = nil
    }
    let written = try writer.value(term.withParameters(Set(test.parameters.keys)))
    if written.kind == .duration { throw OutOfScope(.durations) }
    program = (writer.prologue + ["one_row select value = \(written.text)"]).joined(separator: "\n")
    graph = try Graph([])
    kinds = [:]
    tables = writer.tables
    notes = writer.notes
    needsNetwork = false
  }

  private init(cypher test: ForeignCase) throws(OutOfScope) {
    let query = try CypherReader.query(test.text)
    guard query.parts.allSatisfy({ if case .result? = $0.last { true } else { false } }) else {
      throw OutOfScope(.foreignSyntax)
    }
    guard let name = test.graph else { throw OutOfScope(.graphUnknown) }
    graph = try test.setup.isEmpty ? Graph.named(name) : Graph(test.setup)
    kinds = try GraphNetwork.kinds(graph, named: PropertyNames.kinds(query))
    if query.keepsAll { throw OutOfScope(.keepingUnion) }
    var parts: [String] = []
    var shared = HoraWriter(.cypher)
    shared.parameters = test.parameters
    shared.properties = kinds
    for part in query.parts {
      shared.variables = [:]
      var writer = HoraQueryWriter(shared)
      for clause in part { try writer.clause(clause) }
      for variable in writer.writer.variables.values {
        if variable.kind == .moment { throw OutOfScope(.timeOfDay) }
      }
      shared = writer.writer
      parts.append(writer.text)
    }
    let text =
      parts.count == 1
      ? parts[0] : parts.map { "(\($0))" }.joined(separator: " union ")
    program = (shared.prologue + [text]).joined(separator: "\n")
    tables = shared.tables
    notes = shared.notes
    needsNetwork = !graph.nodes.isEmpty || !kinds.isEmpty || !tables.isEmpty
  }
}

extension Term {
  /// Names that are bound from outside become parameters.
  func withParameters(_ names: Set<String>) -> Term {
    mapped { if case .name(let name) = $0, names.contains(name) { .parameter(name) } else { nil } }
  }
}

/// The properties that a query names: the schema has them even if no element does.
enum PropertyNames {
  static func kinds(_ query: Query) -> [String: Kind] {
    var kinds: [String: Kind] = [:]
    func note(_ name: String, _ kind: Kind) {
      kinds[name] = kinds[name].map { $0 == .unknown ? kind : $0 } ?? kind
    }
    func kind(_ term: Term) -> Kind {
      switch term.bare {
      case .int: .int
      case .float: .float
      case .text: .text
      case .bool: .bool
      case .unary(.minus, let inner): kind(inner)
      default: .unknown
      }
    }
    // What is computed with is a number, unless the other side says more.
    func kind(_ operation: Term.Binary, _ other: Term) -> Kind {
      switch (operation, kind(other)) {
      case (.plus, .unknown), (.minus, .unknown), (.times, .unknown), (.divide, .unknown): .int
      case (_, let kind): kind
      }
    }
    func visit(_ term: Term) {
      term.walk { part in
        switch part {
        case .member(.name, let name): note(name, .unknown)
        case .binary(let operation, .member(_, let name), let other):
          note(name, kind(operation, other))
        case .binary(let operation, let other, .member(_, let name)):
          note(name, kind(operation, other))
        case .call("sum", let arguments, _), .call("avg", let arguments, _):
          if case .member(_, let name)? = arguments.first { note(name, .int) }
        case .pattern(let pattern): visit(pattern)
        case .existsQuery(let query): for part in query.parts { visit(part) }
        default: break
        }
      }
    }
    func visit(_ pattern: Pattern) {
      for entry in pattern.nodes.flatMap(\.properties) + pattern.links.flatMap(\.properties) {
        note(entry.key, kind(entry.value))
        visit(entry.value)
      }
    }
    func visit(_ clauses: [Clause]) {
      for clause in clauses {
        switch clause {
        case .match(let patterns, let condition, _):
          for pattern in patterns { visit(pattern) }
          condition.map(visit)
        case .unwind(let list, _): visit(list)
        case .with(let projection), .result(let projection):
          let terms = projection.items.map(\.value) + projection.order.map(\.value)
          for term in terms + [projection.condition].compactMap({ $0 }) { visit(term) }
        }
      }
    }
    for part in query.parts { visit(part) }
    return kinds
  }
}
