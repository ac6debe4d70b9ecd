// Comes in: values of a program's parameters from the host. Goes out: one-row vectors of the declared
// types. A text is read by the parameter's type; it is never part of the program.

/// A value for a parameter.
public enum ArgumentValue: Sendable, Hashable, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// Also for dates, durations and entities: read as the parameter's type asks.
  case text(String)
  case int(Int64)
  case decimal(Double)
  case bool(Bool)
  case date(CivilDate)
  case list([ArgumentValue])

  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .decimal(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: ArgumentValue...) { self = .list(elements) }
}

/// Values by the names of parameters.
public typealias Arguments = [String: ArgumentValue]

extension Run {
  /// Puts the host's values, or the defaults, in their places.
  func bind(_ arguments: Arguments) throws(RunError) {
    let known = plan.parameters.filter { !$0.isLoopVariable }.map(\.name)
    for name in arguments.keys.sorted()
    where !known.contains(where: { $0.lowercased() == name.lowercased() }) {
      throw .failed(RunMessage.unknownArgument(name, known: known))
    }
    for (slot, parameter) in plan.parameters.enumerated() where !parameter.isLoopVariable {
      let given = arguments.first { $0.key.lowercased() == parameter.name.lowercased() }?.value
      if let given {
        parameters[slot] = try vector(given, parameter)
      } else if let value = parameter.defaultValue {
        guard case .repeated(let row, _) = try constant(value) else { continue }
        // The text of an entity's name is looked up as a given one is.
        if parameter.type.isEntity, case .text(let codes, let dictionary) = row.asList.elements {
          let names = codes.map { ArgumentValue.text(dictionary.string($0)) }
          parameters[slot] = try vector(parameter.isList ? .list(names) : names[0], parameter)
        } else {
          parameters[slot] = row
        }
      } else {
        throw .failed(RunMessage.missingArgument(parameter.name))
      }
    }
  }

  private func vector(
    _ argument: ArgumentValue, _ parameter: ParameterInfo
  ) throws(RunError) -> Vector {
    guard parameter.isList else { return try single(argument, parameter) }
    let items: [ArgumentValue]
    if case .list(let given) = argument { items = given } else { items = [argument] }
    var parts: [Vector] = []
    for item in items { parts.append(try single(item, parameter)) }
    return .list(offsets: [0, Int32(items.count)], elements: Vector.joined(parts))
  }

  private func single(_ argument: ArgumentValue, _ parameter: ParameterInfo) throws(RunError)
    -> Vector
  {
    func refuse(_ wants: String) -> RunError {
      .failed(RunMessage.badArgument(parameter.name, argument.plain, wants: wants))
    }
    switch (parameter.type, argument) {
    case (.text, .text(let text)): return Vector(.text(Composition.composed(text)))
    case (.int, .int(let value)): return Vector(.int(value))
    case (.decimal, .decimal(let value)) where value.isFinite: return Vector(.decimal(value))
    case (.decimal, .int(let value)): return Vector(.decimal(Double(value)))
    case (.bool, .bool(let value)): return Vector(.bool(value))
    case (.date, .date(let date)) where date.isValid: return Vector(.date(date.days))
    case (.int, .text(let text)):
      guard let value = Int64(text) else { throw refuse("a whole number") }
      return Vector(.int(value))
    case (.decimal, .text(let text)):
      guard let value = Double(text), value.isFinite else { throw refuse("a number") }
      return Vector(.decimal(value))
    case (.bool, .text(let text)):
      switch text.lowercased() {
      case "true", "yes", "1": return Vector(.bool(true))
      case "false", "no", "0": return Vector(.bool(false))
      default: throw refuse("true or false")
      }
    case (.date, .text(let text)):
      guard let date = CivilDate(text: text) else { throw refuse("a date such as 2015-12-01") }
      return Vector(.date(date.days))
    case (.duration, .text(let text)):
      guard let duration = Duration.read(text) else { throw refuse("a duration such as 90d or 2y") }
      return Vector(duration)
    case (.entity(let collection), .text), (.entity(let collection), .int):
      return .entity([
        try lookUp(collection, argument.plain, TextRange(start: 0, end: 0))
      ])
    default:
      throw refuse("another kind of value")
    }
  }

  private enum Duration {
    static func read(_ text: String) -> Constant? {
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      guard let count = Int32(digits), count <= 120_000 else { return nil }
      switch text.dropFirst(digits.count) {
      case "d": return .duration(months: 0, days: count)
      case "w": return .duration(months: 0, days: count * 7)
      case "mo": return .duration(months: count, days: 0)
      case "y": return .duration(months: count * 12, days: 0)
      default: return nil
      }
    }
  }
}

extension ArgumentValue {
  /// The value as it is told in messages.
  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .int(let value): String(value)
    case .decimal(let value): ValueText.decimal(value)
    case .bool(let value): String(value)
    case .date(let date): date.text
    case .list(let items): items.map(\.plain).joined(separator: ", ")
    }
  }
}
