// Comes in: a network, or bytes. Goes out: its bytes, or the network again without any of a loader's work.
// The bytes are for the program they are built into: a copy of memory, valid for one version and for
// processors with the low byte first. What is in them is trusted, so it is not for files of others.

extension Network {
  /// Changes with what a snapshot holds.
  private static let snapshotVersion: UInt64 = 0x0001_484F_5241

  /// The network as bytes.
  package var snapshot: [UInt8] {
    var writer = SnapshotWriter()
    var copy = self
    var version = Network.snapshotVersion
    writer.bits(&version)
    try? copy.code(&writer)
    return writer.bytes
  }

  /// Nil where the bytes are of another version.
  /// Cost: a copy of the bytes.
  package init?(snapshot: UnsafeRawBufferPointer) {
    self.init(name: "", schema: Schema(), collections: [], relations: [])
    var reader = SnapshotReader(snapshot)
    var version: UInt64 = 0
    do throws(SnapshotFault) {
      try reader.bits(&version)
      guard version == Network.snapshotVersion else { return nil }
      try code(&reader)
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
    // The indexes are as many as the collections.
    var made = Network(name: name, schema: schema, collections: collections, relations: relations)
    made.conceptLabels = conceptLabels
    made.attribution = attribution
    made.about = about
    made.absences = absences
    self = made
  }

  private mutating func code<Coder: SnapshotCoder>(_ coder: inout Coder) throws(SnapshotFault) {
    try coder.text(&name)
    try coder.text(&about)
    try coder.texts(&attribution)
    try coder.list(&absences, AbsenceNote(collection: 0, field: "", value: "", note: "")) {
      (note, coder) throws(SnapshotFault) in
      try coder.bits(&note.collection)
      try coder.text(&note.field)
      try coder.text(&note.value)
      try coder.text(&note.note)
    }
    try schema.code(&coder)
    try coder.list(&collections, CollectionData(rowCount: 0, columns: [])) {
      (collection, coder) throws(SnapshotFault) in
      try coder.bits(&collection.rowCount)
      try coder.list(&collection.columns, .reference(0)) {
        (column, coder) throws(SnapshotFault) in try column.code(&coder)
      }
    }
    try coder.list(&relations, RelationData(shape: .one([]))) {
      (relation, coder) throws(SnapshotFault) in try relation.code(&coder)
    }
    try labels(&coder)
  }

  private mutating func labels<Coder: SnapshotCoder>(
    _ coder: inout Coder
  ) throws(SnapshotFault) {
    var taxonomies = conceptLabels.keys.sorted()
    try coder.array(&taxonomies)
    for taxonomy in taxonomies {
      try coder.list(&conceptLabels[taxonomy, default: []], ConceptLabel(concept: 0, text: "")) {
        (label, coder) throws(SnapshotFault) in
        try coder.bits(&label.concept)
        try coder.text(&label.text)
      }
    }
  }
}

extension RelationData {
  fileprivate mutating func code<Coder: SnapshotCoder>(
    _ coder: inout Coder
  ) throws(SnapshotFault) {
    var one: [Int32]? = nil
    var many = Adjacency(offsets: [], targets: [])
    switch shape {
    case .one(let targets): one = targets
    case .many(let adjacency): many = adjacency
    }
    try coder.optional(&one, []) {
      (targets, coder) throws(SnapshotFault) in try coder.array(&targets)
    }
    if let one {
      shape = .one(one)
    } else {
      try coder.array(&many.offsets)
      try coder.array(&many.targets)
      shape = .many(many)
    }
    try coder.optional(&link, LinkAdjacency(offsets: [], rows: [], ends: [])) {
      (link, coder) throws(SnapshotFault) in
      try coder.array(&link.offsets)
      try coder.array(&link.rows)
      try coder.array(&link.ends)
    }
  }
}

extension Column {
  fileprivate mutating func code<Coder: SnapshotCoder>(
    _ coder: inout Coder
  ) throws(SnapshotFault) {
    var tag: UInt8
    var offsets: [UInt32] = []
    var values = Values.bool([])
    var relation: RelationID = 0
    switch self {
    case .scalar(let own): (tag, values) = (0, own)
    case .list(let starts, let own): (tag, offsets, values) = (1, starts, own)
    case .reference(let own): (tag, relation) = (2, own)
    }
    try coder.bits(&tag)
    switch tag {
    case 0:
      try values.code(&coder)
      self = .scalar(values)
    case 1:
      try coder.array(&offsets)
      try values.code(&coder)
      self = .list(offsets: offsets, elements: values)
    case 2:
      try coder.bits(&relation)
      self = .reference(relation)
    default: throw SnapshotFault()
    }
  }
}

extension Values {
  fileprivate mutating func code<Coder: SnapshotCoder>(
    _ coder: inout Coder
  ) throws(SnapshotFault) {
    var type: ScalarType
    switch self {
    case .text: type = .text
    case .int: type = .int
    case .decimal: type = .decimal
    case .bool: type = .bool
    case .date: type = .date
    }
    try coder.raw(&type)
    switch type {
    case .text:
      var codes: [Int32] = []
      var dictionary = TextDictionary(bytes: [], offsets: [0], slots: [])
      if case .text(let own, let all) = self { (codes, dictionary) = (own, all) }
      try coder.array(&codes)
      try coder.dictionary(&dictionary)
      self = .text(codes: codes, dictionary: dictionary)
    case .int:
      var numbers: [Int64] = []
      var validity = Validity()
      if case .int(let own, let valid) = self { (numbers, validity) = (own, valid) }
      try coder.array(&numbers)
      try validity.code(&coder)
      self = .int(numbers, validity)
    case .decimal:
      var numbers: [Double] = []
      var validity = Validity()
      if case .decimal(let own, let valid) = self { (numbers, validity) = (own, valid) }
      try coder.array(&numbers)
      try validity.code(&coder)
      self = .decimal(numbers, validity)
    case .bool:
      var truths: [UInt8] = []
      if case .bool(let own) = self { truths = own }
      try coder.array(&truths)
      self = .bool(truths)
    case .date:
      var days: [Int32] = []
      if case .date(let own) = self { days = own }
      try coder.array(&days)
      self = .date(days)
    }
  }
}

extension Validity {
  fileprivate mutating func code<Coder: SnapshotCoder>(
    _ coder: inout Coder
  ) throws(SnapshotFault) {
    try coder.optional(&words, []) {
      (words, coder) throws(SnapshotFault) in try coder.array(&words)
    }
  }
}
