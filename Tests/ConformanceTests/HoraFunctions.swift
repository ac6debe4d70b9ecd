// Comes in: calls of Cypher and CEL. Goes out: Hora's functions. A function without a counterpart is out of scope.

extension HoraWriter {
  mutating func call(_ name: String, _ arguments: [Term]) throws(OutOfScope) -> Written {
    if let written = try dateCall(name, arguments) { return written }
    switch language {
    case .cypher: return try cypherCall(name, arguments)
    case .cel: return try celCall(name, arguments)
    }
  }

  /// A function of the same number of arguments.
  private mutating func plain(
    _ name: String, _ arguments: [Term], _ kind: Kind
  ) throws(OutOfScope) -> Written {
    noteMissingArguments(arguments)
    var texts: [String] = []
    for argument in arguments { texts.append(try value(argument).text) }
    return Written("\(name)(\(texts.joined(separator: ", ")))", .postfix, kind)
  }

  private mutating func noteMissingArguments(_ arguments: [Term]) {
    if arguments.contains(where: mayBeMissing) { notes.insert(.missingLogic) }
  }

  /// The kind of the first argument.
  private mutating func kind(_ arguments: [Term]) throws(OutOfScope) -> Kind {
    guard let first = arguments.first else { return .unknown }
    return try raw(first).kind
  }

  private mutating func length(_ argument: Term) throws(OutOfScope) -> Written {
    if case .map = argument.bare { throw OutOfScope(.maps) }
    let written = try value(argument)
    switch written.kind {
    case .list: return Written("(\(written.at(.postfix)) count)", .postfix, .int)
    default: return Written("length(\(written.text))", .postfix, .int)
    }
  }

  /// A part of a text; Hora counts from 1, both ends in.
  private mutating func part(
    _ text: Term, from start: Term, length: Term?, to end: Term?
  ) throws(OutOfScope) -> Written {
    let text = try value(text)
    func whole(_ term: Term?) -> Int? {
      if case .int(let digits)? = term?.bare { return Int(digits) }
      return nil
    }
    guard let first = whole(start) else {
      let given = try value(start)
      // Whatever is no number stays, so that Hora says so.
      if given.kind == .int || given.kind == .unknown { throw OutOfScope(.dynamicAmounts) }
      return Written("slice(\(text.text), \(given.text), 1)", .postfix, .text)
    }
    notes.insert(.lenient)
    let last: String
    if let end {
      if let number = whole(end) { last = String(number) } else { last = try value(end).text }
    } else if let length {
      guard let count = whole(length) else { throw OutOfScope(.dynamicAmounts) }
      last = String(first + count)
    } else {
      last = "length(\(text.text))"
    }
    return Written("slice(\(text.text), \(first + 1), \(last))", .postfix, .text)
  }

  // MARK: Cypher

  private mutating func cypherCall(_ name: String, _ arguments: [Term]) throws(OutOfScope)
    -> Written
  {
    switch (name, arguments.count) {
    case ("size", 1): return try length(arguments[0])
    case ("toupper", 1): return try plain("upper", arguments, .text)
    case ("tolower", 1): return try plain("lower", arguments, .text)
    case ("trim", 1): return try plain("trim", arguments, .text)
    case ("replace", 3): return try plain("replace", arguments, .text)
    case ("split", 2): return try plain("split", arguments, .list(.text))
    case ("substring", 2):
      return try part(arguments[0], from: arguments[1], length: nil, to: nil)
    case ("substring", 3):
      return try part(arguments[0], from: arguments[1], length: arguments[2], to: nil)
    case ("abs", 1): return try plain("abs", arguments, try kind(arguments))
    case ("ceil", 1), ("floor", 1), ("sqrt", 1), ("exp", 1), ("log10", 1):
      return try plain(name, arguments, .float)
    case ("round", 1): return try plain("round", arguments, .float)
    case ("log", 1): return try plain("ln", arguments, .float)
    case ("sign", 1): return try sign(arguments[0])
    case ("tostring", 1): return try plain("text", arguments, .text)
    case ("tofloat", 1):
      notes.insert(.conversion)
      return try plain("decimal", arguments, .float)
    case ("tointeger", 1):
      notes.insert(.conversion)
      // A text with a fraction is read as a decimal first.
      if try kind(arguments) == .text {
        return Written("int(decimal(\(try value(arguments[0]).text)))", .postfix, .int)
      }
      return try plain("int", arguments, .int)
    case ("toboolean", 1): throw OutOfScope(.textsAsBools)
    case ("coalesce", 1...):
      var texts: [String] = []
      var kind = Kind.null
      for argument in arguments {
        let written = try value(argument)
        kind = kind.joined(written.kind)
        texts.append(written.at(.sum))
      }
      return Written(texts.joined(separator: " ?? "), .coalesce, kind)
    case ("head", 1), ("last", 1):
      let list = try value(arguments[0])
      return Written(
        "\(name == "head" ? "first" : "last")(\(list.text))", .postfix, list.kind.element)
    case ("tail", 1):
      let list = try value(arguments[0])
      return Written("(\(list.at(.postfix)) skip 1)", .postfix, list.kind)
    case ("range", 2...3): return try range(arguments)
    case ("labels", 1):
      let node = try value(arguments[0])
      return Written("\(node.at(.postfix)).its_labels", .postfix, .list(.text))
    case ("type", 1):
      let link = try value(arguments[0])
      return Written("\(link.at(.postfix)).its_type", .postfix, .text)
    case ("exists", 1):
      return Written("exists " + (try value(arguments[0])).at(.postfix), .exists, .bool)
    case ("rand", _): throw OutOfScope(.randomness)
    case ("reverse", _):
      throw OutOfScope(try kind(arguments) == .text ? .textFunctions : .listFunctions)
    case ("keys", _), ("properties", _): throw OutOfScope(.graphFunctions)
    case ("nodes", _), ("relationships", _): throw OutOfScope(.pathValues)
    case ("length", _):
      let given = try raw(arguments.first ?? .null)
      if given.kind == .path { throw OutOfScope(.pathValues) }
      return Written("length(\(given.text))", .postfix, .int)
    case ("count", _), ("sum", _), ("avg", _), ("min", _), ("max", _), ("collect", _),
      ("percentilecont", _), ("percentiledisc", _), ("stdev", _):
      // In a place where the other language takes no aggregate: Hora tells so, too.
      return try plain(name == "collect" ? "list" : name, arguments, .unknown)
    default:
      // Hora tells that there is no such function.
      return try plain(Spelling.name(name), arguments, .unknown)
    }
  }

  private mutating func sign(_ argument: Term) throws(OutOfScope) -> Written {
    let written = try value(argument)
    let text = written.at(.coalesce)
    return Written(
      "if \(text) > 0 then 1 else if \(text) < 0 then -1 else if \(text) = 0 then 0 else missing",
      .conditional, .int)
  }

  /// A range whose ends are known is written out.
  private mutating func range(_ arguments: [Term]) throws(OutOfScope) -> Written {
    var numbers: [Int] = []
    for argument in arguments {
      guard let number = Constant.int(argument, parameters) else {
        throw OutOfScope(.dynamicAmounts)
      }
      numbers.append(number)
    }
    let step = numbers.count == 3 ? numbers[2] : 1
    guard step != 0 else { throw OutOfScope(.dynamicAmounts) }
    let items = Array(stride(from: numbers[0], through: numbers[1], by: step))
    guard items.count <= 5000 else { throw OutOfScope(.dynamicAmounts) }
    return Written("[\(items.map(String.init).joined(separator: ", "))]", .postfix, .list(.int))
  }

  // MARK: CEL

  private mutating func celCall(_ name: String, _ arguments: [Term]) throws(OutOfScope) -> Written {
    switch (name, arguments.count) {
    case ("dyn", 1): return try raw(arguments[0])
    case ("size", 1), (".size", 1): return try length(arguments[0])
    case (".contains", 2): return try plain("contains", arguments, .bool)
    case (".startsWith", 2): return try plain("starts_with", arguments, .bool)
    case (".endsWith", 2): return try plain("ends_with", arguments, .bool)
    case (".matches", 2), ("matches", 2): return try matches(arguments)
    case (".lowerAscii", 1), (".upperAscii", 1):
      notes.insert(.letterCase)
      return try plain(name == ".lowerAscii" ? "lower" : "upper", arguments, .text)
    case (".trim", 1): return try plain("trim", arguments, .text)
    case (".replace", 3): return try plain("replace", arguments, .text)
    case (".split", 2): return try plain("split", arguments, .list(.text))
    case (".join", 1):
      notes.insert(.lenient)
      return Written("join(\(try value(arguments[0]).text), \"\")", .postfix, .text)
    case (".join", 2):
      notes.insert(.lenient)
      return try plain("join", arguments, .text)
    case (".charAt", 2):
      return try part(arguments[0], from: arguments[1], length: .int("1"), to: nil)
    case (".substring", 2): return try part(arguments[0], from: arguments[1], length: nil, to: nil)
    case (".substring", 3):
      return try part(arguments[0], from: arguments[1], length: nil, to: arguments[2])
    case (".substring", _): return try plain("slice", arguments, .text)
    case ("string", 1): return try plain("text", arguments, .text)
    case ("int", 1):
      notes.insert(.conversion)
      return try plain("int", arguments, .int)
    case ("double", 1):
      notes.insert(.conversion)
      if case .text(let text) = arguments[0].bare,
        ["nan", "inf", "-inf", "infinity", "-infinity"].contains(text.lowercased())
      {
        throw OutOfScope(.notANumber)
      }
      return try plain("decimal", arguments, .float)
    case ("bool", 1):
      let given = try value(arguments[0])
      if given.kind == .bool { return given }
      throw OutOfScope(.textsAsBools)
    case ("math.greatest", 1...), ("math.least", 1...):
      return try extreme(name == "math.greatest", arguments)
    case ("math.abs", 1): return try plain("abs", arguments, try kind(arguments))
    case ("math.ceil", 1), ("math.floor", 1), ("math.round", 1):
      notes.insert(.widerTypes)
      return try plain(String(name.dropFirst(5)), arguments, .float)
    case ("math.trunc", 1):
      notes.insert(.widerTypes)
      return try plain("int", arguments, .float)
    case ("math.sqrt", 1): return try plain("sqrt", arguments, .float)
    case ("math.sign", 1): return try sign(arguments[0])
    case ("uint", _): throw OutOfScope(.unsigned)
    case ("bytes", _): throw OutOfScope(.bytes)
    case ("type", _): throw OutOfScope(.types)
    case ("has", _): throw OutOfScope(.messages)
    case ("math.isNaN", _), ("math.isInf", _), ("math.isFinite", _): throw OutOfScope(.notANumber)
    case (".format", _), ("strings.quote", _), (".indexOf", _), (".lastIndexOf", _),
      (".reverse", _), (".replace", _), (".split", _):
      throw OutOfScope(.textFunctions)
    case (let name, _) where name.hasPrefix("math.bit"): throw OutOfScope(.bits)
    case (let name, _) where name.hasPrefix("."):
      return try plain(Spelling.name(String(name.dropFirst())), arguments, .unknown)
    default: return try plain(Spelling.name(name), arguments, .unknown)
    }
  }

  /// A pattern that is written is a regular expression of Hora's.
  private mutating func matches(_ arguments: [Term]) throws(OutOfScope) -> Written {
    guard case .text(let pattern) = arguments[1].bare, !pattern.isEmpty else {
      throw OutOfScope(.textFunctions)
    }
    let escaped = pattern.split(separator: "/", omittingEmptySubsequences: false)
      .joined(separator: "\\/")
    return Written("\(try value(arguments[0]).at(.coalesce)) ~ /\(escaped)/", .comparison, .bool)
  }

  private mutating func extreme(_ greatest: Bool, _ arguments: [Term]) throws(OutOfScope) -> Written
  {
    var kind = Kind.null
    var texts: [String] = []
    for argument in arguments {
      let written = try value(argument)
      kind = kind.joined(written.kind)
      texts.append(written.text)
    }
    if arguments.count == 1 {
      // Of a list the aggregate; of one number the number.
      if kind.isList {
        return Written("\(greatest ? "max" : "min")(\(texts[0]))", .postfix, kind.element)
      }
      if kind.isNumber { return Written("(\(texts[0]))", .postfix, kind) }
    }
    return Written(
      "\(greatest ? "greatest" : "least")(\(texts.joined(separator: ", ")))", .postfix, kind)
  }
}
