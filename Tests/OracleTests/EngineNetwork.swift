// The same tables as a network of the library, and its answers in plain values. The only file that sees
// the engine's types.

import Hora
import HoraData

enum EngineNetwork {
  static func build(_ model: Model) throws -> Network {
    var builder = NetworkBuilder("random", infers: false)
    for table in model.tables {
      var columns: [NetworkColumn] = []
      for (place, field) in table.fields.enumerated() {
        columns.append(column(model, table, place, field))
      }
      var made = NetworkTable(
        table.name, key: table.key.map { table.fields[$0].name },
        label: table.label.map { table.fields[$0].name }, columns)
      made.singular = table.singular
      made.otherNames = table.otherNames.map { table.fields[$0].name }
      if let tie = table.tie {
        let ends = table.fields.filter { $0.target != nil }
        made.symmetric = (ends[0].name, ends[1].name)
        made.tieName = tie
      }
      builder.add(made)
    }
    return try builder.build()
  }

  private static func column(
    _ model: Model, _ table: ModelTable, _ place: Int, _ field: ModelField
  ) -> NetworkColumn {
    let cells = table.rows.map { $0[place] }
    func single<T>(_ read: (Atom) -> T?) -> [T?] { cells.map { $0.first.flatMap(read) } }
    func texts(_ atom: Atom) -> String? { atom.text }
    func ints(_ atom: Atom) -> Int? { if case .int(let value) = atom { Int(value) } else { nil } }
    func days(_ atom: Atom) -> CivilDate? {
      guard case .date(let day) = atom else { return nil }
      let (year, month, day2) = Calendar.parts(day)
      return CivilDate(year: year, month: month, day: day2)
    }
    if let target = field.target {
      let other = model.tables[target]
      let isText = other.key.map { other.fields[$0].kind == .text } ?? false
      let column: NetworkColumn =
        isText
        ? .text(field.name, single { $0.entity.map { model.key($0) } })
        : .int(field.name, single { $0.entity.flatMap { Int(model.key($0)) } })
      if table.parent == place { return column.isParent() }
      return column.refers(to: other.name, as: field.name, inverse: field.inverse)
    }
    switch (field.kind, field.isList) {
    case (.text, true): return .texts(field.name, cells.map { $0.compactMap(texts) })
    case (.int, true): return .ints(field.name, cells.map { $0.compactMap(ints) })
    case (_, true): return .dates(field.name, cells.map { $0.compactMap(days) })
    case (.int, _): return .int(field.name, single(ints))
    case (.decimal, _):
      return .decimal(field.name, single { if case .decimal(let v) = $0 { v } else { nil } })
    case (.bool, _):
      return .bool(field.name, single { if case .bool(let v) = $0 { v } else { nil } })
    case (.date, _): return .date(field.name, single(days))
    default: return .text(field.name, single(texts))
    }
  }

  enum Outcome {
    case rejected([String])
    case failed(Int)
    case answer(Grid)
  }

  static func run(_ program: String, _ network: Network) -> Outcome {
    let compiled: Program
    do {
      compiled = try Environment(network: network).compile(program)
    } catch {
      return .rejected(
        error.diagnostics.filter { $0.severity == .error }.map { "\($0.code) \($0.message)" })
    }
    do {
      guard let result = try compiled.run().results.last else { return .rejected(["no result"]) }
      return .answer(grid(result))
    } catch {
      return .failed(error.diagnostic?.code.number ?? -1)
    }
  }

  private static func grid(_ result: ResultSet) -> Grid {
    let cells = result.cells()
    var grid = Grid(
      columns: result.columns.map(\.info.name),
      rows: [[Grid.Cell]](repeating: [], count: result.rowCount))
    for (column, written) in zip(result.columns, cells) {
      let isDecimal = column.info.type == .decimal
      func value(_ place: Int) -> String? {
        written.present[place] == 0 ? nil : String(decoding: written.value(place), as: UTF8.self)
      }
      for row in 0..<result.rowCount {
        let texts: [String]
        if let lists = written.lists {
          texts = (lists[row]..<lists[row + 1]).map { value(Int($0)) ?? "∅" }
        } else {
          texts = value(row).map { [$0] } ?? []
        }
        grid.rows[row].append(Grid.Cell(texts: texts, isDecimal: isDecimal))
      }
    }
    return grid
  }
}
