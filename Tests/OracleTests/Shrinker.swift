// Makes a program and a network on which two answers differ as small as it can: parts of the program are
// left out or replaced by simpler ones, rows and fields of the tables taken away, as long as they differ.

import HoraSyntax

struct Shrinker {
  /// Whether both sides still differ.
  let differs: (String, Model) -> Bool
  private var budget = 2500

  init(_ differs: @escaping (String, Model) -> Bool) { self.differs = differs }

  mutating func smallest(_ program: String, _ model: Model) -> (String, Model) {
    var (program, model) = (program, model)
    var moved = true
    while moved, budget > 0 {
      moved = false
      while let next = smaller(program, model) {
        program = next
        moved = true
      }
      while let next = smaller(model, program) {
        model = next
        moved = true
      }
    }
    return (program, model)
  }

  private mutating func test(_ program: String, _ model: Model) -> Bool {
    budget -= 1
    return budget > 0 && differs(program, model)
  }

  // MARK: Programs

  private mutating func smaller(_ program: String, _ model: Model) -> String? {
    for candidate in Shrinker.candidates(program) where candidate.utf8.count < program.utf8.count {
      if test(candidate, model) { return candidate }
    }
    return nil
  }

  private static func candidates(_ program: String) -> [String] {
    let tree = parse(SourceText(program)).tree
    let bytes = Array(program.utf8)
    var result: [String] = []
    func replace(_ node: NodeID, _ text: String) {
      let range = tree.range(of: node)
      guard range.start <= range.end, range.end <= bytes.count else { return }
      let new = bytes[..<range.start] + Array(text.utf8) + bytes[range.end...]
      result.append(String(decoding: new, as: UTF8.self))
    }
    // From the whole to the parts.
    for node in tree.allNodes.reversed() {
      let kind = tree.kind(of: node)
      let name = "\(kind)"
      if name.hasSuffix("Clause") || name.hasSuffix("Step") || name.hasSuffix("Statement")
        || kind == .sourceName || kind == .perKeys || kind == .withTies
      {
        replace(node, "")
      }
      if kind == .grouping { replace(node, "") }
      guard
        name.hasSuffix("Expression") || name.hasSuffix("omparison") || kind == .negation
          || kind == .parenthesized || kind == .listLiteral || kind == .query || kind == .namedItem
          || name.hasSuffix("Clause") || kind == .textLiteral || kind == .nameReference
      else { continue }
      if !name.hasSuffix("Clause") {
        for child in parts(tree, node) { replace(node, tree.text(of: child)) }
        if kind != .namedItem, kind != .query {
          for simple in ["1", "it", "true", "\"\"", "id"] { replace(node, simple) }
        }
      }
      if let items = lists(tree, node), items.count > 1 {
        for gone in items.indices {
          let kept = items.indices.filter { $0 != gone }.map { tree.text(of: items[$0]) }
          let first = tree.range(of: items[0]).start
          let last = tree.range(of: items[items.count - 1]).end
          let new = bytes[..<first] + Array(kept.joined(separator: ", ").utf8) + bytes[last...]
          result.append(String(decoding: new, as: UTF8.self))
        }
      }
    }
    return result
  }

  private static func parts(_ tree: SyntaxTree, _ node: NodeID) -> [NodeID] {
    tree.soundChildren(of: node).flatMap { child -> [NodeID] in
      switch tree.kind(of: child) {
      case .callStep, .overStep, .filterStep: tree.soundChildren(of: child)
      default: "\(tree.kind(of: child))".hasSuffix("Clause") ? [] : [child]
      }
    }
  }

  private static func lists(_ tree: SyntaxTree, _ node: NodeID) -> [NodeID]? {
    switch tree.kind(of: node) {
    case .selectClause, .addClause, .sortClause, .listLiteral: tree.soundChildren(of: node)
    case .summarizeClause:
      tree.soundChildren(of: node).filter { tree.kind(of: $0) != .grouping }
    default: nil
    }
  }

  // MARK: Networks

  private mutating func smaller(_ model: Model, _ program: String) -> Model? {
    for table in model.tables.indices {
      for row in model.tables[table].rows.indices.reversed() {
        let next = Shrinker.without(Entity(table: table, row: row), model)
        if test(program, next) { return next }
      }
      for row in model.tables[table].rows.indices {
        for field in model.tables[table].fields.indices
        where field != model.tables[table].key && !model.tables[table].rows[row][field].isEmpty {
          var next = model
          next.tables[table].rows[row][field] = []
          if test(program, next) { return next }
        }
      }
    }
    return nil
  }

  private static func without(_ gone: Entity, _ model: Model) -> Model {
    var model = model
    model.tables[gone.table].rows.remove(at: gone.row)
    for table in model.tables.indices {
      for row in model.tables[table].rows.indices {
        for field in model.tables[table].fields.indices
        where model.tables[table].fields[field].target == gone.table {
          model.tables[table].rows[row][field] = model.tables[table].rows[row][field].compactMap {
            guard var entity = $0.entity, entity != gone else { return nil }
            if entity.row > gone.row { entity.row -= 1 }
            return .entity(entity)
          }
        }
      }
    }
    return model
  }
}

extension Model {
  /// The tables, small enough to be pasted.
  var text: String {
    tables.filter { !$0.rows.isEmpty }.map { table in
      let head = table.fields.map(\.name).joined(separator: ",")
      let rows = table.rows.map { row in
        row.map { cell in
          cell.map { atom in
            atom.entity.map { key($0) } ?? Evaluator.written(atom)
          }.joined(separator: ";")
        }.joined(separator: ",")
      }
      return "  \(table.name): \(head)\n" + rows.map { "    \($0)" }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
