// Comes in: tables of other labels and of stop words (`labels_of`, `stops_of`). Goes out: the names of
// concepts, for look-up in queries and for finding them in texts. It must not match anything itself.

import HoraEngine

struct ConceptNames {
  let tables: [TableDraft]

  /// Other labels of each taxonomy, of every use, in the order of the data.
  func labels() throws(LoadError) -> [CollectionID: [ConceptLabel]] {
    var out: [CollectionID: [ConceptLabel]] = [:]
    for table in tables {
      _ = try rows(table, of: table.spec?.stopsOf, key: "stops_of", reports: true)
      guard
        let (taxonomy, rows) = try rows(
          table, of: table.spec?.labelsOf, key: "labels_of", reports: true)
      else { continue }
      guard let label = table.column(named: "label") else { continue }
      for (row, concept) in rows where !table.columns[label].values.isMissing(row) {
        out[taxonomy, default: []].append(
          ConceptLabel(concept: concept, text: table.columns[label].values.cellText(row)))
      }
    }
    return out
  }

  /// The concept of each row of such a table, -1 where it names none.
  private func rows(
    _ table: TableDraft, of name: String?, key: String, reports: Bool = false
  ) throws(LoadError) -> (Int, [(row: Int, concept: Int32)])? {
    guard let name else { return nil }
    guard let taxonomy = tables.firstIndex(where: { $0.name == name && !$0.isHidden }) else {
      throw Messages.unknownName(
        "\"\(key)\" of \"\(table.name)\"", name, table.file,
        nearest: Spelling.nearest(name, tables.map(\.name)))
    }
    for column in ["label", "code"] where table.column(named: column) == nil {
      throw Messages.missingColumn(
        column, table.file, nearest: nil, has: table.columns.map(\.name))
    }
    guard let keyColumn = tables[taxonomy].key, let code = table.column(named: "code") else { return nil }
    let resolved = KeyIndex(tables[taxonomy].columns[keyColumn].values)
      .resolve(table.columns[code].values, absent: -2)
    var out: [(Int, Int32)] = []
    for (row, concept) in resolved.enumerated() {
      if concept < -1 {
        if reports {
          table.faults.add(
            .unresolvedReference, line: table.lines[row], column: table.columns[code].name,
            text: table.columns[code].values.cellText(row), done: "the label is left out")
        }
        continue
      }
      if concept < 0, key == "labels_of" { continue }
      out.append((row, concept))
    }
    return (taxonomy, out)
  }

  /// Finds the concepts of a taxonomy in texts; nil where they have no labels.
  func matcher(_ taxonomy: Int, _ assembler: Assembler) -> MentionMatcher? {
    guard let label = assembler.schema.collections[taxonomy].label else { return nil }
    let values = tables[taxonomy].columns[label].values
    var words: [(Int32, String)] = []
    var exact: [(Int32, String)] = []
    var stops: Set<MentionStop> = []
    for row in 0..<tables[taxonomy].rowCount where !values.isMissing(row) {
      words.append((Int32(row), values.cellText(row)))
    }
    for table in tables {
      if let (number, rows) = try? self.rows(table, of: table.spec?.labelsOf, key: "labels_of"),
        number == taxonomy, let label = table.column(named: "label")
      {
        let use = table.column(named: "use")
        for (row, concept) in rows where !table.columns[label].values.isMissing(row) {
          let text = table.columns[label].values.cellText(row)
          switch use.map({ table.columns[$0].values.cellText(row) }) ?? "word" {
          case "word": words.append((concept, text))
          case "exact": exact.append((concept, text))
          default: continue
          }
        }
      }
      if let (number, rows) = try? self.rows(table, of: table.spec?.stopsOf, key: "stops_of"),
        number == taxonomy, let label = table.column(named: "label")
      {
        for (row, concept) in rows where !table.columns[label].values.isMissing(row) {
          let form = SearchForm.of(table.columns[label].values.cellText(row))
          stops.insert(MentionStop(form: form, concept: concept))
        }
      }
    }
    let count = tables[taxonomy].rowCount
    var parents = [[Int32]](repeating: [], count: count)
    var ancestors = [Set<Int32>](repeating: [], count: count)
    if let parent = assembler.schema.collections[taxonomy].parent {
      let up = Pairs.many(assembler.data[parent].shape)
      for row in 0..<count {
        parents[row] = Array(up.targets[Int(up.offsets[row])..<Int(up.offsets[row + 1])])
      }
      let all = assembler.schema.relations.firstIndex {
        $0.kind == .taxonomy && $0.from == taxonomy && $0.name == "ancestors"
      }
      if let all {
        let above = Pairs.many(assembler.data[all].shape)
        for row in 0..<count {
          ancestors[row] = Set(above.targets[Int(above.offsets[row])..<Int(above.offsets[row + 1])])
        }
      }
    }
    return MentionMatcher(
      labels: words, exact: exact, stops: stops, parents: parents, ancestors: ancestors)
  }
}
