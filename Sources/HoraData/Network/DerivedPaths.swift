// Comes in: an assembled network and what packages list under `paths`. Goes out: the same with derived
// fields and relations; each link of a derived relation says where it comes from. It must not guess.

import HoraEngine

struct DerivedPaths {
  let tables: [TableDraft]
  var assembler: Assembler
  var columns: [[Column]]
  /// Hidden collections of derived links, behind the tables.
  var linkCollections: [(collection: Collection, data: CollectionData)] = []
  let concepts: ConceptNames

  init(_ assembler: Assembler, concepts: ConceptNames) {
    tables = assembler.tables
    self.assembler = assembler
    self.concepts = concepts
    columns = tables.indices.map { assembler.columns($0) }
  }

  mutating func run() throws(LoadError) {
    var waiting: [(table: Int, name: String, sources: [PathSource])] = []
    for (number, table) in tables.enumerated() {
      for (name, texts) in table.spec?.derived ?? []
      where assembler.namer.names[number].owner(name) == "a path" {
        var sources: [PathSource] = []
        for text in texts {
          guard let source = PathSource(text) else {
            throw Messages.badPath(text, name, "it is not a path", table.file)
          }
          sources.append(source)
        }
        waiting.append((number, name, sources))
      }
    }
    // A path may use another; each round makes those whose names all exist.
    while !waiting.isEmpty {
      var left: [(table: Int, name: String, sources: [PathSource])] = []
      var problem: LoadError?
      for path in waiting {
        do throws(LoadError) {
          try derive(path.table, path.name, path.sources)
        } catch {
          problem = problem ?? error
          left.append(path)
        }
      }
      if left.count == waiting.count, let problem { throw problem }
      waiting = left
    }
  }

  // MARK: Names

  private enum Step {
    case relation(RelationID)
    case field(Int)
  }

  private func step(_ name: String, of collection: CollectionID) -> Step? {
    let schema = assembler.schema
    let folded = Fold.of(name)
    func isIt(_ other: String) -> Bool { Fold.of(other) == folded }
    for pass in 0..<2 {
      for id in schema.collections[collection].relations {
        let relation = schema.relations[id]
        if pass == 0 ? isIt(relation.name) : relation.aliases.contains(where: isIt) {
          return .relation(id)
        }
      }
      for (place, field) in schema.collections[collection].fields.enumerated() {
        if pass == 0 ? isIt(field.name) : field.aliases.contains(where: isIt) {
          return .field(place)
        }
      }
    }
    return nil
  }

  private struct Resolved {
    var relations: [RelationID] = []
    var end: CollectionID
    var field: Int?
  }

  private func resolve(
    _ source: PathSource, _ table: Int, _ name: String
  ) throws(LoadError) -> Resolved {
    var out = Resolved(end: table)
    for (number, text) in source.steps.enumerated() {
      guard out.field == nil, let step = step(text, of: out.end) else {
        let collection = assembler.schema.collections[out.end]
        let known =
          collection.fields.map(\.name)
          + collection.relations.map { assembler.schema.relations[$0].name }
        let near = Spelling.nearest(text, known).map { ", did you mean \"\($0)\"?" } ?? ""
        throw Messages.badPath(
          source.text, name, "\(collection.name) has no \"\(text)\"\(near)", tables[table].file)
      }
      switch step {
      case .relation(let id):
        out.relations.append(id)
        out.end = assembler.schema.relations[id].to
      case .field(let place):
        out.field = place
        if number + 1 < source.steps.count { continue }
      }
    }
    return out
  }

  private func composed(_ relations: [RelationID], from table: Int) -> Adjacency? {
    guard let first = relations.first else { return nil }
    var out = Pairs.many(assembler.data[first].shape)
    for id in relations.dropFirst() {
      out = Pairs.compose(out, Pairs.many(assembler.data[id].shape))
    }
    return out
  }

  // MARK: Making

  private mutating func derive(_ table: Int, _ name: String, _ sources: [PathSource])
    throws(LoadError)
  {
    var resolved: [Resolved] = []
    for source in sources {
      let path = try resolve(source, table, name)
      if source.taxonomy == nil, path.field != nil {
        guard sources.count == 1 else {
          throw Messages.badPath(
            source.text, name, "a derived field has one source", tables[table].file)
        }
        addField(table, name, path)
        return
      }
      resolved.append(path)
    }
    var links = DerivedLinks()
    var target: CollectionID?
    for (source, path) in zip(sources, resolved) {
      let end: CollectionID
      if let taxonomy = source.taxonomy {
        guard let found = tables.firstIndex(where: { $0.isCalled(taxonomy) && !$0.isHidden }) else {
          throw Messages.badPath(
            source.text, name, "there is no collection \"\(taxonomy)\"", tables[table].file)
        }
        end = found
      } else {
        end = path.end
      }
      if let target, target != end {
        throw Messages.badPath(
          source.text, name, "its sources lead to different collections", tables[table].file)
      }
      target = end
      if source.taxonomy != nil {
        try addMentions(source, path, table, name, end, &links)
      } else {
        addSteps(source, path, table, &links)
      }
    }
    if let target { addRelation(table, name, target, links) }
  }

  private mutating func addField(_ table: Int, _ name: String, _ path: Resolved) {
    guard let place = path.field else { return }
    let source = assembler.schema.collections[path.end].fields[place]
    let isMany = path.relations.contains { assembler.schema.relations[$0].isMany }
    var rows = Adjacency(offsets: [], targets: [])
    if let adjacency = composed(path.relations, from: table) {
      rows = adjacency
    } else {
      rows.offsets = (0...tables[table].rowCount).map { UInt32($0) }
      rows.targets = (0..<tables[table].rowCount).map { Int32($0) }
    }
    var field = source
    field.name = name
    field.aliases = []
    field.isDerived = true
    let column: Column
    switch columns[path.end][place] {
    case .scalar(let values) where !isMany:
      let places = (0..<tables[table].rowCount).map { row in
        rows.offsets[row] < rows.offsets[row + 1] ? Int(rows.targets[Int(rows.offsets[row])]) : -1
      }
      column = .scalar(values.gathered(places))
    case .scalar(let values):
      var offsets: [UInt32] = [0]
      var places: [Int] = []
      for row in 0..<tables[table].rowCount {
        for at in Int(rows.offsets[row])..<Int(rows.offsets[row + 1])
        where !values.isMissing(Int(rows.targets[at])) {
          places.append(Int(rows.targets[at]))
        }
        offsets.append(UInt32(truncatingIfNeeded: places.count))
      }
      column = .list(offsets: offsets, elements: values.gathered(places))
      if case .value(let type) = source.content { field.content = .list(type) }
    case .list(let old, let elements):
      var offsets: [UInt32] = [0]
      var places: [Int] = []
      for row in 0..<tables[table].rowCount {
        for at in Int(rows.offsets[row])..<Int(rows.offsets[row + 1]) {
          let far = Int(rows.targets[at])
          places += Int(old[far])..<Int(old[far + 1])
        }
        offsets.append(UInt32(truncatingIfNeeded: places.count))
      }
      column = .list(offsets: offsets, elements: elements.gathered(places))
    case .reference(let id):
      column = .reference(id)
    }
    columns[table].append(column)
    assembler.schema.collections[table].fields.append(field)
  }

  /// What an entity is called in evidence.
  private func display(_ collection: Int, _ row: Int) -> String {
    let table = tables[collection]
    for place in [assembler.schema.collections[collection].label, table.key] {
      if let place, place < table.columns.count, !table.columns[place].isList,
        !table.columns[place].values.isMissing(row)
      {
        return table.columns[place].values.cellText(row)
      }
    }
    return "row \(row + 1)"
  }

  private func addSteps(
    _ source: PathSource, _ path: Resolved, _ table: Int, _ links: inout DerivedLinks
  ) {
    guard let first = path.relations.first else { return }
    let kind = links.insert("derived")
    let name = links.insert(source.text)
    let near = Pairs.many(assembler.data[first].shape)
    guard path.relations.count > 1,
      let rest = composed(Array(path.relations.dropFirst()), from: table)
    else {
      for row in 0..<tables[table].rowCount {
        for at in Int(near.offsets[row])..<Int(near.offsets[row + 1]) {
          links.add(
            from: row, to: near.targets[at], kind: kind, evidence: -1, source: name, weight: 1)
        }
      }
      return
    }
    let middle = assembler.schema.relations[first].to
    let stated = StatedEvidence(
      tables[middle], isLink: assembler.schema.collections[middle].isLink)
    var evidence = [Int32](repeating: -2, count: tables[middle].rowCount)
    for row in 0..<tables[table].rowCount {
      for at in Int(near.offsets[row])..<Int(near.offsets[row + 1]) {
        let by = Int(near.targets[at])
        let ends = Int(rest.offsets[by])..<Int(rest.offsets[by + 1])
        if ends.isEmpty { continue }
        guard stated.saysKind else {
          if evidence[by] == -2 { evidence[by] = links.insert(display(middle, by)) }
          for end in ends {
            links.add(
              from: row, to: rest.targets[end], kind: kind, evidence: evidence[by], source: name,
              weight: 1)
          }
          continue
        }
        for end in ends {
          links.add(
            from: row, to: rest.targets[end],
            kind: stated.kind(by).map { links.insert($0) } ?? kind,
            evidence: stated.evidence(by).map { links.insert($0) } ?? -1,
            source: stated.source(by).map { links.insert($0) } ?? name,
            date: stated.date(by), weight: stated.weight(by))
        }
      }
    }
  }

  private func addMentions(
    _ source: PathSource, _ path: Resolved, _ table: Int, _ name: String, _ taxonomy: Int,
    _ links: inout DerivedLinks
  ) throws(LoadError) {
    guard let field = path.field,
      case .scalar(.text(let codes, let dictionary)) = columns[path.end][field]
    else {
      throw Messages.badPath(
        source.text, name, "it does not end in a text field", tables[table].file)
    }
    guard var matcher = concepts.matcher(taxonomy, assembler) else {
      throw Messages.badPath(
        source.text, name, "\(tables[taxonomy].name) has no labels", tables[table].file)
    }
    // What each text says, once; then from each entity to its texts.
    var found: [[(concept: Int32, evidence: Int32, count: Int)]] = []
    let kind = links.insert("text")
    let sourceName = links.insert(source.text)
    dictionary.bytes.withUnsafeBufferPointer { bytes in
      for (row, code) in codes.enumerated() {
        var here: [(concept: Int32, evidence: Int32, count: Int)] = []
        if code >= 0 {
          let mentions = matcher.mentions(
            in: UnsafeBufferPointer(rebasing: bytes[dictionary.range(code)]))
          if !mentions.isEmpty {
            let place = display(path.end, row)
            for mention in mentions {
              let words = mention.words.map { "\"\($0.text)\" ×\($0.count)" }.joined(
                separator: ", ")
              here.append((mention.concept, links.insert("\(place): \(words)"), mention.count))
            }
            here.sort { $0.concept < $1.concept }
          }
        }
        found.append(here)
      }
    }
    let near = composed(path.relations, from: table)
    for row in 0..<tables[table].rowCount {
      let texts =
        near.map { Array($0.targets[Int($0.offsets[row])..<Int($0.offsets[row + 1])]) } ?? [
          Int32(row)
        ]
      for text in texts {
        for (concept, evidence, count) in found[Int(text)] {
          links.add(
            from: row, to: concept, kind: kind, evidence: evidence, source: sourceName,
            weight: Double(count))
        }
      }
    }
  }

  private mutating func addRelation(
    _ table: Int, _ name: String, _ target: Int, _ links: DerivedLinks
  ) {
    let link = tables.count + linkCollections.count
    let (from, ends) = (links.from, links.to)
    let (countA, countB) = (tables[table].rowCount, tables[target].rowCount)
    let forth = Pairs.links(
      from: from, ends: ends, byEnd: Pairs.invert(ends, count: countB), count: countA)
    let back = Pairs.links(
      from: ends, ends: from, byEnd: Pairs.invert(from, count: countA), count: countB)
    let id = assembler.schema.relations.count
    var there = Relation(
      name: name, kind: .derived, from: table, to: target, inverse: id + 1, isMany: true)
    var here = Relation(
      name: tables[table].name, kind: .derived, from: target, to: table, inverse: id, isMany: true)
    there.link = link
    here.link = link
    assembler.schema.relations += [there, here]
    assembler.data += [
      RelationData(shape: .many(Pairs.distinct(forth)), link: forth),
      RelationData(shape: .many(Pairs.distinct(back)), link: back),
    ]
    assembler.schema.collections[table].relations.append(id)
    let other = English.otherNumber(name)
    if assembler.namer.names[table].take(other, for: name) {
      assembler.schema.relations[id].aliases.append(other)
    }
    assembler.namer.settle(
      [NameWish(relation: id + 1, name: tables[table].name, rank: .inverse, table: table)],
      &assembler.schema)
    linkCollections.append(links.collection(name: "\(tables[table].name).\(name)"))
  }
}
