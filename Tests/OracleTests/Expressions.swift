// Expressions that are no paths, comparisons or calls. Everything is evaluated, also what does not
// decide, so that errors do not depend on data.

import HoraSyntax

extension Evaluator {
  func value(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
    let children = tree.soundChildren(of: node)
    switch tree.kind(of: node) {
    case .ifExpression: return try conditional(children, scopes)
    case .orExpression:
      let parts = try children.map { try value($0, scopes) }
      return truth(parts.contains(where: \.isTrue), of: parts)
    case .andExpression:
      let parts = try children.map { try value($0, scopes) }
      return truth(parts.allSatisfy(\.isTrue), of: parts)
    case .notExpression:
      let operand = try value(children[0], scopes)
      if tree.tokenChildren(of: node).count % 2 == 0 { return operand }
      return truth(!operand.isTrue, of: [operand])
    case .comparison: return try comparison(node, scopes)
    case .quantifiedComparison: return try quantified(node, scopes)
    case .coalesceExpression:
      let parts = try children.map { try value($0, scopes) }
      let kind = common(parts)
      let found = parts.first { !$0.atoms.isEmpty }
      return one(kind, found?.only, of: parts)
    case .additiveExpression, .multiplicativeExpression: return try arithmetic(node, scopes)
    case .negation:
      let operand = try value(children[0], scopes)
      if tree.tokenChildren(of: node).count % 2 == 0 { return operand }
      return one(operand.kind, operand.only.flatMap(Numbers.negated), of: [operand])
    case .existsExpression:
      let operand = try value(children[0], scopes)
      return truth(!operand.atoms.isEmpty, of: [operand])
    case .postfixExpression: return try path(node, scopes)
    case .nameReference: return try named(tree.nameText(of: node), scopes)
    case .itReference: return try it(scopes)
    case .parameterReference:
      guard let value = parameters[tree.nameText(of: node).lowercased()] else {
        throw Unsupported(what: "parameter")
      }
      return value
    case .listLiteral:
      let parts = try children.map { try value($0, scopes) }
      var list = Value(common(parts), many: [])
      for part in parts {
        list.atoms += part.atoms
        list.sources += part.sources
        list.origin = list.origin.joined(with: part.source)
      }
      return list
    case .parenthesized:
      let inner = unbracketed(node)
      return isQueryNode(inner) ? try subquery(inner, scopes) : try value(inner, scopes)
    case .query, .pairsSource: return try subquery(node, scopes)
    default: return try literal(node)
    }
  }

  // MARK: Literals

  private func literal(_ node: NodeID) throws -> Value {
    func interval(_ year: Int, _ first: Int, _ last: Int) -> Value {
      Value(
        .interval(
          Calendar.day(year, first, 1),
          Calendar.day(year, last, Calendar.length(ofMonth: last, year))))
    }
    switch tree.kind(of: node) {
    case .integerLiteral:
      if let number = tree.integerValue(of: node) { return Value(.int(number)) }
    case .decimalLiteral:
      if let number = tree.decimalValue(of: node) { return Value(.decimal(number)) }
    case .textLiteral: return Value(.text(tree.textValue(of: node)))
    case .booleanLiteral: return Value(tree.booleanValue(of: node) ?? false)
    case .missingLiteral: return Value(.nothing, nil)
    case .dateLiteral:
      if let date = tree.dateValue(of: node) {
        return Value(.date(Calendar.day(date.year, date.month, date.day)))
      }
    case .monthLiteral:
      if let date = tree.monthValue(of: node) { return interval(date.year, date.month, date.month) }
    case .quarterLiteral:
      if let date = tree.quarterValue(of: node) {
        return interval(date.year, date.quarter * 3 - 2, date.quarter * 3)
      }
    case .durationLiteral:
      if let (count, unit) = tree.durationValue(of: node) {
        let count = Int(count)
        switch unit {
        case .days: return Value(.duration(months: 0, days: count))
        case .weeks: return Value(.duration(months: 0, days: count * 7))
        case .months: return Value(.duration(months: count, days: 0))
        case .years: return Value(.duration(months: count * 12, days: 0))
        }
      }
    default: break
    }
    throw Unsupported(what: "\(tree.kind(of: node))")
  }

  // MARK: Results

  func one(_ kind: Kind, _ atom: Atom?, of parts: [Value]) -> Value {
    Value(kind, atom, parts.reduce(.none) { $0.joined(with: $1.source) })
  }

  func truth(_ truth: Bool, of parts: [Value]) -> Value { one(.bool, .bool(truth), of: parts) }

  /// The one kind of some values; int beside decimal is decimal.
  func common(_ values: [Value]) -> Kind {
    values.reduce(.nothing) { kind, value in
      if kind == .nothing { return value.kind }
      return kind.isNumber && value.kind.isNumber && kind != value.kind ? .decimal : kind
    }
  }

  private func conditional(_ children: [NodeID], _ scopes: [Frame]) throws -> Value {
    let parts = try children.map { try value($0, scopes) }
    let branches = stride(from: 1, to: parts.count, by: 2).map { $0 } + [parts.count - 1]
    let kind = common(branches.map { parts[$0] })
    for place in stride(from: 0, to: parts.count - 1, by: 2) where parts[place].isTrue {
      return one(kind, parts[place + 1].only, of: parts)
    }
    return one(kind, parts[parts.count - 1].only, of: parts)
  }

  // MARK: Arithmetic

  private func arithmetic(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
    var result: Value?
    var operation = TokenKind.plus
    for child in tree.children(of: node) {
      switch child {
      case .token(let token): operation = tree.token(token).kind
      case .node(let operand):
        let right = try value(operand, scopes)
        guard let left = result else {
          result = right
          continue
        }
        let kind = Numbers.kind(operation, left.kind, right.kind)
        var atom: Atom?
        if let a = left.only, let b = right.only { atom = Numbers.apply(operation, a, b) }
        result = one(kind, atom, of: [left, right])
      }
    }
    return result ?? Value(.nothing, nil)
  }
}
