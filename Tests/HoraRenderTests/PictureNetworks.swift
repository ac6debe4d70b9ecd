// Results for pictures: answers of programs over the specification's made-up network, and columns
// written here with what is rare: negative, zero, missing, wide letters, marks of markup.

import Foundation
import Hora
import HoraData

enum Pictures {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let made = load("Tests/Spec/made/network")
  static let real = load("examples/networks/balkan-black-sea")

  private static func load(_ path: String) -> Result<Network, LoadError> {
    Result { () throws(LoadError) in
      try NetworkLoader.load([.path(root.appending(path: path).path)]).network
    }
  }

  static func answer(_ program: String, _ network: Result<Network, LoadError> = made) throws
    -> ResultSet
  {
    let answer = try Environment(network: network.get()).compile(program).run()
    guard let result = answer.results.last else { throw NoAnswer() }
    return result
  }

  struct NoAnswer: Error {}

  static func texts(_ values: [String?]) -> Vector {
    var builder = TextDictionaryBuilder()
    let codes = values.map { value in value.map { builder.insert($0) } ?? -1 }
    return .text(codes, builder.finish())
  }

  static func column(
    _ name: String, _ type: ValueType, _ values: Vector, unit: String? = nil
  ) -> ResultColumn {
    ResultColumn(
      info: ColumnInfo(name: name, type: type, cardinality: .optional, unit: unit), values: values)
  }

  static func result(
    _ columns: [ResultColumn], _ format: Format? = nil, _ options: ShowOptions = ShowOptions()
  ) -> ResultSet {
    var result = ResultSet(
      columns: columns, rowCount: columns.first?.values.count ?? 0, isScalar: false, footnotes: [],
      format: format,
      network: Network(name: "test", schema: Schema(), collections: [], relations: []))
    result.options = options
    return result
  }

  /// Text that would be markup, a command of a terminal, or wider than it looks.
  static let odd = [
    "<script>alert(1)</script>", "a & b \"c\" 'd'", "\u{1B}[31mred", "日本語のクラスター",
    "\u{202E}turned", "]]>", "", "nul\u{0}\u{FFFE}", "Ćuprija – Šabac", "e\u{301}",
  ]

  static let bars = result([
    column(
      "name", .text,
      texts(["Serbia", "Bosnia & Herzegovina, a long name", nil, "日本語", "zero", "none"])),
    column(
      "change", .decimal, .decimal([12.5, -7.25, 1e6, -0.5, 0, 3], [1, 1, 0, 1, 1, 0]), unit: "EUR"),
  ])

  static let extremes: [[Double]] = [
    [], [0], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude], [.nan],
    [.leastNormalMagnitude / 1e10, .leastNonzeroMagnitude], [0, 0, 0], [-1], [1, 1 + 1e-15],
    [1e15, -1e15],
  ]

  /// The programs whose pictures have golden files.
  static let programs: [String: String] = [
    "matrix": "members select name, competences show matrix",
    "pivot":
      "members each projects as p summarize n = count() by country, y = year(p.start) pivot n by y show matrix",
    "hist": "members show hist value = size",
    "spark": "projects summarize n = count(), total = sum(budget) by y = year(start) show spark",
    "seventeen":
      "projects summarize n = count(), total = sum(budget ?? 0) by yr = year(start) sort by yr show bars",
    "ascii": "members count by country show bars ascii = true",
    "graph": "network collab = members via projects\ncollab show graph",
    "map": "members count by country show map",
  ]
}
