// Comes in: a text that may `use` others. Goes out: all texts of the program, parsed, each once, and
// what could not be had. It opens no file: the host's resolver finds the texts.

import HoraPlan
import HoraSyntax

/// Finds a text that a program uses.
///
/// It gets the path as it is written behind `use` and the name of the text it stands in, and gives the
/// text, whose name must be the same whenever it is the same text: by it rings are found, and a
/// text that is used twice is read once. What it throws is told to the reader of the program.
public typealias Resolver =
  @Sendable (_ path: String, _ user: String) throws(UnresolvedText) -> SourceText

/// Why a resolver has no text.
public struct UnresolvedText: Error, Sendable, Hashable {
  public var reason: String
  public init(_ reason: String) { self.reason = reason }
}

/// The texts of a program while they are gathered.
struct ModuleLoader {
  private let resolver: Resolver?
  private let limits: SyntaxLimits
  private(set) var sources: SourceSet
  private(set) var units: [SourceUnit]
  private(set) var diagnostics: [Diagnostic] = []
  private var places: [String: Int] = [:]
  /// The unit that stands before the program's own text, if any.
  private(set) var preamble: Int?
  private var bytes = 0

  /// Texts of one program, and their bytes.
  static let mostTexts = 500
  static let mostBytes = 64_000_000

  init(
    _ main: SyntaxTree, preamble: SourceText?, resolver: Resolver?, limits: SyntaxLimits
  ) {
    self.resolver = resolver
    self.limits = limits
    sources = SourceSet(main.source)
    units = [SourceUnit(tree: main)]
    places[main.source.name] = 0
    load(0)
    if let preamble {
      self.preamble = add(preamble)
      load(units.count - 1)
    }
  }

  /// A `use` that waits to be looked at, and the texts that led to it.
  private struct Request {
    var user: Int
    var node: NodeID
    var chain: [Int]
  }

  /// Depth first and in the order of the text, so that a ring is met where it closes; without
  /// recursion, as a chain of texts may be long.
  private mutating func load(_ first: Int) {
    var waiting = requests(of: first, chain: [first])
    while let request = waiting.popLast() {
      guard let (place, isNew) = unit(request) else { continue }
      if request.chain.contains(place) {
        let names = (request.chain.drop { $0 != place } + [place]).map { sources.sources[$0].name }
        diagnostics.append(ModuleMessage.cycle(names, range(request)))
        continue
      }
      units[request.user].uses[request.node] = place
      // All that a text met before leads to has been looked at: a ring would be known.
      if isNew {
        waiting += requests(of: place, chain: request.chain + [place])
      }
    }
  }

  private func requests(of unit: Int, chain: [Int]) -> [Request] {
    let tree = units[unit].tree
    return tree.allNodes.filter { tree.kind(of: $0) == .useStatement }.reversed()
      .map { Request(user: unit, node: $0, chain: chain) }
  }

  private func range(_ request: Request) -> SourceRange {
    units[request.user].tree.range(of: request.node)
  }

  /// The place of the text a `use` names, read where it is new.
  private mutating func unit(_ request: Request) -> (place: Int, isNew: Bool)? {
    let tree = units[request.user].tree
    guard let text = tree.firstChild(of: request.node, kind: .textLiteral) else { return nil }
    let path = tree.textValue(of: text)
    guard let resolver else {
      diagnostics.append(ModuleMessage.noResolver(path, tree.range(of: text)))
      return nil
    }
    let source: SourceText
    do {
      source = try resolver(path, tree.source.name)
    } catch {
      diagnostics.append(ModuleMessage.unreadable(path, error.reason, tree.range(of: text)))
      return nil
    }
    if let known = places[source.name] { return (known, false) }
    bytes += source.bytes.count
    guard units.count < ModuleLoader.mostTexts, bytes < ModuleLoader.mostBytes else {
      diagnostics.append(ModuleMessage.tooMany(ModuleLoader.mostTexts, tree.range(of: text)))
      return nil
    }
    places[source.name] = units.count
    return (add(source), true)
  }

  /// Parses one more text.
  private mutating func add(_ source: SourceText) -> Int {
    let base = sources.add(source)
    let parsed = parse(source, limits: limits)
    var used = parsed.tree
    used.base = base
    units.append(SourceUnit(tree: used))
    diagnostics += parsed.diagnostics.map { $0.moved(by: base) }
    return units.count - 1
  }

  /// Without warnings about the preamble, which were told when it was written.
  func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard let preamble else { return diagnostics }
    return diagnostics.filter {
      $0.severity == .error || sources.index(ofByte: $0.range.start) != preamble
    }
  }
}
