// Comes in: `use` statements and names with a module before them. Goes out: what they mean. The texts
// were found and parsed before; here one is checked once, when it is first used.

import HoraEngine
import HoraSyntax

/// One text of a program, parsed.
public struct SourceUnit: Sendable {
  public var tree: SyntaxTree
  /// The unit that each `use` statement of the text names. One that is not here could not be had,
  /// which was said where it was looked for.
  public var uses: [NodeID: Int]

  public init(tree: SyntaxTree, uses: [NodeID: Int] = [:]) {
    self.tree = tree
    self.uses = uses
  }
}

/// The names a used text makes.
struct Module {
  var definitions: [String: Definition]
  var names: [String] { definitions.keys.sorted() }
}

/// A name with a module before it: what it means, and how many steps of the path it takes.
struct QualifiedName {
  /// Nil where the module has no such name.
  var definition: Definition?
  var module: Int
  var steps: Int
}

extension Checker {
  mutating func useStatement(_ node: NodeID) {
    guard let nameNode = tree.soundChildren(of: node).last else { return }
    let key = Names.key(tree.nameText(of: nameNode))
    guard let used = units[unit].uses[node], used < units.count else {
      definitions[key] = .broken
      return
    }
    if modules[used] == nil { modules[used] = module(used) }
    definitions[key] = .module(used)
  }

  /// The names of the text that stands before the program's own, as if they were made in it.
  mutating func begin(preamble: Int?) {
    guard let preamble, preamble < units.count else { return }
    let made = module(preamble)
    modules[preamble] = made
    definitions = made.definitions
    givenNames = Set(made.names)
  }

  /// What `let`, `def`, `network` and `use` of a text name. Its other statements are not run.
  private mutating func module(_ place: Int) -> Module {
    let statement = statementQuery
    defer { statementQuery = statement }
    return alone { checker in
      checker.inUnit(Home(unit: place, definitions: [:])) { checker in
        for node in checker.tree.soundChildren(of: checker.tree.root) {
          checker.definition(node)
        }
        return Module(definitions: checker.definitions)
      }
    }
  }

  /// Runs `body` in another text of the program, with the names made there.
  mutating func inUnit<T>(_ home: Home, _ body: (inout Checker) -> T) -> T {
    let saved = (unit, definitions)
    (unit, definitions) = (home.unit, home.definitions)
    defer { (unit, definitions) = saved }
    return body(&self)
  }

  var home: Home { Home(unit: unit, definitions: definitions) }

  // MARK: Names

  /// `x.name`, where `x` is a module and no row has a column of that name.
  func qualified(_ primary: NodeID, _ steps: [NodeID]) -> QualifiedName? {
    let name = tree.nameText(of: primary)
    guard tree.kind(of: primary) == .nameReference,
      case .module(var module)? = definitions[Names.key(name)],
      let first = steps.first, tree.kind(of: first) == .memberStep, !isRowName(name)
    else { return nil }
    var taken = 0
    while true {
      let definition = modules[module]?.definitions[Names.key(tree.nameText(of: steps[taken]))]
      taken += 1
      guard case .module(let inner)? = definition, taken < steps.count,
        tree.kind(of: steps[taken]) == .memberStep
      else { return QualifiedName(definition: definition, module: module, steps: taken) }
      module = inner
    }
  }

  /// A path that is a module's query and nothing more.
  func qualifiedQuery(_ node: NodeID) -> (place: Int, query: QueryID)? {
    let children = tree.soundChildren(of: node)
    guard let primary = children.first,
      let found = qualified(primary, Array(children.dropFirst())),
      found.steps == children.count - 1,
      case .letQuery(let place, let query)? = found.definition
    else { return nil }
    return (place, query)
  }

  /// A path that is a module's network and nothing more.
  func qualifiedNetwork(_ node: NodeID) -> NetworkID? {
    let children = tree.soundChildren(of: node)
    guard let primary = children.first,
      let found = qualified(primary, Array(children.dropFirst())),
      found.steps == children.count - 1, case .network(let id)? = found.definition
    else { return nil }
    return id
  }

  func isQualified(_ primary: NodeID, _ steps: [NodeID]) -> Bool {
    qualified(primary, steps) != nil
  }

  mutating func qualifiedValue(
    _ primary: NodeID, _ steps: [NodeID], _ taken: inout Int
  ) -> Value? {
    guard let found = qualified(primary, steps) else { return nil }
    taken = found.steps
    let step = steps[found.steps - 1]
    let name = tree.nameText(of: step)
    guard let definition = found.definition else {
      let names = modules[found.module]?.names ?? []
      if isProbed(step) { probeModule(names) }
      report(
        ModuleMessage.unknownName(
          name, in: tree.nameText(of: primary), nearest: nearest(name, in: names, limit: 3), names,
          tree.tokenChildren(of: step).last.map { tree.range(ofToken: $0) }
            ?? tree.range(of: step)))
      return nil
    }
    if case .def(let called) = definition, steps.count > found.steps,
      tree.kind(of: steps[found.steps]) == .callStep
    {
      taken += 1
      return expand(called, step, steps[found.steps])
    }
    var value = defined(definition, name, step)
    if value?.cardinality == .many { value?.manySteps = found.steps }
    return value
  }
}
