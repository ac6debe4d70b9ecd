// Comes in: the tables of files, and those that were found inside them. Goes out: the latter with names of their
// own, each row referring to the one that holds it. It must not look at values.

import HoraEngine

/// Where a table was found.
struct NestedOrigin {
  let parent: TableDraft
  /// The key that holds its rows.
  let key: String
  /// For each row, the parent's.
  let rows: [Int32]
}

enum NestedTables {
  /// A collection is called by its key; where another table, or another key, bears the name, by its parent's and
  /// the key.
  static func settle(_ tables: [TableDraft]) {
    // What one object around everything holds is as good as files of its own.
    let named = tables.filter { !$0.isHidden && $0.nested?.parent.isHidden ?? true }
    let taken = named.filter { table in
      table.nested.map { nested in
        named.contains { $0 !== table && $0.isCalled(nested.key) }
      } ?? false
    }
    for table in taken {
      if let nested = table.nested {
        name(table, "\(nested.parent.name)_\(nested.key)", among: tables)
      }
    }
    for table in tables {
      guard let nested = table.nested, !nested.parent.isHidden else { continue }
      let isTaken =
        named.contains { $0.isCalled(nested.key) }
        || tables.contains {
          $0 !== table && !($0.nested?.parent.isHidden ?? true)
            && Fold.of($0.nested?.key ?? "") == Fold.of(nested.key)
        }
      name(table, isTaken ? "\(nested.parent.name)_\(nested.key)" : nested.key, among: tables)
      // With the name of a table from a file the relation would hide it, or what leads there.
      let isOfFile = named.contains { $0.isCalled(nested.key) }
      refer(table, nested, tables, inverse: isOfFile ? nil : nested.key)
    }
  }

  private static func name(_ table: TableDraft, _ wanted: String, among tables: [TableDraft]) {
    var name = wanted
    var number = 2
    while tables.contains(where: {
      $0 !== table && !$0.isHidden && Fold.of($0.name) == Fold.of(name)
    }) {
      name = "\(wanted)_\(number)"
      number += 1
    }
    if name != wanted {
      table.faults.add(.nameClash, text: wanted, done: "the collection is called \(name)")
    }
    table.rename(name)
  }

  /// The first column leads to the parent; it is called as one of the parent's rows.
  private static func refer(
    _ table: TableDraft, _ nested: NestedOrigin, _ tables: [TableDraft], inverse: String?
  ) {
    guard let target = tables.firstIndex(where: { $0 === nested.parent }) else { return }
    let wanted = nested.parent.singular
    var name = wanted
    var number = 2
    while table.column(named: name) != nil {
      name = "\(wanted)_\(number)"
      number += 1
    }
    if name != wanted {
      table.faults.add(
        .nameClash, text: "\(table.name).\(wanted)", done: "what holds the row is called \(name)")
    }
    let places = Values.int(nested.rows.map(Int64.init), Validity())
    table.columns.insert(TableColumn(name: name, content: .scalar(places), spec: nil), at: 0)
    var reference = ReferenceDraft(column: 0, target: target, name: name)
    reference.inverseName = inverse
    reference.rows = nested.rows
    table.references = [reference]
  }
}
