// Comes in: typed tables, from files or from memory. Goes out: a network. The passes in their order; what
// a package says about the network as a whole is not theirs.

import HoraEngine

enum Passes {
  /// - Parameter infers: references, keys and ties that nothing declares are looked for.
  static func network(
    _ tables: [TableDraft], named name: String, threads: Int, infers: Bool = true
  ) throws(LoadError) -> Network {
    for table in tables where table.spec?.labelsOf != nil || table.spec?.stopsOf != nil {
      table.isHidden = true
    }
    NestedTables.settle(tables)
    var inference = Inference(tables)
    try inference.run(infers: infers)
    Stubs.add(tables)
    var assembler = Assembler(tables, threads: threads)
    assembler.assemble()
    let concepts = ConceptNames(tables: tables)
    let labels = try concepts.labels()
    var paths = DerivedPaths(assembler, concepts: concepts)
    try paths.run()
    var schema = paths.assembler.schema
    var collections = paths.tables.indices.map { number in
      CollectionData(rowCount: paths.tables[number].rowCount, columns: paths.columns[number])
    }
    for (collection, data) in paths.linkCollections {
      schema.collections.append(collection)
      collections.append(data)
    }
    var network = Network(
      name: name, schema: schema, collections: collections, relations: paths.assembler.data)
    network.conceptLabels = labels
    return network
  }
}
