// Comes in: terms of statements that make a graph, and of expected cells. Goes out: their values. Only what needs no
// graph is computed.

/// A value as the foreign suites write it.
indirect enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
  case date(String)
  case list([Value])
  case map([String: Value])
  case node(labels: Set<String>, [String: Value])
  case link(type: String, [String: Value])
  /// Something that no result of Hora's can be, such as a path.
  case other(String)

  var kind: Kind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .text: .text
    case .date: .date
    case .list(let items): .list(items.reduce(Kind.null) { $0.joined($1.kind) })
    case .map, .other: .unknown
    case .node: .node
    case .link: .link
    }
  }
}

enum Constant {
  static func int(_ term: Term, _ parameters: [String: Term]) -> Int? {
    if case .int(let number)? = try? value(term, [:], parameters) { return Int(number) }
    return nil
  }

  static func value(
    _ term: Term, _ names: [String: Value], _ parameters: [String: Term] = [:]
  ) throws(OutOfScope) -> Value {
    switch term {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let digits):
      guard let number = Int64(digits) else { throw OutOfScope(.graphSetup) }
      return .int(number)
    case .float(let digits):
      guard let number = Double(digits) else { throw OutOfScope(.graphSetup) }
      return .float(number)
    case .text(let text): return .text(text)
    case .group(let inner): return try value(inner, names, parameters)
    case .name(let name):
      guard let value = names[name] else { throw OutOfScope(.graphSetup) }
      return value
    case .parameter(let name):
      guard let term = parameters[name] else { throw OutOfScope(.graphSetup) }
      return try value(term, names)
    case .list(let items):
      var values: [Value] = []
      for item in items { values.append(try value(item, names, parameters)) }
      return .list(values)
    case .map(let entries):
      var values: [String: Value] = [:]
      for entry in entries { values[entry.key] = try value(entry.value, names, parameters) }
      return .map(values)
    case .unary(.minus, .int("9223372036854775808")): return .int(Int64.min)
    case .unary(.minus, let operand):
      switch try value(operand, names, parameters) {
      case .int(let number): return .int(0 &- number)
      case .float(let number): return .float(-number)
      default: throw OutOfScope(.graphSetup)
      }
    case .binary(let operation, let left, let right):
      return try binary(
        operation, try value(left, names, parameters), try value(right, names, parameters))
    case .call("range", let arguments, _) where arguments.count == 2:
      guard case .int(let first) = try value(arguments[0], names, parameters),
        case .int(let last) = try value(arguments[1], names, parameters), last - first < 5000
      else { throw OutOfScope(.graphSetup) }
      return .list(first > last ? [] : (first...last).map { .int($0) })
    case .call("tostring", let arguments, _) where arguments.count == 1:
      if case .int(let number) = try value(arguments[0], names, parameters) {
        return .text(String(number))
      }
      throw OutOfScope(.graphSetup)
    case .call(let name, let arguments, _):
      if let day = try ConstantDate.day(name, arguments) { return .date(day) }
      throw OutOfScope(["date", "duration"].contains(name) ? .durations : .graphSetup)
    default: throw OutOfScope(.graphSetup)
    }
  }

  private static func binary(
    _ operation: Term.Binary, _ left: Value, _ right: Value
  ) throws(OutOfScope) -> Value {
    switch (operation, left, right) {
    case (.plus, .int(let a), .int(let b)): return .int(a &+ b)
    case (.minus, .int(let a), .int(let b)): return .int(a &- b)
    case (.times, .int(let a), .int(let b)): return .int(a &* b)
    case (.plus, .text(let a), .text(let b)): return .text(a + b)
    case (.plus, .text(let a), .int(let b)): return .text(a + String(b))
    case (.remainder, .int(let a), .int(let b)) where b != 0: return .int(a % b)
    default: throw OutOfScope(.graphSetup)
    }
  }
}

/// Days that are written with year, month and day.
enum ConstantDate {
  /// The whole numbers of a map; nil where something else is in it.
  static func parts(_ entries: [MapEntry]) -> [String: Int]? {
    var parts: [String: Int] = [:]
    for entry in entries {
      guard let number = Constant.int(entry.value, [:]) else { return nil }
      parts[entry.key] = number
    }
    return parts
  }

  static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  static func day(_ name: String, _ arguments: [Term]) throws(OutOfScope) -> String? {
    guard ["datetime", "localdatetime", "time", "localtime", "date"].contains(name) else {
      return nil
    }
    guard name == "date" else { throw OutOfScope(.timeOfDay) }
    if case .text(let text)? = arguments.first { return text }
    guard case .map(let entries)? = arguments.first, let parts = parts(entries),
      Set(parts.keys).isSubset(of: ["year", "month", "day"]), let year = parts["year"]
    else { return nil }
    return iso(year, parts["month"] ?? 1, parts["day"] ?? 1)
  }
}
