// Comes in: what a package says of a field. Goes out: how its cells are read. It must not see data.

/// How the cells of a declared field are read.
enum CellType: Sendable, Hashable {
  /// Found from the values.
  case any
  case text
  case int(group: UInt8?)
  case decimal(mark: UInt8, group: UInt8?)
  case bool(yes: [String], no: [String])
  case date(format: String)
  indirect case list(of: CellType, separator: UInt8)

  static let plainBool = CellType.bool(
    yes: ["true", "True", "TRUE", "1"], no: ["false", "False", "FALSE", "0"])
}

/// One declared field.
struct FieldSpec: Sendable, Hashable {
  var name: String
  var type = CellType.any
  /// Texts that mean missing; nil where nothing is declared.
  var missingValues: [String]?
  var categories: [String] = []
  var isClosed = false
  var unit: String?
  var currency: String?
  /// Names of the relation from this side and from the other.
  var relationName: String?
  var inverseName: String?

  init(name: String) { self.name = name }
}
