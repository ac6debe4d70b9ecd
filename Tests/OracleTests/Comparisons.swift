// Comparisons and quantifiers: existential over many values, two-valued, with texts that stand for
// entities, concepts and days.

import HoraSyntax

extension Evaluator {
  func comparison(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
    let children = tree.soundChildren(of: node)
    guard let operation = tree.comparisonOperator(of: node) else {
      throw Unsupported(what: "comparison")
    }
    let left = try value(children[0], scopes)
    return try compare(
      operation, left, children[0], children.count > 1 ? children[1] : nil, scopes)
  }

  private func compare(
    _ operation: ComparisonOperator, _ left: Value, _ leftNode: NodeID, _ right: NodeID?,
    _ scopes: [Frame]
  ) throws -> Value {
    switch operation {
    case .isMissing: return truth(left.atoms.isEmpty, of: [left])
    case .isNotMissing: return truth(!left.atoms.isEmpty, of: [left])
    default: break
    }
    guard let right else { throw Unsupported(what: "comparison") }
    func opposite(_ operation: ComparisonOperator) throws -> Value {
      let value = try compare(operation, left, leftNode, right, scopes)
      return truth(!value.isTrue, of: [value])
    }
    switch operation {
    case .notEqual: return try opposite(.equal)
    case .notMatches: return try opposite(.matches)
    case .notIn: return try opposite(.in)
    case .notUnder: return try opposite(.under)
    case .matches: return truth(try matches(left, right, scopes), of: [left])
    case .in where tree.kind(of: right) == .rangeExpression:
      return try between(left, right, scopes)
    case .under:
      let set = try concepts(under: try value(right, scopes), in: left.kind.table)
      return truth(left.atoms.contains { set.contains($0) }, of: [left])
    default:
      let value = try value(right, scopes)
      let asked: ComparisonOperator = operation == .in ? .equal : operation
      return truth(
        try holds(asked, left, leftNode, value, right, scopes), of: [left, value])
    }
  }

  // MARK: = < <= > >=

  private func holds(
    _ operation: ComparisonOperator, _ left: Value, _ leftNode: NodeID, _ right: Value,
    _ rightNode: NodeID, _ scopes: [Frame]
  ) throws -> Bool {
    switch (left.kind, right.kind) {
    case (.int, .date), (.text, .date), (.interval, .date), (.text, .entity), (.int, .entity):
      return try holds(mirrored(operation), right, rightNode, left, leftNode, scopes)
    case (.date, .int):
      return any(left, years(right)) { ordered(operation, $0, $1) }
    case (.date, .text):
      let days = right.atoms.compactMap(\.text).compactMap { Calendar.day($0) }
      return any(left, days.map { .date($0) }) { ordered(operation, $0, $1) }
    case (.entity(let table), .text), (.entity(let table), .int):
      let named = texts(right).flatMap { called($0, table, roles: 0...2) }
      return left.atoms.contains { named.contains($0) }
    case (.duration, .duration):
      if let (end, start) = try difference(leftNode, scopes) {
        return any(right, [.bool(true)]) { length, _ in
          guard let end = end.only, let start = start.only,
            let moved = Numbers.apply(.plus, start, length)
          else { return false }
          return ordered(operation, end, moved)
        }
      }
      if let (end, start) = try difference(rightNode, scopes) {
        return any(left, [.bool(true)]) { length, _ in
          guard let end = end.only, let start = start.only,
            let moved = Numbers.apply(.plus, start, length)
          else { return false }
          return ordered(operation, moved, end)
        }
      }
      fallthrough
    default: return any(left, right.atoms) { ordered(operation, $0, $1) }
    }
  }

  private func any(_ left: Value, _ right: [Atom], _ holds: (Atom, Atom) -> Bool) -> Bool {
    left.atoms.contains { a in right.contains { holds(a, $0) } }
  }

  private func mirrored(_ operation: ComparisonOperator) -> ComparisonOperator {
    switch operation {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: operation
    }
  }

  /// The two days of `end - start`.
  private func difference(_ node: NodeID, _ scopes: [Frame]) throws -> (Value, Value)? {
    let node = unbracketed(node)
    let children = tree.soundChildren(of: node)
    guard tree.kind(of: node) == .additiveExpression, children.count == 2,
      tree.tokenChildren(of: node).contains(where: { tree.token($0).kind == .minus })
    else { return nil }
    let (end, start) = (try value(children[0], scopes), try value(children[1], scopes))
    return end.kind == .date && start.kind == .date ? (end, start) : nil
  }

  /// Numbers beside a date are years.
  private func years(_ value: Value) -> [Atom] {
    value.atoms.compactMap { atom in
      guard case .int(let year) = atom else { return nil }
      return .interval(Calendar.day(Int(year), 1, 1), Calendar.day(Int(year), 12, 31))
    }
  }

  private func texts(_ value: Value) -> [String] {
    value.atoms.compactMap { atom in
      if case .int(let number) = atom { return String(number) }
      return atom.text
    }
  }

  private func ordered(_ operation: ComparisonOperator, _ a: Atom, _ b: Atom) -> Bool {
    if case .date(let day) = a, case .interval(let first, let last) = b {
      switch operation {
      case .equal: return day >= first && day <= last
      case .less: return day < first
      case .lessOrEqual: return day <= last
      case .greater: return day > last
      default: return day >= first
      }
    }
    switch operation {
    case .equal: return model.isSame(a, b)
    case .less: return model.compare(a, b) < 0
    case .lessOrEqual: return model.compare(a, b) <= 0
    case .greater: return model.compare(a, b) > 0
    default: return model.compare(a, b) >= 0
    }
  }

  private func between(_ left: Value, _ range: NodeID, _ scopes: [Frame]) throws -> Value {
    let ends = try tree.soundChildren(of: range).map { try value($0, scopes) }
    func end(_ value: Value, isLast: Bool) -> Atom? {
      guard left.kind == .date else { return value.only }
      let atom = value.kind == .int ? years(value).first : value.only
      switch atom {
      case .interval(let first, let last)?: return .date(isLast ? last : first)
      case .text(let text)?: return Calendar.day(text).map { .date($0) }
      default: return atom
      }
    }
    guard let low = end(ends[0], isLast: false), let high = end(ends[1], isLast: true) else {
      return truth(false, of: [left] + ends)
    }
    return truth(
      left.atoms.contains { model.compare($0, low) >= 0 && model.compare($0, high) <= 0 },
      of: [left] + ends)
  }

  // MARK: Quantifiers

  func quantified(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
    let children = tree.soundChildren(of: node)
    let pathNode = children[1]
    guard let quantifier = tree.quantifierKind(of: children[0]) else {
      throw Unsupported(what: "quantifier")
    }
    let whole = try walk(pathNode, scopes, limit: nil)
    let steps =
      tree.kind(of: pathNode) == .postfixExpression
      ? Array(tree.soundChildren(of: pathNode).dropFirst()) : []
    var prefix =
      whole.manySteps >= steps.count
      ? whole : try walk(pathNode, scopes, limit: whole.manySteps)
    let rest = Array(steps.dropFirst(whole.manySteps))
    if let first = rest.first, tree.kind(of: first) == .memberStep,
      let links = prefix.value.links, let table = prefix.value.linkTable,
      !has(tree.nameText(of: first), prefix.value.kind)
    {
      prefix.value = linkRows(links, table, prefix.value.origin)
    }
    let operation = tree.comparisonOperator(of: node)
    var elements: [Atom] = []
    for atom in prefix.value.atoms where !elements.contains(where: { model.isSame($0, atom) }) {
      elements.append(atom)
    }
    func asked(_ element: Atom?) throws -> Bool {
      var value = Value(prefix.value.kind, element, element?.entity.map { .of($0) } ?? .none)
      for step in rest {
        switch tree.kind(of: step) {
        case .memberStep: value = try member(tree.nameText(of: step), of: value)
        case .filterStep:
          value = try filtered(value, tree.soundChildren(of: step)[0], scopes)
        default: throw Unsupported(what: "rest of path")
        }
      }
      if let operation {
        return try compare(
          operation, value, pathNode, children.count > 2 ? children[2] : nil, scopes
        ).isTrue
      }
      if value.kind == .bool { return value.isTrue }
      return rest.isEmpty ? true : !value.atoms.isEmpty
    }
    _ = try asked(nil)
    let count = try elements.filter { try asked($0) }.count
    let holds: Bool
    switch quantifier {
    case .some: holds = count > 0
    case .every: holds = count == elements.count
    case .no: holds = count == 0
    case .atLeast: holds = count >= (try amount(children[0]))
    case .atMost: holds = count <= (try amount(children[0]))
    case .exactly: holds = count == (try amount(children[0]))
    }
    return truth(holds, of: [prefix.value])
  }

  /// A number, parameter or `let`.
  func amount(_ parent: NodeID) throws -> Int {
    guard let node = tree.firstChild(of: parent, kind: .amount) else {
      throw Unsupported(what: "amount")
    }
    if let number = tree.integerValue(of: node) { return Int(clamping: number) }
    let name = tree.text(of: node)
    let found: Value?
    if name.hasPrefix("$") {
      found = parameters[name.dropFirst().lowercased()]
    } else if case .value(let value, _)? = meanings[name.lowercased()] {
      found = value
    } else {
      found = nil
    }
    guard let found else { throw Unsupported(what: "amount") }
    guard case .int(let number)? = found.only, number >= 0 else { throw Failure(code: 517) }
    return Int(clamping: number)
  }
}
