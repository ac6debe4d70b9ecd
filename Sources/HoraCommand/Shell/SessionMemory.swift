// Comes in: programs that ran in a session. Goes out: what later ones may name: their definitions, and `_`,
// the rows of the last query. Texts only; nothing is kept of their answers.

import Hora

struct SessionMemory {
  /// A definition as written, with the name it gives.
  private struct Entry {
    var name: String
    var text: String
    /// Behind the name that is given.
    var body: String { String(text.drop { $0 != "=" && $0 != ":" && $0 != "(" }) }
  }

  private var entries: [Entry] = []
  /// The last program that had an answer, whole.
  private(set) var last: String?
  /// Values of parameters, for every program of the session that has them.
  var arguments: [String: ArgumentValue] = [:]

  /// The definitions as a text that stands before a program; nil where there are none.
  var preamble: SourceText? {
    entries.isEmpty
      ? nil : SourceText(entries.map(\.text).joined(separator: "\n"), name: "<session>")
  }

  /// - Parameter compiles: whether a text can stand before a program. A last query that cannot (as a
  ///   `pivot` may not be one) is not called `_`.
  mutating func remember(_ source: SourceText, compiles: (SourceText) -> Bool) {
    let tree = parse(source).tree
    var query: NodeID?
    for statement in tree.soundChildren(of: tree.root) {
      switch tree.kind(of: statement) {
      case .letStatement, .defStatement, .networkStatement, .useStatement, .paramStatement:
        guard let name = name(statement, tree) else { continue }
        add(Entry(name: name, text: tree.text(of: statement)), compiles)
      case .queryStatement: query = tree.soundChildren(of: statement).first ?? statement
      case .languageStatement, .printStatement, .forStatement, .ifStatement, .testStatement,
        .assertStatement, .unexpected, .absent:
        continue
      default: query = statement
      }
    }
    guard let query else { return }
    last = source.text
    add(Entry(name: "_", text: "let _ = " + rows(query, tree)), compiles)
  }

  /// A program that needs nothing of the session: the definitions it uses stand before it.
  func script(_ text: String) -> String {
    var wanted = Self.mentioned(text)
    var kept: [String] = []
    // The last entry is the program itself under the name `_`; what it defines it has of its own.
    for entry in entries.dropLast().reversed()
    where wanted.contains(entry.name) && !text.contains(entry.text) {
      kept.append(entry.text)
      wanted.remove(entry.name)
      wanted.formUnion(Self.mentioned(entry.text))
    }
    return (kept.reversed() + [text]).joined(separator: "\n")
  }

  /// The names a text has in it.
  private static func mentioned(_ text: String) -> Set<String> {
    let source = SourceText(text)
    return Set(
      lex(source).tokens.filter {
        $0.kind == .name || $0.kind == .parameter || $0.kind == .quotedName
      }.map { source.text(in: $0.range).lowercased().filter { $0 != "`" } })
  }

  private func name(_ statement: NodeID, _ tree: SyntaxTree) -> String? {
    guard let node = tree.childNodes(of: statement, kind: .name).first else { return nil }
    let name = tree.nameText(of: node).lowercased()
    return tree.kind(of: statement) == .paramStatement ? "$" + name : name
  }

  /// A query without what only says how it is shown.
  private func rows(_ query: NodeID, _ tree: SyntaxTree) -> String {
    let whole = tree.range(of: query)
    let end = tree.nodeChildren(of: query).first {
      switch tree.kind(of: $0) {
      case .showClause, .saveClause, .expectClause: true
      default: false
      }
    }.map { tree.range(of: $0).start }
    return tree.text(in: SourceRange(start: whole.start, end: end ?? whole.end))
  }

  private mutating func add(_ entry: Entry, _ compiles: (SourceText) -> Bool) {
    let saved = entries
    entries.append(entry)
    forgetUnused()
    if let preamble, !compiles(preamble) { entries = saved }
  }

  /// What was named anew goes, unless something that stays was made with it.
  private mutating func forgetUnused() {
    var given: Set<String> = []
    var wanted: Set<String> = []
    var kept: [Entry] = []
    for entry in entries.reversed() {
      if given.contains(entry.name), !wanted.contains(entry.name) { continue }
      kept.append(entry)
      given.insert(entry.name)
      wanted.remove(entry.name)
      wanted.formUnion(Self.mentioned(entry.body))
    }
    entries = kept.reversed()
  }
}
