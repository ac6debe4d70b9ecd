// What a schema holds, part by part, in the order of a snapshot.

extension Schema {
  mutating func code<Coder: SnapshotCoder>(_ coder: inout Coder) throws(SnapshotFault) {
    try coder.list(&collections, Collection(name: "", singular: "")) {
      (collection, coder) throws(SnapshotFault) in try collection.code(&coder)
    }
    let empty = Relation(name: "", kind: .reference, from: 0, to: 0, inverse: 0, isMany: false)
    try coder.list(&relations, empty) {
      (relation, coder) throws(SnapshotFault) in try relation.code(&coder)
    }
  }
}

extension Collection {
  mutating func code<Coder: SnapshotCoder>(_ coder: inout Coder) throws(SnapshotFault) {
    try coder.text(&name)
    try coder.text(&singular)
    try coder.texts(&aliases)
    try coder.list(&fields, Field(name: "", content: .value(.text))) {
      (field, coder) throws(SnapshotFault) in try field.code(&coder)
    }
    try coder.optional(&key, 0)
    try coder.optional(&label, 0)
    try coder.array(&otherNames)
    try coder.array(&relations)
    try coder.optional(&parent, 0)
    try coder.flag(&isLink)
    try coder.flag(&isHidden)
  }
}

extension Field {
  mutating func code<Coder: SnapshotCoder>(_ coder: inout Coder) throws(SnapshotFault) {
    try coder.text(&name)
    try content.code(&coder)
    try coder.optional(&unit)
    try coder.optional(&currency)
    try coder.texts(&categories)
    try coder.flag(&closed)
    try coder.texts(&aliases)
    try coder.flag(&isDerived)
  }
}

extension Field.Content {
  mutating func code<Coder: SnapshotCoder>(_ coder: inout Coder) throws(SnapshotFault) {
    var tag: UInt8
    var type = ScalarType.text
    var relation: RelationID = 0
    switch self {
    case .value(let own): (tag, type) = (0, own)
    case .list(let own): (tag, type) = (1, own)
    case .reference(let own): (tag, relation) = (2, own)
    }
    try coder.bits(&tag)
    try coder.raw(&type)
    try coder.bits(&relation)
    switch tag {
    case 0: self = .value(type)
    case 1: self = .list(type)
    case 2: self = .reference(relation)
    default: throw SnapshotFault()
    }
  }
}

extension Relation {
  mutating func code<Coder: SnapshotCoder>(_ coder: inout Coder) throws(SnapshotFault) {
    try coder.text(&name)
    try coder.texts(&aliases)
    try coder.raw(&kind)
    try coder.bits(&from)
    try coder.bits(&to)
    try coder.bits(&inverse)
    try coder.flag(&isMany)
    try coder.flag(&isSymmetric)
    try coder.optional(&link, 0)
  }
}
