// Aggregates: of a path or query in a row, of the rows of a group, of a window. Each entity a value is
// read from counts once a row or group; what belongs to its row counts in every row.

import HoraSyntax

extension Evaluator {
  static let aggregates: Set<String> = [
    "count", "sum", "avg", "min", "max", "median", "stddev", "percentile", "first", "last", "list",
  ]

  func aggregate(_ key: String, _ arguments: [NodeID], _ scopes: [Frame]) throws -> Value {
    guard let rows = group else {
      guard let argument = arguments.first else { throw Unsupported(what: "count() of one row") }
      let value = try value(argument, scopes)
      var result = try reduced(key, value, share(arguments, scopes))
      result.sources = result.atoms.map { _ in value.source }
      result.origin = value.source
      return result
    }
    let outer = Array(scopes.dropLast())
    return try alone { try grouped(key, arguments, rows, outer) }
  }

  /// An aggregate of a group's rows.
  func grouped(
    _ key: String, _ arguments: [NodeID], _ rows: [[Frame]], _ outer: [Frame]
  ) throws -> Value {
    guard let argument = arguments.first else {
      return Value(.int, .int(Int64(rows.count)))
    }
    var pool = Value(.nothing, many: [])
    var seen: Set<Source> = []
    // A group is never empty but for all rows of none, where only the type matters.
    for (place, scopes) in rows.enumerated() {
      let value = try value(argument, scopes)
      pool.kind = value.kind
      pool.isMany = pool.isMany && true
      if key == "count", value.kind == .bool, !value.isMany {
        if value.isTrue { pool.atoms.append(.int(Int64(place))) }
        continue
      }
      for (atom, source) in zip(value.atoms, value.sources) {
        if !source.countsAlways, !seen.insert(source).inserted { continue }
        pool.atoms.append(atom)
        pool.sources.append(source)
      }
    }
    if key == "count", pool.kind == .bool { return Value(.int, .int(Int64(pool.atoms.count))) }
    return try reduced(key, pool, share(arguments, outer))
  }

  private func share(_ arguments: [NodeID], _ scopes: [Frame]) throws -> Double? {
    arguments.count > 1 ? try value(arguments[1], scopes).only?.number : nil
  }

  func reduced(_ key: String, _ value: Value, _ share: Double?) throws -> Value {
    let atoms = value.atoms
    switch key {
    case "count":
      var different: [Atom] = []
      for atom in atoms where !different.contains(where: { model.isSame($0, atom) }) {
        different.append(atom)
      }
      return Value(.int, .int(Int64(different.count)))
    case "list": return Value(value.kind, many: atoms)
    case "first": return Value(value.kind, atoms.first)
    case "last": return Value(value.kind, atoms.last)
    case "min", "max":
      var best = atoms.first
      for atom in atoms.dropFirst() {
        guard let old = best else { continue }
        let order = model.compare(atom, old)
        if key == "min" ? order < 0 : order > 0 { best = atom }
      }
      return Value(value.kind, best)
    case "sum" where value.kind == .int || value.kind == .nothing:
      var sum: Int64? = 0
      for case .int(let number) in atoms {
        guard let old = sum else { break }
        let (new, overflow) = old.addingReportingOverflow(number)
        sum = overflow ? nil : new
      }
      return Value(.int, sum.map { .int($0) })
    default: break
    }
    let numbers = atoms.compactMap(\.number)
    if key == "sum" {
      let sum = Numbers.sum(numbers)
      return Value(.decimal, sum.isFinite ? .decimal(sum) : nil)
    }
    guard !numbers.isEmpty else { return Value(.decimal, nil) }
    let mean = Numbers.sum(numbers) / Double(numbers.count)
    switch key {
    case "avg": return Value(.decimal, mean.isFinite ? .decimal(mean) : nil)
    case "stddev":
      guard numbers.count > 1 else { return Value(.decimal, nil) }
      let squares = Numbers.sum(numbers.map { ($0 - mean) * ($0 - mean) })
      return Value(.decimal, .decimal((squares / Double(numbers.count - 1)).squareRoot()))
    default:
      guard let share = key == "median" ? 50 : share, (0...100).contains(share) else {
        return Value(.decimal, nil)
      }
      let sorted = numbers.sorted()
      let place = share / 100 * Double(sorted.count - 1)
      let low = Int(place.rounded(.down))
      let high = min(low + 1, sorted.count - 1)
      return Value(
        .decimal, .decimal(sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))))
    }
  }

  // MARK: Windows

  /// `f(x) over (keys sort by …)` in the row at hand.
  func window(
    _ name: String, _ step: NodeID, _ over: NodeID, _ scopes: [Frame]
  ) throws -> Value {
    guard let (rows, outer, at) = window else { throw Unsupported(what: "window") }
    let key = name.lowercased()
    let arguments = tree.soundChildren(of: step)
    let children = tree.soundChildren(of: over)
    let keyNodes = children.filter { tree.kind(of: $0) != .sortClause }
    let all = rows.items.map { outer + [rows.frame($0)] }
    let own = at.map { all[$0] } ?? scopes
    func ask(_ node: NodeID, _ scopes: [Frame]) throws -> Value {
      try alone { try value(node, scopes) }
    }
    func keys(_ scopes: [Frame]) throws -> [Value] { try keyNodes.map { try ask($0, scopes) } }
    let known = try windowKeys[over] ?? all.map(keys)
    windowKeys[over] = known
    let mine = try at.map { known[$0] } ?? keys(own)
    var members = all.indices.filter { model.isSame(known[$0], mine) }
    if let sort = children.first(where: { tree.kind(of: $0) == .sortClause }) {
      members = try alone { try sorted(members.map { ($0, all[$0]) }, by: sort) }
    }
    let here = at.flatMap { members.firstIndex(of: $0) }
    if Evaluator.aggregates.contains(key) {
      let shown = at == nil ? [own] : members.map { all[$0] }
      return try alone { try grouped(key, arguments, shown, outer) }
    }
    switch key {
    case "row_number": return Value(.int, here.map { .int(Int64($0 + 1)) })
    case "rank":
      guard let here, let sort = children.last, tree.kind(of: sort) == .sortClause else {
        return Value(.int, nil)
      }
      var first = here
      while first > 0,
        try tie(all[members[first - 1]], all[members[here]], tree.soundChildren(of: sort))
      {
        first -= 1
      }
      return Value(.int, .int(Int64(first + 1)))
    case "lag", "lead":
      let argument = try ask(arguments[0], own)
      let distance = arguments.count > 1 ? Int(try ask(arguments[1], own).only?.number ?? 1) : 1
      let place = (here ?? 0) + (key == "lag" ? -distance : distance)
      guard here != nil, members.indices.contains(place) else { return Value(argument.kind, nil) }
      return try ask(arguments[0], all[members[place]])
    case "running_sum":
      let kind = try ask(arguments[0], own).kind
      guard let here else { return Value(kind, nil) }
      let atoms = try members[...here].flatMap { try ask(arguments[0], all[$0]).atoms }
      return try reduced("sum", Value(kind, many: atoms), nil)
    case "share", "rca":
      func sum(_ places: [Int]) throws -> Double {
        Numbers.sum(try places.compactMap { try ask(arguments[0], all[$0]).only?.number })
      }
      guard at != nil, let number = try ask(arguments[0], own).only?.number else {
        return Value(.decimal, nil)
      }
      let result: Double
      if key == "share" {
        result = number / (try sum(members))
      } else {
        func same(_ place: Int) throws -> Double {
          try sum(
            all.indices.filter { model.isSame(known[$0][place], mine[place]) })
        }
        result = (number / (try same(0))) / ((try same(1)) / (try sum(Array(all.indices))))
      }
      return Value(.decimal, result.isFinite ? .decimal(result) : nil)
    default: throw Unsupported(what: "window \(key)")
    }
  }

  private func tie(_ a: [Frame], _ b: [Frame], _ keys: [NodeID]) throws -> Bool {
    try alone { try compare(a, b, keys, otherwiseDescending: false) == 0 }
  }
}
