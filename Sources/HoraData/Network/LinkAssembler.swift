// Comes in: link tables and ties of an assembly. Goes out: the relations across them, both ways, with the
// link rows behind each. It must not guess which tables these are: Inference did that.

import HoraEngine

extension Assembler {
  // MARK: Link tables

  mutating func addLinks(_ number: Int) {
    let table = tables[number]
    for i in table.references.indices {
      for j in table.references.indices where j > i { addLink(number, i, j) }
    }
  }

  private mutating func addLink(_ number: Int, _ i: Int, _ j: Int) {
    let table = tables[number]
    let (a, b) = (table.references[i], table.references[j])
    let (countA, countB) = (tables[a.target].rowCount, tables[b.target].rowCount)
    let byA = inverse(number, i) ?? Pairs.invert(a.rows, count: countA)
    let byB = inverse(number, j) ?? Pairs.invert(b.rows, count: countB)
    // The two directions share nothing but what they read.
    let (aRows, bRows) = (a.rows, b.rows)
    let made = Workers.pair(
      threads: a.rows.count < 50_000 ? 1 : threads,
      {
        let links = Pairs.links(from: aRows, ends: bRows, byEnd: byB, count: countA)
        return (links, Pairs.distinct(links))
      },
      {
        let links = Pairs.links(from: bRows, ends: aRows, byEnd: byA, count: countB)
        return (links, Pairs.distinct(links))
      })
    let ((forth, forthEnds), (back, backEnds)) = made
    if i == 0, j == 1 { reportRepeats(table, forth, from: a.rows) }
    let isSame = a.target == b.target
    let nameThere = isSame ? English.plural(b.name) : tables[b.target].name
    let nameHere = isSame ? English.plural(a.name) : tables[a.target].name
    var first = Relation(
      name: nameThere, kind: .link, from: a.target, to: b.target, inverse: 0, isMany: true)
    var second = Relation(
      name: nameHere, kind: .link, from: b.target, to: a.target, inverse: 0, isMany: true)
    first.link = number
    second.link = number
    let (one, two) = addPair(
      first, RelationData(shape: .many(forthEnds), link: forth),
      second, RelationData(shape: .many(backEnds), link: back))
    // "Across a link table the far end keeps its collection's name"; `as` of a link goes first.
    wishes.append(NameWish(relation: one, name: nameThere, rank: .link, table: number))
    wishes.append(NameWish(relation: two, name: nameHere, rank: .link, table: number))
  }

  /// The inverse of a reference, which is there already.
  private func inverse(_ number: Int, _ place: Int) -> Adjacency? {
    let column = tables[number].references[place].column
    guard case .reference(let id) = schema.collections[number].fields[column].content,
      case .many(let adjacency) = data[schema.relations[id].inverse].shape
    else { return nil }
    return adjacency
  }

  /// Rows with the same ends and the same texts: numbers may differ, the fact is the same. `links` has
  /// them side by side; `from` tells a tie's two directions apart.
  private func reportRepeats(_ table: TableDraft, _ links: LinkAdjacency, from: [Int32]) {
    let texts = table.columns.indices.filter { column in
      guard table.reference(of: column) == nil, !table.columns[column].isList else { return false }
      return table.columns[column].type == .text
    }
    func same(_ a: Int, _ b: Int) -> Bool {
      texts.allSatisfy { column in
        guard case .text(let codes, _) = table.columns[column].values else { return true }
        return codes[a] == codes[b]
      }
    }
    var place = 0
    var group: [Int] = []
    for start in 0..<(links.offsets.count - 1) {
      let end = Int(links.offsets[start + 1])
      while place < end {
        var next = place + 1
        while next < end, links.ends[next] == links.ends[place] { next += 1 }
        if next - place > 1 {
          group.removeAll(keepingCapacity: true)
          for i in place..<next {
            let row = Int(links.rows[i])
            guard from[row] == Int32(start) else { continue }
            // Different facts between one pair are few; a hostile file must not make this quadratic.
            if group.prefix(32).contains(where: { same($0, row) }) {
              table.faults.add(
                .repeatedLink, line: table.lines[row],
                text: table.columns.map { $0.isList ? "" : $0.values.cellText(row) }
                  .joined(separator: ", "),
                done: "the row stays; the relation has each element once")
            } else {
              group.append(row)
            }
          }
        }
        place = next
      }
    }
  }

  // MARK: Ties

  mutating func addTie(_ number: Int, _ tie: TieDraft) {
    let table = tables[number]
    guard let i = table.reference(of: tie.a), let j = table.reference(of: tie.b) else { return }
    let target = table.references[i].target
    let count = tables[target].rowCount
    let (a, b) = (table.references[i].rows, table.references[j].rows)
    let base: String
    if let name = table.spec?.tieName {
      base = name
    } else if table.name.hasSuffix("ships") {
      base = English.plural(String(table.name.dropLast(5)))
    } else {
      base = tie.isDirected ? table.name : "\(table.name)_partners"
    }
    let rank: NameWish.Rank = table.spec?.tieName == nil ? .link : .declared
    if tie.isDirected {
      let forth = Pairs.links(
        from: a, ends: b, byEnd: Pairs.invert(b, count: count), count: count)
      let back = Pairs.links(
        from: b, ends: a, byEnd: Pairs.invert(a, count: count), count: count)
      reportRepeats(table, forth, from: a)
      var first = Relation(
        name: "\(base)_to", kind: .tie, from: target, to: target, inverse: 0, isMany: true)
      var second = Relation(
        name: "\(base)_from", kind: .tie, from: target, to: target, inverse: 0, isMany: true)
      first.link = number
      second.link = number
      let (one, two) = addPair(
        first, RelationData(shape: .many(Pairs.distinct(forth)), link: forth),
        second, RelationData(shape: .many(Pairs.distinct(back)), link: back))
      wishes.append(NameWish(relation: one, name: "\(base)_to", rank: rank, table: number))
      wishes.append(NameWish(relation: two, name: "\(base)_from", rank: rank, table: number))
      return
    }
    var from = [Int32](repeating: -1, count: a.count * 2)
    var ends = from
    for row in a.indices where a[row] >= 0 && b[row] >= 0 {
      // A row without one of its ends ties nothing.
      (from[2 * row], ends[2 * row]) = (a[row], b[row])
      (from[2 * row + 1], ends[2 * row + 1]) = (b[row], a[row])
    }
    let byEnd = Pairs.invert(ends, count: count)
    let links = Pairs.withoutRepeats(
      Pairs.links(from: from, ends: ends, byEnd: byEnd, count: count, isDoubled: true))
    reportRepeats(table, links, from: a)
    let id = schema.relations.count
    var relation = Relation(
      name: base, kind: .tie, from: target, to: target, inverse: id, isMany: true)
    relation.isSymmetric = true
    relation.link = number
    schema.relations.append(relation)
    data.append(RelationData(shape: .many(Pairs.distinct(links)), link: links))
    wishes.append(NameWish(relation: id, name: base, rank: rank, table: number))
    // From a member to the rows of all its ties, and back to both ends.
    var rows = Adjacency(offsets: [0], targets: [])
    rows.targets.reserveCapacity(byEnd.targets.count)
    rows.offsets.reserveCapacity(count + 1)
    for member in 0..<count {
      let start = rows.targets.count
      for place in Int(byEnd.offsets[member])..<Int(byEnd.offsets[member + 1]) {
        let row = byEnd.targets[place] >> 1
        if rows.targets.count > start, rows.targets[rows.targets.count - 1] == row { continue }
        rows.targets.append(row)
      }
      rows.offsets.append(UInt32(truncatingIfNeeded: rows.targets.count))
    }
    let ends2 = Pairs.transpose(rows, count: table.rowCount)
    let (out, back) = addPair(
      Relation(
        name: table.name, kind: .inverse, from: target, to: number, inverse: 0, isMany: true),
      RelationData(shape: .many(rows)),
      Relation(
        name: tables[target].name, kind: .inverse, from: number, to: target, inverse: 0,
        isMany: true),
      RelationData(shape: .many(ends2)))
    wishes.append(NameWish(relation: out, name: table.name, rank: .link, table: number))
    wishes.append(NameWish(relation: back, name: tables[target].name, rank: .link, table: number))
  }
}
