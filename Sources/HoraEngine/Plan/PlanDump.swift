// Comes in: a plan and the schema it was checked against. Goes out: the plan as text, for
// `hora dump plan`: operators in order, and for each expression the kernel that computes it.

extension Plan {
  /// The plan in lines: one for each operator, its expressions below it.
  public func dump(_ schema: Schema) -> String {
    var writer = PlanWriter(plan: self, schema: schema)
    for (place, definition) in lets.enumerated() {
      writer.line("let \(definition.name) (\(place))")
      switch definition.value {
      case .query(let query): writer.indented { $0.query(query) }
      case .expression(let id): writer.indented { $0.expression(id) }
      }
    }
    for network in networks {
      writer.line("network \(network.name)")
      writer.indented { writer in
        if let nodes = network.nodes { writer.query(nodes) }
        writer.expression(network.path)
        if let weight = network.weight { writer.expression(weight) }
      }
    }
    for statement in statements { writer.statement(statement) }
    return writer.text
  }
}

private struct PlanWriter {
  let plan: Plan
  let schema: Schema
  var text = ""
  var depth = 0

  mutating func line(_ words: String) {
    text += String(repeating: "  ", count: depth) + words + "\n"
  }

  mutating func indented(_ body: (inout PlanWriter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func statement(_ statement: Statement) {
    switch statement {
    case .output(let output):
      line(output.isScalar ? "print value" : "print rows")
      indented { $0.query(output.query) }
    case .message(let parts):
      line("print message")
      indented { $0.message(parts) }
    case .branch(let blocks, let otherwise):
      for block in blocks {
        line("if")
        indented { writer in
          writer.expression(block.condition)
          for inner in block.body { writer.statement(inner) }
        }
      }
      if !otherwise.isEmpty {
        line("else")
        indented { writer in for inner in otherwise { writer.statement(inner) } }
      }
    case .loop(let slot, let query, let body, _, _):
      line("for \(plan.parameters[slot].name)")
      indented { writer in
        writer.query(query)
        for inner in body { writer.statement(inner) }
      }
    case .assertion(let condition, let message, _):
      line("assert")
      indented { writer in
        writer.expression(condition)
        writer.message(message)
      }
    case .test(let name, let body):
      line("test \"\(name)\"")
      indented { writer in for inner in body { writer.statement(inner) } }
    }
  }

  private mutating func message(_ parts: [MessagePart]) {
    for part in parts {
      if case .value(let id) = part { expression(id) }
    }
  }

  mutating func query(_ id: QueryID) {
    let query = plan.queries[id]
    switch query.source {
    case .unit: line("one row")
    case .collection(let collection): line("scan \(schema.collections[collection].name)")
    case .path(let path):
      line("elements of")
      indented { $0.expression(path) }
    case .query(let source): self.query(source)
    case .pairs(let set):
      line("pairs of")
      indented { $0.expression(set) }
    case .letQuery(let place): line("rows of let \(plan.lets[place].name)")
    case .network(let id): line("ties of network \(plan.networks[id].name)")
    case .paths(let paths):
      line("paths in network \(plan.networks[paths.network].name)")
      indented { $0.expressions([paths.from, paths.to]) }
    case .match(let match):
      line("match, best first")
      indented { writer in
        writer.expressions([match.entity, match.path])
        writer.query(match.candidates)
      }
    case .conflicts(let claims):
      line("conflicts of \(schema.collections[claims.collection].name)")
    case .gaps(let gaps):
      line("gaps")
      indented { writer in
        writer.expression(gaps.path)
        writer.query(gaps.own)
        if case .others(let query) = gaps.against { writer.query(query) }
      }
    }
    for step in query.operators { self.step(step.kind) }
  }

  private mutating func step(_ step: Operator) {
    switch step {
    case .filter(let condition):
      line("filter")
      indented { $0.expression(condition) }
    case .project(let columns, _):
      line("project \(columns.count) columns")
      indented { writer in
        for column in columns {
          if case .compute(let id) = column { writer.expression(id) }
        }
      }
    case .each(let path, let optional):
      line(optional ? "each optional" : "each")
      indented { $0.expression(path) }
    case .follow(let path):
      line("follow, distinct")
      indented { $0.expression(path) }
    case .reach(let path, let relation, let hops):
      line("reach along \(schema.relations[relation].name), \(describe(hops)), distinct")
      indented { $0.expression(path) }
    case .summarize(let keys, let aggregates):
      line(
        "summarize by \(keys.count) keys: "
          + aggregates.map { "\($0.function)" }.joined(separator: ", "))
      indented { writer in
        for key in keys { writer.expression(key) }
        for aggregate in aggregates {
          if let argument = aggregate.argument { writer.expression(argument) }
        }
      }
    case .window(let windows):
      line("window: " + windows.map { describe($0.function) }.joined(separator: ", "))
      indented { writer in
        for window in windows {
          if case .rca(let advantage) = window.function, let base = advantage.base {
            writer.query(base)
          }
          writer.expressions(
            (window.argument.map { [$0] } ?? []) + window.partition
              + window.order.map(\.expression))
        }
      }
    case .expect(_, let parts):
      line("expect")
      indented { $0.message(parts) }
    case .sample: line("sample")
    case .pivot(let rest, let value, let key, _):
      line("pivot column \(value) by column \(key), \(rest.count) columns stay")
    case .sort(let keys):
      line("sort")
      indented { $0.expressions(keys.map(\.expression)) }
    case .top(_, let per, let by, let ties):
      line("top\(per.isEmpty ? "" : " per group")\(ties ? " with ties" : "")")
      indented { writer in
        writer.expressions(per)
        writer.expression(by.expression)
      }
    case .take: line("take")
    case .skip: line("skip")
    case .distinct(let keys):
      line("distinct")
      indented { $0.expressions(keys ?? []) }
    case .combine(let operation, let query, _, _):
      line("\(operation)")
      indented { $0.query(query) }
    case .cover(let cover):
      line("cover")
      indented { writer in
        writer.query(cover.need)
        writer.expression(cover.path)
        for rule in cover.rules { writer.rule(rule) }
        if let key = cover.prefer {
          writer.line("prefer")
          writer.indented { $0.expression(key.expression) }
        }
      }
    }
  }

  private mutating func rule(_ rule: CoverRule) {
    line(plan.written(rule.range))
    indented { $0.expressions(rule.perRow) }
  }

  private mutating func expressions(_ ids: [ExpressionID]) {
    for id in ids { expression(id) }
  }

  mutating func expression(_ id: ExpressionID) {
    let expression = plan.expressions[id]
    let (name, parts) = kernel(expression)
    var words = name
    if expression.isConstant { words += ", once" }
    line(words + " → " + describe(expression))
    if case .subquery(let query, _) = expression.kind { indented { $0.query(query) } }
    if case .measure(let call) = expression.kind, case .related(_, let table) = call.question {
      indented { $0.query(table.query) }
    }
    indented { $0.expressions(parts) }
  }

  private func describe(_ function: WindowFunction) -> String {
    if case .rca(let advantage) = function {
      return advantage.base == nil ? "rca" : "rca with a base"
    }
    return "\(function)"
  }

  private func describe(_ hops: HopRange) -> String {
    "\(hops.least) to \(hops.most.map(String.init) ?? "any number of") steps"
  }

  private func describe(_ expression: Expression) -> String {
    let type: String
    switch expression.type {
    case .entity(let collection): type = schema.collections[collection].singular
    default: type = "\(expression.type)"
    }
    switch expression.cardinality {
    case .one: return type
    case .optional: return type + "?"
    case .many: return type + "*"
    }
  }

  private func kernel(_ expression: Expression) -> (String, [ExpressionID]) {
    switch expression.kind {
    case .missing: return ("missing", [])
    case .constant(let constant): return ("constant \(Vector(constant).plainText)", [])
    case .list(let items): return ("list", items)
    case .parameter(let place): return ("parameter \(plan.parameters[place].name)", [])
    case .letValue(let place): return ("let \(plan.lets[place].name)", [])
    case .column(let depth, let index):
      return (depth == 0 ? "column \(index)" : "column \(index) of row \(depth) out", [])
    case .lookup(let collection, let key):
      return ("name index of \(schema.collections[collection].name)", [key])
    case .field(let source, let field):
      guard case .entity(let collection) = plan.expressions[source].type else {
        return ("field", [])
      }
      return ("gather \(schema.collections[collection].fields[field].name)", [source])
    case .follow(let source, let relation):
      return (
        schema.relations[relation].isMany
          ? "adjacency \(schema.relations[relation].name)"
          : "gather \(schema.relations[relation].name)", [source]
      )
    case .reachable(let source, let relation, let hops):
      return (
        "breadth-first along \(schema.relations[relation].name), \(describe(hops))", [source]
      )
    case .elements(let source, let condition, let result):
      return ("elements", parts(source) + [condition, result].compactMap { $0 })
    case .unique(let source): return ("distinct values", [source])
    case .subquery: return ("query", [])
    case .single(let source): return ("first row", [source])
    case .and(let parts): return ("and, each part on the rows left", parts)
    case .or(let parts): return ("or, each part on the rows left", parts)
    case .not(let operand): return ("not", [operand])
    case .compare(let comparison, let left, let right):
      return ("compare \(comparison), \(describe(plan.expressions[left]))", [left, right])
    case .between(let value, let low, let high): return ("between", [value, low, high])
    case .memberOf(let path, let set):
      var size = "bit set of \(schema.collections[plan.sets[set].collection].name)"
      if case .matching(.regex(let regex)) = plan.sets[set].kind {
        size += " with \(describe(regex))"
      }
      if case .follow(_, let relation) = plan.expressions[path].kind,
        schema.relations[relation].isMany
      {
        return ("any neighbour in \(size)", [path] + parts(plan.sets[set]))
      }
      return ("in \(size)", [path] + parts(plan.sets[set]))
    case .matches(let text, .words(let patterns)):
      return ("words, once a dictionary entry", [text] + parts(patterns))
    case .matches(let text, .regex(let regex)):
      return ("regex \(describe(regex)), once a dictionary entry", [text])
    case .exists(let path): return ("presence", [path])
    case .quantified(let quantifier, let source, let condition):
      return ("count elements: \(quantifier)", parts(source) + (condition.map { [$0] } ?? []))
    case .arithmetic(let first, let steps):
      return (
        "arithmetic " + steps.map { "\($0.operation)" }.joined(separator: " "),
        [first] + steps.map(\.operand)
      )
    case .negate(let operand): return ("negate", [operand])
    case .concatenate(let parts): return ("join texts", parts)
    case .coalesce(let parts): return ("first not missing", parts)
    case .conditional(let branches, let otherwise):
      return (
        "if, each branch on its rows", branches.flatMap { [$0.condition, $0.value] } + [otherwise]
      )
    case .call(let function, let arguments): return ("function \(function.rawValue)", arguments)
    case .graph(let call):
      return (
        "\(call.function.rawValue) in network \(plan.networks[call.network].name)", call.nodes
      )
    case .measure(let call): return (describe(call.question), call.arguments)
    case .aggregate(let function, let argument, _): return ("\(function) of each list", [argument])
    }
  }

  private func parts(_ source: ElementSource) -> [ExpressionID] {
    switch source {
    case .path(let path): [path]
    case .links(let of, _): [of]
    }
  }

  private func parts(_ set: EntitySet) -> [ExpressionID] {
    switch set.kind {
    case .named(let id), .concepts(let id), .narrower(let id), .given(let id): [id]
    case .matching(.words(let patterns)): parts(patterns)
    case .matching(.regex): []
    }
  }

  private func parts(_ patterns: [WordsPattern]) -> [ExpressionID] {
    patterns.map { pattern in
      switch pattern {
      case .plain(let id), .fuzzy(let id, _): id
      }
    }
  }

  private func describe(_ question: MeasureCall.Question) -> String {
    switch question {
    case .related(let function, _): "\(function.rawValue) in a table made once"
    case .similar(let profile):
      "profiles of \(schema.collections[profile.collection].name), made once"
    case .wuPalmer(let taxonomy): "levels of \(schema.collections[taxonomy].name)"
    case .claim(let claims): "newest of \(schema.collections[claims.collection].name)"
    }
  }

  private func describe(_ regex: TextRegex) -> String {
    "/\(regex.pattern)/\(regex.ignoresCase ? "i" : "")"
  }
}

extension Vector {
  fileprivate var plainText: String {
    let text = ValueText.plain(self, 0) ?? "missing"
    if case .text = self { return "\"\(text)\"" }
    return text
  }
}
