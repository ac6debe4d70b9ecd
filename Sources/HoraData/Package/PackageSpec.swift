// Comes in: nothing. Goes out: what a Data Package declares, as far as Hora understands it. It must not
// read files.

/// A table of a package.
struct ResourceSpec: Sendable {
  var name: String
  /// Parts of one table, in order.
  var paths: [String]
  var format: String?
  var encoding: TextEncoding?
  var dialect: JSONValue?
  /// Empty where the package leaves the fields open.
  var fields: [FieldSpec] = []
  var primaryKey: [String] = []
  var foreignKeys: [ForeignKey] = []
  // What stands under "hora".
  var singular: String?
  var aliases: [String] = []
  var label: String?
  var names: [String] = []
  var symmetric: (String, String)?
  /// What a tie is called from both ends.
  var tieName: String?
  var derived: [(name: String, sources: [String])] = []
  var labelsOf: String?
  var stopsOf: String?

  struct ForeignKey: Sendable {
    var field: String
    /// Empty for the table itself.
    var resource: String
    var targetField: String?
  }

  init(name: String, paths: [String]) {
    self.name = name
    self.paths = paths
  }
}

/// A package.
struct PackageSpec: Sendable {
  var name: String?
  var title: String?
  var attribution: [String] = []
  var about = ""
  var absences: [Absence] = []
  var resources: [ResourceSpec] = []

  struct Absence: Sendable {
    var collection: String
    var field: String
    var values: [String]
    var note: String
  }
}
