// Comes in: the words behind a script. Goes out: values of its parameters; or its help page. A script's
// parameters are its options: `param since: date` is `--since 2022-01-01`.

import Hora

enum ScriptArguments {
  /// - Throws: a usage error that names the word and what the script knows.
  static func read(_ words: [String], of program: Program) throws -> Arguments {
    var arguments: Arguments = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--"), word.count > 2 else {
        throw UsageError(CommandMessages.notAParameter(word, program.parameters.map(\.name)))
      }
      let name = String(word.dropFirst(2).prefix { $0 != "=" })
      guard
        let parameter = program.parameters.first(where: { key($0.name) == key(name) })
      else {
        throw UsageError(CommandMessages.notAParameter(word, program.parameters.map(\.name)))
      }
      let value: String
      if let equals = word.firstIndex(of: "=") {
        value = String(word[word.index(after: equals)...])
      } else if parameter.type == .bool, rest.first.map({ $0.hasPrefix("--") }) ?? true {
        // A flag by itself means true.
        value = "true"
      } else if let next = rest.popFirst() {
        value = next
      } else {
        throw UsageError(CommandMessages.noValue(word))
      }
      if parameter.isList {
        // A list is given item by item.
        var items: [ArgumentValue] = []
        if case .list(let given)? = arguments[parameter.name] { items = given }
        arguments[parameter.name] = .list(items + [.text(value)])
      } else {
        arguments[parameter.name] = .text(value)
      }
    }
    return arguments
  }

  /// An option of hora behind a script would be the script's, which has none of that name: said before
  /// the script is compiled over data that is not meant.
  static func refuseOptions(_ words: [String], of source: SourceText) throws {
    let declared = Set(declared(source).map(key))
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else { continue }
      let name = String(word.prefix { $0 != "=" })
      if declared.contains(key(String(name.dropFirst(2)))) {
        // What follows is its value, whatever it looks like.
        if name == word { rest = rest.dropFirst() }
      } else if HelpPage.options.contains(name), name != "--help" {
        throw UsageError(CommandMessages.optionBehindScript(name, source.name))
      }
    }
  }

  /// The names of the parameters that a script declares, whether the rest of it is right or not.
  static func declared(_ source: SourceText) -> [String] {
    let tree = parse(source).tree
    return tree.soundChildren(of: tree.root).filter { tree.kind(of: $0) == .paramStatement }
      .compactMap { tree.childNodes(of: $0, kind: .name).first.map { tree.nameText(of: $0) } }
  }

  /// Names on the command line: in any case, `-` for `_`.
  private static func key(_ name: String) -> String {
    name.lowercased().replacing("_", with: "-")
  }

  /// What `hora SCRIPT --help` prints: the script's own words and its parameters.
  static func help(_ program: Program, _ network: Network) -> String {
    var text = "hora \(program.source.name)"
    for parameter in program.parameters {
      let shown = "--\(parameter.name) \(typeName(parameter, network).uppercased())"
      text += parameter.defaultValue == nil ? " " + shown : " [\(shown)]"
    }
    text += "\n"
    if !program.summary.isEmpty { text += "\n\(program.summary)\n" }
    guard !program.parameters.isEmpty else { return text + "\nThe script has no parameters.\n" }
    text += "\n"
    let width = program.parameters.map(\.name.count).max() ?? 0
    for parameter in program.parameters {
      let padding = String(repeating: " ", count: width - parameter.name.count)
      var line = "  --\(parameter.name)\(padding)  \(typeName(parameter, network))"
      if !parameter.summary.isEmpty { line += ": \(parameter.summary)" }
      if parameter.isList { line += " (may be given again)" }
      if parameter.defaultValue == nil { line += " (needed)" }
      if let value = parameter.defaultText { line += " (\(value) unless said)" }
      text += line + "\n"
    }
    return text
  }

  private static func typeName(_ parameter: ParameterInfo, _ network: Network) -> String {
    switch parameter.type {
    case .text: "text"
    case .int: "int"
    case .decimal: "decimal"
    case .bool: "bool"
    case .date: "date"
    case .duration: "duration"
    case .entity(let collection): network.schema.collections[collection].singular
    case .interval, .nothing: "value"
    }
  }
}
