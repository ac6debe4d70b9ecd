// Comes in: typed tables, with what their packages declare. Goes out: the same with keys, references, ties
// and taxonomies, by the rules of the manual (From tables to a network, section 1). What is
// declared goes first. It must not make relations or change values.

import HoraEngine

struct Inference {
  let tables: [TableDraft]
  private var indexes: [Int: KeyIndex] = [:]
  private var distinctive: [Int: Bool] = [:]

  init(_ tables: [TableDraft]) { self.tables = tables }

  /// - Parameter infers: false leaves it at what is declared.
  mutating func run(infers: Bool = true) throws(LoadError) {
    for table in tables { try checkNames(table) }
    for table in tables { try declaredKey(table) }
    try declaredReferences()
    guard infers else {
      for table in tables where table.spec?.symmetric != nil { findTie(table) }
      return
    }
    for table in tables where table.key == nil { table.key = namedKey(table) }
    findReferences()
    for table in tables { findTie(table) }
    for table in tables where table.key == nil && table.references.count < 2 && table.tie == nil {
      table.key = firstKey(table)
    }
    findReferences()
    for (number, table) in tables.enumerated() { findParents(table, number) }
    for table in tables where table.tie == nil { findTie(table) }
  }

  // MARK: Keys

  /// Every column that a package names must exist.
  private func checkNames(_ table: TableDraft) throws(LoadError) {
    guard let spec = table.spec else { return }
    var named: [(String, String)] = spec.names.map { ("\"names\"", $0) }
    if let label = spec.label { named.append(("\"label\"", label)) }
    if let (a, b) = spec.symmetric { named += [("\"symmetric\"", a), ("\"symmetric\"", b)] }
    for (what, name) in named where table.column(named: name) == nil {
      throw Messages.unknownName(
        "\(what) of \"\(table.name)\"", name, table.file,
        nearest: Spelling.nearest(name, table.columns.map(\.name)))
    }
  }

  private func declaredKey(_ table: TableDraft) throws(LoadError) {
    guard let names = table.spec?.primaryKey, names.count == 1 else { return }
    guard let column = table.column(named: names[0]) else {
      throw Messages.unknownName(
        "the primary key of \"\(table.name)\"", names[0], table.file,
        nearest: Spelling.nearest(names[0], table.columns.map(\.name)))
    }
    table.key = column
    reportKeys(table, column)
  }

  private func reportKeys(_ table: TableDraft, _ column: Int) {
    let values = table.columns[column].values
    if table.columns[column].isList || values.isUnique { return }
    var seen = Set<String>()
    for row in 0..<table.rowCount {
      if values.isMissing(row) {
        table.faults.add(
          .missingKey, line: table.lines[row], column: table.columns[column].name, text: "",
          done: "the row is kept; nothing can refer to it")
        continue
      }
      let text = values.cellText(row)
      if !seen.insert(text).inserted {
        table.faults.add(
          .duplicateKey, line: table.lines[row], column: table.columns[column].name, text: text,
          done: "both rows are kept; references mean the first")
      }
    }
  }

  private func canBeKey(_ column: TableColumn) -> Bool {
    !column.isList && (column.type == .text || column.type == .int) && column.values.isUnique
  }

  private func namedKey(_ table: TableDraft) -> Int? {
    if table.isHidden || table.spec?.primaryKey.count ?? 0 > 1 { return nil }
    for name in ["id", "code", "key", "pic"] {
      if let column = table.columns.firstIndex(where: { $0.name.lowercased() == name }),
        table.reference(of: column) == nil, canBeKey(table.columns[column])
      {
        return column
      }
    }
    return table.columns.indices.first { column in
      let name = table.columns[column].name
      let base = ReferenceName.base(name)
      return base != name && table.isCalled(base) && table.reference(of: column) == nil
        && canBeKey(table.columns[column])
    }
  }

  /// The first unique column of short texts or whole numbers that is no reference.
  private func firstKey(_ table: TableDraft) -> Int? {
    if table.isHidden || table.spec?.primaryKey.count ?? 0 > 1 { return nil }
    return table.columns.indices.first { column in
      guard table.reference(of: column) == nil, canBeKey(table.columns[column]) else {
        return false
      }
      if case .text(_, let dictionary) = table.columns[column].values {
        // Long texts are contents, not keys.
        return dictionary.bytes.count <= dictionary.count * 100
      }
      return true
    }
  }

  private mutating func index(_ table: Int) -> KeyIndex? {
    if let known = indexes[table] { return known }
    guard let key = tables[table].key, !tables[table].columns[key].isList else { return nil }
    let index = KeyIndex(tables[table].columns[key].values)
    indexes[table] = index
    return index
  }

  // MARK: References

  private mutating func declaredReferences() throws(LoadError) {
    for (number, table) in tables.enumerated() {
      guard let spec = table.spec else { continue }
      for key in spec.foreignKeys {
        guard let column = table.column(named: key.field) else {
          throw Messages.unknownName(
            "a foreign key of \"\(table.name)\"", key.field, table.file,
            nearest: Spelling.nearest(key.field, table.columns.map(\.name)))
        }
        let target: Int
        if key.resource.isEmpty {
          target = number
        } else if let found = tables.firstIndex(where: { $0.name == key.resource }) {
          target = found
        } else {
          throw Messages.unknownName(
            "a foreign key of \"\(table.name)\"", key.resource, table.file,
            nearest: Spelling.nearest(key.resource, tables.map(\.name)))
        }
        if let name = key.targetField {
          guard let targetColumn = tables[target].column(named: name) else {
            throw Messages.unknownName(
              "a foreign key of \"\(table.name)\"", name, table.file,
              nearest: Spelling.nearest(name, tables[target].columns.map(\.name)))
          }
          if tables[target].key == nil {
            tables[target].key = targetColumn
            reportKeys(tables[target], targetColumn)
          } else if tables[target].key != targetColumn {
            throw Messages.badPackage(
              table.file,
              "the foreign key \(key.field) refers to \(tables[target].name).\(name), which is not its key",
              help: "refer to the primary key of \(tables[target].name)")
          }
        } else if tables[target].key == nil {
          tables[target].key = namedKey(tables[target]) ?? firstKey(tables[target])
        }
        if table.isHidden { continue }
        let declared = table.columns[column].spec
        if table.columns[column].isList {
          guard target == number else {
            throw Messages.badPackage(
              table.file, "the foreign key \(key.field) of \"\(table.name)\" is a list",
              help: "put the pairs into a link table with one row each")
          }
          table.parentList = column
          continue
        }
        guard let index = index(target) else { continue }
        var reference = ReferenceDraft(
          column: column, target: target,
          name: declared?.relationName ?? ReferenceName.base(table.columns[column].name))
        reference.inverseName = declared?.inverseName
        reference.rows = index.resolve(table.columns[column].values, absent: -2)
        reference.isParent =
          target == number
          && (ReferenceName.isParent(table.columns[column].name) || reference.name == "parent")
        table.references.append(reference)
      }
    }
  }

  /// References by the names of columns, then by the names of keys, then by what they hold.
  private mutating func findReferences() {
    for (number, table) in tables.enumerated() where !table.isHidden {
      for column in table.columns.indices {
        let name = table.columns[column].name
        guard column != table.key, table.reference(of: column) == nil,
          !table.columns[column].isList, [.text, .int].contains(table.columns[column].type)
        else { continue }
        if ReferenceName.isParent(name) {
          if tryReference(table, column, to: number, isParent: true) { continue }
        }
        let base = ReferenceName.base(name)
        let named = tables.indices.first {
          $0 != number && !tables[$0].isHidden && tables[$0].isCalled(base)
        }
        if let named, tryReference(table, column, to: named) { continue }
        // A declared table says what it refers to; guesses beyond names are for others.
        if ReferenceName.isGeneric(name) || !(table.spec?.fields.isEmpty ?? true) { continue }
        let sameKey = tables.indices.first { other in
          guard other != number, !tables[other].isHidden, let key = tables[other].key else {
            return false
          }
          return Fold.of(tables[other].columns[key].name) == Fold.of(name)
        }
        if let sameKey, tryReference(table, column, to: sameKey) { continue }
        findByContents(table, number, column)
      }
    }
  }

  /// Keys that are long enough to be no accident: a column that holds 20 of them or more, and hardly
  /// anything else, refers to their table.
  private mutating func findByContents(_ table: TableDraft, _ number: Int, _ column: Int) {
    for other in tables.indices where other != number && !tables[other].isHidden {
      guard let key = tables[other].key, tables[other].rowCount >= 20,
        isDistinctiveKey(other, tables[other].columns[key].values),
        isDistinctive(table.columns[column].values)
      else { continue }
      if tryReference(table, column, to: other, isStrict: true) { return }
    }
  }

  /// Distinctive, and not just the numbers from 1 to n.
  private mutating func isDistinctiveKey(_ table: Int, _ values: Values) -> Bool {
    if let known = distinctive[table] { return known }
    var found = isDistinctive(values)
    if found, case .int(let numbers, _) = values, let low = numbers.min(), let high = numbers.max()
    {
      let (span, over) = high.subtractingReportingOverflow(low)
      if !over, span < Int64(numbers.count) * 4 { found = false }
    }
    distinctive[table] = found
    return found
  }

  private func isDistinctive(_ values: Values) -> Bool {
    switch values {
    case .text(_, let dictionary):
      return dictionary.count >= 20 && dictionary.bytes.count >= dictionary.count * 6
    case .int(let values, let validity):
      var large = 0
      var known = 0
      for row in values.indices where validity[row] {
        known += 1
        if abs(values[row] / 100_000) > 0 { large += 1 }
      }
      return known >= 20 && large * 10 >= known * 9
    default: return false
    }
  }

  private mutating func tryReference(
    _ table: TableDraft, _ column: Int, to target: Int, isParent: Bool = false,
    isStrict: Bool = false
  ) -> Bool {
    guard let index = index(target) else { return false }
    let rows = index.resolve(table.columns[column].values, absent: -2)
    var known = 0
    var absent = 0
    for row in rows {
      if row >= 0 { known += 1 } else if row < -1 { absent += 1 }
    }
    guard known > 0, absent * 10 <= known + absent, !isStrict || known >= 20 else { return false }
    let name = table.columns[column].name
    let spec = table.columns[column].spec
    var reference = ReferenceDraft(
      column: column, target: target, name: spec?.relationName ?? ReferenceName.base(name))
    reference.inverseName = spec?.inverseName
    reference.rows = rows
    reference.isParent = isParent
    table.references.append(reference)
    table.references.sort { $0.column < $1.column }
    return true
  }

  private mutating func findParents(_ table: TableDraft, _ number: Int) {
    guard table.parentList == nil, !table.references.contains(where: \.isParent), !table.isHidden,
      let index = index(number)
    else { return }
    for column in table.columns.indices where table.columns[column].isList {
      guard ReferenceName.isParent(table.columns[column].name) else { continue }
      let rows = index.resolve(table.columns[column].values, absent: -2)
      let absent = rows.count { $0 < -1 }
      if !rows.isEmpty, absent * 10 <= rows.count { table.parentList = column }
    }
  }

  // MARK: Ties

  private mutating func findTie(_ table: TableDraft) {
    guard table.tie == nil, !table.isHidden else { return }
    let candidates: [(String, String, Bool)]
    if let (a, b) = table.spec?.symmetric {
      candidates = [(a, b, false)]
    } else {
      candidates = [("a", "b", false), ("from", "to", true), ("source", "target", true)]
    }
    for (nameA, nameB, isDirected) in candidates {
      guard let a = exact(table, nameA), let b = exact(table, nameB) else { continue }
      if let one = table.reference(of: a), let two = table.reference(of: b) {
        if table.references[one].target == table.references[two].target {
          table.tie = TieDraft(a: a, b: b, isDirected: isDirected)
        }
        return
      }
      guard table.reference(of: a) == nil, table.reference(of: b) == nil else { return }
      var holders: [Int] = []
      for other in tables.indices where tables[other] !== table && !tables[other].isHidden {
        guard !tables[other].isLink, let index = index(other) else { continue }
        let rows =
          index.resolve(table.columns[a].values, absent: -2)
          + index.resolve(table.columns[b].values, absent: -2)
        let absent = rows.count { $0 < -1 }
        let known = rows.count { $0 >= 0 }
        if known > 0, absent * 10 <= known + absent { holders.append(other) }
      }
      let target =
        holders.count == 1 ? holders[0] : holders.first { tables[$0].isCalled("members") }
      guard let target else {
        if tables.contains(where: { $0.key != nil && $0 !== table }) {
          table.faults.add(
            .tieUnknown, column: "\(nameA), \(nameB)",
            text: holders.map { tables[$0].name }.joined(separator: ", "),
            done: holders.isEmpty
              ? "no collection has these keys; it stays a plain table"
              : "several collections have these keys; it stays a plain table")
        }
        return
      }
      if tryReference(table, a, to: target), tryReference(table, b, to: target) {
        if table.key == a || table.key == b { table.key = nil }
        table.tie = TieDraft(a: a, b: b, isDirected: isDirected)
      }
      return
    }
  }

  private func exact(_ table: TableDraft, _ name: String) -> Int? {
    table.columns.firstIndex { $0.name.lowercased() == name.lowercased() && !$0.isList }
  }
}
