// Comes in: tables of Swift arrays, and what the host says they mean. Goes out: a network, made by the same
// passes as one that is loaded from files. It reads no files.

import HoraEngine

/// One collection of a network in memory.
public struct NetworkTable: Sendable {
  public var name: String
  public var columns: [NetworkColumn]
  /// The column whose values are unique.
  public var key: String?
  /// The column that entities are shown by.
  public var label: String?
  /// Columns that hold other names.
  public var otherNames: [String] = []
  /// One of them; made from ``name`` where it is nil.
  public var singular: String?
  public var aliases: [String] = []
  /// Two columns that tie a collection with itself, without direction.
  public var symmetric: (String, String)?
  /// What a tie is called from both ends.
  public var tieName: String?

  public init(
    _ name: String, key: String? = nil, label: String? = nil, symmetric: (String, String)? = nil,
    _ columns: [NetworkColumn]
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.label = label
    self.symmetric = symmetric
  }
}

/// Builds a network in memory.
///
///     var builder = NetworkBuilder("demo")
///     builder.add(NetworkTable("countries", key: "code", [
///       .text("code", ["RS", "HR"]), .text("name", ["Serbia", "Croatia"]),
///     ]))
///     builder.add(NetworkTable("members", key: "id", [
///       .int("id", [1, 2]), .text("name", ["A", "B"]),
///       .text("country", ["RS", nil]).refers(to: "countries"),
///     ]))
///     let network = try builder.build()
public struct NetworkBuilder: Sendable {
  public var name: String
  /// Whether keys, references, ties and taxonomies that nothing declares are found by names and values,
  /// as in files.
  public var infers: Bool
  private var tables: [NetworkTable] = []

  public init(_ name: String = "network", infers: Bool = true) {
    self.name = name
    self.infers = infers
  }

  public mutating func add(_ table: NetworkTable) { tables.append(table) }

  /// The network.
  /// - Throws: the first thing that is wrong: columns of different lengths, two things of one name, a
  ///   declaration that names nothing, a value that cannot be kept, a repeated or missing key, a
  ///   reference to a key that does not exist, a cycle in a taxonomy.
  public func build() throws(LoadError) -> Network {
    let (network, faults) = try buildWithFaults()
    let broken: Set<FaultKind> = [.unresolvedReference, .duplicateKey, .missingKey, .taxonomyCycle]
    if let fault = faults.faults.first(where: { broken.contains($0.kind) }) {
      throw BuilderMessages.broken(fault)
    }
    return network
  }

  /// The network, and what is doubtful in its data: kept and repaired, as where files are read.
  /// - Throws: what no network can be made of.
  public func buildWithFaults() throws(LoadError) -> (network: Network, faults: FaultReport) {
    let general = FaultCollector(file: "", limit: 1000)
    var collectors = [general]
    var drafts: [TableDraft] = []
    guard !tables.isEmpty else { throw BuilderMessages.empty() }
    for table in tables {
      guard !drafts.contains(where: { $0.name == table.name }) else {
        throw Messages.duplicateResource(table.name, table.name)
      }
      try check(table)
      let faults = FaultCollector(file: table.name, limit: 1000)
      collectors.append(faults)
      drafts.append(draft(table, faults))
    }
    let network = try Passes.network(drafts, named: name, threads: 1, infers: infers)
    for (table, draft) in zip(tables, drafts) {
      for (place, column) in table.columns.enumerated() where column.reference != nil {
        if draft.reference(of: place) == nil, draft.parentList != place {
          let target = column.reference?.collection ?? table.name
          throw BuilderMessages.noKey(of: target, for: column.name, in: table.name)
        }
      }
    }
    return (network, FaultCollector.report(collectors))
  }

  // MARK: Checks

  private func check(_ table: NetworkTable) throws(LoadError) {
    if table.name.isEmpty { throw BuilderMessages.noName(of: "a collection", in: name) }
    let names = table.columns.map(\.name)
    guard let rows = table.columns.first?.count else { throw BuilderMessages.noColumns(table.name) }
    guard rows < Int(Int32.max) else { throw Messages.tooManyRows(table.name) }
    for (place, column) in table.columns.enumerated() {
      if column.name.isEmpty { throw BuilderMessages.noName(of: "a column", in: table.name) }
      if names[..<place].contains(where: { Fold.of($0) == Fold.of(column.name) }) {
        throw BuilderMessages.twice(column.name, table.name)
      }
      if column.count != rows {
        throw BuilderMessages.length(column, table.name, rows, of: names[0])
      }
      if let fault = column.fault {
        throw BuilderMessages.value(fault.what, column.name, table.name, row: fault.row)
      }
      if let target = column.reference?.collection,
        !tables.contains(where: { $0.name == target })
      {
        throw BuilderMessages.unknown(
          "collection", target, "the column \(column.name)", table.name, tables.map(\.name))
      }
    }
    var declared: [(what: String, name: String)] = table.otherNames.map { ("a name", $0) }
    if let key = table.key { declared.append(("the key", key)) }
    if let label = table.label { declared.append(("the label", label)) }
    if let (a, b) = table.symmetric { declared += [("the tie", a), ("the tie", b)] }
    for (what, column) in declared where !names.contains(where: { Fold.of($0) == Fold.of(column) })
    {
      throw BuilderMessages.unknown("column", column, what, table.name, names)
    }
  }

  // MARK: Drafts

  private func draft(_ table: NetworkTable, _ faults: FaultCollector) -> TableDraft {
    var spec = ResourceSpec(name: table.name, paths: [])
    spec.singular = table.singular
    spec.aliases = table.aliases
    spec.label = table.label
    spec.names = table.otherNames
    spec.symmetric = table.symmetric
    spec.tieName = table.tieName
    spec.primaryKey = table.key.map { [$0] } ?? []
    spec.foreignKeys = table.columns.compactMap { column in
      column.reference.map {
        ResourceSpec.ForeignKey(field: column.name, resource: $0.collection ?? "", targetField: nil)
      }
    }
    let columns = table.columns.map { column in
      var field = FieldSpec(name: column.name)
      field.unit = column.unit
      field.currency = column.currency
      field.categories = column.categories
      field.isClosed = column.isClosed
      field.relationName = column.reference?.relation
      field.inverseName = column.reference?.inverse
      return TableColumn(
        name: Composition.composed(column.name), content: column.content, spec: field)
    }
    return TableDraft(
      name: table.name, file: table.name, faults: faults, columns: columns,
      rowCount: table.columns.first?.count ?? 0, lines: RowLines(first: 0), spec: spec,
      origin: TableOrigin(path: table.name, format: "memory", encoding: .utf8, delimiter: 0))
  }
}

/// What can be wrong with tables in memory.
enum BuilderMessages {
  private static func error(_ message: String, _ place: String, _ help: String) -> LoadError {
    LoadError(code: "H0619", message: message, place: place, help: help)
  }

  static func empty() -> LoadError {
    error("a network needs at least one table", "", "add one with `add`")
  }

  static func noName(of what: String, in place: String) -> LoadError {
    error("\(what) has no name", place, "give it one")
  }

  static func noColumns(_ table: String) -> LoadError {
    error("\"\(table)\" has no columns", table, "give it at least its key")
  }

  static func twice(_ column: String, _ table: String) -> LoadError {
    error("two columns of \"\(table)\" are called \"\(column)\"", table, "rename one of them")
  }

  static func length(
    _ column: NetworkColumn, _ table: String, _ rows: Int, of first: String
  ) -> LoadError {
    error(
      "the column \"\(column.name)\" of \"\(table)\" has \(column.count) values, \"\(first)\" has \(rows)",
      "\(table), column \(column.name)", "every column has one value a row, nil where there is none"
    )
  }

  static func value(_ what: String, _ column: String, _ table: String, row: Int) -> LoadError {
    error(what, "\(table), row \(row), column \(column)", "nil stands for a missing value")
  }

  static func unknown(
    _ kind: String, _ name: String, _ what: String, _ table: String, _ known: [String]
  ) -> LoadError {
    error(
      "\(what) of \"\(table)\" names the \(kind) \"\(name)\", which does not exist", table,
      Spelling.nearest(name, known).map { "did you mean \"\($0)\"?" }
        ?? "there are \(known.joined(separator: ", "))")
  }

  static func noKey(of target: String, for column: String, in table: String) -> LoadError {
    error(
      "the column \"\(column)\" of \"\(table)\" refers to \"\(target)\", which has no key",
      "\(table), column \(column)", "declare the key of \"\(target)\"")
  }

  static func broken(_ fault: Fault) -> LoadError {
    LoadError(
      code: fault.kind.code, message: "\(fault.kind.rule): \(fault.text)",
      place: fault.file + (fault.line.map { ", row \($0)" } ?? "")
        + (fault.column.map { ", column \($0)" } ?? ""),
      help: "correct the data, or accept what `buildWithFaults` makes of it: \(fault.done)")
  }
}
