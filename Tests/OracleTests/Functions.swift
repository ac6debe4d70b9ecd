// Calls: definitions, aggregates of one row, and functions of single values.

import Foundation
import HoraSyntax

extension Evaluator {
  func call(_ name: String, _ step: NodeID, _ scopes: [Frame]) throws -> Value {
    let key = name.lowercased()
    let arguments = tree.soundChildren(of: step)
    if case .definition(let parameters, let body)? = meanings[key] {
      return try expanded(parameters, body, arguments, scopes)
    }
    if Evaluator.aggregates.contains(key) { return try aggregate(key, arguments, scopes) }
    let values = try arguments.map { try value($0, scopes) }
    switch key {
    case "jaccard", "cosine", "overlap", "contains_all", "same_set":
      guard values[0].kind == values[1].kind else { throw Unsupported(what: "different sets") }
      return one(
        key.hasSuffix("l") || key.hasSuffix("_set") ? .bool : .decimal, likeness(key, values),
        of: values)
    case "split":
      guard let text = values[0].only?.text, let separator = values[1].only?.text else {
        return Value(.text, many: [])
      }
      let parts =
        separator.isEmpty
        ? text.unicodeScalars.map { String($0) } : text.components(separatedBy: separator)
      return Value(.text, many: parts.map { .text($0) })
    case "join":
      guard let separator = values[1].only?.text, !values[0].atoms.isEmpty else {
        return Value(.text, nil)
      }
      return one(
        .text, .text(values[0].atoms.compactMap(\.text).joined(separator: separator)), of: values)
    case "least", "greatest":
      var best: Atom?
      for atom in values.compactMap(\.only) {
        guard let old = best else {
          best = atom
          continue
        }
        let order = model.compare(atom, old)
        if key == "least" ? order < 0 : order > 0 { best = atom }
      }
      return one(common(values), best, of: values)
    default: break
    }
    let kind = try Evaluator.kind(of: key, values)
    // A function of something missing is missing.
    let atoms = values.compactMap(\.only)
    guard atoms.count == values.count, let first = atoms.first else {
      return one(kind, nil, of: values)
    }
    if kind == .text, let text = first.text, let result = texts(key, text, atoms) {
      return one(kind, .text(result.precomposedStringWithCanonicalMapping), of: values)
    }
    return one(kind, single(key, first, atoms), of: values)
  }

  private func expanded(
    _ parameters: [(name: String, otherwise: NodeID?)], _ body: NodeID, _ arguments: [NodeID],
    _ scopes: [Frame]
  ) throws -> Value {
    var frame = Frame()
    var places = arguments.filter { tree.kind(of: $0) != .argument }
    for (name, otherwise) in parameters {
      let written = arguments.first {
        tree.kind(of: $0) == .argument && tree.nameText(of: $0).lowercased() == name
      }
      if let written {
        frame.arguments[name] = (tree.soundChildren(of: written)[0], scopes)
      } else if !places.isEmpty {
        frame.arguments[name] = (places.removeFirst(), scopes)
      } else if let otherwise {
        frame.arguments[name] = (otherwise, [])
      }
    }
    let saved = group
    group = nil
    defer { group = saved }
    return try value(body, [frame])
  }

  // MARK: Types

  private static func kind(of key: String, _ values: [Value]) throws -> Kind {
    switch key {
    case "lower", "upper", "trim", "fold", "transliterate", "replace", "slice", "text": .text
    case "length", "year", "month", "quarter", "day", "week", "int", "floor", "ceil": .int
    case "round": values.count == 1 ? .int : .decimal
    case "contains", "starts_with", "ends_with": .bool
    case "abs": values[0].kind
    case "sqrt", "ln", "log10", "exp", "pow", "decimal": .decimal
    case "date": .date
    default: throw Unsupported(what: "function \(key)")
    }
  }

  // MARK: Values

  private func texts(_ key: String, _ text: String, _ atoms: [Atom]) -> String? {
    switch key {
    case "lower": return text.lowercased()
    case "upper": return text.uppercased()
    case "trim": return text.trimmingCharacters(in: .whitespacesAndNewlines)
    case "fold": return Letters.fold(text)
    case "transliterate": return Letters.searchForm(text)
    case "text": return text
    case "replace":
      guard let old = atoms[1].text, let new = atoms[2].text, !old.isEmpty else { return text }
      return text.components(separatedBy: old).joined(separator: new)
    case "slice":
      guard case .int(let from) = atoms[1], case .int(let to) = atoms[2] else { return nil }
      let scalars = Array(text.unicodeScalars)
      var result = String.UnicodeScalarView()
      for (place, scalar) in scalars.enumerated() where place + 1 >= from && place + 1 <= to {
        result.append(scalar)
      }
      return String(result)
    default: return nil
    }
  }

  private func single(_ key: String, _ first: Atom, _ atoms: [Atom]) -> Atom? {
    func holds(_ test: (String, String) -> Bool) -> Atom? {
      guard let text = first.text, let part = atoms[1].text else { return nil }
      return .bool(part.isEmpty || test(text, part))
    }
    switch key {
    case "length": return first.text.map { .int(Int64($0.unicodeScalars.count)) }
    case "contains": return holds { $0.range(of: $1, options: .literal) != nil }
    case "starts_with":
      return holds { $0.range(of: $1, options: [.literal, .anchored]) != nil }
    case "ends_with":
      return holds { $0.range(of: $1, options: [.literal, .anchored, .backwards]) != nil }
    case "year", "month", "quarter", "day", "week":
      guard case .date(let number) = first else { return nil }
      let (year, month, day) = Calendar.parts(number)
      switch key {
      case "year": return .int(Int64(year))
      case "month": return .int(Int64(month))
      case "quarter": return .int(Int64((month + 2) / 3))
      case "day": return .int(Int64(day))
      default: return .int(Int64(Calendar.week(number)))
      }
    case "text": return .text(Evaluator.written(first))
    case "int", "decimal", "date": return converted(key, first)
    default: return number(key, first, atoms)
    }
  }

  private func number(_ key: String, _ first: Atom, _ atoms: [Atom]) -> Atom? {
    if case .int(let value) = first {
      switch key {
      case "abs": return value == .min ? nil : .int(Swift.abs(value))
      case "floor", "ceil": return first
      case "round" where atoms.count == 1: return first
      default: break
      }
    }
    guard let x = first.number else { return nil }
    func whole(_ value: Double) -> Atom? { Int64(exactly: value).map { .int($0) } }
    let result: Double
    switch key {
    case "abs": result = Swift.abs(x)
    case "floor": return whole(x.rounded(.down))
    case "ceil": return whole(x.rounded(.up))
    case "round":
      guard atoms.count > 1, case .int(let places) = atoms[1] else {
        return whole(x.rounded(.toNearestOrAwayFromZero))
      }
      result = Numbers.rounded(x, Int(places))
    case "sqrt": result = x.squareRoot()
    case "ln": result = log(x)
    case "log10": result = log10(x)
    case "exp": result = exp(x)
    default: result = pow(x, atoms[1].number ?? 1)
    }
    return result.isFinite ? .decimal(result) : nil
  }

  private func converted(_ key: String, _ atom: Atom) -> Atom? {
    let text = atom.text.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    switch key {
    case "int":
      switch atom {
      case .int: return atom
      case .decimal(let value): return Int64(exactly: value.rounded(.towardZero)).map { .int($0) }
      case .bool(let value): return .int(value ? 1 : 0)
      default: return text.flatMap { Int64($0) }.map { .int($0) }
      }
    case "decimal":
      if let number = atom.number { return .decimal(number) }
      return text.flatMap { Double($0) }.flatMap { $0.isFinite ? .decimal($0) : nil }
    default:
      if case .date = atom { return atom }
      return text.flatMap { Calendar.day($0) }.map { .date($0) }
    }
  }

  static func written(_ atom: Atom) -> String {
    switch atom {
    case .text(let text): return text
    case .int(let value): return String(value)
    case .decimal(let value): return Numbers.written(value)
    case .bool(let value): return value ? "true" : "false"
    case .date(let day): return Calendar.text(day)
    case .interval(let a, let b): return Calendar.text(a) + ".." + Calendar.text(b)
    case .duration(let months, let days):
      let parts =
        (months == 0 ? [] : ["\(months)mo"]) + (days == 0 && months != 0 ? [] : ["\(days)d"])
      return parts.joined(separator: " ")
    case .entity(let entity): return "\(entity.table).\(entity.row)"
    }
  }

  private func likeness(_ key: String, _ values: [Value]) -> Atom {
    func different(_ value: Value) -> [Atom] {
      var result: [Atom] = []
      for atom in value.atoms where !result.contains(where: { model.isSame($0, atom) }) {
        result.append(atom)
      }
      return result
    }
    let (a, b) = (different(values[0]), different(values[1]))
    let common = Double(a.filter { x in b.contains { model.isSame(x, $0) } }.count)
    func share(_ whole: Double) -> Atom { .decimal(whole == 0 ? 0 : common / whole) }
    switch key {
    case "jaccard": return share(Double(a.count + b.count) - common)
    case "cosine": return share((Double(a.count) * Double(b.count)).squareRoot())
    case "overlap": return share(Double(min(a.count, b.count)))
    case "contains_all": return .bool(Int(common) == b.count)
    default: return .bool(Int(common) == a.count && a.count == b.count)
    }
  }
}
