// Comes in: a Cypher query. Goes out: a Hora query over `one_row`, `graph_nodes` and `graph_links`: patterns become
// `each` and `where`, projections `select` and `summarize`.

struct HoraQueryWriter {
  var writer: HoraWriter
  var text = "one_row"

  init(_ writer: HoraWriter) { self.writer = writer }

  mutating func clause(_ clause: Clause) throws(OutOfScope) {
    switch clause {
    case .match(let patterns, let condition, optional: false):
      try match(patterns)
      if let condition { try filter(condition) }
    case .match(let patterns, let condition, optional: true):
      try optionalMatch(patterns, condition)
    case .unwind(let list, let name): try unwind(list, name)
    case .with(let projection), .result(let projection): try project(projection)
    }
  }

  mutating func filter(_ condition: Term) throws(OutOfScope) {
    text += " where \(try writer.condition(condition, at: .conditional))"
  }

  mutating func bind(_ name: String, _ kind: Kind) -> String {
    let spelled = Spelling.name(name)
    writer.variables[name] = HoraWriter.Variable(text: spelled, kind: kind)
    return spelled
  }

  // MARK: Patterns

  private mutating func match(_ patterns: [Pattern]) throws(OutOfScope) {
    var links: [String] = []
    for pattern in patterns {
      guard var previous = pattern.nodes.first else { continue }
      var place = try start(previous)
      for (index, link) in pattern.links.enumerated() {
        previous = pattern.nodes[index + 1]
        let end = try step(link, from: place, &links)
        place = try arrive(previous, end)
      }
      if let name = pattern.name {
        writer.variables[name] = HoraWriter.Variable(text: "missing", kind: .path)
      }
    }
  }

  /// The first node of a pattern: one that is known, or every node.
  private mutating func start(_ node: Pattern.Node) throws(OutOfScope) -> String {
    if let name = node.name, let known = writer.variables[name] {
      try conditions(node, known.text)
      guard known.kind != .node else { return known.text }
      // A name that stands for something else: Hora says that the two do not compare.
      if known.kind == .path { throw OutOfScope(.pathValues) }
      if known.kind.isList { writer.notes.insert(.listComparison) }
      let other = writer.fresh("node")
      text += " each graph_nodes as \(other) where \(other) = \(known.text)"
      return other
    }
    let spelled = node.name.map { bind($0, .node) } ?? writer.fresh("node")
    text += " each graph_nodes as \(spelled)"
    try conditions(node, spelled)
    return spelled
  }

  private mutating func arrive(_ node: Pattern.Node, _ end: String) throws(OutOfScope) -> String {
    if let name = node.name, let known = writer.variables[name] {
      if known.kind == .path { throw OutOfScope(.pathValues) }
      text += " where \(end) = \(known.text)"
      try conditions(node, known.text)
      return known.text
    }
    let spelled = node.name.map { bind($0, .node) } ?? writer.fresh("node")
    text += " each \(end) as \(spelled)"
    try conditions(node, spelled)
    return spelled
  }

  /// Goes along a link and says how its far end is called.
  private mutating func step(
    _ link: Pattern.Link, from node: String, _ links: inout [String]
  ) throws(OutOfScope) -> String {
    if link.hops != nil {
      if let name = link.name, let known = writer.variables[name], known.kind != .path {
        // Hora has no such value, whatever the name stands for.
        throw OutOfScope(.pathValues)
      }
      throw OutOfScope(.variableLength)
    }
    let name: String
    if let given = link.name, let known = writer.variables[given] {
      if known.kind == .path { throw OutOfScope(.pathValues) }
      name = known.kind == .link ? known.text : writer.fresh("link")
      if known.kind.isList { writer.notes.insert(.listComparison) }
      if links.contains(name) { writer.notes.insert(.lenient) }
      if known.kind != .link {
        text += " each graph_links as \(name) where \(name) = \(known.text)"
      }
      switch link.direction {
      case .right: text += " where \(name).from_node = \(node)"
      case .left: text += " where \(name).to_node = \(node)"
      case .both: text += " where \(name).from_node = \(node) or \(name).to_node = \(node)"
      }
    } else {
      name = link.name.map { bind($0, .link) } ?? writer.fresh("link")
      text += " each \(Self.links(of: node, link.direction)) as \(name)"
    }
    for condition in try writer.linkConditions(link, name) { text += " where \(condition)" }
    // A pattern runs over each link once.
    for other in links where other != name { text += " where \(name) != \(other)" }
    links.append(name)
    return Self.end(of: name, from: node, link.direction)
  }

  static func links(of node: String, _ direction: Pattern.Link.Direction) -> String {
    switch direction {
    case .right: "\(node).leaving"
    case .left: "\(node).arriving"
    case .both: "(graph_links where from_node = \(node) or to_node = \(node))"
    }
  }

  static func end(
    of link: String, from node: String, _ direction: Pattern.Link.Direction
  ) -> String {
    switch direction {
    case .right: "\(link).to_node"
    case .left: "\(link).from_node"
    case .both: "(if \(link).from_node = \(node) then \(link).to_node else \(link).from_node)"
    }
  }

  private mutating func conditions(_ node: Pattern.Node, _ spelled: String) throws(OutOfScope) {
    for condition in try writer.nodeConditions(node, spelled) { text += " where \(condition)" }
  }

  // MARK: Optional patterns

  /// One step from a node that is known, or all nodes: what is missing stays a row.
  private mutating func optionalMatch(
    _ patterns: [Pattern], _ condition: Term?
  ) throws(OutOfScope) {
    guard patterns.count == 1, let pattern = patterns.first, pattern.name == nil else {
      throw OutOfScope(.optionalPatterns)
    }
    let element = writer.fresh("found")
    if pattern.links.isEmpty {
      guard let node = pattern.nodes.first else { return }
      if let name = node.name, writer.variables[name] != nil { throw OutOfScope(.optionalPatterns) }
      var conditions = try writer.nodeConditions(node, element)
      if let name = node.name {
        writer.variables[name] = HoraWriter.Variable(text: element, kind: .node)
      }
      if let condition { conditions.append(try writer.condition(condition, at: .and)) }
      let spelled = node.name.map { bind($0, .node) } ?? writer.fresh("node")
      text += " each optional (graph_nodes as \(element)\(Self.where(conditions))) as \(spelled)"
      return
    }
    guard pattern.links.count == 1, let name = pattern.nodes[0].name,
      let from = writer.variables[name], from.kind == .node, pattern.links[0].hops == nil
    else { throw OutOfScope(.optionalPatterns) }
    let link = pattern.links[0]
    let target = pattern.nodes[1]
    if let name = link.name, writer.variables[name] != nil { throw OutOfScope(.optionalPatterns) }
    let end = Self.end(of: element, from: from.text, link.direction)
    var conditions = try writer.linkConditions(link, element)
    conditions += try writer.nodeConditions(pattern.nodes[0], from.text)
    conditions += try writer.nodeConditions(target, end)
    if let name = target.name {
      if let known = writer.variables[name] {
        conditions.append("\(end) = \(known.text)")
      } else {
        writer.variables[name] = HoraWriter.Variable(text: end, kind: .node)
      }
    }
    let isKnown = target.name.flatMap { writer.variables[$0] }?.text != end
    if let name = link.name {
      writer.variables[name] = HoraWriter.Variable(text: element, kind: .link)
    }
    if let condition { conditions.append(try writer.condition(condition, at: .and)) }
    let spelled = link.name.map { bind($0, .link) } ?? writer.fresh("link")
    let source: String
    switch link.direction {
    case .right: source = "\(from.text).leaving"
    case .left: source = "\(from.text).arriving"
    case .both:
      source = "graph_links"
      conditions.insert(
        "(\(element).from_node = \(from.text) or \(element).to_node = \(from.text))", at: 0)
    }
    text += " each optional (\(source) as \(element)\(Self.where(conditions))) as \(spelled)"
    guard !isKnown else { return }
    let node = target.name.map { bind($0, .node) } ?? writer.fresh("node")
    text += " each optional \(Self.end(of: spelled, from: from.text, link.direction)) as \(node)"
  }

  private static func `where`(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : " where " + conditions.joined(separator: " and ")
  }

  // MARK: Lists

  private mutating func unwind(_ list: Term, _ name: String) throws(OutOfScope) {
    // Missing elements are rows of a table: a list of Hora's has none.
    if case .list(let items) = list, items.contains(.null), let values = constants(items),
      let table = SideTable.values(values, number: writer.tables.count)
    {
      writer.tables.append(table)
      let row = writer.fresh("row")
      text += " each \(table.name) as \(row)"
      writer.variables[name] = HoraWriter.Variable(text: "\(row).value", kind: table.kind)
      return
    }
    let written = try writer.value(list)
    let kind = written.kind.element
    text += " each \(written.at(.postfix)) as \(bind(name, kind))"
  }

  private func constants(_ items: [Term]) -> [Value]? {
    var values: [Value] = []
    for item in items {
      guard let value = try? Constant.value(item, [:], writer.parameters) else { return nil }
      values.append(value)
    }
    return values
  }
}

extension HoraWriter {
  mutating func linkConditions(
    _ link: Pattern.Link, _ name: String
  ) throws(OutOfScope) -> [String] {
    var conditions: [String] = []
    if link.types.count == 1 {
      conditions.append("\(name).its_type = \(Spelling.text(link.types[0]))")
    } else if link.types.count > 1 {
      conditions.append(
        "\(name).its_type in [\(link.types.map(Spelling.text).joined(separator: ", "))]")
    }
    return conditions + (try propertyConditions(link.properties, name))
  }

  mutating func nodeConditions(
    _ node: Pattern.Node, _ name: String
  ) throws(OutOfScope) -> [String] {
    node.labels.map { "\(Spelling.text($0)) in \(name).its_labels" }
      + (try propertyConditions(node.properties, name))
  }

  private mutating func propertyConditions(
    _ entries: [MapEntry], _ name: String
  ) throws(OutOfScope) -> [String] {
    var conditions: [String] = []
    for entry in entries {
      let value = try value(entry.value)
      let text =
        value.kind == .null ? typedMissing(properties[entry.key] ?? .text) : value.at(.coalesce)
      conditions.append("\(name).\(Spelling.name(entry.key)) = \(text)")
    }
    return conditions
  }
}
