// Comes in: the columns of a file, and what its package declares. Goes out: a table whose key, references
// and names later passes fill in. It must not outlive the load.

import HoraEngine

/// A reference that a column makes.
struct ReferenceDraft {
  var column: Int
  /// The referenced table.
  var target: Int
  /// The relation's name from this side.
  var name: String
  /// Declared name of the other direction.
  var inverseName: String?
  /// For each row: the target's row, -1 for none, -2 - k for the k-th key that the target lacks.
  var rows: [Int32] = []
  var isParent = false
}

/// Two columns of a link table that tie a collection with itself.
struct TieDraft {
  var a: Int
  var b: Int
  var isDirected: Bool
}

/// One collection on its way into the network.
final class TableDraft {
  var name: String
  var singular: String
  var aliases: [String]
  /// The file as the user knows it.
  let file: String
  let faults: FaultCollector
  var columns: [TableColumn]
  /// With the entities that only references name.
  var rowCount: Int
  let lines: RowLines
  let spec: ResourceSpec?
  var key: Int?
  var references: [ReferenceDraft] = []
  var tie: TieDraft?
  /// A list column whose elements are the parents of a taxonomy's row.
  var parentList: Int?
  var isHidden = false
  let origin: TableOrigin
  /// Where it was found, if in another table's rows.
  let nested: NestedOrigin?

  init(
    name: String, file: String, faults: FaultCollector, columns: [TableColumn], rowCount: Int,
    lines: RowLines, spec: ResourceSpec?, origin: TableOrigin, nested: NestedOrigin? = nil
  ) {
    self.name = name
    singular = spec?.singular ?? English.singular(name)
    aliases = spec?.aliases ?? []
    self.file = file
    self.faults = faults
    self.columns = columns
    self.rowCount = rowCount
    self.lines = lines
    self.spec = spec
    self.origin = origin
    self.nested = nested
  }

  func rename(_ name: String) {
    self.name = name
    singular = English.singular(name)
  }

  func column(named name: String) -> Int? {
    columns.firstIndex { $0.name == name }
      ?? columns.firstIndex { Fold.of($0.name) == Fold.of(name) }
  }

  func reference(of column: Int) -> Int? { references.firstIndex { $0.column == column } }

  /// Two or more references and no key of its own.
  var isLink: Bool { key == nil && references.count >= 2 }

  /// True where `word` is this collection's name, singular or plural, or an alias.
  func isCalled(_ word: String) -> Bool {
    let folded = Fold.of(word)
    return ([name, singular, English.plural(singular), English.singular(name)] + aliases).contains {
      Fold.of($0) == folded
    }
  }
}

/// Where a table came from, for descriptions.
struct TableOrigin: Sendable {
  var path: String
  var format: String
  var encoding: TextEncoding
  var delimiter: UInt8
}

/// Names that a reference's column may have.
enum ReferenceName {
  /// The column's name without `_id` or `_code`, or `ID` and the like in camel case.
  static func base(_ column: String) -> String {
    let lower = column.lowercased()
    for ending in ["_id", "_code"] where lower.hasSuffix(ending) && lower.count > ending.count {
      return String(column.dropLast(ending.count))
    }
    for ending in ["ID", "Id", "Code"] where column.hasSuffix(ending) && column.count > ending.count
    {
      let base = column.dropLast(ending.count)
      if let last = base.last, last.isLowercase { return String(base) }
    }
    return column
  }

  static func isParent(_ column: String) -> Bool {
    let lower = column.lowercased()
    return ["parent", "parents", "broader"].contains(lower) || lower.hasPrefix("parent_")
      || lower.hasPrefix("broader_") || ["parent", "broader"].contains(base(column).lowercased())
  }

  /// Names of keys that say nothing about which collection they are of.
  static func isGeneric(_ column: String) -> Bool {
    ["id", "code", "key", "name", "title", "label", "nr", "no", "number", "uri", "url"]
      .contains(column.lowercased())
  }
}
