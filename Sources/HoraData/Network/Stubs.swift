// Comes in: tables whose references are known. Goes out: the same, where every key that a reference names
// exists: what is missing is added as an entity that has a key and nothing else. Each is reported.

import HoraEngine

enum Stubs {
  static func add(_ tables: [TableDraft]) {
    // For each target, the keys it lacks, in order of first use.
    var lacking = [[String]](repeating: [], count: tables.count)
    var places = [[String: Int]](repeating: [:], count: tables.count)
    let oldCounts = tables.map(\.rowCount)
    for table in tables {
      for (number, reference) in table.references.enumerated() {
        let target = reference.target
        guard reference.rows.contains(where: { $0 < -1 }) else { continue }
        let column = table.columns[reference.column]
        for row in reference.rows.indices where reference.rows[row] < -1 {
          let key = column.values.cellText(row)
          let place: Int
          if let known = places[target][key] {
            place = known
          } else {
            place = lacking[target].count
            places[target][key] = place
            lacking[target].append(key)
          }
          table.references[number].rows[row] = Int32(oldCounts[target] + place)
          table.faults.add(
            .unresolvedReference, line: table.lines[row], column: column.name, text: key,
            done: "kept as one of \(tables[target].name) that has a key and nothing else")
        }
      }
    }
    for (number, table) in tables.enumerated() where !lacking[number].isEmpty {
      extend(table, by: lacking[number])
    }
  }

  private static func extend(_ table: TableDraft, by keys: [String]) {
    for column in table.columns.indices {
      switch table.columns[column].content {
      case .list(let offsets, let elements):
        let end = offsets.last ?? 0
        table.columns[column].content = .list(
          offsets: offsets + [UInt32](repeating: end, count: keys.count), elements: elements)
      case .scalar(let values):
        table.columns[column].content = .scalar(
          column == table.key ? withKeys(values, keys) : values.extended(by: keys.count))
      }
    }
    for reference in table.references.indices {
      table.references[reference].rows += [Int32](repeating: -1, count: keys.count)
    }
    table.rowCount += keys.count
  }

  private static func withKeys(_ values: Values, _ keys: [String]) -> Values {
    if case .int(let old, let validity) = values {
      let numbers = keys.compactMap { Int64($0) }
      if numbers.count == keys.count {
        guard case .int(let grown, let grownValidity) = values.extended(by: 0) else { return values }
        _ = (old, validity)
        if grownValidity.words == nil { return .int(grown + numbers, grownValidity) }
        guard case .int(var all, var valid) = values.extended(by: keys.count) else { return values }
        for (i, number) in numbers.enumerated() {
          let row = old.count + i
          all[row] = number
          valid.words?[row >> 6] |= 1 << UInt64(row & 63)
        }
        return .int(all, valid)
      }
    }
    // A new dictionary with the old texts in their order, so that codes stay.
    var builder = TextDictionaryBuilder()
    var codes: [Int32]
    if case .text(let old, let dictionary) = values {
      codes = old
      for code in 0..<Int32(dictionary.count) {
        dictionary.bytes.withUnsafeBufferPointer {
          _ = builder.insert(UnsafeBufferPointer(rebasing: $0[dictionary.range(code)]))
        }
      }
    } else {
      codes = (0..<values.count).map { row in
        values.isMissing(row) ? -1 : builder.insert(values.cellText(row))
      }
    }
    for key in keys { codes.append(builder.insert(key)) }
    return .text(codes: codes, dictionary: builder.finish())
  }
}
