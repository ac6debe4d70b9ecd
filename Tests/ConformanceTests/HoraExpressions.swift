// Comes in: a term. Goes out: the same in Hora, with no more brackets than were written or than Hora's grammar
// needs. It knows no case and no expected answer.

struct HoraWriter {
  struct Variable {
    var text: String
    var kind: Kind
  }

  let language: ForeignLexer.Language
  var variables: [String: Variable] = [:]
  var parameters: [String: Term] = [:]
  /// The kinds of properties of nodes and links.
  var properties: [String: Kind] = [:]
  var notes: Set<Note> = []
  /// Lines that stand before the query.
  var prologue: [String] = []
  var tables: [SideTable] = []
  var hidden = 0

  init(_ language: ForeignLexer.Language) { self.language = language }

  mutating func fresh(_ stem: String) -> String {
    hidden += 1
    return "\(stem)_\(hidden)"
  }

  /// A term whose value is wanted: a moment or a path has none in Hora.
  mutating func value(_ term: Term) throws(OutOfScope) -> Written {
    let written = try raw(term)
    if written.kind == .moment { throw OutOfScope(.timeOfDay) }
    if written.kind == .path { throw OutOfScope(.pathValues) }
    return written
  }

  /// A term of which perhaps only a part is wanted.
  mutating func raw(_ term: Term) throws(OutOfScope) -> Written {
    switch term {
    case .null: return Written("missing", .postfix, .null)
    case .bool(let value): return Written(value ? "true" : "false", .postfix, .bool)
    case .int(let digits): return Written(Spelling.int(digits), .postfix, .int)
    case .float(let digits): return Written(Spelling.float(digits), .postfix, .float)
    case .text(let text): return Written(Spelling.text(text), .postfix, .text)
    case .name(let name): return try variable(name)
    case .parameter(let name): return try parameter(name)
    case .list(let items): return try list(items)
    case .map: throw OutOfScope(.maps)
    case .group(let inner):
      let written = try raw(inner)
      return Written("(\(written.text))", .postfix, written.kind)
    case .member(let base, let name): return try member(base, name)
    case .index(let base, let place): return try element(base, place)
    case .slice(let base, let from, let to): return try slice(base, from, to)
    case .call(let name, let arguments, _): return try call(name, arguments)
    case .unary(let operation, let operand): return try unary(operation, operand)
    case .binary(let operation, let left, let right): return try binary(operation, left, right)
    case .conditional(let branches, let otherwise): return try conditional(branches, otherwise)
    case .comprehension(let name, let list, let condition, let result):
      return try comprehension(name, list, condition, result)
    case .quantifier(let quantity, let name, let list, let condition):
      return try quantifier(quantity, name, list, condition)
    case .labels(let base, let labels): return try hasLabels(base, labels)
    case .pattern(let pattern):
      notes.insert(.widerTypes)
      let query = Query(parts: [[.match([pattern], condition: nil, optional: false)]])
      return try existsQuery(query)
    case .existsQuery(let query): return try existsQuery(query)
    }
  }

  // MARK: Names

  private func variable(_ name: String) throws(OutOfScope) -> Written {
    if let variable = variables[name] { return Written(variable.text, .postfix, variable.kind) }
    // Hora tells what an unknown name is.
    return Written(Spelling.name(name), .postfix, .unknown)
  }

  private mutating func parameter(_ name: String) throws(OutOfScope) -> Written {
    guard let term = parameters[name] else { return Written("$\(name)", .postfix, .unknown) }
    if term == .null { return Written("missing", .postfix, .null) }
    var alone = HoraWriter(language)
    let written = try alone.value(term)
    let spelled = Spelling.name("p_" + name)
    let types: [Kind: String] = [
      .int: "int", .float: "decimal", .text: "text", .bool: "bool", .date: "date",
      .list(.int): "[int]", .list(.float): "[decimal]", .list(.text): "[text]",
      .list(.bool): "[bool]",
    ]
    guard let type = types[written.kind], alone.notes.isEmpty else { return written }
    let line = "param \(spelled): \(type) = \(written.text)"
    if !prologue.contains(line) { prologue.append(line) }
    return Written("$" + spelled, .postfix, written.kind)
  }

  private mutating func list(_ items: [Term]) throws(OutOfScope) -> Written {
    var kind = Kind.null
    var texts: [String] = []
    for item in items {
      let written = try value(item)
      if written.kind == .null { notes.insert(.missingElements) }
      kind = kind.joined(written.kind)
      texts.append(written.text)
    }
    return Written("[" + texts.joined(separator: ", ") + "]", .postfix, .list(kind))
  }

  private mutating func member(_ base: Term, _ name: String) throws(OutOfScope) -> Written {
    if language == .cel { throw OutOfScope(.messages) }
    if case .map = base.bare { throw OutOfScope(.maps) }
    let written = try raw(base)
    switch written.kind {
    case .node, .link:
      return Written(
        "\(written.at(.postfix)).\(Spelling.name(name))", .postfix, properties[name] ?? .unknown)
    case .date, .moment: return try dateField(written, name)
    case .duration: throw OutOfScope(.durations)
    case .null: throw OutOfScope(.maps)
    case .path: throw OutOfScope(.pathValues)
    default: return Written("\(written.at(.postfix)).\(Spelling.name(name))", .postfix, .unknown)
    }
  }

  private mutating func hasLabels(_ base: Term, _ labels: [String]) throws(OutOfScope) -> Written {
    let written = try value(base)
    notes.insert(.labelOfNothing)
    let parts = labels.map { label in
      written.kind == .link
        ? "\(written.at(.postfix)).its_type = \(Spelling.text(label))"
        : "\(Spelling.text(label)) in \(written.at(.postfix)).its_labels"
    }
    return Written(
      parts.joined(separator: " and "), parts.count == 1 ? .comparison : .and, .bool)
  }

  /// A condition; a bare `null` is a missing value of the right type.
  mutating func condition(_ term: Term, at level: Written.Level) throws(OutOfScope) -> String {
    let written = try value(term)
    if written.kind == .null, term.bare == .null { return typedMissing(.bool) }
    return written.at(level)
  }

  /// `null` where Hora needs a type: a field of the one row that has no value.
  mutating func typedMissing(_ kind: Kind) -> String {
    notes.insert(.missingLogic)
    let name: String
    switch kind {
    case .bool: name = "no_bool"
    case .int: name = "no_int"
    case .float: name = "no_decimal"
    case .text: name = "no_text"
    case .date: name = "no_date"
    default: return "missing"
    }
    let line = "let \(name) = first(one_row.\(name))"
    if !prologue.contains(line) { prologue.append(line) }
    return name
  }

  // MARK: Conditionals

  private mutating func conditional(
    _ branches: [Branch], _ otherwise: Term
  ) throws(OutOfScope) -> Written {
    var text = ""
    var kind = Kind.null
    for branch in branches {
      let condition = try condition(branch.condition, at: .conditional)
      let value = try value(branch.value)
      kind = kind.joined(value.kind)
      text += "if \(condition) then \(value.at(.or)) else "
    }
    let last = try value(otherwise)
    return Written(text + last.text, .conditional, kind.joined(last.kind))
  }

  private mutating func existsQuery(_ query: Query) throws(OutOfScope) -> Written {
    guard query.parts.count == 1 else { throw OutOfScope(.patternsAsValues) }
    let known = Set(variables.keys)
    var inner = HoraQueryWriter(self)
    for clause in query.parts[0] {
      switch clause {
      case .match(_, _, optional: false): try inner.clause(clause)
      // What is returned does not matter to `exists`.
      case .result(let projection)
      where projection.items.allSatisfy { $0.value == .bool(true) } && projection.order.isEmpty:
        break
      default: throw OutOfScope(.patternsAsValues)
      }
    }
    notes = inner.writer.notes
    if !Set(inner.writer.variables.keys).isSubset(of: known) { notes.insert(.namedElements) }
    prologue = inner.writer.prologue
    tables = inner.writer.tables
    hidden = inner.writer.hidden
    return Written("exists (\(inner.text))", .exists, .bool)
  }
}
